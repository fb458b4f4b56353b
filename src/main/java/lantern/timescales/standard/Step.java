package lantern.timescales.standard;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that is sent while a timescale is open, once: to which role and when ("due soon", "due", "4 hours after due",
 * "50% left").
 */
public record Step(String to, String when, int amount, Kind kind) {
    public enum Kind {
        DUE_SOON,
        PERCENT_LEFT,
        DUE,
        HOURS_AFTER
    }

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2})% left");
    private static final Pattern AFTER = Pattern.compile("(\\d{1,4}) hours? after due");

    /** @throws IllegalArgumentException with a sentence that says what can be written */
    public static Step parse(String to, String when) {
        var percent = PERCENT.matcher(when);
        var after = AFTER.matcher(when);
        if (when.equals("due soon")) return new Step(to, when, 0, Kind.DUE_SOON);
        if (when.equals("due")) return new Step(to, when, 0, Kind.DUE);
        if (percent.matches()) return new Step(to, when, Integer.parseInt(percent.group(1)), Kind.PERCENT_LEFT);
        if (after.matches()) return new Step(to, when, Integer.parseInt(after.group(1)), Kind.HOURS_AFTER);
        throw new IllegalArgumentException("\"" + when
                + "\" is not a time to send: write \"due soon\", \"due\", \"4 hours after due\" or \"50% left\"");
    }

    /** Names the step in the list of what was sent; the same step of one timescale is never sent twice. */
    public String key() {
        return when + ": " + to;
    }

    public Instant at(Instant startsAt, Instant due, Instant dueSoonAt) {
        return switch (kind) {
            case DUE_SOON -> dueSoonAt;
            case PERCENT_LEFT -> before(startsAt, due, amount);
            // What is due at an instant is on time at that instant; it is late, and sent, just after.
            case DUE -> due.plusNanos(1_000);
            case HOURS_AFTER -> due.plus(Duration.ofHours(amount));
        };
    }

    static Instant before(Instant startsAt, Instant due, int percent) {
        return due.minus(
                Duration.between(startsAt, due).abs().multipliedBy(percent).dividedBy(100));
    }
}
