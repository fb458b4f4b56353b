package lantern.children.linkage;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each pattern of agreement occurs: among the pairs that are compared, and, estimated from random pairs, among all the
 * others, which are taken for pairs of different people.
 */
public final class Patterns {
    private final Map<Long, double[]> counts = new HashMap<>();

    public void compared(long pattern, double times) {
        counts.computeIfAbsent(pattern, key -> new double[2])[0] += times;
    }

    public void others(long pattern, double times) {
        counts.computeIfAbsent(pattern, key -> new double[2])[1] += times;
    }

    Frozen freeze() {
        var patterns = new long[counts.size()];
        var compared = new double[patterns.length];
        var others = new double[patterns.length];
        var at = 0;
        for (var each : new java.util.TreeMap<>(counts).entrySet()) {
            patterns[at] = each.getKey();
            compared[at] = each.getValue()[0];
            others[at++] = each.getValue()[1];
        }
        return new Frozen(patterns, compared, others);
    }

    record Frozen(long[] patterns, double[] compared, double[] others) {
        double pairs() {
            var sum = 0.0;
            for (var i = 0; i < patterns.length; i++) sum += compared[i] + others[i];
            return sum;
        }
    }
}
