package lantern.meetings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting to be held, or one that was held at once and is entered afterwards.
 *
 * @param about the children, in the order of the agenda; at least one
 * @param focus of victim, offender, location, theme
 * @param chairId somebody of Lantern's, or else {@code chair} in words; both may still be open
 */
public record Plan(
        MeetingKind kind,
        List<About> about,
        List<String> focus,
        Instant startsAt,
        int minutes,
        @Nullable String place,
        @Nullable UUID chairId,
        @Nullable String chair,
        List<Invite> invited) {}
