package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hub worker decides sixty notifications, one after the other, and touches no mouse. */
class QueueTest extends Journey {
    private static final int NUMBER = 60;

    @Test
    void sixty_notifications_are_decided_with_the_keyboard_alone() {
        var code = region.another();
        var family = family();
        reported(code, family);
        try (var browser = Browser.desktop()) {
            browser.context()
                    .addCookies(java.util.List.of(new com.microsoft.playwright.options.Cookie(
                                    "lantern-session", region.session(code, "hub-worker"))
                            .setUrl(url("/"))));
            var page = browser.page();
            page.navigate(url("/inbox/queue"));
            Browser.axe(page);
            Browser.shot(page, "queue");
            page.setViewportSize(360, 740);
            Browser.fits(page);
            Browser.axe(page);
            Browser.shot(page, "queue-phone");
            page.setViewportSize(1280, 900);
            refused(page);
            for (var i = 0; i < NUMBER; i++) decide(page, i);
            assertThat(main(page)).contains("Nothing waits");
        }
        assertThat(decided(code, "red")).isEqualTo(20);
        assertThat(decided(code, "no-action")).isEqualTo(20);
        assertThat(parked(code)).isEqualTo(20);
        assertThat(database.owner()
                        .sql(
                                "select count(*) from intake.triage where authority_id = :authority and decided_by = :by and reason = 'Typed by hand'")
                        .param("authority", region.authority(code))
                        .param("by", region.person(code, "hub-worker"))
                        .query(Long.class)
                        .single())
                .as("each decision has its reason and who decided")
                .isEqualTo(40);
    }

    /** Nothing chosen is refused, and what was typed is still there. */
    private static void refused(Page page) {
        page.keyboard().press("r");
        page.keyboard().press("Control+Enter");
        page.locator(".govuk-error-summary").waitFor();
        assertThat(main(page)).contains("Enter the reason for the decision");
        Browser.axe(page);
    }

    private static void decide(Page page, int number) {
        var before = page.url();
        var keys = number % 3 == 0 ? "nr" : number % 3 == 1 ? "x" : "p";
        for (var key : keys.split("")) page.keyboard().press(key);
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("reason");
        page.keyboard().press("Control+a");
        page.keyboard().insertText("Typed by hand");
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> !url.equals(before));
        page.waitForLoadState();
    }

    private void reported(String code, String family) {
        var sql = """
                insert into intake.notification (authority_id, id, agency_id, channel, source, source_reference, kind, reported_at, received_at, received_by, raw, said, state)
                select :authority, uuidv7(), :agency, 'api', 'queue', 'Q' || i, 'missing', now(), now() - i * interval '1 minute', :by, '{}',
                       jsonb_build_object('child', jsonb_build_object('familyName', :family || chr(96 + i / 8) || chr(97 + i % 8), 'givenNames', 'Ada', 'dateOfBirth', :born)), 'received'
                from generate_series(1, :number) i
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority(code))
                .param("agency", region.agency(code + "/police"))
                .param("by", UUID.randomUUID())
                .param("family", family)
                .param("born", LocalDate.of(2012, 5, 4).toString())
                .param("number", NUMBER)
                .update();
    }

    private long decided(String code, String rating) {
        return database.owner()
                .sql("select count(*) from intake.triage where authority_id = :authority and rating = :rating")
                .param("authority", region.authority(code))
                .param("rating", rating)
                .query(Long.class)
                .single();
    }

    private long parked(String code) {
        return database.owner()
                .sql(
                        "select count(*) from intake.notification where authority_id = :authority and state = 'parked' and parked_because = 'Typed by hand'")
                .param("authority", region.authority(code))
                .query(Long.class)
                .single();
    }
}
