package lantern.children.restricted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import lantern.children.record.PagesTest;
import org.junit.jupiter.api.Test;

class RestrictedRecordsTest extends PagesTest {
    @Test
    void a_restricted_child_is_nowhere_for_those_not_named_and_back_when_it_is_lifted() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var manager = region.session("merrowdale", "hub-manager");
        var child = add(hub, Map.of("familyName", "Closedaway", "givenNames", "Ada", "sex", "female"));
        submit(manager, child + "/restriction", 0, Map.of("reason", "A relative works in the hub"));

        assertThat(page(manager, child).text()).contains("Restricted to 1 person");
        for (var role : new String[] {"hub-worker", "head-of-service", "duty-worker", "governance-lead"}) {
            var other = region.session("merrowdale", role);
            assertThat(get(other, child).statusCode()).as(role).isEqualTo(404);
            var search = page(other, "/children?q=Ada+Closedaway");
            assertThat(search.select("table")).as(role).isEmpty();
            assertThat(search.text())
                    .as(role)
                    .contains("A record you cannot see may match: contact the hub manager")
                    .doesNotContain("Ada Closedaway");
        }
        assertThat(api("merrowdale/children", "/api/v1" + child, "inbox:write").statusCode())
                .isEqualTo(404);

        submit(manager, child + "/restriction/lifting", 0, Map.of("because", "The relative has left"));
        assertThat(page(hub, child).text()).contains("Ada Closedaway").doesNotContain("Restricted");
        assertThat(acts(child)).contains("restriction.started", "restriction.lifted");
    }

    @Test
    void whoever_is_named_sees_the_child_as_far_as_they_would_without_it() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var manager = region.session("merrowdale", "hub-manager");
        var child = add(hub, Map.of("familyName", "Namedfor", "givenNames", "Ada", "sex", "female"));
        submit(
                manager,
                child + "/restriction",
                0,
                Map.of(
                        "reason",
                        "A relative works in the hub",
                        "people",
                        region.person("merrowdale", "hub-worker").toString()));
        assertThat(page(hub, child).text()).contains("Restricted to 2 people");
        assertThat(page(manager, child + "/access").text())
                .contains("Pat hub-worker", "The record is restricted, and they are named")
                .contains("Their role or agreement reaches every child: 2");
        var lead = region.person("merrowdale", "governance-lead");
        assertThat(page(manager, child + "/access?person=" + lead).text())
                .contains(
                        "Pat governance-lead cannot see this child",
                        "The record is restricted, and they are not named");
        submit(manager, child + "/restriction", 0, Map.of());
        assertThat(get(hub, child).statusCode()).isEqualTo(404);
    }

    @Test
    void a_restriction_that_nobody_of_the_hub_could_see_past_is_refused() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Unwatched", "givenNames", "Ada", "sex", "female"));
        var head = region.session("merrowdale", "head-of-service");
        submit(head, child + "/restriction", 0, Map.of("reason", "A relative works here"));
        assertThat(page(head, child + "/restriction").text()).contains("Choose at least one person of the hub");
        assertThat(page(hub, child).text()).contains("Ada Unwatched");
    }

    @Test
    void lantern_itself_still_links_a_notification_and_starts_the_clocks() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var manager = region.session("merrowdale", "hub-manager");
        var child = add(
                hub,
                Map.of(
                        "familyName", "Stillsought",
                        "givenNames", "Marigold",
                        "sex", "female",
                        "born-day", "9",
                        "born-month", "4",
                        "born-year", "2011",
                        "nhs-number", "998 127 7096"));
        submit(manager, child + "/restriction", 0, Map.of("reason", "A relative works in the hub"));
        var id = UUID.fromString(child.substring("/children/".length()));
        var sent = send("merrowdale/police", """
                {"source":"niche","sourceReference":"restricted-1","kind":"missing","reportedAt":"2026-03-04T10:00:00Z",
                 "child":{"familyName":"Stillsought","givenNames":"Marigold","dateOfBirth":"2011-04-09",
                  "identifiers":{"nhsNumber":"9981277096"}},
                 "missing":{"lastSeenAt":"2026-03-04T08:00:00Z"}}
                """);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        var clocks = database.superuser()
                .sql("select count(*) from timescales.timescale where child_id = :child and met_at is null")
                .param("child", id)
                .query(Long.class)
                .single();
        assertThat(clocks).isPositive();
        assertThat(page(hub, "/inbox").text()).doesNotContain("Stillsought");
        assertThat(page(hub, "/timescales?whose=all").text()).doesNotContain("Stillsought");
        assertThat(page(hub, "/missing").text()).doesNotContain("Stillsought");
        assertThat(page(manager, "/missing").text()).contains("Stillsought");
    }

    private static java.util.List<String> acts(String child) {
        return database.superuser()
                .sql("select act from audit.entry where child_id = :child")
                .param("child", UUID.fromString(child.substring("/children/".length())))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
