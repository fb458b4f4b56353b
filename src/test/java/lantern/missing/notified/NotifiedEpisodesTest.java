package lantern.missing.notified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lantern.intake.FollowUp;
import lantern.intake.Incident.Kind;
import lantern.intake.Said;
import lantern.missing.Story;
import lantern.missing.episode.Episode;
import lantern.missing.episode.Episodes;
import lantern.timescales.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NotifiedEpisodesTest extends Story {
    @Autowired
    private FollowUp followUp;

    @Autowired
    private Episodes episodes;

    @Test
    void a_missing_notification_opens_an_episode() {
        var child = aChild();
        var now = clock.instant();
        var episode =
                linked(Kind.MISSING, child, now.minusSeconds(600), nothing()).episode();
        assertThat(stage(episode)).isEqualTo("open");
    }

    @Test
    void the_same_absence_reported_again_joins_the_episode() {
        var child = aChild();
        var now = clock.instant();
        var first =
                linked(Kind.MISSING, child, now.minusSeconds(600), nothing()).episode();
        var again =
                linked(Kind.MISSING, child, now.minusSeconds(300), nothing()).episode();
        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_later_absence_is_an_episode_of_its_own() {
        var child = aChild();
        var now = clock.instant();
        var first = linked(Kind.MISSING, child, now.minus(Duration.ofDays(3)), nothing())
                .episode();
        linked(Kind.FOUND, child, now.minus(Duration.ofDays(2)), found(now.minus(Duration.ofDays(2)), "Home"));
        var second =
                linked(Kind.MISSING, child, now.minusSeconds(300), nothing()).episode();
        assertThat(second).isNotEqualTo(first);
        assertThat(stage(first)).isEqualTo("returned");
        assertThat(stage(second)).isEqualTo("open");
    }

    @Test
    void a_found_report_that_names_no_place_of_return_locates_the_child() {
        var child = aChild();
        var now = clock.instant();
        var episode =
                linked(Kind.MISSING, child, now.minusSeconds(600), nothing()).episode();
        linked(Kind.FOUND, child, now.minusSeconds(60), found(now.minusSeconds(60), ""));
        assertThat(stage(episode)).isEqualTo("located");
    }

    @Test
    void a_found_report_that_arrives_before_the_missing_report_never_shows_a_late_clock() {
        var child = aLookedAfterChild();
        var now = clock.instant();
        var since = now.minus(Duration.ofDays(5));
        var episode = linked(Kind.MISSING, child, since, nothing()).episode();
        linked(Kind.FOUND, child, since.plusSeconds(3600), found(since.plusSeconds(3600), "Placement"));
        assertThat(stage(episode)).isEqualTo("returned");
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void a_found_report_without_any_missing_report_opens_an_episode_that_has_ended() {
        var child = aChild();
        var now = clock.instant();
        var episode = linked(Kind.FOUND, child, now.minusSeconds(60), found(now.minusSeconds(60), "Home"))
                .episode();
        assertThat(stage(episode)).isEqualTo("returned");
        assertThat(timescale(episode, "return-interview").state().open()).isTrue();
    }

    @Test
    void police_absent_opens_nothing_unless_a_looked_after_child_and_a_carer_who_is_concerned() {
        var now = clock.instant();
        assertThat(linked(Kind.ABSENT, aChild(), now, nothing()).path).isNull();
        assertThat(linked(Kind.ABSENT, aLookedAfterChild(), now, nothing()).path)
                .isNull();
        var concerned = new Said(
                new Said.Reporter("A", "foster carer", null, null),
                null,
                new Said.Missing(null, null, null, null, null, null, null, null, null, List.of(), null),
                null);
        assertThat(linked(Kind.ABSENT, aLookedAfterChild(), now, concerned).path)
                .isNotNull();
    }

    @Test
    void an_unlinked_notification_takes_its_episode_back_with_every_clock() {
        var child = aLookedAfterChild();
        var now = clock.instant();
        var opened = linked(Kind.MISSING, child, now.minusSeconds(600), nothing());
        unlink(opened.notification, child);
        assertThat(stage(opened.episode())).isEqualTo("void");
        assertThat(timescale(opened.episode(), "director-notified").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void an_unlinked_found_report_leaves_the_child_missing_with_the_clocks_that_then_run() {
        var child = aLookedAfterChild();
        var now = clock.instant();
        var episode =
                linked(Kind.MISSING, child, now.minusSeconds(6000), nothing()).episode();
        var found = linked(Kind.FOUND, child, now.minusSeconds(60), found(now.minusSeconds(60), "Placement"));
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.CANCELLED);
        unlink(found.notification, child);
        assertThat(stage(episode)).isEqualTo("open");
        assertThat(timescale(episode, "director-notified").state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> {
                    var interview = timescale(episode, "return-interview");
                    if (!interview.state().open()) throw new AssertionError("ended");
                })
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void an_unlinked_late_missing_report_takes_back_the_beginning_that_it_gave_the_absence() {
        var child = aLookedAfterChild();
        var back = clock.instant().minus(Duration.ofDays(1));
        var since = back.minus(Duration.ofDays(3));
        var episode = linked(Kind.FOUND, child, back, found(back, "Placement")).episode();
        var late = linked(Kind.MISSING, child, since, nothing());
        assertThat(late.episode()).isEqualTo(episode);
        assertThat(missingSince(episode)).isCloseTo(since, within(1, ChronoUnit.SECONDS));
        unlink(late.notification, child);
        assertThat(stage(episode)).isEqualTo("returned");
        assertThat(missingSince(episode)).isCloseTo(back, within(1, ChronoUnit.SECONDS));
    }

    @Test
    void a_time_that_a_person_corrected_stays_when_the_late_missing_report_is_unlinked() {
        var child = aLookedAfterChild();
        var back = clock.instant().minus(Duration.ofDays(1));
        var since = back.minus(Duration.ofDays(3));
        var episode = linked(Kind.FOUND, child, back, found(back, "Placement")).episode();
        var late = linked(Kind.MISSING, child, since, nothing());
        var corrected = since.plus(Duration.ofHours(5));
        does(
                "hub-worker",
                () -> episodes.correct(episode, Episode.Time.MISSING_SINCE, corrected, "The home's own log"));
        unlink(late.notification, child);
        assertThat(missingSince(episode)).isCloseTo(corrected, within(1, ChronoUnit.SECONDS));
    }

    @Test
    void what_the_public_reports_joins_the_running_absence_and_an_education_referral_opens_none() {
        var child = aChild();
        var now = clock.instant();
        assertThat(linked(Kind.PUBLIC_REPORT, child, now, nothing()).path).isNull();
        var episode =
                linked(Kind.MISSING, child, now.minusSeconds(600), nothing()).episode();
        assertThat(linked(Kind.PUBLIC_REPORT, child, now, nothing()).episode()).isEqualTo(episode);
        assertThat(linked(Kind.EDUCATION_REFERRAL, child, now, nothing()).path).isNull();
    }

    private Instant missingSince(UUID episode) {
        return database.owner()
                .sql("select missing_since from missing.episode where id = :id")
                .param("id", episode)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private record Linked(
            UUID notification,
            @Nullable String path,
            @Nullable UUID opened) {
        /** The episode it led to. */
        UUID episode() {
            return java.util.Objects.requireNonNull(opened, "no episode was opened");
        }
    }

    private Linked linked(Kind kind, UUID child, Instant at, Said said) {
        var notification = aNotification(kind.code(), child, at);
        var path = as(
                        "hub-worker",
                        () -> java.util.Optional.ofNullable(
                                followUp.linked(incident(notification, kind, child, at, said))))
                .orElse(null);
        return new Linked(
                notification, path, path == null ? null : UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    private void unlink(UUID notification, UUID child) {
        does("hub-worker", () -> followUp.unlinked(notification, child, "Another child of the same name"));
    }
}
