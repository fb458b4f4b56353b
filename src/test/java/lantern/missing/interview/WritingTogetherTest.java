package lantern.missing.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lantern.journeys.Browser;
import lantern.missing.Story;
import lantern.missing.episode.Episodes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The form of an interview under two pairs of hands. */
class WritingTogetherTest extends Story {
    @Autowired
    private Episodes episodes;

    @Test
    void what_two_people_type_at_once_is_put_together_and_neither_overwrites_the_other() {
        var interview = interviewOf(back(aChild()));
        var form = "/missing/interviews/" + interview + "/record";
        try (var one = Browser.desktop();
                var other = Browser.phone()) {
            var pat = signedIn(one, "interviewer", form);
            var sam = signedIn(other, "provider-manager", form);
            pat.locator("#before").fill("An argument");
            pat.locator("#worries").fill("The second phone");
            press(pat, "Save for later");
            assertThat(pat.locator("main").innerText()).contains("Saved. You can go on");

            sam.locator("#during").fill("At the arcade");
            press(sam, "Save for later");
            assertThat(sam.locator("main").innerText()).contains("Saved together with what Pat interviewer wrote");
            assertThat(sam.locator("#before").inputValue()).isEqualTo("An argument");
            assertThat(sam.locator("#during").inputValue()).isEqualTo("At the arcade");

            sam.locator("#worries").fill("Owes somebody money");
            press(sam, "Save for later");
            pat.locator("#worries").fill("The second phone, a gift");
            press(pat, "Save for later");
            assertThat(pat.locator("main").innerText())
                    .contains("Pat provider-manager wrote here meanwhile: “Owes somebody money”");
            assertThat(pat.locator("#worries").inputValue()).isEqualTo("The second phone, a gift");
            assertThat(pat.locator("#during").inputValue()).isEqualTo("At the arcade");
            Browser.shot(pat, "interview-two-people");
            pat.locator("#worries").fill("The second phone, a gift. Owes somebody money");
            press(pat, "Save for later");
            assertThat(pat.locator("main").innerText()).contains("Saved. You can go on");
        }
    }

    private UUID back(UUID child) {
        var at = clock.instant().minus(Duration.ofHours(1));
        var episode = missing(child, at);
        does("hub-worker", () -> {
            episodes.locate(episode, new Episodes.Found(at, "Bus station", "Police", null));
            episodes.comeBack(episode, new Episodes.Return(at, "Home", "none-known", null, null));
        });
        return episode;
    }

    private UUID interviewOf(UUID episode) {
        return database.owner()
                .sql("select interview_id from missing.interview_episode where episode_id = :id")
                .param("id", episode)
                .query(UUID.class)
                .single();
    }

    private Page signedIn(Browser browser, String role, String path) {
        browser.context()
                .addCookies(
                        List.of(new Cookie("lantern-session", region.session("merrowdale", role)).setUrl(url("/"))));
        var page = browser.page();
        page.navigate(url(path));
        return page;
    }

    private static void press(Page page, String button) {
        Browser.press(page, button);
    }
}
