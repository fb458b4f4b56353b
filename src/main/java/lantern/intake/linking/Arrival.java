package lantern.intake.linking;

import java.time.Instant;
import java.util.UUID;
import lantern.children.ChildFacts;
import lantern.intake.Incident;
import lantern.intake.Incident.Kind;
import lantern.intake.Said;
import org.jspecify.annotations.Nullable;

/** A notification whose child is being decided. */
public record Arrival(
        UUID id,
        UUID agency,
        String source,
        String sourceReference,
        Kind kind,
        @Nullable Instant occurredAt,
        Instant reportedAt,
        Instant receivedAt,
        boolean wantsFeedback,
        Said said) {

    Incident about(ChildFacts child) {
        return new Incident(id, kind, child, receivedAt, occurredAt, reportedAt, said);
    }

    @Nullable
    String policeReference() {
        return said.missing() == null ? null : said.missing().policeReference();
    }

    /** When the child went missing, as far as the message says. */
    Instant missingSince() {
        var missing = said.missing();
        if (missing != null && missing.lastSeenAt() != null) return missing.lastSeenAt();
        return occurredAt == null ? reportedAt : occurredAt;
    }

    /** When the child was found, as far as the message says. */
    Instant foundAt() {
        var found = said.found();
        if (found != null && found.foundAt() != null) return found.foundAt();
        return occurredAt == null ? reportedAt : occurredAt;
    }
}
