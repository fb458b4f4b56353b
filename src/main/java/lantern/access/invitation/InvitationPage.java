package lantern.access.invitation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantern.platform.web.Page;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Setting a password and an authenticator with an invitation.
 *
 * @param invited whose it is; null when the invitation was used or is too old
 */
public record InvitationPage(Form form, String token, Invitations.@Nullable Invited invited, CodeSecret secret)
        implements Page.WithForm {
    static InvitationPage of(
            String token, Optional<Invitations.Invited> invited, CodeSecret secret, List<FieldError> errors) {
        return new InvitationPage(
                new Form(Map.of(), invited.isPresent() ? errors : List.of()), token, invited.orElse(null), secret);
    }

    @Override
    public String title() {
        return invited == null ? "This invitation cannot be used" : "Set your password and code";
    }
}
