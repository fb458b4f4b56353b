package lantern.children.linkage;

import java.util.Arrays;
import java.util.List;
import lantern.children.linkage.field.Field;

/**
 * Which field of a group depends on which: within each group the tree that keeps most of what its fields tell about each other
 * (Chow and Liu 1968).
 */
final class Dependence {
    private Dependence() {}

    static int[] within(List<Field> fields, Patterns.Frozen seen) {
        var on = new int[fields.size()];
        Arrays.fill(on, -1);
        var inTree = new boolean[fields.size()];
        for (var root = 0; root < fields.size(); root++) {
            if (inTree[root]) continue;
            inTree[root] = true;
            while (grow(root, fields, seen, on, inTree)) {}
        }
        return on;
    }

    private static boolean grow(int root, List<Field> fields, Patterns.Frozen seen, int[] on, boolean[] inTree) {
        var group = fields.get(root).group();
        var best = 0.0;
        var from = -1;
        var to = -1;
        for (var a = 0; a < fields.size(); a++) {
            if (!inTree[a] || !fields.get(a).group().equals(group)) continue;
            for (var b = 0; b < fields.size(); b++) {
                if (inTree[b] || !fields.get(b).group().equals(group)) continue;
                var tells = shared(a, b, fields, seen);
                if (tells > best) {
                    best = tells;
                    from = a;
                    to = b;
                }
            }
        }
        if (to < 0) return false;
        on[to] = from;
        inTree[to] = true;
        return true;
    }

    private static double shared(int a, int b, List<Field> fields, Patterns.Frozen seen) {
        var both = new double[fields.get(a).differs() + 1][fields.get(b).differs() + 1];
        var ones = new double[both.length];
        var others = new double[both[0].length];
        var total = 0.0;
        for (var i = 0; i < seen.patterns().length; i++) {
            var left = Field.level(seen.patterns()[i], a);
            var right = Field.level(seen.patterns()[i], b);
            if (left == Field.MISSING || right == Field.MISSING) continue;
            var weight = seen.compared()[i] + seen.others()[i];
            both[left][right] += weight;
            ones[left] += weight;
            others[right] += weight;
            total += weight;
        }
        var tells = 0.0;
        for (var left = 1; left < both.length; left++) {
            for (var right = 1; right < both[left].length; right++) {
                if (both[left][right] > 0)
                    tells += both[left][right]
                            / total
                            * Math.log(both[left][right] * total / (ones[left] * others[right]));
            }
        }
        return tells;
    }
}
