package lantern.children.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.children.record.PagesTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Facts of every kind, added, corrected, ended and withdrawn over HTTP, and what stays of them. */
class FactsTest extends PagesTest {
    private String hub = "";

    @org.junit.jupiter.api.BeforeEach
    void theHub() {
        hub = region.session("merrowdale", "hub-worker");
    }

    @Test
    void a_new_name_becomes_the_childs_name_and_the_one_before_an_earlier_name() throws Exception {
        var child = child("Renamed");
        submit(hub, child + "/names", 0, Map.of("kind", "current", "givenNames", "Ada Mae", "familyName", "Newname"));
        var page = page(hub, child);
        assertThat(page.select(".lantern-identity__name").text()).isEqualTo("Ada Mae Newname");
        assertThat(page.select("#identity + dl").text()).contains("Earlier name Ada Renamed");
        assertThat(page.select(".lantern-chronology").text()).contains("Name recorded", "Ada Mae Newname");
        assertThat(page(hub, "/children?q=Ada+Renamed").text()).contains("Ada Mae Newname");
        assertThat(acts(child)).contains("name.added");
    }

    @Test
    void a_correction_keeps_what_it_was_with_who_and_why() throws Exception {
        var child = child("Corrected");
        submit(hub, child + "/phones", 0, Map.of("kind", "mobile", "number", "07700 900111"));
        submit(
                hub,
                link(child + "/phones", "correction"),
                0,
                Map.of("kind", "mobile", "number", "07700 900112", "because", "The mother gave it again"));
        var history = page(hub, child + "/phones");
        assertThat(history.select("table:first-of-type").text()).contains("07700 900112");
        assertThat(history.select("#history + table").text())
                .contains("07700 900111", "Pat hub-worker", "The mother gave it again");
        assertThat(page(hub, child).select("#contact + dl").text())
                .contains("07700 900112")
                .doesNotContain("07700 900111");
        assertThat(acts(child)).contains("phone.added", "phone.corrected");
    }

    @Test
    void what_was_never_so_leaves_the_record_and_stays_to_be_read() throws Exception {
        var child = child("Withdrawn");
        submit(hub, child + "/accounts", 0, Map.of("platform", "Snapchat", "handle", "not_this_child"));
        submit(hub, link(child + "/accounts", "withdrawal"), 0, Map.of("because", "It is a cousin's"));
        var history = page(hub, child + "/accounts");
        assertThat(history.text()).contains("Nothing is recorded");
        assertThat(history.select("#history + table").text())
                .contains("Snapchat, not_this_child", "Withdrawn", "It is a cousin's");
        assertThat(page(hub, child).select(".lantern-chronology").text()).contains("Account withdrawn");
    }

    @Test
    void a_disputed_birth_says_who_says_otherwise() throws Exception {
        var child = child("Disputed");
        var disputed = new HashMap<>(Map.of(
                "birthPrecision",
                "disputed",
                "dateOfBirth-day",
                "9",
                "dateOfBirth-month",
                "4",
                "dateOfBirth-year",
                "2011",
                "because",
                "Age assessment"));
        submit(hub, child + "/birth", 0, disputed);
        assertThat(page(hub, child + "/birth").select(".govuk-error-summary").text())
                .contains("Say who gives another date of birth");
        disputed.put("birthNote", "The child says 2009");
        submit(hub, child + "/birth", 0, disputed);
        assertThat(page(hub, child).select(".lantern-identity").text()).contains("9 Apr 2011", "disputed");
        assertThat(page(hub, child).select("#identity + dl").text()).contains("The child says 2009");
        assertThat(page(hub, child).select(".lantern-chronology").text())
                .contains("Date of birth corrected", "Age assessment");
    }

    @Test
    void brothers_and_sisters_on_the_register_are_typed_once_and_stand_on_both_records() throws Exception {
        var child = child("Eldersib");
        var other = child("Youngersib");
        var reference =
                page(hub, other).select(".lantern-identity__facts").text().replaceAll(".*(C-\\d+).*", "$1");
        submit(hub, child + "/relations", 0, Map.of("relationship", "sibling", "otherChildId", reference));
        assertThat(page(hub, child)
                        .select("#relations + dl a[href=" + other + "]")
                        .text())
                .contains("Youngersib");
        assertThat(page(hub, other)
                        .select("#relations + dl a[href=" + child + "]")
                        .text())
                .contains("Eldersib");
        submit(hub, link(child + "/relations", "withdrawal"), 0, Map.of("because", "Cousins"));
        assertThat(page(hub, other).select("#relations + dl").text()).contains("None recorded");
    }

    @Test
    void a_restriction_of_contact_says_what_restricts_it() throws Exception {
        var child = child("Restrictedcontact");
        var father = new HashMap<>(Map.of(
                "relationship",
                "father",
                "name",
                "Sam Restricted",
                "contact",
                "none",
                "parentalResponsibility",
                "yes"));
        submit(hub, child + "/relations", 0, father);
        assertThat(page(hub, child + "/relations")
                        .select(".govuk-error-summary")
                        .text())
                .contains("Say what restricts the contact");
        father.put("contactNote", "Non-molestation order, May 2026");
        submit(hub, child + "/relations", 0, father);
        assertThat(page(hub, child).select("#relations + dl").text())
                .contains("Sam Restricted", "has parental responsibility", "No contact", "Non-molestation order");
        assertThat(page(hub, child).select(".lantern-chronology").text()).contains("Contact restricted");
    }

