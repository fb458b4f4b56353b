package lantern.timescales.standard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One standard of practice as data: what starts its clock, what must hold, how long, what meets it, what cancels it, who
 * owns it and who hears of it. Nothing here is code that knows a particular standard.
 *
 * @param setByAuthority true when the papers give no number, so that the shipped one is only a default
 * @param unless facts that must not hold when the clock would start
 * @param offsetHours the clock's starting point lies this long after the event ("72 hours missing reached")
 * @param countsEarlier what meets it also counts when it was done before the clock started (police told before the call)
 * @param dueSoonPercent how much of the time is left when it is due soon
 */
public record Standard(
        String id,
        int version,
        String title,
        String source,
        boolean setByAuthority,
        Set<String> starts,
        Set<String> facts,
        Set<String> unless,
        int offsetHours,
        Limit within,
        Set<String> metBy,
        boolean countsEarlier,
        List<Cancel> cancelledBy,
        String owner,
        List<Step> steps,
        int dueSoonPercent) {

    /** An event that cancels; {@code onlyBeforeDue}: found before 48 hours cancels, found later leaves it late. */
    public record Cancel(String event, boolean onlyBeforeDue) {}

    /** The points of one clock in time; due and dueSoonAt are null when there is no limit. */
    public record Points(
            Instant startsAt,
            @Nullable Instant due,
            @Nullable Instant dueSoonAt) {}

    public boolean startsWith(String event, Set<String> holding) {
        return starts.contains(event)
                && holding.containsAll(facts)
                && unless.stream().noneMatch(holding::contains);
    }

    public boolean concerns(String event) {
        return metBy.contains(event) || cancelledBy.stream().anyMatch(cancel -> cancel.event.equals(event));
    }

    public Points points(Instant event, Calendars calendars) {
        var startsAt = event.plus(Duration.ofHours(offsetHours));
        var due = within.due(startsAt, calendars).orElse(null);
        return new Points(startsAt, due, due == null ? null : Step.before(startsAt, due, dueSoonPercent));
    }
}
