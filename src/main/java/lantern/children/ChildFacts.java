package lantern.children;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child as other rooms need them: who they are and who is responsible today. {@code workerId} and {@code workerTeamId} are the
 * allocated worker's; {@code placement} is the name of today's placement and never its address.
 */
public record ChildFacts(
        UUID id,
        String reference,
        String familyName,
        String givenNames,
        @Nullable String knownAs,
        @Nullable LocalDate dateOfBirth,
        String sex,
        boolean open,
        boolean lookedAfter,
        @Nullable UUID workerId,
        @Nullable UUID workerTeamId,
        @Nullable String workerName,
        @Nullable String placement,
        @Nullable String hostAuthority,
        @Nullable String responsibleAuthority) {

    public String name() {
        return givenNames.isBlank() ? familyName : givenNames + " " + familyName;
    }

    ChildFacts worker(@Nullable String name) {
        return new ChildFacts(
                id,
                reference,
                familyName,
                givenNames,
                knownAs,
                dateOfBirth,
                sex,
                open,
                lookedAfter,
                workerId,
                workerTeamId,
                name,
                placement,
                hostAuthority,
                responsibleAuthority);
    }

    public boolean hasAllocatedWorker() {
        return workerId != null;
    }
}
