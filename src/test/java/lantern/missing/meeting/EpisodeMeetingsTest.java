package lantern.missing.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.meetings.About;
import lantern.meetings.Actions;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.missing.Story;
import lantern.missing.merge.Merges;
import lantern.missing.record.EpisodeQueries;
import lantern.missing.record.EpisodeView;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.State;
import lantern.timescales.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting about an absence: the room of meetings keeps it, the episode has it as a step, and the clocks of both are met. */
class EpisodeMeetingsTest extends Story {
    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingRows rows;

    @Autowired
    private Actions actions;

    @Autowired
    private EpisodeMeetings ofEpisodes;

    @Autowired
    private EpisodeQueries episodes;

    @Autowired
    private Merges merges;

    @Test
    void an_agency_that_is_invited_sees_the_child_and_a_meeting_that_is_held_meets_the_red_clock_of_the_notification() {
        var child = aChild();
        var episode = missing(child, clock.instant().minus(Duration.ofHours(2)));
        var notification = ratedRed(child, episode);
        assertThatThrownBy(() -> as("police-analyst", () -> episodes.episode(episode)))
                .isInstanceOf(Refused.class);
        var meeting = call(child, episode, MeetingKind.STRATEGY, "police", MeetingKind.Part.POLICE);
        assertThat(as("police-analyst", () -> episodes.episode(episode)).child())
                .isEqualTo(child);
        assertThat(red(notification)).isIn(State.RUNNING, State.DUE_SOON);

        does("hub-worker", () -> meetings.held(meeting, held(meeting, "attended")));
        assertThat(red(notification)).isEqualTo(State.MET_ON_TIME);
        assertThat(log(episode))
                .extracting(EpisodeView.LogEntry::kind, EpisodeView.LogEntry::words)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "strategy-meeting", "Strategy meeting, chaired by Hub manager"));
        var about = About.episode(child, episode);
        var action = as(
                "hub-worker",
                () -> actions.add(
                        about,
                        meeting,
                        new Actions.Task(
                                "Ring the friends",
                                null,
                                "Allocated worker",
                                region.agency("merrowdale/children"),
                                LocalDate.now(clock).plusDays(1))));
        assertThat(as("hub-worker", () -> ofEpisodes.of(episode)))
                .singleElement()
                .satisfies(each -> assertThat(each.toDo()).isEqualTo(1));
        does("hub-worker", () -> actions.done(action, "Two were rung; neither has seen the child"));
        assertThat(as("hub-worker", () -> actions.of(about)))
                .singleElement()
                .satisfies(each -> assertThat(each.doneAt()).isNotNull());
        assertThat(as("hub-worker", () -> ofEpisodes.of(episode)))
                .singleElement()
                .satisfies(each -> assertThat(each.toDo()).isZero());
        assertThat(as("hub-worker", () -> rows.invited(meeting)))
                .extracting(Meeting.Invited::attendance)
                .containsOnly("attended");
        assertThatThrownBy(() -> does("hub-worker", () -> meetings.cancel(meeting, "Too late")))
                .hasMessageContaining("was held");
    }

    @Test
    void a_meeting_that_nobody_attended_was_not_held_and_a_cancelled_one_says_why_and_meets_no_clock() {
        var child = aLookedAfterChild();
        var episode = missing(child, clock.instant().minus(Duration.ofHours(2)));
        var meeting = call(child, episode, MeetingKind.STRATEGY, "health", MeetingKind.Part.HEALTH);
        assertThatThrownBy(() -> does("hub-worker", () -> meetings.held(meeting, held(meeting, "absent"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nobody attended");
        does("hub-worker", () -> meetings.cancel(meeting, "The child was found at noon"));
        assertThat(as("hub-worker", () -> rows.find(meeting)).cancelledBecause())
                .contains("noon");
        assertThat(timescale(episode, "missing-strategy-meeting").state().open())
                .isTrue();
        assertThat(as("hub-worker", () -> ofEpisodes.of(episode)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.id()).isEqualTo(meeting);
                    assertThat(each.words(clock.instant())).contains("Strategy meeting cancelled");
                });
        assertThatThrownBy(() -> as("larkwater", "hub-worker", () -> rows.find(meeting)))
                .isInstanceOf(Refused.class);
        assertThat(as("larkwater", "hub-worker", () -> ofEpisodes.of(episode))).isEmpty();
    }

    @Test
    void a_meeting_about_an_episode_that_was_merged_meets_the_clocks_of_the_one_that_is_kept_and_is_shown_there() {
        var child = aChild();
        var kept = missing(child, clock.instant().minus(Duration.ofHours(3)));
        var other = another(child, clock.instant().minus(Duration.ofHours(2)));
        var notification = ratedRed(child, kept);
        var meeting = call(child, other, MeetingKind.STRATEGY, "police", MeetingKind.Part.POLICE);
        var merge = as("hub-worker", () -> merges.merge(kept, other, "One absence"));
        assertThat(as("hub-worker", () -> ofEpisodes.of(kept)))
                .extracting(EpisodeMeetings.OfEpisode::id)
                .containsExactly(meeting);
        does("hub-worker", () -> meetings.held(meeting, held(meeting, "attended")));
        assertThat(red(notification)).isEqualTo(State.MET_ON_TIME);
        assertThat(log(kept)).extracting(EpisodeView.LogEntry::kind).contains("strategy-meeting");
        does("hub-worker", () -> merges.undo(merge, "Two absences after all"));
        assertThat(as("hub-worker", () -> ofEpisodes.of(kept))).isEmpty();
        assertThat(as("hub-worker", () -> ofEpisodes.of(other))).hasSize(1);
    }

    @Test
    void a_mase_about_an_absence_is_a_step_of_it_and_its_minutes_have_a_clock() {
        var child = aChild();
        var episode = missing(child, clock.instant().minus(Duration.ofHours(2)));
        var meeting = call(child, episode, MeetingKind.MASE, "police", MeetingKind.Part.POLICE);
        does("hub-worker", () -> meetings.held(meeting, held(meeting, "attended")));
        assertThat(timescale(episode, "mase-minutes").state().open()).isTrue();
        assertThat(log(episode))
                .extracting(EpisodeView.LogEntry::words)
                .contains("MASE meeting, chaired by Hub manager");
    }

    private List<EpisodeView.LogEntry> log(UUID episode) {
        return as("hub-worker", () -> episodes.whole(episode, clock.instant())).log();
    }

    /** One that was reported when the first was over. */
    private UUID another(UUID child, Instant since) {
        database.owner()
                .sql("update missing.episode set stage = 'located', located_at = :at where child_id = :child")
                .param("at", since.minusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                .param("child", child)
                .update();
        return missing(child, since);
    }

    private UUID ratedRed(UUID child, UUID episode) {
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
        return notification;
    }

    private UUID call(UUID child, UUID episode, MeetingKind kind, String agency, MeetingKind.Part part) {
        return as(
                "hub-worker",
                () -> meetings.plan(new Plan(
                        kind,
                        List.of(About.episode(child, episode)),
                        List.of(),
                        clock.instant(),
                        60,
                        null,
                        null,
                        "Hub manager",
                        List.of(
                                Invite.agency(part, region.agency("merrowdale/" + agency), agency),
                                Invite.outside(MeetingKind.Part.SCHOOL, "School lead", null)))));
    }

    private Meetings.Held held(UUID meeting, String attendance) {
        var all = new HashMap<UUID, String>();
        for (var each : rows.invited(meeting)) all.put(each.id(), attendance);
        return new Meetings.Held(clock.instant(), null, null, Map.copyOf(all), null);
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
