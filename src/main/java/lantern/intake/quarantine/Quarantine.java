package lantern.intake.quarantine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The quarantine's verbs, each inside the caller's transaction. */
@Component
public class Quarantine {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Ledger ledger;
    private final Clock clock;

    Quarantine(JdbcClient db, Ledger ledger, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Keeps the bytes exactly, with what is wrong with them. The same bytes that still wait are not kept twice. */
    public UUID keep(Actor sender, String channel, byte[] raw, List<?> problems) {
        return keep(sender, sender.agencyOrRefuse(), channel, raw, problems);
    }

    /** The same for a message that Lantern itself takes in for an agency. */
    public UUID keep(Actor sender, UUID agency, String channel, byte[] raw, List<?> problems) {
        var insert = """
                insert into intake.quarantine (authority_id, id, agency_id, channel, received_at, received_by, raw, problems)
                values (:authority, :id, :agency, :channel, :at, :by, :raw, :problems::jsonb)
                on conflict (authority_id, agency_id, sha256(raw)) where completed_at is null do nothing
                """;
        var id = Ids.next();
        var kept = db.sql(insert)
                .param("authority", sender.authority())
                .param("id", id)
                .param("agency", agency)
                .param("channel", channel)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", sender.id())
                .param("raw", raw)
                .param("problems", JSON.writeValueAsString(problems))
                .update();
        if (kept == 0) return waiting(sender, agency, raw);
        ledger.act("notification.quarantined", "quarantine", id, null);
        return id;
    }

    private UUID waiting(Actor sender, UUID agency, byte[] raw) {
        var sql = """
                select id from intake.quarantine
                where authority_id = :authority and agency_id = :agency and sha256(raw) = sha256(:raw) and completed_at is null
                """;
        return db.sql(sql)
                .param("authority", sender.authority())
                .param("agency", agency)
                .param("raw", raw)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    /** A message that nobody has dealt with. */
    public record Kept(
            UUID id,
            UUID agency,
            String agencyName,
            String channel,
            Instant receivedAt,
            byte[] raw,
            List<Problem> problems) {
        public record Problem(String field, String message) {}
    }

    public Kept waiting(Actor reader, UUID id) {
        var sql = """
                select q.id, q.agency_id, a.name, q.channel, q.received_at, q.raw, q.problems
                from intake.quarantine q join access.v_agency a on a.authority_id = q.authority_id and a.id = q.agency_id
                where q.authority_id = :authority and q.id = :id and q.completed_at is null
                """;
        return db.sql(sql)
                .param("authority", reader.authority())
                .param("id", id)
                .query(Quarantine::kept)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** The oldest first. */
    List<Kept> waiting(Actor reader) {
        var sql = """
                select q.id, q.agency_id, a.name, q.channel, q.received_at, ''::bytea as raw, q.problems
                from intake.quarantine q join access.v_agency a on a.authority_id = q.authority_id and a.id = q.agency_id
                where q.authority_id = :authority and q.completed_at is null
                order by q.received_at limit 100
                """;
        return db.sql(sql)
                .param("authority", reader.authority())
                .query(Quarantine::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("name"),
                row.getString("channel"),
                row.getTimestamp("received_at").toInstant(),
                row.getBytes("raw"),
                List.of(JSON.readValue(row.getString("problems"), Kept.Problem[].class)));
    }

    /** Somebody typed it in by hand, as this notification. */
    public void complete(Actor by, UUID quarantined, UUID notification) {
        end(by, quarantined, notification, null);
        ledger.act("quarantine.completed", "quarantine", quarantined, null);
    }

    /** It is no notification, or one that is there already: a person says why. */
    public void setAside(Actor by, UUID quarantined, String because) {
        end(by, quarantined, null, because);
        ledger.act("quarantine.set-aside", "quarantine", quarantined, null);
    }

    private void end(Actor by, UUID quarantined, @Nullable UUID notification, @Nullable String because) {
        var sql = """
                update intake.quarantine set completed_at = :at, completed_by = :by, completed_as = :notification::uuid, set_aside_because = :because
                where authority_id = :authority and id = :id and completed_at is null
                """;
        var ended = db.sql(sql)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("notification", notification)
                .param("because", because)
                .param("authority", by.authority())
                .param("id", quarantined)
                .update();
        if (ended == 0) throw Refused.conflict("Someone has just dealt with this message. Open the list again");
    }
}
