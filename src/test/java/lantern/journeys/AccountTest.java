package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import lantern.TestRegion;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Somebody's own account: where they are signed in, recovery codes, the password, the authenticator. */
class AccountTest extends Journey {
    private static final String ANOTHER = "marmalade ships under umbrellas";

    @Autowired
    PasswordEncoder passwords;

    @Test
    void an_invitation_is_accepted_and_a_lost_phone_does_not_lock_anybody_out() {
        var email = "invited-" + family().toLowerCase(java.util.Locale.ROOT) + "@merrowdale.example";
        var person = region.invited("merrowdale", "hub-worker", email);
        var token = region.invitation("merrowdale", person, clock.instant().plus(Duration.ofDays(3)));
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            page.navigate(url("/invitation?token=" + token));
            assertThat(main(page)).contains("Robin Newcomer", email);
            var key = page.locator("input[name=secret]").inputValue();
            field(page, "New password").fill("Password2026!");
            field(page, "Code").fill(SignIn.code(new Base32().decode(key), 0));
            press(page, "Save and go on");
            assertThat(main(page)).contains("many people use this one");
            assertThat(page.locator("input[name=secret]").inputValue()).isEqualTo(key);
            field(page, "New password").fill(ANOTHER);
            field(page, "Code").fill(SignIn.code(new Base32().decode(key), 0));
            press(page, "Save and go on");
            var codes = page.locator(".lantern-codes code").allInnerTexts();
            assertThat(codes).hasSize(10).doesNotHaveDuplicates();
            look(page, "recovery-codes");

            page.navigate(url("/invitation?token=" + token));
            assertThat(main(page)).contains("This invitation cannot be used");

            recover(page, email, ANOTHER, codes.get(3));
            assertThat(main(page)).contains("Your work");
            page.locator(".lantern-reader__account").click();
            assertThat(main(page)).contains("9 of 10 left", "A recovery code was used to sign in", "New");
            look(page, "account");
            press(page, "I have seen these");
            assertThat(main(page)).doesNotContain("New\n");
            press(page, "Sign out");

            recover(page, email, ANOTHER, codes.get(3));
            assertThat(main(page)).contains("There is a problem");
            recover(page, email, "not the password", codes.get(4));
            assertThat(main(page)).contains("There is a problem");
            recover(
                    page,
                    email,
                    ANOTHER,
                    codes.get(4).toUpperCase(java.util.Locale.ROOT).replace("-", " "));
            assertThat(main(page)).contains("Your work");

            page.navigate(url("/account/recovery-codes"));
            assertThat(main(page)).contains("8 of 10");
            look(page, "account-recovery-codes");
            field(page, "Your password").fill("not the password");
            press(page, "Make new recovery codes");
            assertThat(main(page)).contains("Enter the password that you sign in with now");
            field(page, "Your password").fill(ANOTHER);
            press(page, "Make new recovery codes");
            var renewed = page.locator(".lantern-codes code").allInnerTexts();
            assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
            press(page, "Sign out");
            recover(page, email, ANOTHER, codes.get(5));
            assertThat(main(page)).contains("There is a problem");
            recover(page, email, ANOTHER, renewed.getFirst());
            assertThat(main(page)).contains("Your work");
        }
        assertThat(acts(email))
                .contains(
                        "invitation.accepted",
                        "recovery-code.used",
                        "recovery-codes.made",
                        "sign-in.done",
                        "sign-in.failed",
                        "sign-out.done");
    }

    @Test
    void somebody_sees_where_they_are_signed_in_and_ends_what_is_not_them() {
        var email = region.newcomer("merrowdale", "duty-worker", passwords.encode(TestRegion.PASSWORD));
        try (var here = Browser.desktop();
                var there = Browser.phone();
                var elsewhere = Browser.withoutJavaScript()) {
            var pages = List.of(there.page(), elsewhere.page(), here.page());
            for (var i = 0; i < 3; i++) {
                pages.get(i).navigate(url("/sign-in"));
                SignIn.with(pages.get(i), email, TestRegion.PASSWORD, SignIn.code(i - 1));
                assertThat(main(pages.get(i))).contains("Your work");
            }
            var page = pages.get(2);
            page.navigate(url("/account/sessions"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            assertThat(main(page)).contains("This browser", "Chrome on", "Password and code");
            look(page, "account-sessions");
            press(page, "Sign out there");
            assertThat(main(page)).contains("You are signed out there");
            assertThat(page.locator("tbody tr").count()).isEqualTo(2);
            press(page, "Sign out everywhere but here");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            for (var gone : pages.subList(0, 2)) {
                gone.navigate(url("/account"));
                assertThat(gone.url()).contains("/sign-in");
            }
            page.navigate(url("/account"));
            assertThat(main(page)).contains("Here only");
        }
        assertThat(acts(email)).filteredOn("sessions.ended"::equals).hasSize(2);
    }

    @Test
    void a_changed_password_ends_every_other_session() {
        var email = region.newcomer("merrowdale", "hub-worker", passwords.encode(TestRegion.PASSWORD));
        try (var here = Browser.withoutJavaScript();
                var there = Browser.withoutJavaScript()) {
            var other = there.page();
            other.navigate(url("/sign-in"));
            SignIn.with(other, email, TestRegion.PASSWORD, SignIn.code(-1));
            var page = here.page();
            page.navigate(url("/sign-in"));
            SignIn.with(page, email, TestRegion.PASSWORD, SignIn.code(0));
            page.navigate(url("/account/password"));
            field(page, "Password now").fill("not the password");
            field(page, "New password").fill(ANOTHER);
            press(page, "Change the password");
            assertThat(main(page)).contains("Enter the password that you sign in with now");
            field(page, "Password now").fill(TestRegion.PASSWORD);
            field(page, "New password").fill("robin likes ship biscuits");
            press(page, "Change the password");
            assertThat(main(page)).contains("Leave out \"robin\"");
            field(page, "Password now").fill(TestRegion.PASSWORD);
            field(page, "New password").fill(ANOTHER);
            press(page, "Change the password");
            assertThat(main(page)).contains("Your password is changed", "The password was changed");
            other.navigate(url("/account"));
            assertThat(other.url()).contains("/sign-in");
            SignIn.with(other, email, TestRegion.PASSWORD, SignIn.code(1));
            assertThat(main(other)).contains("There is a problem");
            SignIn.with(other, email, ANOTHER, SignIn.code(1));
            assertThat(other.url()).endsWith("/account");
        }
    }

    @Test
    void another_authenticator_replaces_the_old_one() {
        var email = region.newcomer("merrowdale", "duty-worker", passwords.encode(TestRegion.PASSWORD));
        try (var browser = Browser.desktop()) {
            var page = browser.page();
            page.navigate(url("/sign-in"));
            SignIn.with(page, email, TestRegion.PASSWORD, SignIn.code(0));
            page.navigate(url("/account/authenticator"));
            look(page, "account-authenticator");
            var key = new Base32().decode(page.locator("input[name=secret]").inputValue());
            field(page, "Code").fill(SignIn.code(key, 0));
            field(page, "Your password").fill(TestRegion.PASSWORD);
            press(page, "Use this app from now on");
            assertThat(page.locator(".lantern-codes code").count()).isEqualTo(10);
            press(page, "Sign out");
            SignIn.with(page, email, TestRegion.PASSWORD, SignIn.code(1));
            assertThat(main(page)).contains("There is a problem");
            SignIn.with(page, email, TestRegion.PASSWORD, SignIn.code(key, 1));
            assertThat(main(page)).contains("Your work");
        }
    }

    private void recover(Page page, String email, String password, String code) {
        page.navigate(url("/sign-in"));
        follow(page, "Sign in with a recovery code");
        field(page, "Email address").fill(email);
        field(page, "Password").fill(password);
        field(page, "Recovery code").fill(code);
        press(page, "Sign in");
    }

    static void look(Page page, String name) {
        for (var width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            Browser.axe(page);
            Browser.fits(page);
            Browser.shot(page, "account-journey-" + name + "-" + width);
        }
        page.setViewportSize(1280, 900);
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
