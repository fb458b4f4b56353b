package lantern.missing.record;

import static lantern.missing.episode.Stamps.instant;
import static lantern.missing.episode.Stamps.stamp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.children.ChildPanel;
import lantern.missing.form.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room adds to a child's page: missing or not at this moment, how often, and what happened when. */
@Component
class MissingPanel implements ChildPanel {
    private static final String EVENTS = """
            with event as (
                select id as episode_id, missing_since as happened_at, opened_at as recorded_at, 'Went missing from ' || missing_from as title,
                    last_seen_place as words, opened_by as by_id, 'missing' as kind
                from missing.episode where authority_id = :authority and child_id = :child and stage not in ('merged', 'void') and missing_since < :before
                union all
                select id, located_at, located_at, 'Found', located_place, null, 'found'
                from missing.episode where authority_id = :authority and child_id = :child and stage in ('located', 'returned', 'closed') and located_at < :before
                union all
                select id, returned_at, returned_at, 'Returned', returned_to, null, 'returned'
                from missing.episode where authority_id = :authority and child_id = :child and stage in ('returned', 'closed') and returned_at < :before
                union all
                select episode_id, happened_at, recorded_at, case kind when 'informed' then 'Told that the child is missing: ' || replace(who_was_told, '-', ' ')
                        when 'informed-of-return' then 'Told that the child is back: ' || replace(who_was_told, '-', ' ')
                        when 'strategy-meeting' then 'Strategy meeting held' when 'discussion' then 'Multi-agency discussion held'
                        when 'support' then 'Support services identified' when 'concern' then 'Particular concern raised'
                        when 'duty-plan' then 'Plan for the duty team' when 'safe-and-well-check' then 'Safe and well check'
                        when 'visit' then 'Visit to the child' else 'Step taken' end, words, recorded_by, kind
                from missing.v_step where authority_id = :authority and child_id = :child and happened_at < :before
                union all
                select e.episode_id, i.outcome_at, i.outcome_at, 'Return interview ' || replace(i.outcome, '-', ' '), i.outcome_reason, i.outcome_by, 'interview'
                from missing.interview i
                join lateral (select episode_id from missing.interview_episode l where l.authority_id = i.authority_id and l.interview_id = i.id limit 1) e on true
                where i.authority_id = :authority and i.child_id = :child and i.outcome_at < :before
            )
            select e.*, p.name, p.agency_name from (select * from event order by happened_at desc, recorded_at desc limit :limit) e
            left join access.v_person p on p.authority_id = :authority and p.id = e.by_id
            order by e.happened_at desc, e.recorded_at desc
            """;

    private final JdbcClient db;
    private final EpisodeQueries queries;
    private final Access access;

    MissingPanel(JdbcClient db, EpisodeQueries queries, Access access) {
        this.db = db;
        this.queries = queries;
        this.access = access;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<StateOfNow> now(UUID child, Instant at) {
        var sql = """
                select id, stage, missing_since, coalesce(returned_at, located_at, missing_since) as reached_at from missing.episode
                where authority_id = :authority and child_id = :child and stage in ('open', 'located', 'returned')
                order by stage = 'open' desc, missing_since desc
                """;
        var states = new ArrayList<>(db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .query((row, n) -> state(
                        row.getString("stage"),
                        row.getString("id"),
                        instant(row, "missing_since"),
                        instant(row, "reached_at"),
                        at))
                .list());
        var counters = queries.counters(child, at);
        if (counters.ever() > 0)
            states.add(new StateOfNow(
                    "Missing " + times(counters.in90Days()) + " in 90 days, " + counters.in12Months()
                            + " in 12 months, " + counters.ever() + " ever",
                    "plain",
                    null));
        return states;
    }

    private static StateOfNow state(String stage, String episode, Instant since, Instant reached, Instant now) {
        var link = "/missing/episodes/" + episode;
        return switch (stage) {
            case "open" ->
                new StateOfNow(
                        "Missing since " + London.when(since, now) + ", " + Words.elapsed(since, now), "urgent", link);
            case "located" ->
                new StateOfNow("Found " + London.when(reached, now) + ", not yet back", "attention", link);
            default ->
                new StateOfNow(
                        "Back since " + London.when(reached, now) + ", episode still to be closed", "attention", link);
        };
    }

    private static String times(int number) {
        return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
    }

    @Override
    public List<Event> events(UUID child, Instant before, int limit) {
        return db.sql(EVENTS)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("before", stamp(before))
                .param("limit", limit)
                .query((row, n) -> new Event(
                        instant(row, "happened_at"),
                        instant(row, "recorded_at"),
                        row.getString("title"),
                        words(row.getString("words")),
                        row.getString("agency_name"),
                        row.getString("name"),
                        "/missing/episodes/" + row.getString("episode_id"),
                        Objects.requireNonNull(row.getString("kind"))))
                .list();
    }

    private static @Nullable String words(@Nullable String words) {
        return words == null || words.isBlank() ? null : words;
    }
}
