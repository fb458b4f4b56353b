package lantern.missing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lantern.missing.export.CareEpisodes.CareEpisode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CareRulesTest {
    private static final UUID CHILD = new UUID(1, 1);

    @Test
    void an_absence_within_an_open_episode_of_care_breaks_nothing() {
        assertThat(rules(row("01/09/2025", "02/09/2025"), care("2025-06-01", null)))
                .isEmpty();
        assertThat(rules(row("01/09/2025", ""), care("2025-06-01", null))).isEmpty();
    }

    @Test
    void the_day_care_ended_is_still_in_care() {
        assertThat(rules(row("01/09/2025", "10/09/2025"), care("2025-06-01", "2025-09-10")))
                .isEmpty();
    }

    @Test
    void rule_575_and_577_an_open_absence_of_a_child_who_is_no_longer_looked_after() {
        assertThat(rules(row("01/09/2025", ""), care("2025-06-01", "2025-09-10")))
                .containsExactlyInAnyOrder(575, 577);
    }

    @Test
    void rule_577_an_absence_that_ended_after_care_did() {
        assertThat(rules(row("01/09/2025", "11/09/2025"), care("2025-06-01", "2025-09-10")))
                .containsExactly(577);
    }

    @Test
    void rule_578_and_581_an_absence_that_began_after_care_ended() {
        assertThat(rules(row("11/09/2025", "11/09/2025"), care("2025-06-01", "2025-09-10")))
                .contains(578, 581);
    }

    @Test
    void a_second_period_of_care_is_enough() {
        assertThat(rules(row("01/12/2025", "02/12/2025"), care("2025-06-01", "2025-09-10"), care("2025-11-01", null)))
                .isEmpty();
    }

    @Test
    void rule_580_a_child_who_was_missing_when_they_became_18() {
        assertThat(rules(row("01/09/2025", "05/09/2025"), new CareEpisode(day("2025-06-01"), day("2025-09-05"), "E17")))
                .containsExactly(580);
        assertThat(rules(row("01/09/2025", "05/09/2025"), new CareEpisode(day("2025-06-01"), day("2025-09-05"), "E8")))
                .isEmpty();
    }

    @Test
    void rule_1012_a_child_without_an_episode_of_care() {
        assertThat(rules(row("01/09/2025", ""))).containsExactly(1012);
    }

    @Test
    void rule_576_what_was_open_last_year_goes_on_also_without_a_row_this_year() {
        var open = row("20/03/2025", "");
        assertThat(CareRules.carriedOn(List.of(row("20/03/2025", "03/04/2025")), List.of(open)))
                .isEmpty();
        assertThat(CareRules.carriedOn(List.of(row("21/03/2025", "03/04/2025")), List.of(open)))
                .extracting(MissingRules.Breach::rule)
                .containsExactly(576);
        assertThat(CareRules.carriedOn(List.of(), List.of(open))).hasSize(1);
    }

    @Test
    void an_episode_of_care_ends_with_each_move_and_the_next_begins_that_day() {
        var moves = new TreeSet<>(List.of(day("2025-06-01"), day("2025-07-01"), day("2026-07-01")));
        assertThat(CareEpisodes.cut(new CareEpisode(day("2025-06-01"), day("2025-09-01"), "E8"), moves))
                .containsExactly(
                        new CareEpisode(day("2025-06-01"), day("2025-07-01"), null),
                        new CareEpisode(day("2025-07-01"), day("2025-09-01"), "E8"));
        assertThat(CareRules.periods(List.of(care("2025-06-01", "2025-07-01"), care("2025-07-01", null))))
                .containsExactly(new CareRules.Period(day("2025-06-01"), null));
    }

    private static List<Integer> rules(MissingRow row, CareEpisode... care) {
        return CareRules.check(List.of(row), care.length == 0 ? Map.of() : Map.of(CHILD, List.of(care))).stream()
                .map(MissingRules.Breach::rule)
                .toList();
    }

    private static MissingRow row(String start, String end) {
        return new MissingRow(CHILD, "C-1", "LA1", "05/09/2007", "M", start, end);
    }

    private static CareEpisode care(String from, @Nullable String until) {
        return new CareEpisode(day(from), until == null ? null : day(until), null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
