package lantern.demo.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lantern.demo.invented.Numbers;
import lantern.demo.invented.Words;
import lantern.intake.Said;
import lantern.timescales.Happening;
import org.jspecify.annotations.Nullable;

/** The notifications of one absence, and what the hub did with each. */
public final class Reports {
    private static final List<String> RISKS = List.of("medium", "medium", "low", "high", "medium", "very-low");

    private final Scene scene;
    private final Absence absence;
    private final int ordinal;
    private final Hub hub;

    public Reports(Scene scene, Absence absence, int ordinal) {
        this.scene = scene;
        this.absence = absence;
        this.ordinal = ordinal;
        this.hub = new Hub(scene, absence);
    }

    public Hub.Linked missing(String place) {
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
        var linked = hub.link(message, chance.chance(0.55) ? "automatic" : "chosen");
        var holding = scene.holding(absence.since(), Happening.NEEDS_TRIAGE);
        return hub.triaged(linked, holding);
    }

    /** Some days before, police called the child absent: kept as intelligence, and nothing was opened. */
    public void absent() {
        var chance = scene.chance();
        var since = absence.since().minus(chance.minutes(2 * 24 * 60, 9 * 24 * 60));
        if (since.isBefore(scene.child().recordedAt())) return;
        var said = new Said(
                new Said.Reporter(lantern.demo.invented.Names.staff(chance), "parent", null, null),
                Message.named(scene.child(), scene.authority(), true),
                new Said.Missing(
                        since,
                        chance.pick(scene.authority().places().hideouts()),
                        "a parent",
                        null,
                        null,
                        chance.pick(Words.CIRCUMSTANCES),
                        "absent",
                        null,
                        false,
                        List.of(),
                        policeReference()),
                null);
        var linked =
                hub.link(message("absent", true, since, since.plus(chance.minutes(30, 120)), said, false), "automatic");
        var holding = scene.holding(since, Happening.POLICE_ABSENT);
        if (scene.child().workerAt(since) == null) holding.add(Happening.UNKNOWN_OR_CLOSED);
        var system = scene.authority().system();
        linked.facts().add(Happening.NOTIFICATION_RECEIVED, linked.at(), system, Set.copyOf(holding));
        linked.facts().add(Happening.KEPT_AS_INTELLIGENCE, linked.at(), system, Set.copyOf(holding));
        hub.triageRow(
                linked,
                "intelligence-only",
                "Police absence: recorded on the child as intelligence only, no referral.",
                linked.at(),
                system);
        linked.message()
                .row(scene.rows(), scene.authority(), "triaged", scene.child().id(), null);
        hub.clocks(linked);
    }

    public boolean byCarer(Hub.Linked missing) {
        var reporter = missing.message().said().reporter();
        return reporter != null && String.valueOf(reporter.relationship()).startsWith("carer");
    }

    /** Null when nobody sent one: then the worker wrote it down. */
    public Hub.@Nullable Linked found(Instant located, String place, boolean back) {
        var chance = scene.chance();
        var at = located.plus(chance.minutes(10, 90));
        if (!scene.happened(at.plus(Duration.ofMinutes(30))) || !chance.chance(0.8)) return null;
        var said = new Said(
                null,
                Message.named(scene.child(), scene.authority(), true),
                new Said.Missing(null, null, null, null, null, null, null, null, null, List.of(), policeReference()),
                new Said.Found(located, place, "police", back ? returnedTo() : null, back ? "none-known" : null, null));
        var linked = hub.link(message("found", true, located, at, said, false), "paired");
        var holding = scene.holding(absence.since());
        if (scene.child().workerAt(absence.since()) == null) holding.add(Happening.UNKNOWN_OR_CLOSED);
        var received = linked.message().receivedAt();
        linked.facts()
                .add(
                        Happening.NOTIFICATION_RECEIVED,
                        received,
                        scene.authority().system(),
                        Set.copyOf(holding));
        linked.facts().add(Happening.FOUND_NOTIFIED, received, scene.authority().system(), Set.copyOf(holding));
        linked.facts()
                .add(
                        Happening.NOTIFICATION_PAIRED,
                        linked.at(),
                        scene.authority().system(),
                        Set.copyOf(holding));
        linked.message()
                .row(scene.rows(), scene.authority(), "paired", scene.child().id(), null);
        hub.tellWorker(linked, holding);
        return linked;
    }

    public String returnedTo() {
        var child = scene.child();
        return child.lookedAfterAt(absence.since()) && child.placement() != null ? child.placement() : "home";
    }

    public String policeReference() {
        return scene.authority().kind().initials + "P-" + (scene.child().number() + 1) + "-" + (ordinal + 1);
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
}
