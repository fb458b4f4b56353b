package lantern.access.openid;

import lantern.platform.web.Page;

/** After signing out of Lantern, where the organisation's account may still be signed in. */
public record SignedOutPage(String organisation) implements Page {
    @Override
    public String title() {
        return "You are signed out of Lantern";
    }
}
