package lantern;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The real time until it is moved on purpose. */
public final class TestClock extends Clock {
    private volatile @Nullable Instant frozen;

    public void freeze(Instant at) {
        frozen = at;
    }

    public void move(Duration by) {
        frozen = instant().plus(by);
    }

    /** Back to the real time. */
    public void release() {
        frozen = null;
    }

    @Override
    public Instant instant() {
        var at = frozen;
        return at == null ? Clock.systemUTC().instant() : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants only");
    }
}
