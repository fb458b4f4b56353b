package lantern.oversight.checks;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A band of values as it was written, such as "90% to under 95%"; a null end is open for ever. */
public record Band(
        String raw,
        @Nullable BigDecimal low,
        boolean lowIn,
        @Nullable BigDecimal high,
        boolean highIn) {
    private static final String N = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern UNDER = Pattern.compile("(?:<|under|less than|below|fewer than)" + N);
    private static final Pattern AT_MOST = Pattern.compile(
            "(?:<=|=<|≤|at most|up to|no more than)" + N + "|" + N + "(?:or (?:fewer|less|under|below|lower))");
    private static final Pattern OVER = Pattern.compile("(?:>|over|more than|above|greater than)" + N);
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?:>=|=>|≥|at least|from)" + N + "|" + N + "(?:or (?:more|over|above|higher)|\\+|and (?:over|above))");
    private static final Pattern FROM_TO =
            Pattern.compile(N + "(?:-|to|or more but|or more,?but|and)\\s*(under|less than|below|<=|<|≤)?" + N);
    private static final Pattern BOTH = Pattern.compile("(>=|≥|>|at least|over|more than)" + N
            + "(?:and|but|,|to)*(under|less than|below|<=|<|≤|at most|up to)" + N);
    private static final Pattern AROUND = Pattern.compile(N + "(<=|<|≤)x?(<=|<|≤)" + N);

    /** The band, or null when the words are none. */
    public static @Nullable Band read(String raw) {
        var text = raw.toLowerCase(Locale.ROOT)
                .replace('\u00a0', ' ')
                .replaceAll("per cent|percent|%|£|(?<=\\d),(?=\\d{3})", "")
                .replaceAll("[–—−]", "-")
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\s*([<>=≤≥+-])\\s*", "$1")
                .replaceAll("(?<=\\d) | (?=\\d)", "")
                .strip();
        var match = BOTH.matcher(text);
        if (match.matches())
            return new Band(
                    raw,
                    number(match.group(2)),
                    match.group(1).matches(">=|≥|at least"),
                    number(match.group(4)),
                    match.group(3).matches("<=|≤|at most|up to"));
        match = AROUND.matcher(text);
        if (match.matches())
            return new Band(
                    raw,
                    number(match.group(1)),
                    !match.group(2).equals("<"),
                    number(match.group(4)),
                    !match.group(3).equals("<"));
        match = FROM_TO.matcher(text);
        if (match.matches()) {
            var first = number(match.group(1));
            var second = number(match.group(3));
            var open = match.group(2) != null && !match.group(2).matches("<=|≤");
            return first.compareTo(second) <= 0
                    ? new Band(raw, first, true, second, !open)
                    : new Band(raw, second, true, first, true);
        }
        match = AT_MOST.matcher(text);
        if (match.matches())
            return new Band(raw, null, false, number(match.group(1) == null ? match.group(2) : match.group(1)), true);
        match = UNDER.matcher(text);
        if (match.matches()) return new Band(raw, null, false, number(match.group(1)), false);
        match = AT_LEAST.matcher(text);
        if (match.matches())
            return new Band(raw, number(match.group(1) == null ? match.group(2) : match.group(1)), true, null, false);
        match = OVER.matcher(text);
        if (match.matches()) return new Band(raw, number(match.group(1)), false, null, false);
        if (text.matches(N)) return new Band(raw, number(text), true, number(text), true);
        return null;
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }

    public boolean holds(BigDecimal value) {
        var above = low == null || value.compareTo(low) > 0 || (lowIn && value.compareTo(low) == 0);
        var below = high == null || value.compareTo(high) < 0 || (highIn && value.compareTo(high) == 0);
        return above && below;
    }
}
