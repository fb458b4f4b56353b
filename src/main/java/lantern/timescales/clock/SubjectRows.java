package lantern.timescales.clock;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Actor;
import lantern.platform.Ids;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.force.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The facts and the timescales of one subject in the database: read together, written in one batch. */
@Component
public class SubjectRows {
    /** What is known about a subject. */
    public record Known(List<Fact> facts, List<Kept> clocks) {}

    /** A timescale to write for the first time. */
    public record Start(
            Version version,
            Kept kept,
            @Nullable Owner owner,
            @Nullable UUID workerTeam) {}

    private static final String KNOWN = """
            select 'fact' as what, id, event, happened_at, holding,
                null::uuid as version_id, null::uuid as started_by, null::uuid as child_id, null::timestamptz as starts_at, null::timestamptz as due_at,
                null::timestamptz as due_soon_at, null::timestamptz as met_at, null::timestamptz as cancelled_at, null as cancelled_because,
                null::timestamptz as waived_at, null::timestamptz as next_send_at
            from timescales.happening where authority_id = ? and subject_id = ? and superseded_at is null
            union all
            select 'clock', id, null, null, null, version_id, started_by, child_id, starts_at, due_at, due_soon_at, met_at, cancelled_at,
                cancelled_because, waived_at, next_send_at
            from timescales.timescale where authority_id = ? and subject_id = ?
            """;

    private final JdbcTemplate jdbc;

    SubjectRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Known of(Actor actor, Subject subject) {
        return known(KNOWN, List.of(actor.authority(), subject.id(), actor.authority(), subject.id()));
    }

