package lantern.missing.episode;

import java.time.Instant;
import java.util.UUID;
import lantern.children.ChildFacts;
import org.jspecify.annotations.Nullable;

/**
 * One report that a child is missing, as an episode is opened from it. {@code dfeCode} is the national return's: M whereabouts
 * unknown, A away from placement without authorisation. {@code policeCategory} and {@code policeRisk} are axes of their own and
 * null when police have not said. {@code alreadyFound} when the
 * first that was heard of it is that the child was found.
 */
public record Absence(
        ChildFacts child,
        @Nullable UUID notification,
        Instant missingSince,
        Instant reportedAt,
        String missingFrom,
        boolean reportedByCarer,
        @Nullable String lastSeenPlace,
        @Nullable String lastSeenBy,
        @Nullable String circumstances,
        @Nullable Boolean outOfCharacter,
        @Nullable String placementName,
        @Nullable String policeReference,
        boolean alreadyFound,
        String dfeCode,
        @Nullable String policeCategory,
        @Nullable String policeRisk) {}
