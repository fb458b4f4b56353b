package lantern.missing.interview;

import static lantern.missing.episode.Stamps.instant;
import static lantern.missing.episode.Stamps.instantOrNull;
import static lantern.missing.episode.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.missing.interview.InterviewView.Absence;
import lantern.missing.interview.InterviewView.Contact;
import lantern.missing.interview.InterviewView.Line;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class InterviewQueries {
    /** Held interviews stay on the queue while their feedback form is owed, at most this long (index interview_held). */
    private static final int FEEDBACK_DAYS = 90;

    private static final String ONE = """
            select i.*, c.reference, c.given_names, c.family_name, c.date_of_birth, c.looked_after, a.name as provider_name
            from missing.interview i
            join children.v_child c on c.authority_id = i.authority_id and c.id = i.child_id
            join access.v_agency a on a.authority_id = i.authority_id and a.id = i.provider_agency_id
            """;

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

    InterviewQueries(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    List<Line> queue(int limit, int offset, Instant now) {
        return db.sql(QUEUE.formatted(limit, offset))
                .param("authority", access.actor().authority())
                .param("recently", stamp(now.minus(java.time.Duration.ofDays(FEEDBACK_DAYS))))
                .param("now", stamp(now))
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        name(row),
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
                .param("recently", stamp(now.minus(java.time.Duration.ofDays(FEEDBACK_DAYS))))
                .query((row, n) -> row.getLong(1))
                .single();
    }

    InterviewView.Whole whole(UUID id) {
        return new InterviewView.Whole(interview(id), contacts(id), absences(id), indicators(id), narrative(id));
    }

    public InterviewView interview(UUID id) {
        var sql = ONE + " where i.authority_id = :authority and i.id = :id";
        return list(sql, id, InterviewQueries::view).stream().findFirst().orElseThrow(Refused::notFound);
    }

    /** Oldest referral first, after the given one; the state is open or resolved. */
    public List<InterviewView> list(
            @Nullable UUID episode, @Nullable String state, Instant afterAt, UUID afterId, int limit) {
        var sql = ONE + """
                where i.authority_id = :authority and (i.referred_at, i.id) > (:afterAt, :afterId)
                  and (:state::text is null or (i.outcome is null) = (:state::text = 'open'))
                  and (:episode::uuid is null or exists (select from missing.interview_episode l
                      where l.authority_id = i.authority_id and l.interview_id = i.id and l.episode_id = :episode::uuid))
                order by i.referred_at, i.id limit :limit
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("episode", episode)
                .param("state", state)
                .param("afterAt", stamp(afterAt))
                .param("afterId", afterId)
                .param("limit", limit)
                .query(InterviewQueries::view)
                .list();
    }

    private List<Contact> contacts(UUID id) {
        var sql = """
                select k.kind, k.how, k.words, k.happened_at, p.name from missing.interview_contact k
                left join access.v_person p on p.authority_id = k.authority_id and p.id = k.recorded_by
                where k.authority_id = :authority and k.interview_id = :id order by k.happened_at desc, k.id desc
                """;
        return list(
                sql,
                id,
                (row, n) -> new Contact(
                        row.getString("kind"),
                        row.getString("how"),
                        row.getString("words"),
                        instant(row, "happened_at"),
                        row.getString("name")));
    }

    private List<Absence> absences(UUID id) {
        var sql = """
                select e.id, e.missing_since, e.returned_at, e.returned_to from missing.interview_episode l
                join missing.episode e on e.authority_id = l.authority_id and e.id = l.episode_id
                where l.authority_id = :authority and l.interview_id = :id and e.stage <> 'merged' order by e.missing_since desc
                """;
        return list(
                sql,
                id,
                (row, n) -> new Absence(
                        row.getObject("id", UUID.class),
                        instant(row, "missing_since"),
                        instantOrNull(row, "returned_at"),
                        row.getString("returned_to")));
    }

    private Map<String, String> indicators(UUID id) {
        var sql = """
                select indicator, note from missing.interview_indicator where authority_id = :authority and interview_id = :id order by indicator
                """;
        var indicators = new LinkedHashMap<String, String>();
        list(sql, id, (row, n) -> indicators.put(row.getString("indicator"), row.getString("note")));
        return indicators;
    }

    /** Null when nothing is written, or when the reader may not read it: the database then shows no row. */
    private @Nullable Narrative narrative(UUID id) {
        if (!access.actor().may(Permission.READ_NARRATIVE)) return null;
        var sql = "select * from missing.interview_narrative where authority_id = :authority and interview_id = :id";
        return list(
                        sql,
                        id,
                        (row, n) -> new Narrative(
                                row.getString("before_it"),
                                row.getString("during_it"),
                                row.getString("after_it"),
                                row.getString("own_words"),
                                row.getString("recommendations")))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private <T> List<T> list(String sql, UUID id, RowMapper<T> mapper) {
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(mapper)
                .list();
    }

    static InterviewView view(ResultSet row, int n) throws SQLException {
        return new InterviewView(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                name(row),
                row.getString("reference"),
                row.getObject("date_of_birth", LocalDate.class),
                row.getBoolean("looked_after"),
                row.getObject("provider_agency_id", UUID.class),
                row.getString("provider_name"),
                instant(row, "referred_at"),
                row.getString("triage"),
                instantOrNull(row, "accepted_at"),
                row.getString("outcome"),
                instantOrNull(row, "outcome_at"),
                row.getString("outcome_reason"),
                row.getString("held_where"),
                row.getString("held_by"),
                row.getObject("independent", Boolean.class),
                row.getString("method"),
                row.getString("others_present"));
    }

    private static String name(ResultSet row) throws SQLException {
        var given = row.getString("given_names");
        return given.isBlank() ? row.getString("family_name") : given + " " + row.getString("family_name");
    }
}
