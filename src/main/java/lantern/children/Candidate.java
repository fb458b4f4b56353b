package lantern.children;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child who may be the one wanted, with the probability (0 to 1) and its working, field by field. {@code certain} is true only
 * when an exact strong identifier agrees together with the name or the date of birth (spec: matching, never on a name alone).
 */
public record Candidate(
        UUID child,
        String reference,
        String name,
        @Nullable LocalDate dateOfBirth,
        boolean lookedAfter,
        boolean open,
        @Nullable String workerName,
        double probability,
        boolean certain,
        List<Compared> working) {

    /** One field: what it says about the pair (agrees, close, differs, missing) and how much it weighs, in log2 odds. */
    public record Compared(String field, Level level, String words, double weight) {}

    public enum Level {
        AGREES,
        CLOSE,
        DIFFERS,
        MISSING
    }
}
