package lantern.access.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lantern.platform.web.Page;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page: where to go afterwards, whether something typed is kept, and in the demo who can sign in.
 *
 * @param organisation whose account it is, where people sign in with their organisation's account
 */
public record SignInPage(
        Form form,
        boolean recovery,
        String next,
        boolean kept,
        @Nullable String organisation,
        List<DemoAccount> demo) implements Page.WithForm {

    /** An invented person of the demo with the code of this half minute; none outside the demo. */
    public record DemoAccount(String post, String email, String password, String code) {}

    public static Form typed(String email, List<FieldError> errors) {
        return new Form(Map.of("email", List.of(email)), errors);
    }

    /** This address with where to go afterwards. */
    public String then(String path) {
        return next.equals("/") ? path : path + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public String title() {
        return recovery ? "Sign in with a recovery code" : "Sign in";
    }
}
