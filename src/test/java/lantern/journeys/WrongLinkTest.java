package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report about one girl is linked to her cousin, who is then "found" and referred for an interview; and all of it is taken back. */
class WrongLinkTest extends Journey {
    private static final LocalDate BORN = LocalDate.of(2011, 5, 4);

    @Test
    void a_wrong_link_undone_leaves_both_children_as_if_it_had_not_been_made() {
        var family = family();
        var right = registered(family, "Katherine", BORN);
        var cousin = registered(family, "Kathleen", BORN);
        var compared = registered(family(), "Comparison", LocalDate.of(2010, 2, 3));
        var message = report(family, "Kath", BORN);
        var notification = police(message);
        var found = police(found(message));
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-worker");
            var before = page(page, cousin);
            link(page, notification, "Kathleen " + family);
            assertThat(page(page, cousin)).contains("Missing once", "Found", "Back since");
            Browser.shot(page, "wrong-link");
            assertThat(rows("interview where outcome is null and child_id", cousin))
                    .isEqualTo(1);

            for (var each : List.of(found, notification)) unlink(page, each);
            Browser.axe(page);
            var after = page(page, cousin);
            assertThat(after).isEqualTo(before);
            Browser.shot(page, "wrong-link-undone");
            assertThat(clocksRunning(cousin)).isZero();
            assertThat(rows("v_episode where child_id", cousin)).isZero();
            assertThat(rows("interview where outcome is distinct from 'withdrawn' and child_id", cousin))
                    .isZero();

            link(page, notification, "Katherine " + family);
            if (page(page, right).contains("Missing since")) link(page, found, "Katherine " + family);
            assertThat(page(page, right)).contains("Missing once", "Found", "Back since");
            Browser.shot(page, "right-link");
        }
        // What the right child has now is what a child has who was the right one from the start.
        linkedAtOnce(compared, message);
        assertThat(episodes(right)).isEqualTo(episodes(compared));
        assertThat(clocks(right)).isEqualTo(clocks(compared)).isNotEmpty();
        assertThat(rows("interview where outcome is null and child_id", right)).isEqualTo(1);
        assertThat(acts(cousin))
                .contains(
                        "notification.linked",
                        "notification.unlinked",
                        "episode.opened",
                        "episode.voided",
                        "interview.withdrawn");
        assertThat(acts(right))
                .contains("notification.linked", "episode.opened")
                .doesNotContain("notification.unlinked");
    }

    private void link(Page page, String notification, String name) {
        page.navigate(url("/inbox/" + notification));
        if (!main(page).contains("Who is this?")) return;
        page.locator("tr, li, .govuk-summary-card", new Page.LocatorOptions().setHasText(name))
                .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                .first()
                .click();
        assertThat(page.locator("body").innerText()).contains("The notification was linked to the child");
    }

    private void unlink(Page page, String notification) {
        page.navigate(url("/inbox/" + notification));
        page.getByText("This is the wrong child").click();
        field(page, "Why it is the wrong child").fill("It is her cousin");
        press(page, "Unlink");
        assertThat(main(page)).contains("Who is this?");
    }

    /** What the child's page says, without who looked and when. */
    private String page(Page page, UUID child) {
        page.navigate(url("/children/" + child));
        return main(page);
    }

    private static String found(String missing) {
        return missing.replace("\"kind\": \"missing\"", "\"kind\": \"found\"")
                .replaceAll(
                        "\"missing\": \\{",
                        "\"found\": {\"foundAt\": \"" + clock.instant().minusSeconds(300)
                                + "\", \"returnedTo\": \"Home\"}, \"missing\": {");
    }

    private void linkedAtOnce(UUID child, String message) {
        var facts = as("hub-worker", () -> children.find(child).orElseThrow());
        var same = message.replaceAll("\"familyName\": \"[^\"]*\"", "\"familyName\": \"" + facts.familyName() + "\"")
                .replaceAll("\"givenNames\": \"[^\"]*\"", "\"givenNames\": \"Comparison\"")
                .replaceAll("\"dateOfBirth\": \"[^\"]*\"", "\"dateOfBirth\": \"2010-02-03\"")
                .replaceAll("\"sourceReference\": \"[^\"]*\"", "\"sourceReference\": \"MP-" + UUID.randomUUID() + "\"");
        var missing = police(same);
        var found = police(found(same));
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-worker");
            link(page, missing, "Comparison " + facts.familyName());
            link(page, found, "Comparison " + facts.familyName());
        }
    }

    private static List<String> episodes(UUID child) {
        var sql = """
                select concat_ws(' ', stage, missing_from, missing_since, last_seen_place, circumstances, located_at is not null, returned_to)
                from missing.episode where child_id = :child and stage not in ('void', 'merged') order by 1
                """;
        return list(sql, child);
    }

    /** By what started each, how long it runs, and how it ended. */
    private static List<String> clocks(UUID child) {
        var sql = """
                select concat_ws(' ', standard_id, due_at - starts_at, met_at is not null, cancelled_at is not null, owner_role)
                from timescales.timescale where child_id = :child and cancelled_at is null order by 1
                """;
        return list(sql, child);
    }

    private static long clocksRunning(UUID child) {
        return count("timescales.timescale where met_at is null and cancelled_at is null and child_id", child);
    }

    private static long rows(String what, UUID child) {
        return count("missing." + what, child);
    }

    private static long count(String what, UUID child) {
        return database.superuser()
                .sql("select count(*) from " + what + " = :child")
                .param("child", child)
                .query(Long.class)
                .single();
    }

    private static List<String> acts(UUID child) {
        return list("select act from audit.entry where child_id = :child", child);
    }

    private static List<String> list(String sql, UUID child) {
        return database.superuser()
                .sql(sql)
                .param("child", child)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
