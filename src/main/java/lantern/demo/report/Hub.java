package lantern.demo.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.demo.invented.Words;
import lantern.demo.rows.Table;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/** What the hub, or Lantern by itself, did with a notification: linked it to its child, rated it, told the worker, answered. */
public final class Hub {
    private static final List<String> RATINGS =
            List.of("green", "green", "amber", "amber", "green", "red", "amber", "green");
    private static final Map<String, String> EVENTS =
            Map.of("red", Happening.TRIAGED_RED, "amber", Happening.TRIAGED_AMBER, "green", Happening.TRIAGED_GREEN);

    private final Scene scene;
    private final Absence absence;

    public Hub(Scene scene, Absence absence) {
        this.scene = scene;
        this.absence = absence;
    }

    /** A notification that is linked: its facts are still gathered, because what is done on the episode meets its clocks too. */
    public record Linked(
            Message message,
            Instant at,
            UUID by,
            boolean automatic,
            Facts facts,
            @Nullable String rating,
            @Nullable Instant ratedAt) {}

    Linked link(Message message, String how) {
        var chance = scene.chance();
        var automatic = !how.equals("chosen");
        var at = automatic ? message.receivedAt() : message.receivedAt().plus(chance.minutes(6, 150));
        if (at.isAfter(scene.now())) at = scene.now();
        var by = automatic ? scene.authority().system() : scene.authority().person("hub-worker");
        scene.rows()
                .add(
                        Table.LINK,
                        scene.authorityId(),
                        chance.id(at),
                        message.id(),
                        scene.child().id(),
                        how,
                        how.equals("paired") ? null : automatic ? 0.9991 : 0.93,
                        null,
                        at,
                        by);
        if (!message.agency().equals(scene.authority().agency("children")))
            scene.rows()
                    .add(
                            Table.INVOLVEMENT,
                            scene.authorityId(),
                            chance.id(at),
                            scene.child().id(),
                            message.agency(),
                            null,
                            "notification",
                            message.id(),
                            at,
                            null);
        return new Linked(message, at, by, automatic, scene.facts(), null, null);
    }

    Linked triaged(Linked linked, Set<String> known) {
        var chance = scene.chance();
        var authority = scene.authority();
        var received = linked.message.receivedAt();
        var worker = scene.child().workerAt(absence.since());
        if (worker == null) known.add(Happening.UNKNOWN_OR_CLOSED);
        var holding = Set.copyOf(known);
        // Lantern knows the child at once, or only when the hub has said who it is.
        linked.facts.add(
                Happening.NOTIFICATION_RECEIVED,
                received,
                authority.system(),
                linked.automatic ? holding : Set.of(Happening.NEEDS_TRIAGE));
        linked.facts.add(Happening.MISSING_NOTIFIED, received, linked.at, linked.by, holding);
        if (worker != null) {
            triageRow(
                    linked,
                    "worker-told",
                    "The child has an allocated worker, who is told at once. No referral is opened.",
                    linked.at,
                    authority.system());
            linked.message.row(scene.rows(), authority, "triaged", scene.child().id(), null);
            tellWorker(linked, holding);
            return linked;
        }
        var onTime = chance.minutes(20, 600);
        // Some of those who are missing now wait to be rated: the hub finds work on its first morning.
        var late = scene.child().missingNow() ? chance.minutes(120, 20 * 60) : chance.minutes(25 * 60, 40 * 60);
        var at = linked.at.plus(chance.chance(absence.located() == null ? 0.3 : 0.93) ? onTime : late);
        if (!scene.happened(at)) {
            linked.message.row(scene.rows(), authority, "linked", scene.child().id(), null);
            return linked;
        }
        var rating = chance.pick(RATINGS);
        triageRow(linked, rating, chance.pick(Words.REASONS), at, authority.person("hub-worker"));
        linked.message.row(scene.rows(), authority, "triaged", scene.child().id(), null);
        var by = authority.person("hub-worker");
        var facts = new java.util.HashSet<>(holding);
        if (linked.message.wantsFeedback()) facts.add(Happening.REFERRER_WANTS_FEEDBACK);
        linked.facts.add(EVENTS.getOrDefault(rating, Happening.TRIAGED_GREEN), at, by, Set.copyOf(facts));
        linked.facts.add(Happening.REFERRAL_TRIAGED, at, by, Set.copyOf(facts));
        if (linked.message.wantsFeedback()) feedback(linked, at, Set.copyOf(facts));
        return new Linked(linked.message, linked.at, linked.by, linked.automatic, linked.facts, rating, at);
    }

    void triageRow(Linked linked, String rating, String reason, Instant at, UUID by) {
        scene.rows()
                .add(
                        Table.TRIAGE,
                        scene.authorityId(),
                        scene.chance().id(at),
                        linked.message.id(),
                        scene.child().id(),
                        rating,
                        reason,
                        at,
                        by);
    }

    /** Told by telephone, at once or late. */
    void tellWorker(Linked linked, Set<String> holding) {
        var chance = scene.chance();
        var worker = scene.child().workerAt(absence.since());
        var at = linked.at.plus(chance.chance(0.85) ? chance.minutes(4, 45) : chance.minutes(61, 400));
        if (worker == null || !scene.happened(at)) return;
        linked.facts.add(Happening.WORKER_INFORMED, at, scene.authority().person("hub-worker"), Set.copyOf(holding));
        scene.rows()
                .add(
                        Table.RESPONSE,
                        scene.authorityId(),
                        chance.id(at),
                        linked.message.id(),
                        scene.child().id(),
                        "worker-informed",
                        "Told " + worker.name() + " by telephone.",
                        at,
                        at,
                        scene.authority().person("hub-worker"));
    }

    private void feedback(Linked linked, Instant triagedAt, Set<String> holding) {
        var at = triagedAt.plus(scene.chance().minutes(600, 9 * 24 * 60));
        if (!scene.happened(at)) return;
        var by = scene.authority().person("hub-worker");
        linked.facts.add(Happening.REFERRER_FEEDBACK_SENT, at, by, holding);
        scene.rows()
                .add(
                        Table.FEEDBACK,
                        scene.authorityId(),
                        scene.chance().id(at),
                        linked.message.id(),
                        scene.child().id(),
                        scene.chance().pick(Words.FEEDBACK),
                        at,
                        by);
    }

    public void clocks(Linked linked) {
        scene.clocks(Subject.notification(linked.message.id()), linked.facts, absence.since());
    }
}
