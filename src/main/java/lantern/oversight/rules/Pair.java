package lantern.oversight.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A count printed with its share.
 *
 * @param of the whole that the same words give, when they do
 */
record Pair(
        long count, BigDecimal share, String raw, @Nullable Long of, int part) {
    private static final String NUMBER = "(?<![\\d.,/£-])(\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d/]|[.,]\\d|\\s*%)";
    private static final String SHARE = "(\\d{1,3}(?:\\.\\d+)?)\\s*(?:%|per ?cent)";
    private static final Pattern OF = Pattern.compile(
            NUMBER + "(?:\\s+[a-z]+){0,3}?\\s+(?:out\\s+)?of\\s+(?:the\\s+|all\\s+|these\\s+|those\\s+|a total of\\s+)?"
                    + NUMBER + "[^.;()|]{0,60}?\\(?\\s*(?:which is|or|=|,|–|is|was|were|i\\.e\\.)?\\s*" + SHARE,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile(NUMBER + "([^\\d.;()|%]{0,60})\\(\\s*" + SHARE + "\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            SHARE + "([^\\d.;()|%]{0,40})\\(\\s*" + NUMBER + "(?:\\s+of\\s+(?:the\\s+)?" + NUMBER
                    + ")?[^()\\d]{0,30}\\)",
            Pattern.CASE_INSENSITIVE);

    /** Those in a piece of text, in its order. */
    static List<Pair> in(String words, int part) {
        record At(int start, int end, Pair pair) {}
        var found = new ArrayList<At>();
        for (var match = OF.matcher(words); match.find(); )
            found.add(new At(match.start(), match.end(), pair(match, 1, 3, number(match.group(2)), part)));
        for (var pattern : List.of(BEFORE, AFTER))
            for (var match = pattern.matcher(words); match.find(); ) {
                var start = match.start();
                var end = match.end();
                if (found.stream().anyMatch(other -> start < other.end && other.start < end)) continue;
                found.add(new At(
                        start,
                        end,
                        pattern == BEFORE
                                ? pair(match, 1, 3, null, part)
                                : pair(match, 3, 1, match.group(4) == null ? null : number(match.group(4)), part)));
            }
        return found.stream()
                .sorted(Comparator.comparingInt(At::start))
                .map(At::pair)
                .toList();
    }

    private static Pair pair(Matcher match, int count, int share, @Nullable Long of, int part) {
        return new Pair(number(match.group(count)), new BigDecimal(match.group(share)), match.group(), of, part);
    }

    static long number(String digits) {
        return Long.parseLong(digits.replace(",", ""));
    }

    /** Whether this share is what the count of this whole gives, rounded half up at the decimals that were printed. */
    boolean agrees(long whole) {
        if (whole <= 0) return false;
        var exact = BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 8, RoundingMode.HALF_UP);
        return exact.setScale(Math.max(0, share.scale()), RoundingMode.HALF_UP).compareTo(share) == 0
                // a half printed downwards is no mistake
                || exact.subtract(share)
                                .abs()
                                .movePointRight(Math.max(0, share.scale()))
                                .compareTo(new BigDecimal("0.5"))
                        <= 0;
    }

    /** Whole-number shares by largest remainder: they add to 100. */
    static List<Long> largestRemainder(List<Long> counts, long whole) {
        var shares = new ArrayList<>(
                counts.stream().map(count -> count * 100 / whole).toList());
        var left = 100 - shares.stream().mapToLong(Long::longValue).sum();
        var order = IntStream.range(0, counts.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -(counts.get(i) * 100 % whole)))
                .toList();
        for (int i = 0; i < left && i < order.size(); i++) shares.set(order.get(i), shares.get(order.get(i)) + 1);
        return shares;
    }
}
