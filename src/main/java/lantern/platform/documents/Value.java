package lantern.platform.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell: its words, the same in every format, and the number behind them for a spreadsheet. Lines of the
 * words are separated by a line feed. {@code people} marks a count of children, which a public document refuses when it is small.
 */
public record Value(
        String words, @Nullable BigDecimal number, @Nullable LocalDate date, boolean people) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public static Value of(String words) {
        return new Value(words, null, null, false);
    }

    /** An empty cell says so: a reader cannot tell a forgotten answer from none. */
    public static Value orNone(@Nullable String words) {
        return of(words == null || words.isBlank() ? "None" : words);
    }

    public static Value count(long number) {
        return new Value(grouped(BigDecimal.valueOf(number)), BigDecimal.valueOf(number), null, false);
    }

    public static Value number(BigDecimal number) {
        return new Value(grouped(number), number, null, false);
    }

    public static Value children(long number) {
        return new Value(grouped(BigDecimal.valueOf(number)), BigDecimal.valueOf(number), null, true);
    }

    public static Value pounds(BigDecimal pounds) {
        return new Value("£" + grouped(pounds), pounds, null, false);
    }

    public static Value day(LocalDate day) {
        return new Value(DAY.format(day), null, day, false);
    }

    /** Rounded to whole per cent, halves up; the number keeps the fraction. */
    public static Value share(long part, long whole) {
        if (whole == 0) return of("No denominator");
        var share = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
        return new Value(
                share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%", share, null, false);
    }

    private static String grouped(BigDecimal number) {
        var format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.UK));
        return format.format(number);
    }
}
