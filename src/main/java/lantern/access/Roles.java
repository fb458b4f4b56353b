package lantern.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles there are, as data: what each may do, how far it sees, and the kinds of agency it is meant for. */
@Component
public final class Roles {
    private final JdbcClient db;

    Roles(JdbcClient db) {
        this.db = db;
    }

    /** @param agencyKinds the kinds of agency that it can be given in */
    public record Role(
            String code, String title, boolean reachesAll, Set<Permission> permissions, List<String> agencyKinds) {
        /** How far it sees, in words. */
        public String reachInWords() {
            if (permissions.contains(Permission.READ_CHILD))
                return reachesAll
                        ? "Every child of the authority whose record is not restricted"
                        : "Only children whom their agency or team works with";
            return "No child's record";
        }

        /** What it lets somebody do, one sentence each, in the order of {@link Permission}. */
        public List<String> inWords() {
            return permissions.stream().map(Permission::words).toList();
        }
    }

    /** What a person can have; Lantern's own role is none of them. */
    public List<Role> all() {
        var sql =
                "select code, title, reach, permissions, agency_kinds from access.role where code <> 'system' order by title";
        return db.sql(sql)
                .query((row, n) -> new Role(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("reach").equals("authority"),
                        permissions((String[]) row.getArray("permissions").getArray()),
                        List.of((String[]) row.getArray("agency_kinds").getArray())))
                .list();
    }

    /** A role that the acting manager may give in an agency. */
    public record Giving(String code, String title, boolean reachesAll) {}

    /** What the acting manager may give in this agency: nothing that reaches further than their own role. */
    public List<Giving> toGive(UUID agency) {
        return db.sql("select code, title, reach from access.roles_to_give(:agency)")
                .param("agency", agency)
                .query((row, n) -> new Giving(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("reach").equals("authority")))
                .list();
    }

    static Set<Permission> permissions(String[] codes) {
        var permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream(codes).map(Permission::of).forEach(permissions::add);
        return permissions;
    }
}
