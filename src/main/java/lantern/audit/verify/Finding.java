package lantern.audit.verify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first entry of an authority that is not what was sealed; {@code head} is the number of the seal it belongs to, or of the head that is wrong. */
record Finding(String authority, Tampering kind, @Nullable UUID entry, long head, String how) {
    String sentence() {
        return "%s: %s: entry %s, head %d: %s"
                .formatted(authority, kind.words, entry == null ? "unknown" : entry, head, how);
    }
}
