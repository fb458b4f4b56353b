package lantern.children.linkage.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantern.children.linkage.field.Column;
import lantern.children.linkage.text.Likeness;
import lantern.children.linkage.text.Likeness.Degree;

/** An address as its words in any order, each weighing what its rarity in the file is worth. */
public record Address(List<String> words, double[] weights, double total) {
    public static final List<String> LEVELS =
            List.of("same", "nearly the same", "half the same", "a part the same", "different");

    /** @param texts the addresses of all records, by which a word is rare or common */
    public static Column<Address> column(List<String> texts) {
        var common = new HashMap<String, Integer>();
        for (var text : texts) {
            if (!text.isEmpty()) for (var word : text.split(" ")) common.merge(word, 1, Integer::sum);
        }
        return Column.of(texts, text -> of(text, common, texts.size()), Address[]::new);
    }

    private static Address of(String text, Map<String, Integer> common, int records) {
        var words = List.of(text.split(" "));
        var weights = words.stream()
                .mapToDouble(word -> Math.log(1 + (double) records / common.getOrDefault(word, 1)))
                .toArray();
        var total = 0.0;
        for (var weight : weights) total += weight;
        return new Address(words, weights, total);
    }

    public static int level(Address a, Address b) {
        var shared = 2 * shared(a, b) / (a.total + b.total);
        return shared >= 0.99 ? 1 : shared >= 0.7 ? 2 : shared >= 0.4 ? 3 : shared >= 0.15 ? 4 : 5;
    }

    private static double shared(Address a, Address b) {
        var left = new ArrayList<>(b.words);
        var shared = 0.0;
        for (var i = 0; i < a.words.size(); i++) {
            var word = a.words.get(i);
            var at = left.indexOf(word);
            if (at >= 0) {
                shared += a.weights[i];
            } else if (word.length() > 3) {
                at = slip(word, left);
                if (at >= 0) shared += 0.8 * a.weights[i];
            }
            if (at >= 0) left.set(at, "");
        }
        return shared;
    }

    private static int slip(String word, List<String> among) {
        for (var at = 0; at < among.size(); at++) {
            if (among.get(at).length() > 3 && Likeness.of(word, among.get(at)).compareTo(Degree.SLIP) <= 0) return at;
        }
        return -1;
    }
}
