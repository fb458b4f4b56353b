package lantern.audit.tree;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Entries as a stream of leaves. A leaf's data is the row as PostgreSQL's binary COPY writes it (field count, then length and bytes of each column, in the
 * order of {@link #COLUMNS}): fixed by PostgreSQL's documentation, rebuilt by a witness with one {@code \copy}, and read here without decoding a column.
 */
public final class Entries implements AutoCloseable {
    private static final String COLUMNS =
            "authority_id, id, xid, at, act, actor_id, actor_kind, agency_id, session_id, purpose,"
                    + " subject_kind, subject_id, child_id, children, sections, detail, salt";

    private static final int AUTHORITY = 6;
    private static final int ID = 26;
    private static final int XID = 46;
    private static final int SIGNATURE_AND_FLAGS = 15;

    private final DataInputStream in;
    private byte[] row = new byte[1024];

    /** One entry; {@code data} is what is hashed. */
    public record Entry(UUID authority, UUID id, long xid, byte[] data) {
        /** The same row under another id. */
        public byte[] as(UUID other) {
            var copy = data.clone();
            ByteBuffer.wrap(copy)
                    .putLong(ID, other.getMostSignificantBits())
                    .putLong(ID + 8, other.getLeastSignificantBits());
            return copy;
        }
    }

    private Entries(DataInputStream in) {
        this.in = in;
    }

    /** Every authority's entries from one transaction number up to, not including, another. */
    public static Entries between(Connection connection, long from, long to) {
        return copy(
                connection,
                "xid >= '%s' and xid < '%s'".formatted(unsigned(from), unsigned(to)),
                "authority_id, xid, id");
    }

    public static Entries of(Connection connection, UUID authority) {
        return copy(connection, "authority_id = '%s'".formatted(authority), "xid, id");
    }

    public static @Nullable Entry one(Connection connection, UUID authority, UUID id) {
        try (var entries = copy(connection, "authority_id = '%s' and id = '%s'".formatted(authority, id), "xid")) {
            var entry = entries.next();
            // Read to the end: closing a COPY early cancels it, and with it the transaction.
            if (entry != null) entries.next();
            return entry;
        }
    }

    /** COPY takes no parameters; only numbers and UUIDs, already parsed, are ever put into its text. */
    private static Entries copy(Connection connection, String where, String order) {
        var sql = "copy (select %s from audit.entry where %s order by %s) to stdout (format binary)"
                .formatted(COLUMNS, where, order);
        try {
            var stream = new PGCopyInputStream(connection.unwrap(PGConnection.class), sql);
            var in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
            in.skipNBytes(SIGNATURE_AND_FLAGS);
            in.skipNBytes(in.readInt());
            return new Entries(in);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The ledger's entries cannot be read", e);
        }
    }

    public @Nullable Entry next() {
        try {
            var fields = in.readShort();
            if (fields < 0) return null;
            var end = 2;
            ByteBuffer.wrap(row).putShort(fields);
            for (var field = 0; field < fields; field++) {
                var length = in.readInt();
                if (end + 4 + Math.max(length, 0) > row.length) row = Arrays.copyOf(row, 2 * (end + 4 + length));
                ByteBuffer.wrap(row).putInt(end, length);
                end += 4;
                if (length > 0) in.readFully(row, end, length);
                end += Math.max(length, 0);
            }
            var at = ByteBuffer.wrap(row);
            return new Entry(uuid(at, AUTHORITY), uuid(at, ID), at.getLong(XID), Arrays.copyOf(row, end));
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's entries cannot be read to the end", e);
        }
    }

    static UUID uuid(ByteBuffer from, int index) {
        return new UUID(from.getLong(index), from.getLong(index + 8));
    }

    private static String unsigned(long xid) {
        return Long.toUnsignedString(xid);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's entries cannot be read to the end", e);
        }
    }
}
