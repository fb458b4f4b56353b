package lantern.children.officer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One at a time; who is appointed sees the record with their team, and the team of who was before no longer does. */
@Component
@Transactional
class ReviewingOfficers {
    private static final String POST = "Independent reviewing officer";

    private final JdbcClient db;
    private final Ledger ledger;

    ReviewingOfficers(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /** {@code team} is null for somebody without one, who cannot be appointed: nothing would open the record to them alone. */
    record Officer(
            UUID id,
            String name,
            @Nullable UUID team,
            @Nullable UUID agency) {}

    record Appointed(UUID id, UUID person, Instant since) {}

    List<Officer> all() {
        var sql = """
                select p.id, p.name, p.team_id, t.agency_id
                from access.v_person p left join access.v_team t on t.authority_id = p.authority_id and t.id = p.team_id
                where p.authority_id = (select ctx.authority()) and p.post = :post order by p.name limit 500
                """;
        return db.sql(sql)
                .param("post", POST)
                .query((row, n) -> new Officer(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("team_id", UUID.class),
                        row.getObject("agency_id", UUID.class)))
                .list();
    }

    void appoint(UUID child, UUID person, UUID by, Instant at) {
        var officer = all().stream()
                .filter(each -> each.id().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose a reviewing officer from the list", "officer"));
        if (officer.team() == null || officer.agency() == null)
            throw new Refused(
                    "This reviewing officer is in no team. Ask an administrator to put them in one", "officer");
        var former = lockedAppointment(child);
        if (former.isPresent() && former.get().person().equals(person)) return;
        former.ifPresent(each -> {
            var sql = """
                    update children.reviewing_officer set ends_at = :at where authority_id = (select ctx.authority()) and id = :id
                    """;
            db.sql(sql).param("at", utc(at)).param("id", each.id()).update();
        });
        var id = Ids.next();
        var sql = """
                insert into children.reviewing_officer (authority_id, id, child_id, person_id, starts_at, recorded_by)
                values ((select ctx.authority()), :id, :child, :person, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", child)
                .param("person", person)
                .param("at", utc(at))
                .param("by", by)
                .update();
        open(child, officer, id, at);
        ledger.act("child.reviewing-officer-appointed", "reviewing-officer", id, child);
    }

    Optional<Appointed> appointed(UUID child) {
        var sql = """
                select id, person_id, starts_at from children.reviewing_officer
                where authority_id = (select ctx.authority()) and child_id = :child and ends_at is null
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new Appointed(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    // The child's row is the lock: two appointments come one after the other.
    private Optional<Appointed> lockedAppointment(UUID child) {
        var lock =
                "select id from children.child where authority_id = (select ctx.authority()) and id = :child for update";
        if (db.sql(lock).param("child", child).query((row, n) -> 1).optional().isEmpty()) throw Refused.notFound();
        return appointed(child);
    }

    private void open(UUID child, Officer officer, UUID appointment, Instant at) {
        var close = "update access.involvement set ends_at = :at where authority_id = (select ctx.authority())"
                + " and child_id = :child and kind = 'review' and ends_at is null";
        db.sql(close).param("at", utc(at)).param("child", child).update();
        var sql =
                "insert into access.involvement (authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at)"
                        + " values ((select ctx.authority()), :id, :child, :agency, :team, 'review', :appointment, :at)";
        db.sql(sql)
                .param("id", Ids.next())
                .param("child", child)
                .param("agency", officer.agency())
                .param("team", officer.team())
                .param("appointment", appointment)
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
