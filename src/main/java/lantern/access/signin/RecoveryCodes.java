package lantern.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ten codes that each open the account once when the authenticator is lost. Seen when they are made, and never again. */
public record RecoveryCodes(List<String> codes) {
    public static final int HOW_MANY = 10;

    /** No letter that is mistaken for a digit or another letter. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static RecoveryCodes fresh() {
        return new RecoveryCodes(
                Stream.generate(RecoveryCodes::one).limit(HOW_MANY).toList());
    }

    private static String one() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?=.)", "$1-");
    }

    /** What the database keeps of them. */
    public byte[][] hashes() {
        return codes.stream().map(code -> hash(typed(code))).toArray(byte[][]::new);
    }

    /** As the code is compared: without the hyphens, spaces and capitals that somebody may type. */
    static String typed(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCodes[" + codes.size() + "]";
    }
}
