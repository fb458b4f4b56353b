package lantern.children.linkage;

import java.util.List;
import java.util.Map;
import lantern.children.linkage.field.Field;

/**
 * What is expected of two records of one person before anything was learnt, and how many pairs that is worth: soon outweighed where
 * there is much to learn from, and what stays where there is not.
 */
public record Belief(Map<String, List<Double>> m, double pairs) {
    public static final Belief USUAL = new Belief(Map.of(), 10);

    double[] of(Field field) {
        var known = m.get(field.code());
        if (known == null || known.size() != field.differs()) return usual(field);
        var levels = new double[field.differs() + 1];
        for (var level = 1; level < levels.length; level++) levels[level] = known.get(level - 1);
        return levels;
    }

    /** Mostly the same, and less often the further apart. */
    private static double[] usual(Field field) {
        var usual = new double[field.differs() + 1];
        var rest = 1.0;
        for (var level = 1; level < usual.length; level++) {
            usual[level] = level == 1 ? 0.8 : level == field.differs() ? rest : rest / 2;
            rest -= usual[level];
        }
        return usual;
    }
}
