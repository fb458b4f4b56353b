package lantern.missing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.journeys.Browser;
import lantern.missing.episode.Episodes;
import lantern.missing.episode.Told;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of this room in a real browser, at a desktop's and a phone's width: accessible, nothing wider than the screen. */
class PagesTest extends Story {
    @Autowired
    private EpisodeLog log;

    @Autowired
    private Episodes episodes;

    @Test
    void every_page_is_accessible_and_fits_a_desktop_and_a_phone() {
        var child = aLookedAfterChild();
        allocated(child);
        var episode = missing(child, clock.instant().minus(Duration.ofHours(50)));
        does(
                "hub-worker",
                () -> log.record(episode, Entry.informed(Told.POLICE, "Phoned the control room", clock.instant())));
        var back = back(aLookedAfterChild());
        var interview = database.owner()
                .sql("select interview_id from missing.interview_episode where episode_id = :id")
                .param("id", back)
                .query(UUID.class)
                .single();
        var hub = Map.of(
                "board", "/missing",
                "episode", "/missing/episodes/" + episode,
                "episode-returned", "/missing/episodes/" + back,
                "found", "/missing/episodes/" + episode + "/found",
                "informed", "/missing/episodes/" + episode + "/informed/new?who=executive-director");
        var provider = Map.of(
                "queue", "/missing/interviews",
                "interview", "/missing/interviews/" + interview,
                "interview-triage", "/missing/interviews/" + interview + "/triage",
                "interview-record", "/missing/interviews/" + interview + "/record");
        see("hub-manager", hub);
        see("interviewer", provider);
    }

    private void see(String role, Map<String, String> pages) {
        for (var phone : List.of(false, true)) {
            try (var browser = phone ? Browser.phone() : Browser.desktop()) {
                browser.context()
                        .addCookies(List.of(
                                new Cookie("lantern-session", region.session("merrowdale", role)).setUrl(url("/"))));
                pages.forEach((name, path) -> look(browser.page(), phone ? name + "-phone" : name, path));
            }
        }
    }

    private void look(Page page, String name, String path) {
        page.navigate(url(path));
        assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
        Browser.shot(page, "missing-" + name);
        Browser.axe(page);
        Browser.fits(page);
        page.close();
    }

    private UUID back(UUID child) {
        var at = clock.instant().minusSeconds(3600);
        var episode = missing(child, at);
        does("hub-worker", () -> {
            episodes.locate(episode, new Episodes.Found(at, "Bus station", "Police", null));
            episodes.comeBack(episode, new Episodes.Return(at, "Placement", "none-known", null, null));
        });
        return episode;
    }
}
