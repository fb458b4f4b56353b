package lantern.children.linkage.text;

import java.util.Arrays;

/** How alike two keys are, as slips of the pen, of the keyboard and of the scanner make them differ. */
public final class Likeness {
    /** One letter in so many may be wrong before two words are no longer close. */
    private static final int LETTERS_A_SLIP = 3;

    private static final double CLOSE = 0.93;
    private static final double ALIKE = 0.86;
    private static final double SAME_LETTERS = 0.85;

    private Likeness() {}

    public enum Degree {
        SAME,
        SLIP,
        ALIKE,
        DIFFERS
    }

    /** Of two keys, for names and places: a slip (one or two letters), alike (many letters in common), or different. */
    public static Degree of(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        var shorter = Math.min(a.length(), b.length());
        var longer = Math.max(a.length(), b.length());
        if (shorter == 0 || letters(a, b) < 0.6) return Degree.DIFFERS;
        if (shorter >= LETTERS_A_SLIP && slips(a, b, 1) <= 1) return Degree.SLIP;
        var likeness = Words.likeness(a, b);
        if (shorter > LETTERS_A_SLIP && likeness >= CLOSE) return Degree.SLIP;
        if (likeness >= ALIKE) return Degree.ALIKE;
        if (shorter >= LETTERS_A_SLIP && slips(a, b, longer / LETTERS_A_SLIP) <= longer / LETTERS_A_SLIP)
            return Degree.ALIKE;
        return shorter > LETTERS_A_SLIP && letters(a, b) >= SAME_LETTERS ? Degree.ALIKE : Degree.DIFFERS;
    }

    /** Letters added, left out, changed or exchanged with their neighbour; anything above {@code most} is {@code most + 1}. */
    public static int slips(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) return most + 1;
        var width = b.length() + 1;
        var before = new int[width];
        var last = new int[width];
        var row = new int[width];
        for (var j = 0; j < width; j++) last[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1);
                var cost = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    cost = Math.min(cost, before[j - 2] + 1);
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.min(last[width - 1], most + 1);
    }

    /** The share of letters in common, whatever their order, 0 to 1. */
    static double letters(String a, String b) {
        var count = new int[64];
        for (var i = 0; i < a.length(); i++) count[a.charAt(i) & 63]++;
        var common = 0;
        for (var i = 0; i < b.length(); i++) {
            if (count[b.charAt(i) & 63]-- > 0) common++;
        }
        return 2.0 * common / (a.length() + b.length());
    }

    /** The letters in order of the alphabet: the same for two words whose letters were shuffled. */
    public static String shuffled(String key) {
        var letters = key.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
