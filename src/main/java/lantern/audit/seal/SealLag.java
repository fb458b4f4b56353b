package lantern.audit.seal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * What waits to be sealed: how many entries and how long the oldest has waited. More than a few seconds means that no instance seals, or that a
 * transaction somewhere in the database server has been open that long: sealing cannot pass it.
 */
public record SealLag(long entries, Duration oldest) {
    /** As the sealer's role. */
    public static SealLag ask(DataSource sealer, Instant now) throws SQLException {
        try (var connection = sealer.getConnection();
                var query =
                        connection.prepareStatement("select count(*), min(at) from audit.entry where xid >= ?::xid8")) {
            query.setString(1, Long.toUnsignedString(Seals.horizon(connection)));
            var row = query.executeQuery();
            row.next();
            var since = row.getObject(2, OffsetDateTime.class);
            var waited = since == null ? Duration.ZERO : Duration.between(since.toInstant(), now);
            return new SealLag(row.getLong(1), waited.isNegative() ? Duration.ZERO : waited);
        }
    }
}
