package lantern.children.linkage.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import lantern.children.linkage.Model;
import lantern.children.linkage.block.PairSet;
import lantern.children.linkage.run.Scored;

/** How good scored pairs are against the truth. Recall counts every true pair, whether it was compared or not. */
record Figures(long truePairs, At at, At best, List<Bin> calibration, double calibrationError) {
    private static final int BINS = 10;

    /** Precision, recall and F1 when every pair at least this probable is taken for one person. */
    record At(double threshold, long found, long right, double precision, double recall, double f1) {
        static At of(double threshold, long found, long right, long truePairs) {
            var precision = found == 0 ? 1.0 : (double) right / found;
            var recall = truePairs == 0 ? 1.0 : (double) right / truePairs;
            var f1 = found + truePairs == 0 ? 1.0 : 2.0 * right / (found + truePairs);
            return new At(threshold, found, right, precision, recall, f1);
        }
    }

    /** The pairs whose probability lies between: how many, what was predicted and what is so, on average. */
    record Bin(double from, double to, long pairs, double predicted, double observed) {}

    static Figures of(Scored scored, Truth truth, double threshold) {
        var order = IntStream.range(0, scored.size())
                .boxed()
                .sorted((a, b) -> Double.compare(scored.odds()[b], scored.odds()[a]))
                .mapToInt(i -> i)
                .toArray();
        var truePairs = truth.pairs();
        var sums = new double[BINS][3];
        var best = At.of(1, 0, 0, truePairs);
        var at = best;
        var right = 0L;
        for (var n = 0; n < order.length; n++) {
            var i = order[n];
            var odds = scored.odds()[i];
            var probability = Model.probability(odds);
            var same = truth.same(PairSet.first(scored.pairs()[i]), PairSet.second(scored.pairs()[i]));
            if (same) right++;
            var bin = sums[(int) Math.min(BINS - 1, probability * BINS)];
            bin[0]++;
            bin[1] += probability;
            bin[2] += same ? 1 : 0;
            if (n + 1 < order.length && scored.odds()[order[n + 1]] == odds) continue;
            var here = At.of(probability, n + 1, right, truePairs);
            if (here.f1() > best.f1()) best = here;
            if (probability >= threshold) at = here;
        }
        var bins = IntStream.range(0, BINS).mapToObj(i -> bin(i, sums[i])).toList();
        return new Figures(
                truePairs,
                new At(threshold, at.found(), at.right(), at.precision(), at.recall(), at.f1()),
                best,
                bins,
                error(bins));
    }

    private static Bin bin(int i, double[] sums) {
        var pairs = Math.max(1, sums[0]);
        return new Bin(i / (double) BINS, (i + 1) / (double) BINS, (long) sums[0], sums[1] / pairs, sums[2] / pairs);
    }

    /** How far predicted and observed lie apart on average, the bins above one in ten weighed by their pairs. */
    private static double error(List<Bin> bins) {
        var pairs = bins.stream().skip(1).mapToLong(Bin::pairs).sum();
        return pairs == 0
                ? 0
                : bins.stream()
                                .skip(1)
                                .mapToDouble(bin -> bin.pairs() * Math.abs(bin.predicted() - bin.observed()))
                                .sum()
                        / pairs;
    }
}
