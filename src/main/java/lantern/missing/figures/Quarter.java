package lantern.missing.figures;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Three months of the financial year, by the first of them. */
record Quarter(YearMonth first) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.UK);

    static Quarter of(YearMonth month) {
        return new Quarter(YearMonth.of(month.getYear(), (month.getMonthValue() - 1) / 3 * 3 + 1));
    }

    /** What an address says, or else the quarter of the month given. */
    static Quarter parse(@Nullable String typed, YearMonth otherwise) {
        var month = month(typed);
        return of(month == null ? otherwise : month);
    }

    /** "2026-10"; null for anything else. */
    static @Nullable YearMonth month(@Nullable String typed) {
        try {
            var month = typed == null || !typed.matches("\\d{4}-\\d{2}") ? null : YearMonth.parse(typed);
            return month == null || month.getYear() < 1990 || month.getYear() > 2100 ? null : month;
        } catch (DateTimeException e) {
            return null;
        }
    }

    String words() {
        return MONTH.format(first) + " to " + MONTH.format(first.plusMonths(2)) + " " + first.getYear();
    }

    @Override
    public String toString() {
        return first.toString();
    }
}
