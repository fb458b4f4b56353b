package lantern.access.worlds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantern.platform.postgres.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A database with every policy and grant as it ships, and without checks and keys, so that a row needs nothing but its authority
 * and its child: a table that is added tomorrow joins by itself.
 */
final class Scratch {
    /** @param insertable, @param updatable a column that the application may write, or null */
    record Table(
            String name,
            String child,
            List<String> key,
            boolean insertable,
            @Nullable String updatable) {}

    private static final Set<String> UNKNOWN_CHILD = new HashSet<>();
    private static final Set<String> MADE_BY_THE_WORLD =
            Set.of("access.involvement", "access.restriction", "access.named_person", "access.break_glass");

    final Connection superuser;
    final List<Table> tables = new ArrayList<>();
    private final Map<String, String> types = new HashMap<>();
    final Map<String, Set<String>> permissions = new HashMap<>();
    final List<String> roles = new ArrayList<>();
    /** The sections that a role is limited to, where it is; some more than as shipped, so that there are all kinds. */
    final Map<String, Set<String>> limits = new HashMap<>();
    /** The section of each table, as access.protect was told. */
    final Map<String, String> sections = new HashMap<>();

    final List<String> sectionCodes = new ArrayList<>();

    Scratch(TestDatabase database) throws SQLException {
        superuser = connect(
                database, java.util.Objects.requireNonNull(database.settings().admin()));
        execute("set session_replication_role = replica");
        findTables();
        for (var table : tables) loosen(table);
        // What a trigger refuses is not what a policy refuses; the one that keeps what is closed stays.
        for (var table : tables)
            if (!table.name.equals("access.restriction"))
                execute("alter table " + table.name + " disable trigger user");
        execute(
                "create table public.worlds_child (authority_id uuid, id uuid, notification uuid, sender uuid, received_by uuid)");
        execute("create schema worlds");
        execute("grant usage on schema worlds to lantern_app");
        execute(insertsOneOfEach());
        execute(
                "update access.role set sections = '{identity,contact,episode}' where code in ('duty-worker', 'police-analyst')");
        execute("update access.role set sections = '{identity,interview,legal}' where code = 'reviewing-officer'");
        query(
                "select code, sections from access.role where sections is not null",
                row -> limits.put(
                        row.getString(1), Set.of((String[]) row.getArray(2).getArray())));
        query(
                "select table_name, section from access.section_of_table",
                row -> sections.put(row.getString(1), row.getString(2)));
        query("select code from access.section order by place", row -> sectionCodes.add(row.getString(1)));
        query(
                "select code, permissions, reach = 'authority', true from access.role"
                        + " union all select code, permissions, hub, false from access.scope",
                row -> {
                    var may = new HashSet<>(List.of((String[]) row.getArray(2).getArray()));
                    if (row.getBoolean(3)) may.add("reach");
                    permissions.put(row.getString(1), may);
                    if (row.getBoolean(4) && !row.getString(1).equals("system")) roles.add(row.getString(1));
                });
    }

    static boolean mayBeUnknown(String table) {
        return UNKNOWN_CHILD.contains(table);
    }

    static Connection connect(TestDatabase database, lantern.platform.postgres.DatabaseSettings.Login login)
            throws SQLException {
        var url = database.settings().url() + "?prepareThreshold=1&preparedStatementCacheQueries=0";
        return java.sql.DriverManager.getConnection(url, login.user(), login.password());
    }

    interface Row {
        void read(java.sql.ResultSet row) throws SQLException;
    }

