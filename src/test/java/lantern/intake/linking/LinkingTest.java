package lantern.intake.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import lantern.intake.IntakeTest;
import lantern.intake.triage.Rating;
import lantern.intake.triage.Response;
import lantern.intake.triage.Triage;
import lantern.platform.Refused;
import lantern.timescales.State;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LinkingTest extends IntakeTest {
    @Autowired
    Triage triage;

    @Autowired
    Timescales timescales;

    private UUID accept(String body) {
        return UUID.fromString(field(post(police, body), "id"));
    }

    private static String state(UUID notification) {
        return owner("select state from intake.notification where id = '" + notification + "'");
    }

    private State clock(UUID notification, String standard) {
        return as(
                hub,
                actor -> timescales.of(Subject.notification(notification)).stream()
                        .filter(each -> each.standard().equals(standard))
                        .map(Timescale::state)
                        .findFirst()
                        .orElse(null));
    }

    private <T> void hubDoes(Work<T> work) {
        as(hub, work);
    }

    @Test
    void a_certain_match_is_linked_by_itself_and_opens_an_episode() {
        var family = family();
        var child = child(family, "Ada", "N-" + family, true);
        var notification = accept(missing(unique(), family, "Ada", "N-" + family));
        assertThat(state(notification)).isEqualTo("triaged");
        assertThat(count("missing.episode where child_id = '" + child + "'")).isEqualTo(1);
        assertThat(owner("select rating from intake.triage where notification_id = '" + notification + "'"))
                .isEqualTo("worker-told");
        for (var act : new String[] {"notification.received", "notification.linked"})
            assertThat(count("audit.entry where act = '%s' and subject_id = '%s'".formatted(act, notification)))
                    .isEqualTo(1);
        assertThat(clock(notification, "notify-worker")).isEqualTo(State.RUNNING);
        assertThat(clock(notification, "red-strategy-meeting")).isNull();
    }

    @Test
    void a_child_without_an_allocated_worker_needs_a_rating_and_red_starts_its_clock() {
        var family = family();
        child(family, "Bea", "N-" + family, false);
        var notification = accept(missing(unique(), family, "Bea", "N-" + family));
        assertThat(state(notification)).isEqualTo("linked");
        hubDoes(actor -> {
            triage.rate(notification, Rating.RED, "First absence, no contact", actor);
            return null;
        });
        assertThat(clock(notification, "red-strategy-meeting")).isEqualTo(State.RUNNING);
        assertThat(clock(notification, "triage-notification")).isEqualTo(State.MET_ON_TIME);
        hubDoes(actor -> {
            triage.rate(notification, Rating.AMBER, "Seen by a neighbour", actor);
            return null;
        });
        assertThat(clock(notification, "red-strategy-meeting")).isEqualTo(State.CANCELLED);
        assertThat(clock(notification, "amber-discussion")).isEqualTo(State.RUNNING);
        assertThat(count("intake.triage where notification_id = '" + notification + "'"))
                .isEqualTo(2);
        hubDoes(actor -> {
            triage.respond(notification, Response.DISCUSSION, now(), "Police, school and hub", actor);
            return null;
        });
        assertThat(clock(notification, "amber-discussion")).isEqualTo(State.MET_ON_TIME);
    }

    @Test
    void a_name_alone_is_never_linked_by_itself_and_a_person_chooses() {
        var family = family();
        var child = child(family, "Cleo", null, false);
        var notification = accept(missing(unique(), family, "Cleo", null));
        assertThat(state(notification)).isEqualTo("received");
        assertThat(clock(notification, "triage-notification")).isEqualTo(State.RUNNING);
        hubDoes(actor -> {
            decisions.link(notification, child, actor);
            return null;
        });
        assertThat(state(notification)).isEqualTo("linked");
        assertThat(owner("select how from intake.link where notification_id = '" + notification + "'"))
                .isEqualTo("chosen");
        assertThatThrownBy(() -> hubDoes(actor -> {
                    decisions.link(notification, child, actor);
                    return null;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_found_report_that_comes_first_waits_and_pairs_with_its_missing_report() {
        var family = family();
        var child = child(family, "Dot", "N-" + family, true);
        var foundAt = now().minusSeconds(60);
        var found = accept(notification(
                "found",
                unique(),
                family,
                "Dot",
                "N-" + family,
                ", \"found\": {\"foundAt\": \"%s\", \"returnedTo\": \"Home\"}".formatted(foundAt)));
        assertThat(state(found)).isEqualTo("linked");
        assertThat(count("missing.episode where child_id = '" + child + "'")).isZero();
        var missing = accept(missing(unique(), family, "Dot", "N-" + family));
        assertThat(state(missing)).isEqualTo("triaged");
        assertThat(state(found)).isEqualTo("paired");
        assertThat(owner("select stage from missing.episode where child_id = '" + child + "'"))
                .isEqualTo("returned");
    }

    @Test
    void reports_about_an_unknown_child_pair_by_the_police_reference_when_one_is_linked() {
        var family = family();
        var reference = "P-" + family;
        var police1 = ", \"missing\": {\"policeReference\": \"%s\"}".formatted(reference);
        var foundNow = ", \"found\": {\"foundAt\": \"%s\"}".formatted(now()) + police1;
        var found = accept(notification("found", unique(), family, "Eve", null, foundNow));
        var sibling = accept(notification("found", unique(), family, "Finn", null, foundNow));
        var missing = accept(notification("missing", unique(), family, "Eve", null, police1));
        var child = child(family, "Eve", null, false);
        hubDoes(actor -> {
            decisions.link(missing, child, actor);
            return null;
        });
        assertThat(state(found)).isEqualTo("paired");
        assertThat(state(sibling))
                .as("a brother with the same police number is another child")
                .isEqualTo("received");
    }

    @Test
    void a_found_report_without_a_missing_report_opens_an_ended_episode_after_review() {
        var family = family();
        var child = child(family, "Gus", "N-" + family, true);
        var found = accept(notification("found", unique(), family, "Gus", "N-" + family, ""));
        hubDoes(actor -> {
            decisions.openEndedEpisode(found, actor);
            return null;
        });
        assertThat(state(found)).isEqualTo("paired");
        assertThat(count("missing.episode where child_id = '" + child + "' and located_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void police_absence_is_intelligence_only() {
        var family = family();
        child(family, "Hal", "N-" + family, true);
        var absent = accept(notification("absent", unique(), family, "Hal", "N-" + family, ""));
        assertThat(state(absent)).isEqualTo("triaged");
        assertThat(owner("select rating from intake.triage where notification_id = '" + absent + "'"))
                .isEqualTo("intelligence-only");
        assertThat(clock(absent, "triage-notification")).isNull();
    }

    @Test
    void unlinking_puts_everything_back() {
        var family = family();
        var child = child(family, "Ida", "N-" + family, false);
        var notification = accept(missing(unique(), family, "Ida", "N-" + family));
        hubDoes(actor -> {
            triage.rate(notification, Rating.RED, "No contact", actor);
            return null;
        });
        hubDoes(actor -> {
            decisions.unlink(notification, "It is her cousin", actor);
            return null;
        });
        assertThat(state(notification)).isEqualTo("received");
        assertThat(clock(notification, "red-strategy-meeting")).isNotIn(State.RUNNING, State.DUE_SOON);
        assertThat(clock(notification, "triage-notification")).isEqualTo(State.RUNNING);
        assertThat(count("missing.v_episode where child_id = '" + child + "' and stage <> 'closed'"))
                .isZero();
        assertThat(count("access.involvement where subject_id = '" + notification + "' and ends_at is null"))
                .isZero();
        var other = child(family, "Ina", null, false);
        hubDoes(actor -> {
            decisions.link(notification, other, actor);
            return null;
        });
        assertThat(state(notification)).isEqualTo("linked");
        assertThat(count("intake.link where notification_id = '" + notification + "'"))
                .isEqualTo(2);
    }

    @Test
    void another_authority_sees_nothing_of_it() {
        var notification = accept(missing(unique(), family(), "Jo", null));
        var other = region.session("larkwater", "hub-worker");
        assertThatThrownBy(() -> as(other, actor -> {
                    decisions.park(notification, "Mine now", actor);
                    return null;
                }))
                .isInstanceOf(Refused.class)
                .extracting("status")
                .isEqualTo(404);
    }
}
