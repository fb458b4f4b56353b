package lantern.timescales.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.journeys.Browser;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page about timescales in a real browser: axe finds nothing, and nothing is wider than a phone. */
class TimescalePagesTest extends ServerTest {
    @Autowired
    Timescales timescales;

    @Test
    void the_pages_are_accessible_and_fit_a_phone() {
        var token = region.session("larkwater", "head-of-service");
        var late = returned(token, Duration.ofHours(80));
        returned(token, Duration.ofHours(60));
        returned(token, Duration.ofHours(1));
        var pages = List.of(
                "/timescales",
                "/timescales?state=late",
                "/timescales/" + late.id(),
                "/timescales/" + late.id() + "/waiver/new",
                "/timescales/standards",
                "/timescales/standards/return-interview",
                "/timescales/standards/return-interview/numbers/new",
                "/timescales/standards/green-support/numbers/new",
                "/notices");
        for (var phone : new boolean[] {false, true}) {
            try (var browser = phone ? Browser.phone() : Browser.desktop()) {
                browser.context()
                        .addCookies(List.of(new Cookie("lantern-session", token)
                                .setDomain("127.0.0.1")
                                .setPath("/")));
                var page = browser.page();
                for (var path : pages) {
                    page.navigate(url(path));
                    assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                    Browser.axe(page);
                    if (phone) Browser.fits(page);
                    var name = path.replaceAll("[0-9a-f-]{36}", "one").replaceAll("[^a-z]+", "-");
                    Browser.shot(page, (phone ? "phone" : "desktop") + name);
                }
            }
        }
    }

    private Timescale returned(String token, Duration ago) {
        var episode = Subject.episode(UUID.randomUUID());
        return java.util.Objects.requireNonNull(Bearer.with(token, "test", () -> {
            timescales.happened(
                    Happening.RETURNED,
                    episode,
                    UUID.randomUUID(),
                    clock.instant().minus(ago),
                    Set.of());
            return timescales.of(episode).getFirst();
        }));
    }
}
