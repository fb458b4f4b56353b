package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import lantern.TestRegion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passkeys, with Chromium's virtual authenticator. */
class PasskeyTest extends Journey {
    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient db;

    @Test
    void a_passkey_that_sees_who_holds_it_is_enough_by_itself() {
        var email = region.newcomer("merrowdale", "hub-worker", passwords.encode(TestRegion.PASSWORD));
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            var authenticator = authenticator(page, true);
            signIn(page, email, 0);
            add(page, "Work laptop");
            AccountTest.look(page, "passkeys");
            press(page, "Sign out");
            AccountTest.look(page, "sign-in-with-passkey");
            press(page, "Sign in with a passkey");
            page.waitForURL(local("/"));
            assertThat(main(page)).contains("Your work");
            page.navigate(local("/account/sessions"));
            assertThat(main(page)).contains("Passkey");
            page.navigate(local("/account"));
            assertThat(main(page)).contains("A passkey was added");

            page.navigate(local("/account/passkeys"));
            follow(page, "Rename or remove");
            field(page, "Name").fill("Old laptop");
            press(page, "Rename");
            assertThat(main(page)).contains("Old laptop");
            follow(page, "Rename or remove");
            AccountTest.look(page, "passkey");
            field(page, "Your password").fill("not the password");
            press(page, "Remove this passkey");
            assertThat(main(page)).contains("Enter the password that you sign in with now");
            field(page, "Your password").fill(TestRegion.PASSWORD);
            press(page, "Remove this passkey");
            assertThat(main(page)).contains("The passkey is removed", "You have none yet");
            press(page, "Sign out");
            press(page, "Sign in with a passkey");
            page.getByText("There is a problem").waitFor();
            assertThat(main(page)).contains("passkey is not right");
            authenticator.close();
        }
        assertThat(acts(email)).contains("passkey.added", "passkey.removed", "sign-in.done");
    }

    @Test
    void a_passkey_that_asks_nothing_is_the_second_step_after_the_password() {
        var email = region.newcomer("merrowdale", "duty-worker", passwords.encode(TestRegion.PASSWORD));
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            authenticator(page, false);
            signIn(page, email, 0);
            add(page, "Security key");
            press(page, "Sign out");

            field(page, "Email address").fill(email);
            field(page, "Password").fill("not the password");
            press(page, "Sign in with a passkey");
            page.getByText("The email address, password or passkey is not right")
                    .waitFor();
            field(page, "Password").fill(TestRegion.PASSWORD);
            // A button that was just pressed does not take the next press of a double one.
            page.evaluate("() => document.querySelector('[data-passkey-sign-in] form').requestSubmit()");
            page.waitForFunction("() => document.querySelector('h1').textContent === 'Your work'");
            assertThat(main(page)).contains("Your work");
        }
        assertThat(acts(email)).contains("sign-in.failed");
    }

    @Test
    void an_answer_works_once_and_only_for_what_was_asked() {
        var email = region.newcomer("merrowdale", "duty-worker", passwords.encode(TestRegion.PASSWORD));
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            authenticator(page, true);
            signIn(page, email, 0);
            add(page, "Work laptop");
            press(page, "Sign out");
            // what the script posted, kept to be posted again
            page.evaluate(
                    "() => { HTMLFormElement.prototype.submit = function () { window.kept = new URLSearchParams(new FormData(this)).toString(); }; }");
            press(page, "Sign in with a passkey");
            page.waitForFunction("() => window.kept");
            var post =
                    "async () => (await fetch('/sign-in/passkey', {method: 'POST', body: new URLSearchParams(window.kept), redirect: 'manual'})).type";
            assertThat(page.evaluate(post)).isEqualTo("opaqueredirect");
            assertThat(page.evaluate(post)).isEqualTo("basic");
        }
        assertThat(acts(email)).filteredOn("sign-in.done"::equals).hasSize(2);
    }

    @Test
    void nobody_is_signed_in_by_a_statement_that_only_says_that_a_passkey_was_used() {
        assertThatThrownBy(() -> as(
                        "hub-worker",
                        () -> db.sql(
                                        "select access.open_session_by_passkey('\\x00', 1, '\\x00', 'ls_x', gen_random_uuid(), 'x')")
                                .query(Boolean.class)
                                .single()))
                .rootCause()
                .hasMessageContaining("Only Lantern itself");
    }

    private void signIn(Page page, String email, int step) {
        page.navigate(local("/sign-in"));
        SignIn.with(page, email, TestRegion.PASSWORD, SignIn.code(step));
        assertThat(main(page)).contains("Your work");
    }

    private void add(Page page, String name) {
        page.navigate(local("/account/passkeys"));
        field(page, "Name").fill(name);
        field(page, "Your password").fill(TestRegion.PASSWORD);
        press(page, "Add a passkey");
        page.getByText("The passkey is added").waitFor();
        assertThat(main(page)).contains(name);
    }

    /** A browser binds a passkey to a host's name, never to an address of digits. */
    private String local(String path) {
        return "http://localhost:" + port + path;
    }

    private static Authenticator authenticator(Page page, boolean seesWhoHoldsIt) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", seesWhoHoldsIt ? "internal" : "usb");
        options.addProperty("hasResidentKey", seesWhoHoldsIt);
        options.addProperty("hasUserVerification", seesWhoHoldsIt);
        options.addProperty("isUserVerified", seesWhoHoldsIt);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
        return new Authenticator(session);
    }

    private record Authenticator(CDPSession session) {
        void close() {
            session.send("WebAuthn.disable");
        }
    }

    private static List<String> acts(String email) {
        return database.superuser()
                .sql(
                        "select act from audit.entry where actor_id = (select id from access.person where email = :email) order by id")
                .param("email", email)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
