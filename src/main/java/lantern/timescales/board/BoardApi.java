package lantern.timescales.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same list for machine clients (spec: api.md), with identifiers in place of names. */
@RestController
@Transactional
class BoardApi {
    private final Access access;
    private final Board board;
    private final Timescales timescales;
    private final Ledger ledger;
    private final Clock clock;

    BoardApi(Access access, Board board, Timescales timescales, Ledger ledger, Clock clock) {
        this.access = access;
        this.board = board;
        this.timescales = timescales;
        this.ledger = ledger;
        this.clock = clock;
    }

    record Listed(List<Item> timescales, @Nullable String next) {}

    record Item(
            UUID id,
            String standard,
            String title,
            String limit,
            String source,
            String state,
            Instant startsAt,
            @Nullable Instant dueAt,
            @Nullable UUID child,
            String subjectKind,
            UUID subject,
            String ownerRole) {}

    @GetMapping("/api/v1/timescales")
    Listed timescales(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable UUID child,
            @RequestParam(required = false) @Nullable String after) {
        var actor = access.require(Permission.READ_TIMESCALES);
        if (child != null) return ofChild(child);
        var wanted = Wanted.of(actor, "all", state, team, after);
        var found = board.open(actor, wanted, clock.instant());
        var shown = found.size() > Board.PAGE ? found.subList(0, Board.PAGE) : found;
        var children = shown.stream()
                .map(Timescale::child)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!children.isEmpty()) ledger.looked(children, "timescales");
        return new Listed(
                shown.stream().map(BoardApi::item).toList(),
                found.size() > Board.PAGE ? next(wanted.after(shown.getLast())) : null);
    }

    /** Every timescale of one child, those that have ended too. */
    private Listed ofChild(UUID child) {
        var all = timescales.ofChild(child);
        if (!all.isEmpty()) ledger.look(child, "timescales");
        return new Listed(all.stream().map(BoardApi::item).toList(), null);
    }

    private static String next(Wanted wanted) {
        return wanted.path("/api/v1/timescales").replace("whose=all&", "");
    }

    private static Item item(Timescale each) {
        return new Item(
                each.id(),
                each.standard(),
                each.title(),
                each.limit(),
                each.source(),
                each.state().code,
                each.startsAt(),
                each.due(),
                each.child(),
                each.subject().kind(),
                each.subject().id(),
                each.ownerRole());
    }
}
