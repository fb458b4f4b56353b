package lantern.children.linkage;

import java.util.List;
import lantern.children.linkage.field.Field;

/**
 * How likely each level of each field is for one kind of pair (of one person, or of two). A field may depend on another of its
 * group: then by the other's level. Missing has no probability: it says nothing.
 */
final class Levels {
    private final double[][][]
            likely; // by field, level of the field it depends on (0 when that is missing or there is none), level
    private final int[] on;

    private Levels(double[][][] likely, int[] on) {
        this.likely = likely;
        this.on = on;
    }

    /** @param alone how likely each level is by itself, by field and level (level 0 unused) */
    static Levels independent(double[][] alone) {
        var likely = new double[alone.length][][];
        var on = new int[alone.length];
        for (var f = 0; f < alone.length; f++) {
            likely[f] = new double[][] {alone[f].clone()};
            on[f] = -1;
        }
        return new Levels(likely, on);
    }

    /**
     * Learns from weighted patterns. Where little was seen, the expectation speaks: with {@code belief} observations' worth for a
     * field alone; for a field that depends on another, its own distribution with as much.
     */
    static Levels learn(
            List<Field> fields, int[] on, long[] patterns, double[] weights, double[][] expected, double belief) {
        var likely = new double[fields.size()][][];
        for (var f = 0; f < likely.length; f++) {
            var levels = fields.get(f).differs();
            var rows = on[f] < 0 ? 1 : fields.get(on[f]).differs() + 1;
            var counts = new double[rows][levels + 1];
            var alone = new double[levels + 1];
            for (var i = 0; i < patterns.length; i++) {
                var level = Field.level(patterns[i], f);
                if (level == Field.MISSING) continue;
                alone[level] += weights[i];
                if (on[f] >= 0) counts[Field.level(patterns[i], on[f])][level] += weights[i];
            }
            alone = shares(alone, expected[f], belief);
            for (var row = 1; row < rows; row++) counts[row] = shares(counts[row], alone, belief);
            counts[0] = alone;
            likely[f] = counts;
        }
        return new Levels(likely, on.clone());
    }

    private static double[] shares(double[] counts, double[] expected, double belief) {
        var total = belief;
        for (var level = 1; level < counts.length; level++) total += counts[level];
        var shares = new double[counts.length];
        for (var level = 1; level < counts.length; level++)
            shares[level] = (counts[level] + belief * expected[level]) / total;
        return shares;
    }

    double of(int field, long pattern) {
        var other = on[field] < 0 ? 0 : Field.level(pattern, on[field]);
        return likely[field][other][Field.level(pattern, field)];
    }

    double alone(int field, int level) {
        return likely[field][0][level];
    }
}
