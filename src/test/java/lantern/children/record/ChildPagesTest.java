package lantern.children.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.ServerTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The pages about one child, over HTTP, as the hub adds them and others see them. */
class ChildPagesTest extends ServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void a_child_is_added_given_a_status_a_placement_a_worker_and_a_flag_and_the_page_tells_it_all() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "O’Brien-Ali", "givenNames", "Zoë", "born-day", "9", "born-month", "4", "born-year", "2011",
                "sex", "female", "nhs-number", "943 476 5918", "address", "1 Mill Lane", "postcode", "m11ae"));
        submit(hub, child + "/legal-statuses", 0, Map.of("code", "C2", "startsOn-day", "1", "startsOn-month", "2", "startsOn-year", "2024"));
        submit(hub, child + "/placements", 0, Map.of("name", "Alder House", "typeCode", "K2", "address", "7 Hidden Road", "postcode", "M2 2BB",
                "startsOn-day", "1", "startsOn-month", "2", "startsOn-year", "2024"));
        submit(hub, child + "/allocation", 0, Map.of("worker", region.person("merrowdale", "social-worker").toString()));
        submit(hub, child + "/flags", 0, Map.of("text", "Ask for the aunt first", "reviewOn-day", "1", "reviewOn-month", "1", "reviewOn-year", "2090"));

        var page = page(hub, child);
        assertThat(page.select(".lantern-identity").text()).contains("Zoë O’Brien-Ali", "9 Apr 2011", "Looked after, open", "Pat social-worker");
        assertThat(page.select(".lantern-now").text()).contains("Nothing is open");
        assertThat(page.select(".lantern-flags").text()).contains("Ask for the aunt first").doesNotContain("Overdue");
        assertThat(page.text()).contains("943 476 5918", "Check digit wrong", "1 Mill Lane, M1 1AE", "Full care order (C2)", "Alder House", "7 Hidden Road, M2 2BB");
        assertThat(page.select(".lantern-event__what").eachText().toString())
                .contains("Flag raised", "Worker allocated", "Placement started", "Legal status started", "Added to the register");
        assertThat(page.select("#chronology + p").text()).startsWith("Showing 5 events over 2 years");
        assertThat(page.title()).doesNotContain("Brien");
    }

    @Test
    void a_reader_who_does_not_arrange_placements_is_told_that_the_address_is_withheld() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Withheld", "givenNames", "Ada", "sex", "female"));
        submit(hub, child + "/placements", 0, Map.of("name", "Birch House", "typeCode", "K2", "address", "9 Secret Street",
                "startsOn-day", "1", "startsOn-month", "2", "startsOn-year", "2024"));
        var page = page(region.session("merrowdale", "executive-director"), child);
        assertThat(page.text()).contains("Birch House", "Withheld: placement address").doesNotContain("9 Secret Street");
        var answer = api("merrowdale/children", "/api/v1" + child, "children:read");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    }

    @Test
    void a_machine_of_an_agency_that_works_with_the_child_reads_sections_and_what_is_hidden() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Machine", "givenNames", "Ada", "sex", "female", "phone", "07700 900999"));
        submit(hub, child + "/placements", 0, Map.of("name", "Cedar House", "typeCode", "K2", "address", "9 Secret Street",
                "startsOn-day", "1", "startsOn-month", "2", "startsOn-year", "2024"));
        involve(child, "merrowdale/police");
        var answer = api("merrowdale/police", "/api/v1" + child, "children:read");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Cedar House", "\"hidden\":[\"placementAddress\"]").doesNotContain("9 Secret Street");
    }

    @Test
    void a_machine_searches_for_a_purpose_and_is_told_the_reasons() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Purposely", "givenNames", "Siobhan", "sex", "female", "born-day", "9", "born-month", "4", "born-year", "2011"));
        var search = "/api/v1/children?q=Shivaun+Purposely&dateOfBirth=2011-04-09";
        var without = api("merrowdale/police", search, "children:read");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("\"field\":\"purpose\"");
        var unseen = api("merrowdale/police", search + "&purpose=missing-report", "children:read");
        assertThat(unseen.body()).contains("\"children\":[]", "\"mayMatchUnseen\":1");
        involve(child, "merrowdale/police");
        var seen = api("merrowdale/police", search + "&purpose=missing-report", "children:read");
        assertThat(seen.body()).contains("given name close (Shivaun/Siobhan)", "same date of birth", "\"mayMatchUnseen\":0");
    }

    @Test
    void a_search_that_finds_what_the_reader_may_not_see_only_says_so() throws Exception {
        add(region.session("merrowdale", "hub-worker"), Map.of("familyName", "Unseenly", "givenNames", "Ada", "sex", "female"));
        var page = page(region.session("merrowdale", "social-worker"), "/children?q=Ada+Unseenly");
        assertThat(page.text()).contains("A record you cannot see may match: contact the hub manager");
        assertThat(page.select("table")).isEmpty();
        var hub = page(region.session("merrowdale", "hub-worker"), "/children?q=Ada+Unseenly");
        assertThat(hub.select("table").text()).contains("Ada Unseenly", "same family name, same given name");
    }

    @Test
    void another_authority_and_nobody_get_the_same_answer_as_for_a_child_who_does_not_exist() throws Exception {
        var child = add(region.session("merrowdale", "hub-worker"), Map.of("familyName", "Private", "givenNames", "Ada", "sex", "female"));
        var other = region.session("larkwater", "hub-worker");
        var foreign = get(other, child);
        var nobody = get(other, "/children/" + UUID.randomUUID());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(foreign.body()).select("main").text()).isEqualTo(Jsoup.parse(nobody.body()).select("main").text());
    }

    @Test
    void a_form_with_mistakes_comes_back_with_what_was_typed() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var answer = submit(hub, "/children/new", 0, Map.of("givenNames", "Kept", "born-day", "31", "born-month", "2", "born-year", "2011", "sex", "male"));
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(it -> assertThat(it).endsWith("/children/new"));
        var page = page(hub, "/children/new");
        assertThat(page.select(".govuk-error-summary").text()).contains("Enter the child's family name", "Enter a real date");
        assertThat(page.select("#givenNames").val()).isEqualTo("Kept");
    }

    @Test
    void a_child_who_may_be_on_the_register_is_not_added_twice_unawares() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var fields = Map.of("familyName", "Twice", "givenNames", "Ada", "sex", "female", "born-day", "9", "born-month", "4", "born-year", "2011");
        add(hub, fields);
        submit(hub, "/children/new", 0, fields);
        assertThat(page(hub, "/children/new").select(".govuk-error-summary").text()).contains("on the register already");
        var again = new LinkedHashMap<>(fields);
        again.put("searched", "yes");
        add(hub, again);
    }

    @Test
    void who_looked_is_shown_to_the_allocated_worker_and_the_hub_manager_only() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Lookedat", "givenNames", "Ada", "sex", "female"));
        page(hub, child);
        assertThat(get(hub, child + "/looks").statusCode()).isEqualTo(403);
        assertThat(page(region.session("merrowdale", "hub-manager"), child + "/looks").select("table").text()).contains("Pat hub-worker", "identity");
        submit(hub, child + "/allocation", 0, Map.of("worker", region.person("merrowdale", "social-worker").toString()));
        assertThat(page(region.session("merrowdale", "social-worker"), child + "/looks").text()).contains("Pat hub-manager");
    }

    @Test
    void a_removed_flag_stays_to_be_read_with_its_reason() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Flagged", "givenNames", "Ada", "sex", "female"));
        submit(hub, child + "/flags", 0, Map.of("text", "Dog at the address", "reviewOn-day", "1", "reviewOn-month", "1", "reviewOn-year", "2090"));
        var removal = page(hub, child + "/flags").select("a[href$=/removal]").attr("href");
        submit(hub, removal, 0, Map.of("because", "The dog has gone"));
        assertThat(page(hub, child).select(".lantern-flags")).isEmpty();
        assertThat(page(hub, child + "/flags").select("#removed + table").text()).contains("Dog at the address", "The dog has gone", "Pat hub-worker");
    }

    private static void involve(String child, String agency) {
        database.superuser()
                .sql("insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)"
                        + " values (:authority, :id, :child, :agency, 'notification', :id, now())")
                .param("authority", region.authority(agency.substring(0, agency.indexOf('/'))))
                .param("id", UUID.randomUUID())
                .param("child", UUID.fromString(child.substring("/children/".length())))
                .param("agency", region.agency(agency))
                .update();
    }

    private String add(String session, Map<String, String> fields) throws Exception {
        var answer = submit(session, "/children/new", 0, fields);
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(location).startsWith("/children/").isNotEqualTo("/children/new");
        return location;
    }

    /** Posts the page's nth form with its own hidden fields, as a browser does. */
    private HttpResponse<String> submit(String session, String formPage, int form, Map<String, String> fields) throws Exception {
        var element = page(session, formPage).select("form[method=post]").not("form[action*=sign-out]").get(form);
        var all = new LinkedHashMap<String, String>();
        element.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.val()));
        all.putAll(fields);
        var body = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url(element.attr("action"))))
                .header("Cookie", "lantern-session=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer;
    }

    private Document page(String session, String path) throws Exception {
        var answer = get(session, path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> get(String session, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path))).header("Cookie", "lantern-session=" + session).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> api(String agency, String path, String scope) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + region.token(agency, scope))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
