package lantern.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lantern.calendar.London;
import lantern.demo.authority.Region;
import lantern.demo.child.Child;
import lantern.demo.invented.Seeded;
import lantern.demo.report.Absence;

/**
 * How often and when a child went missing in the two years: most never or once, a few again and again with shortening gaps, more of
 * them from two homes than from the others; evenings more than mornings, and most are found the same day.
 */
final class Absences {
    private static final int YOUNGEST = 9;
    private static final double EVER = 0.017;
    private static final double EVER_IN_CARE = 0.16;
    private static final double MOST_LIKELY = 0.6;
    private static final double JUST_BACK = 0.07;
    private static final Duration BETWEEN = Duration.ofHours(4);
    private static final Duration SETTLED = Duration.ofDays(4);
    private static final double GOLDEN = 0.6180339887498949;
    private static final double GAPS_SHRINK_TO = 0.8;

    private Absences() {}

    static List<Absence> of(Child child, Region region, Seeded chance) {
        var runs = child.livesAt() == null ? 1 : child.livesAt().runs();
        var likely = child.lookedAfter() || child.placed() ? Math.min(MOST_LIKELY, EVER_IN_CARE * runs) : EVER;
        if (child.age() < YOUNGEST || child.age() > 17 || !child.missingNow() && !chance.chance(likely))
            return List.of();
        var begins = latest(
                latest(region.historyBegins(), child.recordedAt()),
                London.startOf(child.born().plusYears(YOUNGEST)));
        var ends = region.now().minus(SETTLED);
        var absences = new ArrayList<Absence>();
        if (begins.isBefore(ends)) past(absences, begins, ends, howOften(chance, runs > 1), chance);
        if (child.missingNow()) absences.add(lasting(child, region.now(), spread(child.number()), chance));
        else if (chance.chance(JUST_BACK)) absences.add(justBack(region.now(), chance));
        return absences;
    }

    private static int howOften(Seeded chance, boolean runs) {
        var share = chance.share() * (runs ? 0.6 : 1) + (runs ? 0.4 : 0);
        if (share < 0.52) return 1;
        if (share < 0.72) return 2;
        if (share < 0.83) return 3;
        if (share < 0.92) return chance.between(4, 5);
        return chance.between(6, 16);
    }

    private static void past(List<Absence> absences, Instant begins, Instant ends, int many, Seeded chance) {
        var span = Duration.between(begins, ends).toSeconds();
        var all = 1 - StrictMath.pow(GAPS_SHRINK_TO, many);
        Instant back = null;
        for (var i = 0; i < many; i++) {
            // Those who go again and again go ever sooner after they came back; the others whenever it happens.
            var from = many > 3 ? (1 - StrictMath.pow(GAPS_SHRINK_TO, i)) / all : (double) i / many;
            var to = many > 3 ? (1 - StrictMath.pow(GAPS_SHRINK_TO, i + 1)) / all : (double) (i + 1) / many;
            var day = London.date(begins.plusSeconds((long) (span * (from + (to - from) * chance.share()))));
            var since = London.startOf(day).plus(evening(chance));
            var absence = ended(since, length(chance), chance);
            var isBack = absence.returned();
            if (isBack == null || since.isBefore(begins) || isBack.isAfter(ends)) continue;
            if (back != null && since.isBefore(back.plus(BETWEEN))) continue;
            absences.add(absence);
            back = isBack;
        }
    }

    private static Duration evening(Seeded chance) {
        return chance.chance(0.75) ? chance.minutes(15 * 60, 23 * 60) : chance.minutes(7 * 60, 15 * 60);
    }

    private static Duration length(Seeded chance) {
        var share = chance.share();
        if (share < 0.68) return chance.minutes(90, 8 * 60);
        if (share < 0.88) return chance.minutes(8 * 60, 24 * 60);
        if (share < 0.97) return chance.minutes(24 * 60, 72 * 60);
        return chance.minutes(72 * 60, 12 * 24 * 60);
    }

    private static Absence ended(Instant since, Duration length, Seeded chance) {
        var located = since.plus(length);
        var back = chance.chance(0.6) ? located : located.plus(chance.minutes(20, 240));
        return new Absence(since, reported(since, length, chance), located, back);
    }

    private static Instant reported(Instant since, Duration length, Seeded chance) {
        return since.plusSeconds(Math.min(chance.between(20, 300) * 60L, length.toSeconds() / 2));
    }

    private static Absence justBack(Instant now, Seeded chance) {
        var length = chance.minutes(120, 30 * 60);
        var since = now.minus(length).minus(chance.minutes(5 * 60, 60 * 60));
        var absence = ended(since, length, chance);
        // One in four was found and is not back yet: in hospital, at a police station, at a relative's.
        return chance.chance(0.25) ? new Absence(since, absence.reported(), absence.located(), null) : absence;
    }

    /** Even a dozen are of all lengths: the golden ratio spreads the few numbers there are. */
    private static double spread(int number) {
        return number * GOLDEN % 1;
    }

    private static Absence lasting(Child child, Instant now, double share, Seeded chance) {
        var hours = share < 0.4
                ? chance.minutes(130, 12 * 60)
                : share < 0.72
                        ? chance.minutes(12 * 60, 47 * 60)
                        : chance.minutes(49 * 60, (child.lookedAfter() ? 150 : 90) * 60);
        var since = now.minus(hours);
        return new Absence(since, reported(since, hours, chance), null, null);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
