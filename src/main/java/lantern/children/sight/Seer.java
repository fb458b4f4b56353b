package lantern.children.sight;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post of a person, or one connected system, that may read children's records.
 *
 * @param reach 'authority' or 'involved', as their role or scope has it
 * @param why 'reach', 'involvement' or 'break-glass' as {@code access.why} says; null: they do not see the child
 */
public record Seer(
        UUID id,
        String name,
        boolean person,
        String post,
        @Nullable UUID agency,
        @Nullable UUID team,
        String reach,
        Set<String> permissions,
        @Nullable String why) {
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
