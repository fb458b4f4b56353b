package lantern.missing.merge;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.children.Follows;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Absences follow the child they were recorded for. Two records that say the child was away at one time need a decision first: the national return allows
 * no overlap, and nobody is missing twice.
 */
@Component
@Order(30)
class EpisodesFollow implements Follows {
    private static final String ONE = "one";
    private static final String DISPUTED = "disputed";

    private static final String EPISODE_IN_WORDS = """
            select id, 'from ' || to_char(missing_since at time zone 'Europe/London', 'FMDD FMMonth YYYY HH24:MI') as words
            from missing.episode where authority_id = (select ctx.authority()) and id = any (:ids)
            """;

    private final JdbcClient db;
    private final Merges merges;
    private final Access access;

    EpisodesFollow(JdbcClient db, Merges merges, Access access) {
        this.db = db;
        this.merges = merges;
        this.access = access;
    }

    @Override
    public List<Held> held() {
        return List.of(
                Held.of("missing.episode").asked("Missing episode", EPISODE_IN_WORDS),
                Held.of("missing.interview"),
                Held.of("missing.episode_notification").hangsOn("episode_id", "missing.episode"),
                Held.of("missing.classification").hangsOn("episode_id", "missing.episode"),
                Held.of("missing.step").hangsOn("episode_id", "missing.episode"),
                Held.of("missing.correction").hangsOn("episode_id", "missing.episode"),
                Held.of("missing.merge").hangsOn("kept_id", "missing.episode"),
                Held.of("missing.return_plan").hangsOn("episode_id", "missing.episode"),
                Held.of("missing.letter").hangsOn("episode_id", "missing.episode"),
                Held.of("missing.issued_row").hangsOn("episode_id", "missing.episode"),
                Held.of("missing.most_worrying").alike("month"),
                Held.of("missing.interview_episode").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.interview_contact").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.interview_narrative").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.interview_indicator").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.interview_triage").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.interview_factor").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.interview_recommendation").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.recommendation_answer")
                        .hangsOn("recommendation_id", "missing.interview_recommendation"),
                Held.of("missing.interview_mention").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.interview_sheet").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.feedback_copy").hangsOn("interview_id", "missing.interview"),
                Held.of("missing.feedback_part").hangsOn("copy_id", "missing.feedback_copy"));
    }

    /** An absence of each record that share some time. */
    private record Pair(
            UUID standing,
            UUID merged,
            String stage,
            String otherStage,
            Instant since,
            @Nullable Instant until,
            Instant otherSince,
            @Nullable Instant otherUntil) {
        String key() {
            return "overlap-" + standing + "-" + merged;
        }

        String words() {
            return "On the record that stands: missing " + span(since, until) + ". On the other: missing "
                    + span(otherSince, otherUntil) + ". The national return allows no overlap.";
        }

        private static String span(Instant since, @Nullable Instant until) {
            return "from " + London.dateTime(since)
                    + (until == null ? ", not yet found" : " to " + London.dateTime(until));
        }
    }

    private List<Pair> overlaps(UUID standing, UUID merged) {
        var sql = """
                select s.id, m.id as other, s.stage, m.stage as other_stage, s.missing_since, s.located_at, m.missing_since as other_since, m.located_at as other_until
                from missing.episode s join missing.episode m on m.authority_id = s.authority_id
                where s.authority_id = :authority and s.child_id = :standing and m.child_id = :merged
                  and s.stage in ('open', 'located', 'returned', 'closed') and m.stage in ('open', 'located', 'returned', 'closed')
                  and (s.stage = 'open' and m.stage = 'open'
                       or s.missing_since < coalesce(m.located_at, 'infinity') and m.missing_since < coalesce(s.located_at, 'infinity'))
                order by s.missing_since, m.missing_since
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("standing", standing)
                .param("merged", merged)
                .query((row, n) -> new Pair(
                        row.getObject("id", UUID.class),
                        row.getObject("other", UUID.class),
                        row.getString("stage"),
                        row.getString("other_stage"),
                        instant(row, "missing_since"),
                        instantOrNull(row, "located_at"),
                        instant(row, "other_since"),
                        instantOrNull(row, "other_until")))
                .list();
    }

    @Override
    public List<Clash> clashes(UUID standing, UUID merged) {
        var answers = new LinkedHashMap<String, String>();
        answers.put(ONE, "It is one absence: merge the two episodes");
        answers.put(DISPUTED, "Keep both, and show that they are disputed");
        answers.put("not-now", "It must be cleared up first: do not merge the records now");
        return overlaps(standing, merged).stream()
                .map(pair ->
                        new Clash(pair.key(), "Two missing episodes overlap. What about them?", pair.words(), answers))
                .toList();
    }

    /** Both stay for the moment in which the rows move. */
    @Override
    public void merging(UUID standing, UUID merged, Map<String, String> decisions, String reason) {
        for (var pair : overlaps(standing, merged)) {
            var sql =
                    "update missing.episode set disputed_with = :with where authority_id = :authority and id = :id and disputed_with is null";
            db.sql(sql)
                    .param("with", pair.standing())
                    .param("authority", access.actor().authority())
                    .param("id", pair.merged())
                    .update();
        }
    }

    @Override
    public void merged(UUID standing, UUID merged, Map<String, String> decisions, String reason) {
        decisions.forEach((key, answer) -> {
            if (!key.startsWith("overlap-") || !answer.equals(ONE)) return;
            var ids = key.substring("overlap-".length());
            one(UUID.fromString(ids.substring(0, 36)), UUID.fromString(ids.substring(37)), reason);
        });
    }

    /** The one that says more is kept: who was found is not missing, whatever the other record says. */
    private void one(UUID standing, UUID merged, String reason) {
        var open = db.sql("select stage = 'open' from missing.episode where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", standing)
                .query(Boolean.class)
                .single();
        var otherOpen = db.sql(
                        "select stage = 'open' from missing.episode where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", merged)
                .query(Boolean.class)
                .single();
        if (open && !otherOpen) merges.merge(merged, standing, reason);
        else merges.merge(standing, merged, reason);
    }

    /** A return interview goes with the absences it covers; one that covers absences of both stays. */
    @Override
    public Map<String, Set<UUID>> goesWith(UUID merge, Collection<UUID> given) {
        var sql = """
                with going as (select children.came(:merge, 'missing.episode') as id union select unnest(:given::uuid[]))
                select l.interview_id as id from missing.interview_episode l
                where l.authority_id = :authority and l.interview_id in (
                    select o.interview_id from missing.interview_episode o where o.authority_id = :authority and o.episode_id in (select id from going))
                group by l.interview_id having bool_and(l.episode_id in (select id from going))
                """;
        var interviews = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("merge", merge)
                .param("given", given.toArray(UUID[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        return Map.of("missing.interview", Set.copyOf(interviews));
    }

    /** Two episodes that were one because the children were one are two again, and nothing is disputed between two children. */
    @Override
    public void unmerged(UUID merge, UUID standing, UUID merged, String because) {
        var sql = """
                select m.id from missing.merge m
                join missing.episode k on k.authority_id = m.authority_id and k.id = m.kept_id
                join missing.episode g on g.authority_id = m.authority_id and g.id = m.merged_id
                where m.authority_id = :authority and m.undone_at is null and k.child_id <> g.child_id
                  and k.child_id in (:standing, :merged) and g.child_id in (:standing, :merged)
                order by m.id desc
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("standing", standing)
                .param("merged", merged)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .forEach(each -> merges.undo(each, because));
        var dispute = """
                update missing.episode e set disputed_with = null from missing.episode o
                where e.authority_id = :authority and e.child_id in (:standing, :merged) and o.authority_id = e.authority_id and o.id = e.disputed_with
                  and o.child_id <> e.child_id
                """;
        db.sql(dispute)
                .param("authority", access.actor().authority())
                .param("standing", standing)
                .param("merged", merged)
                .update();
    }
}
