package lantern.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import lantern.intake.IntakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxPagesTest extends IntakeTest {
    private Visitor worker;

    @BeforeEach
    void hubWorker() {
        worker = new Visitor(hub, this::url);
    }

    private String accept(String body) {
        return "/inbox/" + field(post(police, body), "id");
    }

    @Test
    void a_notification_is_found_in_the_inbox_linked_rated_and_answered() {
        var family = family();
        child(family, "Kay", null, false);
        var at = accept(missing(unique(), family, "Kay", null));
        var inbox = worker.open("/inbox?show=identity");
        assertThat(worker.status()).isEqualTo(200);
        assertThat(inbox.select("h1").text()).isEqualTo("Inbox");
        var page = worker.open(at);
        assertThat(page.select("meter")).isNotEmpty();
        assertThat(page.text()).contains("Who is this?", "This is the child", family);
        page = worker.submit(at + "/link", Map.of());
        assertThat(page.text()).contains("The notification was linked", "Rate it", "Go on with the missing episode");
        page = worker.submit(at + "/triage", Map.of("rating", "red", "ratingReason", ""));
        assertThat(page.text()).contains("There is a problem", "Enter the reason for the rating");
        page = worker.submit(at + "/triage", Map.of("rating", "red", "ratingReason", "No contact since noon"));
        assertThat(page.text())
                .contains("The rating was saved", "Red", "No contact since noon", "Strategy meeting (Red)");
        page = worker.submit(
                at + "/responses",
                Map.of("response", "strategy-meeting", "responseWords", "Hub, police and school met"));
        assertThat(page.text()).contains("A strategy meeting was held", "Met on time");
        page = worker.submit(at + "/feedback", Map.of("feedback", "Thank you: a strategy meeting was held"));
        assertThat(page.text()).contains("Answered the referrer");
        assertThat(get(police, "/api/v1/notifications/" + at.substring(7)).body())
                .contains("Thank you: a strategy meeting was held", "\"state\":\"triaged\"");
        page = worker.submit(at + "/unlinking", Map.of("unlinkReason", "Another child of that name"));
        assertThat(page.text()).contains("Who is this?", "Unlinked from the child", "Another child of that name");
    }

    @Test
    void a_child_nobody_knew_is_added_from_what_the_notification_said() {
        var family = family();
        var at = accept(missing(unique(), family, "Lu", "N-" + family));
        worker.open(at + "/child/new");
        assertThat(worker.page().select("#familyName").val()).isEqualTo(family);
        assertThat(worker.page().select("#born-year").val()).isEqualTo("2012");
        var page = worker.submit(at + "/child", Map.of("sex", "female"));
        assertThat(page.text()).contains("The child was added to the register and linked", family);
        assertThat(count("children.identifier where value = 'N-" + family + "'"))
                .isEqualTo(1);
    }

    @Test
    void parking_asks_why_and_taking_no_action_too() {
        var at = accept(missing(unique(), family(), "Max", null));
        worker.open(at);
        var page = worker.submit(at + "/parking", Map.of("parkReason", ""));
        assertThat(page.text()).contains("Enter what it waits for");
        worker.submit(at + "/parking", Map.of("parkReason", "Police check the name"));
        assertThat(worker.open("/inbox?show=parked").text()).contains("Police check the name");
        worker.open(at);
        page = worker.submit(at + "/triage", Map.of("rating", "no-action", "ratingReason", "Sent for a drill"));
        assertThat(page.text()).as(page.location() + worker.status()).contains("No further action", "Sent for a drill");
    }

    @Test
    void an_abduction_says_phone_the_police_before_any_form() {
        var at = accept(notification(
                "missing",
                unique(),
                family(),
                "Ned",
                null,
                ", \"missing\": {\"circumstances\": \"Abducted by a stranger\"}"));
        var page = worker.open(at).select("main").text();
        assertThat(page.indexOf("999")).isPositive().isLessThan(page.indexOf("Who is this?"));
    }

    @Test
    void a_phone_call_is_recorded_on_one_form_and_what_is_wrong_is_said_with_everything_kept() {
        var family = family();
        assertThat(worker.open("/notifications/new?asked=true").text()).contains("Choose what it is about");
        assertThat(worker.open("/notifications/new?kind=found").text())
                .contains("Found where")
                .doesNotContain("Last seen");
        worker.open("/notifications/new?kind=missing");
        assertThat(worker.page().text()).contains("Last seen where").doesNotContain("Found where");
        var page = worker.submit(
                "/notifications",
                Map.of(
                        "how",
                        "phone",
                        "familyName",
                        "",
                        "givenNames",
                        "Opal",
                        "born-day",
                        "31",
                        "born-month",
                        "2",
                        "born-year",
                        "2012"));
        assertThat(page.text()).contains("There is a problem", "Enter a real date");
        assertThat(page.select("#givenNames").val()).isEqualTo("Opal");
        page = worker.submit("/notifications", Map.of("familyName", "", "born-day", "1"));
        assertThat(page.text()).contains("Enter the family name").doesNotContain("Send this field");
        page = worker.submit(
                "/notifications",
                Map.of("familyName", family, "lastSeenTime", "00:01", "circumstances", "Left for the shop"));
        assertThat(page.text())
                .contains("The notification was recorded", family, "Left for the shop", "after a phone call");
    }

    @Test
    void what_could_not_be_read_is_completed_by_hand_for_the_agency_that_sent_it() {
        // Where no other test leaves messages that cannot be read: the list shows the oldest hundred.
        var police = region.token("larkwater/police", "notifications:write");
        var worker = new Visitor(region.session("larkwater", "hub-worker"), this::url);
        var family = family();
        var id = field(
                post(
                        police,
                        "{\"kind\": \"missing\", \"child\": {\"familyName\": \"%s\"}, \"nonsense\": 1}"
                                .formatted(family)),
                "quarantineId");
        assertThat(worker.open("/inbox/quarantine").text()).contains("nonsense");
        assertThat(worker.open("/inbox/quarantine/" + id).text())
                .contains(family, "The sender's own reference", "Enter when it was reported");
        worker.open("/notifications/new?quarantine=" + id);
        assertThat(worker.page().select("#familyName").val()).isEqualTo(family);
        worker.submit("/notifications?quarantine=" + id, Map.of());
        assertThat(owner(
                        "select a.code from intake.quarantine q join intake.notification n on n.id = q.completed_as join access.agency a on a.id = n.agency_id where q.id = '"
                                + id + "'"))
                .isEqualTo("police");
        var junk = field(post(police, "{" + unique()), "quarantineId");
        worker.open("/inbox/quarantine/" + junk);
        assertThat(worker.submit(
                                "/inbox/quarantine/" + junk + "/setting-aside",
                                Map.of("reason", "A test of the sender"))
                        .text())
                .contains("The message was set aside");
    }

    @Test
    void the_allocated_worker_reads_it_on_their_own_page_and_others_see_nothing() {
        var family = family();
        child(family, "Pia", "N-" + family, true);
        var id = field(post(police, missing(unique(), family, "Pia", "N-" + family)), "id");
        var allocated = new Visitor(region.session("merrowdale", "social-worker"), this::url);
        assertThat(allocated.open("/notifications/" + id).text()).contains("You have been told", family);
        allocated.submit("/notifications/" + id + "/reading", Map.of());
        assertThat(allocated.page().text()).contains("The allocated worker was told");
        var other = new Visitor(region.session("merrowdale", "social-worker-south"), this::url);
        other.open("/notifications/" + id);
        assertThat(other.status()).isEqualTo(404);
        other.open("/inbox");
        assertThat(other.status()).isEqualTo(403);
        var elsewhere = new Visitor(region.session("larkwater", "hub-worker"), this::url);
        assertThat(elsewhere.open("/inbox/" + id).text()).doesNotContain(family);
        assertThat(elsewhere.status()).isEqualTo(404);
        elsewhere.open("/inbox/" + UUID.randomUUID());
        assertThat(elsewhere.status()).isEqualTo(404);
    }

    @Test
    void the_hubs_own_system_takes_a_notification_from_the_inbox_to_a_held_meeting() {
        var family = family();
        var child = child(family, "Tom", null, false);
        var id = field(post(police, missing(unique(), family, "Tom", null)), "id");
        var system = region.token("merrowdale/children", "inbox:write", "timescales:read");
        assertThat(get(system, "/api/v1/inbox?waitsFor=identity").body()).contains("\"counts\"");
        assertThat(get(system, "/api/v1/inbox/" + id).body()).contains("\"candidates\"", child.toString());
        assertThat(change(system, id, "link", "{}").statusCode()).isEqualTo(422);
        assertThat(change(system, id, "link", "{\"child\": \"%s\"}".formatted(child))
                        .body())
                .contains("\"followUp\"");
        assertThat(change(system, id, "triage", "{\"rating\": \"red\", \"reason\": \"No contact\"}")
                        .body())
                .contains("red-strategy-meeting", "\"running\"");
        assertThat(change(system, id, "responses", "{\"response\": \"strategy-meeting\", \"words\": \"Held\"}")
                        .body())
                .contains("\"met-on-time\"");
        assertThat(change(police, id, "triage", "{}").statusCode()).isEqualTo(403);
        assertThat(change(system, id, "triage", "{\"rating\": \"red\\u0000\", \"reason\": 1, \"x\": 1}")
                        .body())
                .contains("\"rating\"", "\"reason\"", "\"x\"");
    }

    private java.net.http.HttpResponse<String> change(String token, String id, String what, String body) {
        return send(
                token,
                "POST",
                "/api/v1/inbox/" + id + "/" + what,
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "application/json");
    }

    @Test
    void control_characters_in_a_form_are_refused_and_nothing_breaks() {
        var at = accept(missing(unique(), family(), "Una", null));
        worker.open(at);
        worker.submit(at + "/parking", Map.of("parkReason", "a\u0000b"));
        assertThat(worker.status()).isEqualTo(200);
        assertThat(worker.page().text()).contains("control character");
    }
}
