package lantern.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.London;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.missing.Story;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.State;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MeetingsTest extends Story {
    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingRows rows;

    @Autowired
    private Actions actions;

    @Test
    void a_mase_that_is_held_meets_the_clock_of_the_level_and_starts_those_of_its_minutes_and_its_review() {
        var child = aChild();
        var concern = aConcern(child);
        var began = clock.instant().minus(Duration.ofHours(2));
        does(
                "exploitation-coordinator",
                () -> timescales.happened(
                        Happening.LEVEL_SET_SERIOUS,
                        Subject.concern(concern),
                        child,
                        began,
                        Set.of(Happening.NO_MASE_IN_TRAIN)));
        var meeting = plan(Invite.agency(MeetingKind.Part.POLICE, police(), "Police"), About.concern(child, concern));
        assertThat(clocks(concern)).containsOnlyKeys("initial-mase-serious");
        assertThat(state(clocks(concern), "initial-mase-serious").open()).isTrue();

        does("exploitation-coordinator", () -> meetings.held(meeting, held(meeting, "attended")));
        var clocks = clocks(concern);
        assertThat(state(clocks, "initial-mase-serious")).isEqualTo(State.MET_ON_TIME);
        assertThat(state(clocks, "mase-minutes").open()).isTrue();
        assertThat(state(clocks, "mase-review").open()).isTrue();
        assertThatThrownBy(() -> does("exploitation-coordinator", () -> meetings.cancel(meeting, "Too late")))
                .hasMessageContaining("was held");

        var second = plan(Invite.agency(MeetingKind.Part.POLICE, police(), "Police"), About.concern(child, concern));
        does("exploitation-coordinator", () -> meetings.held(second, held(second, "attended", 10)));
        assertThat(all(concern).stream()
                        .filter(each -> each.standard().equals("mase-review"))
                        .map(each -> each.state().open()))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void an_agency_sees_the_child_from_its_invitation_on_and_no_longer_when_the_meeting_is_cancelled() {
        var child = aChild();
        assertThat(seenByPolice(child)).isFalse();
        var meeting = plan(Invite.agency(MeetingKind.Part.POLICE, police(), "Police"), About.child(child));
        assertThat(seenByPolice(child)).isTrue();
        assertThat(as("police-analyst", () -> rows.children(meeting))).hasSize(1);
        assertThatThrownBy(() ->
                        does("exploitation-coordinator", () -> meetings.held(meeting, held(meeting, "absent"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nobody attended");
        does("exploitation-coordinator", () -> meetings.cancel(meeting, "The child was found"));
        assertThat(seenByPolice(child)).isFalse();
        assertThatThrownBy(() -> as("larkwater", "hub-worker", () -> rows.find(meeting)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void who_may_read_of_one_child_of_a_group_meeting_sees_that_child_and_cannot_lead_it() {
        var theirs = aChild();
        var other = aChild();
        var meeting = plan(
                new Invite(MeetingKind.Part.POLICE, police(), null, "Police", null, theirs),
                About.child(theirs),
                About.child(other));
        assertThat(as("police-analyst", () -> rows.children(meeting)))
                .extracting(Meeting.OfChild::child)
                .containsExactly(theirs);
        assertThat(as("police-analyst", () -> rows.seesAll(meeting))).isFalse();
        assertThat(as("exploitation-coordinator", () -> rows.seesAll(meeting))).isTrue();
        allocated(theirs);
        assertThatThrownBy(() -> does("social-worker", () -> meetings.cancel(meeting, "Not ours")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("some of the children");
    }

    @Test
    void an_action_opens_the_child_to_its_agency_which_alone_with_children_s_services_says_that_it_is_done() {
        var child = aChild();
        var health = region.agency("merrowdale/health");
        var due = London.date(clock.instant()).plusDays(7);
        var action = as(
                "exploitation-coordinator",
                () -> actions.add(
                        About.child(child),
                        null,
                        new Actions.Task("See the child", null, "School nurse", health, due)));
        assertThat(as("designated-lead", () -> actions.find(action).late(due.plusDays(1))))
                .isTrue();
        does(
                "exploitation-coordinator",
                () -> actions.change(
                        action,
                        new Actions.Task("See the child at home", null, "School nurse", health, due.plusDays(1)),
                        "The child is not at school"));
        assertThat(changes(action)).containsExactly("See the child");
        involvePolice(child);
        assertThatThrownBy(() -> does("police-analyst", () -> actions.done(action, "Done")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("recorded by the agency");
        does("designated-lead", () -> actions.done(action, "Seen on Tuesday"));
        assertThat(as("exploitation-coordinator", () -> actions.of(About.child(child))))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isEqualTo("Seen on Tuesday"));
        assertThatThrownBy(() -> does("designated-lead", () -> actions.done(action, "Again")))
                .hasMessageContaining("already");
    }

    private void involvePolice(UUID child) {
        plan(Invite.agency(MeetingKind.Part.POLICE, police(), "Police"), About.child(child));
    }

    private List<String> changes(UUID action) {
        return database.owner()
                .sql("select words from meetings.action_change where action_id = :id")
                .param("id", action)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private UUID aConcern(UUID child) {
        var id = Ids.next();
        var sql = """
                insert into exploitation.concern (authority_id, id, child_id, kinds, raised_at, recorded_at, recorded_by, level_since)
                values (:authority, :id, :child, '{sexual}', :at, :at, :by, :at)
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority("merrowdale"))
                .param("id", id)
                .param("child", child)
                .param("at", clock.instant().minus(Duration.ofDays(1)).atOffset(java.time.ZoneOffset.UTC))
                .param("by", region.person("merrowdale", "hub-worker"))
                .update();
        return id;
    }

    @Test
    void a_meeting_is_about_a_concern_or_an_absence_of_its_own_child_only() {
        var child = aChild();
        var others = aConcern(aChild());
        var absence = missing(aChild(), clock.instant().minus(Duration.ofHours(2)));
        for (var about : List.of(About.concern(child, others), About.episode(child, absence)))
            assertThatThrownBy(() -> plan(Invite.agency(MeetingKind.Part.POLICE, police(), "Police"), about))
                    .isInstanceOf(Refused.class)
                    .hasMessage(Refused.notFound().getMessage());
    }

    private static State state(Map<String, Timescale> clocks, String standard) {
        return java.util.Objects.requireNonNull(clocks.get(standard), standard).state();
    }

    private UUID police() {
        return region.agency("merrowdale/police");
    }

    private boolean seenByPolice(UUID child) {
        return as("police-analyst", () -> children.find(child).isPresent());
    }

    private UUID plan(Invite invite, About... about) {
        return as(
                "exploitation-coordinator",
                () -> meetings.plan(new Plan(
                        MeetingKind.MASE,
                        Arrays.asList(about),
                        List.of("victim"),
                        clock.instant().minus(Duration.ofMinutes(30)),
                        60,
                        "Room 4",
                        null,
                        "A. Chair",
                        List.of(invite))));
    }

    private Meetings.Held held(UUID meeting, String attendance) {
        return held(meeting, attendance, 20);
    }

    private Meetings.Held held(UUID meeting, String attendance, int minutesAgo) {
        var invited = rows.invited(meeting).getFirst().id();
        return new Meetings.Held(
                // As it is typed, to the minute.
                clock.instant().minus(Duration.ofMinutes(minutesAgo)).truncatedTo(ChronoUnit.MINUTES),
                null,
                null,
                Map.of(invited, attendance),
                LocalDate.of(2099, 1, 1));
    }

    private List<Timescale> all(UUID concern) {
        return as("exploitation-coordinator", () -> timescales.of(Subject.concern(concern)));
    }

    private Map<String, Timescale> clocks(UUID concern) {
        return all(concern).stream()
                .collect(java.util.stream.Collectors.toMap(Timescale::standard, each -> each, (one, other) -> one));
    }
}
