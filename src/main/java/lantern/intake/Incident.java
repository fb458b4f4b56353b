package lantern.intake;

import java.time.Instant;
import java.util.UUID;
import lantern.children.ChildFacts;
import org.jspecify.annotations.Nullable;

/** A notification that is now known to be about this child, as the rooms that follow it up need it. */
public record Incident(
        UUID notification,
        Kind kind,
        ChildFacts child,
        Instant receivedAt,
        @Nullable Instant occurredAt,
        Instant reportedAt,
        Said said) {

    public enum Kind {
        MISSING,
        ABSENT,
        FOUND,
        UPDATE,
        CONCERN,
        EDUCATION_REFERRAL,
        PUBLIC_REPORT;

        /** As the HTTP contract and the database write it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }
}
