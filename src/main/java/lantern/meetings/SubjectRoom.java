package lantern.meetings;

import java.time.Instant;
import java.util.UUID;

/** A room whose subjects meetings can be about, such as missing episodes: implemented as a Spring component. */
public interface SubjectRoom {
    /** The kind of {@link About} that is this room's. */
    String kind();

    /** Whether there is such a subject for the reader, and it is of this child. */
    boolean has(About about);

    /**
     * A meeting about the subject was held, in the same transaction.
     *
     * @param words what a log says of it: the kind and who chaired, no more
     * @return whether the room has told the clocks itself
     */
    default boolean held(UUID meeting, MeetingKind kind, About about, Instant at, String words) {
        return false;
    }
}
