package lantern.children.linkage;

import java.util.Arrays;
import java.util.List;
import lantern.children.linkage.field.Field;

/**
 * Learns m, u and the prior from patterns nobody labelled, by expectation-maximisation (Dempster, Laird and Rubin 1977; Winkler
 * 1988). Every number starts from what is usual for any field and moves as the data says. The same patterns give the same model.
 */
public final class Training {
    private static final int MOST_ROUNDS = 200;
    private static final double SETTLED = 1e-7;

    /** How many pairs of one person the usual is worth: soon outweighed, and enough where a level is never seen. */
    private static final double BELIEF_SAME = 10;

    private static final double BELIEF_DIFFERENT = 1;
    private static final int ROUNDS_ALONE = 30;

    private final List<Field> fields;
    private final Patterns.Frozen seen;
    private final double pairs;
    private final double[][] usualSame;
    private final double[][] usualDifferent;
    private double[] likelihoods = {};

    public Training(List<Field> fields, Patterns patterns) {
        this.fields = fields;
        this.seen = patterns.freeze();
        this.pairs = Math.max(2, seen.pairs());
        this.usualSame = fields.stream().map(Training::usualSame).toArray(double[][]::new);
        this.usualDifferent = fields.stream().map(Training::usualDifferent).toArray(double[][]::new);
    }

    /** @param expected how many pairs are of one person, at a guess: where the search begins */
    public Model learn(double expected) {
        var on = new int[fields.size()];
        Arrays.fill(on, -1);
        var nobody = new double[seen.patterns().length];
        var model = new Model(
                fields, Levels.independent(usualSame), learnDifferent(on, nobody), Math.min(0.5, expected / pairs));
        var history = new double[MOST_ROUNDS];
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var chance = new double[seen.patterns().length];
            history[round] = expect(model, chance);
            likelihoods = Arrays.copyOf(history, round + 1);
            if (round == ROUNDS_ALONE) on = Dependence.within(fields, seen, chance);
            else if (round > ROUNDS_ALONE
                    && Math.abs(history[round] - history[round - 1]) < SETTLED * Math.abs(history[round])) break;
            model = maximise(on, chance);
        }
        return model;
    }

    /** The log-likelihood of the data before each round: it never falls while the dependences stay what they are. */
    double[] likelihoods() {
        return likelihoods.clone();
    }

    private double expect(Model model, double[] chance) {
        var likelihood = 0.0;
        for (var i = 0; i < chance.length; i++) {
            var pattern = seen.patterns()[i];
            var one = model.prior();
            var two = 1 - model.prior();
            for (var f = 0; f < fields.size(); f++) {
                if (Field.level(pattern, f) == Field.MISSING) continue;
                one *= model.same().of(f, pattern);
                two *= model.different().of(f, pattern);
            }
            chance[i] = one / (one + two);
            likelihood += seen.compared()[i] * Math.log(one + two) + seen.others()[i] * Math.log(two);
        }
        return likelihood;
    }

    private Model maximise(int[] on, double[] chance) {
        var weights = new double[chance.length];
        var ones = 0.0;
        for (var i = 0; i < weights.length; i++) {
            weights[i] = seen.compared()[i] * chance[i];
            ones += weights[i];
        }
        var same = Levels.learn(fields, on, seen.patterns(), weights, usualSame, BELIEF_SAME);
        return new Model(fields, same, learnDifferent(on, chance), Math.clamp((ones + 0.5) / pairs, 1e-12, 0.5));
    }

    private Levels learnDifferent(int[] on, double[] chance) {
        var weights = new double[chance.length];
        for (var i = 0; i < weights.length; i++) weights[i] = seen.compared()[i] * (1 - chance[i]) + seen.others()[i];
        return Levels.learn(fields, on, seen.patterns(), weights, usualDifferent, BELIEF_DIFFERENT);
    }

    /** Two records of one person: mostly the same, and less often the further apart. */
    private static double[] usualSame(Field field) {
        var usual = new double[field.differs() + 1];
        var rest = 1.0;
        for (var level = 1; level < usual.length; level++) {
            usual[level] = level == 1 ? 0.8 : level == field.differs() ? rest : rest / 2;
            rest -= usual[level];
        }
        return usual;
    }

    private static double[] usualDifferent(Field field) {
        var usual = new double[field.differs() + 1];
        for (var level = 1; level < usual.length; level++)
            usual[level] = level == field.differs() ? 0.98 : 0.02 / (field.differs() - 1);
        return usual;
    }
}
