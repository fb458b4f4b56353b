package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.NewChild;
import lantern.missing.Story;
import tools.jackson.databind.json.JsonMapper;

/** What every journey needs: somebody signed in at a browser, a child on the register, and a police system that reports. */
abstract class Journey extends Story {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A page of this browser on which the person of Merrowdale with this role is signed in. */
    protected Page signedIn(Browser browser, String role) {
        browser.context()
                .addCookies(
                        List.of(new Cookie("lantern-session", region.session("merrowdale", role)).setUrl(url("/"))));
        var page = browser.page();
        page.navigate(url("/"));
        return page;
    }

    /** A family name that no other child of the shared server has. */
    protected static String family() {
        var letters = new StringBuilder();
        for (var left = System.nanoTime() % 100_000_000L; left > 0; left /= 100)
            letters.append("bcdfghjklmnpqrstvwxz".charAt((int) (left % 20)))
                    .append("aeiou".charAt((int) (left / 20 % 5)));
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }

    protected UUID registered(String family, String given, LocalDate born) {
        var hub = region.person("merrowdale", "hub-worker");
        return as(
                "hub-worker",
                () -> children.register(
                        new NewChild(
                                family, given, null, born, false, "female", null, null, Map.of(), List.of(), List.of()),
                        hub,
                        clock.instant()));
    }

    /** Puts the child in the authority's care: a legal status, a placement and an allocated worker. */
    protected void inCare(UUID child) {
        for (var sql : List.of(
                "insert into children.legal_status (authority_id, id, child_id, code, starts_on, recorded_at, recorded_by) "
                        + "values (:authority, :id, :child, 'C2', date '2015-01-01', now(), :by)",
                "insert into children.placement (authority_id, id, child_id, type_code, name, host_authority, starts_on, recorded_at, recorded_by) "
                        + "values (:authority, :id, :child, 'K2', 'Alder House', 'Merrowdale', date '2015-01-01', now(), :by)"))
            database.owner()
                    .sql(sql)
                    .param("authority", region.authority("merrowdale"))
                    .param("id", lantern.platform.Ids.next())
                    .param("child", child)
                    .param("by", region.person("merrowdale", "hub-worker"))
                    .update();
        allocated(child);
    }

    /** What a police system sends; the id of the accepted notification, or of the quarantined message. */
    protected String police(String body) {
        var token = region.token("merrowdale/police", "notifications:write");
        var request = HttpRequest.newBuilder(URI.create(url("/api/v1/notifications")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var json = JsonMapper.shared().readTree(answer.body());
            var id = json.get(answer.statusCode() < 300 ? "id" : "quarantineId");
            assertThat(id).as(answer.body()).isNotNull();
            return id.stringValue();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A missing report made ten minutes ago about a child last seen three hours ago. */
    protected static String report(String family, String given, LocalDate born) {
        return """
                {"source": "merrow-police", "sourceReference": "MP-%s", "kind": "missing", "reportedAt": "%s",
                 "child": {"familyName": "%s", "givenNames": "%s", "dateOfBirth": "%s"},
                 "missing": {"lastSeenAt": "%s", "lastSeenPlace": "Harbour Road bus stop", "missingFrom": "home",
                   "circumstances": "Went to the shop after tea and did not come back. Phone is off.", "risk": "high"}}
                """.formatted(
                        UUID.randomUUID(),
                        clock.instant().minusSeconds(600),
                        family,
                        given,
                        born,
                        clock.instant().minusSeconds(3 * 3600));
    }

    protected static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    protected static void press(Page page, String button) {
        Browser.press(page, button);
    }

    /** Records on a meeting's page that everybody who is invited came. */
    protected static void allCame(Page page, String chair) {
        press(page, "Record who came");
        for (var each : page.getByLabel("Came", new Page.GetByLabelOptions().setExact(true))
                .all()) each.check();
        field(page, "Name of another chair").fill(chair);
        press(page, "Save");
        assertThat(main(page)).contains("The meeting is recorded", chair, "Came");
    }

    protected static void minuted(Page page, String decisions) {
        follow(page, "Write the minutes");
        field(page, "Decisions").fill(decisions);
        press(page, "Save");
        assertThat(main(page)).contains("Saved. You can go on");
        assertThat(field(page, "Decisions").inputValue()).isEqualTo(decisions);
    }

    protected static Locator field(Page page, String label) {
        return page.getByLabel(label).first();
    }

    /** The row of a timescale that runs. */
    protected static Locator clock(Page page, String title) {
        return page.locator("main tr", row(title)).first();
    }

    /** The row of a timescale that has ended, of which the page keeps the list closed. */
    protected static Locator overClock(Page page, String title) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Timescales that have ended"))
                .click();
        return page.locator("details tr", row(title)).first();
    }

    protected static Page.LocatorOptions row(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    protected static String main(Page page) {
        return Browser.main(page);
    }
}
