package lantern.timescales.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Actor;
import lantern.calendar.London;
import lantern.timescales.Happening;
import lantern.timescales.NextStep;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import lantern.timescales.force.Rules;
import lantern.timescales.standard.Standard;
import lantern.timescales.standard.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Timescales as pages show them, their state computed at the asking time. */
@Component
public class Shown {
    private static final String COLUMNS = """
            select id, version_id, subject_kind, subject_id, child_id, owner_role, starts_at, due_at, due_soon_at, met_at, cancelled_at,
                cancelled_because, waived_at, waived_role, waived_because
            from timescales.timescale
            """;
    private static final String OPEN_FIRST = """
            order by num_nonnulls(met_at, cancelled_at, waived_at), list_at, id
            """;

    private final JdbcClient db;

    Shown(JdbcClient db) {
        this.db = db;
    }

    public List<Timescale> ofSubjects(Actor actor, Rules rules, Collection<UUID> subjects, Instant now) {
        if (subjects.isEmpty()) return List.of();
        return db.sql(COLUMNS + "where authority_id = :authority and subject_id = any (:subjects) " + OPEN_FIRST)
                .param("authority", actor.authority())
                .param("subjects", subjects.toArray(UUID[]::new))
                .query((row, n) -> timescale(row, rules, now))
                .list();
    }

    public List<Timescale> ofChild(Actor actor, Rules rules, UUID child, Instant now) {
        return db.sql(COLUMNS + "where authority_id = :authority and child_id = :child " + OPEN_FIRST)
                .param("authority", actor.authority())
                .param("child", child)
                .query((row, n) -> timescale(row, rules, now))
                .list();
    }

    public Optional<Timescale> one(Actor actor, Rules rules, UUID id, Instant now) {
        return db.sql(COLUMNS + "where authority_id = :authority and id = :id")
                .param("authority", actor.authority())
                .param("id", id)
                .query((row, n) -> timescale(row, rules, now))
                .optional();
    }

    /** What was changed about a timescale, newest first. */
    public List<Changed> trail(Actor actor, UUID id) {
        var sql = """
                select c.*, p.name from timescales.timescale_change c
                left join access.v_person p on p.authority_id = c.authority_id and p.id = c.changed_by
                where c.authority_id = :authority and c.timescale_id = :id order by c.changed_at desc, c.id desc
                """;
        return db.sql(sql)
                .param("authority", actor.authority())
                .param("id", id)
                .query((row, n) -> new Changed(
                        row.getString("kind"),
                        SubjectRows.instant(row, "old_due_at"),
                        SubjectRows.instant(row, "new_due_at"),
                        row.getString("why"),
                        java.util.Objects.requireNonNull(SubjectRows.instant(row, "changed_at")),
                        row.getString("name")))
                .list();
    }

    /** One line of the trail, with both due times. */
    public record Changed(
            String kind,
            @Nullable Instant wasDue,
            @Nullable Instant due,
            String why,
            Instant at,
            @Nullable String by) {}

    public static Timescale timescale(ResultSet row, Rules rules, Instant now) throws SQLException {
        var standard = rules.version(row.getObject("version_id", UUID.class)).standard();
        var subject = new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class));
        var startsAt = java.util.Objects.requireNonNull(SubjectRows.instant(row, "starts_at"));
        var due = SubjectRows.instant(row, "due_at");
        var metAt = SubjectRows.instant(row, "met_at");
        var cancelledAt = SubjectRows.instant(row, "cancelled_at");
        var waived = row.getObject("waived_at") != null;
        var dueSoonAt = SubjectRows.instant(row, "due_soon_at");
        return new Timescale(
                row.getObject("id", UUID.class),
                standard.id(),
                standard.title(),
                standard.within().words(),
                standard.source(),
                subject,
                row.getObject("child_id", UUID.class),
                Reckoning.state(startsAt, due, dueSoonAt, metAt, cancelledAt, waived, now),
                startsAt,
                due,
                dueWords(standard, due, now),
                metAt,
                cancelledAt,
                waived
                        ? row.getString("waived_role") + ": " + row.getString("waived_because")
                        : row.getString("cancelled_because"),
                row.getString("owner_role"),
                metBy(standard),
                NextStep.of(standard.metBy().iterator().next(), subject));
    }

    private static String dueWords(Standard standard, @Nullable Instant due, Instant now) {
        if (due != null) return London.due(due, now);
        return standard.within().unit() == Unit.NO_LIMIT ? "no limit set" : "no term dates loaded";
    }

    /** "a strategy meeting is held". */
    public static String metBy(Standard standard) {
        return standard.metBy().stream()
                .map(event -> Happening.EVENTS.getOrDefault(event, event))
                .collect(Collectors.joining(", or "));
    }
}
