package lantern.children.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.facts.Amendments;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A child is looked after while a legal status is in force; a new one ends the one before it on the same day. */
@Component
@Transactional
public class LegalStatuses {
    private final JdbcClient db;
    private final Amendments amendments;
    private final Timescales timescales;
    private final Ledger ledger;

    LegalStatuses(JdbcClient db, Amendments amendments, Timescales timescales, Ledger ledger) {
        this.db = db;
        this.amendments = amendments;
        this.timescales = timescales;
        this.ledger = ledger;
    }

    public UUID start(UUID child, String code, LocalDate startsOn, UUID recordedBy, Instant at) {
        CareCodes.require(CareCodes.LEGAL_STATUSES, code, "code", "a legal status");
        var former = inForce(child);
        if (former.isPresent())
            end(
                    child,
                    former.get(),
                    startsOn,
                    null,
                    recordedBy,
                    at,
                    "startsOn",
                    "Choose a day after the legal status before it started");
        var id = Ids.next();
        var sql = """
                insert into children.legal_status (authority_id, id, child_id, code, starts_on, recorded_at, recorded_by)
                values ((select ctx.authority()), :id, :child, :code, :startsOn, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", child)
                .param("code", code)
                .param("startsOn", startsOn)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .update();
        ledger.act("legal-status.started", "legal-status", id, child);
        if (former.isEmpty()) tell(Happening.BECAME_LOOKED_AFTER, child, at);
        return id;
    }

    /** The child stops being looked after. */
    /** {@code because}: a code of the national return, or null when it is not known. */
    public void end(UUID child, LocalDate endsOn, @Nullable String because, UUID recordedBy, Instant at) {
        if (because != null) CareCodes.require(CareCodes.ENDED_BECAUSE, because, "because", "a reason");
        var current = inForce(child).orElseThrow(() -> new Refused("This child has no legal status in force"));
        end(
                child,
                current,
                endsOn,
                because,
                recordedBy,
                at,
                "endsOn",
                "Choose a day that is not before the legal status started");
        ledger.act("legal-status.ended", "legal-status", current.id(), child);
        tell(Happening.CEASED_LOOKED_AFTER, child, at);
    }

    /** "Full care order (C2), from Mon 4 Apr 2016"; null when the child is not looked after. */
    @Nullable
    String inForceInWords(UUID child) {
        var sql = "select code, starts_on from children.v_legal_status"
                + " where authority_id = (select ctx.authority()) and child_id = :child and ends_on is null";
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> CareCodes.LEGAL_STATUSES.getOrDefault(row.getString("code"), row.getString("code"))
                        + " (" + row.getString("code") + "), from "
                        + London.day(row.getObject("starts_on", LocalDate.class)))
                .optional()
                .orElse(null);
    }

    // Counted from when it was recorded: nobody could write a pen picture of a child of whom nobody had heard.
    private void tell(String event, UUID child, Instant at) {
        var sql = """
                select person_id, team_id from children.allocation where authority_id = (select ctx.authority()) and child_id = :child and ends_at is null
                """;
        var owners = db.sql(sql)
                .param("child", child)
                .query((row, n) -> new Owner[] {
                    new Owner(
                            "social-worker",
                            null,
                            row.getObject("team_id", UUID.class),
                            row.getObject("person_id", UUID.class)),
                    new Owner("team-manager", null, row.getObject("team_id", UUID.class), null)
                })
                .optional()
                .orElse(new Owner[0]);
        timescales.happened(event, Subject.child(child), child, at, Set.of(), owners);
    }

    private record InForce(UUID id, LocalDate since) {}

    private Optional<InForce> inForce(UUID child) {
        CareLock.take(db, child);
        var sql = """
                select id, starts_on from children.legal_status
                where authority_id = (select ctx.authority()) and child_id = :child and ends_on is null
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) ->
                        new InForce(row.getObject("id", UUID.class), row.getObject("starts_on", LocalDate.class)))
                .optional();
    }

    private void end(
            UUID child,
            InForce former,
            LocalDate endsOn,
            @Nullable String because,
            UUID recordedBy,
            Instant at,
            String field,
            String otherwise) {
        if (endsOn.isBefore(former.since())) throw new Refused(otherwise, field);
        amendments.ended("legal-status", child, former.id(), recordedBy, at);
        var sql = """
                update children.legal_status set ends_on = :on, ended_because = :because where authority_id = (select ctx.authority()) and id = :id
                """;
        db.sql(sql)
                .param("on", endsOn)
                .param("because", because)
                .param("id", former.id())
                .update();
    }
}
