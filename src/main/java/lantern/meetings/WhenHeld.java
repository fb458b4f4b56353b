package lantern.meetings;

import java.time.Instant;
import java.util.UUID;

/** What another room does when a meeting about one of its subjects was held, in the same transaction: implemented as a Spring component. */
public interface WhenHeld {
    /** @param words what the step or entry says of it: the kind and who chaired, no more */
    void held(UUID meeting, MeetingKind kind, About about, Instant at, String words);
}
