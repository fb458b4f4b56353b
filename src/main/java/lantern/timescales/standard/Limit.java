package lantern.timescales.standard;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import lantern.calendar.London;

/** A number and its unit: "72 hours", "5 working days", "close of office", "no limit". */
public record Limit(int number, Unit unit) {
    /** Longer than any retention period would be a slip of the finger. */
    public static final int LONGEST = 10_000;

    private static final Duration LONG_AGO = Duration.ofDays(365 * 100);

    private static final Pattern COUNTED = Pattern.compile("(\\d{1,6}) ([a-z ]+)");

    public Limit {
        if (unit.counted() ? number < 1 || number > LONGEST : number != 0)
            throw new IllegalArgumentException("A limit counts from 1 to " + LONGEST + ", not " + number);
    }

    /** @throws IllegalArgumentException with a sentence that lists the units */
    public static Limit parse(String words) {
        var counted = COUNTED.matcher(words);
        for (var unit : Unit.values()) {
            if (!unit.counted() && unit.one.equals(words)) return new Limit(0, unit);
            if (unit.counted()
                    && counted.matches()
                    && (counted.group(2).equals(unit.one) || counted.group(2).equals(unit.many)))
                return new Limit(Integer.parseInt(counted.group(1)), unit);
        }
        throw new IllegalArgumentException("\"" + words
                + "\" is not a limit: write a number and hours, days, weeks, months, working days, school days or clear"
                + " working days before; or \"close of office\"; or \"no limit\"");
    }

    public String words() {
        if (!unit.counted()) return unit.one;
        return number + " " + (number == 1 ? unit.one : unit.many);
    }

    public Limit withNumber(int other) {
        return new Limit(other, unit);
    }

    /** The last instant that is on time; empty when there is no limit, or no term dates to count in. */
    public Optional<Instant> due(Instant from, Calendars calendars) {
        var day = London.date(from);
        return switch (unit) {
            case HOURS -> Optional.of(from.plus(Duration.ofHours(number)));
            case DAYS -> Optional.of(London.endOf(day.plusDays(number)));
            case WEEKS -> Optional.of(London.endOf(day.plusWeeks(number)));
            case MONTHS -> Optional.of(London.endOf(day.plusMonths(number)));
            case WORKING_DAYS -> Optional.of(calendars.working().endAfter(from, number));
            case SCHOOL_DAYS -> calendars.school().endAfter(from, number);
            case CLEAR_WORKING_DAYS_BEFORE ->
                Optional.of(London.endOf(calendars.working().clearBefore(day, number)));
            case CLOSE_OF_OFFICE -> Optional.of(calendars.office().closeAfter(from));
            case NO_LIMIT -> Optional.empty();
        };
    }

    /**
     * What started before this is late now; empty when there is no limit. Only counting forward knows of weekends, terms and changes of the clock, so the
     * moment is looked for between now and long ago.
     */
    public Optional<Instant> lateBefore(Instant now, Calendars calendars) {
        if (due(now, calendars).isEmpty()) return Optional.empty();
        var late = now.minus(LONG_AGO);
        var inTime = now.plusSeconds(1);
        if (!lateWhenStarted(late, now, calendars)) return Optional.of(late);
        while (Duration.between(late, inTime).compareTo(Duration.ofSeconds(1)) >= 0) {
            var between = late.plus(Duration.between(late, inTime).dividedBy(2));
            if (lateWhenStarted(between, now, calendars)) late = between;
            else inTime = between;
        }
        return Optional.of(inTime.truncatedTo(ChronoUnit.SECONDS));
    }

    private boolean lateWhenStarted(Instant start, Instant now, Calendars calendars) {
        return due(start, calendars).filter(due -> due.isBefore(now)).isPresent();
    }
}
