package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import lantern.platform.Ids;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** Somebody is invited, signs in for the first time, gets another post, and leaves: the manager without JavaScript throughout. */
class JoinerMoverLeaverTest extends Journey {
    private static final String PASSWORD = "seven green kettles sing";

    @Test
    void somebody_is_invited_signs_in_moves_and_leaves() throws Exception {
        var email = "joiner-" + Ids.next() + "@merrowdale.example";
        try (var managers = Browser.withoutJavaScript();
                var theirs = Browser.desktop()) {
            var manager = signedIn(managers, "administrator");
            follow(manager, "People");
            Browser.shot(manager, "admin-" + "people");
            follow(manager, "Invite a person");
            press(manager, "Invite");
            assertThat(main(manager)).contains("Enter their name", "Choose the role", "Say why");
            Browser.shot(manager, "admin-" + "people-invite-refused");
            field(manager, "Name").fill("Jo Newcome");
            field(manager, "Email address").fill(email);
            field(manager, "Role").selectOption("social-worker");
            field(manager, "Team")
                    .selectOption(
                            new com.microsoft.playwright.options.SelectOption().setLabel("Merrowdale north team"));
            field(manager, "Why do they need it?").fill("Starts on Monday");
            press(manager, "Invite");
            Browser.shot(manager, "admin-" + "people-link");
            var link = manager.locator("[data-link]").innerText();

            var joiner = theirs.page();
            joiner.navigate(link);
            var key = joiner.locator("p:has-text('Key:') strong").innerText().replace(" ", "");
            field(joiner, "New password").fill(PASSWORD);
            field(joiner, "Code").fill(code(key, 0));
            press(joiner, "Save and go on");
            signIn(joiner, email, code(key, 1));
            assertThat(joiner.locator("header").innerText()).contains("Jo Newcome", "Social worker");

            manager.navigate(url("/people?q=" + email));
            follow(manager, "Jo Newcome");
            assertThat(main(manager))
                    .contains("Can sign in", "Signed in now", "Social worker", "Merrowdale north team");
            Browser.shot(manager, "admin-" + "person");
            follow(manager, "Change post");
            Browser.shot(manager, "admin-" + "person-post");
            field(manager, "Role").selectOption("team-manager");
            field(manager, "Why do they need it?").fill("Acting up");
            press(manager, "Save");
            assertThat(main(manager)).contains("The post was changed", "Team manager");

            joiner.navigate(url("/"));
            assertThat(joiner.url()).contains("/sign-in");
            codesWorkAgain(email);
            signIn(joiner, email, code(key, 0));
            assertThat(joiner.locator("header").innerText()).contains("Team manager");

            follow(manager, "They leave");
            Browser.shot(manager, "admin-" + "person-leaving");
            var today = lantern.calendar.London.date(clock.instant());
            field(manager, "Day").fill(String.valueOf(today.getDayOfMonth()));
            field(manager, "Month").fill(String.valueOf(today.getMonthValue()));
            field(manager, "Year").fill(String.valueOf(today.getYear()));
            field(manager, "Why do they leave?").fill("New job");
            press(manager, "Save");
            assertThat(main(manager)).contains("Disabled", "New job");
            Browser.shot(manager, "admin-" + "person-left");

            joiner.navigate(url("/"));
            assertThat(joiner.url()).contains("/sign-in");
            codesWorkAgain(email);
            signIn(joiner, email, code(key, 0));
            assertThat(main(joiner)).contains("is not right");
        }
    }

    @Test
    void a_manager_finds_every_page_of_administration_and_they_are_accessible() {
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "head-of-service");
            follow(page, "People");
            look(page, "people-all");
            follow(page, "Agencies and teams");
            look(page, "agencies");
            follow(page, "Add an agency");
            look(page, "agency-new");
            page.navigate(url("/agencies"));
            page.locator("a[href^='/teams/']").first().click();
            look(page, "team");
            page.navigate(url("/roles"));
            look(page, "roles");
            page.navigate(url("/people/reviews"));
            look(page, "reviews");
            page.navigate(url("/clients"));
            look(page, "clients");
            follow(page, "Add a connected system");
            look(page, "client-new");
            field(page, "Whose system is it?")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Merrowdale police"));
            field(page, "Name").fill("Journey " + Ids.next());
            press(page, "Save");
            follow(page, "Issue a token");
            look(page, "token-new");
            page.getByLabel("notifications:write").check();
            press(page, "Issue a token");
            assertThat(page.locator("[data-token]").innerText()).startsWith("lt_");
            look(page, "token-issued");
            follow(page, "Done: I have copied it");
            look(page, "client");
            follow(page, "Renew");
            look(page, "token-renew");
            page.navigate(url("/people/new"));
            look(page, "person-new");
            var worker = "/people/" + region.person("merrowdale", "social-worker-south");
            page.navigate(url(worker));
            look(page, "person");
            follow(page, "Change post");
            look(page, "person-post");
            page.navigate(url(worker + "/leaving"));
            look(page, "person-leaving");
            page.navigate(url("/people/" + region.person("merrowdale", "hub-worker")));
            look(page, "person-who-sees-every-child");
            follow(page, "Reset password and second factor");
            field(page, "Why?").fill("Lost the phone");
            press(page, "Reset");
            assertThat(main(page)).contains("A second person must agree", "Waits for a second person");
            look(page, "person-waiting");
        }
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "governance-lead");
            follow(page, "People");
            assertThat(main(page)).contains("Waiting for you", "New password and second factor: Pat hub-worker");
            look(page, "people-waiting");
            follow(page, "New password and second factor: Pat hub-worker");
            look(page, "decision");
            page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
            field(page, "If not, why?").fill("They found it");
            press(page, "Save");
            assertThat(main(page)).contains("The change was refused");
        }
    }

    private void signIn(Page page, String email, String code) {
        if (!page.url().contains("/sign-in")) page.navigate(url("/sign-in"));
        field(page, "Email address").fill(email);
        field(page, "Password").fill(PASSWORD);
        field(page, "Code").fill(code);
        press(page, "Sign in");
    }

    /** As if the half minute had passed in which the last code was used. */
    private static void codesWorkAgain(String email) {
        database.owner()
                .sql(
                        "update access.credential set last_code_step = 0 where person_id = (select id from access.person where email = :email)")
                .param("email", email)
                .update();
    }

    private static String code(String key, int halfMinutesLater) throws Exception {
        var at = Instant.now().plus(Duration.ofSeconds(30L * halfMinutesLater));
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(key), "HmacSHA1"), at);
    }

    private static void look(Page page, String name) {
        Browser.axe(page);
        Browser.shot(page, "admin-" + name);
        page.setViewportSize(360, 740);
        Browser.axe(page);
        Browser.fits(page);
        Browser.shot(page, "admin-" + name + "-phone");
        page.setViewportSize(1280, 900);
    }
}
