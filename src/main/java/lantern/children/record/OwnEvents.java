package lantern.children.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.ChildPanel;
import lantern.children.ChildPanel.Event;
import lantern.children.care.CareCodes;
import lantern.children.circumstances.Circumstances;
import lantern.children.circumstances.Circumstances.Amendment;
import lantern.children.facts.WhatItWas;
import org.jspecify.annotations.Nullable;

/** What this room itself adds to the chronology: read off the record that the page has anyway, so it costs no query. */
final class OwnEvents {
    private final ChildRecord child;
    private final Names.Called people;
    private final List<Amendment> amendments;
    private final List<Event> events = new ArrayList<>();

    private OwnEvents(ChildRecord child, List<Amendment> amendments, Names.Called people) {
        this.child = child;
        this.amendments = amendments;
        this.people = people;
    }

    /** @param people everybody whom the record and what is around the child mention */
    static List<Event> of(ChildRecord child, Circumstances around, Names.Called people) {
        var all = new OwnEvents(child, around.amendments(), people);
        all.record();
        all.care();
        all.around(around);
        all.amended();
        return all.events;
    }

    private void record() {
        var by = child.recordedBy();
        at(child.recordedAt(), child.recordedAt(), "Added to the register", null, by, "register", null);
        // What came with the child is told by the line above.
        for (var each : child.names())
            if (!each.recordedAt().equals(child.recordedAt())) {
                var words = (each.given() + " " + each.family()).strip();
                on(each.startsOn(), each.recordedAt(), "Name recorded", words, each.by(), "name", each.id());
            }
        for (var each : child.addresses()) {
            var words = Stream.of(each.lines().strip().replaceAll("\\s*\\R\\s*", ", "), each.postcode())
                    .filter(part -> part != null && !part.isEmpty())
                    .collect(Collectors.joining(", "));
            var came = each.kind().equals("home") ? "Came to live at an address" : "Address recorded";
            if (each.startsOn() != null || !each.recordedAt().equals(child.recordedAt()))
                on(each.startsOn(), each.recordedAt(), came, words, each.by(), "address", each.id());
            if (each.endsOn() != null) ended(each.endsOn(), "Left an address", words, "address", each.id());
        }
        for (var each : child.flags()) {
            at(each.raisedAt(), each.raisedAt(), "Flag raised", each.text(), each.raisedBy(), "flag", null);
            if (each.removedAt() != null) {
                var words = each.text() + " Removed because: " + each.removedBecause();
                at(each.removedAt(), each.removedAt(), "Flag removed", words, each.removedBy(), "flag", null);
            }
        }
    }

    private void care() {
        for (var each : child.legalStatuses()) {
            var words = named(CareCodes.LEGAL_STATUSES, each.code());
            on(each.startsOn(), each.recordedAt(), "Legal status started", words, each.by(), "legal-status", each.id());
            if (each.endsOn() != null) {
                var why = because(words, CareCodes.ENDED_BECAUSE, each.endedBecause());
                ended(each.endsOn(), "Legal status ended", why, "legal-status", each.id());
            }
        }
        for (var each : child.placements()) {
            var words = each.name() + " (" + named(CareCodes.PLACEMENT_TYPES, each.type()) + ")";
            on(each.startsOn(), each.recordedAt(), "Placement started", words, each.by(), "placement", each.id());
            if (each.endsOn() != null) {
                var why = because(words, CareCodes.MOVED_BECAUSE, each.endedBecause());
                ended(each.endsOn(), "Placement ended", why, "placement", each.id());
            }
        }
        for (var each : child.allocations()) {
            var worker = Objects.requireNonNullElse(people.name(each.worker()), "A worker");
            var words = each.team() == null ? worker : worker + ", " + each.team();
            var agency = people.agency(each.worker());
            add(each.startsAt(), each.startsAt(), "Worker allocated", words, agency, each.by(), "allocation", null);
            if (each.endsAt() != null)
                add(each.endsAt(), each.endsAt(), "Allocation ended", words, agency, null, "allocation", null);
        }
    }

