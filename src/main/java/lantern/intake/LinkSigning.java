package lantern.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lantern.access.SystemTokens;
import org.springframework.stereotype.Component;

/**
 * Signs what is handed out. A link says which it is and carries a signature under a key outside the database, so a made-up one is refused before anything is
 * read, and a manager can show the same link again. The code to type is made from the same key and found by its keyed hash.
 */
@Component
public class LinkSigning {
    /** Without vowels, so that no word comes about, and without what is mistaken for something else. */
    private static final String LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789";

    private static final int CODE = 10;
    private static final int SIGNATURE = 16;

    private final byte[] key;

    public LinkSigning(SystemTokens tokens) {
        this.key = tokens.key("reports without an account");
    }

    /** Which link somebody holds. */
    public record Held(UUID authority, UUID link) {}

    public String token(UUID authority, UUID link) {
        var said = said(authority, link);
        var whole = ByteBuffer.allocate(said.length + SIGNATURE)
                .put(said)
                .put(mac("link", said), 0, SIGNATURE)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty when the signature is not ours. */
    public Optional<Held> read(String token) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length != 32 + SIGNATURE) return Optional.empty();
        var said = Arrays.copyOf(whole, 32);
        var signed = Arrays.copyOfRange(whole, 32, whole.length);
        if (!MessageDigest.isEqual(signed, Arrays.copyOf(mac("link", said), SIGNATURE))) return Optional.empty();
        var ids = ByteBuffer.wrap(said);
        return Optional.of(new Held(new UUID(ids.getLong(), ids.getLong()), new UUID(ids.getLong(), ids.getLong())));
    }

    /** Ten letters and digits in two groups. */
    public String code(UUID authority, UUID link) {
        var bytes = mac("code", said(authority, link));
        var code = new StringBuilder();
        for (var i = 0; i < CODE; i++) code.append(LETTERS.charAt((bytes[i] & 0xff) % LETTERS.length()));
        return code.insert(CODE / 2, '-').toString();
    }

    /** What a code is found by, however it was typed. */
    public byte[] hash(String code) {
        var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return mac("found by", plain.getBytes(StandardCharsets.UTF_8));
    }

    /** A key for counting what comes from somewhere, which does not say from where. */
    public byte[] counted(String what) {
        return mac("counted", what.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] said(UUID authority, UUID link) {
        return ByteBuffer.allocate(32)
                .putLong(authority.getMostSignificantBits())
                .putLong(authority.getLeastSignificantBits())
                .putLong(link.getMostSignificantBits())
                .putLong(link.getLeastSignificantBits())
                .array();
    }

    private byte[] mac(String purpose, byte[] of) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((purpose + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
