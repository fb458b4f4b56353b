package lantern.missing.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantern.calendar.London;
import lantern.platform.web.Words;

/**
 * How often a child went missing and whether the absences come ever sooner, with the numbers each sentence rests on. It advises; a person decides.
 *
 * @param since when each absence of the child began, the first one first; merged ones and those recorded in error are left out
 */
public record Pattern(List<Instant> since, List<Threshold> thresholds, Instant now) {
    private static final int GAPS_OF_A_TREND = 3;
    private static final int SHOWN = 6;

    public Pattern {
        since = since.stream().sorted().toList();
    }

    public int within(int days) {
        var from = now.minus(Duration.ofDays(days));
        return (int) since.stream().filter(from::isBefore).count();
    }

    public int in12Months() {
        var from = now.atZone(London.ZONE).minusMonths(12).toInstant();
        return (int) since.stream().filter(from::isBefore).count();
    }

    public String counters() {
        return Words.many(within(90), "episode") + " in 90 days, " + in12Months() + " in 12 months, " + since.size()
                + " ever. Each absence counts once, from when it began; merged ones and those recorded in error do not count.";
    }

    /** Those thresholds that are passed, each with its rule and the number. */
    public List<String> passed() {
        return thresholds.stream()
                .filter(this::passes)
                .map(each -> each.code().words + ": " + within(each.days()) + " episodes, the rule is " + each.rule())
                .toList();
    }

    public boolean passes(Threshold threshold) {
        return within(threshold.days()) > threshold.moreThan();
    }

    /** Whole days from the beginning of one absence to the beginning of the next. */
    public List<Long> gaps() {
        var gaps = new ArrayList<Long>();
        for (var i = 1; i < since.size(); i++)
            gaps.add(Duration.between(since.get(i - 1), since.get(i)).toDays());
        return gaps;
    }

    /** The last three gaps fall from one to the next; counted from three gaps on. */
    public boolean everSooner() {
        var gaps = gaps();
        if (gaps.size() < GAPS_OF_A_TREND) return false;
        var last = gaps.subList(gaps.size() - GAPS_OF_A_TREND, gaps.size());
        return IntStream.range(1, last.size()).allMatch(i -> last.get(i) < last.get(i - 1));
    }

    /** Empty when there are too few absences for a trend. */
    public String trend() {
        var gaps = gaps();
        if (gaps.size() < GAPS_OF_A_TREND) return "";
        var last = gaps.subList(Math.max(0, gaps.size() - SHOWN), gaps.size());
        var days = last.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Days from one absence to the next, the latest last: " + days + ". "
                + (everSooner()
                        ? "The gaps are getting shorter: the last three fall from one to the next."
                        : "They are not getting shorter: that is said when the last three fall from one to the next.");
    }
}
