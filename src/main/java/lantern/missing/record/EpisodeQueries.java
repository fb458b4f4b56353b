package lantern.missing.record;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.missing.record.EpisodeView.Counters;
import lantern.missing.record.EpisodeView.Interview;
import lantern.missing.record.EpisodeView.LogEntry;
import lantern.missing.record.EpisodeView.Merge;
import lantern.missing.record.EpisodeView.Notified;
import lantern.missing.record.EpisodeView.Overlap;
import lantern.platform.Refused;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on an episode, under the reader's own policies. */
@Component
public class EpisodeQueries {
    private static final String EPISODE = """
            select e.*, c.reference, c.given_names, c.family_name, c.date_of_birth, o.name as opened_by_name, w.name as worker
            from missing.episode e
            join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
            left join access.v_person o on o.authority_id = e.authority_id and o.id = e.opened_by
            left join access.v_person w on w.authority_id = e.authority_id and w.id = c.worker_id
            where e.authority_id = :authority and e.id = :id
            """;

    // Newest first; what a correction replaced is left out, the correction stands.
    private static final String LOG = """
            with entry as (
                select id, kind, who_was_told as about, words, happened_at, recorded_at, recorded_by from missing.v_step
                where authority_id = :authority and episode_id = :id
                union all
                select id, 'classified', axis || '=' || value, coalesce(reason, ''), happened_at, recorded_at, recorded_by from missing.classification
                where authority_id = :authority and episode_id = :id and withdrawn_at is null
                union all
                select id, 'corrected', field, concat_ws(' ', 'was ' || was, case when became is null then 'and is taken back' else 'and is ' || became end,
                    '(' || reason || ')'), recorded_at, recorded_at, recorded_by
                from missing.correction where authority_id = :authority and episode_id = :id
                union all
                select id, 'merged', null, reason, merged_at, merged_at, merged_by from missing.merge
                where authority_id = :authority and :id in (kept_id, merged_id)
                union all
                select id, 'unmerged', null, undone_because, undone_at, undone_at, undone_by from missing.merge
                where authority_id = :authority and :id in (kept_id, merged_id) and undone_at is not null
            )
            select n.*, p.name as by_name, p.agency_name from entry n
            left join access.v_person p on p.authority_id = :authority and p.id = n.recorded_by
            order by n.happened_at desc, n.recorded_at desc, n.id desc
            """;

    private final JdbcClient db;
    private final Access access;

