package lantern.access.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The passwords and words that come first in every guessing list, shipped with Lantern ({@code passwords/common.txt}, our
 * own). A password is common when it is made of one or two of them, or of a run along the keyboard, with digits and signs
 * around: "Password2026!", "qwertyuiop123", "liverpoolliverpool". Three words together are not.
 */
@Component
final class CommonPasswords {
    private static final String[] RUNS = {
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0",
        "asdfghjklqwertyuiopzxcvbnm",
        "zaq1xsw2cde3vfr4bgt5nhy6mju7"
    };

    private final Set<String> words;

    CommonPasswords() {
        try (var file = new ClassPathResource("passwords/common.txt").getInputStream()) {
            words = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this, in lower case, is or is like one of the commonest. */
    boolean contain(String plain) {
        for (var each : new String[] {plain, plainLetters(plain.replaceAll("[^\\p{L}]+$", ""))}) {
            if (words.contains(each)) return true;
            var bare = each.replaceAll("[^\\p{L}\\p{N}]", "");
            var core = bare.replaceAll("^\\d+|\\d+$", "");
            if (core.length() < 4 || oneOrTwo(core) || oneOrTwo(bare) || run(core) || run(bare)) return true;
        }
        return false;
    }

    private boolean oneOrTwo(String core) {
        var whole = repeated(core);
        if (words.contains(whole)) return true;
        for (var cut = 3; cut <= whole.length() - 3; cut++) {
            var first = whole.substring(0, cut).replaceAll("\\d+$", "");
            var second = whole.substring(cut);
            if (words.contains(first) && (words.contains(second) || run(second))) return true;
        }
        return false;
    }

    /** What is written over and over: "abcabcabc" is "abc". */
    private static String repeated(String text) {
        for (var length = 1; length <= text.length() / 2; length++) {
            var part = text.substring(0, length);
            if (text.length() % length == 0
                    && part.repeat(text.length() / length).equals(text)) return part;
        }
        return text;
    }

    private static boolean run(String text) {
        for (var row : RUNS) {
            var back = new StringBuilder(row).reverse().toString();
            if ((row + row).contains(text) || (back + back).contains(text)) return true;
        }
        return false;
    }

    private static String plainLetters(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }
}
