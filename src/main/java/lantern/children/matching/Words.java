package lantern.children.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names taken apart for comparing: any script, any keyboard, no accents, no invisible marks. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\s]+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-\\u2010-\\u2015/]+");

    private Words() {}

    /** "O’Malley-Smïth" is "omalleysmith". A name without a single letter (an emoji) is its own key. */
    static String key(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(letters(name.toLowerCase(Locale.ROOT)), Normalizer.Form.NFKD))
                .replaceAll("");
        var key = NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("");
        return key.isEmpty() ? INVISIBLE.matcher(plain).replaceAll("") : key;
    }

    /** The words of a name, split at spaces and hyphens, as keys. */
    static List<String> keys(String name) {
        return parts(name).stream()
                .map(Words::key)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    static List<String> parts(String name) {
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
    static double likeness(String a, String b) {
        if (a.equals(b)) return 1;
        var left = a.codePoints().toArray();
        var right = b.codePoints().toArray();
        var reach = Math.max(0, Math.max(left.length, right.length) / 2 - 1);
        var taken = new boolean[right.length];
        var common = new ArrayList<Integer>();
        for (var i = 0; i < left.length; i++) {
            for (var j = Math.max(0, i - reach); j < Math.min(right.length, i + reach + 1); j++) {
                if (!taken[j] && left[i] == right[j]) {
                    taken[j] = true;
                    common.add(left[i]);
                    break;
                }
            }
        }
        if (common.isEmpty()) return 0;
        var outOfOrder = 0;
        var next = 0;
        for (var j = 0; j < right.length; j++) {
            if (taken[j] && right[j] != common.get(next++)) outOfOrder++;
        }
        double m = common.size();
        var jaro = (m / left.length + m / right.length + (m - outOfOrder / 2.0) / m) / 3;
        var start = 0;
        while (start < Math.min(4, Math.min(left.length, right.length)) && left[start] == right[start]) start++;
        return jaro + start * 0.1 * (1 - jaro);
    }
}
