package lantern.children.matching;

import static lantern.children.Candidate.Level.AGREES;
import static lantern.children.Candidate.Level.CLOSE;
import static lantern.children.Candidate.Level.DIFFERS;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import lantern.children.Candidate.Compared;

/** Dates of birth and the usual ways they are written down wrong. */
final class Births {
    private static final String FIELD = "dateOfBirth";

    private Births() {}

    static Compared compare(LocalDate wanted, LocalDate known, boolean knownIsApproximate) {
        if (wanted.equals(known)) return new Compared(FIELD, AGREES, "same date of birth", Weights.BORN);
        if (knownIsApproximate) {
            return Math.abs(wanted.getYear() - known.getYear()) <= 1
                    ? new Compared(FIELD, CLOSE, "about the same age", Weights.BORN_ABOUT)
                    : new Compared(FIELD, DIFFERS, "different age", Weights.BORN_DIFFERS);
        }
        if (swapped(wanted).contains(known))
            return new Compared(FIELD, CLOSE, "day and month swapped", Weights.BORN_SWAPPED);
        if (digitsOut(wanted, known) == 1)
            return new Compared(FIELD, CLOSE, "date of birth one digit out", Weights.BORN_ONE_DIGIT);
        if (wanted.getYear() == known.getYear()) {
            // The first of January is what gets written when only the year is known.
            return known.getDayOfYear() == 1 || wanted.getDayOfYear() == 1
                    ? new Compared(FIELD, CLOSE, "same year of birth, day not known", Weights.BORN_YEAR_ONLY)
                    : new Compared(FIELD, CLOSE, "same year of birth, another day", Weights.BORN_SAME_YEAR);
        }
        return new Compared(FIELD, DIFFERS, "different date of birth", Weights.BORN_DIFFERS);
    }

    /** The date, and the date with day and month swapped where there is one. */
    static Set<LocalDate> swapped(LocalDate date) {
        var dates = new LinkedHashSet<>(Set.of(date));
        if (date.getDayOfMonth() <= 12)
            dates.add(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
        return dates;
    }

    /** Every date that is one digit out, the last two of the year included. */
    static Set<LocalDate> oneDigitOut(LocalDate date) {
        var dates = new LinkedHashSet<LocalDate>();
        var digits = digits(date);
        for (var place = 2; place < 8; place++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                if (digits.charAt(place) == digit) continue;
                try {
                    var other = digits.substring(0, place) + digit + digits.substring(place + 1);
                    dates.add(LocalDate.of(number(other, 0, 4), number(other, 4, 6), number(other, 6, 8)));
                } catch (DateTimeException e) {
                    // Not a day of the calendar, so nobody is recorded as born on it.
                }
            }
        }
        return dates;
    }

    private static int digitsOut(LocalDate a, LocalDate b) {
        var left = digits(a);
        var right = digits(b);
        if (left.length() != right.length()) return Integer.MAX_VALUE;
        return (int) java.util.stream.IntStream.range(0, left.length())
                .filter(i -> left.charAt(i) != right.charAt(i))
                .count();
    }

    private static String digits(LocalDate date) {
        return date.toString().replace("-", "");
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
