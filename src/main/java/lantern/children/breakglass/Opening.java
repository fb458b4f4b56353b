package lantern.children.breakglass;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record opened by one person for at most 12 hours, and what the review found. */
public record Opening(
        UUID id,
        UUID child,
        UUID person,
        String reason,
        String words,
        boolean overRestriction,
        Instant startsAt,
        Instant endsAt,
        @Nullable String outcome,
        @Nullable String outcomeWords,
        @Nullable Instant reviewedAt,
        @Nullable UUID reviewedBy) {
    static final Map<String, String> OUTCOMES = java.util.Collections.unmodifiableMap(outcomes());

    private static Map<String, String> outcomes() {
        var outcomes = new java.util.LinkedHashMap<String, String>();
        outcomes.put("right", "It was right to open the record");
        outcomes.put("right-with-learning", "It was right, and there is something to learn");
        outcomes.put("wrong", "It was wrong: the record is closed to them at once");
        return outcomes;
    }

    public String reasonInWords() {
        return Reason.of(reason).words;
    }

    public @Nullable String found() {
        return outcome == null ? null : OUTCOMES.get(outcome);
    }
}
