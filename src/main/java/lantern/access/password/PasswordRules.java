package lantern.access.password;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What makes a password good enough: length, and that nobody would try it (NCSC "Password policy: updating your approach";
 * OWASP ASVS 5.0, 6.2). No rules of composition and no expiry: both make people choose worse ones.
 */
@Component
public final class PasswordRules {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final String ADVICE = "three or four words that you remember are good";

    private final CommonPasswords common;
    private final BreachedPasswords breached;

    PasswordRules(CommonPasswords common, BreachedPasswords breached) {
        this.common = common;
        this.breached = breached;
    }

    /**
     * What is wrong with a new password, as a sentence that says what to do; nothing when it is good.
     *
     * @param about what others know of its owner: name, email address
     */
    public Optional<String> wrong(String password, String... about) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST)
            return Optional.of("Use " + SHORTEST + " to " + LONGEST + " characters; " + ADVICE);
        var plain = password.toLowerCase(Locale.ROOT);
        for (var word : guessable(about)) {
            if (plain.contains(word)) return Optional.of("Leave out \"" + word + "\": others can guess it; " + ADVICE);
        }
        if (password.codePoints().distinct().count() < 5)
            return Optional.of("Use more different characters; " + ADVICE);
        if (common.contain(plain))
            return Optional.of(
                    "Choose another password: many people use this one or one like it, so it is tried first; "
                            + ADVICE);
        if (breached.contain(password))
            return Optional.of(
                    "Choose another password: this one is in lists of stolen passwords, so it is tried first; "
                            + ADVICE);
        return Optional.empty();
    }

    private static List<String> guessable(String... about) {
        var words = new ArrayList<>(List.of("lantern"));
        for (var each : about) {
            for (var word : each.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (word.length() >= 4 && !word.equals("example")) words.add(word);
            }
        }
        return words;
    }
}
