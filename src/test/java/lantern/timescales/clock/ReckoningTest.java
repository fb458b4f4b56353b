package lantern.timescales.clock;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.London;
import lantern.timescales.Happening;
import lantern.timescales.State;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardReader;
import lantern.timescales.standard.Calendars;
import lantern.timescales.standard.Standard;
import org.junit.jupiter.api.Test;

class ReckoningTest {
    private static final Calendars ENGLAND = Calendars.england();

    @Test
    void missing_over_easter_2016_the_72_hours_cross_the_clock_change_and_the_meeting_is_due_on_4_april() {
        var missing = london("2016-03-24T18:00");
        var director = clock("director-notified", missing);
        assertThat(director.due()).isEqualTo(london("2016-03-26T18:00"));
        var meeting = clock("missing-strategy-meeting", missing);
        assertThat(meeting.startsAt()).isEqualTo(london("2016-03-27T19:00"));
        assertThat(London.due(due(meeting), missing)).isEqualTo("end of Mon 4 Apr 2016");
        assertThat(meeting.state(false, london("2016-03-27T18:59"))).isEqualTo(State.WAITING);
        assertThat(meeting.state(false, london("2016-03-27T19:00"))).isEqualTo(State.RUNNING);
        assertThat(meeting.state(false, due(meeting))).isEqualTo(State.DUE_SOON);
        assertThat(meeting.state(false, london("2016-04-05T00:00"))).isEqualTo(State.LATE);
    }

    @Test
    void returned_before_the_clocks_go_back_the_interview_is_due_an_hour_earlier_by_the_wall() {
        assertThat(clock("return-interview", london("2016-10-28T12:00")).due()).isEqualTo(london("2016-10-31T11:00"));
    }

    @Test
    void re_rated_amber_the_red_clock_is_cancelled_and_the_amber_one_counts_from_then() {
        var red = london("2016-05-09T09:15");
        var amber = london("2016-05-09T10:00");
        assertThat(clock("red-strategy-meeting", red).due()).isEqualTo(london("2016-05-09T13:15"));
        var cancelled = clock("red-strategy-meeting", red, fact(Happening.TRIAGED_AMBER, amber));
        assertThat(cancelled.cancelledAt()).isEqualTo(amber);
        assertThat(cancelled.cancelledBy()).isEqualTo(Happening.TRIAGED_AMBER);
        assertThat(cancelled.state(false, london("2016-05-10T00:00"))).isEqualTo(State.CANCELLED);
        assertThat(clock("amber-discussion", amber).due()).isEqualTo(london("2016-05-10T10:00"));
    }

    @Test
    void found_before_48_hours_cancels_and_found_later_leaves_it_late() {
        var missing = london("2016-05-09T09:00");
        var before = clock("director-notified", missing, fact(Happening.FOUND, london("2016-05-11T09:00")));
        assertThat(before.state(false, london("2016-05-12T09:00"))).isEqualTo(State.CANCELLED);
        var after = clock("director-notified", missing, fact(Happening.FOUND, london("2016-05-11T09:01")));
        assertThat(after.state(false, london("2016-05-12T09:00"))).isEqualTo(State.LATE);
    }

    /** A meeting is held "at 10:30": its review starts a moment later, and is not met by the meeting itself. */
    @Test
    void what_follows_from_a_fact_on_the_minute_is_not_met_by_it() {
        var assessed = london("2016-05-09T10:30");
        var again = clock("reassess", assessed.plus(1, MICROS), fact(Happening.RISK_ASSESSED, assessed));
        assertThat(again.open()).isTrue();
        var next = assessed.plus(Duration.ofDays(60));
        assertThat(clock(
                                "reassess",
                                assessed.plus(1, MICROS),
                                fact(Happening.RISK_ASSESSED, assessed),
                                fact(Happening.RISK_ASSESSED, next))
                        .metAt())
                .isEqualTo(next);
    }

    @Test
    void the_states_change_exactly_at_their_boundaries() {
        var red = london("2016-05-09T09:00");
        var due = red.plus(Duration.ofHours(4));
        var soon = due.minus(Duration.ofHours(1));
        var clock = clock("red-strategy-meeting", red);
        assertThat(clock.state(false, red.minus(1, MICROS))).isEqualTo(State.WAITING);
        assertThat(clock.state(false, red)).isEqualTo(State.RUNNING);
        assertThat(clock.state(false, soon.minus(1, MICROS))).isEqualTo(State.RUNNING);
        assertThat(clock.state(false, soon)).isEqualTo(State.DUE_SOON);
        assertThat(clock.state(false, due)).isEqualTo(State.DUE_SOON);
        assertThat(clock.state(false, due.plus(1, MICROS))).isEqualTo(State.LATE);
        assertThat(clock.state(true, due.plus(1, MICROS))).isEqualTo(State.WAIVED);
        var inTime = clock("red-strategy-meeting", red, fact(Happening.STRATEGY_MEETING_HELD, due));
        assertThat(inTime.state(false, due.plus(1, MICROS))).isEqualTo(State.MET_ON_TIME);
        var late = clock("red-strategy-meeting", red, fact(Happening.STRATEGY_MEETING_HELD, due.plus(1, MICROS)));
        assertThat(late.state(false, due.plus(1, MICROS))).isEqualTo(State.MET_LATE);
    }

