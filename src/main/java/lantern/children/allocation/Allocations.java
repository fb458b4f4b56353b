package lantern.children.allocation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Owner;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The allocated worker as dated facts. An allocation opens the record to the worker's team, and its end closes it to them. */
@Component
@Transactional
public class Allocations {
    private final JdbcClient db;
    private final Ledger ledger;
    private final Timescales timescales;

    Allocations(JdbcClient db, Ledger ledger, Timescales timescales) {
        this.db = db;
        this.ledger = ledger;
        this.timescales = timescales;
    }

    private record Current(UUID id, UUID person, UUID team, Instant since) {}

    public void allocate(UUID child, UUID person, UUID team, UUID recordedBy, Instant at) {
        var former = current(child);
        if (former.isPresent()) {
            if (former.get().person().equals(person) && former.get().team().equals(team)) return;
            end(former.get(), at);
        }
        var allocation = Ids.next();
        var add = """
                insert into children.allocation (authority_id, id, child_id, person_id, team_id, starts_at, recorded_by)
                values ((select ctx.authority()), :id, :child, :person, :team, :at, :by)
                """;
        db.sql(add)
                .param("id", allocation)
                .param("child", child)
                .param("person", person)
                .param("team", team)
                .param("at", utc(at))
                .param("by", recordedBy)
                .update();
        var agency = open(child, team, allocation, at);
        timescales.allocated(child, new Owner("social-worker", agency, team, person));
        ledger.act("child.allocated", "allocation", allocation, child);
        // Last, because it may take the child out of the sight of who is handing over.
        former.ifPresent(each -> close(each, at));
    }

    /** Nobody is allocated any more (the child's case is closed, or waits to be allocated). */
    public void end(UUID child, UUID recordedBy, Instant at) {
        var former = current(child).orElseThrow(() -> new Refused("No worker is allocated to this child"));
        end(former, at);
        ledger.act("child.allocation-ended", "allocation", former.id(), child);
        close(former, at);
    }

    private Optional<Current> current(UUID child) {
        // The child's row is the lock: two hand-overs come one after the other.
        var lock =
                "select id from children.child where authority_id = (select ctx.authority()) and id = :child for update";
        if (db.sql(lock).param("child", child).query((row, n) -> 1).optional().isEmpty()) throw Refused.notFound();
        var sql = """
                select id, person_id, team_id, starts_at from children.allocation
                where authority_id = (select ctx.authority()) and child_id = :child and ends_at is null
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new Current(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("team_id", UUID.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void end(Current former, Instant at) {
        if (at.isBefore(former.since()))
            throw new Refused("The worker before was allocated later than that: choose a later time", "startsAt");
        var sql =
                "update children.allocation set ends_at = :at where authority_id = (select ctx.authority()) and id = :id";
        db.sql(sql).param("at", utc(at)).param("id", former.id()).update();
    }

    private UUID open(UUID child, UUID team, UUID allocation, Instant at) {
        var agency = db.sql(
                        "select agency_id from access.v_team where authority_id = (select ctx.authority()) and id = :team")
                .param("team", team)
                .query((row, n) -> row.getObject("agency_id", UUID.class))
                .optional()
                .orElseThrow(() -> new Refused("Choose a team of this authority", "team"));
        var sql =
                "insert into access.involvement (authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at)"
                        + " values ((select ctx.authority()), :id, :child, :agency, :team, 'allocation', :allocation, :at)";
        db.sql(sql)
                .param("id", Ids.next())
                .param("child", child)
                .param("agency", agency)
                .param("team", team)
                .param("allocation", allocation)
                .param("at", utc(at))
                .update();
        return agency;
    }

    private void close(Current former, Instant at) {
        var sql = "update access.involvement set ends_at = :at"
                + " where authority_id = (select ctx.authority()) and subject_id = :allocation and ends_at is null";
        db.sql(sql).param("at", utc(at)).param("allocation", former.id()).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
