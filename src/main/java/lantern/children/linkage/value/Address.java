package lantern.children.linkage.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantern.children.linkage.field.Column;
import lantern.children.linkage.text.Likeness;

/** An address as its words in any order, each weighing what its rarity in the file is worth. */
public final class Address {
    public static final List<String> LEVELS =
            List.of("same", "nearly the same", "half the same", "a part the same", "different");

    private static final double SLIP = 0.8;
    private static final int WORD = 4;
    private static final int MOST_WORDS = 64;

    private final String[] words;
    private final double[] weights;
    private final int[] letters;
    private final double total;

    private Address(String[] words, double[] weights) {
        this.words = words;
        this.weights = weights;
        this.letters = new int[words.length];
        var sum = 0.0;
        for (var i = 0; i < words.length; i++) {
            sum += weights[i];
            for (var c : words[i].toCharArray()) letters[i] |= 1 << (c & 31);
        }
        this.total = sum;
    }

    /** @param texts the addresses of all records, by which a word is rare or common */
    public static Column<Address> column(List<String> texts) {
        var common = new HashMap<String, Integer>();
        for (var text : texts) {
            if (!text.isEmpty()) for (var word : text.split(" ")) common.merge(word, 1, Integer::sum);
        }
        return Column.of(texts, text -> of(text, common, texts.size()), Address[]::new);
    }

    private static Address of(String text, Map<String, Integer> common, int records) {
        var words = text.split(" ", MOST_WORDS);
        var weights = new double[words.length];
        for (var i = 0; i < words.length; i++)
            weights[i] = Math.log(1 + (double) records / common.getOrDefault(words[i], 1));
        return new Address(words, weights);
    }

    public int words() {
        return words.length;
    }

    public String word(int at) {
        return words[at];
    }

    public double weight(int at) {
        return weights[at];
    }

    public static int level(Address a, Address b) {
        var shared = 2 * shared(a, b) / (a.total + b.total);
        return shared >= 0.99 ? 1 : shared >= 0.7 ? 2 : shared >= 0.4 ? 3 : shared >= 0.15 ? 4 : 5;
    }

    private static double shared(Address a, Address b) {
        var shared = 0.0;
        var left = 0L;
        var right = 0L;
        for (var i = 0; i < a.words.length; i++) {
            for (var j = 0; j < b.words.length; j++) {
                if ((right >>> j & 1) == 0 && a.letters[i] == b.letters[j] && a.words[i].equals(b.words[j])) {
                    left |= 1L << i;
                    right |= 1L << j;
                    shared += a.weights[i];
                    break;
                }
            }
        }
        for (var i = 0; i < a.words.length; i++) {
            if ((left >>> i & 1) != 0 || a.words[i].length() < WORD) continue;
            for (var j = 0; j < b.words.length; j++) {
                if ((right >>> j & 1) != 0 || !slip(a, i, b, j)) continue;
                right |= 1L << j;
                shared += SLIP * Math.min(a.weights[i], b.weights[j]);
                break;
            }
        }
        return shared;
    }

    private static boolean slip(Address a, int i, Address b, int j) {
        return b.words[j].length() >= WORD
                && Integer.bitCount(a.letters[i] ^ b.letters[j]) <= 2
                && Likeness.slips(a.words[i], b.words[j], 1) <= 1;
    }
}
