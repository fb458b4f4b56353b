package lantern.children.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantern.calendar.London;
import lantern.children.ChildPanel.Event;
import lantern.children.care.CareCodes;
import org.jspecify.annotations.Nullable;

/** What this room itself adds to the chronology: read off the record that the page has anyway, so it costs no query. */
final class OwnEvents {
    private OwnEvents() {}

    static List<Event> of(ChildRecord child) {
        var events = new ArrayList<Event>();
        events.add(event(
                child.recordedAt(),
                child.recordedAt(),
                "Added to the register",
                null,
                child.agencyOf(child.recordedBy()),
                child.nameOf(child.recordedBy()),
                "register"));
        for (var each : child.legalStatuses()) {
            var words = named(CareCodes.LEGAL_STATUSES, each.code());
            events.add(event(
                    each.startsOn(),
                    each.recordedAt(),
                    "Legal status started",
                    words,
                    child.nameOf(each.by()),
                    "legal-status"));
            if (each.endsOn() != null)
                events.add(event(each.endsOn(), null, "Legal status ended", words, null, "legal-status"));
        }
        for (var each : child.placements()) {
            var words = each.name() + " (" + named(CareCodes.PLACEMENT_TYPES, each.type()) + ")";
            events.add(event(
                    each.startsOn(),
                    each.recordedAt(),
                    "Placement started",
                    words,
                    child.nameOf(each.by()),
                    "placement"));
            if (each.endsOn() != null)
                events.add(event(each.endsOn(), null, "Placement ended", words, null, "placement"));
        }
        for (var each : child.allocations()) {
            var worker = child.nameOf(each.worker()) == null ? "A worker" : child.nameOf(each.worker());
            var words = each.team() == null ? worker : worker + ", " + each.team();
            events.add(event(
                    each.startsAt(),
                    each.startsAt(),
                    "Worker allocated",
                    words,
                    child.agencyOf(each.worker()),
                    child.nameOf(each.by()),
                    "allocation"));
            if (each.endsAt() != null)
                events.add(event(
                        each.endsAt(),
                        each.endsAt(),
                        "Allocation ended",
                        words,
                        child.agencyOf(each.worker()),
                        null,
                        "allocation"));
        }
        for (var each : child.flags()) {
            events.add(event(
                    each.raisedAt(),
                    each.raisedAt(),
                    "Flag raised",
                    each.text(),
                    null,
                    child.nameOf(each.raisedBy()),
                    "flag"));
            if (each.removedAt() != null) {
                var words = each.text() + " Removed because: " + each.removedBecause();
                events.add(event(
                        each.removedAt(),
                        each.removedAt(),
                        "Flag removed",
                        words,
                        null,
                        child.nameOf(each.removedBy()),
                        "flag"));
            }
        }
        return events;
    }

    static String named(Map<String, String> codes, String code) {
        return codes.getOrDefault(code, code);
    }

    // A fact that is dated by the day happened at that day's beginning; when its end was typed is not kept.
    private static Event event(
            LocalDate day, @Nullable Instant recordedAt, String title, String words, @Nullable String by, String kind) {
        var start = London.startOf(day);
        return event(start, recordedAt == null ? start : recordedAt, title, words, null, by, kind);
    }

    private static Event event(
            Instant at,
            Instant recordedAt,
            String title,
            @Nullable String words,
            @Nullable String agency,
            @Nullable String by,
            String kind) {
        return new Event(at, recordedAt, title, words, agency, by, null, kind);
    }
}
