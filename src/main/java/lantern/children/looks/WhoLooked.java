package lantern.children.looks;

import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Permission;
import org.jspecify.annotations.Nullable;

/** Who may see who looked at a child: the allocated worker, and those who answer for the ledger. */
public final class WhoLooked {
    private WhoLooked() {}

    public static boolean isShownTo(Actor actor, @Nullable UUID allocatedWorker) {
        return actor.may(Permission.READ_LEDGER) || actor.id().equals(allocatedWorker);
    }
}
