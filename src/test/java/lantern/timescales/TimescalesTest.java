package lantern.timescales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.calendar.London;
import lantern.platform.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine with the database: acceptance cases 3, 4 and 6 of standards.md, and what people decide. */
class TimescalesTest extends ServerTest {
    private static final Set<String> LOOKED_AFTER = Set.of(Happening.LOOKED_AFTER, Happening.NOT_FOUND);

    @Autowired
    Timescales timescales;

    private final UUID child = UUID.randomUUID();
    private final Subject episode = Subject.episode(UUID.randomUUID());
    private final Subject notification = Subject.notification(UUID.randomUUID());
    private String token = "";

    @BeforeEach
    void signedIn() {
        token = region.session("merrowdale", "hub-manager");
    }

    @AfterEach
    void realTime() {
        clock.release();
    }

    @Test
    void red_at_0915_is_due_at_1315_and_re_rated_amber_at_1000_starts_24_hours_from_then() {
        at("2016-05-09T09:15");
        happened(Happening.TRIAGED_RED, notification, "2016-05-09T09:15", Happening.UNKNOWN_OR_CLOSED);
        assertThat(one("red-strategy-meeting", notification).dueWords()).isEqualTo("13:15 today");
        at("2016-05-09T10:00");
        happened(Happening.TRIAGED_AMBER, notification, "2016-05-09T10:00", Happening.UNKNOWN_OR_CLOSED);
        var red = one("red-strategy-meeting", notification);
        assertThat(red.state()).isEqualTo(State.CANCELLED);
        assertThat(red.reason()).isEqualTo("triage rates it Amber");
        assertThat(one("amber-discussion", notification).due()).isEqualTo(london("2016-05-10T10:00"));
    }

    @Test
    void rated_red_again_while_the_red_clock_runs_starts_no_second_one() {
        at("2016-05-09T11:00");
        happened(Happening.TRIAGED_RED, notification, "2016-05-09T09:15", Happening.UNKNOWN_OR_CLOSED);
        happened(Happening.TRIAGED_RED, notification, "2016-05-09T10:15", Happening.UNKNOWN_OR_CLOSED);
        assertThat(of(notification)).hasSize(1);
    }

    @Test
    void a_found_report_before_the_missing_report_leaves_no_clock_late() {
        // Missing since Monday, found on Tuesday; the missing report is only delivered on Friday.
        at("2016-05-13T09:00");
        happened(Happening.FOUND, episode, "2016-05-10T12:00");
        run(() -> {
            timescales.happened(
                    List.of(
                            new Happened(Happening.EPISODE_OPENED, london("2016-05-13T09:00")),
                            new Happened(Happening.MISSING_SINCE, london("2016-05-09T08:00"))),
                    episode,
                    child,
                    LOOKED_AFTER);
            return 0;
        });
        assertThat(of(episode)).extracting(Timescale::state).doesNotContain(State.LATE, State.MET_LATE);
        assertThat(of(episode)).extracting(Timescale::standard).doesNotContain("director-notified", "edt-alert");
    }

    @Test
    void in_the_right_order_a_child_found_within_48_hours_cancels_what_waited_for_the_absence() {
        at("2016-05-09T08:00");
        happened(Happening.MISSING_SINCE, episode, "2016-05-09T08:00", LOOKED_AFTER.toArray(String[]::new));
        assertThat(one("missing-strategy-meeting", episode).state()).isEqualTo(State.WAITING);
        at("2016-05-10T12:00");
        happened(Happening.FOUND, episode, "2016-05-10T12:00");
        assertThat(of(episode)).extracting(Timescale::state).containsOnly(State.CANCELLED);
    }

    @Test
    void found_at_corrected_back_by_a_day_moves_the_interview_and_the_trail_shows_both() {
        at("2016-05-12T12:00");
        happened(Happening.RETURNED, episode, "2016-05-12T10:00");
        assertThat(one("return-interview", episode).due()).isEqualTo(london("2016-05-15T10:00"));
        run(() -> {
            timescales.correct(Happening.RETURNED, episode, london("2016-05-11T10:00"), "The carer gave the wrong day");
            return 0;
        });
        var interview = one("return-interview", episode);
        assertThat(interview.due()).isEqualTo(london("2016-05-14T10:00"));
        var sql = "select old_due_at, new_due_at, why from timescales.timescale_change where timescale_id = :id";
        var trail =
                database.owner().sql(sql).param("id", interview.id()).query().singleRow();
        assertThat(instant(trail.get("old_due_at"))).isEqualTo(london("2016-05-15T10:00"));
        assertThat(instant(trail.get("new_due_at"))).isEqualTo(london("2016-05-14T10:00"));
        assertThat(trail.get("why")).isEqualTo("The carer gave the wrong day");
    }

