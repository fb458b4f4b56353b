package lantern.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weekdays inside a term that are neither a bank holiday nor an inset day; terms are loaded per school or authority. */
public record SchoolDays(List<Term> terms, Set<LocalDate> insetDays) {
    /** First and last day of a term, or of the part of a term before or after a half-term holiday. */
    public record Term(LocalDate first, LocalDate last) {
        public Term {
            if (last.isBefore(first)) throw new IllegalArgumentException("A term cannot end before it begins");
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public SchoolDays {
        terms = List.copyOf(terms);
        insetDays = Set.copyOf(insetDays);
    }

    public static SchoolDays notLoaded() {
        return new SchoolDays(List.of(), Set.of());
    }

    public boolean open(LocalDate day) {
        return !BankHolidays.weekend(day)
                && !BankHolidays.on(day)
                && !insetDays.contains(day)
                && terms.stream().anyMatch(term -> term.holds(day));
    }

    /** The n-th school day after the day, or empty when the loaded terms end first: a guess would be a false limit. */
    public Optional<LocalDate> after(LocalDate day, int n) {
        if (n < 1) throw new IllegalArgumentException("Count at least one school day, not " + n);
        var last = terms.stream().map(Term::last).max(LocalDate::compareTo);
        if (last.isEmpty() || last.get().isBefore(day)) return Optional.empty();
        return day.plusDays(1)
                .datesUntil(last.get().plusDays(1))
                .filter(this::open)
                .skip(n - 1L)
                .findFirst();
    }

    public Optional<Instant> endAfter(Instant instant, int n) {
        return after(London.date(instant), n).map(London::endOf);
    }
}
