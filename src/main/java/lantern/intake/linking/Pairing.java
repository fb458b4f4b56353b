package lantern.intake.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.intake.Incident.Kind;
import lantern.intake.Said;
import lantern.intake.SaidJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the found report of a missing report and the reverse, whichever came first: by the sender's own reference, by the police
 * reference, or by the child. A reference alone is not enough, because police give brothers and sisters who go together one number.
 */
@Component
class Pairing {
    private static final String COLUMNS =
            "n.id, n.agency_id, n.source, n.source_reference, n.kind, n.occurred_at, n.reported_at, n.received_at, n.wants_feedback, n.said, n.child_id";

    private final JdbcClient db;
    private final Access access;

    Pairing(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** The child of the one earlier missing report that this found report or update belongs to. */
    Optional<UUID> childOfItsMissingReport(Arrival report) {
        var sql = """
                select %1$s from intake.notification n
                where n.authority_id = :authority and n.agency_id = :agency and n.source = :source and n.source_reference = :reference
                  and n.kind in ('missing', 'absent') and n.child_id is not null
                union
                select %1$s from intake.notification n
                where n.authority_id = :authority and n.agency_id = :agency and n.police_reference = :police
                  and n.kind in ('missing', 'absent') and n.child_id is not null
                """.formatted(COLUMNS);
        var children = query(sql, report).stream()
                .filter(earlier -> sameChild(earlier.arrival.said(), report.said()))
                .map(Waiting::child)
                .distinct()
                .toList();
        return children.size() == 1 ? Optional.ofNullable(children.getFirst()) : Optional.empty();
    }

    /** Found reports and updates that may have waited for a missing report: of its child, or with one of its references. */
    static final String WAITING = """
            select %1$s from intake.notification n
            where n.authority_id = :authority and n.child_id = :child and n.kind in ('found', 'update') and n.state = 'linked'
            union
            select %1$s from intake.notification n
            where n.authority_id = :authority and n.agency_id = :agency and n.source = :source and n.source_reference = :reference
              and n.kind in ('found', 'update') and n.state in ('received', 'parked')
            union
            select %1$s from intake.notification n
            where n.authority_id = :authority and n.agency_id = :agency and n.police_reference = :police
              and n.kind in ('found', 'update') and n.state in ('received', 'parked')
            """.formatted(COLUMNS);

    /** Those of them that are this report's, earliest first. */
    static List<Waiting> of(Arrival missing, List<Waiting> waited) {
        return waited.stream()
                .filter(waiting -> waiting.child != null || sameChild(waiting.arrival.said(), missing.said()))
                // An older found report belongs to an older absence: it goes on waiting for a person.
                .filter(waiting -> !waiting.arrival.foundAt().isBefore(missing.missingSince()))
                .sorted(java.util.Comparator.comparing(waiting -> waiting.arrival.foundAt()))
                .toList();
    }

    static @Nullable Waiting waitingOrNull(ResultSet row) throws SQLException {
        return row.getObject("id") == null ? null : waiting(row, 0);
    }

    /** A report that waits; the child is known when it was linked already. */
    record Waiting(Arrival arrival, @Nullable UUID child) {}

    private List<Waiting> query(String sql, Arrival report) {
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("agency", report.agency())
                .param("source", report.source())
                .param("reference", report.sourceReference())
                .param("police", report.policeReference())
                .query(Pairing::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int n) throws SQLException {
        return new Waiting(arrival(row), row.getObject("child_id", UUID.class));
    }

    static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                row.getObject("id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("source"),
                row.getString("source_reference"),
                Kind.of(row.getString("kind")),
                instant(row, "occurred_at"),
                row.getTimestamp("reported_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("wants_feedback"),
                SaidJson.read(row.getString("said")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Nothing contradicts, and the given name agrees, so that twins who go together stay two children. */
    static boolean sameChild(Said one, Said other) {
        var a = one.child();
        var b = other.child();
        if (a == null || b == null || a.givenNames() == null || b.givenNames() == null) return false;
        var bornApart = a.dateOfBirth() != null
                && b.dateOfBirth() != null
                && !a.dateOfBirth().equals(b.dateOfBirth());
        if (bornApart || !key(a.familyName()).equals(key(b.familyName()))) return false;
        var given = key(a.givenNames());
        var otherGiven = key(b.givenNames());
        return given.startsWith(otherGiven) || otherGiven.startsWith(given);
    }

    private static String key(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }
}