    void query(String sql, Row each) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) each.read(rows);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private void findTables() throws SQLException {
        query("""
                select c.oid::regclass::text, case when a.attname is null then 'id' else 'child_id' end, coalesce(not a.attnotnull, false),
                       array(select k.attname || ' ' || format_type(k.atttypid, null) from pg_index x join pg_attribute k on k.attrelid = c.oid and k.attnum = any (x.indkey::int2[])
                        where x.indrelid = c.oid and x.indisprimary and k.attname not in ('authority_id', 'child_id')),
                       has_table_privilege('lantern_app', c.oid, 'insert'),
                       (select k.attname::text from pg_attribute k where k.attrelid = c.oid and k.attnum > 0 and not k.attisdropped and k.attgenerated = ''
                          and has_column_privilege('lantern_app', c.oid, k.attnum, 'update') order by k.attname in ('child_id', 'authority_id', 'id'), k.attnum limit 1)
                from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
                where exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'works_with_child')
                   or c.oid in ('access.involvement'::regclass, 'audit.entry'::regclass) order by 1
                """, row -> {
            var name = row.getString(1);
            if (row.getBoolean(3)) UNKNOWN_CHILD.add(name);
            var key = new ArrayList<String>();
            for (var column : (String[]) row.getArray(4).getArray()) {
                var parts = column.split(" ", 2);
                key.add(parts[0]);
                types.put(parts[0], parts[1]);
            }
            tables.add(new Table(name, row.getString(2), key, row.getBoolean(5), row.getString(6)));
        });
    }

    /** Tries to add a row about the child to each table, with the rights of whoever calls it, and says to which it could. */
    private String insertsOneOfEach() {
        var tries = new StringBuilder();
        for (var table : tables) {
            if (!table.insertable) continue;
            var columns = new StringBuilder("authority_id, " + table.child);
            var values = new StringBuilder("authority, child");
            for (var column : table.key) {
                if (column.equals(table.child)) continue;
                columns.append(", ").append(column);
                values.append(", ").append(another(column));
            }
            tries.append("""
                    begin
                        insert into %1$s (%2$s) values (%3$s);
                        allowed := allowed || '%1$s'::text;
                    exception
                        when insufficient_privilege then null;
                        when unique_violation then allowed := allowed || '%1$s'::text; -- the child itself: past the policy, and there already
                    end;
                    """.formatted(table.name, columns, values));
        }
        return """
                create function worlds.insert_one_of_each(authority uuid, child uuid) returns text[] language plpgsql as $$
                declare allowed text[] := '{}';
                begin
                %s
                return allowed;
                end $$
                """.formatted(tries);
    }

    private void loosen(Table table) throws SQLException {
        var changes = new ArrayList<String>();
        query(
                "select conname, conrelid::regclass from pg_constraint where contype in ('c', 'f', 'u') and (conrelid = '"
                        + table.name + "'::regclass) order by contype = 'u'",
                row -> changes.add("alter table " + row.getString(2) + " drop constraint if exists \""
                        + row.getString(1) + "\" cascade"));
        query(
                "select i.indexrelid::regclass from pg_index i where i.indrelid = '" + table.name
                        + "'::regclass and i.indisunique and not i.indisprimary",
                row -> changes.add("drop index if exists " + row.getString(1)));
        query(
                "select attname from pg_attribute a where attrelid = '" + table.name
                        + "'::regclass and attnum > 0 and attnotnull"
                        + " and not attisdropped and attname <> 'child_id' and not exists (select from pg_index i where i.indrelid = a.attrelid"
                        + " and i.indisprimary and a.attnum = any (i.indkey::int2[]))",
                row -> changes.add("alter table " + table.name + " alter \"" + row.getString(1) + "\" drop not null"));
        for (var change : changes) execute(change);
    }

    /** These worlds and no others are in the database afterwards. */
    void load(List<World> worlds) throws SQLException {
        var all = new StringBuilder(
                "truncate public.worlds_child, access.client_token, access.client, access.session, access.post,"
                        + " access.person, access.team, access.agreement_decision, access.agreement_section, access.agreement, access.agency, access.closed_children, access.authority");
        for (var table : tables) all.append(", ").append(table.name);
        execute(all + " cascade");
        Loading.load(superuser, worlds);
        for (var table : tables) {
            if (!MADE_BY_THE_WORLD.contains(table.name)) fill(table);
        }
        execute("analyze");
    }

    /** A value of a key's column that no other row has, or at least none of this child. */
    private String another(String column) {
        return switch (types.getOrDefault(column, "uuid")) {
            case "uuid" -> "gen_random_uuid()";
            case "text" -> "gen_random_uuid()::text";
            case "date" -> "current_date";
            case "integer" -> "1";
            default -> throw new IllegalStateException("No value for a key of " + types.get(column));
        };
    }

    private void fill(Table table) throws SQLException {
        var columns = new ArrayList<String>(List.of("authority_id", table.child));
        var known = new ArrayList<String>(List.of("authority_id", "id"));
        for (var column : table.key) {
            if (column.equals(table.child)) continue;
            columns.add(column);
            known.add(table.name.equals("intake.notification") ? "notification" : another(column));
        }
        var unknown = new ArrayList<>(known);
        unknown.set(1, "null");
        if (table.name.equals("intake.notification")) {
            columns.addAll(List.of("agency_id", "received_by"));
            known.addAll(List.of("sender", "received_by"));
            unknown.set(2, "gen_random_uuid()");
            unknown.addAll(List.of("null", "null"));
        }
        if (List.of("children.amendment", "children.disclosure_part").contains(table.name)) {
            columns.add("section");
            known.add("'identity'");
            unknown.add("'identity'");
        }
        if (table.name.equals("children.finding")) {
            columns.add("person_id");
            known.add("gen_random_uuid()");
            unknown.add("gen_random_uuid()");
        }
        if (table.name.equals("audit.entry")) {
            columns.add("actor_id");
            known.add("received_by");
            unknown.add("null");
        }
        if (table.name.equals("timescales.notice")) {
            columns.add("to_role");
            known.add("case when id < notification then 'hub-worker' else 'team-manager' end");
            unknown.add("'hub-worker'");
        }
        if (table.name.matches("intake\\.(resend|feedback)")) {
            columns.add("notification_id");
            known.add("notification");
            unknown.add("notification");
        }
        var into = "insert into " + table.name + " (" + String.join(", ", columns) + ") select ";
        execute(into + String.join(", ", known) + " from public.worlds_child");
        if (!mayBeUnknown(table.name)) return;
        var each = table.name.matches("intake\\.(resend|feedback)")
                ? "public.worlds_child"
                : "(select distinct authority_id from public.worlds_child) w";
        execute(into + String.join(", ", unknown) + " from " + each);
    }
}
