package lantern.missing.interview;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

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
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class InterviewQueries {
    private static final String ONE = """
            select i.*, c.reference, c.given_names, c.family_name, c.date_of_birth, c.looked_after, a.name as provider_name
            from missing.interview i
            join children.v_child c on c.authority_id = i.authority_id and c.id = i.child_id
            join access.v_agency a on a.authority_id = i.authority_id and a.id = i.provider_agency_id
            """;

    private final JdbcClient db;
    private final Access access;

    InterviewQueries(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    public InterviewView.Whole whole(UUID id) {
        return new InterviewView.Whole(
                interview(id),
                contacts(id),
                absences(id),
                indicators(id),
                narrative(id),
                factors(id),
                recommendations(id),
                ratings(id),
                given(id),
                mentions(id));
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
                select k.kind, k.how, k.words, k.happened_at, k.result, k.meets_at, k.place, p.name from missing.interview_contact k
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
                        row.getString("name"),
                        row.getString("result"),
                        instantOrNull(row, "meets_at"),
                        row.getString("place")));
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

    private List<String> factors(UUID id) {
        var sql =
                "select factor from missing.interview_factor where authority_id = :authority and interview_id = :id order by factor";
        return list(sql, id, (row, n) -> row.getString("factor"));
    }

    private List<InterviewView.Recommendation> recommendations(UUID id) {
        var sql = """
                select r.id, r.for_whom, r.words, a.answer, a.answered_by, a.words as answered, a.recorded_at from missing.interview_recommendation r
                left join lateral (
                    select * from missing.recommendation_answer w where w.authority_id = r.authority_id and w.recommendation_id = r.id
                    order by w.recorded_at desc, w.id desc limit 1) a on true
                where r.authority_id = :authority and r.interview_id = :id order by r.id
                """;
        return list(
                sql,
                id,
                (row, n) -> new InterviewView.Recommendation(
                        row.getObject("id", UUID.class),
                        row.getString("for_whom"),
                        row.getString("words"),
                        row.getString("answer") == null
                                ? null
                                : new InterviewView.Answer(
                                        row.getString("answer"),
                                        row.getString("answered_by"),
                                        row.getString("answered"),
                                        instant(row, "recorded_at"))));
    }

    private List<InterviewView.Given> given(UUID id) {
        var sql = """
                select id, recipient, sent_at, received_at, filed_at from missing.feedback_copy
                where authority_id = :authority and interview_id = :id order by sent_at desc, id desc
                """;
        return list(
                sql,
                id,
                (row, n) -> new InterviewView.Given(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        instant(row, "sent_at"),
                        instantOrNull(row, "received_at"),
                        instantOrNull(row, "filed_at")));
    }

    private List<InterviewView.Mention> mentions(UUID id) {
        var sql = """
                select m.*, p.name from missing.interview_mention m
                left join access.v_person p on p.authority_id = m.authority_id and p.id = m.decided_by
                where m.authority_id = :authority and m.interview_id = :id order by m.decision is not null, m.kind, m.id
                """;
        return list(
                sql,
                id,
                (row, n) -> new InterviewView.Mention(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("words"),
                        row.getString("decision"),
                        row.getString("decided_because"),
                        instantOrNull(row, "decided_at"),
                        row.getString("name")));
    }

    private List<InterviewView.Rated> ratings(UUID id) {
        var sql = """
                select t.rating, t.reason, t.decided_at, p.name from missing.interview_triage t
                left join access.v_person p on p.authority_id = t.authority_id and p.id = t.decided_by
                where t.authority_id = :authority and t.interview_id = :id order by t.decided_at desc, t.id desc
                """;
        return list(
                sql,
                id,
                (row, n) -> new InterviewView.Rated(
                        row.getString("rating"),
                        row.getString("reason"),
                        instant(row, "decided_at"),
                        row.getString("name")));
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
                                row.getString("recommendations"),
                                Narrative.more(row)))
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
                row.getString("others_present"),
                row.getString("outcome_code"),
                row.getObject("lasted_minutes", Integer.class));
    }

    private static String name(ResultSet row) throws SQLException {
        var given = row.getString("given_names");
        return given.isBlank() ? row.getString("family_name") : given + " " + row.getString("family_name");
    }
}
