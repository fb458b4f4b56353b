package lantern.meetings.lists;

import java.time.Clock;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class ListController {
    private static final int PAGE = 50;

    private final ListQueries queries;
    private final Children children;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    ListController(ListQueries queries, Children children, Access access, Ledger ledger, Clock clock) {
        this.queries = queries;
        this.children = children;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/meetings")
    ModelAndView list(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") int page) {
        var actor = access.require(Permission.READ_MEETINGS);
        var leads = actor.may(Permission.HOLD_MEETINGS);
        var wanted = ListQueries.Show.of(show, leads);
        var at = Math.clamp(page, 1, 1000);
        var now = clock.instant();
        var found = queries.list(actor, wanted, now, PAGE + 1, (at - 1) * PAGE);
        var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var about = queries.children(actor, shown);
        var ids = about.values().stream().flatMap(Collection::stream).distinct().toList();
        if (!ids.isEmpty()) ledger.looked(ids, "meetings");
        return Pages.page(
                "meetings/lists/meetings",
                new ListPage(
                        wanted,
                        leads,
                        shown,
                        about,
                        children.findAll(ids).stream().collect(Collectors.toMap(ChildFacts::id, ChildFacts::name)),
                        at,
                        found.size() > PAGE,
                        now));
    }

    /** Its place in the navigation. */
    @Component
    static class Waiting implements WorkList {
        private final ListQueries queries;
        private final Clock clock;

        Waiting(ListQueries queries, Clock clock) {
            this.queries = queries;
            this.clock = clock;
        }

        @Override
        public String title() {
            return "Meetings";
        }

        @Override
        public String purpose() {
            return "Meetings about children: to be held, to be recorded, and minutes to be issued.";
        }

        @Override
        public String path() {
            return "/meetings";
        }

        @Override
        public Permission permission() {
            return Permission.READ_MEETINGS;
        }

        @Override
        public int order() {
            return 46;
        }

        @Override
        public OptionalLong waiting(Actor actor) {
            return OptionalLong.of(queries.count(
                    actor, ListQueries.Show.of("", actor.may(Permission.HOLD_MEETINGS)), clock.instant()));
        }

        @Override
        public boolean inNavigation() {
            return false;
        }
    }
}
