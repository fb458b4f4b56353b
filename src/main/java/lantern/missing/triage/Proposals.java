package lantern.missing.triage;

import static lantern.platform.Stamps.stamp;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.missing.counters.Patterns;
import lantern.missing.counters.Threshold;
import lantern.missing.counters.Thresholds;
import lantern.missing.interview.InterviewView;
import lantern.platform.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The red indicators that Lantern can know, each with where it knows it from: a person confirms. What the reader may not see is not proposed to them.
 */
@Component
class Proposals {
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
    private final Patterns patterns;
    private final Thresholds thresholds;
    private final Access access;

    Proposals(JdbcClient db, Patterns patterns, Thresholds thresholds, Access access) {
        this.db = db;
        this.patterns = patterns;
        this.thresholds = thresholds;
        this.access = access;
    }

    /**
     * @param rating what the numbers suggest; empty when they suggest nothing
     * @param indicators code to why it is proposed
     */
    record Proposed(String rating, int in90Days, int ever, Map<String, String> indicators) {}

    Proposed of(InterviewView interview, Instant now) {
        var child = interview.child();
        var pattern = patterns.of(child, now);
        var red = thresholds.inForce(Threshold.Code.RED_INDICATOR, London.date(now));
        // What was found at an interview before the time that "persistent" looks back on is history.
        var persistent = thresholds.inForce(Threshold.Code.PERSISTENT, London.date(now));
        var indicators = new LinkedHashMap<String, String>();
        if (pattern.passes(red))
            indicators.put(
                    "more-than-two-episodes", pattern.within(red.days()) + " episodes, the rule is " + red.rule());
        var age = Words.age(interview.born(), now);
        if (age != null && age < YOUNG) indicators.put("age", "Aged " + age + ", younger than " + YOUNG);
        disabilities(child, indicators);
        earlier(interview.id(), child, now.minus(Duration.ofDays(persistent.days())), indicators);
        var ever = pattern.since().size();
        var rating =
                ever == 1 ? "first-time" : pattern.passes(red) ? "priority-red" : indicators.isEmpty() ? "" : "red";
        return new Proposed(rating, pattern.within(90), ever, indicators);
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

    private void earlier(UUID interview, UUID child, Instant since, Map<String, String> indicators) {
        var sql = """
                select i.indicator as code, i.recorded_at::date as day from missing.interview_indicator i
                where i.authority_id = :authority and i.child_id = :child and i.interview_id <> :interview
                  and i.indicator not in ('more-than-two-episodes', 'age') and i.recorded_at > :since
                union all
                select f.factor, f.recorded_at::date from missing.interview_factor f
                where f.authority_id = :authority and f.child_id = :child and f.interview_id <> :interview and f.recorded_at > :since
                order by day desc, code
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("interview", interview)
                .param("since", stamp(since))
                .query((row, n) -> Map.entry(row.getString("code"), row.getObject("day", LocalDate.class)))
                .list()
                .forEach(each -> {
                    var code = FROM_FACTOR.getOrDefault(each.getKey(), each.getKey());
                    if (!code.startsWith("push-") && !code.startsWith("pull-"))
                        indicators.putIfAbsent(code, "At the interview of " + London.day(each.getValue()));
                });
    }
}
