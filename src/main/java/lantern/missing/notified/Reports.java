package lantern.missing.notified;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lantern.intake.Incident;
import lantern.intake.Said;
import lantern.missing.episode.Absence;
import lantern.missing.episode.Episodes;
import org.jspecify.annotations.Nullable;

/** Reads what a notification said in the words of an episode. A time in the future is taken as the time of receipt. */
final class Reports {
    private static final Set<String> PLACES = Set.of("home", "placement", "school", "other");
    private static final Set<String> HARM = Set.of("suffered", "suspected", "none-known");
    private static final Said.Missing NOTHING_SAID =
            new Said.Missing(null, null, null, null, null, null, null, null, null, java.util.List.of(), null);

    private Reports() {}

    static Absence absence(Incident incident, String dfeCode, Instant now) {
        var said = missing(incident);
        var since = notAfter(now, first(said.lastSeenAt(), incident.occurredAt(), incident.reportedAt()));
        return absence(incident, said, since, false, dfeCode);
    }

    /** An absence of which only the end is known began, for all we know, when it ended, unless the report says when. */
    static Absence endedAbsence(Incident incident, Instant foundAt) {
        var said = missing(incident);
        var since = said.lastSeenAt() == null ? foundAt : notAfter(foundAt, said.lastSeenAt());
        return absence(incident, said, since, true, "M");
    }

    private static Absence absence(
            Incident incident, Said.Missing said, Instant since, boolean alreadyFound, String dfeCode) {
        var child = incident.child();
        var from = said.missingFrom();
        var placement = said.placementName() == null ? child.placement() : said.placementName();
        var category = said.classification() != null
                ? said.classification()
                : incident.kind() == Incident.Kind.ABSENT ? "absent" : null;
        return new Absence(
                child,
                incident.notification(),
                since,
                incident.reportedAt(),
                from != null && PLACES.contains(from) ? from : child.lookedAfter() ? "placement" : "home",
                reportedByCarer(incident),
                said.lastSeenPlace(),
                said.lastSeenBy(),
                said.circumstances(),
                said.outOfCharacter(),
                child.lookedAfter() ? placement : said.placementName(),
                said.policeReference(),
                alreadyFound,
                dfeCode,
                category,
                said.risk());
    }

    static Instant foundAt(Incident incident, Instant now) {
        var found = incident.said().found();
        return notAfter(
                now, first(found == null ? null : found.foundAt(), incident.occurredAt(), incident.reportedAt()));
    }

    static Episodes.Found found(Incident incident, Instant at) {
        var said = incident.said().found();
        return new Episodes.Found(
                at,
                said == null ? null : said.foundPlace(),
                said == null ? null : said.foundBy(),
                incident.notification());
    }

    /** A found report that names where the child returned to says that the child is back. */
    static boolean isBack(Incident incident) {
        var said = incident.said().found();
        return said != null && said.returnedTo() != null && !said.returnedTo().isBlank();
    }

    static Episodes.Return back(Incident incident, Instant at) {
        var said = incident.said().found();
        if (said == null) throw new IllegalArgumentException("The report says nothing of a return");
        var harm = said.harm();
        var coded = harm != null && HARM.contains(harm);
        return new Episodes.Return(
                at, said.returnedTo(), coded ? harm : null, coded ? null : harm, incident.notification());
    }

    static boolean carerIsConcerned(Incident incident) {
        var said = missing(incident);
        return reportedByCarer(incident)
                || !said.concerns().isEmpty()
                || Boolean.TRUE.equals(said.outOfCharacter())
                || said.risk() != null;
    }

    static boolean reportedByCarer(Incident incident) {
        var reporter = incident.said().reporter();
        if (reporter == null || reporter.relationship() == null) return false;
        var relationship = reporter.relationship().toLowerCase(Locale.ROOT);
        return Stream.of("carer", "home manager", "residential", "placement").anyMatch(relationship::contains);
    }

    private static Said.Missing missing(Incident incident) {
        var said = incident.said().missing();
        return said == null ? NOTHING_SAID : said;
    }

    private static Instant first(@Nullable Instant one, @Nullable Instant other, Instant last) {
        return one != null ? one : other != null ? other : last;
    }

    private static Instant notAfter(Instant latest, Instant at) {
        return at.isAfter(latest) ? latest : at;
    }
}
