package lantern.access.invitation;

import lantern.access.signin.RecoveryCodes;
import lantern.platform.web.Page;

/** The one time that recovery codes are seen, and where to go on to. */
public record CodesPage(RecoveryCodes recovery, String next, String onwards) implements Page {
    @Override
    public String title() {
        return "Your recovery codes";
    }
}
