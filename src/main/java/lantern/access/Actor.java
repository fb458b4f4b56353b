package lantern.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting in this transaction, as the database itself established from the session token: a person signed in as one
 * post, a machine client, or Lantern's own jobs. Nothing in the application can make one up.
 *
 * @param sections the sections that the actor reads of the children it works with, separated by commas; * is all there are
 * @param everyChild those that it reads of every child of the authority
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
        UUID session,
        String sections,
        String everyChild) {

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

    /** Reads every section of every record it sees: nothing is withheld. */
    public boolean readsEverySection() {
        return sections.equals("*");
    }

    /** Reads the section of the children it works with, at least. */
    public boolean reads(String section) {
        return within(sections, section);
    }

    /** Reads the section of every child of the authority whose record is not restricted. */
    public boolean readsOfEveryChild(String section) {
        return within(everyChild, section);
    }

    private static boolean within(String sections, String section) {
        return sections.equals("*") || List.of(sections.split(",", -1)).contains(section);
    }

    /** The agency acting; machine clients and people always have one. */
    public UUID agencyOrRefuse() {
        if (agency == null) throw new IllegalStateException("Lantern's own jobs act for no agency");
        return agency;
    }
}
