package lantern.children.linkage.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names taken apart for comparing: any script, any keyboard, no accents, no invisible marks. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\s]+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-\\u2010-\\u2015/]+");

    private Words() {}

    /** "O’Malley-Smïth" is "omalleysmith". A name without a single letter (an emoji) is its own key. */
    public static String key(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(letters(name.toLowerCase(Locale.ROOT)), Normalizer.Form.NFKD))
                .replaceAll("");
        var key = NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("");
        return key.isEmpty() ? INVISIBLE.matcher(plain).replaceAll("") : key;
    }

    /** The words of a name, split at spaces and hyphens, as keys. */
    public static List<String> keys(String name) {
        return parts(name).stream()
                .map(Words::key)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    public static List<String> parts(String name) {
        return Arrays.stream(BETWEEN.split(name.strip()))
                .filter(part -> !part.isBlank())
                .toList();
    }

    // Letters with a stroke or joined together do not come apart in Unicode's own decomposition.
    private static String letters(String lower) {
        if (lower.chars().allMatch(c -> c < 128)) return lower;
        return lower.replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("þ", "th")
                .replace("ı", "i");
    }

    /** Jaro-Winkler similarity, 0 to 1: forgiving of a slip of the pen, most of all towards the end (Winkler 1990). */
    public static double likeness(String a, String b) {
        if (a.equals(b)) return 1;
        var reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        var taken = new boolean[b.length()];
        var common = new char[a.length()];
        var count = 0;
        for (var i = 0; i < a.length(); i++) {
            for (var j = Math.max(0, i - reach); j < Math.min(b.length(), i + reach + 1); j++) {
                if (!taken[j] && a.charAt(i) == b.charAt(j)) {
                    taken[j] = true;
                    common[count++] = a.charAt(i);
                    break;
                }
            }
        }
        if (count == 0) return 0;
        var outOfOrder = 0;
        var next = 0;
        for (var j = 0; j < b.length(); j++) {
            if (taken[j] && b.charAt(j) != common[next++]) outOfOrder++;
        }
        double m = count;
        var jaro = (m / a.length() + m / b.length() + (m - outOfOrder / 2.0) / m) / 3;
        var start = 0;
        while (start < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(start) == b.charAt(start)) start++;
        return jaro + start * 0.1 * (1 - jaro);
    }
}
