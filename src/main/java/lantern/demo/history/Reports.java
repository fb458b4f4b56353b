package lantern.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.demo.invented.Numbers;
import lantern.demo.invented.Words;
import lantern.demo.rows.Table;
import lantern.intake.Said;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/** The notifications of one absence, and what the hub did with each. */
final class Reports {
    private static final List<String> RISKS = List.of("medium", "medium", "low", "high", "medium", "very-low");
    private static final List<String> RATINGS =
            List.of("green", "green", "amber", "amber", "green", "red", "amber", "green");
    private static final Map<String, String> EVENTS =
            Map.of("red", Happening.TRIAGED_RED, "amber", Happening.TRIAGED_AMBER, "green", Happening.TRIAGED_GREEN);

    private final Scene scene;
    private final Absence absence;
    private final int ordinal;

    Reports(Scene scene, Absence absence, int ordinal) {
        this.scene = scene;
        this.absence = absence;
        this.ordinal = ordinal;
    }

    /** A notification that is linked: its facts are still gathered, because what is done on the episode meets its clocks too. */
    record Linked(
            Message message,
            Instant at,
            UUID by,
            boolean automatic,
            Facts facts,
            @Nullable String rating,
            @Nullable Instant ratedAt) {}

    Linked missing(String place) {
        var chance = scene.chance();
        var police = chance.chance(0.75);
        var carer = scene.child().lookedAfterAt(absence.since()) && chance.chance(0.8);
        var said = new Said(
                new Said.Reporter(
                        lantern.demo.invented.Names.staff(chance),
                        carer ? "carer (residential or foster)" : "parent",
                        null,
                        null),
                Message.named(scene.child(), scene.authority(), police),
                new Said.Missing(
                        absence.since(),
                        place,
                        carer ? "night staff" : "a parent",
                        scene.child().placed() ? "placement" : "home",
                        scene.child().lookedAfterAt(absence.since())
                                ? scene.child().placement()
                                : null,
                        chance.pick(Words.CIRCUMSTANCES),
                        null,
                        chance.pick(RISKS),
                        chance.chance(0.3),
                        List.of(),
                        policeReference()),
                null);
        var message = message("missing", police, absence.since(), absence.reported(), said, chance.chance(0.12));
        var linked = link(message, chance.chance(0.55) ? "automatic" : "chosen");
        var holding = scene.holding(absence.since(), Happening.NEEDS_TRIAGE);
        return triaged(linked, holding);
    }

    boolean byCarer(Linked missing) {
        var reporter = missing.message.said().reporter();
        return reporter != null && String.valueOf(reporter.relationship()).startsWith("carer");
    }

    /** Null when nobody sent one: then the worker wrote it down. */
    @Nullable
    Linked found(Instant located, String place, boolean back) {
        var chance = scene.chance();
        var at = located.plus(chance.minutes(10, 90));
        if (!scene.happened(at.plus(Duration.ofMinutes(30))) || !chance.chance(0.8)) return null;
        var said = new Said(
                null,
                Message.named(scene.child(), scene.authority(), true),
                new Said.Missing(null, null, null, null, null, null, null, null, null, List.of(), policeReference()),
                new Said.Found(located, place, "police", back ? returnedTo() : null, back ? "none-known" : null, null));
        var linked = link(message("found", true, located, at, said, false), "paired");
        var holding = scene.holding(absence.since());
        if (scene.child().workerAt(absence.since()) == null) holding.add(Happening.UNKNOWN_OR_CLOSED);
        var received = linked.message.receivedAt();
        linked.facts.add(
                Happening.NOTIFICATION_RECEIVED, received, scene.authority().system(), Set.copyOf(holding));
        linked.facts.add(Happening.FOUND_NOTIFIED, received, scene.authority().system(), Set.copyOf(holding));
        linked.facts.add(
                Happening.NOTIFICATION_PAIRED, linked.at, scene.authority().system(), Set.copyOf(holding));
        linked.message.row(
                scene.rows(), scene.authority(), "paired", scene.child().id(), null);
        tellWorker(linked, holding);
        return linked;
    }

    String returnedTo() {
        var child = scene.child();
        return child.lookedAfterAt(absence.since()) && child.placement() != null ? child.placement() : "home";
    }

    String policeReference() {
        return scene.authority().kind().initials + "P-" + (scene.child().number() + 1) + "-" + (ordinal + 1);
    }

    /** Told by telephone, at once or late. */
    private void tellWorker(Linked linked, Set<String> holding) {
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

    private Message message(
            String kind, boolean police, Instant occurred, Instant reported, Said said, boolean wantsFeedback) {
        var chance = scene.chance();
        var authority = scene.authority();
        var received = reported.plus(chance.minutes(1, 12));
        if (received.isAfter(scene.now())) received = scene.now();
        var id = chance.id(received);
        var number = Numbers.padded(scene.child().number(), 7) + "-" + (ordinal + 1);
        return police
                ? new Message(
                        id,
                        authority.agency("police"),
                        "api",
                        authority.code() + "-police",
                        authority.kind().initials + "-" + number,
                        kind,
                        occurred,
                        reported,
                        received,
                        authority.policeSystem(),
                        wantsFeedback,
                        said)
                : new Message(
                        id,
                        authority.agency("children"),
                        "phone",
                        "hub",
                        "T-" + number,
                        kind,
                        occurred,
                        reported,
                        received,
                        authority.person("hub-worker"),
                        wantsFeedback,
                        said);
    }

    private Linked link(Message message, String how) {
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

    private Linked triaged(Linked linked, Set<String> known) {
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
        var at = linked.at.plus(chance.chance(0.93) ? chance.minutes(20, 600) : chance.minutes(25 * 60, 40 * 60));
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

    private void triageRow(Linked linked, String rating, String reason, Instant at, UUID by) {
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

    void clocks(Linked linked) {
        scene.clocks(Subject.notification(linked.message.id()), linked.facts, absence.since());
    }
}
