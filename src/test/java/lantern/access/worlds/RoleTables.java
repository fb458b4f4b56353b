package lantern.access.worlds;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What roles and scopes may, and which section each table is of, as the tables say it: what the oracle starts from. */
record RoleTables(JdbcClient db) {
    /** The codes of the sections, in their order. */
    List<String> sections() {
        return db.sql("select code from access.section order by place")
                .query((row, n) -> row.getString(1))
                .list();
    }

    Map<String, Set<String>> limits() {
        var limits = new HashMap<String, Set<String>>();
        db.sql("select code, sections from access.role where sections is not null")
                .query(row -> {
                    limits.put(
                            row.getString(1), Set.of((String[]) row.getArray(2).getArray()));
                });
        return limits;
    }

    Map<String, String> sectionOfTable() {
        var sections = new HashMap<String, String>();
        db.sql("select table_name, section from access.section_of_table").query(row -> {
            sections.put(row.getString(1), row.getString(2));
        });
        return sections;
    }

    Map<String, Set<String>> permissions() {
        var permissions = new HashMap<String, Set<String>>();
        db.sql("select code, permissions, reach = 'authority', true from access.role"
                        + " union all select code, permissions, hub, false from access.scope")
                .query(row -> {
                    var may = new HashSet<>(List.of((String[]) row.getArray(2).getArray()));
                    if (row.getBoolean(3)) may.add("reach");
                    if (row.getBoolean(4)) may.add("a role");
                    permissions.put(row.getString(1), may);
                });
        return permissions;
    }
}
