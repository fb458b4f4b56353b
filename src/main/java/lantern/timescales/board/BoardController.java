package lantern.timescales.board;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.web.Pages;
import lantern.timescales.ChildNames;
import lantern.timescales.State;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class BoardController {
    private final Access access;
    private final Board board;
    private final ObjectProvider<ChildNames> names;
    private final Ledger ledger;
    private final Clock clock;

    BoardController(Access access, Board board, ObjectProvider<ChildNames> names, Ledger ledger, Clock clock) {
        this.access = access;
        this.board = board;
        this.names = names;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/timescales")
    ModelAndView board(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String after) {
        var actor = access.require(Permission.READ_TIMESCALES);
        var wanted = Wanted.of(actor, whose, state, team, after);
        var now = clock.instant();
        var found = board.open(actor, wanted, now);
        var shown = found.size() > Board.PAGE ? found.subList(0, Board.PAGE) : found;
        var children = shown.stream()
                .map(Timescale::child)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = names(children);
        if (!known.isEmpty()) ledger.looked(known.keySet(), "timescales");
        return Pages.page(
                "timescales/board/page",
                new BoardPage(
                        shown.stream().map(each -> row(each, known, actor, now)).toList(),
                        whose(actor, wanted),
                        states(wanted),
                        found.size() > Board.PAGE
                                ? wanted.after(shown.getLast()).path("/timescales")
                                : null,
                        wanted.after() == null,
                        actor.may(Permission.CHANGE_STANDARDS)));
    }

    private Map<UUID, String> names(Collection<UUID> children) {
        var source = names.getIfAvailable();
        return source == null || children.isEmpty() ? Map.of() : source.names(children);
    }

    private static BoardPage.Row row(Timescale each, Map<UUID, String> names, Actor actor, Instant now) {
        var child = each.child();
        var name = child == null ? null : names.get(child);
        return new BoardPage.Row(
                each.state(),
                each.title(),
                within(each.limit()),
                each.dueWords(),
                each.due() == null ? "" : London.apart(each.due(), now),
                name,
                name == null ? null : "/children/" + child,
                each.metBy(),
                each.next().forReader(actor),
                "/timescales/" + each.id(),
                each.ownerRole().replace('-', ' '));
    }

    private static String within(String limit) {
        if (Character.isDigit(limit.charAt(0))) return "within " + limit;
        return limit.equals("close of office") ? "by " + limit : "";
    }

    private static List<BoardPage.Choice> whose(Actor actor, Wanted wanted) {
        return Board.offered(actor).stream()
                .map(each -> new BoardPage.Choice(
                        switch (each) {
                            case MINE -> "Mine";
                            case TEAM -> "My team's";
                            case ALL -> "All";
                        },
                        wanted.with(each).path("/timescales"),
                        wanted.team() == null && wanted.whose() == each))
                .toList();
    }

    private static List<BoardPage.Choice> states(Wanted wanted) {
        var choices = new ArrayList<BoardPage.Choice>();
        choices.add(new BoardPage.Choice(
                "Every open one", wanted.with((State) null).path("/timescales"), wanted.state() == null));
        for (var each : State.values())
            if (each.open())
                choices.add(new BoardPage.Choice(
                        each.words, wanted.with(each).path("/timescales"), wanted.state() == each));
        return choices;
    }
}
