package lantern.meetings.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.meetings.About;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.meetings.meeting.MeetingRows;
import lantern.missing.Story;
import lantern.oversight.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings around the nights on which the clocks change: 25 October 2026 back, 28 March 2027 forward. */
class ClockChangeTest extends Story {
    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingRows rows;

    @Test
    void a_meeting_that_is_moved_to_the_day_the_clocks_go_back_stays_at_its_time_of_day() {
        clock.freeze(Instant.parse("2026-10-20T09:00:00Z"));
        var meeting = planned(Instant.parse("2026-10-24T09:00:00Z"));
        var desk = desk();
        assertThat(desk.page(path(meeting))).contains("Sat 24 Oct 2026, 10:00");
        assertThat(calendar(desk, meeting)).contains("DTSTART:20261024T090000Z", "SEQUENCE:0");
        move(desk, meeting, "25", "10", "2026", "10:00", "60");
        assertThat(desk.page(path(meeting))).contains("Sun 25 Oct 2026, 10:00");
        assertThat(calendar(desk, meeting))
                .contains("DTSTART:20261025T100000Z", "DTEND:20261025T110000Z", "SEQUENCE:1");
    }

    @Test
    void
            the_hour_that_comes_twice_is_the_first_unless_gmt_is_said_and_a_meeting_through_it_lasts_as_long_as_it_lasts() {
        clock.freeze(Instant.parse("2026-10-20T09:00:00Z"));
        var meeting = planned(Instant.parse("2026-10-24T09:00:00Z"));
        var desk = desk();
        move(desk, meeting, "25", "10", "2026", "01:30", "60");
        assertThat(calendar(desk, meeting)).contains("DTSTART:20261025T003000Z");
        move(desk, meeting, "25", "10", "2026", "01:30 GMT", "60");
        assertThat(calendar(desk, meeting)).contains("DTSTART:20261025T013000Z");
        move(desk, meeting, "25", "10", "2026", "00:30", "120");
        assertThat(calendar(desk, meeting)).contains("DTSTART:20261024T233000Z", "DTEND:20261025T013000Z");
        clock.freeze(Instant.parse("2026-10-25T09:00:00Z"));
        var form = path(meeting) + "/held";
        var guest = as("exploitation-coordinator", () -> rows.invited(meeting))
                .getFirst()
                .id();
        desk().done(
                        form,
                        form,
                        "held-at-day",
                        "25",
                        "held-at-month",
                        "10",
                        "held-at-year",
                        "2026",
                        "held-at-time",
                        "01:10 GMT",
                        "came-" + guest,
                        "attended",
                        "chair-name",
                        "A. Chair");
        assertThat(as("exploitation-coordinator", () -> rows.find(meeting)).heldAt())
                .isEqualTo(Instant.parse("2026-10-25T01:10:00Z"));
    }

    @Test
    void an_hour_that_does_not_exist_is_refused_and_what_was_typed_stays() {
        clock.freeze(Instant.parse("2027-03-20T09:00:00Z"));
        var meeting = planned(Instant.parse("2027-03-25T10:00:00Z"));
        var desk = desk();
        var form = path(meeting) + "/time";
        desk.post(form, form, at("28", "3", "2027", "01:30", "60"));
        assertThat(desk.errors(form)).contains("There was no such time that night");
        assertThat(desk.page(path(meeting))).contains("Thu 25 Mar 2027, 10:00");
        move(desk, meeting, "28", "3", "2027", "10:00", "60");
        assertThat(calendar(desk, meeting)).contains("DTSTART:20270328T090000Z");
    }

    private Desk desk() {
        return new Desk(this::url, region.session("merrowdale", "exploitation-coordinator"));
    }

    private static String path(UUID meeting) {
        return "/meetings/" + meeting;
    }

    private static String calendar(Desk desk, UUID meeting) {
        return desk.page(path(meeting) + "/meeting.ics");
    }

    private static void move(
            Desk desk, UUID meeting, String day, String month, String year, String time, String length) {
        var form = path(meeting) + "/time";
        assertThat(desk.done(form, form, at(day, month, year, time, length))).isEqualTo(path(meeting));
    }

    private static String[] at(String day, String month, String year, String time, String length) {
        return new String[] {
            "at-day", day, "at-month", month, "at-year", year, "at-time", time, "length", length, "place", "Room 4"
        };
    }

    private UUID planned(Instant at) {
        var child = aChild();
        return as(
                "exploitation-coordinator",
                () -> meetings.plan(new Plan(
                        MeetingKind.MASE,
                        List.of(About.child(child)),
                        List.of("victim"),
                        at,
                        (int) Duration.ofHours(1).toMinutes(),
                        "Room 4",
                        null,
                        "A. Chair",
                        List.of(Invite.agency(
                                MeetingKind.Part.POLICE, region.agency("merrowdale/police"), "Merrowdale police")))));
    }
}
