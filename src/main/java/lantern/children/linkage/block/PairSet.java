package lantern.children.linkage.block;

import java.util.Arrays;

/** Pairs of records, each once, in as little memory as may be. */
public final class PairSet {
    private final int most;
    private long[] slots = new long[1 << 16];
    private int size;

    PairSet(int most) {
        this.most = most;
    }

    /** The first record's number above, the second's below; never 0, for no record is held against itself. */
    public static long pair(int a, int b) {
        return (long) a << 32 | b;
    }

    public static int first(long pair) {
        return (int) (pair >>> 32);
    }

    public static int second(long pair) {
        return (int) pair;
    }

    boolean full() {
        return size >= most;
    }

    void add(long pair) {
        if (put(slots, pair)) size++;
        if (size * 10L > slots.length * 7L) {
            var larger = new long[slots.length * 2];
            for (var each : slots) if (each != 0) put(larger, each);
            slots = larger;
        }
    }

    private static boolean put(long[] slots, long pair) {
        var slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 36) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (slots[slot] == pair) return false;
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = pair;
        return true;
    }

    long[] sorted() {
        var pairs = Arrays.stream(slots).filter(pair -> pair != 0).toArray();
        slots = new long[0];
        Arrays.parallelSort(pairs);
        return pairs;
    }
}
