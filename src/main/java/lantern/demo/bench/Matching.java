package lantern.demo.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** Is this child already known, how fast: inside the application, against the floor of one trigram index probe for the same names. */
final class Matching {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Wire wire;
    private final String cookie;
    private final List<Region.Child> known;

    Matching(Wire wire, String cookie, List<Region.Child> known) {
        this.wire = wire;
        this.cookie = cookie;
        this.known = known;
    }

    private Asked asked(long number) {
        var child = known.get((int) (number * 7919 % known.size()));
        var other = known.get((int) (number * 104_729 % known.size()));
        return Asked.of(child, other, (int) (number % Asked.KINDS.size()));
    }

    /** One client, so that what is measured is a match and not a queue. */
    Map<String, Object> measure(Figures.Cost cost, Connection owner, double seconds) throws Exception {
        var numbers = new AtomicLong();
        run(numbers, Math.min(seconds, 10), null);
        var times = new LinkedHashMap<String, List<Long>>();
        var figures = new LinkedHashMap<String, Object>(cost.of(() -> run(numbers, seconds, times)));
        figures.put(
                "inTheApplication",
                summary(times.values().stream().flatMap(List::stream).toList()));
        for (var kind : Asked.KINDS) figures.put(kind, summary(times.getOrDefault(kind, List.of())));
        var floor = floor(owner, numbers, seconds);
        figures.put("floorOneTrigramProbe", floor);
        figures.put("ratioToFloor", Figures.round(p50(figures.get("inTheApplication")) / p50(floor)));
        return figures;
    }

    private Load.Done run(
            AtomicLong numbers, double seconds, @org.jspecify.annotations.Nullable Map<String, List<Long>> times)
            throws Exception {
        return Load.run(1, seconds, numbers, which -> number -> {
            var asked = asked(number);
            var answer = wire.get(asked.path(), cookie, true);
            if (answer.status() != 200) throw new IllegalStateException(asked.path() + " answered " + answer.status());
            var nanos = JSON.readTree(answer.text()).get("nanos").asLong();
            if (times != null)
                times.computeIfAbsent(asked.kind(), any -> new ArrayList<>()).add(nanos);
        });
    }

    private Map<String, Double> floor(Connection owner, AtomicLong numbers, double seconds) throws Exception {
        var sql = "select family_key from children.family_name where family_key operator(ext.%) ? limit 12";
        var times = new ArrayList<Long>();
        try (var probe = owner.prepareStatement(sql)) {
            for (var until = System.nanoTime() + (long) (seconds * 1e9 / 2); System.nanoTime() < until; ) {
                var asked = asked(numbers.incrementAndGet());
                probe.setString(1, asked.family().toLowerCase(java.util.Locale.ROOT));
                var before = System.nanoTime();
                read(probe);
                times.add(System.nanoTime() - before);
            }
        }
        return summary(times);
    }

    private static void read(PreparedStatement probe) throws SQLException {
        try (var rows = probe.executeQuery()) {
            while (rows.next()) rows.getString(1);
        }
    }

    private static double p50(Object summary) {
        return summary instanceof Map<?, ?> map && map.get("p50Milliseconds") instanceof Double value ? value : 0;
    }

    private static Map<String, Double> summary(List<Long> nanos) {
        var all = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        var figures = new LinkedHashMap<String, Double>();
        if (all.length == 0) return figures;
        figures.put("p50Milliseconds", Figures.round(all[all.length / 2] / 1e6));
        figures.put("p99Milliseconds", Figures.round(all[(int) (all.length * 0.99)] / 1e6));
        figures.put(
                "slowestMilliseconds", Figures.round(Arrays.stream(all).max().orElse(0) / 1e6));
        figures.put("count", (double) all.length);
        return figures;
    }

    /** The search box over HTTP, page and all. */
    Load.Clients search(int port) {
        return which -> {
            var own = new Wire(port);
            return new Load.Client() {
                @Override
                public void once(long number) throws Exception {
                    var answer = own.get(asked(number).search(), cookie, false);
                    if (answer.status() != 200)
                        throw new IllegalStateException("The search answered " + answer.status());
                }

                @Override
                public void close() throws Exception {
                    own.close();
                }
            };
        };
    }
}
