package lantern.timescales.escalation;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.jobs.Job;
import lantern.timescales.Subject;
import lantern.timescales.clock.SubjectRows;
import lantern.timescales.force.InForce;
import lantern.timescales.force.Version;
import lantern.timescales.standard.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends the steps that have come due. Nothing about a timescale's state depends on it: it only tells people. A batch is one
 * transaction that takes its rows with "skip locked" and writes the step under a primary key, so several instances share the
 * work and no step goes out twice, whichever of them dies when.
 */
@Component
class Sends implements Job {
    static final int BATCH = 100;

    private final JdbcClient db;
    private final JdbcTemplate jdbc;
    private final Access access;
    private final InForce inForce;
    private final Ledger ledger;
    private final Clock clock;

    Sends(JdbcClient db, JdbcTemplate jdbc, Access access, InForce inForce, Ledger ledger, Clock clock) {
        this.db = db;
        this.jdbc = jdbc;
        this.access = access;
        this.inForce = inForce;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "timescales-send";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        for (var authority : access.authorities()) {
            while (batch(authority.id()) == BATCH && !Thread.currentThread().isInterrupted()) {
                // the next hundred, in a transaction of their own
            }
        }
    }

    /** Returns how many timescales it took. */
    int batch(UUID authority) {
        Integer taken = access.asSystem(authority, "send what is due", this::sendDue);
        return taken == null ? 0 : taken;
    }

    private record Due(
            UUID id,
            Version version,
            String subjectKind,
            UUID subject,
            @Nullable UUID child,
            @Nullable UUID agency,
            @Nullable UUID team,
            @Nullable UUID person,
            @Nullable UUID workerTeam,
            Instant startsAt,
            Instant due,
            Instant dueSoonAt) {}

    private record Sending(Due clock, Step step) {}

    private Integer sendDue() {
        var actor = access.actor();
        var now = clock.instant().truncatedTo(MICROS);
        var due = due(actor, now);
        if (due.isEmpty()) return 0;
        var sent = sent(actor, due);
        var sending = new ArrayList<Sending>();
        var next = new ArrayList<@Nullable Object[]>();
        for (var clock : due) {
            Instant later = null;
            for (var step : clock.version.standard().steps()) {
                if (sent.getOrDefault(clock.id, Set.of()).contains(step.key())) continue;
                var at = step.at(clock.startsAt, clock.due, clock.dueSoonAt);
                if (!at.isAfter(now)) sending.add(new Sending(clock, step));
                else if (later == null || at.isBefore(later)) later = at;
            }
            next.add(new @Nullable Object[] {
                later == null ? null : later.atOffset(ZoneOffset.UTC), actor.authority(), clock.id
            });
        }
        write(actor, sending, now);
        write("update timescales.timescale set next_send_at = ?::timestamptz where authority_id = ? and id = ?", next);
        return due.size();
    }

    private List<Due> due(Actor actor, Instant now) {
        var rules = inForce.of(actor.authority());
        var sql = """
                select * from timescales.timescale where authority_id = :authority and next_send_at <= :now
                order by next_send_at limit :batch for update skip locked
                """;
        return db.sql(sql)
                .param("authority", actor.authority())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .query((row, n) -> due(row, rules.version(row.getObject("version_id", UUID.class))))
                .list();
    }