    @Test
    void a_merge_undone_brings_the_clocks_back_as_they_were() {
        at("2016-05-12T12:00");
        happened(Happening.RETURNED, episode, "2016-05-12T10:00");
        var before = one("return-interview", episode);
        happened(Happening.EPISODE_MERGED, episode, "2016-05-12T11:00");
        assertThat(one("return-interview", episode).state()).isEqualTo(State.CANCELLED);
        run(() -> {
            timescales.retract(Happening.EPISODE_MERGED, episode, "They were two absences");
            return 0;
        });
        assertThat(one("return-interview", episode)).isEqualTo(before);
    }

    @Test
    void what_started_a_clock_and_did_not_happen_after_all_ends_it_with_the_reason() {
        at("2016-05-12T12:00");
        happened(Happening.RETURNED, episode, "2016-05-12T10:00");
        run(() -> {
            timescales.retract(Happening.RETURNED, episode, "It was another child");
            return 0;
        });
        assertThat(one("return-interview", episode).reason()).contains("It was another child");
    }

    @Test
    void late_is_computed_when_asked_and_needs_no_job() {
        at("2016-05-12T12:00");
        happened(Happening.RETURNED, episode, "2016-05-12T12:00");
        at("2016-05-15T12:00");
        assertThat(one("return-interview", episode).state()).isEqualTo(State.DUE_SOON);
        clock.move(Duration.ofSeconds(1));
        assertThat(one("return-interview", episode).state()).isEqualTo(State.LATE);
        happened(Happening.INTERVIEW_RESOLVED, episode, "2016-05-15T11:59");
        assertThat(one("return-interview", episode).state()).isEqualTo(State.MET_ON_TIME);
    }

    @Test
    void a_waived_timescale_says_who_decided_and_why_and_stays_so() {
        at("2016-05-12T12:00");
        happened(Happening.RETURNED, episode, "2016-05-12T12:00");
        var interview = one("return-interview", episode).id();
        assertThatThrownBy(() -> run(() -> {
                    timescales.waive(interview, " ");
                    return 0;
                }))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter a reason");
        run(() -> {
            timescales.waive(interview, "Interviewed by the host authority");
            return 0;
        });
        happened(Happening.INTERVIEW_RESOLVED, episode, "2016-05-13T12:00");
        var waived = one("return-interview", episode);
        assertThat(waived.state()).isEqualTo(State.WAIVED);
        assertThat(waived.reason()).isEqualTo("Hub manager: Interviewed by the host authority");
    }

    @Test
    void the_clocks_of_a_notification_follow_when_its_child_becomes_known() {
        var unknown = Subject.notification(UUID.randomUUID());
        run(() -> {
            timescales.happened(
                    Happening.NOTIFICATION_RECEIVED,
                    unknown,
                    null,
                    london("2026-05-12T12:00"),
                    Set.of(Happening.NEEDS_TRIAGE));
            timescales.belongsTo(unknown, child);
            return 0;
        });
        assertThat(run(() -> timescales.ofChild(child)))
                .extracting(Timescale::standard)
                .containsExactly("triage-notification");
    }

    @Test
    void another_authority_sees_none_of_it() {
        happened(Happening.RETURNED, episode, "2016-05-12T12:00");
        token = region.session("larkwater", "hub-manager");
        assertThat(of(episode)).isEmpty();
    }

    @Test
    void an_agency_that_sees_only_its_own_children_may_send_a_notification_and_sees_no_clock() {
        token = region.token("merrowdale/police", "notifications:write");
        var sent = Subject.notification(UUID.randomUUID());
        run(() -> {
            timescales.happened(
                    Happening.NOTIFICATION_RECEIVED, sent, null, clock.instant(), Set.of(Happening.NEEDS_TRIAGE));
            return 0;
        });
        assertThat(of(sent)).isEmpty();
        token = region.session("merrowdale", "hub-worker");
        assertThat(of(sent)).hasSize(1);
    }

    @Test
    void an_event_that_no_one_knows_is_a_fault_of_the_caller() {
        assertThatThrownBy(() -> happened("vanished", episode, "2016-05-12T12:00"))
                .hasMessageContaining("Unknown event vanished");
    }

    private void happened(String event, Subject subject, String at, String... facts) {
        run(() -> {
            timescales.happened(event, subject, child, london(at), Set.of(facts));
            return 0;
        });
    }

    private List<Timescale> of(Subject subject) {
        return run(() -> timescales.of(subject));
    }

    private Timescale one(String standard, Subject subject) {
        return of(subject).stream()
                .filter(each -> each.standard().equals(standard))
                .findFirst()
                .orElseThrow();
    }

    private <T> T run(Supplier<T> work) {
        return java.util.Objects.requireNonNull(Bearer.with(token, "test", work));
    }

    private static void at(String time) {
        clock.freeze(london(time));
    }

    private static Instant instant(@org.jspecify.annotations.Nullable Object timestamp) {
        return ((java.sql.Timestamp) java.util.Objects.requireNonNull(timestamp)).toInstant();
    }

    private static Instant london(String time) {
        return LocalDateTime.parse(time).atZone(London.ZONE).toInstant();
    }
}
