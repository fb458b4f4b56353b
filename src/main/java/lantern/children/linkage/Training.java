package lantern.children.linkage;

import java.util.Arrays;
import java.util.List;
import lantern.children.linkage.Patterns.Frozen;
import lantern.children.linkage.field.Field;

/**
 * Learns a model from patterns nobody labelled, by expectation-maximisation (Dempster, Laird and Rubin 1977; Winkler 1988). Every
 * number starts from what is usual for any field and moves as the data says. The same patterns give the same model.
 */
public final class Training {
    private static final int MOST_ROUNDS = 150;
    private static final double SETTLED = 1e-8;

    private static final double BELIEF_STRANGERS = 1;
    private static final double BELIEF_HOUSEHOLD = 10;

    /** ONS, births in England and Wales: one maternity in 65 is multiple. */
    private static final double TWINS = 0.03;

    private final List<Field> fields;
    private final Frozen seen;
    private final double pairs;
    private final int[] on;
    private final double[][] usualSame;
    private final double[][] usualStrangers;
    private final double[][] usualHousehold;
    private final double belief;
    private double[] likelihoods = {};

    public Training(List<Field> fields, Patterns patterns) {
        this(fields, patterns, Belief.USUAL);
    }

    public Training(List<Field> fields, Patterns patterns, Belief believed) {
        this.fields = fields;
        this.seen = patterns.freeze();
        this.pairs = Math.max(2, seen.pairs());
        this.on = Dependence.within(fields, seen);
        this.usualSame = fields.stream().map(believed::of).toArray(double[][]::new);
        this.belief = believed.pairs();
        this.usualStrangers = fields.stream().map(Training::usualStrangers).toArray(double[][]::new);
        this.usualHousehold = fields.stream().map(Training::usualHousehold).toArray(double[][]::new);
    }

    /** @param expected how many pairs are of one person, at a guess: where the search begins */
    public Model learn(double expected) {
        var all = new double[seen.patterns().length];
        for (var i = 0; i < all.length; i++) all[i] = seen.compared()[i] + seen.others()[i];
        var share = Math.min(0.25, expected / pairs);
        var model = new Model(
                fields,
                Levels.independent(usualSame),
                strangers(all),
                Levels.independent(usualHousehold),
                share,
                share);
        var history = new double[MOST_ROUNDS];
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var one = new double[all.length];
            var kin = new double[all.length];
            history[round] = expect(model, one, kin);
            likelihoods = Arrays.copyOf(history, round + 1);
            if (round > 5 && Math.abs(history[round] - history[round - 1]) < SETTLED * Math.abs(history[round])) break;
            model = maximise(one, kin);
        }
        return model;
    }

    /** The log-likelihood of the data before each round. */
    double[] likelihoods() {
        return likelihoods.clone();
    }

    // Pairs that were not compared share nothing that is rare: they are of strangers.
    private double expect(Model model, double[] one, double[] kin) {
        var likelihood = 0.0;
        for (var i = 0; i < one.length; i++) {
            var chances = model.chances(seen.patterns()[i]);
            one[i] = seen.compared()[i] * chances.one() / chances.all();
            kin[i] = seen.compared()[i] * chances.household() / chances.all();
            likelihood +=
                    seen.compared()[i] * Math.log(chances.all()) + seen.others()[i] * Math.log(chances.strangers());
        }
        return likelihood;
    }

    private Model maximise(double[] one, double[] kin) {
        var two = new double[one.length];
        for (var i = 0; i < two.length; i++) two[i] = seen.compared()[i] + seen.others()[i] - one[i] - kin[i];
        var same = Levels.learn(fields, on, seen.patterns(), one, usualSame, belief);
        var household = Levels.learn(fields, on, seen.patterns(), kin, usualHousehold, BELIEF_HOUSEHOLD);
        return new Model(fields, same, strangers(two), household, share(one), share(kin));
    }

    private Levels strangers(double[] weights) {
        return Levels.learn(fields, on, seen.patterns(), weights, usualStrangers, BELIEF_STRANGERS);
    }

    private double share(double[] weights) {
        return Math.clamp((Arrays.stream(weights).sum() + 0.5) / pairs, 1e-12, 0.4);
    }

    private static double[] usualHousehold(Field field) {
        if (!field.mayBeTwins()) return Belief.USUAL.of(field);
        var usual = new double[field.differs() + 1];
        for (var level = 1; level < usual.length; level++)
            usual[level] = level == 1 ? TWINS : (1 - TWINS) / (field.differs() - 1);
        return usual;
    }

    private static double[] usualStrangers(Field field) {
        var usual = new double[field.differs() + 1];
        for (var level = 1; level < usual.length; level++)
            usual[level] = level == field.differs() ? 0.98 : 0.02 / (field.differs() - 1);
        return usual;
    }
}
