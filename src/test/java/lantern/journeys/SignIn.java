package lantern.journeys;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import lantern.TestRegion;

/** The steps of signing in at a browser. */
final class SignIn {
    private SignIn() {}

    static void with(Page page, String email, String password, String code) {
        page.getByLabel("Email address").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByLabel("Code").fill(code);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    /** The code of a step from now: -1, 0 and 1 are accepted, each once and in this order. */
    static String code(int step) {
        return code(TestRegion.CODE_SECRET, step);
    }

    static String code(byte[] secret, int step) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, "HmacSHA1"), Instant.now().plusSeconds(30L * step));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
