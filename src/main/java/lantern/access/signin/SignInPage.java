package lantern.access.signin;

import java.util.List;
import java.util.Map;
import lantern.platform.web.Page;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;

/** The sign-in page: where to go afterwards, whether something typed is kept, and in the demo who can sign in. */
public record SignInPage(Form form, String next, boolean kept, List<DemoAccount> demo) implements Page.WithForm {

    /** An invented person of the demo with the code of this half minute; none outside the demo. */
    public record DemoAccount(String post, String email, String password, String code) {}

    static Form typed(String email, List<FieldError> errors) {
        return new Form(Map.of("email", List.of(email)), errors);
    }

    @Override
    public String title() {
        return "Sign in";
    }
}
