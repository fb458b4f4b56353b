package lantern.access;

import java.util.OptionalLong;

/**
 * A list of work that some people have: an entry of the navigation and of the first page. Implemented by the room that owns the
 * list as a Spring component. The count is asked on the first page only, in the reader's own transaction, and equals the list behind it.
 */
public interface WorkList {
    /** What the list is called in the navigation ("Inbox"). */
    String title();

    /** One sentence on the first page: what is in it and what to do with it. */
    String purpose();

    String path();

    /** Only those with this permission see the entry. */
    Permission permission();

    int order();

    /** How many wait; empty for a place that is not a queue (search). */
    OptionalLong waiting(Actor actor);

    /** False for what is seldom needed: it stands on the first page only, so that the navigation stays short. */
    default boolean inNavigation() {
        return true;
    }
}
