package lantern.demo.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.demo.invented.Seeded;
import lantern.demo.invented.Words;
import lantern.demo.report.Facts;
import lantern.demo.report.Scene;
import lantern.demo.rows.Table;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/** A return interview: referred when the child came back, and what became of it. One that still waits covers a further absence too. */
final class Interview {
    private final Scene scene;
    private final UUID id;
    private final Instant referredAt;
    private final Facts facts;
    private final Set<String> holding;
    private final @Nullable String outcome;
    private final @Nullable Instant outcomeAt;
    private final InterviewInFull full;

    private Interview(Scene scene, Instant referredAt, boolean again) {
        this.scene = scene;
        this.referredAt = referredAt;
        this.facts = scene.facts();
        this.id = scene.chance().id(referredAt);
        this.full = new InterviewInFull(scene, id, referredAt);
        this.holding = Set.copyOf(scene.holding(referredAt));
        var end = end(scene.chance());
        var known = end.at != null && scene.happened(end.at);
        this.outcome = known ? end.outcome : null;
        this.outcomeAt = known ? end.at : null;
        write(again);
    }

    private record End(@Nullable String outcome, @Nullable Instant at) {}

    /** The interview that was still waiting when the child came back again, or a new one. */
    static Interview covering(@Nullable Interview before, Instant backKnown, Scene scene, boolean again) {
        if (before != null && (before.outcomeAt == null || before.outcomeAt.isAfter(backKnown))) return before;
        return new Interview(scene, backKnown, again);
    }

    @Nullable
    Instant outcomeAt() {
        return outcomeAt;
    }

    void cover(UUID episode, Facts episodeFacts, Set<String> episodeHolding) {
        scene.rows()
                .add(
                        Table.INTERVIEW_EPISODE,
                        scene.authorityId(),
                        id,
                        episode,
                        scene.child().id());
        if (outcomeAt != null)
            episodeFacts.add(
                    Happening.INTERVIEW_RESOLVED, outcomeAt, scene.authority().person("interviewer"), episodeHolding);
    }

    private End end(Seeded chance) {
        var share = chance.share();
        var onTime = chance.chance(0.72);
        var at = referredAt.plus(onTime ? chance.minutes(8 * 60, 70 * 60) : chance.minutes(73 * 60, 12 * 24 * 60));
        if (share < 0.56) return new End("held", at);
        if (share < 0.85) return new End("declined", at);
        if (share < 0.97) return new End("could-not-be-done", at.plus(chance.minutes(600, 5 * 24 * 60)));
        return new End("held", at.plus(chance.minutes(10 * 24 * 60, 25 * 24 * 60)));
    }

    private void write(boolean again) {
        var chance = scene.chance();
        var returns = scene.authority().agency("returns");
        var by = scene.authority().person("interviewer");
        scene.rows()
                .add(
                        Table.INVOLVEMENT,
                        scene.authorityId(),
                        chance.id(referredAt),
                        scene.child().id(),
                        returns,
                        null,
                        "interview",
                        id,
                        referredAt,
                        null);
        facts.add(
                Happening.INTERVIEW_REFERRAL_RECEIVED,
                referredAt,
                scene.authority().system(),
                holding);
        contacts(chance, by);
        var held = "held".equals(outcome);
        var reason = outcome == null || held
                ? null
                : chance.pick(outcome.equals("declined") ? Words.DECLINED : Words.NOT_POSSIBLE);
        var triaged = scene.happened(referredAt.plus(TRIAGED)) ? triage(again) : null;
        scene.rows()
                .add(
                        Table.INTERVIEW,
                        scene.authorityId(),
                        id,
                        scene.child().id(),
                        returns,
                        referredAt,
                        scene.authority().system(),
                        triaged,
                        outcome,
                        outcomeAt,
                        reason,
                        outcome == null ? null : by,
                        held ? outcomeAt : null,
                        held
                                ? chance.pick(
                                        List.of("at home", "at school", "in the youth centre", "at the placement"))
                                : null,
                        held ? scene.authority().nameOf("interviewer") : null,
                        held ? true : null,
                        held ? chance.chance(0.8) ? "face-to-face" : "telephone" : null,
                        null,
                        full.code(outcome));
        if (triaged != null) full.rated(triaged, referredAt.plus(TRIAGED), by);
        if (triaged != null && triaged.equals("priority-red"))
            scene.rows()
                    .add(
                            Table.INTERVIEW_INDICATOR,
                            scene.authorityId(),
                            id,
                            scene.child().id(),
                            "more-than-two-episodes",
                            "",
                            referredAt.plus(TRIAGED),
                            by);
        if (outcomeAt == null) {
            clocks();
            return;
        }
        if (held) {
            facts.add(Happening.INTERVIEW_HELD, outcomeAt, by, holding);
            var ownWords = chance.pick(Words.OWN_WORDS);
            var recommended = chance.pick(Words.RECOMMENDATIONS);
            narrative(outcomeAt, by, ownWords, recommended);
            full.held(outcomeAt, by, recommended);
            feedback(outcomeAt, by, ownWords, recommended);
        } else {
            facts.add(Happening.INTERVIEW_CLOSED, outcomeAt, by, holding);
        }
        clocks();
    }

