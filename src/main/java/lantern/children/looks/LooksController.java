package lantern.children.looks;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.audit.Look;
import lantern.audit.Looks;
import lantern.children.Children;
import lantern.children.merge.MergedRecords;
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
    private final MergedRecords merged;
    private final Ledger ledger;
    private final Clock clock;

    LooksController(Access access, Children children, Looks looks, MergedRecords merged, Ledger ledger, Clock clock) {
        this.access = access;
        this.children = children;
        this.looks = looks;
        this.merged = merged;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/looks")
    ModelAndView looks(@PathVariable UUID id, @RequestParam(required = false) @Nullable String before) {
        var actor = access.require(Permission.READ_CHILD);
        var facts = children.find(id);
        if (facts.isEmpty())
            return Pages.seeOther("/children/" + merged.standingFor(id).orElseThrow(Refused::notFound) + "/looks");
        var child = facts.get();
        if (!WhoLooked.isShownTo(actor, child.workerId()))
            throw Refused.notAllowed(
                    "Who looked is shown to the allocated worker and to those who answer for the ledger.");
        var found = ofAll(id, before(before));
        ledger.look(id, "looks");
        var older = found.size() < PAGE ? null : "?before=" + found.getLast().before();
        return Pages.page(
                "children/looks/page",
                new LooksPage(id, child.name(), child.reference(), found, older, clock.instant()));
    }

    /** Who looked at a record that was merged into this one looked at this child. */
    private List<Look> ofAll(UUID child, Looks.@Nullable Before before) {
        var ids = Stream.concat(
                Stream.of(child),
                merged.of(child).stream().filter(each -> !each.undone()).map(MergedRecords.Merge::merged));
        return ids.flatMap(each -> looks.looks(each, before, PAGE).stream())
                .sorted(Comparator.comparing(Look::at).thenComparing(Look::id).reversed())
                .limit(PAGE)
                .toList();
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
