package lantern.missing.worrying;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.missing.counters.Pattern;
import lantern.missing.counters.Threshold;
import lantern.platform.web.Words;

/**
 * Why a child is proposed, point by point. It orders a list for people who decide; no characteristic of the child that the law protects is part of it.
 *
 * @param lately how many days back is lately: as many as the rule of the red indicator in force looks back
 * @param longest the longest absence lately, one that lasts counted until now
 */
public record Worry(
        UUID child,
        String name,
        UUID latest,
        boolean missing,
        boolean highRisk,
        boolean harm,
        int lately,
        Duration longest,
        Pattern pattern,
        Threshold persistent) {
    private static final int MOST_FOR_NUMBER = 6;
    private static final Duration LONG = Duration.ofHours(24);

    static String rule(int days) {
        return "Missing now: 3 points. Police risk high in the last %1$d days: 3. Harm suffered or suspected in the last %1$d days: 2."
                        .formatted(days)
                + " Persistently missing: 2. Gaps getting shorter: 2. Away for 24 hours or more in the last %1$d days: 1. Each absence of the last %1$d days: 1, at most 6."
                        .formatted(days);
    }

    private record Point(int points, String why) {}

    private List<Point> all() {
        var all = new ArrayList<Point>();
        if (missing) all.add(new Point(3, "missing now"));
        if (highRisk) all.add(new Point(3, "police risk high"));
        if (harm) all.add(new Point(2, "harm suffered or suspected"));
        if (pattern.passes(persistent)) all.add(new Point(2, "persistent, " + persistent.rule()));
        if (pattern.everSooner()) all.add(new Point(2, "gaps getting shorter"));
        if (longest.compareTo(LONG) >= 0)
            all.add(new Point(1, "away for " + Words.elapsed(Instant.EPOCH, Instant.EPOCH.plus(longest))));
        var often = pattern.within(lately);
        if (often > 0)
            all.add(new Point(
                    Math.min(MOST_FOR_NUMBER, often), Words.many(often, "absence") + " in " + lately + " days"));
        return all;
    }

    public int points() {
        return all().stream().mapToInt(Point::points).sum();
    }

    public String working() {
        return all().stream().map(each -> each.why + " (" + each.points + ")").collect(Collectors.joining(", "));
    }
}
