package lantern.children.linkage.block;

import java.util.function.IntFunction;

/** What a record may share with others, as numbers, by record; several of one record when any of them will do. */
public record Keys(String group, long[][] of) {
    public static final long[] NONE = {};

    public static Keys of(String group, int rows, IntFunction<long[]> keys) {
        var all = new long[rows][];
        for (var row = 0; row < rows; row++) all[row] = keys.apply(row);
        return new Keys(group, all);
    }

    public static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        return mix(hash);
    }

    static long mix(long hash) {
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }
}
