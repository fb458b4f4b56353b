package lantern.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import lantern.audit.head.Head;
import lantern.audit.head.HeadsDisagree;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.SealingKey;
import lantern.audit.tree.Entries;
import lantern.audit.tree.Entries.Entry;
import lantern.audit.tree.Leaves;
import lantern.audit.tree.Merkle;
import org.jspecify.annotations.Nullable;

/**
 * Seals what has been committed since the last pass. One at a time in the whole cluster, by an advisory lock: any number of instances may call it.
 * Connects as {@code lantern_sealer}, which can read entries and add seals and nothing else.
 */
public final class Sealer {
    /** Keeps a seal's list of leaves under half a megabyte. */
    public static final int MOST_ENTRIES = 10_000;

    /** Any fixed number nobody else uses; "lantern" in ASCII. */
    private static final long ONE_AT_A_TIME = 0x6c616e7465726eL;

    private static final int HEADS_AT_ONCE = 1_000;

    private final DataSource database;
    private final SealingKey key;
    private final HeadsFile file;
    private final Clock clock;
    private final int most;
    private final Map<UUID, Long> onFile = new HashMap<>();
    private boolean caughtUp;

    /** @param most a seal is closed at the first end of a transaction after this many entries */
    public Sealer(DataSource database, SealingKey key, HeadsFile file, Clock clock, int most) {
        this.database = database;
        this.key = key;
        this.file = file;
        this.clock = clock;
        this.most = most;
    }

    /** Seals once; the number of entries sealed, 0 also when another instance is at it. Not for several threads. */
    public int pass() throws SQLException {
        var sealed = 0;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (lock(connection)) {
                // A head that a crash kept from the file, and a file that knows more than the database, both come
                // before anything new.
                if (!caughtUp) appendToFile(connection);
                sealed = seal(connection);
            }
            connection.commit();
            // The lock went with the commit: take it again, so that the file too has one writer.
            if (lock(connection)) appendToFile(connection);
            connection.commit();
        }
        return sealed;
    }

    private int seal(Connection connection) throws SQLException {
        var from = Seals.horizon(connection);
        var to = snapshotXmin(connection);
        if (from == to) return 0;
        if (Long.compareUnsigned(to, from) < 0) {
            throw new IllegalStateException(
                    "The database's transaction numbers are behind its seals: it was loaded from a dump."
                            + " See \"The ledger\" in docs/guides/operate.md.");
        }
        var sealed = 0;
        // Read beside the transaction that adds the seals. Its own snapshot is later than `to`, which changes nothing:
        // below `to` all have ended.
        try (var reading = database.getConnection()) {
            avoidScans(reading);
            try (var entries = Entries.between(reading, from, to)) {
                var run = new Run(connection, to);
                for (var entry = entries.next(); entry != null; entry = entries.next()) {
                    run.add(entry);
                    sealed++;
                }
                run.close(to);
            }
            reading.commit();
        }
        return sealed;
    }

    /** The entries of one pass, cut into seals: at each change of authority, and between transactions once a seal is long enough. */
    private final class Run {
        private final Connection connection;
        private final long to;
        private final Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private Leaves.Growing leaves = new Leaves.Growing();
        private @Nullable Entry first;
        private @Nullable Entry last;

        Run(Connection connection, long to) {
            this.connection = connection;
            this.to = to;
        }

        void add(Entry entry) throws SQLException {
            var before = last;
            if (before != null && !before.authority().equals(entry.authority())) close(to);
            else if (before != null && leaves.size() >= most && before.xid() != entry.xid()) close(entry.xid());
            if (first == null) first = entry;
            last = entry;
            leaves.add(entry);
        }

        void close(long horizon) throws SQLException {
            if (first == null || last == null) return;
            var authority = first.authority();
            var previous = Seals.last(connection, authority);
            var head = new Head(
                            authority,
                            previous.map(Head::number).orElse(0L) + 1,
                            previous.map(Head::epoch).orElse(1),
                            null,
                            at,
                            leaves.size(),
                            first.id(),
                            last.id(),
                            horizon,
                            HexFormat.of().formatHex(leaves.root()),
                            previous.map(Head::hash).orElse(Head.NONE),
                            key.published().id(),
                            "")
                    .signed(key);
            Seals.add(connection, head, leaves.leaves());
            leaves = new Leaves.Growing();
            first = null;
            last = null;
        }
    }

    /** Begins a new epoch for each authority whose heads on file go further than the database; answers the heads that say so. */
    public List<Head> beginEpochs(String reason) throws SQLException {
        var begun = new ArrayList<Head>();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            while (!lock(connection)) connection.rollback();
            for (var authority : Seals.authorities(connection).entrySet()) {
                var filed = file.last(authority.getValue());
                var sealed = Seals.last(connection, authority.getKey());
                if (filed.isEmpty()
                        || filed.get().number() <= sealed.map(Head::number).orElse(0L)) continue;
                begun.add(epoch(
                        authority.getKey(),
                        filed.get(),
                        sealed.map(Head::horizon).orElse(0L),
                        reason));
            }
            for (var head : begun) Seals.add(connection, head, new Leaves(new byte[0]));
            connection.commit();
            if (!begun.isEmpty() && lock(connection)) appendToFile(connection);
            connection.commit();
        }
        return begun;
    }

    /** Continues the heads on file, not those in the database: the lost ones stay part of the chain. */
    private Head epoch(UUID authority, Head filed, long horizon, String reason) {
        var nothing = HexFormat.of().formatHex(new Merkle().root());
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Head(
                        authority,
                        filed.number() + 1,
                        filed.epoch() + 1,
                        reason,
                        at,
                        0,
                        null,
                        null,
                        horizon,
                        nothing,
                        filed.hash(),
                        key.published().id(),
                        "")
                .signed(key);
    }

    private void appendToFile(Connection connection) throws SQLException {
        if (!caughtUp) file.publish(key.published());
        for (var authority : Seals.authorities(connection).entrySet()) {
            var sealed =
                    Seals.last(connection, authority.getKey()).map(Head::number).orElse(0L);
            if (caughtUp && sealed.equals(onFile.get(authority.getKey()))) continue;
            var code = authority.getValue();
            var last = file.last(code);
            var number = last.map(Head::number).orElse(0L);
            var hash = last.map(Head::hash).orElse(Head.NONE);
            if (number > sealed) throw new HeadsDisagree(code, number, sealed);
            while (number < sealed) {
                var missing = Seals.after(connection, authority.getKey(), number, HEADS_AT_ONCE);
                if (!missing.getFirst().previous().equals(hash)) throw new HeadsDisagree(code, number, sealed);
                file.append(code, missing);
                number = missing.getLast().number();
                hash = missing.getLast().hash();
            }
            onFile.put(authority.getKey(), sealed);
        }
        caughtUp = true;
    }

    private static long snapshotXmin(Connection connection) throws SQLException {
        try (var query = connection.createStatement()) {
            var row = query.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text");
            row.next();
            return Long.parseUnsignedLong(row.getString(1));
        }
    }

    /** Right after a large load the statistics know nothing of the newest transactions, and a scan of the whole table would look cheap. */
    private static void avoidScans(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local enable_seqscan = off; set local enable_sort = off");
        }
    }

    private boolean lock(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            query.setLong(1, ONE_AT_A_TIME);
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }
}
