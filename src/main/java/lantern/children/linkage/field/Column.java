package lantern.children.linkage.field;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One column of all records: each different value once, and which value each record has. A record without one has {@link #NONE}. */
public final class Column<V> {
    public static final int NONE = -1;

    private final int[] ids;
    private final V[] values;
    private final int[] counts;
    private final int known;

    private Column(int[] ids, V[] values, int[] counts) {
        this.ids = ids;
        this.values = values;
        this.counts = counts;
        this.known = Arrays.stream(counts).sum();
    }

    /** @param texts one normalised text a record, empty where nothing is known */
    public static <V> Column<V> of(List<String> texts, Function<String, V> value, IntFunction<V[]> array) {
        var numbers = new HashMap<String, Integer>();
        var ids = new int[texts.size()];
        for (var row = 0; row < ids.length; row++) {
            var text = texts.get(row);
            ids[row] = text.isEmpty() ? NONE : numbers.computeIfAbsent(text, key -> numbers.size());
        }
        var values = array.apply(numbers.size());
        numbers.forEach((text, id) -> values[id] = value.apply(text));
        var counts = new int[values.length];
        for (var id : ids) if (id != NONE) counts[id]++;
        return new Column<>(ids, values, counts);
    }

    public int id(int row) {
        return ids[row];
    }

    public V value(int id) {
        return values[id];
    }

    public int rows() {
        return ids.length;
    }

    public int different() {
        return values.length;
    }

    /** The share of the records with a value that have this one. */
    public double share(int id) {
        return (double) counts[id] / known;
    }

    public int count(int id) {
        return counts[id];
    }

    public int known() {
        return known;
    }
}
