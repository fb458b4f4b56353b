package lantern.children.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.identifiers.Postcode;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal statuses and placements of the past, many at once: each with its own last day, and never two of a child at once. */
@Component
@Transactional
public class CareHistory {
    private static final String WROTE_BY = "import";

    private final JdbcClient db;
    private final Ledger ledger;

    CareHistory(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    public record Status(
            UUID child,
            String code,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    public record Placement(
            UUID child,
            String type,
            @Nullable String provider,
            String name,
            @Nullable String hostAuthority,
            String lines,
            @Nullable String postcode,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** The days that are taken already. A day on which one ends and the next starts is both's. */
    public static final class Spells {
        private record Spell(LocalDate from, @Nullable LocalDate until) {
            boolean overlaps(Spell other) {
                return (other.until == null || from.isBefore(other.until))
                        && (until == null || other.from.isBefore(until));
            }
        }

        private final Map<UUID, List<Spell>> of = new HashMap<>();

        private void known(UUID child, LocalDate from, @Nullable LocalDate until) {
            of.computeIfAbsent(child, any -> new ArrayList<>()).add(new Spell(from, until));
        }

        /** @throws Refused when another is in force on some of these days */
        public void add(UUID child, LocalDate from, @Nullable LocalDate until) {
            var spell = new Spell(from, until);
            for (var other : of.getOrDefault(child, List.of())) {
                if (spell.overlaps(other))
                    throw new Refused(
                            "Another is recorded from " + London.day(other.from)
                                    + (other.until == null ? " without a last day" : " to " + London.day(other.until))
                                    + ". Correct the days of one of them",
                            "starts_on");
            }
            known(child, from, until);
        }
    }

    public Spells statusesOf(Collection<UUID> children) {
        var sql = """
                select child_id, starts_on, ends_on from children.legal_status
                where authority_id = (select ctx.authority()) and child_id = any (:children)
                """;
        return spells(sql, children);
    }

    public Spells placementsOf(Collection<UUID> children) {
        var sql = """
                select child_id, starts_on, ends_on from children.placement
                where authority_id = (select ctx.authority()) and child_id = any (:children)
                """;
        return spells(sql, children);
    }

    private Spells spells(String sql, Collection<UUID> children) {
        var spells = new Spells();
        db.sql(sql).param("children", children.toArray(UUID[]::new)).query(row -> {
            spells.known(
                    row.getObject("child_id", UUID.class),
                    row.getObject("starts_on", LocalDate.class),
                    row.getObject("ends_on", LocalDate.class));
        });
        return spells;
    }

    public void addStatuses(List<Status> statuses, UUID recordedBy, Instant at) {
        if (statuses.isEmpty()) return;
        var ids = statuses.stream().map(any -> Ids.next()).toList();
        var sql = """
                insert into children.legal_status (authority_id, id, child_id, code, starts_on, ends_on, recorded_at, recorded_by)
                select (select ctx.authority()), s.id, s.child, s.code, s.starts_on, s.ends_on, :at, :by
                from unnest(:ids::uuid[], :children::uuid[], :codes::text[], :starts::text[]::date[], :ends::text[]::date[])
                     s (id, child, code, starts_on, ends_on)
                """;
        db.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .param("children", statuses.stream().map(Status::child).toArray(UUID[]::new))
                .param("codes", text(statuses, Status::code))
                .param("starts", text(statuses, each -> day(each.startsOn())))
                .param("ends", text(statuses, each -> day(each.endsOn())))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .update();
        ledger.actOnEach(
                "legal-status.recorded",
                "legal-status",
                ids,
                statuses.stream().map(Status::child).toList(),
                Map.of("by", WROTE_BY));
    }

    public void addPlacements(List<Placement> placements, UUID recordedBy, Instant at) {
        if (placements.isEmpty()) return;
        var ids = placements.stream().map(any -> Ids.next()).toList();
        var sql = """
                with placement as (
                    select * from unnest(:ids::uuid[], :children::uuid[], :types::text[], :providers::text[], :names::text[], :hosts::text[],
                        :lines::text[], :postcodes::text[], :starts::text[]::date[], :ends::text[]::date[])
                        p (id, child, type, provider, name, host, lines, postcode, starts_on, ends_on)),
                added as (
                    insert into children.placement (authority_id, id, child_id, type_code, provider_code, name, host_authority, starts_on, ends_on,
                                                    recorded_at, recorded_by)
                    select (select ctx.authority()), p.id, p.child, p.type, p.provider, p.name, p.host, p.starts_on, p.ends_on, :at, :by
                    from placement p)
                insert into children.placement_address (authority_id, placement_id, child_id, lines, postcode)
                select (select ctx.authority()), p.id, p.child, p.lines, p.postcode from placement p where p.lines <> '' or p.postcode is not null
                """;
        db.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .param("children", placements.stream().map(Placement::child).toArray(UUID[]::new))
                .param("types", text(placements, Placement::type))
                .param("providers", text(placements, Placement::provider))
                .param("names", text(placements, Placement::name))
                .param("hosts", text(placements, Placement::hostAuthority))
                .param("lines", text(placements, Placement::lines))
                .param(
                        "postcodes",
                        text(placements, each -> each.postcode() == null ? null : Postcode.written(each.postcode())))
                .param("starts", text(placements, each -> day(each.startsOn())))
                .param("ends", text(placements, each -> day(each.endsOn())))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .update();
        ledger.actOnEach(
                "placement.recorded",
                "placement",
                ids,
                placements.stream().map(Placement::child).toList(),
                Map.of("by", WROTE_BY));
    }

    /** Ends the legal status that began on this day, when it is in force still. */
    public boolean endStatus(UUID child, LocalDate startsOn, LocalDate endsOn) {
        var sql = """
                update children.legal_status set ends_on = :endsOn
                where authority_id = (select ctx.authority()) and child_id = :child and starts_on = :startsOn and ends_on is null returning id
                """;
        return end(sql, "legal-status", child, startsOn, endsOn);
    }

    /** The same of a placement. */
    public boolean endPlacement(UUID child, LocalDate startsOn, LocalDate endsOn) {
        var sql = """
                update children.placement set ends_on = :endsOn
                where authority_id = (select ctx.authority()) and child_id = :child and starts_on = :startsOn and ends_on is null returning id
                """;
        return end(sql, "placement", child, startsOn, endsOn);
    }

    private boolean end(String sql, String kind, UUID child, LocalDate startsOn, LocalDate endsOn) {
        var ended = db.sql(sql)
                .param("child", child)
                .param("startsOn", startsOn)
                .param("endsOn", endsOn)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
        ended.ifPresent(id -> ledger.act(kind + ".ended", kind, id, child));
        return ended.isPresent();
    }

    private static <T> @Nullable String[] text(List<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
