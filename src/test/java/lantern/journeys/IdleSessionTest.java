package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import lantern.TestRegion;
import lantern.missing.episode.Episodes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Nobody writes a child's account twice. */
class IdleSessionTest extends Journey {
    private static final String TOLD =
            "She said: \"I was at the <skate park> & then at Mo's.\" Long account. ".repeat(20);

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Episodes episodes;

    @Test
    void typing_survives_an_idle_session_without_scripts() throws Exception {
        survives(Browser.withoutJavaScript(), "interviewer");
    }

    @Test
    void typing_survives_an_idle_session_with_scripts() throws Exception {
        survives(Browser.desktop(), "provider-manager");
    }

    @Test
    void what_is_typed_is_there_again_after_the_page_was_left() {
        var form = url("/missing/interviews/" + interview() + "/record");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "interviewer");
            page.navigate(form);
            field(page, "Before: what led up to it").fill("An argument about the phone");
            page.getByText("Saved at").waitFor();
            page.navigate(url("/missing/interviews"));
            page.navigate(form);
            assertThat(field(page, "Before: what led up to it").inputValue()).isEqualTo("An argument about the phone");
        }
    }

    private void survives(Browser opened, String person) throws Exception {
        region.canSignIn("merrowdale", person, passwords.encode(TestRegion.PASSWORD));
        var interview = interview();
        try (var browser = opened) {
            var page = signedIn(browser, person);
            page.navigate(url("/missing/interviews/" + interview + "/record"));
            field(page, "Time").fill("00:01");
            field(page, "Where was it held?").fill("At school");
            field(page, "Who held it?").fill("Pat");
            field(page, "Yes").check();
            field(page, "Face to face").check();
            field(page, "Before: what led up to it").fill("An argument");
            field(page, "During: where").fill(TOLD);
            field(page, "After: coming back").fill("Came by bus");
            field(page, "In the child's own words").fill("I am fine");
            field(page, "What would help").fill("Mediation");
            field(page, "The child agreed").check();
            idle(person);
            press(page, "Save the interview");
            assertThat(main(page)).contains("Sign in", "What you typed is kept");
            Browser.shot(page, "journey-idle");
            assertThat(held(interview)).isZero();

            signIn(page, person);
            assertThat(page.url()).endsWith("/missing/interviews/" + interview + "/record");
            assertThat(field(page, "During: where").inputValue()).isEqualTo(TOLD);
            assertThat(field(page, "Face to face").isChecked()).isTrue();
            press(page, "Save the interview");
            assertThat(main(page)).contains("The interview is recorded", "skate park");
            assertThat(held(interview)).isEqualTo(1);
            page.navigate(url("/missing/interviews/" + interview + "/record"));
            assertThat(main(page)).doesNotContain("skate park");
        }
    }

    private static void signIn(Page page, String person) throws Exception {
        field(page, "Email address").fill(person + "@merrowdale.example");
        field(page, "Password").fill(TestRegion.PASSWORD);
        field(page, "Code")
                .fill(new TimeBasedOneTimePasswordGenerator()
                        .generateOneTimePasswordString(
                                new SecretKeySpec(TestRegion.CODE_SECRET, "HmacSHA1"), clock.instant()));
        press(page, "Sign in");
    }

    private UUID interview() {
        var child = registered(family(), "Maya", LocalDate.of(2011, 1, 30));
        var episode = missing(child, clock.instant().minus(Duration.ofHours(5)));
        var back = clock.instant().minus(Duration.ofHours(1));
        does("hub-worker", () -> {
            episodes.locate(episode, new Episodes.Found(back, "Park", "Police", null));
            episodes.comeBack(episode, new Episodes.Return(back, "Home", null, null, null));
        });
        return database.owner()
                .sql("select i.interview_id from missing.interview_episode i where i.episode_id = :episode")
                .param("episode", episode)
                .query(UUID.class)
                .single();
    }

    private static void idle(String person) {
        database.owner()
                .sql("update access.session set last_seen_at = now() - interval '16 minutes' where person_id = :person")
                .param("person", region.person("merrowdale", person))
                .update();
    }

    private static int held(UUID interview) {
        return database.owner()
                .sql("select count(*) from missing.interview where id = :id and outcome = 'held'")
                .param("id", interview)
                .query(Integer.class)
                .single();
    }
}
