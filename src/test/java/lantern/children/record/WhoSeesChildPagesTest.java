package lantern.children.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Who sees a child, a part of the record, or only that there is something to see. */
class WhoSeesChildPagesTest extends PagesTest {
    @Test
    void a_reader_who_does_not_arrange_placements_is_told_that_the_address_is_withheld() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Withheld", "givenNames", "Ada", "sex", "female"));
        submit(
                hub,
                child + "/placements",
                0,
                Map.of(
                        "name",
                        "Birch House",
                        "typeCode",
                        "K2",
                        "address",
                        "9 Secret Street",
                        "startsOn-day",
                        "1",
                        "startsOn-month",
                        "2",
                        "startsOn-year",
                        "2024"));
        var page = page(region.session("merrowdale", "executive-director"), child);
        assertThat(page.text())
                .contains("Birch House", "Placement address", "Withheld. Ask")
                .doesNotContain("9 Secret Street");
        var answer = api("merrowdale/children", "/api/v1" + child, "children:read");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    }

    @Test
    void a_machine_of_an_agency_that_works_with_the_child_reads_sections_and_what_is_hidden() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(
                hub, Map.of("familyName", "Machine", "givenNames", "Ada", "sex", "female", "phone", "07700 900999"));
        submit(
                hub,
                child + "/placements",
                0,
                Map.of(
                        "name",
                        "Cedar House",
                        "typeCode",
                        "K2",
                        "address",
                        "9 Secret Street",
                        "startsOn-day",
                        "1",
                        "startsOn-month",
                        "2",
                        "startsOn-year",
                        "2024"));
        involve(child, "merrowdale/police");
        var answer = api("merrowdale/police", "/api/v1" + child, "children:read");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "Cedar House",
                        "\"hidden\":[\"placementAddress\",\"safe-address\",\"interview\",\"assessment\",\"intelligence\",\"health\",\"education\"]")
                .doesNotContain("9 Secret Street");
    }

    @Test
    void a_machine_searches_for_a_purpose_and_is_told_the_reasons() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(
                hub,
                Map.of(
                        "familyName",
                        "Purposely",
                        "givenNames",
                        "Siobhan",
                        "sex",
                        "female",
                        "born-day",
                        "27",
                        "born-month",
                        "8",
                        "born-year",
                        "2012"));
        var search = "/api/v1/children?q=Shivaun+Purposely&dateOfBirth=2012-08-27";
        var without = api("merrowdale/police", search, "children:read");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("\"field\":\"purpose\"");
        var unseen = api("merrowdale/police", search + "&purpose=missing-report", "children:read");
        assertThat(unseen.body()).contains("\"children\":[]", "\"mayMatchUnseen\":1");
        involve(child, "merrowdale/police");
        var seen = api("merrowdale/police", search + "&purpose=missing-report", "children:read");
        assertThat(seen.body())
                .contains("given name close (Shivaun/Siobhan)", "same date of birth", "\"mayMatchUnseen\":0");
    }

    @Test
    void a_search_that_finds_what_the_reader_may_not_see_only_says_so() throws Exception {
        add(
                region.session("merrowdale", "hub-worker"),
                Map.of("familyName", "Unseenly", "givenNames", "Ada", "sex", "female"));
        var page = page(region.session("merrowdale", "social-worker"), "/children?q=Ada+Unseenly");
        assertThat(page.text()).contains("A record you cannot see may match: contact the hub manager");
        assertThat(page.select("table")).isEmpty();
        var hub = page(region.session("merrowdale", "hub-worker"), "/children?q=Ada+Unseenly");
        assertThat(hub.select("table").text()).contains("Ada Unseenly", "same family name, same given name");
    }

    @Test
    void another_authority_and_nobody_get_the_same_answer_as_for_a_child_who_does_not_exist() throws Exception {
        var child = add(
                region.session("merrowdale", "hub-worker"),
                Map.of("familyName", "Private", "givenNames", "Ada", "sex", "female"));
        var other = region.session("larkwater", "hub-worker");
        var foreign = get(other, child);
        var nobody = get(other, "/children/" + UUID.randomUUID());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(foreign.body()).select("main").text())
                .isEqualTo(Jsoup.parse(nobody.body()).select("main").text());
    }

    @Test
    void who_looked_is_shown_to_the_allocated_worker_and_the_hub_manager_only() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Lookedat", "givenNames", "Ada", "sex", "female"));
        assertThat(page(hub, child).select("a[href$=looks]"))
                .as("a link that would only refuse")
                .isEmpty();
        assertThat(get(hub, child + "/looks").statusCode()).isEqualTo(403);
        assertThat(page(region.session("merrowdale", "hub-manager"), child).select("a[href$=looks]"))
                .hasSize(1);
        assertThat(page(region.session("merrowdale", "hub-manager"), child + "/looks")
                        .select("table")
                        .text())
                .contains("Pat hub-worker", "identity");
        submit(
                hub,
                child + "/allocation",
                0,
                Map.of("worker", region.person("merrowdale", "social-worker").toString()));
        assertThat(page(region.session("merrowdale", "social-worker"), child + "/looks")
                        .text())
                .contains("Pat hub-manager");
    }
}
