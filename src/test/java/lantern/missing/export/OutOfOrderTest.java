package lantern.missing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.intake.FollowUp;
import lantern.intake.Incident.Kind;
import lantern.intake.Said;
import lantern.missing.Story;
import lantern.missing.episode.Episodes;
import lantern.missing.merge.Merges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports in any order, twice and of two agencies, and the rows of the national return that come of them; the rows break no rule. */
class OutOfOrderTest extends Story {
    private static final CollectionYear YEAR = new CollectionYear(2026);
    private static final Instant SINCE = Instant.parse("2025-09-01T18:00:00Z");
    private static final Instant FOUND = Instant.parse("2025-09-02T09:00:00Z");

    @Autowired
    private FollowUp followUp;

    @Autowired
    private MissingRows rows;

    @Autowired
    private CareEpisodes care;

    @Autowired
    private Merges merges;

    @Autowired
    private Episodes episodes;

    @BeforeEach
    void afterIt() {
        clock.freeze(Instant.parse("2025-09-03T10:00:00Z"));
    }

    @Test
    void a_found_report_before_the_missing_report_is_one_row() {
        var child = aLookedAfterChild();
        linked(Kind.FOUND, child, FOUND, found(FOUND, "Placement"));
        linked(Kind.MISSING, child, SINCE, nothing());
        assertThat(lines(child)).containsExactly("M 01/09/2025 02/09/2025");
    }

    @Test
    void the_same_report_twice_and_a_second_agency_in_the_meantime_are_one_row() {
        var child = aLookedAfterChild();
        linked(Kind.MISSING, child, SINCE, nothing());
        linked(Kind.MISSING, child, SINCE, nothing());
        linked(Kind.MISSING, child, SINCE.plusSeconds(1800), nothing());
        linked(Kind.FOUND, child, FOUND, found(FOUND, "Placement"));
        linked(Kind.FOUND, child, FOUND, found(FOUND, "Placement"));
        assertThat(lines(child)).containsExactly("M 01/09/2025 02/09/2025");
    }

    @Test
    void two_episodes_that_overlap_break_rule_574_until_they_are_merged_and_again_when_they_are_two() {
        var child = aLookedAfterChild();
        var one = missing(child, SINCE);
        does("hub-worker", () -> episodes.locate(one, new Episodes.Found(FOUND, null, null, null)));
        var other = missing(child, FOUND.plusSeconds(3600));
        does("hub-worker", () -> {
            episodes.correct(
                    other, lantern.missing.episode.Episode.Time.MISSING_SINCE, SINCE.plusSeconds(600), "School's log");
            episodes.locate(other, new Episodes.Found(FOUND.plusSeconds(86_400), null, null, null));
        });
        assertThat(rules(child)).containsExactly(574);
        var merge = as("hub-worker", () -> merges.merge(other, one, "One absence, told by the school and the police"));
        assertThat(lines(child)).containsExactly("M 01/09/2025 03/09/2025");
        assertThat(rules(child)).isEmpty();
        does("hub-worker", () -> merges.undo(merge, "They were two after all"));
        assertThat(lines(child)).hasSize(2);
        assertThat(rules(child)).containsExactly(574);
    }

    private List<Integer> rules(UUID child) {
        return MissingRules.check(ofChild(child), YEAR).stream()
                .map(MissingRules.Breach::rule)
                .toList();
    }

    private List<MissingRow> ofChild(UUID child) {
        return as("hub-worker", () -> rows.of(YEAR)).stream()
                .filter(row -> row.childId().equals(child))
                .toList();
    }

    /** The rows of the child, which break no rule, neither of their own nor with the episodes of care. */
    private List<String> lines(UUID child) {
        var found = ofChild(child);
        if (found.size() < 2) {
            assertThat(rules(child)).isEmpty();
            assertThat(CareRules.check(found, as("hub-worker", () -> care.of(List.of(child), YEAR))))
                    .isEmpty();
        }
        return found.stream()
                .map(row -> row.missing() + " " + row.start() + " " + row.end())
                .toList();
    }

    private void linked(Kind kind, UUID child, Instant at, Said said) {
        var notification =
                aNotification(Objects.requireNonNull(kind).name().toLowerCase(java.util.Locale.ROOT), child, at);
        does("hub-worker", () -> followUp.linked(incident(notification, kind, child, at, said)));
    }
}
