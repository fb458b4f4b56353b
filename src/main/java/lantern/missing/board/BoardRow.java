package lantern.missing.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One child on the board. {@code standard} and {@code due} are of the timescale that falls due next. */
public record BoardRow(
        UUID episode,
        UUID child,
        String name,
        @Nullable LocalDate born,
        Instant missingSince,
        @Nullable Instant locatedAt,
        @Nullable Instant returnedAt,
        String missingFrom,
        @Nullable String placement,
        boolean lookedAfter,
        @Nullable String risk,
        @Nullable UUID worker,
        @Nullable UUID team,
        @Nullable String standard,
        @Nullable Instant due,
        @Nullable Instant dueSoon) {}
