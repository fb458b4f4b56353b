package lantern.children.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import org.junit.jupiter.api.Test;

/** The pages about one child, over HTTP, as the hub adds them and others see them. */
class ChildPagesTest extends PagesTest {
    @Test
    void a_child_is_added_given_a_status_a_placement_a_worker_and_a_flag_and_the_page_tells_it_all() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(
                hub,
                Map.of(
                        "familyName",
                        "O’Brien-Ali",
                        "givenNames",
                        "Zoë",
                        "born-day",
                        "9",
                        "born-month",
                        "4",
                        "born-year",
                        "2011",
                        "sex",
                        "female",
                        "nhs-number",
                        "943 476 5918",
                        "address",
                        "1 Mill Lane",
                        "postcode",
                        "m11ae"));
        submit(
                hub,
                child + "/legal-statuses",
                0,
                Map.of("code", "C2", "startsOn-day", "1", "startsOn-month", "2", "startsOn-year", "2024"));
        submit(
                hub,
                child + "/placements",
                0,
                Map.of(
                        "name",
                        "Alder House",
                        "typeCode",
                        "K2",
                        "address",
                        "7 Hidden Road",
                        "postcode",
                        "M2 2BB",
                        "startsOn-day",
                        "1",
                        "startsOn-month",
                        "2",
                        "startsOn-year",
                        "2024"));
        submit(
                hub,
                child + "/allocation",
                0,
                Map.of("worker", region.person("merrowdale", "social-worker").toString()));
        submit(hub, child + "/flags", 0, Map.of("text", "Ask for the aunt first"));

        var page = page(hub, child);
        assertThat(page.select(".lantern-identity").text())
                .contains("Zoë O’Brien-Ali", "9 Apr 2011", "Looked after, open", "Pat social-worker");
        assertThat(page.select(".lantern-now").text()).contains("Nothing is open");
        assertThat(page.select(".lantern-flags").text())
                .contains("Ask for the aunt first")
                .doesNotContain("Overdue");
        assertThat(page.text())
                .contains(
                        "943 476 5918",
                        "Check digit wrong",
                        "1 Mill Lane, M1 1AE",
                        "Full care order (C2)",
                        "Alder House",
                        "7 Hidden Road, M2 2BB");
        assertThat(page.select(".lantern-event__what").eachText().toString())
                .contains(
                        "Flag raised",
                        "Worker allocated",
                        "Placement started",
                        "Legal status started",
                        "Added to the register");
        assertThat(page.select("#chronology + p").text()).startsWith("Showing 5 events over 2 years");
        assertThat(page.title()).doesNotContain("Brien");
    }

    @Test
    void a_form_with_mistakes_comes_back_with_what_was_typed() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var answer = submit(
                hub,
                "/children/new",
                0,
                Map.of("givenNames", "Kept", "born-day", "31", "born-month", "2", "born-year", "2011", "sex", "male"));
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/children/new"));
        var page = page(hub, "/children/new");
        assertThat(page.select(".govuk-error-summary").text())
                .contains("Enter the child's family name", "Enter a real date");
        assertThat(page.select("#givenNames").val()).isEqualTo("Kept");
    }

    @Test
    void a_child_who_may_be_on_the_register_is_not_added_twice_unawares() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var fields = Map.of(
                "familyName",
                "Twice",
                "givenNames",
                "Ada",
                "sex",
                "female",
                "born-day",
                "9",
                "born-month",
                "4",
                "born-year",
                "2011");
        add(hub, fields);
        submit(hub, "/children/new", 0, fields);
        assertThat(page(hub, "/children/new").select(".govuk-error-summary").text())
                .contains("on the register already");
        var again = new LinkedHashMap<>(fields);
        again.put("searched", "yes");
        add(hub, again);
    }

    @Test
    void a_flag_is_looked_at_again_in_three_months_and_kept_or_removed_with_its_reason() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Flagged", "givenNames", "Ada", "sex", "female"));
        submit(hub, child + "/flags", 0, Map.of("text", "Dog at the address"));
        var due = London.day(London.date(clock.instant()).plusMonths(3));
        assertThat(page(hub, child).select(".lantern-flags").text()).contains("next review " + due);
        assertThat(clocks(child)).containsExactly("running");

        var review = page(hub, child + "/flags").select("a[href$=/review]").attr("href");
        submit(hub, review, 0, Map.of("decision", "remove"));
        assertThat(page(hub, review).select(".govuk-error-summary").text())
                .contains("Say why the flag is no longer needed");
        submit(hub, review, 0, Map.of("decision", "keep"));
        assertThat(clocks(child)).containsExactly("met", "running");
        var flag = review.replaceAll(".*/flags/([^/]+)/review", "$1");
        assertThat(get(hub, "/children/flags/" + flag).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(child + "/flags"));
        assertThat(get(region.session("larkwater", "hub-worker"), "/children/flags/" + flag)
                        .statusCode())
                .isEqualTo(404);

        submit(hub, review, 0, Map.of("decision", "remove", "because", "The dog has gone"));
        assertThat(clocks(child)).containsExactly("met", "met");
        assertThat(page(hub, child).select(".lantern-flags")).isEmpty();
        assertThat(page(hub, child + "/flags").select("#removed + table").text())
                .contains("Dog at the address", "The dog has gone", "Pat hub-worker");
    }

    /** The flag's clocks, oldest first, and whom they belong to: its owner. */
    private static List<String> clocks(String child) {
        var sql = """
                select case when met_at is null then 'running' else 'met' end as state, owner_person from timescales.timescale
                where child_id = :child and subject_kind = 'flag' order by starts_at
                """;
        return database.superuser()
                .sql(sql)
                .param("child", UUID.fromString(child.substring("/children/".length())))
                .query((row, n) -> {
                    assertThat(row.getObject("owner_person", UUID.class))
                            .isEqualTo(region.person("merrowdale", "hub-worker"));
                    return row.getString("state");
                })
                .list();
    }
}
