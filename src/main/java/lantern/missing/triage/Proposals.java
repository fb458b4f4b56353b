package lantern.missing.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.missing.form.Words;
import lantern.missing.interview.InterviewView;
import lantern.missing.record.EpisodeQueries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The red indicators that Lantern can know, each with where it knows it from: a person confirms. What the reader may not see is not proposed to them.
 */
@Component
class Proposals {
    /** Practice guidance v0.6, February 2016: "more than 2 episodes" is a red indicator. */
    private static final int MORE_THAN_TWO = 2;
    /** The guidance names age and gives no number: the one here is set by Lantern and shown with the proposal. */
    private static final int YOUNG = 13;

    private static final Map<String, String> FROM_FACTOR = Map.of(
            "pull-exploitation", "exploitation",
            "pull-gang", "gang-affiliation",
            "pull-alcohol-or-drugs", "substance-misuse",
            "push-mental-health", "mental-health",
            "push-self-harm", "mental-health",
            "pull-older-people", "peer-association",
            "push-violence-at-home", "domestic-violence");

    private final JdbcClient db;
    private final EpisodeQueries episodes;
    private final Access access;

    Proposals(JdbcClient db, EpisodeQueries episodes, Access access) {
        this.db = db;
        this.episodes = episodes;
        this.access = access;
    }

    /**
     * @param rating what the numbers suggest; empty when they suggest nothing
     * @param indicators code to why it is proposed
     */
    record Proposed(String rating, int in90Days, int ever, Map<String, String> indicators) {}

    Proposed of(InterviewView interview, Instant now) {
        var child = interview.child();
        var counters = episodes.counters(child, now);
        var indicators = new LinkedHashMap<String, String>();
        if (counters.in90Days() > MORE_THAN_TWO)
            indicators.put("more-than-two-episodes", counters.in90Days() + " episodes in 90 days");
        var age = Words.age(interview.born(), now);
        if (age != null && age < YOUNG) indicators.put("age", "Aged " + age + ", younger than " + YOUNG);
        disabilities(child, indicators);
        earlier(interview.id(), child, indicators);
        var rating = counters.ever() == 1
                ? "first-time"
                : counters.in90Days() > MORE_THAN_TWO ? "priority-red" : indicators.isEmpty() ? "" : "red";
        return new Proposed(rating, counters.in90Days(), counters.ever(), indicators);
    }

    private void disabilities(UUID child, Map<String, String> indicators) {
        var sql =
                "select code from children.v_disability where authority_id = :authority and child_id = :child and code <> 'NONE' order by code";
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .query(String.class)
                .list()
                .forEach(code -> indicators.putIfAbsent(
                        code.equals("LD") ? "learning-disability" : "physical-disability",
                        "A disability is recorded (" + code + ")"));
    }

    private void earlier(UUID interview, UUID child, Map<String, String> indicators) {
        var sql = """
                select i.indicator as code, i.recorded_at::date as day from missing.interview_indicator i
                where i.authority_id = :authority and i.child_id = :child and i.interview_id <> :interview
                  and i.indicator not in ('more-than-two-episodes', 'age')
                union all
                select f.factor, f.recorded_at::date from missing.interview_factor f
                where f.authority_id = :authority and f.child_id = :child and f.interview_id <> :interview
                order by day desc, code
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("interview", interview)
                .query((row, n) -> Map.entry(row.getString("code"), row.getObject("day", LocalDate.class)))
                .list()
                .forEach(each -> {
                    var code = FROM_FACTOR.getOrDefault(each.getKey(), each.getKey());
                    if (!code.startsWith("push-") && !code.startsWith("pull-"))
                        indicators.putIfAbsent(code, "At the interview of " + London.day(each.getValue()));
                });
    }
}
