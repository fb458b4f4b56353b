package lantern.timescales.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import lantern.timescales.Happening;
import lantern.timescales.standard.Standard;
import org.junit.jupiter.api.Test;

class EditionReaderTest {
    private static final String SOUND = """
            edition: test
            title: Test edition
            from: "2020-01-01"
            standards:
              - id: some-standard
                title: Some standard
                source: A paper
                set-by: paper
                starts: returned
                within: 5 working days
                met-by: visit-recorded
                cancelled-by: [found before due, episode-merged]
                owner: social-worker
                steps: [social-worker: due soon, team-manager: 4 hours after due]
            """;

    @Test
    void both_editions_load_with_every_standard_of_the_missing_pathway() {
        var editions = EditionReader.shipped();
        assertThat(editions).extracting(Edition::id).containsExactly("missing-2016", "missing-2017");
        for (var edition : editions)
            assertThat(edition.standards())
                    .extracting(Standard::id)
                    .contains(
                            "triage-notification",
                            "red-strategy-meeting",
                            "amber-discussion",
                            "green-support",
                            "notify-worker",
                            "notify-iro",
                            "edt-alert",
                            "confirm-police-told",
                            "director-notified",
                            "early-strategy-meeting",
                            "missing-strategy-meeting",
                            "child-seen-by-worker",
                            "tell-those-told",
                            "return-interview",
                            "interview-first-contact",
                            "feedback-form",
                            "feedback-filed",
                            "referrer-feedback",
                            "review-break-glass",
                            "write-pen-picture",
                            "review-pen-picture",
                            "review-flag",
                            "review-photograph",
                            "review-people",
                            "screening",
                            "reassess",
                            "single-assessment",
                            "plan-review")
                    .doesNotHaveDuplicates();
        assertThat(editions.getFirst().standards()).hasSize(28);
        assertThat(editions.getLast().standards())
                .hasSize(32)
                .extracting(Standard::id)
                .contains("initial-mase-serious", "initial-mase-significant", "mase-minutes", "mase-review");
    }

    @Test
    void the_later_edition_has_the_risk_continuum_and_keeps_the_national_return_apart() {
        var first = EditionReader.shipped().getFirst();
        var second = EditionReader.shipped().getLast();
        assertThat(first.police()).containsExactly("missing", "absent");
        assertThat(second.police()).containsExactly("no apparent risk", "low", "medium", "high");
        assertThat(second.nationalReturn()).containsExactly("M", "A").isEqualTo(first.nationalReturn());
        var absent = Set.of(Happening.NEEDS_TRIAGE, Happening.POLICE_ABSENT);
        var noRisk = Set.of(Happening.NEEDS_TRIAGE, Happening.POLICE_NO_APPARENT_RISK);
        assertThat(starts(first, absent)).isFalse();
        assertThat(starts(first, noRisk)).isTrue();
        assertThat(starts(second, absent)).isTrue();
        assertThat(starts(second, noRisk)).isFalse();
    }

    @Test
    void a_sound_edition_is_read_whole() {
        var standard = read(SOUND).standard("some-standard");
        assertThat(standard.within().words()).isEqualTo("5 working days");
        assertThat(standard.cancelledBy())
                .containsExactly(
                        new Standard.Cancel(Happening.FOUND, true),
                        new Standard.Cancel(Happening.EPISODE_MERGED, false));
        assertThat(standard.dueSoonPercent()).isEqualTo(25);
    }

    @Test
    void an_unknown_unit_is_refused_with_the_units_there_are() {
        refuses("within: 5 working days", "within: 5 fortnights", "\"5 fortnights\" is not a limit", "working days");
    }

    @Test
    void a_limit_of_nothing_is_refused() {
        refuses("within: 5 working days", "within: 0 hours", "A limit counts from 1 to 10000, not 0");
    }

    @Test
    void an_unknown_event_is_refused() {
        refuses("met-by: visit-recorded", "met-by: visited", "met-by: unknown event \"visited\"");
        refuses("starts: returned", "starts: back", "starts: unknown event \"back\"");
        refuses("[found before due,", "[seen before due,", "cancelled-by: unknown event \"seen\"");
    }

    @Test
    void an_unknown_fact_role_step_or_field_is_refused() {
        refuses("    starts: returned", "    applies-if: nice\n    starts: returned", "unknown fact \"nice\"");
        refuses("owner: social-worker", "owner: nobody", "owner: unknown role \"nobody\"");
        refuses("4 hours after due", "whenever", "\"whenever\" is not a time to send");
        refuses("owner: social-worker", "owner: social-worker\n    colour: red", "unknown field \"colour\"");
    }

    @Test
    void a_standard_without_a_source_is_refused() {
        refuses("    source: A paper\n", "", "some-standard: source is missing");
    }

    @Test
    void all_faults_are_said_at_once() {
        var yaml = SOUND.replace("source: A paper", "source: ''").replace("owner: social-worker", "owner: nobody");
        assertThatThrownBy(() -> read(yaml))
                .hasMessageContaining("source is missing")
                .hasMessageContaining("nobody");
    }

    @Test
    void what_is_not_yaml_or_has_no_date_is_refused() {
        refuses("edition: test", "edition: [", "is not YAML");
        refuses("\"2020-01-01\"", "soon", "from: \"soon\" is not a date");
        refuses("edition: test", "edition: test\nbased-on: none", "no earlier edition \"none\"");
    }

    private static void refuses(String right, String wrong, String... says) {
        assertThat(SOUND).contains(right);
        assertThatThrownBy(() -> read(SOUND.replace(right, wrong)))
                .isInstanceOf(UnsoundStandards.class)
                .hasMessageContainingAll(says);
    }

    private static Edition read(String yaml) {
        return EditionReader.read("test.yaml", yaml, Map.of());
    }

    private static boolean starts(Edition edition, Set<String> facts) {
        return edition.standard("triage-notification").startsWith(Happening.NOTIFICATION_RECEIVED, facts);
    }
}
