package lantern.access.passkey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** One's passkeys, and adding one. */
public record PasskeysPage(Form form, List<Row> passkeys) implements Page.WithForm {

    public record Row(UUID id, String name, String added, String used) {}

    static Row row(Passkeys.Passkey passkey, Instant now) {
        var used = passkey.lastUsed();
        return new Row(
                passkey.id(),
                passkey.name(),
                London.when(passkey.made().toInstant(), now),
                used == null ? "Not yet" : London.when(used.toInstant(), now));
    }

    @Override
    public String title() {
        return "Passkeys";
    }

    @Override
    public String back() {
        return "/account";
    }

    /** Naming or removing one of them. */
    public record One(Form form, Row passkey) implements Page.WithForm {
        @Override
        public String title() {
            return "Passkey: " + passkey.name();
        }

        @Override
        public String back() {
            return "/account/passkeys";
        }
    }
}
