package lantern.meetings.action;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for somebody to be done. */
@Controller
@Transactional
class MyActions {
    private static final int PAGE = 50;

    private final ActionQueries queries;
    private final Children children;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    MyActions(ActionQueries queries, Children children, Access access, Ledger ledger, Clock clock) {
        this.queries = queries;
        this.children = children;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/meetings/actions")
    ModelAndView list(@RequestParam(defaultValue = "") String late, @RequestParam(defaultValue = "1") int page) {
        var actor = access.require(Permission.READ_MEETINGS);
        var everybodys = late.equals("yes") && actor.may(Permission.HOLD_MEETINGS);
        var at = Math.clamp(page, 1, 1000);
        var now = clock.instant();
        var found = everybodys
                ? queries.late(London.date(now), PAGE + 1, (at - 1) * PAGE)
                : queries.mine(actor, PAGE + 1, (at - 1) * PAGE);
        var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var ids = shown.stream().map(each -> each.about().child()).distinct().toList();
        if (!ids.isEmpty()) ledger.looked(ids, "actions");
        return Pages.page(
                "meetings/action/actions",
                new ActionsPage(
                        everybodys,
                        shown,
                        children.findAll(ids).stream().collect(Collectors.toMap(ChildFacts::id, ChildFacts::name)),
                        queries.called(shown),
                        queries.waiting(actor),
                        at,
                        found.size() > PAGE,
                        actor.may(Permission.HOLD_MEETINGS),
                        now));
    }

    /** Its place in the navigation. */
    @Component
    static class Waiting implements WorkList {
        private final ActionQueries queries;

        Waiting(ActionQueries queries) {
            this.queries = queries;
        }

        @Override
        public String title() {
            return "My actions";
        }

        @Override
        public String purpose() {
            return "What you or your agency are to do for a child, as a meeting or a plan agreed.";
        }

        @Override
        public String path() {
            return "/meetings/actions";
        }

        @Override
        public Permission permission() {
            return Permission.READ_MEETINGS;
        }

        @Override
        public int order() {
            return 48;
        }

        @Override
        public OptionalLong waiting(Actor actor) {
            return OptionalLong.of(queries.waiting(actor));
        }

        @Override
        public boolean inNavigation() {
            return false;
        }
    }
}
