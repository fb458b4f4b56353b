package lantern.intake.notification;

import java.time.Instant;
import lantern.intake.Incident.Kind;
import lantern.intake.Said;
import org.jspecify.annotations.Nullable;

/** One message as it arrived ({@code raw}, never changed) and as it was read. Channel: api, web-form, phone, email or csv. */
public record Message(
        String channel,
        String source,
        String sourceReference,
        Kind kind,
        @Nullable Instant occurredAt,
        Instant reportedAt,
        boolean wantsFeedback,
        Said said,
        String raw) {

    public @Nullable String policeReference() {
        return said.missing() == null ? null : said.missing().policeReference();
    }
}
