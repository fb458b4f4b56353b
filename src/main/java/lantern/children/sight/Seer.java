package lantern.children.sight;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post of a person, or one connected system, that may read children's records.
 *
 * @param role the role's code, 'client' for a connected system
 * @param reach 'authority' or 'involved', as their role or scope has it in children's services
 * @param identity whether they are told who the children are whom their agency or team works with
 * @param why 'reach', 'involvement' or 'break-glass' as {@code access.why} says; null: they do not see the child
 */
public record Seer(
        UUID id,
        String name,
        boolean person,
        String role,
        String post,
        @Nullable UUID agency,
        @Nullable UUID team,
        String reach,
        Set<String> permissions,
        boolean identity,
        @Nullable String why) {
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
