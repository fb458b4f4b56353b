package lantern.children.record;

import static java.util.Comparator.comparingInt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.Withholding;
import lantern.audit.Ledger;
import lantern.children.ChildPanel;
import lantern.children.chronology.Chronology;
import lantern.children.chronology.ChronologyFilter;
import lantern.children.circumstances.CircumstancesQueries;
import lantern.children.kin.Warnings;
import lantern.children.looks.RestrictedLooks;
import lantern.children.merge.MergedRecords;
import lantern.children.restricted.Standing;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A child's page. Queries, whatever the record's size: one for the record, one for what is around the child, one for the names in them, one for the timescales, at most two for each
 * room's panel, and the ledger's one insert.
 */
@Controller
@Transactional
class ChildController {
    /** Asked for beyond a page, so that events of one instant can stay together. */
    private static final int BEYOND = 20;

    private final Access access;
    private final ChildQueries queries;
    private final List<ChildPanel> panels;
    private final CircumstancesQueries circumstances;
    private final Names names;
    private final MergedRecords merged;
    private final Timescales timescales;
    private final Warnings warnings;
    private final RestrictedLooks restricted;
    private final Withholding withholding;
    private final Ledger ledger;
    private final Clock clock;

    ChildController(
            Access access,
            ChildQueries queries,
            List<ChildPanel> panels,
            CircumstancesQueries circumstances,
            Names names,
            MergedRecords merged,
            Timescales timescales,
            Warnings warnings,
            RestrictedLooks restricted,
            Withholding withholding,
            Ledger ledger,
            Clock clock) {
        this.access = access;
        this.queries = queries;
        this.panels = panels.stream().sorted(comparingInt(ChildPanel::order)).toList();
        this.circumstances = circumstances;
        this.names = names;
        this.merged = merged;
        this.timescales = timescales;
        this.warnings = warnings;
        this.restricted = restricted;
        this.withholding = withholding;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/children/{id}")
    ModelAndView child(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String density,
            @RequestParam Map<String, String> query) {
        var actor = access.require(Permission.READ_CHILD);
        var found = queries.find(id);
        if (found.isEmpty()) {
            var stands = merged.standingFor(id).orElseThrow(Refused::notFound);
            return Pages.done("/children/" + stands, "That record was merged into this one");
        }
        var child = found.get();
        if (warnings.standsBefore(actor, id, child.compared())) return Pages.seeOther("/children/" + id + "/warning");
        var around = circumstances.of(id);
        var everybody = child.mentioned();
        everybody.addAll(around.mentioned());
        var people = names.of(everybody);
        var now = clock.instant();
        var filter = ChronologyFilter.of(query);
        // The future too: a review or an order may be recorded ahead.
        var until = before == null ? Instant.parse("9999-01-01T00:00:00Z") : before;
        var clocks = timescales.ofChild(id);
        var own = OwnEvents.of(child, around, people).stream()
                .filter(event -> event.happenedAt().isBefore(until))
                .toList();
        var whole = show.equals("all") || !filter.isEmpty();
        var size = whole ? Chronology.WHOLE : Chronology.PAGE;
        var rooms = panels.stream()
                .map(panel -> panel.of(id, now, until, size + BEYOND))
                .toList();
        var state = Stream.concat(rooms.stream().flatMap(room -> room.now().stream()), ChildPage.late(clocks).stream())
                .toList();
        var events = rooms.stream().map(ChildPanel.Panel::events).toList();
        var chronology = Chronology.of(own, events, size + BEYOND, size);
        var withheld = withholding.of(id);
        ledger.look(id, withheld.seen("identity", "contact", "health", "education", "legal", "episode"));
        if (Standing.saysRestricted(state)) tell(actor, child);
        return Pages.page(
                "children/record/page",
                new ChildPage(
                        child,
                        around,
                        people,
                        state,
                        clocks,
                        chronology,
                        filter,
                        density.equals("dense"),
                        withheld,
                        before != null,
                        whole || before != null,
                        actor.may(Permission.WRITE_CHILD),
                        child.whoLookedIsShownTo(actor),
                        actor.may(Permission.RESTRICT_RECORD),
                        actor.may(Permission.EXPLAIN_ACCESS),
                        actor.may(Permission.DISCLOSE),
                        actor.may(Permission.MERGE_CHILDREN),
                        panels.stream()
                                .flatMap(each -> each.offers(id).stream())
                                .toList(),
                        now));
    }

    private void tell(Actor actor, ChildRecord child) {
        var allocated = child.allocated();
        if (allocated != null) restricted.opened(actor, child.id(), allocated.worker(), allocated.teamId());
    }
}
