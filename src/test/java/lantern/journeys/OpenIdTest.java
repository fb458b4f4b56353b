package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import lantern.Lantern;
import lantern.TestClock;
import lantern.TestRegion;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** People sign in with their organisation's account: a Lantern of its own beside a real identity provider. */
@SpringBootTest(classes = Lantern.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OpenIdTest.Beside.class)
@DirtiesContext
class OpenIdTest {
    // Set before the server starts, by Beside.
    @SuppressWarnings("NullAway.Init")
    private static IdentityProvider provider;

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static TestRegion region;

    @Value("${local.server.port}")
    int port;

    @BeforeEach
    void theProviderKnowsLantern() {
        provider.expects("http://127.0.0.1:" + port);
    }

    @AfterAll
    static void stop() {
        if (provider != null) provider.close();
    }

    @Test
    void an_invited_person_signs_in_with_their_organisations_account_and_out_of_both() {
        region.invited("merrowdale", "hub-worker", "amara@council.example");
        provider.knows("amara", IdentityProvider.withSecondFactor("Amara@council.example"));
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            page.navigate(url("/account"));
            AccountTest.look(page, "openid-sign-in");
            assertThat(main(page)).contains("You sign in to Lantern with the account of Merrowdale Council");
            assertThat(page.getByLabel("Password").count()).isZero();
            signIn(page, "amara");
            assertThat(page.url()).isEqualTo(url("/account"));
            assertThat(main(page)).contains("Robin Newcomer", "linked with your organisation's account");
            AccountTest.look(page, "openid-account");
            page.navigate(url("/account/sessions"));
            assertThat(main(page)).contains("Your organisation's account");

            IdentityProvider.changeKeys();
            press(page, "Sign out");
            assertThat(main(page)).contains("You are signed out of Lantern", "still signed in");
            AccountTest.look(page, "openid-signed-out");
            page.navigate(url("/sign-in"));
            press(page, "Sign in with Merrowdale Council");
            assertThat(main(page)).contains("Your work");

            press(page, "Sign out");
            press(page, "Sign out of Merrowdale Council");
            assertThat(page.url()).startsWith(url("/sign-in"));
            press(page, "Sign in with Merrowdale Council");
            assertThat(page.getByLabel("Username").count()).isOne();
        }
        assertThat(acts("amara@council.example"))
                .containsExactly(
                        "organisation.linked", "sign-in.done", "sign-out.done", "sign-in.done", "sign-out.done");
    }

    @Test
    void nobody_is_added_by_signing_in_and_nobody_comes_in_without_a_second_factor() {
        region.invited("merrowdale", "hub-worker", "ben@council.example");
        provider.knows("stranger", IdentityProvider.withSecondFactor("stranger@council.example"));
        provider.knows("ben", Map.of("email", "ben@council.example", "email_verified", true, "amr", List.of("pwd")));
        provider.knows(
                "impostor",
                Map.of("email", "ben@council.example", "email_verified", false, "amr", List.of("pwd", "mfa")));
        assertThat(said("stranger")).contains("Nobody was invited to Lantern");
        assertThat(said("ben")).contains("without a second factor");
        assertThat(said("impostor")).contains("Nobody was invited to Lantern");
        assertThat(acts("ben@council.example")).containsExactly("sign-in.failed");
    }

    @Test
    void an_address_that_was_given_to_somebody_else_opens_nothing() {
        region.invited("merrowdale", "hub-worker", "desk@council.example");
        provider.knows("first", IdentityProvider.withSecondFactor("desk@council.example"));
        provider.knows("second", IdentityProvider.withSecondFactor("desk@council.example"));
        assertThat(said("first")).contains("Your work");
        assertThat(said("second")).contains("belonged to another account");
        assertThat(said("first")).contains("Your work");
    }

    @Test
    void an_answer_is_taken_only_by_the_browser_that_asked_and_once() throws Exception {
        region.invited("merrowdale", "hub-worker", "cara@council.example");
        provider.knows("cara", IdentityProvider.withSecondFactor("cara@council.example"));
        try (var hers = Browser.desktop();
                var another = Browser.desktop()) {
            var page = hers.page();
            var answers = new java.util.ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().contains("/sign-in/organisation/answer")) answers.add(request.url());
            });
            page.navigate(url("/sign-in"));
            signIn(page, "cara");
            var stolen = another.page();
            stolen.navigate(url("/sign-in/organisation"));
            stolen.navigate(answers.getFirst());
            assertThat(main(stolen)).contains("begun in another window");
            page.navigate(answers.getFirst());
            assertThat(main(page)).contains("begun in another window");
        }
    }

    @Test
    void accounts_of_lanterns_own_are_off() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var path : List.of("/invitation?token=li_x", "/sign-in/recovery")) {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(answer.body()).contains("Sign in with the account of Merrowdale Council");
            }
        }
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            page.navigate(url("/sign-in"));
            var post =
                    "async path => (await fetch(path, {method: 'POST', body: new URLSearchParams({_csrf: document.cookie, email: 'a', password: 'b'})})).status";
            for (var path : List.of("/sign-in", "/sign-in/passkey", "/sign-in/recovery", "/invitation"))
                assertThat(page.evaluate(post, path)).as(path).isEqualTo(403);
        }
    }

    private String said(String person) {
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            page.navigate(url("/sign-in"));
            signIn(page, person);
            return main(page);
        }
    }

    private static void signIn(Page page, String person) {
        press(page, "Sign in with Merrowdale Council");
        page.getByLabel("Username").fill(person);
        page.getByLabel("Password").fill(IdentityProvider.PASSWORD);
        page.locator("button[type=submit]").first().click();
    }

    private static void press(Page page, String button) {
        Browser.pressExactly(page, button);
    }

    private static String main(Page page) {
        return Browser.main(page);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static List<String> acts(String email) {
        return database.superuser()
                .sql(
                        "select act from audit.entry where actor_id = (select id from access.person where email = :email) order by id")
                .param("email", email)
                .query((row, n) -> row.getString(1))
                .list();
    }

    static final class Beside implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            provider = new IdentityProvider();
            database = TestDatabase.fresh();
            region = TestRegion.in(database);
            context.getBeanFactory().registerSingleton("databaseSettings", database.settings());
            context.getBeanFactory().registerSingleton("dataFolder", TestDatabase.folder());
            context.getBeanFactory().registerSingleton("clock", new TestClock());
            TestPropertyValues.of(
                            "lantern.ledger.heads=" + TestDatabase.freshHeads(),
                            "lantern.oidc.issuer=" + provider.issuer(),
                            "lantern.oidc.client-id=lantern",
                            "lantern.oidc.client-secret=" + IdentityProvider.SECRET,
                            "lantern.oidc.name=Merrowdale Council",
                            "lantern.oidc.second-factor=amr:mfa")
                    .applyTo(context);
        }
    }
}
