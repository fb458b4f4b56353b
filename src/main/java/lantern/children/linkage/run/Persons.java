package lantern.children.linkage.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import lantern.children.linkage.block.PairSet;

/**
 * What the other records of a person say about a pair. Groups of records grow from the surest pair on; two groups meet by the mean of
 * all that their records say about each other, so that one weak pair among strong ones is carried, and one strong pair among
 * contradictions is not.
 */
final class Persons {
    private static final double MOST = 12;
    private static final double LEAST = -8;
    private static final double STOP = -6;

    /** What a pair that was not looked at is taken for until its groups are about to meet. */
    private static final double UNSEEN = -4;

    /** How much the company's word counts beside the pair's own. */
    private static final double WORD = 0.9;

    private final Odds pair;

    private final List<int[]> members = new ArrayList<>();
    private final List<Map<Integer, double[]>> links = new ArrayList<>();
    private final PriorityQueue<Meeting> meetings = new PriorityQueue<>();
    private final Map<Long, Double> together = new HashMap<>();

    /** The log2 odds of any pair, compared before or not. */
    interface Odds {
        double of(int a, int b);
    }

    private Persons(Scored scored, int rows, Odds odds) {
        this.pair = odds;
        for (var row = 0; row < rows; row++) {
            members.add(new int[] {row});
            links.add(new HashMap<>());
        }
        for (var i = 0; i < scored.size(); i++) {
            if (scored.odds()[i] < LEAST) continue;
            var a = PairSet.first(scored.pairs()[i]);
            var b = PairSet.second(scored.pairs()[i]);
            var link = new double[] {Math.clamp(scored.odds()[i], LEAST, MOST), 1};
            links.get(a).put(b, link);
            links.get(b).put(a, link);
            meet(a, b);
        }
    }

    private record Meeting(double mean, int a, int b, int sizes) implements Comparable<Meeting> {
        @Override
        public int compareTo(Meeting other) {
            var byMean = Double.compare(other.mean, mean);
            return byMean != 0 ? byMean : a != other.a ? Integer.compare(a, other.a) : Integer.compare(b, other.b);
        }
    }

    /** The same pairs, and those that only their company brings together, with odds that the company has had its say in. */
    static Scored consider(Scored scored, int rows, Odds odds) {
        var persons = new Persons(scored, rows, odds);
        persons.grow();
        return persons.blend(scored);
    }

    private void grow() {
        while (!meetings.isEmpty()) {
            var next = meetings.poll();
            if (next.mean() < STOP) break;
            var a = members.get(next.a());
            var b = members.get(next.b());
            if (a.length == 0 || b.length == 0 || a.length * b.length != next.sizes()) continue;
            var link = links.get(next.a()).get(next.b());
            if (link == null || mean(link, next.sizes()) != next.mean()) continue;
            if (link[1] < next.sizes()) {
                look(a, b, link);
                meet(next.a(), next.b());
                continue;
            }
            for (var x : a) for (var y : b) together.put(PairSet.pair(Math.min(x, y), Math.max(x, y)), next.mean());
            merge(next.a(), next.b());
        }
    }

    // Every pair of the two groups is looked at before they meet.
    private void look(int[] a, int[] b, double[] link) {
        link[0] = 0;
        link[1] = a.length * b.length;
        for (var x : a) for (var y : b) link[0] += Math.clamp(pair.of(Math.min(x, y), Math.max(x, y)), LEAST, MOST);
    }

    private void merge(int a, int b) {
        var joined = Arrays.copyOf(members.get(a), members.get(a).length + members.get(b).length);
        System.arraycopy(members.get(b), 0, joined, members.get(a).length, members.get(b).length);
        members.set(a, joined);
        members.set(b, new int[0]);
        var ours = links.get(a);
        ours.remove(b);
        links.get(b).forEach((other, link) -> {
            if (other == a) return;
            var sum = ours.getOrDefault(other, new double[2]);
            var both = new double[] {sum[0] + link[0], sum[1] + link[1]};
            ours.put(other, both);
            links.get(other).remove(b);
            links.get(other).put(a, both);
        });
        links.set(b, Map.of());
        for (var other : ours.keySet()) meet(a, other);
    }

    private void meet(int a, int b) {
        var sizes = members.get(a).length * members.get(b).length;
        var link = links.get(a).get(b);
        if (link == null) return;
        var mean = mean(link, sizes);
        if (mean >= STOP) meetings.add(new Meeting(mean, Math.min(a, b), Math.max(a, b), sizes));
    }

    private static double mean(double[] link, int sizes) {
        return (link[0] + (sizes - link[1]) * UNSEEN) / sizes;
    }

    private Scored blend(Scored scored) {
        var pairs = new ArrayList<Long>();
        var odds = new ArrayList<Double>();
        for (var i = 0; i < scored.size(); i++) {
            var height = together.remove(scored.pairs()[i]);
            var own = scored.odds()[i];
            pairs.add(scored.pairs()[i]);
            odds.add(own + WORD * ((height == null ? STOP : height) - Math.clamp(own, LEAST, MOST)));
        }
        together.forEach((pair, height) -> {
            pairs.add(pair);
            odds.add(LEAST + WORD * (height - LEAST));
        });
        return new Scored(
                pairs.stream().mapToLong(each -> each).toArray(),
                odds.stream().mapToDouble(each -> each).toArray());
    }
}
