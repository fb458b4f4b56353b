package lantern.children.matching;

import static lantern.children.Candidate.Level.AGREES;
import static lantern.children.Candidate.Level.CLOSE;
import static lantern.children.Candidate.Level.DIFFERS;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import lantern.children.Candidate.Compared;
import lantern.children.linkage.value.Day;
import lantern.children.matching.Parameters.Weights;

/** Dates of birth and the usual ways they are written down wrong. */
final class Births {
    private static final String FIELD = "dateOfBirth";
    private static final int WITHIN_A_YEAR = 6;

    private Births() {}

    static Compared compare(LocalDate wanted, LocalDate known, boolean knownIsApproximate, Weights weights) {
        if (knownIsApproximate && !wanted.equals(known)) {
            return Math.abs(wanted.getYear() - known.getYear()) <= 1
                    ? new Compared(FIELD, CLOSE, "about the same age", weights.weight(FIELD, WITHIN_A_YEAR))
                    : new Compared(FIELD, DIFFERS, "different age", weights.weight(FIELD, Day.BORN.differs()));
        }
        var level = Day.level(Day.of(digits(wanted)), Day.of(digits(known)));
        var weight = weights.weight(FIELD, level);
        return switch (level) {
            case 1 -> new Compared(FIELD, AGREES, "same date of birth", weight);
            case 2 -> new Compared(FIELD, CLOSE, "day and month swapped", weight);
            case 3 -> new Compared(FIELD, CLOSE, "date of birth one digit out", weight);
            case 4 -> new Compared(FIELD, CLOSE, "same year of birth, day not known", weight);
            case 5 -> new Compared(FIELD, CLOSE, "part of the date of birth the same", weight);
            case WITHIN_A_YEAR ->
                new Compared(
                        FIELD,
                        CLOSE,
                        wanted.getYear() == known.getYear()
                                ? "same year of birth, another day"
                                : "born within a year of it",
                        weight);
            default -> new Compared(FIELD, DIFFERS, "different date of birth", weight);
        };
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

    private static String digits(LocalDate date) {
        return date.toString().replace("-", "");
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