    private static Due due(ResultSet row, Version version) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                version,
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getObject("owner_agency", UUID.class),
                row.getObject("owner_team", UUID.class),
                row.getObject("owner_person", UUID.class),
                row.getObject("worker_team", UUID.class),
                Objects.requireNonNull(SubjectRows.instant(row, "starts_at")),
                Objects.requireNonNull(SubjectRows.instant(row, "due_at")),
                Objects.requireNonNull(SubjectRows.instant(row, "due_soon_at")));
    }

    private Map<UUID, Set<String>> sent(Actor actor, List<Due> due) {
        var sql =
                "select timescale_id, step from timescales.send where authority_id = :authority and timescale_id = any (:ids)";
        var sent = new HashMap<UUID, Set<String>>();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("ids", due.stream().map(Due::id).toArray(UUID[]::new))
                .query(row -> {
                    sent.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                            .add(row.getString(2));
                });
        return sent;
    }

    private void write(Actor actor, List<Sending> sending, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        var restricted = restrictedTo(actor, sending);
        var sends = new ArrayList<Object[]>();
        var notices = new ArrayList<@Nullable Object[]>();
        for (var each : sending) {
            var clock = each.clock;
            sends.add(new Object[] {actor.authority(), clock.id, each.step.key(), at});
            var named = clock.child == null ? null : restricted.get(clock.child);
            if (named == null) notices.add(notice(actor, each, addressee(each), now));
            else {
                named.forEach(person -> notices.add(notice(actor, each, new Addressee(null, null, person), now)));
                notices.add(nameless(actor, clock, now));
            }
            ledger.act(
                    "timescales.sent",
                    "timescale",
                    clock.id,
                    clock.child,
                    Map.of(
                            "to",
                            named == null ? each.step.to() : "those-named",
                            "when",
                            each.step.when().replace(' ', '-').replace("%", "-percent")));
        }
        jdbc.batchUpdate(
                "insert into timescales.send (authority_id, timescale_id, step, sent_at) values (?, ?, ?, ?)", sends);
        var sql = """
                insert into timescales.notice (authority_id, id, timescale_id, step, to_role, to_agency, to_team, to_person, title, subject_kind, subject_id,
                    child_id, due_at, sent_at)
                values (?, ?, ?::uuid, ?, ?, ?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?::uuid, ?, ?)
                """;
        write(sql, notices);
    }

    /** The people that the restriction of a restricted child names. */
    private Map<UUID, List<UUID>> restrictedTo(Actor actor, List<Sending> sending) {
        var sql = """
                select r.child_id, n.person_id from access.v_restriction r
                join access.v_named_person n on n.authority_id = r.authority_id and n.restriction_id = r.id and n.ended_at is null
                where r.authority_id = :authority and r.ended_at is null and r.child_id = any (:children)
                """;
        var named = new HashMap<UUID, List<UUID>>();
        db.sql(sql)
                .param("authority", actor.authority())
                .param(
                        "children",
                        sending.stream()
                                .map(each -> each.clock.child)
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .query(row -> {
                    named.computeIfAbsent(row.getObject(1, UUID.class), child -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return named;
    }

    private static Addressee addressee(Sending each) {
        var clock = each.clock;
        return Addressee.of(
                each.step.to(),
                clock.version.standard().owner(),
                clock.agency,
                clock.team,
                clock.person,
                clock.workerTeam);
    }

    private static @Nullable Object[] notice(Actor actor, Sending each, Addressee to, Instant now) {
        var clock = each.clock;
        return new @Nullable Object[] {
            actor.authority(),
            Ids.next(),
            clock.id,
            each.step.when(),
            each.step.to(),
            to.agency(),
            to.team(),
            to.person(),
            clock.version.standard().title(),
            clock.subjectKind,
            clock.subject,
            clock.child,
            clock.due.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC)
        };
    }

    /** Whoever is not named learns that there is something through the hub manager only, and the hub manager no more than that. */
    private static @Nullable Object[] nameless(Actor actor, Due clock, Instant now) {
        var id = Ids.next();
        return new @Nullable Object[] {
            actor.authority(),
            id,
            null,
            "at once",
            "hub-manager",
            null,
            null,
            null,
            "A timescale of a restricted record: the people it names were told",
            Subject.withheld(id).kind(),
            id,
            null,
            clock.due.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC)
        };
    }

    private void write(String sql, List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(sql, rows, Math.max(1, rows.size()), (statement, row) -> {
            for (var i = 0; i < row.length; i++) statement.setObject(i + 1, row[i]);
        });
    }
}
