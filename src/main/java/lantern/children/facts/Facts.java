package lantern.children.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.facts.kind.FactKind;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Adds, corrects, ends and withdraws facts of any kind; what a fact was is kept first. */
@Component
@Transactional
class Facts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

    private final JdbcClient db;
    private final Amendments amendments;
    private final List<Following> following;
    private final Ledger ledger;

    Facts(JdbcClient db, Amendments amendments, List<Following> following, Ledger ledger) {
        this.db = db;
        this.amendments = amendments;
        this.following = following;
        this.ledger = ledger;
    }

    /** {@code row}: its columns as the database has them. */
    record Fact(
            UUID id,
            Map<String, @Nullable Object> row,
            @Nullable Instant recordedAt,
            @Nullable UUID recordedBy) {}

    record Amended(
            UUID fact,
            String act,
            Map<String, @Nullable Object> was,
            @Nullable String because,
            Instant at,
            UUID by) {}

    UUID add(FactKind kind, UUID child, Map<String, @Nullable Object> row, UUID by, Instant at) {
        kind.check(row, London.date(at));
        for (var each : of(kind)) each.before(child, null, row);
        var id = Ids.next();
        var columns = columns(row);
        // Names of tables and columns come from the list of kinds, never from outside.
        var sql = """
                insert into %1$s (authority_id, id, child_id, recorded_at, recorded_by, %2$s)
                select (select ctx.authority()), :id, :child, :at, :by, %3$s from jsonb_populate_record(null::%1$s, :row::jsonb) r
                """.formatted(kind.table(), String.join(", ", columns), prefixed(columns));
        db.sql(sql)
                .param("id", id)
                .param("child", child)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("row", JSON.writeValueAsString(row))
                .update();
        ledger.act(kind.ledgerCode("added"), kind.code(), id, child);
        for (var each : of(kind)) each.after(child, id, row, by, at);
        return id;
    }

    void correct(
            FactKind kind,
            UUID child,
            UUID fact,
            Map<String, @Nullable Object> row,
            String because,
            UUID by,
            Instant at) {
        kind.check(row, London.date(at));
        for (var each : of(kind)) each.before(child, fact, row);
        amendments.corrected(kind.code(), child, fact, because, by, at);
        var columns = columns(row);
        var sql = """
                update %1$s t set (%2$s) = (select %3$s from jsonb_populate_record(null::%1$s, :row::jsonb) r)
                where t.authority_id = (select ctx.authority()) and t.id = :fact
                """.formatted(kind.table(), String.join(", ", columns), prefixed(columns));
        db.sql(sql)
                .param("row", JSON.writeValueAsString(row))
                .param("fact", fact)
                .update();
        ledger.act(kind.ledgerCode("corrected"), kind.code(), fact, child);
        for (var each : of(kind)) each.after(child, fact, row, by, at);
    }

    void end(FactKind kind, UUID child, UUID fact, LocalDate endsOn, UUID by, Instant at) {
        if (endsOn.isAfter(London.date(at))) throw new Refused("Choose a day that is not in the future", "endsOn");
        var known = find(kind, child, fact);
        if (known.row().get("ends_on") != null) throw Refused.conflict("Somebody has recorded the end already");
        var from = FactKind.day(known.row(), "starts_on");
        if (from != null && endsOn.isBefore(from))
            throw new Refused("Choose a day that is not before the first", "endsOn");
        amendments.ended(kind.code(), child, fact, by, at);
        var sql = "update " + kind.table()
                + " set ends_on = :on where authority_id = (select ctx.authority()) and id = :fact";
        db.sql(sql).param("on", endsOn).param("fact", fact).update();
        ledger.act(kind.ledgerCode("ended"), kind.code(), fact, child);
    }

    /** It was never so: it leaves the record and stays to be read among what was amended. */
    void withdraw(FactKind kind, UUID child, UUID fact, String because, UUID by, Instant at) {
        amendments.withdrawn(kind.code(), child, fact, because, by, at);
        for (var each : of(kind)) each.after(child, fact, null, by, at);
        var sql = "delete from " + kind.table() + " where authority_id = (select ctx.authority()) and id = :fact";
        db.sql(sql).param("fact", fact).update();
        ledger.act(kind.ledgerCode("withdrawn"), kind.code(), fact, child);
    }

    Fact find(FactKind kind, UUID child, UUID fact) {
        return of(kind, child).stream()
                .filter(each -> each.id().equals(fact))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /** Those that hold first, then those that have ended, newest first. */
    List<Fact> of(FactKind kind, UUID child) {
        var order = kind.dated() ? "t.ends_on desc nulls first, t.starts_on desc nulls last, " : "";
        var sql = "select t.id, t.recorded_at, t.recorded_by, to_jsonb(t) as row from " + kind.table()
                + " t where t.authority_id = (select ctx.authority()) and " + (kind.one() ? "t.id" : "t.child_id")
                + " = :child order by " + order + "t.recorded_at desc";
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new Fact(
                        row.getObject("id", UUID.class),
                        JSON.readValue(row.getString("row"), ROW),
                        instant(row.getObject("recorded_at", OffsetDateTime.class)),
                        row.getObject("recorded_by", UUID.class)))
                .list();
    }

    List<Amended> amended(FactKind kind, UUID child) {
        var sql = """
                select subject_id, act, was, because, amended_at, amended_by from children.amendment
                where authority_id = (select ctx.authority()) and child_id = :child and subject_kind = :kind
                order by amended_at desc, id desc limit 200
                """;
        return db.sql(sql)
                .param("child", child)
                .param("kind", kind.code())
                .query((row, n) -> new Amended(
                        row.getObject("subject_id", UUID.class),
                        row.getString("act"),
                        JSON.readValue(row.getString("was"), ROW),
                        row.getString("because"),
                        row.getObject("amended_at", OffsetDateTime.class).toInstant(),
                        row.getObject("amended_by", UUID.class)))
                .list();
    }

    private List<Following> of(FactKind kind) {
        return following.stream()
                .filter(each -> each.kind().equals(kind.code()))
                .toList();
    }

    private static List<String> columns(Map<String, @Nullable Object> row) {
        return new ArrayList<>(row.keySet());
    }

    private static String prefixed(List<String> columns) {
        return columns.stream().map(each -> "r." + each).collect(Collectors.joining(", "));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
