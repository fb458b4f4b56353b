package lantern.demo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.platform.postgres.DatabaseSettings;

/**
 * The floor that accepting a notification is measured against: as many rows as one accepted notification wrote, with the
 * values of real ones, into bare copies of the same tables (primary key only), each by its own prepared insert over plain
 * JDBC, in one durable transaction on the same server.
 */
final class FloorRows implements Load.Client {
    private final Connection connection;
    private final List<Insert> inserts = new ArrayList<>();

    private record Insert(PreparedStatement statement, int key) {}

    /** A table and how many rows of it one accepted notification writes. */
    record Written(String table, int rows) {}

    private FloorRows(Connection connection, List<Pattern> patterns) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        for (var pattern : patterns) {
            var statement = connection.prepareStatement(pattern.insert());
            for (var i = 0; i < pattern.values().size(); i++) {
                statement.setObject(i + 1, pattern.values().get(i), Types.OTHER);
            }
            for (var n = 0; n < pattern.rows(); n++) inserts.add(new Insert(statement, pattern.key()));
        }
    }

    @Override
    public void once(long number) throws SQLException {
        for (var insert : inserts) {
            insert.statement().setObject(insert.key(), UUID.randomUUID().toString(), Types.OTHER);
            insert.statement().execute();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A prepared insert with the values of a real row; {@code key} is the parameter that must differ each time. */
    private record Pattern(String insert, List<String> values, int key, int rows) {}

    static Load.Clients over(DatabaseSettings settings, List<Written> written) throws SQLException {
        var patterns = new ArrayList<Pattern>();
        try (var owner = owner(settings)) {
            try (var statement = owner.createStatement()) {
                statement.execute("drop schema if exists bench cascade");
                statement.execute("create schema bench");
            }
            for (var table : written) patterns.add(prepare(owner, table));
        }
        return which -> new FloorRows(owner(settings), patterns);
    }

    private static Pattern prepare(Connection owner, Written written) throws SQLException {
        var copy = "bench." + written.table().replace('.', '_');
        var key = text(
                owner,
                "select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[i.indnkeyatts - 1]"
                        + " where i.indisprimary and i.indrelid = '" + written.table() + "'::regclass");
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (var statement = owner.createStatement()) {
            statement.execute("create table " + copy + " (like " + written.table() + ")");
            statement.execute("alter table " + copy + " add primary key (authority_id, " + key + ")");
            var rows =
                    statement.executeQuery("select * from " + written.table() + " order by " + key + " desc limit 1");
            var about = rows.getMetaData();
            rows.next();
            for (var i = 1; i <= about.getColumnCount(); i++) {
                columns.add(about.getColumnName(i));
                values.add(rows.getString(i));
            }
        }
        var insert = "insert into " + copy + " (" + String.join(", ", columns) + ") values ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        return new Pattern(insert, values, columns.indexOf(key) + 1, written.rows());
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection owner(DatabaseSettings settings) throws SQLException {
        var login = settings.migrator();
        return DriverManager.getConnection(
                settings.url() + "?options=-c%20role=lantern_owner&prepareThreshold=1", login.user(), login.password());
    }
}
