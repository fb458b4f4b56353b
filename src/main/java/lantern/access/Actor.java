package lantern.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting in this transaction, as the database itself established from the session token: a person signed in as one
 * post, a machine client, or Lantern's own jobs. Nothing in the application can make one up.
 */
public record Actor(
        UUID authority,
        String authorityCode,
        @Nullable UUID agency,
        @Nullable String agencyCode,
        @Nullable UUID team,
        UUID id,
        String name,
        Kind kind,
        String role,
        String roleTitle,
        Reach reach,
        Set<Permission> permissions,
        UUID session) {

    public enum Kind {
        PERSON,
        CLIENT,
        SYSTEM
    }

    /** How far the actor sees: every child of the authority, or only those its agency or team works with. */
    public enum Reach {
        AUTHORITY,
        INVOLVED
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The agency acting; machine clients and people always have one. */
    public UUID agencyOrRefuse() {
        if (agency == null) throw new IllegalStateException("Lantern's own jobs act for no agency");
        return agency;
    }
}
