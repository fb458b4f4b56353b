package lantern.children.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What changes on a record after it was added: where the child lives, who owns a flag, how long the chronology becomes. */
class AddressesAndOwnersTest extends PagesTest {
    @Test
    void an_address_is_added_and_ended_and_the_page_and_the_ledger_tell_it() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(
                hub,
                Map.of("familyName", "Movesabout", "givenNames", "Ada", "sex", "female", "address", "1 First Street"));
        submit(
                hub,
                child + "/addresses",
                0,
                Map.of(
                        "kind",
                        "home",
                        "lines",
                        "2 Second Street\nHarbour",
                        "postcode",
                        "m11ae",
                        "startsOn-day",
                        "9",
                        "startsOn-month",
                        "4",
                        "startsOn-year",
                        "2024"));
        var end = java.util.Objects.requireNonNull(
                        page(hub, child + "/addresses").select("a[href$=/end]").last())
                .attr("href");
        submit(hub, end, 0, Map.of("endsOn-day", "1", "endsOn-month", "5", "endsOn-year", "2024"));

        assertThat(page(hub, child).select("#contact + dl").text())
                .contains("2 Second Street, Harbour, M1 1AE, from Tue 9 Apr 2024")
                .contains("Earlier address 1 First Street, until Wed 1 May 2024");
        assertThat(acts(child)).contains("address.added", "address.ended");
        assertThat(get(hub, end).statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_with_mistakes_comes_back_with_what_was_typed() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Mistyped", "givenNames", "Ada", "sex", "female"));
        submit(hub, child + "/addresses", 0, Map.of("kind", "home", "postcode", "", "lines", ""));
        assertThat(page(hub, child + "/addresses")
                        .select(".govuk-error-summary")
                        .text())
                .contains("Enter the address, or at least its postcode");
        submit(
                hub,
                child + "/addresses",
                0,
                Map.of(
                        "kind",
                        "other",
                        "lines",
                        "Kept Lane",
                        "endsOn-day",
                        "1",
                        "endsOn-month",
                        "1",
                        "endsOn-year",
                        "2090"));
        var page = page(hub, child + "/addresses");
        assertThat(page.select(".govuk-error-summary").text()).contains("Leave the last day empty");
        assertThat(page.select("#lines").text()).isEqualTo("Kept Lane");
    }

    @Test
    void who_may_only_read_a_record_reads_the_addresses_and_adds_none() throws Exception {
        var child = add(
                region.session("merrowdale", "hub-worker"),
                Map.of("familyName", "Readonly", "givenNames", "Ada", "sex", "female"));
        var director = region.session("merrowdale", "executive-director");
        assertThat(page(director, child + "/addresses").select("main form")).isEmpty();
        assertThat(page(director, child).select("a[href$=/addresses]").text())
                .contains("History")
                .doesNotContain("Change");
        var id = UUID.randomUUID();
        for (var noun : java.util.List.of("correction", "end", "withdrawal"))
            assertThat(get(director, child + "/addresses/" + id + "/" + noun).statusCode())
                    .isEqualTo(403);
    }

    @Test
    void a_flag_is_given_to_one_of_those_who_may_write_the_record() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Flagowned", "givenNames", "Ada", "sex", "female"));
        var manager = region.person("merrowdale", "hub-manager");
        var asked = page(hub, child + "/flags");
        assertThat(asked.select("#owner option[selected]").val())
                .isEqualTo(region.person("merrowdale", "hub-worker").toString());
        assertThat(asked.select("#owner option").eachText())
                .as("who only reads, or does not work with the child, cannot own a flag")
                .noneMatch(each -> each.contains("Executive Director") || each.contains("social-worker"));
        submit(hub, child + "/flags", 0, flag(manager));
        assertThat(page(hub, child).select(".lantern-flags").text()).contains("Owner Pat hub-manager");

        submit(hub, child + "/flags", 0, flag(region.person("larkwater", "hub-manager")));
        assertThat(page(hub, child + "/flags").select(".govuk-error-summary").text())
                .contains("Choose an owner from the list");
    }

    @Test
    void a_long_chronology_shows_its_newest_and_then_all() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Longlived", "givenNames", "Ada", "sex", "female"));
        for (var i = 0; i < 24; i++) submit(hub, child + "/flags", 0, flag(region.person("merrowdale", "hub-worker")));
        var page = page(hub, child);
        assertThat(page.select("#chronology + p").text()).startsWith("Showing the newest 20 events");
        assertThat(page.select(".lantern-event").not(".lantern-print-only")).hasSize(20);
        assertThat(page.select(".lantern-event")).as("on paper").hasSize(25);
        var all = page.select("a[href*=show=all]");
        assertThat(all.text()).isEqualTo("Show all 25 events");
        assertThat(page(hub, all.attr("href").replaceAll("#.*", ""))
                        .select(".lantern-event")
                        .not(".lantern-print-only"))
                .hasSize(25);
    }

    private static Map<String, String> flag(UUID owner) {
        return Map.of("text", "Ask for the aunt first", "owner", owner.toString());
    }

    private static java.util.List<String> acts(String child) {
        return database.superuser()
                .sql("select act from audit.entry where child_id = :child")
                .param("child", UUID.fromString(child.substring("/children/".length())))
                .query((row, n) -> row.getString("act"))
                .list();
    }
}