    /** Keeps what happened and answers what was known before it, in one statement. */
    public Known note(Actor actor, Subject subject, @Nullable UUID child, List<Fact> facts, Instant now) {
        var rows = String.join(", ", java.util.Collections.nCopies(facts.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        var sql = """
                with noted as (
                    insert into timescales.happening
                        (authority_id, id, subject_kind, subject_id, child_id, event, happened_at, holding, recorded_at, recorded_by)
                    values\s""" + rows + ")\n" + KNOWN;
        var values = new ArrayList<@Nullable Object>();
        for (var fact : facts) {
            values.addAll(java.util.Arrays.asList(
                    actor.authority(),
                    fact.id(),
                    subject.kind(),
                    subject.id(),
                    child,
                    fact.event(),
                    fact.at(),
                    fact.holding(),
                    now,
                    actor.id()));
        }
        values.addAll(List.of(actor.authority(), subject.id(), actor.authority(), subject.id()));
        return known(sql, values);
    }

    private Known known(String sql, List<? extends @Nullable Object> values) {
        var facts = new ArrayList<Fact>();
        var clocks = new ArrayList<Kept>();
        jdbc.query(sql, statement -> bind(statement, values), row -> {
            if (row.getString("what").equals("fact")) facts.add(fact(row));
            else clocks.add(kept(row));
        });
        return new Known(facts, clocks);
    }

    public void start(Actor actor, Subject subject, List<Start> starts, Instant now) {
        if (starts.isEmpty()) return;
        var sql = """
                insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, owner_agency,
                    owner_team, owner_person, worker_team, started_by, starts_at, due_at, due_soon_at, met_at, cancelled_at, cancelled_because,
                    next_send_at, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        jdbc.batchUpdate(sql, starts, starts.size(), (statement, start) -> {
            var kept = start.kept;
            var owner = start.owner;
            bind(
                    statement,
                    java.util.Arrays.asList(
                            actor.authority(),
                            kept.id(),
                            start.version.standard().id(),
                            kept.version(),
                            subject.kind(),
                            subject.id(),
                            kept.child(),
                            start.version.standard().owner(),
                            owner == null ? null : owner.agency(),
                            owner == null ? null : owner.team(),
                            owner == null ? null : owner.person(),
                            start.workerTeam,
                            kept.startedBy(),
                            kept.reckoning().startsAt(),
                            kept.reckoning().due(),
                            kept.reckoning().dueSoonAt(),
                            kept.reckoning().metAt(),
                            kept.reckoning().cancelledAt(),
                            kept.cancelledBecause(),
                            kept.nextSend(),
                            now));
        });
    }

    public void save(Actor actor, List<Kept> changed) {
        if (changed.isEmpty()) return;
        var sql = """
                update timescales.timescale set version_id = ?, started_by = ?, starts_at = ?, due_at = ?, due_soon_at = ?, met_at = ?, cancelled_at = ?,
                    cancelled_because = ?, next_send_at = ?
                where authority_id = ? and id = ?
                """;
        jdbc.batchUpdate(
                sql,
                changed,
                changed.size(),
                (statement, kept) -> bind(
                        statement,
                        java.util.Arrays.asList(
                                kept.version(),
                                kept.startedBy(),
                                kept.reckoning().startsAt(),
                                kept.reckoning().due(),
                                kept.reckoning().dueSoonAt(),
                                kept.reckoning().metAt(),
                                kept.reckoning().cancelledAt(),
                                kept.cancelledBecause(),
                                kept.nextSend(),
                                actor.authority(),
                                kept.id())));
    }

    /** One line of the trail for each clock that changed, with both sides. */
    public void trail(Actor actor, String kind, List<Kept> before, List<Kept> after, String why, Instant now) {
        var sql = """
                insert into timescales.timescale_change (authority_id, id, timescale_id, child_id, kind, old_due_at, new_due_at, old_ended_at, new_ended_at,
                    why, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        var was = new HashMap<UUID, Kept>();
        before.forEach(kept -> was.put(kept.id(), kept));
        jdbc.batchUpdate(sql, after, Math.max(1, after.size()), (statement, kept) -> {
            var old = java.util.Objects.requireNonNull(was.get(kept.id()));
            bind(
                    statement,
                    java.util.Arrays.asList(
                            actor.authority(),
                            Ids.next(),
                            kept.id(),
                            kept.child(),
                            kind,
                            old.reckoning().due(),
                            kept.reckoning().due(),
                            old.ended(),
                            kept.ended(),
                            why,
                            now,
                            actor.id()));
        });
    }

    /** Which steps of the subject's timescales have gone out. */
    public Map<UUID, Set<String>> sent(Actor actor, Subject subject) {
        var sql = """
                select s.timescale_id, s.step from timescales.timescale t
                join timescales.send s on s.authority_id = t.authority_id and s.timescale_id = t.id
                where t.authority_id = ? and t.subject_id = ?
                """;
        var sent = new HashMap<UUID, Set<String>>();
        jdbc.query(sql, statement -> bind(statement, List.of(actor.authority(), subject.id())), row -> {
            sent.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                    .add(row.getString(2));
        });
        return sent;
    }

    /** The old fact no longer counts; the corrected one, when there is one, takes its place. */
    public void replace(Actor actor, Subject subject, Fact old, @Nullable Fact corrected, String why, Instant now) {
        var supersede = """
                update timescales.happening set superseded_at = ?, superseded_because = ? where authority_id = ? and id = ?
                """;
        jdbc.update(supersede, statement -> bind(statement, List.of(now, why, actor.authority(), old.id())));
        if (corrected == null) return;
        var sql = """
                insert into timescales.happening (authority_id, id, subject_kind, subject_id, child_id, event, happened_at, holding, recorded_at, recorded_by)
                select authority_id, ?, subject_kind, subject_id, child_id, event, ?, holding, ?, ? from timescales.happening
                where authority_id = ? and id = ?
                """;
        jdbc.update(
                sql,
                statement -> bind(
                        statement,
                        List.of(corrected.id(), corrected.at(), now, actor.id(), actor.authority(), old.id())));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var holding = Set.of((String[]) row.getArray("holding").getArray());
        return new Fact(
                row.getObject("id", UUID.class),
                row.getString("event"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                holding);
    }

    static Kept kept(ResultSet row) throws SQLException {
        var startsAt = row.getObject("starts_at", OffsetDateTime.class).toInstant();
        var because = row.getString("cancelled_because");
        var reckoning = new Reckoning(
                startsAt,
                instant(row, "due_at"),
                instant(row, "due_soon_at"),
                instant(row, "met_at"),
                instant(row, "cancelled_at"),
                because);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("version_id", UUID.class),
                row.getObject("started_by", UUID.class),
                row.getObject("child_id", UUID.class),
                reckoning,
                because,
                row.getObject("waived_at") != null,
                instant(row, "next_send_at"));
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case Set<?> words ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", words.toArray()));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }
}
