package lantern.demo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lantern.platform.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/** Writes entries at a fixed rate through the ledger's own function while the server seals, and watches how far sealing is behind. */
final class SealerLoad {
    static final int ROWS_PER_SECOND = 5_000;

    private static final int WRITERS = 4;
    private static final int ROWS_OF_A_TRANSACTION = 25;

    private final DatabaseSettings settings;
    private final String session;

    SealerLoad(DatabaseSettings settings, String session) {
        this.settings = settings;
        this.session = session;
    }

    Map<String, Object> run(int seconds) throws Exception {
        var written = new AtomicLong();
        var failure = new AtomicReference<@Nullable Exception>();
        var start = System.nanoTime();
        var until = start + seconds * 1_000_000_000L;
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < WRITERS; i++)
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    write(start, until, written);
                } catch (SQLException | InterruptedException e) {
                    failure.compareAndSet(null, e);
                }
            }));
        var lags = new ArrayList<Double>();
        var waiting = 0L;
        try (var watch = connect()) {
            while (System.nanoTime() < until) {
                Thread.sleep(100);
                var lag = lag(watch);
                lags.add(lag.seconds);
                waiting = Math.max(waiting, lag.entries);
            }
            for (var thread : threads) thread.join();
            var failed = failure.get();
            if (failed != null) throw failed;
            var taken = (System.nanoTime() - start) / 1e9;
            var before = System.nanoTime();
            while (lag(watch).entries > 0) Thread.sleep(20);
            return figures(written.get() / taken, lags, waiting, (System.nanoTime() - before) / 1e9);
        }
    }

    private static Map<String, Object> figures(double rate, List<Double> lags, long waiting, double caughtUp) {
        var sorted = lags.stream().sorted().toList();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("rowsPerSecondAsked", ROWS_PER_SECOND);
        figures.put("rowsPerSecondWritten", Figures.round(rate));
        figures.put("medianLagSeconds", Figures.round(sorted.get(sorted.size() / 2)));
        figures.put("greatestLagSeconds", Figures.round(sorted.getLast()));
        // The lag of the second half against the first: a sealer that does not keep up falls ever further behind.
        figures.put("medianLagFirstHalf", Figures.round(median(lags.subList(0, lags.size() / 2))));
        figures.put("medianLagSecondHalf", Figures.round(median(lags.subList(lags.size() / 2, lags.size()))));
        figures.put("mostEntriesWaiting", waiting);
        figures.put("secondsToSealTheRest", Figures.round(caughtUp));
        return figures;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private record Lag(long entries, double seconds) {}

    private static Lag lag(Connection connection) throws SQLException {
        try (var query = connection.createStatement()) {
            var row = query.executeQuery("select entries, oldest, clock_timestamp() as now from audit.lag()");
            row.next();
            var oldest = row.getObject("oldest", OffsetDateTime.class);
            var now = row.getObject("now", OffsetDateTime.class).toInstant();
            Instant since = oldest == null ? now : oldest.toInstant();
            return new Lag(
                    row.getLong("entries"),
                    java.time.Duration.between(since, now).toNanos() / 1e9);
        }
    }

    private void write(long start, long until, AtomicLong written) throws SQLException, InterruptedException {
        try (var connection = connect();
                var begin = connection.prepareStatement("select * from ctx.begin(?, 'benchmark')");
                var entry = connection.prepareStatement(
                        "select audit.write('look', 'child', ?, ?, '{identity,contact}', null)")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < until) {
                var due = (System.nanoTime() - start) / 1e9 * ROWS_PER_SECOND;
                if (written.get() > due) {
                    Thread.sleep(2);
                    continue;
                }
                written.addAndGet(ROWS_OF_A_TRANSACTION);
                begin.setString(1, session);
                begin.executeQuery().close();
                for (var i = 0; i < ROWS_OF_A_TRANSACTION; i++) {
                    var child = UUID.randomUUID();
                    entry.setObject(1, child);
                    entry.setObject(2, child);
                    entry.executeQuery().close();
                }
                connection.commit();
            }
        }
    }

    private Connection connect() throws SQLException {
        var login = settings.app();
        return DriverManager.getConnection(settings.url(), login.user(), login.password());
    }
}
