package lantern.missing.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import org.jspecify.annotations.Nullable;

/** One episode as its page and the API read it. */
public record EpisodeView(
        UUID id,
        UUID child,
        String childName,
        String childReference,
        @Nullable LocalDate born,
        String stage,
        String missingFrom,
        Instant missingSince,
        @Nullable String lastSeenPlace,
        @Nullable String lastSeenBy,
        @Nullable String circumstances,
        @Nullable Boolean outOfCharacter,
        boolean lookedAfter,
        @Nullable String placement,
        @Nullable String policeReference,
        Instant openedAt,
        @Nullable String openedBy,
        @Nullable Instant locatedAt,
        @Nullable String locatedPlace,
        @Nullable String locatedBy,
        @Nullable String locatedHow,
        @Nullable Instant returnedAt,
        @Nullable String returnedTo,
        @Nullable String harm,
        @Nullable String harmNote,
        List<String> harmKinds,
        @Nullable Instant closedAt,
        @Nullable String review,
        List<String> considered,
        @Nullable UUID mergedInto,
        @Nullable String voidBecause,
        @Nullable String worker) {

    /** One entry of the log, whatever its kind: a step, somebody told, a meeting, a correction, a classification, a merge. */
    public record LogEntry(
            UUID id,
            String kind,
            @Nullable String about,
            String words,
            Instant happenedAt,
            Instant recordedAt,
            @Nullable String by,
            @Nullable String agency) {}

    public record Notified(
            UUID id,
            String kind,
            String agency,
            Instant reportedAt,
            @Nullable Instant saidAt) {}

    public record Interview(
            UUID id,
            Instant referredAt,
            @Nullable String outcome,
            @Nullable String reason) {}

    /** Another absence of the child whose times overlap with this one; the national return allows none. Disputed: both were kept when two records were merged. */
    public record Overlap(
            UUID id, Instant missingSince, @Nullable Instant end, String stage, boolean disputed) {}

    public record Merge(UUID id, UUID merged, Instant missingSince, String reason) {}

    /** Episodes of the child that were not merged or recorded in error, by when they began. */
    public record Counters(int in90Days, int in12Months, int ever) {
        /** @param since when each absence of the child began */
        static Counters of(List<Instant> since, Instant now) {
            var days = now.minus(Duration.ofDays(90));
            var months = now.atZone(London.ZONE).minusMonths(12).toInstant();
            return new Counters(
                    (int) since.stream().filter(days::isBefore).count(),
                    (int) since.stream().filter(months::isBefore).count(),
                    since.size());
        }
    }

    public record Whole(
            EpisodeView episode,
            List<LogEntry> log,
            List<Notified> notifications,
            List<Interview> interviews,
            List<Overlap> overlaps,
            List<Merge> merges,
            Counters counters) {}
}
