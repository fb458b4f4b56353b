package lantern.missing.worrying;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A child on a month's list, with the points the rule gave then, and why a person chose the child; {@code takenOff}: why they are off it. */
public record Chosen(
        UUID id,
        UUID child,
        String name,
        int points,
        String because,
        UUID by,
        Instant at,
        @Nullable String takenOff) {}
