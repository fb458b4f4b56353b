package lantern.access.signin;

import java.util.List;
import java.util.Map;
import lantern.platform.web.Page;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;

/** Setting a password and an authenticator with an invitation. */
public record InvitationPage(Form form, String token, CodeSecret secret) implements Page.WithForm {
    static InvitationPage of(String token, CodeSecret secret, List<FieldError> errors) {
        return new InvitationPage(new Form(Map.of(), errors), token, secret);
    }

    @Override
    public String title() {
        return "Set your password and code";
    }
}