    EpisodeQueries(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    public EpisodeView.Whole whole(UUID id, Instant now) {
        var episode = episode(id);
        return new EpisodeView.Whole(
                episode,
                log(id),
                notifications(id),
                interviews(id),
                overlaps(episode),
                merges(id),
                counters(episode.child(), now));
    }

    public EpisodeView episode(UUID id) {
        return db.sql(EPISODE)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(EpisodeQueries::view)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    public List<LogEntry> log(UUID id) {
        return list(
                LOG,
                id,
                (row, n) -> new LogEntry(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("about"),
                        row.getString("words"),
                        instant(row, "happened_at"),
                        instant(row, "recorded_at"),
                        row.getString("by_name"),
                        row.getString("agency_name")));
    }

    private List<Notified> notifications(UUID id) {
        var sql = """
                select n.id, n.kind, a.name as agency, n.reported_at,
                    coalesce((n.said #>> '{found,foundAt}')::timestamptz, (n.said #>> '{missing,lastSeenAt}')::timestamptz, n.occurred_at) as said_at
                from missing.episode_notification l
                join intake.v_notification n on n.authority_id = l.authority_id and n.id = l.notification_id
                join access.v_agency a on a.authority_id = n.authority_id and a.id = n.agency_id
                where l.authority_id = :authority and l.episode_id = :id order by n.reported_at
                """;
        return list(
                sql,
                id,
                (row, n) -> new Notified(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("agency"),
                        instant(row, "reported_at"),
                        instantOrNull(row, "said_at")));
    }

    private List<Interview> interviews(UUID id) {
        var sql = """
                select i.id, i.referred_at, i.outcome, i.outcome_reason from missing.interview_episode l
                join missing.interview i on i.authority_id = l.authority_id and i.id = l.interview_id
                where l.authority_id = :authority and l.episode_id = :id order by i.referred_at desc
                """;
        return list(
                sql,
                id,
                (row, n) -> new Interview(
                        row.getObject("id", UUID.class),
                        instant(row, "referred_at"),
                        row.getString("outcome"),
                        row.getString("outcome_reason")));
    }

    /** An absence ends when the child is found; the statutory return forbids that two of one child overlap. */
    private List<Overlap> overlaps(EpisodeView episode) {
        if (episode.stage().equals("merged") || episode.stage().equals("void")) return List.of();
        var sql = """
                select id, missing_since, located_at, stage,
                    disputed_with = :id or id in (select t.disputed_with from missing.episode t where t.authority_id = :authority and t.id = :id) as disputed
                from missing.episode
                where authority_id = :authority and child_id = :child and id <> :id and stage in ('open', 'located', 'returned', 'closed')
                  and missing_since < coalesce(:end::timestamptz, 'infinity') and coalesce(located_at, 'infinity') > :since
                order by missing_since
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", episode.child())
                .param("id", episode.id())
                .param("since", stamp(episode.missingSince()))
                .param("end", stamp(episode.locatedAt()))
                .query((row, n) -> new Overlap(
                        row.getObject("id", UUID.class),
                        instant(row, "missing_since"),
                        instantOrNull(row, "located_at"),
                        row.getString("stage"),
                        row.getBoolean("disputed")))
                .list();
    }

    private List<Merge> merges(UUID id) {
        var sql = """
                select m.id, m.merged_id, e.missing_since, m.reason from missing.merge m
                join missing.episode e on e.authority_id = m.authority_id and e.id = m.merged_id
                where m.authority_id = :authority and m.kept_id = :id and m.undone_at is null
                """;
        return list(
                sql,
                id,
                (row, n) -> new Merge(
                        row.getObject("id", UUID.class),
                        row.getObject("merged_id", UUID.class),
                        instant(row, "missing_since"),
                        row.getString("reason")));
    }

    public Counters counters(UUID child, Instant now) {
        var sql = """
                select missing_since from missing.episode
                where authority_id = :authority and child_id = :child and stage in ('open', 'located', 'returned', 'closed')
                """;
        return Counters.of(
                db.sql(sql)
                        .param("authority", access.actor().authority())
                        .param("child", child)
                        .query((row, n) -> instant(row, "missing_since"))
                        .list(),
                now);
    }

    private <T> List<T> list(String sql, UUID id, RowMapper<T> mapper) {
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(mapper)
                .list();
    }

    static EpisodeView view(ResultSet row, int n) throws SQLException {
        var given = row.getString("given_names");
        var family = row.getString("family_name");
        return new EpisodeView(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                given.isBlank() ? family : given + " " + family,
                row.getString("reference"),
                row.getObject("date_of_birth", LocalDate.class),
                row.getString("stage"),
                row.getString("missing_from"),
                instant(row, "missing_since"),
                row.getString("last_seen_place"),
                row.getString("last_seen_by"),
                row.getString("circumstances"),
                row.getObject("out_of_character", Boolean.class),
                row.getBoolean("looked_after"),
                row.getString("placement_name"),
                row.getString("police_reference"),
                instant(row, "opened_at"),
                row.getString("opened_by_name"),
                instantOrNull(row, "located_at"),
                row.getString("located_place"),
                row.getString("located_by"),
                row.getString("located_how"),
                instantOrNull(row, "returned_at"),
                row.getString("returned_to"),
                row.getString("harm"),
                row.getString("harm_note"),
                texts(row, "harm_kinds"),
                instantOrNull(row, "closed_at"),
                row.getString("closed_review"),
                texts(row, "closed_considered"),
                row.getObject("merged_into", UUID.class),
                row.getString("void_because"),
                row.getString("worker"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
