package lantern.children.linkage;

import java.util.List;
import lantern.children.linkage.field.Field;

/**
 * What was learnt: how likely each level is for two records of one person (m), of two strangers (u), and of two people of one
 * household, who share a family name and a place but nothing of their own. Weights are log2 of m/u (Fellegi and Sunter 1969).
 */
public final class Model {
    private static final double LOG2 = Math.log(2);

    private final List<Field> fields;
    private final Levels same;
    private final Levels strangers;
    private final Levels household;
    private final double prior;
    private final double relatives;

    /** @param prior the share of all pairs that are of one person; {@code relatives} that of two people of one household */
    Model(List<Field> fields, Levels same, Levels strangers, Levels household, double prior, double relatives) {
        this.fields = List.copyOf(fields);
        this.same = same;
        this.strangers = strangers;
        this.household = household;
        this.prior = prior;
        this.relatives = relatives;
    }

    public List<Field> fields() {
        return fields;
    }

    public double prior() {
        return prior;
    }

    public double relatives() {
        return relatives;
    }

    public double m(int field, int level) {
        return same.alone(field, level);
    }

    public double u(int field, int level) {
        return strangers.alone(field, level);
    }

    /** For two people of one household. */
    public double k(int field, int level) {
        return (fields.get(field).ofHousehold() ? household : strangers).alone(field, level);
    }

    /** How likely the pattern and its kind of pair are together. */
    Chances chances(long pattern) {
        var one = prior;
        var two = 1 - prior - relatives;
        var kin = relatives;
        for (var f = 0; f < fields.size(); f++) {
            if (Field.level(pattern, f) == Field.MISSING) continue;
            var stranger = strangers.of(f, pattern);
            one *= same.of(f, pattern);
            two *= stranger;
            kin *= fields.get(f).ofHousehold() ? household.of(f, pattern) : stranger;
        }
        return new Chances(one, two, kin);
    }

    record Chances(double one, double strangers, double household) {
        double all() {
            return one + strangers + household;
        }
    }

    /** How common what a pair shares is, field by field; 1 where that says nothing. */
    public interface Shares {
        double of(int field);
    }

    /** The log2 odds that a pair with this pattern is of one person. A rare value in common makes strangers unlikelier. */
    public double odds(long pattern, Shares shares) {
        var chances = chances(pattern);
        var strangersLess = 0.0;
        var householdLess = 0.0;
        for (var f = 0; f < fields.size(); f++) {
            if (Field.level(pattern, f) != Field.SAME) continue;
            var share = shares.of(f);
            if (share <= 0 || share >= 1) continue;
            var rarity = rarity(f, pattern, share);
            strangersLess += rarity;
            if (!fields.get(f).ofHousehold()) householdLess += rarity;
        }
        var two = log2(chances.strangers()) - strangersLess;
        var kin = log2(chances.household()) - householdLess;
        var more = Math.max(two, kin);
        return log2(chances.one()) - more - log2(Math.pow(2, two - more) + Math.pow(2, kin - more));
    }

    // Nothing where another field of the group has said it already (a town beside its postcode).
    private double rarity(int field, long pattern, double share) {
        var usual = strangers.alone(field, Field.SAME);
        var left = Math.clamp(Math.log(strangers.of(field, pattern)) / Math.log(usual), 0, 1);
        return left * log2(usual / share);
    }

    public static double probability(double odds) {
        return 1 / (1 + Math.pow(2, -odds));
    }

    static double log2(double value) {
        return Math.log(value) / LOG2;
    }
}
