package lantern.missing.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.missing.Story;
import lantern.missing.record.EpisodeQueries;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.State;
import lantern.timescales.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MeetingsTest extends Story {
    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private EpisodeQueries episodes;

    @Test
    void an_agency_that_is_invited_sees_the_child_and_a_meeting_that_is_held_meets_the_red_clock_of_the_notification() {
        var child = aChild();
        var episode = missing(child, clock.instant().minus(Duration.ofHours(2)));
        var notification = aNotification("missing", child, clock.instant());
        database.owner()
                .sql(
                        "insert into missing.episode_notification values (:authority, :episode, :notification, :child, now())")
                .param("authority", region.authority("merrowdale"))
                .param("episode", episode)
                .param("notification", notification)
                .param("child", child)
                .update();
        does(
                "hub-worker",
                () -> timescales.happened(
                        Happening.TRIAGED_RED,
                        Subject.notification(notification),
                        child,
                        clock.instant(),
                        Set.of(Happening.UNKNOWN_OR_CLOSED)));
        assertThatThrownBy(() -> as("police-analyst", () -> episodes.episode(episode)))
                .isInstanceOf(Refused.class);
        var meeting = call(episode, Set.of(region.agency("merrowdale/police")));
        assertThat(as("police-analyst", () -> episodes.episode(episode)).child())
                .isEqualTo(child);
        assertThat(red(notification)).isIn(State.RUNNING, State.DUE_SOON);

        does("hub-worker", () -> meetings.held(meeting, held(meeting, "attended")));
        assertThat(red(notification)).isEqualTo(State.MET_ON_TIME);
        does("hub-worker", () -> {
            meetings.decide(
                    meeting,
                    "Ring the friends",
                    "Allocated worker",
                    LocalDate.now(clock).plusDays(1));
            meetings.done(
                    queries.one(meeting).decisions().getFirst().id(), "Two were rung; neither has seen the child");
        });
        var whole = as("hub-worker", () -> queries.one(meeting));
        assertThat(whole.invited()).extracting(Meeting.Invited::attendance).containsOnly("attended");
        assertThat(whole.decisions())
                .singleElement()
                .satisfies(each -> assertThat(each.done()).isNotNull());
        assertThatThrownBy(() -> does("hub-worker", () -> meetings.cancel(meeting, "Too late")))
                .hasMessageContaining("was held");
    }

    @Test
    void a_meeting_that_nobody_attended_was_not_held_and_a_cancelled_one_says_why_and_meets_no_clock() {
        var episode = missing(aLookedAfterChild(), clock.instant().minus(Duration.ofHours(2)));
        var meeting = call(episode, Set.of(region.agency("merrowdale/health")));
        assertThatThrownBy(() -> does("hub-worker", () -> meetings.held(meeting, held(meeting, "absent"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nobody attended");
        does("hub-worker", () -> meetings.cancel(meeting, "The child was found at noon"));
        assertThat(as("hub-worker", () -> queries.one(meeting)).cancelledBecause())
                .contains("noon");
        assertThat(timescale(episode, "missing-strategy-meeting").state().open())
                .isTrue();
        assertThat(as("hub-worker", () -> queries.of(episode)))
                .extracting(Meeting::id)
                .containsExactly(meeting);
        assertThatThrownBy(() -> as("larkwater", "hub-worker", () -> queries.one(meeting)))
                .isInstanceOf(Refused.class);
    }

    private UUID call(UUID episode, Set<UUID> agencies) {
        return as(
                "hub-worker",
                () -> meetings.call(
                        episode,
                        new Meetings.Called(
                                Meeting.Kind.STRATEGY, clock.instant(), null, agencies, List.of("School lead"))));
    }

    private Meetings.Held held(UUID meeting, String attendance) {
        var all = new HashMap<UUID, String>();
        for (var each : queries.one(meeting).invited()) all.put(each.id(), attendance);
        return new Meetings.Held(clock.instant(), "Hub manager", "Agreed where to look", Map.copyOf(all));
    }

    private State red(UUID notification) {
        return as(
                "hub-worker",
                () -> timescales.of(Subject.notification(notification)).stream()
                        .filter(each -> each.standard().equals("red-strategy-meeting"))
                        .findFirst()
                        .orElseThrow()
                        .state());
    }
}
