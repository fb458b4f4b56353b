package lantern.intake.linking;

import lantern.children.ChildFacts;
import lantern.intake.Incident.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where a notification stands once its child is known (practice guidance v0.6, "Police action"): what Lantern may decide by rule,
 * with its rating and reason, and what is left to a person.
 */
enum Standing {
    /** Police "absent": recorded on the child, no referral. */
    INTELLIGENCE(
            "triaged", "intelligence-only", "Police absence: recorded on the child as intelligence only, no referral."),
    /** The allocated worker is told at once; no referral is opened. */
    WORKER_TOLD(
            "triaged", "worker-told", "The child has an allocated worker, who is told at once. No referral is opened."),
    /** It belongs to a missing episode that is known. */
    PAIRED("paired", null, null),
    /** A found report or an update whose missing report has not arrived. */
    WAITING("linked", null, null),
    /** Unknown, or known and closed, or nobody allocated: a person rates it. */
    NEEDS_RATING("linked", null, null);

    final String state;
    final @Nullable String rating;
    final @Nullable String reason;

    Standing(String state, @Nullable String rating, @Nullable String reason) {
        this.state = state;
        this.rating = rating;
        this.reason = reason;
    }

    static Standing of(Kind kind, ChildFacts child, boolean followedUp) {
        return switch (kind) {
            case ABSENT -> INTELLIGENCE;
            case FOUND, UPDATE -> followedUp ? PAIRED : WAITING;
            case PUBLIC_REPORT -> followedUp ? PAIRED : told(child);
            case MISSING, CONCERN, EDUCATION_REFERRAL -> told(child);
        };
    }

    private static Standing told(ChildFacts child) {
        return child.open() && child.hasAllocatedWorker() ? WORKER_TOLD : NEEDS_RATING;
    }
}
