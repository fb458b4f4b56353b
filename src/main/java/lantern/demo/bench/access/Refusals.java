package lantern.demo.bench.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.demo.bench.Wire;
import lantern.platform.Ids;

/**
 * How long "there is no such record" takes for records that are hidden and for those that do not exist, asked in turn by one
 * client: if the one could be told from the other by time, it shows here.
 */
public final class Refusals {
    private static final int WARM = 300;

    private final int port;
    private final String header;

    public Refusals(int port, String header) {
        this.port = port;
        this.header = header;
    }

    /** Milliseconds by percentile of each kind, and the ratio of each to what does not exist. */
    public Map<String, Object> of(String path, Map<String, List<UUID>> hidden, int times) throws Exception {
        var kinds = new ArrayList<>(hidden.keySet());
        kinds.add("notExisting");
        var taken = new LinkedHashMap<String, double[]>();
        kinds.forEach(kind -> taken.put(kind, new double[times]));
        try (var wire = new Wire(port)) {
            for (var n = -WARM; n < times; n++) {
                // In another order each time, so that no kind always follows the same one.
                java.util.Collections.rotate(kinds, 1);
                for (var kind : kinds) {
                    var ids = hidden.get(kind);
                    var id = ids == null ? Ids.next() : ids.get(Math.floorMod(n, ids.size()));
                    var before = System.nanoTime();
                    var answer = wire.get(path.replace("{id}", id.toString()), header);
                    var nanos = System.nanoTime() - before;
                    if (answer.status() != 404)
                        throw new IllegalStateException(kind + " " + path + " answered " + answer.status());
                    if (n >= 0) java.util.Objects.requireNonNull(taken.get(kind))[n] = nanos / 1e6;
                }
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("timesEach", times);
        var none = sorted(java.util.Objects.requireNonNull(taken.get("notExisting")));
        taken.forEach((kind, all) -> {
            var sorted = sorted(all);
            figures.put(
                    kind,
                    Map.of(
                            "p50Milliseconds", round(at(sorted, 0.5)),
                            "p95Milliseconds", round(at(sorted, 0.95)),
                            "p50ToNotExisting", round(at(sorted, 0.5) / at(none, 0.5)),
                            "slowerThanMedianOfNotExisting", round(share(sorted, at(none, 0.5)))));
        });
        return figures;
    }

    private static double[] sorted(double[] all) {
        var sorted = all.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) (sorted.length * part)];
    }

    /** A half when nothing can be told: what guessing by "slower than usual" would get right. */
    private static double share(double[] sorted, double than) {
        return Arrays.stream(sorted).filter(each -> each > than).count() / (double) sorted.length;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
