package lantern.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.intake.FollowUp;
import lantern.intake.Incident.Kind;
import lantern.meetings.About;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.meetings.meeting.MeetingRows;
import lantern.missing.episode.Episodes;
import lantern.missing.episode.Told;
import lantern.missing.letter.Letter;
import lantern.missing.letter.Letters;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.State;
import lantern.timescales.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A looked after child with a worker, missing over Easter, from the police report to those who are told of the return; in both editions of the standards. In 2016 the
 * clocks go forward that Sunday, in 2017 they do not.
 */
class EasterTest extends Story {
    @Autowired
    private FollowUp followUp;

    @Autowired
    private EpisodeLog log;

    @Autowired
    private Episodes episodes;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingRows meetingRows;

    @Autowired
    private Letters letters;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "missing-2016, 2016-03-24T18:00:00Z, 29 Mar 2016, 2016-03-27T18:00:00Z, 4 Apr 2016, 2016-03-30T09:00:00Z",
        "missing-2017, 2017-04-13T17:00:00Z, 18 Apr 2017, 2017-04-16T17:00:00Z, 24 Apr 2017, 2017-04-19T09:00:00Z"
    })
    void over_easter_every_step_of_the_absence_starts_and_meets_its_clock(
            String edition, Instant since, String nextWorkingDay, Instant after72, String fifthDay, Instant meetingAt) {
        clock.freeze(since.plusSeconds(600));
        var child = aLookedAfterChild();
        allocated(child);
        var notification = aNotification("missing", child, clock.instant());
        does("hub-worker", () -> tell(Happening.MISSING_NOTIFIED, notification, child));
        var path =
                as("hub-worker", () -> followUp.linked(incident(notification, Kind.MISSING, child, since, nothing())));
        var episode = UUID.fromString(java.util.Objects.requireNonNull(path).substring(path.lastIndexOf('/') + 1));
        assertThat(editionOf(episode, "director-notified")).isEqualTo(edition);
        assertThat(timescale(episode, "notify-iro").dueWords()).contains(nextWorkingDay);

        clock.freeze(since.plusSeconds(1500));
        told(episode, Told.SOCIAL_WORKER);
        assertThat(ofNotification(notification, "notify-worker")).isEqualTo(State.MET_ON_TIME);
        told(episode, Told.REVIEWING_OFFICER);
        told(episode, Told.PARENTS);
        assertThat(timescale(episode, "notify-iro").state()).isEqualTo(State.MET_ON_TIME);

        clock.freeze(since.plus(Duration.ofHours(47)));
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.DUE_SOON);
        clock.freeze(since.plus(Duration.ofHours(48)).plusSeconds(1));
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.LATE);
        does("hub-worker", () -> {
            var note =
                    letters.make(episode, Letter.Kind.DIRECTOR, "Executive Director", "Not found", "Steps taken: ...");
            letters.sent(note, clock.instant(), "by secure e-mail");
        });
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.MET_LATE);

        clock.freeze(after72.plusSeconds(60));
        var strategy = timescale(episode, "missing-strategy-meeting");
        assertThat(strategy.startsAt()).isEqualTo(after72);
        assertThat(strategy.dueWords()).contains(fifthDay);
        assertThat(strategy.state()).isEqualTo(State.RUNNING);
        var meeting = as(
                "hub-worker",
                () -> meetings.plan(new Plan(
                        MeetingKind.MISSING_STRATEGY,
                        List.of(About.episode(child, episode)),
                        List.of(),
                        meetingAt,
                        60,
                        "Video call",
                        null,
                        "Team manager",
                        List.of(
                                Invite.agency(MeetingKind.Part.POLICE, region.agency("merrowdale/police"), "Police"),
                                Invite.outside(MeetingKind.Part.OTHER, "Home manager", null)))));
        clock.freeze(meetingAt.plusSeconds(3600));
        does("hub-worker", () -> meetings.held(meeting, held(meeting, meetingAt)));
        assertThat(timescale(episode, "missing-strategy-meeting").state()).isEqualTo(State.MET_ON_TIME);

        var found = meetingAt.plus(Duration.ofHours(5));
        clock.freeze(found.plusSeconds(60));
        does("hub-worker", () -> {
            episodes.locate(episode, new Episodes.Found(found, "Railway station", "Police", null, "Seen by a patrol"));
            episodes.comeBack(episode, new Episodes.Return(found, "Placement", null, null, null));
        });
        assertThat(timescale(episode, "return-interview").due()).isEqualTo(found.plus(Duration.ofHours(72)));
        assertThatThrownBy(() -> does("team-manager", () -> episodes.close(episode, "Plan changed")))
                .isInstanceOf(Refused.class);
        var all = as("hub-worker", () -> episodes.stillToTell(episode));
        assertThat(all)
                .containsExactlyInAnyOrder(
                        "parents", "social worker", "independent reviewing officer", "Executive Director");
        for (var who : new Told[] {Told.PARENTS, Told.SOCIAL_WORKER, Told.REVIEWING_OFFICER}) back(episode, who);
        assertThat(timescale(episode, "tell-those-told").state().open()).isTrue();
        back(episode, Told.EXECUTIVE_DIRECTOR);
        assertThat(timescale(episode, "tell-those-told").state()).isEqualTo(State.MET_ON_TIME);
        assertThat(as("hub-worker", () -> episodes.stillToTell(episode))).isEmpty();
    }

    private Meetings.Held held(UUID meeting, Instant at) {
        var attendance = new java.util.HashMap<UUID, String>();
        for (var each : meetingRows.invited(meeting)) attendance.put(each.id(), "attended");
        return new Meetings.Held(at, null, null, attendance, null);
    }

    private void told(UUID episode, Told who) {
        does("hub-worker", () -> log.record(episode, Entry.informed(who, "By telephone", clock.instant())));
    }

    private void back(UUID episode, Told who) {
        does("hub-worker", () -> log.record(episode, Entry.informedOfReturn(who, "By telephone", clock.instant())));
    }

    // As intake says it of a notification that it has linked to a child.
    private void tell(String event, UUID notification, UUID child) {
        timescales.happened(
                event,
                Subject.notification(notification),
                child,
                clock.instant(),
                Set.of(Happening.ALLOCATED_WORKER, Happening.LOOKED_AFTER));
    }

    private State ofNotification(UUID notification, String standard) {
        return as(
                "hub-worker",
                () -> timescales.of(Subject.notification(notification)).stream()
                        .filter(each -> each.standard().equals(standard))
                        .findFirst()
                        .orElseThrow()
                        .state());
    }

    private static String editionOf(UUID episode, String standard) {
        var sql = """
                select v.edition from timescales.timescale t join timescales.standard_version v on v.id = t.version_id
                where t.subject_id = :episode and t.standard_id = :standard
                """;
        return database.owner()
                .sql(sql)
                .param("episode", episode)
                .param("standard", standard)
                .query(String.class)
                .single();
    }
}
