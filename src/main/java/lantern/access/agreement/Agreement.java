package lantern.access.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a sharing agreement as it stands today. */
public record Agreement(
        UUID id,
        UUID series,
        int version,
        UUID agency,
        String agencyName,
        String title,
        String purpose,
        String lawfulBasis,
        String lawfulBasisTitle,
        @Nullable String condition,
        @Nullable String conditionTitle,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        LocalDate reviewBy,
        int daysAfter,
        UUID madeBy,
        Instant madeAt,
        Standing standing,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBecause) {

    /** One section that the agreement shares. A role of null: all roles and systems of the agency. */
    public record Line(
            @Nullable String role,
            @Nullable String roleTitle,
            String section,
            String title,
            boolean highRisk,
            boolean everyChild) {
        public String covers() {
            return everyChild ? "Every child of the authority" : "Children they work with";
        }

        public String who() {
            return role == null ? "Everybody" : roleTitle == null ? "Connected systems" : roleTitle;
        }
    }

    /** The standings are those of access.v_agreement. */
    public enum Standing {
        PROPOSED("Waits for approval", "yellow"),
        IN_FORCE("In force", "green"),
        TO_COME("Approved, has not started", "blue"),
        OVER("Over", "grey"),
        REPLACED("Replaced by a later version", "grey"),
        REFUSED("Refused", "red"),
        ENDED("Ended", "grey");

        public final String words;
        public final String colour;

        Standing(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }

        static Standing of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** Shares something today, or will without anybody doing more. */
    public boolean live() {
        return standing == Standing.IN_FORCE || standing == Standing.TO_COME;
    }

    public boolean reviewOverdue(LocalDate today) {
        return live() && reviewBy.isBefore(today);
    }

    static List<String> names(List<Line> lines) {
        return lines.stream().map(Line::title).distinct().toList();
    }
}
