package lantern.children.linkage.run;

import java.util.Arrays;
import lantern.children.linkage.block.PairSet;
import lantern.children.linkage.run.Linkage.Linked;

/** What the other pairs of two records say about a pair: in one file those of the same person, between two files the rivals. */
public final class Company {
    /** Two files are each free of duplicates when hardly any record has two sure partners in the other. */
    private static final double SURE = 4;

    private static final double HARDLY = 0.05;

    private Company() {}

    public static Scored consider(Linked linked, int rows, int first) {
        var scored = linked.scored();
        if (first == rows) return Persons.consider(scored, rows, linked.odds());
        return oneToOne(scored, rows) ? rivals(scored, rows) : scored;
    }

    private static boolean oneToOne(Scored scored, int rows) {
        var partners = new int[rows];
        for (var i = 0; i < scored.size(); i++) {
            if (scored.odds()[i] < SURE) continue;
            partners[PairSet.first(scored.pairs()[i])]++;
            partners[PairSet.second(scored.pairs()[i])]++;
        }
        var some = Arrays.stream(partners).filter(count -> count > 0).count();
        var several = Arrays.stream(partners).filter(count -> count > 1).count();
        return several <= HARDLY * some;
    }

    // A record has one partner at most, so what speaks for another speaks against this one.
    private static Scored rivals(Scored scored, int rows) {
        var claims = new double[rows];
        for (var i = 0; i < scored.size(); i++) {
            var claim = Math.pow(2, Math.min(60, scored.odds()[i]));
            claims[PairSet.first(scored.pairs()[i])] += claim;
            claims[PairSet.second(scored.pairs()[i])] += claim;
        }
        var odds = new double[scored.size()];
        for (var i = 0; i < odds.length; i++) {
            var own = Math.pow(2, Math.min(60, scored.odds()[i]));
            var others = claims[PairSet.first(scored.pairs()[i])] + claims[PairSet.second(scored.pairs()[i])] - 2 * own;
            odds[i] = scored.odds()[i] - Math.log(1 + Math.max(0, others)) / Math.log(2);
        }
        return new Scored(scored.pairs(), odds);
    }
}
