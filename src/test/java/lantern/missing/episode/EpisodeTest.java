package lantern.missing.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lantern.missing.episode.Episode.Located;
import lantern.missing.episode.Episode.Open;
import lantern.missing.episode.Episode.Time;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.junit.jupiter.api.Test;

class EpisodeTest {
    private static final Instant NOON = Instant.parse("2016-10-28T11:00:00Z");
    private static final Instant NOW = NOON.plus(Duration.ofDays(3));

    @Test
    void a_child_is_located_then_returns_then_the_episode_is_closed() {
        var closed =
                missingSince(NOON).locate(hours(5), NOW).comeBack(hours(6), NOW).close(true, true, List.of(), NOW);
        assertThat(closed.stage()).isEqualTo("closed");
        assertThat(closed.locatedAt()).isEqualTo(hours(5));
        assertThat(closed.closedAt()).isEqualTo(NOW);
    }

    @Test
    void a_child_cannot_be_located_before_they_went_missing() {
        assertThatThrownBy(() -> missingSince(NOON).locate(hours(-1), NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("before they went missing");
    }

    @Test
    void a_child_can_be_located_the_moment_they_went_missing() {
        assertThat(missingSince(NOON).locate(NOON, NOW).locatedAt()).isEqualTo(NOON);
    }

    @Test
    void a_child_cannot_return_before_they_were_found() {
        assertThatThrownBy(() -> located().comeBack(hours(1), NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("before they were found");
    }

    @Test
    void nothing_is_recorded_for_a_time_that_is_still_to_come() {
        var later = NOW.plusSeconds(1);
        assertThatThrownBy(() -> missingSince(NOON).locate(later, NOW)).hasMessageContaining("future");
        assertThatThrownBy(() -> located().comeBack(later, NOW)).hasMessageContaining("future");
        assertThatThrownBy(() -> Episode.open(Ids.next(), Ids.next(), null, later, NOW))
                .hasMessageContaining("future");
    }

    @Test
    void a_child_cannot_go_missing_before_they_were_born() {
        var born = LocalDate.of(2016, 10, 29);
        assertThatThrownBy(() -> Episode.open(Ids.next(), Ids.next(), born, NOON, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("born");
        assertThat(Episode.open(Ids.next(), Ids.next(), born.minusDays(1), NOON, NOW)
                        .missingSince())
                .isEqualTo(NOON);
    }

    @Test
    void an_episode_is_not_closed_before_its_return_interview_is_resolved() {
        assertThatThrownBy(() -> located().comeBack(hours(6), NOW).close(false, false, List.of(), NOW))
                .hasMessageContaining("return interview");
    }

    @Test
    void closing_names_everyone_who_is_still_to_be_told_that_a_looked_after_child_is_back() {
        var back = located().comeBack(hours(6), NOW);
        assertThatThrownBy(() -> back.close(true, true, List.of("police", "Executive Director"), NOW))
                .hasMessageContaining("police, Executive Director");
        assertThat(back.close(true, false, List.of("police"), NOW).stage()).isEqualTo("closed");
    }

    @Test
    void correcting_a_time_keeps_the_order_of_the_times() {
        var back = located().comeBack(hours(6), NOW);
        assertThat(back.correct(Time.FOUND, hours(3), NOW).locatedAt()).isEqualTo(hours(3));
        assertThat(back.correct(Time.RETURNED, hours(5), NOW).returnedAt()).isEqualTo(hours(5));
        assertThatThrownBy(() -> back.correct(Time.FOUND, hours(-1), NOW)).hasMessageContaining("before they went");
        assertThatThrownBy(() -> back.correct(Time.FOUND, hours(7), NOW)).hasMessageContaining("before they were");
        assertThatThrownBy(() -> back.correct(Time.MISSING_SINCE, hours(6), NOW))
                .hasMessageContaining("before they went");
        assertThatThrownBy(() -> back.correct(Time.RETURNED, NOW.plusSeconds(1), NOW))
                .hasMessageContaining("future");
    }

    @Test
    void a_time_that_was_never_recorded_cannot_be_corrected() {
        assertThatThrownBy(() -> missingSince(NOON).correct(Time.FOUND, hours(1), NOW))
                .hasMessageContaining("no found time");
        assertThatThrownBy(() -> located().correct(Time.RETURNED, hours(6), NOW))
                .hasMessageContaining("no return");
    }

    @Test
    void a_merged_or_void_episode_is_not_corrected() {
        assertThatThrownBy(() ->
                        new Episode.Merged(Ids.next(), Ids.next(), NOON, Ids.next()).correct(Time.FOUND, hours(1), NOW))
                .hasMessageContaining("merged");
        assertThatThrownBy(() -> new Episode.Void(Ids.next(), Ids.next(), NOON).correct(Time.FOUND, hours(1), NOW))
                .hasMessageContaining("in error");
    }

    private static Open missingSince(Instant at) {
        return Episode.open(Ids.next(), Ids.next(), null, at, NOW);
    }

    private static Located located() {
        return missingSince(NOON).locate(hours(5), NOW);
    }

    private static Instant hours(int after) {
        return NOON.plus(Duration.ofHours(after));
    }
}
