package lantern.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another room does when a notification turns out to be about a child, in the same transaction: missing opens, pairs or
 * ends an episode. Implemented up the house as a Spring component, called down here, so that neither can be lost without the other.
 */
public interface FollowUp {
    /** The notification was linked to the child. Returns the path of the page where the work goes on, when there is one. */
    @Nullable
    String linked(Incident incident);

    /** A wrong link was undone: everything that only this link had brought is taken back, with its clocks, and the trail says so. */
    void unlinked(UUID notification, UUID child, String because);
}
