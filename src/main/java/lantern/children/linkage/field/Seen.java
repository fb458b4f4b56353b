package lantern.children.linkage.field;

import java.util.function.IntBinaryOperator;

/** Remembers the level of pairs of values met lately. Two threads may overwrite each other; each entry is whole. */
public final class Seen {
    private static final int SIZE = 1 << 16;
    private static final int MOST = 1 << 30;
    private final long[] entries = new long[SIZE];
    private final IntBinaryOperator level;

    public Seen(IntBinaryOperator level) {
        this.level = level;
    }

    public int level(int a, int b) {
        var low = Math.min(a, b);
        var high = Math.max(a, b);
        if (high >= MOST) return level.applyAsInt(low, high);
        var key = ((long) high << 30) | low;
        var slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 48);
        var entry = entries[slot];
        if (entry >>> 4 == key && (entry & 15) != 0) return (int) entry & 15;
        var found = level.applyAsInt(low, high);
        entries[slot] = key << 4 | found;
        return found;
    }
}
