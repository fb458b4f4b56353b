package lantern.audit.witness;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency that keeps heads. {@code url}: it is sent them; else it fetches them with its client token. {@code taken}: the last head it holds. */
public record Witness(
        UUID id,
        String name,
        @Nullable String url,
        long taken,
        int failures,
        @Nullable String trouble,
        @Nullable Instant lastAnswer,
        long disagreed) {}
