package lantern.oversight.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.oversight.entering.Rows;
import lantern.oversight.programme.Listing.Field;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and keeps the rows of every list. Two who change one row at once: the second is told and loses nothing that they typed. */
@Component
@Transactional
public class Programme {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Programme(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param was when it was last changed; a change must name it */
    public record Row(UUID id, UUID parent, Map<String, String> values, String was) {
        public String of(String column) {
            return values.getOrDefault(column, "");
        }

        public @Nullable LocalDate day(String column) {
            return of(column).isEmpty() ? null : LocalDate.parse(of(column));
        }

        public @Nullable UUID id(String column) {
            return of(column).isEmpty() ? null : UUID.fromString(of(column));
        }
    }

    public List<Row> rows(Listing listing, UUID parent) {
        var sql = "select * from oversight." + listing.table() + " where authority_id = (select ctx.authority()) and "
                + listing.parentColumn() + " = :parent and removed_at is null order by " + listing.order() + ", id";
        return db.sql(sql)
                .param("parent", parent)
                .query((row, n) -> read(listing, row))
                .list();
    }

    /** The open and ended actions of all meetings of a committee, the oldest meeting first. */
    public List<Row> actions(UUID committee) {
        var sql = """
                select a.* from oversight.action a join oversight.meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
                where a.authority_id = (select ctx.authority()) and m.committee_id = :committee and a.removed_at is null order by m.held_on, a.item, a.id
                """;
        return db.sql(sql)
                .param("committee", committee)
                .query((row, n) -> read(Lists.ACTIONS, row))
                .list();
    }

    public Row one(Listing listing, UUID id) {
        var sql = "select * from oversight." + listing.table()
                + " where authority_id = (select ctx.authority()) and id = :id and removed_at is null";
        return db.sql(sql)
                .param("id", id)
                .query((row, n) -> read(listing, row))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private static Row read(Listing listing, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var field : listing.fields()) {
            var value = row.getString(field.column());
            values.put(field.column(), value == null ? "" : value);
        }
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject(listing.parentColumn(), UUID.class),
                values,
                String.valueOf(row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }

    public UUID add(Listing listing, UUID parent, Map<String, ?> values) {
        there(listing.parent(), parent);
        var id = Ids.next();
        var columns = new LinkedHashMap<String, Object>(values);
        columns.put("id", id);
        columns.put(listing.parentColumn(), parent);
        columns.put("changed_at", clock.instant().atOffset(ZoneOffset.UTC));
        columns.put("changed_by", access.actor().id());
        Rows.insert(db, listing.table(), columns);
        ledger.act("oversight.list-added-to", listing.code(), id, null);
        return id;
    }

    public void change(Listing listing, UUID id, Map<String, ?> values, String was) {
        if (listing.entries()) throw new Refused("An entry is never changed: add another that says what is so now");
        var sets = listing.fields().stream()
                .map(Field::column)
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        var sql = "update oversight." + listing.table() + " set " + sets
                + ", changed_at = :at, changed_by = :by where authority_id = (select ctx.authority()) and id = :id and removed_at is null and changed_at = :was";
        var statement = db.sql(sql)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", access.actor().id())
                .param("id", id)
                .param("was", time(was));
        for (var field : listing.fields()) statement = statement.param(field.column(), values.get(field.column()));
        if (statement.update() == 0) throw changedMeanwhile(listing, id);
        ledger.act("oversight.list-changed", listing.code(), id, null);
    }

    private Refused changedMeanwhile(Listing listing, UUID id) {
        one(listing, id);
        return Refused.conflict(
                "Somebody else has changed this meanwhile. Open it again beside this page and put in what is yours");
    }

    public void remove(Listing listing, UUID id) {
        if (listing.entries()) throw new Refused("An entry is never taken off: add another that says what is so now");
        one(listing, id);
        var sql = "update oversight." + listing.table()
                + " set removed_at = :at, changed_by = :by where authority_id = (select ctx.authority()) and id = :id";
        db.sql(sql)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", access.actor().id())
                .param("id", id)
                .update();
        ledger.act("oversight.list-taken-from", listing.code(), id, null);
    }

    /** What a row of another list is called, by its id: the choices of a field that points to one. */
    public Map<String, String> choices(Field field, UUID parent) {
        var choices = new LinkedHashMap<String, String>();
        switch (field.from()) {
            case "meeting" -> {
                var sql =
                        "select id, held_on from oversight.meeting where authority_id = (select ctx.authority()) and committee_id = :committee order by held_on";
                db.sql(sql).param("committee", parent).query(row -> {
                    choices.put(row.getString("id"), London.day(row.getObject("held_on", LocalDate.class)));
                });
            }
            case "action" ->
                actions(parent).forEach(each -> choices.put(each.id().toString(), each.of("words")));
            default -> {
                var of = Lists.table(field.from());
                var called = of.fields().stream()
                        .filter(each -> each.kind() == Listing.Kind.LINE)
                        .findFirst()
                        .orElseThrow();
                rows(of, parent).forEach(each -> choices.put(each.id().toString(), each.of(called.column())));
            }
        }
        return choices;
    }

    /** Refuses what is not there or another authority's. */
    public void there(String table, UUID id) {
        var sql = "select count(*) from oversight." + table
                + " where authority_id = (select ctx.authority()) and id = :id";
        if (db.sql(sql).param("id", id).query(Long.class).single() == 0) throw Refused.notFound();
    }

    private static OffsetDateTime time(String was) {
        try {
            return java.time.Instant.parse(was).atOffset(ZoneOffset.UTC);
        } catch (java.time.format.DateTimeParseException e) {
            throw Refused.conflict("Open the form again: the page was too old");
        }
    }
}
