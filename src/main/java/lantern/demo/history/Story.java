package lantern.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.OfficeHours;
import lantern.calendar.WorkingDays;
import lantern.demo.invented.Words;
import lantern.demo.report.Absence;
import lantern.demo.report.Facts;
import lantern.demo.report.Hub;
import lantern.demo.report.Reports;
import lantern.demo.report.Scene;
import lantern.demo.rows.Table;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/** One absence from the first report to the closing review, or as far as it has come by now. */
final class Story {
    private static final OfficeHours OFFICE = new OfficeHours(WorkingDays.england(), LocalTime.of(17, 0));
    private static final Duration DIRECTOR = Duration.ofHours(48);
    private static final Duration STRATEGY_MEETING = Duration.ofHours(72);

    private final Scene scene;
    private final Absence absence;
    private final Reports reports;
    private final Hub hub;
    private final Facts facts;
    private final Log log;
    private final UUID id;
    private final Set<String> holding;
    private final Hub.Linked missing;
    private final boolean lookedAfter;
    private final String place;
    private Instant changedAt;

    Story(Scene scene, Absence absence, int ordinal) {
        this.scene = scene;
        this.absence = absence;
        this.reports = new Reports(scene, absence, ordinal);
        this.hub = new Hub(scene, absence);
        this.facts = scene.facts();
        this.place = scene.chance().pick(scene.authority().places().hideouts());
        this.missing = reports.missing(place);
        this.id = scene.chance().id(missing.at());
        this.holding = Set.copyOf(scene.holding(absence.since()));
        this.lookedAfter = scene.child().lookedAfterAt(absence.since());
        this.changedAt = missing.at();
        this.log = new Log(scene, id, facts, missing, holding);
    }

    /** Writes it all and gives back the interview that is waiting or was the last one held. */
    @Nullable
    Interview write(@Nullable Interview before, boolean again) {
        opened();
        search();
        var located = absence.located();
        if (located == null || !scene.happened(located)) {
            finish(null, null, null);
            return before;
        }
        var back = absence.returned();
        var foundPlace = scene.chance().chance(0.5) ? place : "a relative's address";
        var found = reports.found(located, foundPlace, located.equals(back));
        var knownAt = found == null ? within(located.plus(scene.chance().minutes(10, 120))) : found.at();
        changedAt = knownAt;
        facts.add(Happening.FOUND, located, knownAt, scene.writer(located), holding);
        if (back == null || !scene.happened(back)) {
            finish(found, foundPlace, null);
            return before;
        }
        var backKnown = back.isAfter(knownAt) ? back : knownAt;
        facts.add(Happening.RETURNED, back, backKnown, scene.writer(back), holding);
        log.afterReturn(back, backKnown, lookedAfter);
        var interview = Interview.covering(before, backKnown, scene, again);
        interview.cover(id, facts, holding);
        changedAt = backKnown;
        finish(found, foundPlace, interview);
        return interview;
    }

    private void opened() {
        var at = missing.at();
        var opening = new java.util.HashSet<>(holding);
        if (absence.lasts(at)) opening.add(Happening.NOT_FOUND);
        if (reports.byCarer(missing)) opening.add(Happening.REPORTED_BY_CARER);
        facts.add(Happening.EPISODE_OPENED, at, missing.by(), Set.copyOf(opening));
        facts.add(Happening.MISSING_SINCE, absence.since(), at, missing.by(), Set.copyOf(opening));
        scene.rows()
                .add(
                        Table.EPISODE_NOTIFICATION,
                        scene.authorityId(),
                        id,
                        missing.message().id(),
                        scene.child().id(),
                        at);
        classify("dfe", "M", at);
        var said = missing.message().said().missing();
        if (said != null && said.risk() != null) classify("police-risk", said.risk(), at);
    }

    private void classify(String axis, String value, Instant at) {
        scene.rows()
                .add(
                        Table.CLASSIFICATION,
                        scene.authorityId(),
                        scene.chance().id(at),
                        id,
                        scene.child().id(),
                        axis,
                        value,
                        missing.message().reportedAt(),
                        at,
                        missing.by(),
                        null,
                        missing.message().id());
    }

