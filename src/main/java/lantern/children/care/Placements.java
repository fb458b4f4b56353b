package lantern.children.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.facts.Amendments;
import lantern.children.identifiers.Postcode;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Placements as dated facts; a new one ends the one before it on the same day. */
@Component
@Transactional
public class Placements {
    private final JdbcClient db;
    private final Amendments amendments;
    private final Ledger ledger;

    Placements(JdbcClient db, Amendments amendments, Ledger ledger) {
        this.db = db;
        this.amendments = amendments;
        this.ledger = ledger;
    }

    public UUID start(UUID child, NewPlacement placement, UUID recordedBy, Instant at) {
        CareCodes.require(CareCodes.PLACEMENT_TYPES, placement.typeCode(), "typeCode", "a kind of placement");
        if (placement.providerCode() != null)
            CareCodes.require(CareCodes.PROVIDERS, placement.providerCode(), "providerCode", "a provider");
        if (placement.name().isBlank()) throw new Refused("Enter the name of the home or the carer", "name");
        current(child)
                .ifPresent(former -> end(
                        child,
                        former,
                        placement.startsOn(),
                        placement.because(),
                        recordedBy,
                        at,
                        "startsOn",
                        "Choose a day after the placement before it started"));
        var id = Ids.next();
        var sql = """
                insert into children.placement (authority_id, id, child_id, type_code, provider_code, name, host_authority, starts_on, recorded_at,
                                                recorded_by)
                values ((select ctx.authority()), :id, :child, :type, :provider, :name, :host, :startsOn, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", child)
                .param("type", placement.typeCode())
                .param("provider", placement.providerCode())
                .param("name", placement.name().strip())
                .param("host", placement.hostAuthority())
                .param("startsOn", placement.startsOn())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .update();
        if (placement.address() != null) address(child, id, placement);
        ledger.act("placement.started", "placement", id, child);
        return id;
    }

    /** {@code because}: a code of the national return, or null when it is not known. */
    public void end(UUID child, LocalDate endsOn, @Nullable String because, UUID recordedBy, Instant at) {
        if (because != null) CareCodes.require(CareCodes.MOVED_BECAUSE, because, "because", "a reason");
        var placement = current(child).orElseThrow(() -> new Refused("This child has no placement today"));
        end(
                child,
                placement,
                endsOn,
                because,
                recordedBy,
                at,
                "endsOn",
                "Choose a day that is not before the placement started");
        ledger.act("placement.ended", "placement", placement.id(), child);
    }

    private void address(UUID child, UUID placement, NewPlacement given) {
        var address = given.address();
        if (address == null) return;
        var sql = """
                insert into children.placement_address (authority_id, placement_id, child_id, lines, postcode)
                values ((select ctx.authority()), :placement, :child, :lines, :postcode)
                """;
        db.sql(sql)
                .param("placement", placement)
                .param("child", child)
                .param("lines", address.lines().strip())
                .param("postcode", address.postcode() == null ? null : Postcode.written(address.postcode()))
                .update();
    }

    /** "Alder House, from Mon 4 Apr 2016"; null when there is no placement. */
    @Nullable
    String currentInWords(UUID child) {
        var sql = "select name, starts_on from children.v_placement"
                + " where authority_id = (select ctx.authority()) and child_id = :child and ends_on is null";
        return db.sql(sql)
                .param("child", child)
                .query((row, n) ->
                        row.getString("name") + ", from " + London.day(row.getObject("starts_on", LocalDate.class)))
                .optional()
                .orElse(null);
    }

    private record Current(UUID id, LocalDate since) {}

    private Optional<Current> current(UUID child) {
        CareLock.take(db, child);
        var sql = """
                select id, starts_on from children.placement
                where authority_id = (select ctx.authority()) and child_id = :child and ends_on is null order by starts_on desc limit 1
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) ->
                        new Current(row.getObject("id", UUID.class), row.getObject("starts_on", LocalDate.class)))
                .optional();
    }

    private void end(
            UUID child,
            Current former,
            LocalDate endsOn,
            @Nullable String because,
            UUID recordedBy,
            Instant at,
            String field,
            String otherwise) {
        if (endsOn.isBefore(former.since())) throw new Refused(otherwise, field);
        amendments.ended("placement", child, former.id(), recordedBy, at);
        var sql = """
                update children.placement set ends_on = :on, ended_because = :because where authority_id = (select ctx.authority()) and id = :id
                """;
        db.sql(sql)
                .param("on", endsOn)
                .param("because", because)
                .param("id", former.id())
                .update();
    }
}
