package lantern.demo.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lantern.calendar.London;
import lantern.demo.authority.Home;
import lantern.demo.authority.Worker;
import lantern.demo.invented.Places.Address;
import org.jspecify.annotations.Nullable;

/**
 * An invented child, as everything that is made about them needs them.
 *
 * @param number of the child in the whole region
 * @param given the first given name alone
 * @param livesAt the home of a child who lives in one; null with a family or foster carers
 * @param placement what the placement is called; null for a child who is not placed
 * @param hostAuthority the other authority, when the child is placed there
 * @param responsibleAuthority the other authority, when it has placed the child here
 * @param inCareSince when the child became looked after; null for one who is not
 * @param allocatedAt when the worker of today was allocated
 * @param missingNow one of those who are missing at this moment
 */
public record Child(
        int number,
        UUID id,
        Instant recordedAt,
        String family,
        String given,
        String givenNames,
        @Nullable String knownAs,
        LocalDate born,
        int age,
        String sex,
        Address address,
        @Nullable String phone,
        boolean open,
        @Nullable Worker worker,
        @Nullable Instant allocatedAt,
        @Nullable LocalDate inCareSince,
        @Nullable Home livesAt,
        @Nullable String placement,
        @Nullable String hostAuthority,
        @Nullable String responsibleAuthority,
        boolean missingNow) {

    public boolean lookedAfter() {
        return inCareSince != null;
    }

    public boolean lookedAfterAt(Instant at) {
        return inCareSince != null && !London.date(at).isBefore(inCareSince);
    }

    /** The worker of today, when they were already the child's worker then. */
    public @Nullable Worker workerAt(Instant at) {
        return allocatedAt != null && !at.isBefore(allocatedAt) ? worker : null;
    }

    public boolean placed() {
        return placement != null;
    }

    public String name() {
        return givenNames + " " + family;
    }
}
