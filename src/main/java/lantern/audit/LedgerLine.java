package lantern.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger as those who answer for it read it: {@code act} is {@code look} for a record that was opened, {@code list} for a list that
 * named {@code children} ({@code list} says which), or what was done.
 */
public record LedgerLine(
        UUID id,
        Instant at,
        String act,
        @Nullable UUID actor,
        @Nullable UUID agency,
        @Nullable String purpose,
        @Nullable String subjectKind,
        @Nullable UUID subject,
        @Nullable UUID child,
        List<UUID> children,
        List<String> sections,
        @Nullable String list) {

    /** Where the next page begins. */
    public Looks.Before before() {
        return new Looks.Before(at, id);
    }
}
