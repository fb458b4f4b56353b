package lantern.demo.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies rows into the tables within the caller's transaction, as their owner. PostgreSQL refuses COPY into a table whose row-level
 * security binds the one who copies, so between {@link #open} and {@link #close} the owner is not bound; the application's role
 * always is, and nobody else sees the change, because it is undone in the transaction that makes it.
 */
public final class Copying {
    private final Connection connection;
    private final CopyManager copy;
    private final boolean rebuild;
    private final List<String> putBack = new ArrayList<>();

    private Copying(Connection connection, boolean rebuild) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.rebuild = rebuild;
    }

    /** @param rebuild whether keys and indexes are made anew at the end, which pays from some ten thousand children on */
    public static Copying open(Connection connection, boolean rebuild) throws SQLException {
        var copying = new Copying(connection, rebuild);
        for (var table : Table.values()) copying.run("alter table " + table.table() + " no force row level security");
        if (rebuild) copying.takeDown();
        return copying;
    }

    public void copy(Rows rows) throws SQLException {
        for (var table : Table.values()) {
            var text = rows.of(table);
            if (text == null) continue;
            var sql = "copy " + table.table() + " (" + table.columnNames() + ") from stdin";
            try {
                copy.copyIn(sql, new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void close() throws SQLException {
        if (rebuild) run("set local maintenance_work_mem = '256MB'");
        for (var sql : putBack) run(sql);
        for (var table : Table.values()) run("alter table " + table.table() + " force row level security");
    }

    private void takeDown() throws SQLException {
        var keys = """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and conrelid = any (?::regclass[]) order by conrelid, conname
                """;
        var indexes = """
                select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
                from pg_index i
                where i.indrelid = any (?::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                order by i.indrelid, i.indexrelid
                """;
        var dropKeys = new ArrayList<String>();
        var addKeys = new ArrayList<String>();
        read(keys, dropKeys, addKeys);
        var dropIndexes = new ArrayList<String>();
        read(indexes, dropIndexes, putBack);
        putBack.addAll(addKeys);
        for (var sql : dropKeys) run(sql);
        for (var sql : dropIndexes) run(sql);
    }

    private void read(String sql, List<String> down, List<String> up) throws SQLException {
        var tables = Arrays.stream(Table.values()).map(Table::table).toArray();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", tables));
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    down.add(found.getString(1));
                    up.add(found.getString(2));
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
