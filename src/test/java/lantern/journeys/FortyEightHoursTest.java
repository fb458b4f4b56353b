package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import lantern.platform.jobs.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A child of the authority in care, missing two days (practice guidance v0.6: the Executive Director is told by 48 hours). */
class FortyEightHoursTest extends Journey {
    @Autowired
    List<Job> jobs;

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void a_looked_after_child_missing_48_hours_makes_the_executive_directors_clock_late_and_escalated(boolean scripts) {
        var family = family();
        var child = registered(family, "Rowan", LocalDate.of(2010, 9, 2));
        inCare(child);
        var episode = missing(child, clock.instant().minus(Duration.ofHours(49)));
        jobs.stream().filter(job -> job.name().equals("timescales-send")).forEach(Job::run);

        try (var browser = scripts ? Browser.desktop() : Browser.withoutJavaScript()) {
            var page = signedIn(browser, "head-of-service");
            follow(page, "Notices");
            assertThat(main(page)).contains("Late: Tell the Executive Director");
            Browser.shot(page, "journey-notices");
            page.locator(
                            "a[href='/missing/episodes/" + episode + "']",
                            new Page.LocatorOptions().setHasText("Executive"))
                    .click();
            assertThat(director(page).innerText()).contains("Late");
            Browser.shot(page, "journey-48-hours");
            page.navigate(url("/timescales"));
            assertThat(page.locator("tbody tr").first().innerText()).contains("Late");
            page.navigate(url("/missing"));
            var row = page.locator("tr", new Page.LocatorOptions().setHasText(family));
            assertThat(row.innerText()).contains("Late");
            Browser.shot(page, "journey-missing-now");
        }
        try (var browser = scripts ? Browser.desktop() : Browser.withoutJavaScript()) {
            var page = signedIn(browser, "social-worker");
            page.navigate(url("/timescales"));
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(family))
                            .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText("Executive Director"))
                            .innerText())
                    .contains("Late");
            page.navigate(url("/missing/episodes/" + episode));
            follow(page, "Record that the Executive Director was told");
            assertThat(field(page, "Executive Director").isChecked()).isTrue();
            field(page, "Name, how they were told")
                    .fill("Told by phone by the Head of Service; police search goes on.");
            press(page, "Save");
            page.locator("summary", new Page.LocatorOptions().setHasText("Timescales that have ended"))
                    .click();
            assertThat(director(page).last().innerText()).contains("Met late");
        }
    }

    private static com.microsoft.playwright.Locator director(Page page) {
        return page.locator("tr", new Page.LocatorOptions().setHasText("Executive Director"));
    }
}
