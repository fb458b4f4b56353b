package lantern.timescales.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Actor;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decide about timescales, as rows: whose they are, which child they are about, that one is waived. */
@Component
public class Decisions {
    private final JdbcClient db;

    Decisions(JdbcClient db) {
        this.db = db;
    }

    /** One timescale with the subject and the standard that it belongs to. */
    public record Found(Kept kept, String standard, Subject subject) {}

    public Optional<Found> find(Actor actor, UUID timescale) {
        var sql = """
                select * from timescales.timescale where authority_id = :authority and id = :id for update
                """;
        return db.sql(sql)
                .param("authority", actor.authority())
                .param("id", timescale)
                .query((row, n) -> found(row))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                SubjectRows.kept(row),
                row.getString("standard_id"),
                new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)));
    }

    public void waive(Actor actor, UUID timescale, String reason, Instant now) {
        var sql = """
                update timescales.timescale
                set waived_at = :now, waived_by = :actor, waived_role = :role, waived_because = :reason, next_send_at = null
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("role", actor.roleTitle())
                .param("reason", reason)
                .param("authority", actor.authority())
                .param("id", timescale)
                .update();
    }

    public void belongsTo(Actor actor, Subject subject, @Nullable UUID child) {
        var sql = """
                with facts as (
                    update timescales.happening set child_id = :child::uuid where authority_id = :authority and subject_id = :subject
                ), trail as (
                    update timescales.timescale_change c set child_id = :child::uuid from timescales.timescale t
                    where t.authority_id = :authority and t.subject_id = :subject and c.authority_id = t.authority_id and c.timescale_id = t.id
                )
                update timescales.timescale set child_id = :child::uuid where authority_id = :authority and subject_id = :subject
                """;
        db.sql(sql)
                .param("child", child)
                .param("authority", actor.authority())
                .param("subject", subject.id())
                .update();
    }

    public void allocated(Actor actor, UUID child, Owner owner) {
        var sql = """
                update timescales.timescale set
                    owner_agency = case when owner_role = :role then :agency::uuid else owner_agency end,
                    owner_team = case when owner_role = :role then :team::uuid else owner_team end,
                    owner_person = case when owner_role = :role then :person::uuid else owner_person end,
                    worker_team = case when :role = 'social-worker' then :team::uuid else worker_team end
                where authority_id = :authority and child_id = :child and met_at is null and cancelled_at is null and waived_at is null
                """;
        db.sql(sql)
                .param("role", owner.role())
                .param("agency", owner.agency())
                .param("team", owner.team())
                .param("person", owner.person())
                .param("authority", actor.authority())
                .param("child", child)
                .update();
    }
}
