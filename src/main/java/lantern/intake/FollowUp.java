package lantern.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another room does when a notification turns out to be about a child, in the same transaction: missing opens, pairs or
 * ends an episode. Implemented up the house as a Spring component, called down here, so that neither can be lost without the other.
 */
public interface FollowUp {
    /**
     * Whether this found report ends something that is known here. When nobody expects it, intake lets it wait for its missing
     * report; {@link #linked} then comes with the missing report, or after a person's review without one.
     */
    boolean expects(Incident found);

    /** The notification was linked to the child. Returns the path of the page where the work goes on, when there is one. */
    @Nullable
    String linked(Incident incident);

    /** A wrong link was undone: everything that only this link had brought is taken back, with its clocks, and the trail says so. */
    void unlinked(UUID notification, UUID child, String because);
}
