package lantern.missing.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One referral from its receipt to the filing of the feedback form: what the list shows and the figures count.
 *
 * @param returnedAt the first return that the interview is about
 * @param dueAt by when the interview was to be held, by the standard in force at that return
 * @param copies how many were sent of the feedback form, of which so many were confirmed
 */
record Referral(
        UUID id,
        UUID child,
        String reference,
        String name,
        Instant receivedAt,
        @Nullable String rating,
        @Nullable Instant firstContactAt,
        @Nullable Instant offeredAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant returnedAt,
        @Nullable Instant dueAt,
        @Nullable String outcome,
        @Nullable Instant outcomeAt,
        @Nullable String code,
        @Nullable String reason,
        @Nullable Instant formSentAt,
        int copies,
        int confirmed,
        @Nullable Instant filedAt,
        List<String> factors,
        List<String> indicators) {

    boolean held() {
        return "held".equals(outcome);
    }

    boolean heldInTime() {
        return held() && dueAt != null && outcomeAt != null && !outcomeAt.isAfter(dueAt);
    }

    @Nullable
    Duration untilFirstContact() {
        return firstContactAt == null ? null : Duration.between(receivedAt, firstContactAt);
    }

    /** Something is still owed: the outcome, the form, a receipt, or the filing. */
    boolean owed() {
        if (outcome == null) return true;
        return held() && (formSentAt == null || filedAt == null || confirmed < copies);
    }
}
