package lantern.demo.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when a child was away, as it truly was; located and returned are null for one who is not found, or not back. */
public record Absence(
        Instant since,
        Instant reported,
        @Nullable Instant located,
        @Nullable Instant returned) {

    /** Whether the child was still missing then. */
    public boolean lasts(Instant at) {
        return !at.isBefore(since) && (located == null || at.isBefore(located));
    }

    public boolean lasts(Duration longerThan) {
        return lasts(since.plus(longerThan));
    }
}
