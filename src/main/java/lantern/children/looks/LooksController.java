package lantern.children.looks;

import java.time.Clock;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.audit.Looks;
import lantern.children.Children;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class LooksController {
    private static final int PAGE = 100;

    private final Access access;
    private final Children children;
    private final Looks looks;
    private final Ledger ledger;
    private final Clock clock;

    LooksController(Access access, Children children, Looks looks, Ledger ledger, Clock clock) {
        this.access = access;
        this.children = children;
        this.looks = looks;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/looks")
    ModelAndView looks(@PathVariable UUID id, @RequestParam(required = false) @Nullable String before) {
        var actor = access.require(Permission.READ_CHILD);
        var child = children.find(id).orElseThrow(Refused::notFound);
        if (!WhoLooked.isShownTo(actor, child.workerId()))
            throw Refused.notAllowed(
                    "Who looked is shown to the allocated worker and to those who answer for the ledger.");
        var found = looks.looks(id, before(before), PAGE);
        ledger.look(id, "looks");
        var older = found.size() < PAGE ? null : "?before=" + found.getLast().before();
        return Pages.page(
                "children/looks/page",
                new LooksPage(id, child.name(), child.reference(), found, older, clock.instant()));
    }

    private static Looks.@Nullable Before before(@Nullable String cursor) {
        if (cursor == null) return null;
        try {
            return Looks.Before.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound();
        }
    }
}