    @Test
    void a_standard_without_a_limit_says_so_and_is_never_late() {
        var green = london("2016-05-09T09:00");
        var clock = clock("green-support", green);
        assertThat(clock.due()).isNull();
        assertThat(clock.state(false, green.plus(Duration.ofDays(400)))).isEqualTo(State.NO_LIMIT);
    }

    @Test
    void a_meeting_held_before_the_second_red_rating_does_not_meet_it_but_police_told_before_the_call_counts() {
        var at = london("2016-05-09T09:00");
        var before = at.minus(Duration.ofMinutes(20));
        assertThat(clock("red-strategy-meeting", at, fact(Happening.STRATEGY_MEETING_HELD, before))
                        .metAt())
                .isNull();
        assertThat(clock("confirm-police-told", at, fact(Happening.POLICE_INFORMED, before))
                        .metAt())
                .isEqualTo(before);
    }

    @Test
    void a_time_given_to_the_minute_counts_for_a_clock_that_starts_within_that_minute() {
        var at = london("2016-05-09T09:00");
        var rated = at.plusSeconds(40);
        assertThat(clock("red-strategy-meeting", rated, fact(Happening.STRATEGY_MEETING_HELD, at))
                        .metAt())
                .isEqualTo(at);
        assertThat(clock("red-strategy-meeting", rated, fact(Happening.STRATEGY_MEETING_HELD, at.minusSeconds(60)))
                        .metAt())
                .isNull();
        var second = clock("red-strategy-meeting", rated, fact(Happening.TRIAGED_AMBER, at.plusSeconds(20)));
        assertThat(second.cancelledAt()).isNull();
    }

    @Test
    void no_plan_for_duty_staff_is_asked_for_a_child_who_was_back_before_it_was_recorded_that_they_were_missing() {
        var opened = london("2016-05-09T10:00");
        var back = opened.minus(Duration.ofDays(3));
        assertThat(clock("edt-alert", opened, fact(Happening.FOUND, back)).cancelledAt())
                .isEqualTo(back);
    }

    @Test
    void the_plan_for_duty_staff_is_due_when_the_office_closes() {
        assertThat(clock("edt-alert", london("2016-05-09T10:00")).due()).isEqualTo(london("2016-05-09T17:00"));
        assertThat(clock("edt-alert", london("2016-05-07T22:00")).due()).isEqualTo(london("2016-05-09T17:00"));
    }

    @Test
    void every_unit_gives_the_last_instant_that_is_on_time() {
        var at = london("2016-05-31T10:00");
        assertThat(within("36 hours", at)).isEqualTo(london("2016-06-01T22:00"));
        assertThat(within("2 days", at)).isEqualTo(endOf("2016-06-02"));
        assertThat(within("1 week", at)).isEqualTo(endOf("2016-06-07"));
        assertThat(within("1 month", at)).isEqualTo(endOf("2016-06-30"));
        assertThat(within("10 working days", at)).isEqualTo(endOf("2016-06-14"));
        assertThat(within("5 clear working days before", london("2016-10-12T14:00")))
                .isEqualTo(endOf("2016-10-04"));
        assertThat(within("close of office", at)).isEqualTo(london("2016-05-31T17:00"));
    }

    @Test
    void whatever_the_order_of_arrival_the_same_facts_give_the_same_clock() {
        var random = new Random(4);
        var events = List.of(
                Happening.FOUND, Happening.RETURNED, Happening.DIRECTOR_INFORMED, Happening.STRATEGY_MEETING_HELD);
        for (var round = 0; round < 500; round++) {
            var missing = london("2016-03-20T00:00").plus(Duration.ofMinutes(random.nextInt(30_000)));
            var facts = new ArrayList<Fact>();
            for (var i = random.nextInt(6); i > 0; i--)
                facts.add(fact(
                        events.get(random.nextInt(events.size())),
                        missing.plus(Duration.ofMinutes(random.nextInt(20_000) - 2_000))));
            for (var standard : List.of("director-notified", "missing-strategy-meeting")) {
                var clock = clock(standard, missing, facts.toArray(Fact[]::new));
                Collections.shuffle(facts, random);
                assertThat(clock(standard, missing, facts.toArray(Fact[]::new))).isEqualTo(clock);
                assertThat(clock.metAt() != null && clock.cancelledAt() != null).isFalse();
            }
        }
    }

    private static Reckoning clock(String standard, Instant at, Fact... facts) {
        return Reckoning.of(standard(standard), at, Arrays.asList(facts), ENGLAND);
    }

    private static Standard standard(String id) {
        return EditionReader.shipped().getFirst().standard(id);
    }

    private static Instant within(String limit, Instant at) {
        var standard = StandardReader.read(Map.of(
                "id",
                "some",
                "title",
                "Some",
                "source",
                "a test",
                "set-by",
                "authority",
                "owner",
                "hub-worker",
                "starts",
                Happening.RETURNED,
                "met-by",
                Happening.FOUND,
                "within",
                limit));
        return due(Reckoning.of(standard, at, List.of(), ENGLAND));
    }

    private static Instant due(Reckoning clock) {
        return java.util.Objects.requireNonNull(clock.due());
    }

    private static Fact fact(String event, Instant at) {
        return new Fact(UUID.randomUUID(), event, at, Set.of());
    }

    private static Instant endOf(String day) {
        return London.endOf(java.time.LocalDate.parse(day));
    }

    private static Instant london(String time) {
        return LocalDateTime.parse(time).atZone(London.ZONE).toInstant();
    }
}
