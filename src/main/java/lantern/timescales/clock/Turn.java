package lantern.timescales.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.Ids;
import lantern.timescales.Happening;
import lantern.timescales.force.Rules;
import lantern.timescales.force.Version;
import org.jspecify.annotations.Nullable;

/**
 * What new or changed facts do to the clocks of one subject: which start, which change. Pure: the database is read before and
 * written after.
 */
public final class Turn {
    public record Started(Version version, Kept kept) {}

    private final Rules rules;
    private final List<Fact> facts;
    private final List<Kept> clocks;

    public Turn(Rules rules, List<Fact> facts, List<Kept> clocks) {
        this.rules = rules;
        this.facts = facts;
        this.clocks = clocks;
    }

    /**
     * The facts as they count: a child who was reported found or returned is not "not found", whichever report came first.
     */
    public static List<Fact> counted(List<Fact> fresh, List<Fact> earlier) {
        var found = java.util.stream.Stream.concat(fresh.stream(), earlier.stream())
                .anyMatch(fact ->
                        fact.event().equals(Happening.FOUND) || fact.event().equals(Happening.RETURNED));
        if (!found) return fresh;
        return fresh.stream()
                .map(fact -> {
                    var holding = new java.util.HashSet<>(fact.holding());
                    holding.remove(Happening.NOT_FOUND);
                    return new Fact(fact.id(), fact.event(), fact.at(), Set.copyOf(holding));
                })
                .toList();
    }

    /** The clocks that these of the facts start. */
    public List<Started> starts(List<Fact> fresh, @Nullable UUID child) {
        var started = new ArrayList<Started>();
        for (var fact : fresh) {
            for (var version : rules.startedBy(fact.event(), London.date(fact.at()))) {
                if (!version.standard().startsWith(fact.event(), fact.holding())) continue;
                if (alreadyRuns(version, fact.at(), started)) continue;
                var reckoning = reckon(version, fact.at());
                var next = reckoning.open() ? Kept.nextSend(version, reckoning, Set.of()) : null;
                var kept = new Kept(
                        Ids.next(), version.id(), fact.id(), child, reckoning, because(reckoning), false, next);
                started.add(new Started(version, kept));
            }
        }
        return started;
    }

    /**
     * One concern raised twice needs one meeting: while a clock of the standard runs, no second one starts. One that a fact of this
     * very turn meets (a review, just before what was reviewed is in use again) does not run any more.
     */
    private boolean alreadyRuns(Version version, Instant at, List<Started> started) {
        var standard = version.standard().id();
        return clocks.stream()
                        .filter(kept ->
                                !kept.waived() && version(kept).standard().id().equals(standard))
                        .anyMatch(kept -> standing(kept).runsAt(at))
                || started.stream()
                        .anyMatch(other -> other.version().standard().id().equals(standard)
                                && other.kept().reckoning().runsAt(at));
    }

    private Reckoning standing(Kept kept) {
        var now = recomputed(kept, version(kept), Set.of());
        return now == null ? kept.reckoning() : now.reckoning();
    }

    /** The clocks that stand differently because of these of the facts. */
    public List<Kept> changes(List<Fact> fresh) {
        var changed = new ArrayList<Kept>();
        for (var kept : clocks) {
            var standard = version(kept).standard();
            if (kept.waived() || fresh.stream().noneMatch(fact -> standard.concerns(fact.event()))) continue;
            var now = recomputed(kept, version(kept), Set.of());
            if (now != null && differs(kept, now)) changed.add(now);
        }
        return changed;
    }

    /**
     * Every clock computed again from the facts that still count.
     *
     * @param became the fact that took another's place, by the old one's id
     * @param now when a clock whose start did not happen after all ends, and why
     */
    public List<Kept> recompute(Map<UUID, UUID> became, Map<UUID, Set<String>> sent, Instant now, String why) {
        var changed = new ArrayList<Kept>();
        for (var kept : clocks) {
            if (kept.waived()) continue;
            var startedBy = became.getOrDefault(kept.startedBy(), kept.startedBy());
            var moved = new Kept(
                    kept.id(),
                    kept.version(),
                    startedBy,
                    kept.child(),
                    kept.reckoning(),
                    kept.cancelledBecause(),
                    false,
                    kept.nextSend());
            var after = recomputed(moved, version(kept), sent.getOrDefault(kept.id(), Set.of()));
            if (after == null) after = withoutStart(moved, now, why);
            if (differs(kept, after)) changed.add(after);
        }
        return changed;
    }

    /** The clock as another version of its standard makes it. */
    public @Nullable Kept rebased(Kept kept, Version version, Set<String> sent) {
        return recomputed(kept, version, sent);
    }

    private @Nullable Kept recomputed(Kept kept, Version version, Set<String> sent) {
        var start = byId().get(kept.startedBy());
        if (start == null) return null;
        var reckoning = reckon(version, start.at());
        return kept.with(version, start.id(), reckoning, because(reckoning), sent);
    }

    private Kept withoutStart(Kept kept, Instant now, String why) {
        if (kept.ended() != null && kept.reckoning().cancelledAt() != null) return kept;
        var was = kept.reckoning();
        var cancelled = new Reckoning(was.startsAt(), was.due(), was.dueSoonAt(), null, now, why);
        return new Kept(
                kept.id(),
                kept.version(),
                kept.startedBy(),
                kept.child(),
                cancelled,
                "did not happen after all: " + why,
                false,
                null);
    }

    private Map<UUID, Fact> byId() {
        var byId = new HashMap<UUID, Fact>();
        facts.forEach(fact -> byId.put(fact.id(), fact));
        return byId;
    }

    private Reckoning reckon(Version version, Instant at) {
        return Reckoning.of(version.standard(), at, facts, rules.calendars());
    }

    private Version version(Kept kept) {
        return rules.version(kept.version());
    }

    private static @Nullable String because(Reckoning reckoning) {
        var event = reckoning.cancelledBy();
        return event == null ? null : Happening.EVENTS.getOrDefault(event, event);
    }

    private static boolean differs(Kept a, Kept b) {
        var x = a.reckoning();
        var y = b.reckoning();
        return !a.version().equals(b.version())
                || !a.startedBy().equals(b.startedBy())
                || !java.util.Objects.equals(a.cancelledBecause(), b.cancelledBecause())
                || !java.util.Arrays.asList(x.startsAt(), x.due(), x.metAt(), x.cancelledAt())
                        .equals(java.util.Arrays.asList(y.startsAt(), y.due(), y.metAt(), y.cancelledAt()));
    }
}
