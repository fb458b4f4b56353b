package lantern.children.linkage.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the pairs worth comparing: those that share a key, or two keys of different kinds. The rarest come first; a block that
 * outgrows its pass is dropped, for its records meet again in smaller ones.
 */
public final class Blocking {
    /** Below this all pairs are compared. */
    private static final long ALL_OF_THEM = 1_500_000;

    private static final int MOST_PAIRS = 8_000_000;
    private static final int ROW_BITS = 22;
    private static final int LARGEST_BLOCK = 400;

    private final int rows;
    private final int first;
    private final PairSet pairs;
    private final long aPass;

    private Blocking(int rows, int first) {
        this.rows = rows;
        this.first = first;
        this.pairs = new PairSet(MOST_PAIRS);
        this.aPass = Math.max(200_000L, 8L * rows);
    }

    /** @param first how many records the first of two files has; all of them when there is only one, which is held against itself */
    public static long[] pairs(int rows, int first, List<Keys> keys) {
        if (rows >= 1 << ROW_BITS) throw new IllegalArgumentException("More than " + (1 << ROW_BITS) + " records");
        var blocking = new Blocking(rows, first);
        if (all(rows, first) <= ALL_OF_THEM) return blocking.everyPair();
        blocking.passes(keys);
        return blocking.pairs.sorted();
    }

    /** How many pairs there are altogether. */
    public static long all(int rows, int first) {
        return first == rows ? (long) rows * (rows - 1) / 2 : (long) first * (rows - first);
    }

    private long[] everyPair() {
        var all = new long[(int) all(rows, first)];
        var at = 0;
        for (var a = 0; a < first; a++) {
            for (var b = first == rows ? a + 1 : first; b < rows; b++) all[at++] = PairSet.pair(a, b);
        }
        return all;
    }

    private void passes(List<Keys> keys) {
        var passes = new ArrayList<Pass>();
        for (var i = 0; i < keys.size(); i++) {
            passes.add(pass(keys.get(i), null));
            for (var j = i + 1; j < keys.size(); j++) {
                if (!keys.get(i).group().equals(keys.get(j).group())) passes.add(pass(keys.get(i), keys.get(j)));
            }
        }
        passes.sort(Comparator.comparingDouble(Pass::size));
        for (var pass : passes) {
            var entries = entries(pass.one(), pass.two());
            emit(entries);
            if (pairs.full()) return;
        }
    }

    private record Pass(
            Keys one, @org.jspecify.annotations.Nullable Keys two, double size) {}

    // The usual block size of a pass, from a thousandth or so of the entries: enough to put the rarest first.
    private Pass pass(Keys one, @org.jspecify.annotations.Nullable Keys two) {
        var entries = entries(one, two);
        var sum = 0.0;
        var blocks = 0.0;
        for (var from = 0; from < entries.length; ) {
            var to = end(entries, from);
            sum += (double) (to - from) * (to - from);
            blocks += to - from;
            from = to;
        }
        return new Pass(one, two, blocks == 0 ? 0 : sum / blocks);
    }

    private long[] entries(Keys one, @org.jspecify.annotations.Nullable Keys two) {
        var entries = new long[rows * 2];
        var count = 0;
        for (var row = 0; row < rows; row++) {
            for (var left : one.of()[row]) {
                var others = two == null ? one.of()[row] : two.of()[row];
                for (var right : others) {
                    if (two == null && right != left) continue;
                    if (count == entries.length) entries = Arrays.copyOf(entries, count * 2);
                    var key = two == null ? left : Keys.mix(left * 31 + right);
                    entries[count++] = key << ROW_BITS | row;
                }
            }
        }
        entries = Arrays.copyOf(entries, count);
        Arrays.parallelSort(entries);
        return entries;
    }

    private void emit(long[] entries) {
        var largest = largestThatFits(entries);
        for (var from = 0; from < entries.length; ) {
            var to = end(entries, from);
            if (to - from <= largest) {
                for (var i = from; i < to; i++) for (var j = i + 1; j < to; j++) add(row(entries[i]), row(entries[j]));
            }
            from = to;
        }
    }

    private int largestThatFits(long[] entries) {
        var bySize = new long[LARGEST_BLOCK + 1];
        for (var from = 0; from < entries.length; ) {
            var to = end(entries, from);
            var size = to - from;
            if (size <= LARGEST_BLOCK) bySize[size] += (long) size * (size - 1) / 2;
            from = to;
        }
        var sum = 0L;
        for (var size = 2; size <= LARGEST_BLOCK; size++) {
            sum += bySize[size];
            if (sum > aPass) return size - 1;
        }
        return LARGEST_BLOCK;
    }

    private void add(int a, int b) {
        if (a == b || pairs.full()) return;
        var low = Math.min(a, b);
        var high = Math.max(a, b);
        if (first == rows || low < first && high >= first) pairs.add(PairSet.pair(low, high));
    }

    private static int end(long[] entries, int from) {
        var to = from + 1;
        while (to < entries.length && entries[to] >>> ROW_BITS == entries[from] >>> ROW_BITS) to++;
        return to;
    }

    private static int row(long entry) {
        return (int) (entry & ((1 << ROW_BITS) - 1));
    }
}