    /** Who was told and what was done while the child was missing, as far as the absence and time went. */
    private void search() {
        var chance = scene.chance();
        var at = missing.at();
        log.step(at.plus(chance.minutes(15, 120)), chance.pick(Words.STEPS));
        if (absence.lasts(Duration.ofHours(12))) log.step(at.plus(chance.minutes(300, 900)), chance.pick(Words.STEPS));
        if (scene.child().workerAt(absence.since()) != null && chance.chance(0.95))
            log.informed(at.plus(late(chance.chance(0.85), 5, 50, 400)), "social-worker", Happening.WORKER_INFORMED);
        if (!missing.message().channel().equals("api"))
            log.informed(at.plus(late(chance.chance(0.8), 3, 55, 240)), "police", Happening.POLICE_INFORMED);
        else if (lookedAfter && reports.byCarer(missing))
            log.informed(absence.reported().minus(chance.minutes(0, 3)), "police", Happening.POLICE_INFORMED);
        if (lookedAfter) inCare(at);
        else if (!reports.byCarer(missing) && chance.chance(0.5))
            log.informed(at.plus(chance.minutes(10, 200)), "parents", null);
        var close = OFFICE.closeAfter(at);
        if (scene.child().workerAt(absence.since()) != null && absence.lasts(close)) {
            log.informed(close.minus(chance.minutes(5, 60)), "duty-team", null);
            if (chance.chance(0.85))
                log.entry(
                        close.minus(chance.minutes(2, 90)),
                        "duty-plan",
                        chance.pick(Words.PLANS),
                        Happening.DUTY_PLAN_RECORDED);
        }
        log.rated();
    }

    private void inCare(Instant at) {
        var chance = scene.chance();
        log.informed(at.plus(chance.minutes(20, 240)), "parents", null);
        log.informed(
                at.plus(late(chance.chance(0.88), 60, 18 * 60, 4 * 24 * 60)),
                "reviewing-officer",
                Happening.IRO_INFORMED);
        if (absence.lasts(Duration.ofHours(20)))
            log.informed(
                    absence.since().plus(Duration.ofHours(20)).plus(chance.minutes(10, 300)), "head-of-service", null);
        if (absence.lasts(DIRECTOR) && chance.chance(0.7))
            log.informed(
                    absence.since().plus(DIRECTOR).plus(chance.minutes(-180, 300)),
                    "executive-director",
                    Happening.DIRECTOR_INFORMED);
        if (chance.chance(0.1) && absence.lasts(at.plus(Duration.ofHours(6)))) {
            var concern = at.plus(chance.minutes(60, 300));
            log.entry(concern, "concern", chance.pick(Words.CONCERNS), Happening.CONCERN_RAISED);
            log.meeting(concern.plus(chance.minutes(600, 80 * 60)));
        }
        if (absence.lasts(STRATEGY_MEETING))
            log.meeting(absence.since().plus(STRATEGY_MEETING).plus(chance.minutes(300, 6 * 24 * 60)));
    }

    private Duration late(boolean onTime, int from, int limit, int latest) {
        return onTime ? scene.chance().minutes(from, limit) : scene.chance().minutes(limit + 12, latest);
    }

    private Instant within(Instant at) {
        return at.isAfter(scene.now()) ? scene.now() : at;
    }

    private void finish(Hub.@Nullable Linked found, @Nullable String foundPlace, @Nullable Interview interview) {
        var chance = scene.chance();
        var located = scene.happened(absence.located()) ? absence.located() : null;
        var back = interview == null ? null : absence.returned();
        var resolved = interview == null ? null : interview.outcomeAt();
        var closedAt =
                resolved == null ? null : latest(resolved, log.lastEntry()).plus(chance.minutes(60, 7 * 24 * 60));
        var closed = closedAt != null && scene.happened(closedAt) && log.everyoneKnows();
        var stage = closed ? "closed" : back != null ? "returned" : located != null ? "located" : "open";
        var message = missing.message();
        var said = java.util.Objects.requireNonNull(message.said().missing());
        var foundBy = found == null ? null : found.message().id();
        scene.rows()
                .add(
                        Table.EPISODE,
                        scene.authorityId(),
                        id,
                        scene.child().id(),
                        stage,
                        said.missingFrom(),
                        absence.since(),
                        said.lastSeenPlace(),
                        said.lastSeenBy(),
                        said.circumstances(),
                        said.outOfCharacter(),
                        reports.byCarer(missing),
                        lookedAfter,
                        said.placementName(),
                        reports.policeReference(),
                        missing.at(),
                        missing.by(),
                        located,
                        located == null ? null : foundPlace,
                        located == null ? null : found != null ? "police" : "family",
                        back,
                        back == null ? null : reports.returnedTo(),
                        back == null ? null : chance.pick(HARM),
                        null,
                        closed ? closedAt : null,
                        closed ? scene.writer(absence.since()) : null,
                        closed ? chance.pick(Words.REVIEWS) : null,
                        foundBy,
                        back != null && back.equals(located) ? foundBy : null,
                        closed ? closedAt : changedAt);
        if (found != null) {
            scene.rows()
                    .add(
                            Table.EPISODE_NOTIFICATION,
                            scene.authorityId(),
                            id,
                            found.message().id(),
                            scene.child().id(),
                            found.at());
            hub.clocks(found);
        }
        hub.clocks(missing);
        scene.clocks(Subject.episode(id), facts, absence.since());
    }

    private static final List<String> HARM =
            List.of("none-known", "none-known", "none-known", "none-known", "suspected", "suffered");

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
