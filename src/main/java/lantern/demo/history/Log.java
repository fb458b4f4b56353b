package lantern.demo.history;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import lantern.demo.invented.Words;
import lantern.demo.report.Facts;
import lantern.demo.report.Hub;
import lantern.demo.report.Scene;
import lantern.demo.rows.Table;
import lantern.timescales.Happening;
import org.jspecify.annotations.Nullable;

/** The log of one episode: each line is a row and, where a standard waits for it, a fact on the episode and on its report. */
final class Log {
    private static final Set<String> ALSO_OF_REPORT = Set.of(
            Happening.STRATEGY_MEETING_HELD,
            Happening.DISCUSSION_HELD,
            Happening.SUPPORT_IDENTIFIED,
            Happening.WORKER_INFORMED);

    private final Scene scene;
    private final UUID episode;
    private final Facts facts;
    private final Hub.Linked report;
    private final Set<String> holding;
    private final Set<String> told = new LinkedHashSet<>();
    private boolean everyoneKnows = true;
    private Instant lastEntry;

    Log(Scene scene, UUID episode, Facts facts, Hub.Linked report, Set<String> holding) {
        this.scene = scene;
        this.episode = episode;
        this.facts = facts;
        this.report = report;
        this.holding = holding;
        this.lastEntry = report.at();
    }

    Instant lastEntry() {
        return lastEntry;
    }

    /** Whether all who were told of the absence have been told of the return, where that is asked for. */
    boolean everyoneKnows() {
        return everyoneKnows;
    }

    void step(Instant at, String words) {
        line(at, "step", null, words, null);
    }

    void entry(Instant at, String kind, String words, String event) {
        line(at, kind, null, words, event);
    }

    void informed(Instant at, String who, @Nullable String event) {
        if (line(at, "informed", who, "Told by telephone.", event)) told.add(who);
    }

    void meeting(Instant at) {
        line(at, "strategy-meeting", null, scene.chance().pick(Words.MEETINGS), Happening.STRATEGY_MEETING_HELD);
    }

    /** What the rating of the report asks for. */
    void rated() {
        var at = report.ratedAt();
        if (at == null || report.rating() == null) return;
        var chance = scene.chance();
        switch (report.rating()) {
            case "red" -> meeting(at.plus(chance.chance(0.85) ? chance.minutes(40, 235) : chance.minutes(245, 900)));
            case "amber" ->
                line(
                        at.plus(chance.chance(0.85) ? chance.minutes(60, 1400) : chance.minutes(1450, 2800)),
                        "discussion",
                        null,
                        chance.pick(Words.DISCUSSIONS),
                        Happening.DISCUSSION_HELD);
            default ->
                line(
                        at.plus(chance.minutes(300, 4 * 24 * 60)),
                        "support",
                        null,
                        chance.pick(Words.SUPPORT),
                        Happening.SUPPORT_IDENTIFIED);
        }
    }

    void afterReturn(Instant back, Instant knownAt, boolean lookedAfter) {
        var chance = scene.chance();
        line(
                later(back.plus(chance.minutes(30, 300)), knownAt),
                "safe-and-well-check",
                null,
                chance.pick(Words.CHECKS),
                null);
        if (scene.child().workerAt(back) != null)
            line(
                    later(back.plus(chance.minutes(300, 4 * 24 * 60)), knownAt),
                    "visit",
                    null,
                    chance.pick(Words.VISITS),
                    Happening.VISIT_RECORDED);
        if (!lookedAfter) return;
        told.add("parents");
        var last = knownAt;
        for (var who : told) {
            var at = later(
                    back.plus(chance.chance(0.9) ? chance.minutes(20, 300) : chance.minutes(24 * 60, 5 * 24 * 60)),
                    knownAt);
            everyoneKnows &= line(at, "informed-of-return", who, "Told that the child is back.", null);
            last = later(last, at);
        }
        facts.add(Happening.THOSE_TOLD_INFORMED, last, last, scene.writer(last), holding);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean line(Instant at, String kind, @Nullable String who, String words, @Nullable String event) {
        if (!scene.happened(at)) return false;
        var recorded = later(at, report.at());
        var by = scene.writer(at);
        scene.rows()
                .add(
                        Table.STEP,
                        scene.authorityId(),
                        scene.chance().id(recorded),
                        episode,
                        scene.child().id(),
                        kind,
                        who,
                        words,
                        at,
                        recorded,
                        by);
        lastEntry = later(lastEntry, recorded);
        if (event == null) return true;
        facts.add(event, at, recorded, by, holding);
        if (ALSO_OF_REPORT.contains(event)) report.facts().add(event, at, recorded, by, holding);
        return true;
    }
}
