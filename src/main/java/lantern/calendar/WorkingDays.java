package lantern.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Monday to Friday without England's bank holidays and without the closure days an authority adds. */
public record WorkingDays(Set<LocalDate> closures) {
    public WorkingDays {
        closures = Set.copyOf(closures);
    }

    /** An authority that closes on no other day. */
    public static WorkingDays england() {
        return new WorkingDays(Set.of());
    }

    public boolean working(LocalDate day) {
        return !BankHolidays.weekend(day) && !BankHolidays.on(day) && !closures.contains(day);
    }

    /** The n-th working day after the day; the day itself never counts. */
    public LocalDate after(LocalDate day, int n) {
        return walk(day, n, 1);
    }

    /** The n-th working day before the day; the day itself never counts. */
    public LocalDate before(LocalDate day, int n) {
        return walk(day, n, -1);
    }

    /** The end of the n-th working day after the civil date of the instant in Europe/London. */
    public Instant endAfter(Instant instant, int n) {
        return London.endOf(after(London.date(instant), n));
    }

    /** The last working day with n clear working days between it and the day: neither end counts. */
    public LocalDate clearBefore(LocalDate day, int n) {
        return before(day, n + 1);
    }

    /** How many working days lie between the two, counting neither. */
    public int clearBetween(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1)
                .datesUntil(last.isAfter(first) ? last : first.plusDays(1))
                .filter(this::working)
                .count();
    }

    private LocalDate walk(LocalDate day, int n, int step) {
        if (n < 1) throw new IllegalArgumentException("Count at least one working day, not " + n);
        var at = day;
        for (var left = n; left > 0; ) {
            at = at.plusDays(step);
            if (working(at)) left--;
        }
        return at;
    }
}
