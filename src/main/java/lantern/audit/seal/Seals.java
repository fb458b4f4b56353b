package lantern.audit.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.head.Head;
import lantern.audit.tree.Leaves;

/** The seals as they stand in the database. */
public final class Seals {
    private static final String HEAD = "authority_id, number, epoch, reason, at, size, first_entry, last_entry,"
            + " horizon::text as horizon, root, previous, key_id, signature";

    private Seals() {}

    static Optional<Head> last(Connection connection, UUID authority) throws SQLException {
        var sql = "select " + HEAD + " from audit.seal where authority_id = ? order by number desc limit 1";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, authority);
            var row = query.executeQuery();
            return row.next() ? Optional.of(head(row)) : Optional.empty();
        }
    }

    static List<Head> after(Connection connection, UUID authority, long number, int most) throws SQLException {
        var sql = "select " + HEAD + " from audit.seal where authority_id = ? and number > ? order by number limit ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, authority);
            query.setLong(2, number);
            query.setInt(3, most);
            var heads = new ArrayList<Head>();
            for (var row = query.executeQuery(); row.next(); ) heads.add(head(row));
            return heads;
        }
    }

    static void add(Connection connection, Head head, Leaves leaves) throws SQLException {
        var sql = """
                insert into audit.seal (authority_id, number, epoch, reason, at, size, first_entry, last_entry, horizon, root, previous, key_id, signature, leaves)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::xid8, ?, ?, ?, ?, ?)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            var hex = HexFormat.of();
            insert.setObject(1, head.authority());
            insert.setLong(2, head.number());
            insert.setInt(3, head.epoch());
            insert.setString(4, head.reason());
            insert.setObject(5, OffsetDateTime.ofInstant(head.at(), ZoneOffset.UTC));
            insert.setInt(6, head.size());
            insert.setObject(7, head.first(), java.sql.Types.OTHER);
            insert.setObject(8, head.last(), java.sql.Types.OTHER);
            insert.setString(9, Long.toUnsignedString(head.horizon()));
            insert.setBytes(10, hex.parseHex(head.root()));
            insert.setBytes(11, hex.parseHex(head.previous()));
            insert.setString(12, head.key());
            insert.setBytes(13, hex.parseHex(head.signature()));
            insert.setBytes(14, leaves.bytes());
            insert.executeUpdate();
        }
    }

    /** Below this transaction number everything is sealed, in every authority. */
    public static long horizon(Connection connection) throws SQLException {
        var sql = "select coalesce((select horizon from audit.seal order by horizon desc limit 1), '0')::text";
        try (var query = connection.createStatement()) {
            var row = query.executeQuery(sql);
            row.next();
            return Long.parseUnsignedLong(row.getString(1));
        }
    }

    /** The code of each authority, which names its heads file. */
    public static Map<UUID, String> authorities(Connection connection) throws SQLException {
        try (var query = connection.createStatement()) {
            var codes = new LinkedHashMap<UUID, String>();
            for (var row = query.executeQuery("select id, code from access.authorities()"); row.next(); ) {
                codes.put(row.getObject(1, UUID.class), row.getString(2));
            }
            return codes;
        }
    }

    /** One authority's seals in order, read a few at a time: {@code connection} must not commit by itself. */
    public static ResultSet all(Connection connection, UUID authority) throws SQLException {
        var sql = "select " + HEAD + ", leaves from audit.seal where authority_id = ? order by number";
        var query = connection.prepareStatement(sql);
        query.closeOnCompletion();
        query.setFetchSize(50);
        query.setObject(1, authority);
        return query.executeQuery();
    }

    public static Head head(ResultSet row) throws SQLException {
        var hex = HexFormat.of();
        return new Head(
                row.getObject("authority_id", UUID.class),
                row.getLong("number"),
                row.getInt("epoch"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("size"),
                row.getObject("first_entry", UUID.class),
                row.getObject("last_entry", UUID.class),
                Long.parseUnsignedLong(row.getString("horizon")),
                hex.formatHex(row.getBytes("root")),
                hex.formatHex(row.getBytes("previous")),
                row.getString("key_id"),
                hex.formatHex(row.getBytes("signature")));
    }
}
