package lantern.access;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this room tells people and starts clocks for. Implemented by the room that keeps notices and clocks, which stands above this one; called by Lantern
 * itself ({@link Access#asSystem}, {@link Access#continueAsSystem}).
 */
public interface Announcements {
    /**
     * Tells these people at once.
     *
     * @param title names nobody
     * @param kind of the subject: person, client or people-review
     */
    void tell(String title, String kind, UUID subject, Instant at, Collection<UUID> people);

    /** The review of an agency's people has begun; the manager is who has it on their list, null when the agency has none. */
    void reviewOpened(UUID review, UUID agency, @Nullable UUID manager, Instant at);

    void reviewDone(UUID review, Instant at);
}
