package lantern.missing.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.Story;
import lantern.missing.episode.Episode;
import lantern.missing.episode.Episodes;
import lantern.missing.log.EpisodeLog;
import lantern.platform.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class MissingRowsTest extends Story {
    static final CollectionYear YEAR = new CollectionYear(2026);

    @Autowired
    private MissingRows rows;

    @Autowired
    private CareEpisodes care;

    @Autowired
    private Episodes episodes;

    @Autowired
    private EpisodeLog log;

    @Autowired
    private Access access;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void afterTheYear() {
        clock.freeze(Instant.parse("2026-05-10T10:00:00Z"));
    }

    @Test
    void episodes_in_any_order_stand_in_the_order_of_their_dates() {
        var child = aLookedAfterChild();
        var late = missing(child, Instant.parse("2026-01-10T20:00:00Z"));
        found(late, "2026-01-11T20:00:00Z");
        var early = missing(child, Instant.parse("2026-02-01T20:00:00Z"));
        found(early, "2026-02-02T20:00:00Z");
        does("hub-worker", () -> {
            var why = "Typed the wrong month";
            episodes.correct(early, Episode.Time.MISSING_SINCE, Instant.parse("2025-07-01T20:00:00Z"), why);
            episodes.correct(early, Episode.Time.FOUND, Instant.parse("2025-07-02T23:30:00Z"), why);
        });
        assertThat(lines(child))
                .containsExactly(
                        "M 01/07/2025 03/07/2025", // half past midnight in London
                        "M 10/01/2026 11/01/2026");
    }

    @Test
    void an_open_one_has_no_end_and_one_that_ended_later_was_open_in_the_year() {
        var open = aLookedAfterChild();
        missing(open, Instant.parse("2026-03-30T20:00:00Z"));
        assertThat(lines(open)).containsExactly("M 30/03/2026 ");
        var later = aLookedAfterChild();
        found(missing(later, Instant.parse("2026-03-30T20:00:00Z")), "2026-04-02T10:00:00Z");
        assertThat(lines(later)).containsExactly("M 30/03/2026 ");
    }

    @Test
    void what_lies_outside_the_year_and_who_is_not_looked_after_is_left_out() {
        var child = aLookedAfterChild();
        found(missing(child, Instant.parse("2025-03-30T10:00:00Z")), "2025-03-31T10:00:00Z");
        missing(child, Instant.parse("2026-03-31T23:00:00Z")); // midnight in London: the first of April
        var other = aChild();
        missing(other, Instant.parse("2025-09-01T10:00:00Z"));
        assertThat(lines(child)).isEmpty();
        assertThat(lines(other)).isEmpty();
    }

    @Test
    void merged_episodes_are_one_row() {
        var child = aLookedAfterChild();
        var kept = missing(child, Instant.parse("2025-09-01T10:00:00Z"));
        found(kept, "2025-09-01T20:00:00Z");
        var merged = missing(child, Instant.parse("2025-09-01T22:00:00Z"));
        database.superuser()
                .sql("update missing.episode set stage = 'merged', merged_into = ? where id = ?")
                .params(kept, merged)
                .update();
        assertThat(lines(child)).hasSize(1);
    }

    @Test
    void away_without_authorisation_ends_with_the_return() {
        var child = aLookedAfterChild();
        var episode = missing(child, Instant.parse("2025-09-01T10:00:00Z"));
        does(
                "hub-worker",
                () -> log.classify(episode, "dfe", "A", Instant.parse("2025-09-01T12:00:00Z"), "At her mother's"));
        found(episode, "2025-09-01T20:00:00Z");
        assertThat(lines(child)).containsExactly("A 01/09/2025 ");
        does(
                "hub-worker",
                () -> episodes.comeBack(
                        episode,
                        new Episodes.Return(Instant.parse("2025-09-03T20:00:00Z"), "Placement", null, null, null)));
        assertThat(lines(child)).containsExactly("A 01/09/2025 03/09/2025");
    }

    @Test
    void the_ledger_says_that_a_file_was_made_of_how_many_children(@TempDir Path folder) throws Exception {
        var child = aLookedAfterChild();
        found(missing(child, Instant.parse("2025-09-01T10:00:00Z")), "2025-09-01T20:00:00Z");
        var before = exports();
        var made = Ssda903MissingCommand.make(access, rows, care, ledger, YEAR, "merrowdale", List.of(), true);
        assertThat(made.rows()).extracting(MissingRow::childId).contains(child);
        assertThat(exports()).isEqualTo(before + 1);
        var file = folder.resolve("missing.csv");
        Ssda903MissingCommand.write(MissingRow.file(made.rows()), file);
        assertThat(Files.readAllLines(file))
                .hasSize(made.rows().size() + 1)
                .first()
                .isEqualTo(MissingRow.HEADER);
        assertThat(Ssda903MissingCommand.make(access, rows, care, ledger, YEAR, "larkwater", List.of(), false)
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> Ssda903MissingCommand.make(access, rows, care, ledger, YEAR, null, List.of(), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("larkwater, merrowdale");
    }

    @Test
    void an_absence_is_held_against_the_episodes_of_care() {
        var child = aLookedAfterChild();
        found(missing(child, Instant.parse("2025-09-01T10:00:00Z")), "2025-09-02T10:00:00Z");
        found(missing(child, Instant.parse("2025-11-01T10:00:00Z")), "2025-11-02T10:00:00Z");
        database.superuser()
                .sql(
                        "update children.legal_status set starts_on = '2025-08-01', ends_on = '2025-10-01' where child_id = ?")
                .params(child)
                .update();
        var ofChild = as("hub-worker", () -> rows.of(YEAR)).stream()
                .filter(row -> row.childId().equals(child))
                .toList();
        var episodes = as("hub-worker", () -> care.of(List.of(child), YEAR));
        assertThat(CareRules.check(ofChild, episodes))
                .extracting(MissingRules.Breach::rule)
                .containsExactlyInAnyOrder(577, 578, 581);
    }

    private List<String> lines(UUID child) {
        return as("hub-worker", () -> rows.of(YEAR)).stream()
                .filter(row -> row.childId().equals(child))
                .map(row -> row.missing() + " " + row.start() + " " + row.end())
                .toList();
    }

    private void found(UUID episode, String at) {
        does(
                "hub-worker",
                () -> episodes.locate(episode, new Episodes.Found(Instant.parse(at), "Bus station", null, null)));
    }

    private static long exports() {
        return database.superuser()
                .sql(
                        "select count(*) from audit.entry where act = 'export.ssda903-missing' and (detail ->> 'rows')::int > 0")
                .query(Long.class)
                .single();
    }
}