    @Test
    void a_corrected_placement_may_not_overlap_with_another() throws Exception {
        var child = child("Overlapping");
        for (var year : List.of("2023", "2024"))
            submit(
                    hub,
                    child + "/placements",
                    0,
                    Map.of(
                            "name",
                            "House of " + year,
                            "typeCode",
                            "K2",
                            "startsOn-day",
                            "1",
                            "startsOn-month",
                            "2",
                            "startsOn-year",
                            year));
        var latest = link(child + "/placements", "correction");
        var early = new HashMap<>(Map.of(
                "name",
                "House of 2024",
                "typeCode",
                "K2",
                "startsOn-day",
                "1",
                "startsOn-month",
                "5",
                "startsOn-year",
                "2023",
                "because",
                "The record of the home"));
        submit(hub, latest, 0, early);
        assertThat(page(hub, latest).select(".govuk-error-summary").text()).contains("Another is recorded from");
        early.put("startsOn-year", "2025");
        submit(hub, latest, 0, early);
        assertThat(page(hub, child + "/placements").text()).contains("Thu 1 May 2025", "The record of the home");
    }

    @Test
    void a_safe_address_and_health_are_kept_from_who_may_not_write_the_record() throws Exception {
        var child = child("Kept");
        submit(hub, child + "/safe-addresses", 0, Map.of("lines", "3 Refuge Way", "whoMayKnow", "The manager"));
        var director = region.session("merrowdale", "executive-director");
        assertThat(page(hub, child).text()).contains("3 Refuge Way");
        assertThat(page(director, child).text()).doesNotContain("3 Refuge Way");
        assertThat(page(director, child + "/safe-addresses").text()).doesNotContain("3 Refuge Way");
        submit(hub, link(child + "/safe-addresses", "withdrawal"), 0, Map.of("because", "They moved"));
        assertThat(page(hub, child + "/safe-addresses").text()).contains("3 Refuge Way");
        assertThat(page(director, child + "/safe-addresses").text()).doesNotContain("3 Refuge Way");
        assertThat(page(director, child).text()).doesNotContain("3 Refuge Way");
    }

    @Test
    void every_kind_of_fact_takes_no_empty_form() throws Exception {
        var child = child("Empty");
        for (var noun : List.of(
                "names",
                "identifiers",
                "addresses",
                "safe-addresses",
                "phones",
                "accounts",
                "relations",
                "disabilities",
                "medical-needs",
                "schools",
                "birth",
                "ethnicity",
                "languages")) {
            submit(hub, child + "/" + noun, 0, Map.of());
            assertThat(page(hub, child + "/" + noun).select(".govuk-error-summary"))
                    .as(noun)
                    .hasSize(1);
        }
    }

    @Test
    void the_database_changes_no_fact_whose_former_state_is_not_kept() throws Exception {
        var child = child("Overwritten");
        var sql = database.dataSource(database.settings().app()).getConnection();
        try (sql;
                var statement = sql.createStatement()) {
            sql.setAutoCommit(false);
            statement.execute("select actor from ctx.begin('" + hub + "', 'test')");
            for (var change : List.of(
                    "update children.name set family_name = 'Gone' where child_id = '%s'",
                    "delete from children.name where child_id = '%s'",
                    "update children.child set date_of_birth = '2010-01-01', birth_precision = 'exact' where id = '%s'")) {
                var savepoint = sql.setSavepoint();
                assertThatThrownBy(() -> statement.execute(change.formatted(id(child))))
                        .hasMessageContaining("kept as an amendment");
                sql.rollback(savepoint);
            }
            sql.rollback();
        }
    }

    @Test
    void the_chronology_is_filtered_by_kind_day_and_words() throws Exception {
        var child = child("Filtered");
        submit(
                hub,
                child + "/schools",
                0,
                Map.of(
                        "name",
                        "Hill School",
                        "startsOn-day",
                        "1",
                        "startsOn-month",
                        "9",
                        "startsOn-year",
                        "2022",
                        "endsOn-day",
                        "20",
                        "endsOn-month",
                        "7",
                        "endsOn-year",
                        "2024"));
        assertThat(events(page(hub, child))).contains("Went to a school", "Left a school", "Added to the register");
        assertThat(events(page(hub, child + "?kind=places"))).containsExactly("Left a school", "Went to a school");
        assertThat(events(page(hub, child + "?kind=places&from=1/1/2024"))).containsExactly("Left a school");
        assertThat(events(page(hub, child + "?until=1/1/2023"))).containsExactly("Went to a school");
        assertThat(events(page(hub, child + "?text=hill"))).hasSize(2);
        assertThat(page(hub, child + "?text=hill").select("#chronology + p").text())
                .startsWith("Showing 2 events over 1 year, of ");
        assertThat(page(hub, child + "?from=nonsense").text()).contains("Enter a real date");
        assertThat(page(hub, child + "?density=dense").select(".lantern-chronology--dense"))
                .hasSize(1);
    }

    private String child(String family) throws Exception {
        return add(hub, Map.of("familyName", family, "givenNames", "Ada", "sex", "female", "searched", "yes"));
    }

    /** The first door of this kind on the page. */
    private String link(String path, String noun) throws Exception {
        return Objects.requireNonNull(
                        page(hub, path).select("a[href$=/" + noun + "]").first())
                .attr("href");
    }

    private static List<String> events(Document page) {
        return page.select(".lantern-event__what").textNodes().stream()
                .map(each -> each.text().strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static UUID id(String child) {
        return UUID.fromString(child.substring("/children/".length()));
    }

    private static List<String> acts(String child) {
        return database.superuser()
                .sql("select act from audit.entry where child_id = :child")
                .param("child", id(child))
                .query((row, n) -> row.getString("act"))
                .list();
    }
}
