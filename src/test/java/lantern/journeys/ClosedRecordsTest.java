package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Restricted records and break-glass, as the people who use them do. */
class ClosedRecordsTest extends Journey {

    @Test
    void a_manager_restricts_a_record_and_a_hub_worker_who_searches_is_sent_to_the_manager() {
        var family = family();
        var child = registered(family, "Hazel", LocalDate.of(2012, 5, 4));
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-manager");
            page.navigate(url("/children/" + child));
            follow(page, "Restrict this record");
            field(page, "Why must the record be restricted?").fill("A relative of the child works in the hub");
            Browser.shot(page, "journey-restriction");
            press(page, "Restrict the record");
            assertThat(main(page)).contains("The record is restricted", "Restricted to 1 person");
        }
        try (var browser = Browser.phone()) {
            var page = signedIn(browser, "hub-worker");
            page.navigate(url("/children?q=Hazel+" + family + "+4%2F5%2F2012"));
            assertThat(main(page)).contains("A record you cannot see may match").doesNotContain("Restricted");
            Browser.shot(page, "journey-restricted-search");
            page.navigate(url("/children/" + child));
            assertThat(main(page)).doesNotContain(family);
        }
        try (var browser = Browser.withoutJavaScript()) {
            var page = signedIn(browser, "hub-manager");
            page.navigate(url("/children/" + child + "/restriction"));
            follow(page, "Lift the restriction");
            field(page, "Why need the record not be restricted").fill("The relative has left");
            press(page, "Lift the restriction");
            assertThat(main(page)).contains("no longer restricted");
        }
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-worker");
            page.navigate(url("/children/" + child));
            assertThat(main(page)).contains(family);
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void a_worker_breaks_the_glass_with_a_reason_and_the_lead_closes_the_record_again(boolean scripts) {
        var family = family();
        var child = registered(family, "Ivy", LocalDate.of(2011, 8, 17));
        String opening;
        try (var browser = scripts ? Browser.phone() : Browser.withoutJavaScript()) {
            var page = signedIn(browser, "social-worker-south");
            page.navigate(url("/children/" + child));
            assertThat(main(page)).doesNotContain(family);
            page.navigate(url("/children/break-glass"));
            field(page, "Who is the child?").fill("Ivy " + family + " 17/8/2011");
            press(page, "Open the record");
            assertThat(main(page)).contains("There is a problem", "Choose why you must see the record");
            field(page, "The child is missing, and I must act").check();
            field(page, "What happened, and what do you need to know?")
                    .fill("Police hold a child who gives this name and ask whom to call");
            Browser.shot(page, "journey-break-glass");
            press(page, "Open the record");
            assertThat(main(page)).contains("You have this record for 12 hours", family);
        }
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "governance-lead");
            page.navigate(url("/notices"));
            assertThat(main(page)).contains("A record was opened in an emergency");
            opening = opened(child);
            page.navigate(url("/break-glass/" + opening));
            field(page, "It was wrong").check();
            field(page, "What did you look at").fill("The hub was staffed and nobody called it");
            Browser.shot(page, "journey-break-glass-review");
            press(page, "Record the review");
            assertThat(main(page)).contains("The review was recorded");
        }
        try (var browser = Browser.desktop()) {
            Page page = signedIn(browser, "social-worker-south");
            page.navigate(url("/children/" + child));
            assertThat(main(page)).doesNotContain(family);
        }
    }

    private static String opened(UUID child) {
        return database.owner()
                .sql("select id from access.break_glass where child_id = :child")
                .param("child", child)
                .query(UUID.class)
                .single()
                .toString();
    }
}
