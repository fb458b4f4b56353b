package lantern.missing.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lantern.missing.Story;
import lantern.missing.counters.Threshold.Code;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PatternTest extends Story {
    private static final Instant NOW = Instant.parse("2016-11-20T12:00:00Z");

    @Autowired
    private Thresholds thresholds;

    @Test
    void more_than_two_and_more_than_three_are_two_thresholds_each_with_its_rule_and_number() {
        var three = pattern(10, 40, 80);
        assertThat(three.passed())
                .containsExactly(
                        "Red indicator for the return interview: 3 episodes, the rule is more than 2 in 90 days");
        assertThat(pattern(10, 40).passed()).isEmpty();
        assertThat(pattern(100, 200, 300, 350).passed())
                .containsExactly("Persistently missing: 4 episodes, the rule is more than 3 in 12 months");
        assertThat(three.counters()).startsWith("3 episodes in 90 days, 3 in 12 months, 3 ever.");
    }

    @Test
    void gaps_are_getting_shorter_when_the_last_three_fall_and_the_numbers_are_said() {
        var sooner = pattern(2, 5, 15, 60);
        assertThat(sooner.everSooner()).isTrue();
        assertThat(sooner.trend()).contains("45, 10, 3").contains("The gaps are getting shorter");
        assertThat(pattern(2, 5, 7, 60).trend())
                .startsWith("Days from")
                .contains("53, 2, 3")
                .contains("not getting");
        assertThat(pattern(2, 60).trend()).isEmpty();
    }

    @Test
    void an_authority_changes_its_own_number_from_a_day_on_and_nobody_elses() {
        var authority = region.another();
        var today = LocalDate.ofInstant(clock.instant(), lantern.calendar.London.ZONE);
        as(authority, "head-of-service", () -> {
            thresholds.change(Code.RED_INDICATOR, 4, 60, today.plusDays(2), "Agreed by the partnership");
            return true;
        });
        assertThat(rule(authority, today)).isEqualTo("more than 2 in 90 days");
        assertThat(rule(authority, today.plusDays(2))).isEqualTo("more than 4 in 60 days");
        assertThat(rule("merrowdale", today.plusDays(2))).isEqualTo("more than 2 in 90 days");
        assertThatThrownBy(() -> as(authority, "head-of-service", () -> {
                    thresholds.change(Code.RED_INDICATOR, 1, 60, today.minusDays(1), "Too late");
                    return true;
                }))
                .hasMessageContaining("from today");
        assertThatThrownBy(() -> as(authority, "hub-worker", () -> {
                    thresholds.change(Code.RED_INDICATOR, 1, 60, today, "Not theirs to set");
                    return true;
                }))
                .hasStackTraceContaining("row-level security");
    }

    private String rule(String authority, LocalDate day) {
        return as(
                authority,
                "hub-worker",
                () -> thresholds.inForce(Code.RED_INDICATOR, day).rule());
    }

    private static Pattern pattern(int... daysAgo) {
        var since = java.util.Arrays.stream(daysAgo)
                .mapToObj(days -> NOW.minus(Duration.ofDays(days)))
                .toList();
        return new Pattern(since, shipped(), NOW);
    }

    private static List<Threshold> shipped() {
        var from = LocalDate.of(2016, 2, 1);
        return Stream.of(
                        new Threshold(Code.RED_INDICATOR, 2, 90, from, "paper", null, false),
                        new Threshold(Code.PERSISTENT, 3, 365, from, "paper", null, false))
                .toList();
    }
}
