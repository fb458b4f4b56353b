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
    /** As the application's or the sealer's role. */
    public static SealLag ask(DataSource database, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement()) {
            var row = query.executeQuery("select entries, oldest from audit.lag()");
            row.next();
            var since = row.getObject("oldest", OffsetDateTime.class);
            var waited = since == null ? Duration.ZERO : Duration.between(since.toInstant(), now);
            return new SealLag(row.getLong("entries"), waited.isNegative() ? Duration.ZERO : waited);
        }
    }
}