    private static final java.time.Duration TRIAGED = java.time.Duration.ofHours(3);

    private String triage(boolean again) {
        if (again) return scene.child().livesAt() == null ? "red" : "priority-red";
        return scene.chance().pick(List.of("first-time", "first-time", "amber", "green"));
    }

    private void contacts(Seeded chance, UUID by) {
        var first =
                referredAt.plus(chance.chance(0.82) ? chance.minutes(60, 23 * 60) : chance.minutes(25 * 60, 60 * 60));
        if (outcomeAt != null && first.isAfter(outcomeAt)) first = outcomeAt;
        if (!scene.happened(first)) return;
        contact(first, "attempt", chance.pick(List.of("phone", "phone", "visit", "school")), by);
        facts.add(Happening.INTERVIEW_CONTACT_ATTEMPTED, first, by, holding);
        var offered = first.plus(chance.minutes(0, 600));
        if (scene.happened(offered) && (outcomeAt == null || offered.isBefore(outcomeAt)))
            contact(offered, "offered", "phone", by);
    }

    private void contact(Instant at, String kind, String how, UUID by) {
        scene.rows()
                .add(
                        Table.INTERVIEW_CONTACT,
                        scene.authorityId(),
                        scene.chance().id(at),
                        id,
                        scene.child().id(),
                        kind,
                        how,
                        "",
                        at,
                        at,
                        by);
    }

    private void narrative(Instant at, UUID by, String ownWords, String recommended) {
        scene.rows()
                .add(
                        Table.INTERVIEW_NARRATIVE,
                        scene.authorityId(),
                        id,
                        scene.child().id(),
                        "Had planned it since the morning.",
                        "Walked, took a bus, stayed with people they know.",
                        "Came back tired and hungry.",
                        ownWords,
                        recommended,
                        full.where(),
                        full.with(),
                        "agreed",
                        at,
                        by);
    }

    private void feedback(Instant heldAt, UUID by, String ownWords, String recommended) {
        var chance = scene.chance();
        var sent = heldAt.plus(chance.minutes(120, 4 * 24 * 60));
        if (!scene.happened(sent)) return;
        contact(sent, "feedback-sent", "email", by);
        facts.add(Happening.FEEDBACK_SENT, sent, by, holding);
        var worker = scene.child().workerAt(sent);
        var filed = sent.plus(chance.minutes(600, 9 * 24 * 60));
        var isFiled = worker != null && scene.happened(filed);
        full.sent(sent, by, recommended, ownWords, isFiled ? filed : null);
        if (worker == null || !isFiled) return;
        contact(filed, "feedback-filed", "other", worker.id());
        facts.add(Happening.FEEDBACK_FILED, filed, worker.id(), holding);
    }

    private void clocks() {
        scene.clocks(Subject.interview(id), facts, referredAt);
    }
}
