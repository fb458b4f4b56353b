package lantern.children;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child who may be the one wanted, with the probability (0 to 1) and its working, field by field. {@code certain} is true only
 * when an exact strong identifier agrees together with the name or the date of birth (spec: matching, never on a name alone).
 */
public record Candidate(ChildFacts facts, double probability, boolean certain, List<Compared> working) {

    public UUID child() {
        return facts.id();
    }

    public String reference() {
        return facts.reference();
    }

    public String name() {
        return facts.name();
    }

    public @Nullable LocalDate dateOfBirth() {
        return facts.dateOfBirth();
    }

    public boolean lookedAfter() {
        return facts.lookedAfter();
    }

    public boolean open() {
        return facts.open();
    }

    public @Nullable String workerName() {
        return facts.workerName();
    }

    /** One field: what it says about the pair (agrees, close, differs, missing) and how much it weighs, in log2 odds. */
    public record Compared(String field, Level level, String words, double weight) {}

    public enum Level {
        AGREES,
        CLOSE,
        DIFFERS,
        MISSING
    }
}
