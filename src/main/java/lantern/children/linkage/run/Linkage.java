package lantern.children.linkage.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lantern.children.linkage.Belief;
import lantern.children.linkage.Model;
import lantern.children.linkage.Patterns;
import lantern.children.linkage.Training;
import lantern.children.linkage.block.Blocking;
import lantern.children.linkage.block.Keys;
import lantern.children.linkage.block.PairSet;
import lantern.children.linkage.field.Comparisons;

/** Learns from the records themselves and scores every pair that may be of one person. */
public final class Linkage {
    private static final int RANDOM_PAIRS = 500_000;
    private static final long SEED = 20_261_122;

    /** Pairs less likely than this are not kept. */
    private static final double NEGLIGIBLE = -14;

    private final int rows;
    private final int first;
    private final Comparisons comparisons;
    private final long[] pairs;
    private final long[] patterns;

    private Linkage(int rows, int first, Comparisons comparisons, long[] pairs) {
        this.rows = rows;
        this.first = first;
        this.comparisons = comparisons;
        this.pairs = pairs;
        this.patterns = new long[pairs.length];
        IntStream.range(0, pairs.length)
                .parallel()
                .forEach(i -> patterns[i] = comparisons.pattern(PairSet.first(pairs[i]), PairSet.second(pairs[i])));
    }

    /** @param compared how many pairs were held side by side; {@code scored} those of them worth keeping */
    public record Linked(Model model, long compared, Scored scored, Persons.Odds odds) {}

    public static Linked of(int rows, int first, Comparisons comparisons, List<Keys> keys) {
        return of(rows, first, comparisons, keys, Belief.USUAL);
    }

    public static Linked of(int rows, int first, Comparisons comparisons, List<Keys> keys, Belief believed) {
        var linkage = new Linkage(rows, first, comparisons, Blocking.pairs(rows, first, keys));
        var training = new Training(comparisons.fields(), linkage.count(), believed);
        var model = training.learn(Math.min(first, rows - first == 0 ? rows : rows - first) / 2.0);
        return new Linked(
                model,
                linkage.pairs.length,
                linkage.score(model),
                (a, b) -> linkage.odds(model, comparisons.pattern(a, b), a, b));
    }

    private Patterns count() {
        var counted = new HashMap<Long, Integer>();
        for (var pattern : patterns) counted.merge(pattern, 1, Integer::sum);
        var all = new Patterns();
        counted.forEach((pattern, times) -> all.compared(pattern, times));
        var others = Blocking.all(rows, first) - pairs.length;
        if (others > 0) random(all, others);
        return all;
    }

    // Random pairs stand for all that were not compared.
    private void random(Patterns all, long others) {
        var random = new SplittableRandom(SEED);
        var most = (int) Math.min(RANDOM_PAIRS, others);
        var drawn = new long[most];
        var count = 0;
        for (var i = 0; i < most; i++) {
            var a = random.nextInt(first);
            var b = first == rows ? random.nextInt(rows) : random.nextInt(first, rows);
            var pair = PairSet.pair(Math.min(a, b), Math.max(a, b));
            if (a != b && Arrays.binarySearch(pairs, pair) < 0) drawn[count++] = pair;
        }
        var number = count;
        var seen = new long[number];
        IntStream.range(0, number)
                .parallel()
                .forEach(i -> seen[i] = comparisons.pattern(PairSet.first(drawn[i]), PairSet.second(drawn[i])));
        for (var pattern : seen) all.others(pattern, (double) others / number);
    }

    private Scored score(Model model) {
        var odds = new double[pairs.length];
        IntStream.range(0, pairs.length)
                .parallel()
                .forEach(i -> odds[i] = odds(model, patterns[i], PairSet.first(pairs[i]), PairSet.second(pairs[i])));
        var kept = IntStream.range(0, pairs.length)
                .filter(i -> odds[i] > NEGLIGIBLE)
                .toArray();
        return new Scored(
                Arrays.stream(kept).mapToLong(i -> pairs[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> odds[i]).toArray());
    }

    private double odds(Model model, long pattern, int a, int b) {
        return model.odds(pattern, field -> comparisons.share(field, a, b));
    }
}
