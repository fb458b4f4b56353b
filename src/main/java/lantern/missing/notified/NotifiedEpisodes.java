package lantern.missing.notified;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lantern.intake.FollowUp;
import lantern.intake.Incident;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.episode.Episodes;
import lantern.missing.episode.Openings;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a notification does once it is known whose it is. Missing opens an episode or joins the one that records the same
 * absence. Found ends it. Police "absent" is intelligence only and opens nothing (practice guidance v0.6), unless the child is
 * looked after and a carer is concerned or reports it: that is the national return's code A, away without authorisation. An
 * update, and what the public reports, joins the running episode. A concern or an education referral is not about an absence from home or care.
 */
@Component
@Transactional
class NotifiedEpisodes implements FollowUp {
    private final Openings openings;
    private final Episodes episodes;
    private final EpisodeRows rows;
    private final EpisodeLog log;
    private final Links links;
    private final Clock clock;

    NotifiedEpisodes(Openings openings, Episodes episodes, EpisodeRows rows, EpisodeLog log, Links links, Clock clock) {
        this.openings = openings;
        this.episodes = episodes;
        this.rows = rows;
        this.log = log;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public boolean expects(Incident found) {
        var at = Reports.foundAt(found, now());
        return switch (rows.lockForFound(found.child().id(), at).orElse(null)) {
            case Episode.Open it -> true;
            case Episode.Located it -> true;
            case Episode.Returned it -> !at.isAfter(it.returnedAt());
            case Episode.Closed it -> !at.isAfter(it.returnedAt());
            case null, default -> false;
        };
    }

    @Override
    public @Nullable String linked(Incident incident) {
        var episode =
                switch (incident.kind()) {
                    case MISSING -> missing(incident);
                    case ABSENT -> absent(incident);
                    case FOUND -> found(incident);
                    case UPDATE, PUBLIC_REPORT -> joinRunning(incident);
                    case CONCERN, EDUCATION_REFERRAL -> null;
                };
        return episode == null ? null : "/missing/episodes/" + episode;
    }

    @Override
    public void unlinked(UUID notification, UUID child, String because) {
        var beginnings = links.beginningsBefore(notification);
        links.undo(notification, because);
        beginnings.forEach((episode, before) -> episodes.correct(episode, Episode.Time.MISSING_SINCE, before, because));
    }

    // A found report that nobody expected has opened the episode as ended: its beginning comes with the missing report.
    private UUID missing(Incident incident) {
        var absence = Reports.absence(incident, "M", now());
        var opened = openings.open(absence);
        if (opened.joined()
                && rows.lock(opened.episode()).missingSince().isAfter(absence.missingSince())
                && links.onlyFound(opened.episode(), incident.notification()))
            episodes.correct(
                    opened.episode(),
                    Episode.Time.MISSING_SINCE,
                    absence.missingSince(),
                    "The missing report came after the found report");
        return opened.episode();
    }

    private @Nullable UUID absent(Incident incident) {
        if (incident.child().lookedAfter() && Reports.carerIsConcerned(incident))
            return openings.open(Reports.absence(incident, "A", now())).episode();
        return joinRunning(incident);
    }

    private @Nullable UUID joinRunning(Incident incident) {
        return rows.lockRunning(incident.child().id())
                .map(running -> links.join(running, incident))
                .orElse(null);
    }

    private UUID found(Incident incident) {
        var at = Reports.foundAt(incident, now());
        var about = rows.lockForFound(incident.child().id(), at).orElse(null);
        return switch (about) {
            case Episode.Open it -> located(it, at, incident);
            case Episode.Located it -> backAgain(it, at, incident);
            case Episode.Returned it when !at.isAfter(it.returnedAt()) -> links.join(it, incident);
            case Episode.Closed it when !at.isAfter(it.returnedAt()) -> links.join(it, incident);
            case null, default -> foundUnreported(at, incident);
        };
    }

    private UUID located(Episode.Open episode, Instant at, Incident incident) {
        links.join(episode, incident);
        foundAndBack(episode.id(), at, incident);
        return episode.id();
    }

    private UUID backAgain(Episode.Located episode, Instant at, Incident incident) {
        links.join(episode, incident);
        if (Reports.isBack(incident) && !at.isBefore(episode.locatedAt()))
            episodes.comeBack(episode.id(), Reports.back(incident, at));
        return episode.id();
    }

    // The first that is heard of an absence is that it has ended: the record says so, and its return interview is due.
    private UUID foundUnreported(Instant at, Incident incident) {
        var opened = openings.open(Reports.endedAbsence(incident, at));
        if (!opened.joined()) {
            foundAndBack(opened.episode(), at, incident);
            return opened.episode();
        }
        log.record(
                opened.episode(),
                Entry.of(
                        Entry.Kind.STEP,
                        "A found report gives a time before this absence began. Check with its sender which absence it ended.",
                        now()));
        return opened.episode();
    }

    private void foundAndBack(UUID episode, Instant at, Incident incident) {
        episodes.locate(episode, Reports.found(incident, at));
        if (Reports.isBack(incident)) episodes.comeBack(episode, Reports.back(incident, at));
        var found = incident.said().found();
        var check = found == null ? null : found.safeAndWellCheck();
        if (check != null && !check.isBlank())
            log.record(episode, Entry.of(Entry.Kind.SAFE_AND_WELL_CHECK, requireNonNullElse(check, ""), at));
    }

    private Instant now() {
        return clock.instant();
    }
}
