package lantern.timescales.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.calendar.London;
import lantern.timescales.Subject;
import lantern.timescales.clock.SubjectRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices addressed to the reader; which those are is the database's policy. */
@Component
class Notices implements WorkList {
    static final int PAGE = 50;

    private final JdbcClient db;
    private final Clock clock;

    Notices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<NoticesPage.Row> newest(Actor actor, int page) {
        var now = clock.instant();
        var sql = """
                select n.*, r.read_at from timescales.notice n
                left join timescales.notice_read r on r.authority_id = n.authority_id and r.notice_id = n.id and r.person_id = :me
                where n.authority_id = :authority and (n.to_role = :role or n.to_person = :me)
                order by n.sent_at desc, n.id limit :most offset :skip
                """;
        return db.sql(sql)
                .param("me", actor.id())
                .param("role", actor.role())
                .param("authority", actor.authority())
                .param("most", PAGE + 1)
                .param("skip", (page - 1) * PAGE)
                .query((row, n) -> row(row, actor, now))
                .list();
    }

    private static NoticesPage.Row row(ResultSet row, Actor reader, java.time.Instant now) throws SQLException {
        var due = java.util.Objects.requireNonNull(SubjectRows.instant(row, "due_at"));
        var sent = java.util.Objects.requireNonNull(SubjectRows.instant(row, "sent_at"));
        var subject = new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class));
        return new NoticesPage.Row(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getObject("timescale_id") == null ? "At once" : sent.isAfter(due) ? "Late" : "Due soon",
                London.due(due, now),
                London.ago(sent, now),
                subject.path(reader),
                row.getObject("read_at") != null);
    }

    void markRead(Actor actor, List<UUID> notices) {
        var sql = """
                insert into timescales.notice_read (authority_id, person_id, notice_id, read_at)
                select n.authority_id, :me, n.id, :now from timescales.notice n where n.authority_id = :authority and n.id = any (:ids)
                on conflict do nothing
                """;
        db.sql(sql)
                .param("me", actor.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("authority", actor.authority())
                .param("ids", notices.toArray(UUID[]::new))
                .update();
    }

    @Override
    public String title() {
        return "Notices";
    }

    @Override
    public String purpose() {
        return "What is due soon or late and was sent to you or your role.";
    }

    @Override
    public String path() {
        return "/notices";
    }

    @Override
    public Permission permission() {
        return Permission.READ_TIMESCALES;
    }

    @Override
    public int order() {
        return 60;
    }

    /** Those not yet read, counted up to 1,000. */
    @Override
    public OptionalLong waiting(Actor actor) {
        var sql = """
                select count(*) from (
                    select from timescales.notice n where n.authority_id = :authority and (n.to_role = :role or n.to_person = :me)
                    and not exists (select from timescales.notice_read r where r.authority_id = n.authority_id and r.person_id = :me and r.notice_id = n.id)
                    limit 1000) unread
                """;
        return OptionalLong.of(db.sql(sql)
                .param("authority", actor.authority())
                .param("role", actor.role())
                .param("me", actor.id())
                .query(Long.class)
                .single());
    }
}
