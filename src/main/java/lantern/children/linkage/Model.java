package lantern.children.linkage;

import java.util.List;
import lantern.children.linkage.field.Field;

/**
 * What was learnt: how likely each level is for two records of one person (m) and of two people (u), and how likely any two records
 * are of one person before anything is compared. Weights are log2 of m/u (Fellegi and Sunter 1969).
 */
public final class Model {
    private static final double LOG2 = Math.log(2);

    private final List<Field> fields;
    private final Levels same;
    private final Levels different;
    private final double prior;

    Model(List<Field> fields, Levels same, Levels different, double prior) {
        this.fields = List.copyOf(fields);
        this.same = same;
        this.different = different;
        this.prior = prior;
    }

    public List<Field> fields() {
        return fields;
    }

    /** The share of all pairs that are of one person. */
    public double prior() {
        return prior;
    }

    Levels same() {
        return same;
    }

    Levels different() {
        return different;
    }

    public double m(int field, int level) {
        return same.alone(field, level);
    }

    public double u(int field, int level) {
        return different.alone(field, level);
    }

    /** The log2 odds before anything is compared. */
    public double priorOdds() {
        return log2(prior / (1 - prior));
    }

    /** What one field of a pattern says; nothing when it is missing. */
    public double weight(int field, long pattern) {
        if (Field.level(pattern, field) == Field.MISSING) return 0;
        return log2(same.of(field, pattern) / different.of(field, pattern));
    }

    /** All fields and the prior together, in log2 odds. */
    public double odds(long pattern) {
        var odds = priorOdds();
        for (var field = 0; field < fields.size(); field++) odds += weight(field, pattern);
        return odds;
    }

    /**
     * What it adds that the very value both share is rarer, or commoner, than usual. Nothing where another field of the group has
     * said it already (a town beside its postcode).
     */
    public double rarity(int field, long pattern, double share) {
        var usual = different.alone(field, Field.SAME);
        var here = different.of(field, pattern);
        var left = Math.clamp(Math.log(here) / Math.log(usual), 0, 1);
        return left * log2(usual / share);
    }

    public static double probability(double odds) {
        return 1 / (1 + Math.pow(2, -odds));
    }

    static double log2(double value) {
        return Math.log(value) / LOG2;
    }
}
