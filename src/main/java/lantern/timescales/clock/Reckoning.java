package lantern.timescales.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import lantern.timescales.State;
import lantern.timescales.standard.Calendars;
import lantern.timescales.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * What one standard makes of the facts of one subject. The same facts give the same clock in whatever order they arrived:
 * nothing depends on when something was typed, only on when it happened.
 *
 * @param cancelledBy the event that cancelled it
 */
public record Reckoning(
        Instant startsAt,
        @Nullable Instant due,
        @Nullable Instant dueSoonAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBy) {

    public static Reckoning of(Standard standard, Instant event, Collection<Fact> facts, Calendars calendars) {
        var points = standard.points(event, calendars);
        var met = first(facts, fact -> meets(standard, points, fact));
        var cancel = first(facts, fact -> cancels(standard, event, points, fact));
        // Whichever came first ends the clock; done at the very instant of the cancelling event is done.
        if (met.isPresent()
                && cancel.isPresent()
                && cancel.get().at().isBefore(met.get().at())) met = Optional.empty();
        if (met.isPresent()) cancel = Optional.empty();
        return new Reckoning(
                points.startsAt(),
                points.due(),
                points.dueSoonAt(),
                met.map(Fact::at).orElse(null),
                cancel.map(Fact::at).orElse(null),
                cancel.map(Fact::event).orElse(null));
    }

    private static boolean meets(Standard standard, Standard.Points points, Fact fact) {
        return standard.metBy().contains(fact.event())
                && (standard.countsEarlier() || !before(fact, points.startsAt()));
    }

    /**
     * A time given to the minute, as people give it, is not before a clock that starts in the course of that minute. A clock that starts a moment after the
     * fact follows from it, as the review of a meeting does, and is not met by it: also when the meeting was held on the minute.
     */
    private static boolean before(Fact fact, Instant start) {
        var minute = start.truncatedTo(ChronoUnit.MINUTES);
        var follows = start.equals(fact.at().plus(1, ChronoUnit.MICROS));
        return fact.at().isBefore(start) && (follows || !fact.at().equals(minute));
    }

    private static boolean cancels(Standard standard, Instant event, Standard.Points points, Fact fact) {
        var beforeStart = before(fact, event);
        var beforeDue = points.due() == null || !fact.at().isAfter(points.due());
        // "Found before due" is also true of a child who was back before anybody recorded that they were missing.
        return standard.cancelledBy().stream()
                .filter(cancel -> cancel.event().equals(fact.event()))
                .anyMatch(cancel -> cancel.onlyBeforeDue()
                        ? beforeDue && (!beforeStart || standard.countsEarlier())
                        : !beforeStart);
    }

    private static Optional<Fact> first(Collection<Fact> facts, java.util.function.Predicate<Fact> which) {
        return facts.stream().filter(which).min(Comparator.comparing(Fact::at).thenComparing(Fact::id));
    }

    public boolean open() {
        return metAt == null && cancelledAt == null;
    }

    /** Ran until it was met or cancelled; a second start while it runs does not start a second clock. */
    public boolean runsAt(Instant at) {
        var ended = metAt == null ? cancelledAt : metAt;
        return ended == null || at.isBefore(ended);
    }

    public State state(boolean waived, Instant now) {
        return state(startsAt, due, dueSoonAt, metAt, cancelledAt, waived, now);
    }

    public static State state(
            Instant startsAt,
            @Nullable Instant due,
            @Nullable Instant dueSoonAt,
            @Nullable Instant metAt,
            @Nullable Instant cancelledAt,
            boolean waived,
            Instant now) {
        if (waived) return State.WAIVED;
        if (metAt != null) return due == null || !metAt.isAfter(due) ? State.MET_ON_TIME : State.MET_LATE;
        if (cancelledAt != null) return State.CANCELLED;
        // A limit that counts back from a date runs before it: only a clock that starts first can wait.
        if (now.isBefore(startsAt) && (due == null || !due.isBefore(startsAt))) return State.WAITING;
        if (due == null) return State.NO_LIMIT;
        if (now.isAfter(due)) return State.LATE;
        return now.isBefore(Objects.requireNonNull(dueSoonAt)) ? State.RUNNING : State.DUE_SOON;
    }
}
