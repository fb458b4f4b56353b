package lantern.missing.plan;

import java.time.Instant;
import java.util.UUID;
import lantern.platform.web.components.SummaryList;
import org.jspecify.annotations.Nullable;

/** One version of the plan. {@code samePlacement}: 'yes', 'no', 'undecided'; null for a child who is in no placement. */
public record ReturnPlan(
        UUID id,
        String placesOfSafety,
        String whoCollects,
        String dutyStaff,
        @Nullable String samePlacement,
        @Nullable String placementReason,
        Instant recordedAt,
        @Nullable String recordedBy) {

    public SummaryList facts() {
        return SummaryList.of()
                .row("Places of safety", placesOfSafety)
                .row("Who collects the child", whoCollects)
                .row("What duty staff do out of hours", dutyStaff)
                .row("Back to the same placement", back());
    }

    private @Nullable String back() {
        if (samePlacement == null) return null;
        var decision =
                switch (samePlacement) {
                    case "yes" -> "Yes";
                    case "no" -> "No";
                    default -> "Not decided yet";
                };
        return placementReason == null ? decision : decision + ". " + placementReason;
    }
}
