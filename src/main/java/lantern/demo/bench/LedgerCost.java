package lantern.demo.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What the ledger costs a page and a write: the same request with and without it, in turns of a few seconds on one server, so that whatever else the
 * machine does falls on both. Ratios are of processor time, which a busy neighbour does not change as much as it changes rates.
 */
final class LedgerCost {
    private static final int TURNS = 6;

    private final Figures.Cost cost;
    private final int clients;
    private final int seconds;
    private final Consumer<String> say;

    LedgerCost(Figures.Cost cost, int clients, int seconds, Consumer<String> say) {
        this.cost = cost;
        this.clients = clients;
        this.seconds = seconds;
        this.say = say;
    }

    /** Makes clients of one request; {@code more} is a further header line, or empty. */
    interface Asking {
        Load.Clients with(String more);
    }

    Map<String, Object> of(String name, Asking asking, AtomicLong numbers) throws Exception {
        var ledgered = asking.with("");
        var bare = asking.with("\r\n" + Unledgered.HEADER + ": yes");
        Load.warm(clients, numbers, ledgered);
        var with = new Sum();
        var without = new Sum();
        for (var turn = 0; turn < TURNS; turn++) {
            // In either order by turns: what one leaves behind does not always fall on the other.
            for (var second : List.of(turn % 2 == 0, turn % 2 != 0)) {
                var work = second ? ledgered : bare;
                (second ? with : without)
                        .add(cost.of(() -> Load.run(clients, seconds / (double) TURNS + 1, numbers, work)));
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("withLedger", with.mean());
        figures.put("withoutLedger", without.mean());
        figures.put("ledgerCostsPercentOfCpu", percent(with, without, "cpuMilliseconds"));
        figures.put("ledgerCostsPercentOfDatabaseCpu", percent(with, without, "databaseCpuMilliseconds"));
        figures.put("ledgerCostsPercentOfP50", percent(with, without, "p50Milliseconds"));
        say.accept("  ledger on " + name + ": " + figures);
        return figures;
    }

    private static double percent(Sum with, Sum without, String figure) {
        return Figures.round((with.median(figure) / without.median(figure) - 1) * 100);
    }

    /** The median of the turns: one turn in which the machine was away does not count. */
    private static final class Sum {
        private final List<Map<String, Double>> turns = new java.util.ArrayList<>();

        void add(Map<String, Double> turn) {
            turns.add(turn);
        }

        double median(String figure) {
            var sorted = turns.stream()
                    .mapToDouble(turn -> turn.getOrDefault(figure, 0.0))
                    .sorted()
                    .toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        Map<String, Double> mean() {
            var means = new LinkedHashMap<String, Double>();
            for (var figure : turns.getFirst().keySet()) means.put(figure, Figures.round(median(figure)));
            return means;
        }
    }
}
