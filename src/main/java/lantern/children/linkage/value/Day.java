package lantern.children.linkage.value;

import java.util.List;
import lantern.children.linkage.field.Field;
import lantern.children.linkage.text.Likeness;

/** A day as eight digits, year first, as it was written: it need not be a day of the calendar. */
public record Day(String digits, int year, int month, int day) {
    public static final Field BORN = new Field(
            "dateOfBirth",
            "born",
            List.of(
                    "same",
                    "day and month swapped",
                    "one digit out",
                    "same year, day not known",
                    "two of day, month and year the same",
                    "within a year",
                    "within ten years",
                    "different"));

    public static Day of(String digits) {
        if (digits.length() < 8) {
            var year = digits.length() >= 4 ? Integer.parseInt(digits.substring(0, 4)) : 0;
            return new Day(digits, year, 0, 0);
        }
        return new Day(
                digits,
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6, 8)));
    }

    public static int level(Day a, Day b) {
        if (a.digits.equals(b.digits)) return 1;
        if (a.year == b.year && a.month == b.day && a.day == b.month) return 2;
        if (a.month != 0 && b.month != 0 && Likeness.slips(a.digits, b.digits, 1) <= 1) return 3;
        if (a.year == b.year && (a.yearOnly() || b.yearOnly())) return 4;
        var same = (a.year == b.year ? 1 : 0) + (a.month == b.month ? 1 : 0) + (a.day == b.day ? 1 : 0);
        var days = Math.abs(a.about() - b.about());
        if (same >= 2 || days <= 31) return 5;
        if (days <= 366) return 6;
        return days <= 3653 ? 7 : 8;
    }

    // The first of January is what gets written when only the year is known.
    private boolean yearOnly() {
        return month == 0 || month == 1 && day == 1;
    }

    private double about() {
        return year * 365.25 + month * 30.44 + day;
    }
}
