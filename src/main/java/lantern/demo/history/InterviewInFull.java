package lantern.demo.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.Sendable;
import lantern.demo.invented.Seeded;
import lantern.demo.report.Scene;
import lantern.demo.rows.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an interview leaves behind besides its outcome: the rating, factors, recommendations, and the feedback form's copies. */
final class InterviewInFull {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FACTORS = List.of(
            "push-argument-at-home",
            "push-rules-and-boundaries",
            "push-contact-with-family",
            "push-unhappy-in-placement",
            "push-school",
            "push-not-listened-to",
            "pull-friends",
            "pull-family",
            "pull-boyfriend-or-girlfriend",
            "pull-older-people",
            "pull-online-contact",
            "pull-alcohol-or-drugs",
            "pull-excitement");
    private static final Map<String, List<String>> WHY = Map.of(
            "declined", List.of("nothing-to-say", "talks-to-somebody-else", "does-not-trust"),
            "could-not-be-done", List.of("moved-away", "not-reached", "missing-again"));
    private static final List<String> WITH = List.of(
            "Two friends from the youth club",
            "Her cousin",
            "People she would not name",
            "Somebody from a game",
            "Nobody");
    private static final List<String> WHERE = List.of(
            "The arcade by the station", "A flat above a shop", "The night bus", "A friend's house", "The park");

    private static final List<String> NAMED = List.of(
            "A man called Ty, about 25",
            "\"Big Cal\", who has a silver car",
            "A girl from the other home",
            "A cousin's friend");

    private final Scene scene;
    private final UUID id;
    private final Seeded chance;
    private final Seeded after;

    /** Chances of its own, so that the rest of the region is as it was. */
    InterviewInFull(Scene scene, UUID id, Instant referredAt) {
        this.scene = scene;
        this.id = id;
        this.chance = Seeded.of(71, scene.child().number(), referredAt.getEpochSecond());
        this.after = Seeded.of(72, scene.child().number(), referredAt.getEpochSecond());
    }

    @Nullable
    String code(@Nullable String outcome) {
        var codes = outcome == null ? null : WHY.get(outcome);
        return codes == null ? null : chance.pick(codes);
    }

    void rated(String rating, Instant at, UUID by) {
        scene.rows()
                .add(
                        Table.INTERVIEW_TRIAGE,
                        scene.authorityId(),
                        chance.id(at),
                        id,
                        scene.child().id(),
                        rating,
                        "",
                        at,
                        by);
    }

    String where() {
        return chance.pick(WHERE);
    }

    String with() {
        return chance.pick(WITH);
    }

    void held(Instant at, UUID by, String recommended) {
        var factors = new java.util.TreeSet<String>();
        for (var n = chance.between(1, 3); n > 0; n--) factors.add(chance.pick(FACTORS));
        for (var factor : factors)
            scene.rows()
                    .add(
                            Table.INTERVIEW_FACTOR,
                            scene.authorityId(),
                            id,
                            scene.child().id(),
                            factor,
                            at,
                            by);
        recommend("social-worker", recommended, at, by);
        if (chance.chance(0.4)) recommend("police", "Look at the arcade by the station on Friday evenings.", at, by);
        if (chance.chance(0.3)) recommend("school", "A named adult to go to at lunch.", at, by);
        mentions(at, by);
    }

    private void recommend(String whom, String words, Instant at, UUID by) {
        var recommendation = chance.id(at);
        scene.rows()
                .add(
                        Table.INTERVIEW_RECOMMENDATION,
                        scene.authorityId(),
                        recommendation,
                        id,
                        scene.child().id(),
                        whom,
                        words,
                        at,
                        by);
        answer(recommendation, at.plus(after.minutes(24 * 60, 9 * 24 * 60)));
    }

    private void answer(UUID recommendation, Instant at) {
        var worker = scene.child().workerAt(at);
        if (worker == null || !after.chance(0.5) || !scene.happened(at)) return;
        var accepted = after.chance(0.8);
        scene.rows()
                .add(
                        Table.RECOMMENDATION_ANSWER,
                        scene.authorityId(),
                        after.id(at),
                        recommendation,
                        scene.child().id(),
                        accepted ? "accepted" : "not-accepted",
                        worker.name() + ", social worker",
                        accepted
                                ? "Agreed at the next visit, and in the plan."
                                : "Tried last year; the child says it does not help.",
                        at,
                        worker.id());
    }

    /** What the child named: hearsay, of which the worker has confirmed some. */
    private void mentions(Instant at, UUID by) {
        if (!after.chance(0.6)) return;
        mention("place", after.pick(WHERE), at, by);
        if (after.chance(0.5)) mention("person", after.pick(NAMED), at, by);
    }

    private void mention(String kind, String words, Instant at, UUID by) {
        var decided = at.plus(after.minutes(24 * 60, 6 * 24 * 60));
        var worker = scene.child().workerAt(decided);
        var sure = worker != null && scene.happened(decided) && after.chance(0.4);
        scene.rows()
                .add(
                        Table.INTERVIEW_MENTION,
                        scene.authorityId(),
                        after.id(at),
                        id,
                        scene.child().id(),
                        kind,
                        words,
                        at,
                        by,
                        sure ? "confirmed" : null,
                        sure ? "The home's log of that night says the same." : null,
                        sure ? decided : null,
                        sure && worker != null ? worker.id() : null);
    }

    /** The social worker's copy; most are confirmed, and filed when the worker files it. */
    void sent(Instant at, UUID by, String recommended, String ownWords, @Nullable Instant filed) {
        var worker = scene.child().workerAt(at);
        var copy = chance.id(at);
        var received = at.plus(chance.minutes(30, 2 * 24 * 60));
        var confirmed = worker != null && (filed != null || chance.chance(0.7) && scene.happened(received));
        if (filed != null && received.isAfter(filed)) received = filed;
        scene.rows()
                .add(
                        Table.FEEDBACK_COPY,
                        scene.authorityId(),
                        copy,
                        id,
                        scene.child().id(),
                        "social-worker",
                        null,
                        worker == null ? "the hub, as no worker is allocated" : worker.name(),
                        "lantern",
                        null,
                        at,
                        by,
                        confirmed ? received : null,
                        confirmed && worker != null ? worker.id() : null,
                        filed,
                        filed == null || worker == null ? null : worker.id());
        part(
                copy,
                1,
                "who",
                "The child",
                false,
                new Sendable.Line("Name", scene.child().name()));
        part(
                copy,
                2,
                "for-social-worker",
                "Recommendations for the social worker",
                false,
                new Sendable.Line("Recommended", recommended));
        part(copy, 3, "said", "What the child said", true, new Sendable.Line("The child's own words", ownWords));
    }

    private void part(UUID copy, int place, String code, String heading, boolean said, Sendable.Line line) {
        scene.rows()
                .add(
                        Table.FEEDBACK_PART,
                        scene.authorityId(),
                        copy,
                        place,
                        scene.child().id(),
                        code,
                        heading,
                        said,
                        null,
                        JSON.writeValueAsString(List.of(line)));
    }
}
