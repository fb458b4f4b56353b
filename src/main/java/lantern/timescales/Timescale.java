package lantern.timescales;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One running clock as a page shows it, its state computed at the asking time.
 *
 * @param startsAt the clock's starting point (after any offset, e.g. 72 hours after the child went missing)
 * @param due null when the standard sets no limit; "within n working days" is the last microsecond of that day
 * @param dueWords "13:15 today", "end of Mon 4 Apr 2016", "no limit set"
 * @param next where what meets it is recorded
 * @param reason why it was cancelled or waived
 */
public record Timescale(
        UUID id,
        String standard,
        String title,
        String limit,
        String source,
        Subject subject,
        @Nullable UUID child,
        State state,
        Instant startsAt,
        @Nullable Instant due,
        String dueWords,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        @Nullable String reason,
        String ownerRole,
        String metBy,
        NextStep next) {}
