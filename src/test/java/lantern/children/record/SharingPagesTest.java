package lantern.children.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agreement shares, from when until when, and what is said of the rest. */
class SharingPagesTest extends PagesTest {
    @Test
    void an_agency_sees_what_a_second_person_approved_until_the_agreement_is_ended() throws Exception {
        var child = add(
                region.session("merrowdale", "hub-worker"),
                Map.of("familyName", "Agreed", "givenNames", "Ada", "sex", "female", "phone", "07700 900123"));
        involve(child, "merrowdale/licensing");
        var api = "/api/v1" + child;
        assertThat(api("merrowdale/licensing", api, "children:read").statusCode())
                .as("without an agreement, working with the child is not enough")
                .isEqualTo(404);

        var head = region.session("merrowdale", "head-of-service");
        var proposed = submit(head, "/agreements/new", 0, proposal());
        var agreement = java.net
                .URI
                .create(proposed.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(api("merrowdale/licensing", api, "children:read").statusCode())
                .as("proposed only")
                .isEqualTo(404);
        assertThat(page(head, agreement).text()).contains("You proposed this", "Phones of children at risk");
        assertThat(page(head, agreement).select("form[action$=decision]")).isEmpty();

        var lead = region.session("merrowdale", "governance-lead");
        assertThat(page(lead, "/").text()).contains("Sharing");
        submit(lead, agreement, 0, Map.of("decision", "approved"));
        var answer = api("merrowdale/licensing", api, "children:read");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "07700 900123",
                        "\"hidden\":[\"placementAddress\",\"safe-address\",\"episode\",\"interview\",\"assessment\",\"meeting\",\"intelligence\",\"health\",\"education\",\"legal\"]")
                .doesNotContain("\"lookedAfter\":false");
        assertThat(page(lead, "/agreements/agencies/" + region.agency("merrowdale/licensing"))
                        .text())
                .contains("Where the child lives and can be reached", "Children they work with", "Withheld", "Health");

        submit(head, agreement + "/end", 0, Map.of("reason", "The pilot is over"));
        assertThat(api("merrowdale/licensing", api, "children:read").statusCode())
                .as("the next request")
                .isEqualTo(404);
        assertThat(page(lead, agreement).text())
                .contains(
                        "Version 1 ended",
                        "The pilot is over",
                        "Version 1 approved",
                        "by Pat governance-lead",
                        "Version 1 proposed");
    }

    @Test
    void whoever_is_given_a_section_is_given_who_the_child_is_and_high_risk_needs_a_condition() throws Exception {
        var head = region.session("merrowdale", "head-of-service");
        var fields = proposal();
        fields.remove("section-identity");
        fields.put("section-health", "involved");
        fields.remove("condition");
        submit(head, "/agreements/new", 0, fields);
        assertThat(page(head, "/agreements/new").select(".govuk-error-summary").text())
                .contains("Whoever is given a section is given who the child is", "Choose a condition");
    }

    @Test
    void what_is_not_shared_is_said_to_be_withheld_with_whom_to_ask() throws Exception {
        var child = add(
                region.session("merrowdale", "hub-worker"),
                Map.of("familyName", "Sayingso", "givenNames", "Ada", "sex", "female", "phone", "07700 900124"));
        var analyst = region.session("merrowdale", "police-analyst");
        assertThat(get(analyst, child).statusCode()).isEqualTo(404);
        involve(child, "merrowdale/police");
        var page = page(analyst, child);
        assertThat(page.text())
                .contains("07700 900124", "Withheld from you", "Return interviews", "Withheld. Ask the hub.");
        assertThat(page.select("#withheld + ul").text()).contains("Education").doesNotContain("Legal status");
        var manager = region.session("merrowdale", "head-of-service");
        var why = page(manager, child + "/access?person=" + region.person("merrowdale", "police-analyst"));
        assertThat(why.select("table").text())
                .contains(
                        "Missing episodes and notifications Seen They work with the child, shared by \"Missing children",
                        "Return interviews Withheld No sharing agreement in force gives it to them");
    }

    private static Map<String, String> proposal() {
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        var fields = new HashMap<String, String>(Map.of(
                "agency",
                region.agency("merrowdale/licensing").toString(),
                "title",
                "Phones of children at risk",
                "purpose",
                "To stop drivers who pick up children",
                "basis",
                "public-task",
                "condition",
                "safeguarding",
                "section-identity",
                "involved",
                "section-contact",
                "involved",
                "daysAfter",
                "28"));
        day(fields, "startsOn", today);
        day(fields, "reviewBy", today.plusYears(1));
        return fields;
    }

    private static void day(Map<String, String> fields, String name, LocalDate day) {
        fields.put(name + "-day", Integer.toString(day.getDayOfMonth()));
        fields.put(name + "-month", Integer.toString(day.getMonthValue()));
        fields.put(name + "-year", Integer.toString(day.getYear()));
    }
}
