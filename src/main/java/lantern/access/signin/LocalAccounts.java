package lantern.access.signin;

import lantern.platform.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether people sign in with accounts of Lantern's own, or only with their organisation's account (OpenID Connect). */
@Component
public final class LocalAccounts {
    private final String issuer;
    private final String organisation;

    LocalAccounts(
            @Value("${lantern.oidc.issuer:}") String issuer,
            @Value("${lantern.oidc.name:your organisation}") String organisation) {
        this.issuer = issuer;
        this.organisation = organisation;
    }

    public boolean on() {
        return issuer.isBlank();
    }

    /** Whose account it is, as people call it: "Merrowdale Council". */
    public String organisation() {
        return organisation;
    }

    /** Passwords, codes, passkeys and invitations exist only where Lantern has accounts of its own. */
    public void require() {
        if (!on())
            throw Refused.notAllowed(
                    "Lantern has no passwords here. Sign in with the account of " + organisation + ".");
    }
}
