package lantern.missing.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lantern.missing.Story;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import lantern.platform.Refused;
import lantern.timescales.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EpisodesTest extends Story {
    // Europe/London; Good Friday is the 25th, Easter Monday the 28th (spec: standards, acceptance case 1).
    private static final Instant THURSDAY_18_00 = Instant.parse("2016-03-24T18:00:00Z");

    @Autowired
    private Episodes episodes;

    @Autowired
    private EpisodeLog log;

    @Test
    void after_48_hours_missing_from_care_the_clock_of_the_executive_director_is_late() {
        clock.freeze(THURSDAY_18_00.plusSeconds(600));
        var episode = missing(aLookedAfterChild(), THURSDAY_18_00);
        clock.freeze(Instant.parse("2016-03-26T18:00:01Z"));
        var director = timescale(episode, "director-notified");
        assertThat(director.state()).isEqualTo(State.LATE);
        assertThat(director.due()).isEqualTo(Instant.parse("2016-03-26T18:00:00Z"));

        does(
                "hub-worker",
                () -> log.record(
                        episode,
                        Entry.informed(
                                Told.EXECUTIVE_DIRECTOR, "Told by phone, with the steps taken", clock.instant())));
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.MET_LATE);
    }

    @Test
    void the_72_hour_point_counts_elapsed_hours_across_the_clock_change_and_the_meeting_working_days_after_it() {
        clock.freeze(THURSDAY_18_00.plusSeconds(600));
        var meeting = timescale(missing(aLookedAfterChild(), THURSDAY_18_00), "missing-strategy-meeting");
        assertThat(meeting.startsAt()).isEqualTo(Instant.parse("2016-03-27T18:00:00Z"));
        assertThat(meeting.dueWords()).contains("4 Apr 2016");
    }

    @Test
    void a_child_who_is_found_in_time_leaves_no_clock_for_the_executive_director() {
        clock.freeze(THURSDAY_18_00.plusSeconds(600));
        var episode = missing(aLookedAfterChild(), THURSDAY_18_00);
        clock.freeze(THURSDAY_18_00.plus(Duration.ofHours(60)));
        found(episode, THURSDAY_18_00.plus(Duration.ofHours(5)));
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.CANCELLED);
        assertThat(stage(episode)).isEqualTo("located");
    }

    @Test
    void the_return_starts_the_72_hours_of_the_interview_and_refers_it_to_the_provider() {
        var back = Instant.parse("2016-10-28T11:00:00Z");
        clock.freeze(back.plusSeconds(60));
        var episode = returned(aChild(), back.minusSeconds(3600), back);
        assertThat(timescale(episode, "return-interview").due()).isEqualTo(Instant.parse("2016-10-31T11:00:00Z"));
        var seen = "select count(*) from missing.interview_episode where episode_id = :id";
        assertThat(as(
                        "interviewer",
                        () -> database.owner()
                                .sql(seen)
                                .param("id", episode)
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void correcting_the_return_by_a_day_moves_the_interview_clock_and_keeps_both_times() {
        var back = Instant.parse("2016-11-08T12:00:00Z");
        clock.freeze(back.plusSeconds(60));
        var episode = returned(aChild(), back.minus(Duration.ofDays(3)), back);
        assertThat(timescale(episode, "return-interview").due()).isEqualTo(back.plus(Duration.ofHours(72)));
        var dayBefore = back.minus(Duration.ofDays(1));
        does("hub-worker", () -> {
            episodes.correct(episode, Episode.Time.FOUND, dayBefore, "Police log");
            episodes.correct(episode, Episode.Time.RETURNED, dayBefore, "Police log");
        });
        assertThat(timescale(episode, "return-interview").due()).isEqualTo(dayBefore.plus(Duration.ofHours(72)));
        var trail =
                "select string_agg(was || ' > ' || became, '; ' order by field desc) from missing.correction where episode_id = :id";
        assertThat(database.owner()
                        .sql(trail)
                        .param("id", episode)
                        .query(String.class)
                        .single())
                .isEqualTo(
                        "Tue 8 Nov 2016, 12:00 > Mon 7 Nov 2016, 12:00; Tue 8 Nov 2016, 12:00 > Mon 7 Nov 2016, 12:00");
    }

    @Test
    void a_return_cannot_be_recorded_before_the_child_was_found() {
        var now = clock.instant();
        var episode = missing(aChild(), now.minusSeconds(3600));
        assertThatThrownBy(() -> does("hub-worker", () -> episodes.comeBack(episode, back(now))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("found first");
    }

    @Test
    void closing_waits_for_the_interview() {
        var now = clock.instant();
        var episode = returned(aChild(), now.minusSeconds(7200), now.minusSeconds(60));
        assertThatThrownBy(() -> does("hub-manager", () -> episodes.close(episode, "Reviewed")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("return interview");
    }

    @Test
    void everyone_told_of_the_absence_and_the_parents_meet_the_clock_of_telling_them() {
        var now = clock.instant();
        var episode = missing(aLookedAfterChild(), now.minusSeconds(7200));
        does("hub-worker", () -> log.record(episode, Entry.informed(Told.POLICE, "Phoned", now.minusSeconds(7000))));
        found(episode, now.minusSeconds(600));
        does("hub-worker", () -> episodes.comeBack(episode, back(now.minusSeconds(300))));
        assertThat(as("hub-worker", () -> episodes.stillToTell(episode))).containsExactly("police");
        does(
                "hub-worker",
                () -> log.record(episode, Entry.informedOfReturn(Told.POLICE, "Phoned", now.minusSeconds(200))));
        assertThat(timescale(episode, "tell-those-told").state().open()).isTrue();
        does(
                "hub-worker",
                () -> log.record(episode, Entry.informedOfReturn(Told.PARENTS, "Phoned", now.minusSeconds(100))));
        assertThat(timescale(episode, "tell-those-told").state()).isEqualTo(State.MET_ON_TIME);
    }

    @Test
    void away_without_authorisation_starts_the_clocks_of_a_missing_child_when_it_becomes_missing() {
        var now = clock.instant();
        var child = aLookedAfterChild();
        var since = now.minusSeconds(36_000);
        var episode = as(
                "hub-worker",
                () -> openings.open(new Absence(
                                facts(child),
                                null,
                                since,
                                since,
                                "placement",
                                true,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                "A",
                                "absent",
                                null))
                        .episode());
        assertThatThrownBy(() -> timescale(episode, "director-notified")).isInstanceOf(AssertionError.class);
        var decided = now.minusSeconds(1800);
        does("hub-worker", () -> log.classify(episode, "dfe", "M", decided, "Risk of harm found"));
        assertThat(timescale(episode, "director-notified").due())
                .isCloseTo(decided.plus(Duration.ofHours(48)), within(1, ChronoUnit.MILLIS));
    }

    @Test
    void another_authority_and_a_team_that_does_not_work_with_the_child_see_no_episode() {
        var child = aLookedAfterChild();
        allocated(child);
        var episode = missing(child, clock.instant().minusSeconds(60));
        assertThat(as("merrowdale", "social-worker", () -> sees(episode))).isTrue();
        assertThat(as("merrowdale", "social-worker-south", () -> sees(episode))).isFalse();
        assertThat(as("larkwater", "hub-worker", () -> sees(episode))).isFalse();
    }

    private boolean sees(UUID episode) {
        try {
            rows.lock(episode);
            return true;
        } catch (Refused notThere) {
            return false;
        }
    }

    @Autowired
    private EpisodeRows rows;

    private void found(UUID episode, Instant at) {
        does("hub-worker", () -> episodes.locate(episode, new Episodes.Found(at, "Bus station", "Police", null)));
    }

    private UUID returned(UUID child, Instant since, Instant at) {
        var episode = missing(child, since);
        found(episode, at);
        does("hub-worker", () -> episodes.comeBack(episode, back(at)));
        return episode;
    }

    private static Episodes.Return back(Instant at) {
        return new Episodes.Return(at, "Placement", "none-known", null, null);
    }
}
