package lantern.access.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.signin.RecoveryCodes;
import lantern.calendar.London;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * One's own account at a glance.
 *
 * @param organisation whose account it is, where people sign in with their organisation's; then Lantern has nothing to change
 */
public record AccountPage(
        String name,
        String post,
        @Nullable String organisation,
        boolean password,
        int recoveryLeft,
        int passkeys,
        int sessions,
        List<Happened> happened)
        implements Page {

    /** Something that happened to the account. */
    public record Happened(String words, String when, boolean fresh) {}

    /** One place where the person is signed in. */
    public record Signed(UUID id, String device, String how, String started, String lastSeen, boolean here) {}

    /** Where the person is signed in now; this browser first. */
    public record Sessions(List<Signed> sessions) implements Page {
        @Override
        public String title() {
            return "Where you are signed in";
        }

        @Override
        public String back() {
            return "/account";
        }

        public boolean elsewhere() {
            return sessions.size() > 1;
        }
    }

    private static final Map<String, String> HOW = Map.of(
            "code", "Password and code",
            "recovery-code", "Password and recovery code",
            "passkey", "Passkey",
            "organisation", "Your organisation's account");

    static Signed signed(Account.Session session, Instant now) {
        return new Signed(
                session.id(),
                session.device(),
                HOW.getOrDefault(session.way(), session.way()),
                London.when(session.started(), now),
                session.here() ? "Now" : London.ago(session.lastSeen(), now),
                session.here());
    }

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("invitation.accepted", "The account was set up with an invitation"),
            Map.entry("recovery-code.used", "A recovery code was used to sign in"),
            Map.entry("recovery-codes.made", "New recovery codes were made"),
            Map.entry("password.changed", "The password was changed"),
            Map.entry("authenticator.changed", "Another authenticator app was set up"),
            Map.entry("passkey.added", "A passkey was added"),
            Map.entry("passkey.removed", "A passkey was removed"),
            Map.entry("passkey.copied", "Signing in was refused: a passkey looked like a copy of yours"),
            Map.entry("organisation.linked", "The account was linked with your organisation's account"));

    public static Happened happened(Account.Notice notice, Instant now) {
        return new Happened(
                WORDS.getOrDefault(notice.act(), notice.act()), London.when(notice.at(), now), !notice.seen());
    }

    @Override
    public String title() {
        return "Your account";
    }

    public String recovery() {
        return recoveryLeft == 0 ? "None left" : recoveryLeft + " of " + RecoveryCodes.HOW_MANY + " left";
    }

    public String passkeysHeld() {
        return passkeys == 0 ? "None" : String.valueOf(passkeys);
    }

    public String places() {
        return sessions == 1 ? "Here only" : sessions + " places";
    }

    public boolean news() {
        return happened.stream().anyMatch(Happened::fresh);
    }
}