    private void around(Circumstances around) {
        for (var each : around.schools()) {
            if (each.startsOn() != null || !each.recordedAt().equals(child.recordedAt()))
                on(each.startsOn(), each.recordedAt(), "Went to a school", each.name(), each.by(), "school", each.id());
            if (each.endsOn() != null) ended(each.endsOn(), "Left a school", each.name(), "school", each.id());
        }
        for (var each : around.relations()) {
            if (each.contact().equals("not-restricted")) continue;
            var who = each.name() == null ? each.otherName() : each.name();
            var words = (who == null || who.isEmpty() ? "" : who + ": ") + each.contactNote();
            var from = each.startsOn();
            on(from, each.recordedAt(), "Contact restricted", words, each.by(), "relation", each.id());
        }
        for (var each : around.officers()) {
            var officer = people.name(each.person());
            var agency = people.agency(each.person());
            var from = each.startsAt();
            add(from, from, "Reviewing officer appointed", officer, agency, each.by(), "reviewing-officer", null);
        }
        for (var each : around.penPictures())
            at(each.recordedAt(), each.recordedAt(), "Pen picture reviewed", null, each.by(), "pen-picture", null);
        for (var each : around.photographs())
            on(each.takenOn(), each.recordedAt(), "Photograph taken", null, each.by(), "photograph", null);
    }

    /** Corrections of what has no entry of its own, and what was never so. */
    private void amended() {
        for (var each : amendments) {
            var withdrawn = each.act().equals("withdrawn");
            if (!withdrawn && !each.subject().equals(child.id()) || each.kind().equals("child-name")) continue;
            var title = WhatItWas.title(each.kind()) + (withdrawn ? " withdrawn" : " corrected");
            at(each.at(), each.at(), title, was(each), each.by(), "amendment", null);
        }
    }

    private static String was(Amendment each) {
        return "It was: " + WhatItWas.inWords(each.kind(), each.was())
                + (each.because() == null ? "" : ". Because: " + each.because());
    }

    static String named(Map<String, String> codes, String code) {
        return codes.getOrDefault(code, code);
    }

    private static String because(String words, Map<String, String> codes, @Nullable String code) {
        return code == null ? words : words + ". " + named(codes, code);
    }

    // A fact that is dated by the day happened at that day's beginning.
    private void on(
            @Nullable LocalDate day,
            Instant recordedAt,
            String title,
            @Nullable String words,
            @Nullable UUID by,
            String kind,
            @Nullable UUID subject) {
        at(day == null ? recordedAt : London.startOf(day), recordedAt, title, words, by, kind, subject);
    }

    /** Who recorded an end, and when, is kept as an amendment; of an end that was imported it is not. */
    private void ended(LocalDate day, String title, String words, String kind, UUID subject) {
        var start = London.startOf(day);
        var recorded = amendments.stream()
                .filter(each -> each.subject().equals(subject) && each.act().equals("ended"))
                .findFirst();
        at(
                start,
                recorded.map(Amendment::at).orElse(start),
                title,
                words,
                recorded.map(Amendment::by).orElse(null),
                kind,
                null);
    }

    private void at(
            Instant at,
            Instant recordedAt,
            String title,
            @Nullable String words,
            @Nullable UUID by,
            String kind,
            @Nullable UUID subject) {
        add(at, recordedAt, title, words, by == null ? null : people.agency(by), by, kind, subject);
    }

    private void add(
            Instant at,
            Instant recordedAt,
            String title,
            @Nullable String words,
            @Nullable String agency,
            @Nullable UUID by,
            String kind,
            @Nullable UUID subject) {
        var changes = amendments.stream()
                .filter(each -> each.subject().equals(subject) && each.act().equals("corrected"))
                .map(each -> new ChildPanel.Amendment(was(each), each.at(), people.name(each.by())))
                .toList();
        events.add(new Event(at, recordedAt, title, words, agency, people.name(by), null, kind, changes));
    }
}
