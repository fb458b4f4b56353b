package lantern.timescales;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The names to show beside children's timescales: implemented by the room that keeps them, under the reader's policies. */
public interface ChildNames {
    /** The name of each of the children that the reader may see; one query. */
    Map<UUID, String> names(Collection<UUID> children);
}
