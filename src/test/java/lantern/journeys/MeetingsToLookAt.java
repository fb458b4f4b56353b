package lantern.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lantern.meetings.About;
import lantern.meetings.Actions;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.meetings.meeting.MeetingRows;

/** Meetings for whoever walks every page: one to come, one whose minutes are to be issued, and one whose minutes can be issued now. */
final class MeetingsToLookAt {
    private final Meetings meetings;
    private final MeetingRows rows;
    private final Actions actions;
    private final Clock clock;

    MeetingsToLookAt(Meetings meetings, MeetingRows rows, Actions actions, Clock clock) {
        this.meetings = meetings;
        this.rows = rows;
        this.actions = actions;
        this.clock = clock;
    }

    /** Gives back the one to be issued now. */
    UUID about(UUID child, UUID police, UUID childrens) {
        plan(child, police, -3);
        held(plan(child, police, 2), child, childrens);
        var last = plan(child, police, 9);
        held(last, child, childrens);
        return last;
    }

    private UUID plan(UUID child, UUID police, int daysAgo) {
        return meetings.plan(new Plan(
                MeetingKind.MASE,
                List.of(About.child(child)),
                List.of("victim"),
                clock.instant().minus(Duration.ofDays(daysAgo)),
                60,
                "Room 4",
                null,
                "A. Chair",
                List.of(Invite.agency(MeetingKind.Part.POLICE, police, "Police"))));
    }

    private void held(UUID meeting, UUID child, UUID childrens) {
        var came = new HashMap<UUID, String>();
        for (var each : rows.invited(meeting)) came.put(each.id(), "attended");
        meetings.held(meeting, new Meetings.Held(rows.find(meeting).startsAt(), null, null, came, null));
        var task = new Actions.Task("Visit", null, null, childrens, LocalDate.of(2020, 1, 2));
        actions.change(actions.add(About.child(child), meeting, task), task, "It was asked again");
    }
}
