package lantern.missing.queue;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.missing.interview.InterviewView.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class QueueQueries {
    /** Held interviews stay on the queue while their feedback form is owed, at most this long (index interview_held). */
    private static final int FEEDBACK_DAYS = 90;

    // Late first; then Red (priority, first time), not yet triaged, Amber, Green; then the oldest referral.
    static final String QUEUE = """
            with queued as (
                select * from missing.interview where authority_id = :authority and outcome is null
                union all
                select * from missing.interview i where i.authority_id = :authority and i.outcome = 'held' and i.outcome_at > :recently
                  and not exists (select from missing.interview_contact k
                      where k.authority_id = i.authority_id and k.interview_id = i.id and k.kind = 'feedback-sent')
            )
            select q.id, q.child_id, q.triage, q.referred_at, q.outcome, c.given_names, c.family_name, c.date_of_birth, a.returned_at,
                (select count(*) from missing.interview_contact k where k.authority_id = q.authority_id and k.interview_id = q.id) as contacts,
                n.standard_id, n.due_at
            from queued q
            join children.v_child c on c.authority_id = q.authority_id and c.id = q.child_id
            left join lateral (
                select max(e.returned_at) as returned_at from missing.interview_episode l
                join missing.episode e on e.authority_id = l.authority_id and e.id = l.episode_id
                where l.authority_id = q.authority_id and l.interview_id = q.id) a on true
            left join lateral (
                select s.standard_id, s.due_at from timescales.v_timescale s
                where s.authority_id = q.authority_id and s.child_id = q.child_id
                  and s.met_at is null and s.cancelled_at is null and s.waived_at is null
                  and (s.subject_id = q.id and s.standard_id <> 'feedback-filed'
                       or s.standard_id = 'return-interview' and s.subject_id in (select l.episode_id from missing.interview_episode l
                           where l.authority_id = q.authority_id and l.interview_id = q.id))
                order by s.due_at nulls last limit 1) n on true
            order by coalesce(n.due_at < :now, false) desc,
                case q.triage when 'priority-red' then 1 when 'first-time' then 1 when 'red' then 2 when 'amber' then 4 when 'green' then 5 else 3 end,
                n.due_at nulls last, q.referred_at, q.id
            limit %d offset %d
            """;

    private final JdbcClient db;
    private final Access access;

    QueueQueries(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    List<Line> queue(int limit, int offset, Instant now) {
        return db.sql(QUEUE.formatted(limit, offset))
                .param("authority", access.actor().authority())
                .param("recently", stamp(now.minus(Duration.ofDays(FEEDBACK_DAYS))))
                .param("now", stamp(now))
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        (row.getString("given_names") + " " + row.getString("family_name")).strip(),
                        row.getObject("date_of_birth", LocalDate.class),
                        row.getString("triage"),
                        instant(row, "referred_at"),
                        instantOrNull(row, "returned_at"),
                        row.getInt("contacts"),
                        row.getString("outcome"),
                        row.getString("standard_id"),
                        instantOrNull(row, "due_at")))
                .list();
    }

    /** As many as the queue has lines. */
    long waiting(Instant now) {
        var sql = """
                select (select count(*) from missing.interview where authority_id = :authority and outcome is null)
                    + (select count(*) from missing.interview i where i.authority_id = :authority and i.outcome = 'held' and i.outcome_at > :recently
                        and not exists (select from missing.interview_contact k
                            where k.authority_id = i.authority_id and k.interview_id = i.id and k.kind = 'feedback-sent'))
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("recently", stamp(now.minus(Duration.ofDays(FEEDBACK_DAYS))))
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
