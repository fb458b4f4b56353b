package lantern.access.account;

import lantern.access.invitation.CodeSecret;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** The pages on which somebody changes what they sign in with. */
public sealed interface MeansPage extends Page.WithForm {
    @Override
    default String back() {
        return "/account";
    }

    record Password(Form form, String email) implements MeansPage {
        @Override
        public String title() {
            return "Change your password";
        }
    }

    /** How many recovery codes are left, and making new ones. */
    record Recovery(Form form, int left, int of) implements MeansPage {
        @Override
        public String title() {
            return "Recovery codes";
        }
    }

    /** Setting up another authenticator app. */
    record Authenticator(Form form, CodeSecret secret) implements MeansPage {
        @Override
        public String title() {
            return "Set up another authenticator app";
        }
    }
}
