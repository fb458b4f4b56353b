package lantern.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens of 256 bits, each seen once: what is stored of them is a hash. */
public final class Tokens {
    /** Days that a token of a machine client lasts when nobody says otherwise, and at most. */
    public static final int DAYS = 365;

    public static final int MOST_DAYS = 3650;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** Of a machine client. */
    public static String client() {
        return fresh("lt_");
    }

    /** Of an invitation: the last part of a link that works once. */
    public static String invitation() {
        return fresh("li_");
    }

    private static String fresh(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored: SHA-256, enough for 256 random bits. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
