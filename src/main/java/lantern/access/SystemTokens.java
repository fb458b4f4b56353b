package lantern.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of Lantern's own jobs, one an authority: derived from a secret that is outside the database, whose hashes the
 * migrator registers. So a statement slipped in as the application role cannot act as the system.
 */
public final class SystemTokens {
    private final byte[] secret;

    public SystemTokens(byte[] secret) {
        if (secret.length < 32) throw new IllegalArgumentException("The system secret needs at least 32 bytes");
        this.secret = secret.clone();
    }

    /** A key of Lantern's own for one purpose: what is handed out under it can be checked and shown again, and is kept nowhere. */
    public byte[] key(String purpose) {
        return mac("key for " + purpose);
    }

    /** With what a person's browser encrypts the words it keeps until they are saved: theirs alone, and not in the database. */
    public String keptBy(java.util.UUID person) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key("what is kept by " + person));
    }

    public String of(String authorityCode) {
        return "lt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(authorityCode));
    }

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
