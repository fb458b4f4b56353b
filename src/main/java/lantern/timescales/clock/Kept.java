package lantern.timescales.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lantern.timescales.force.Version;
import org.jspecify.annotations.Nullable;

/**
 * A timescale as its row keeps it.
 *
 * @param sent the steps that have gone out; null when they were not asked for
 */
public record Kept(
        UUID id,
        UUID version,
        UUID startedBy,
        @Nullable UUID child,
        Reckoning reckoning,
        @Nullable String cancelledBecause,
        boolean waived,
        @Nullable Instant nextSend) {

    /** The same clock with what the facts make of it now. */
    Kept with(Version version, UUID startedBy, Reckoning now, @Nullable String because, Set<String> sent) {
        var next = now.open() && !waived ? nextSend(version, now, sent) : null;
        return new Kept(id, version.id(), startedBy, child, now, because, waived, next);
    }

    static @Nullable Instant nextSend(Version version, Reckoning reckoning, Set<String> sent) {
        var due = reckoning.due();
        if (due == null) return null;
        var soon = Objects.requireNonNull(reckoning.dueSoonAt());
        return version.standard().steps().stream()
                .filter(step -> !sent.contains(step.key()))
                .map(step -> step.at(reckoning.startsAt(), due, soon))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    Instant ended() {
        return reckoning.metAt() == null ? reckoning.cancelledAt() : reckoning.metAt();
    }
}
