package lantern.children.linkage.run;

/** Pairs of records, in order, with the log2 odds that they are of one person. */
public record Scored(long[] pairs, double[] odds) {
    public int size() {
        return pairs.length;
    }
}
