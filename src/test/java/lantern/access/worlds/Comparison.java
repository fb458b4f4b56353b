package lantern.access.worlds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.worlds.Scratch.Table;
import lantern.access.worlds.World.Actor;
import org.jspecify.annotations.Nullable;

/** What a connection with the application's rights is given, against what the oracle says; one difference is one line. */
final class Comparison implements AutoCloseable {
    private final Connection app;
    private final Oracle oracle;
    private final List<Table> tables;
    private final List<Table> updatable;
    private final List<Table> insertable;
    private final PreparedStatement begin;
    private final PreparedStatement select;
    private final PreparedStatement join;
    private final PreparedStatement count;
    private final PreparedStatement update;
    private final PreparedStatement insert;
    private final PreparedStatement sight;

    final List<String> differences = new ArrayList<>();
    int actors;

    Comparison(Connection app, Oracle oracle, List<Table> tables) throws SQLException {
        this.app = app;
        this.oracle = oracle;
        this.tables = tables;
        updatable = tables.stream().filter(each -> each.updatable() != null).toList();
        insertable = tables.stream().filter(Table::insertable).toList();
        begin = app.prepareStatement("select 1 from ctx.begin(?, 'worlds')");
        select = all(tables, "(select array_agg(%2$s) from %1$s)");
        join = all(
                tables,
                "(select array_agg(t.%2$s) from %1$s t join children.child c on c.authority_id = t.authority_id and c.id = t.%2$s)");
        count = all(tables, "array[(select count(*) from %1$s)]");
        sight = app.prepareStatement(
                "select c, s.code, access.works_with(c, s.code) from unnest(?::uuid[]) c, access.section s");
        insert = app.prepareStatement("select worlds.insert_one_of_each(?, ?)");
        update = app.prepareStatement("with "
                + updatable.stream()
                        .map(each -> "%s as (update %s set %3$s = %3$s returning %4$s as it)"
                                .formatted(alias(each), each.name(), each.updatable(), each.child()))
                        .collect(Collectors.joining(", "))
                + " select "
                + updatable.stream()
                        .map(each -> "(select array_agg(it) from " + alias(each) + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static String alias(Table table) {
        return table.name().replace('.', '_');
    }

    private PreparedStatement all(List<Table> tables, String each) throws SQLException {
        return app.prepareStatement("select "
                + tables.stream()
                        .map(table -> each.formatted(table.name(), table.child()))
                        .collect(Collectors.joining(", ")));
    }

    /** Everybody of the world in one transaction: rows, and in turn joins, counts, changes; every so often what may be added. */
    void compare(World world) throws SQLException {
        for (var actor : world.actors()) {
            begin.setString(1, actor.token());
            try (var row = begin.executeQuery()) {
                if (row.next() != actor.live()) differences.add(actor + " began");
            }
            // Who is nobody leaves the one before in force; a new transaction has none.
            if (!actor.live()) continue;
            rows("select", select, tables, world, actor, false);
            switch (actors++ % 16) {
                case 0, 1, 2, 3 -> rows("join", join, tables, world, actor, true);
                case 4, 5, 6, 7 -> counts(world, actor);
                case 8, 9, 10, 11 -> rows("update", update, updatable, world, actor, false);
                case 12 -> inserts(world, actor);
                default -> sight(world, actor);
            }
        }
    }

    /** The function that pages and policies ask, of every section, those too that no table has yet. */
    private void sight(World world, Actor actor) throws SQLException {
        sight.setArray(1, app.createArrayOf("uuid", world.ids().toArray()));
        try (var rows = sight.executeQuery()) {
            while (rows.next()) {
                var child = rows.getObject(1, UUID.class);
                var section = rows.getString(2);
                var expected = oracle.sees(world, actor, child, section);
                if (expected != rows.getBoolean(3)) differ("sight", section, world, actor, expected, !expected);
            }
        }
    }

    /** With no token, or one that has ended, there is nothing in any table. */
    void compareNobody() throws SQLException {
        try (var row = count.executeQuery()) {
            row.next();
            for (var i = 0; i < tables.size(); i++) {
                if (((Long[]) row.getArray(i + 1).getArray())[0] != 0)
                    differences.add("nobody sees " + tables.get(i).name());
            }
        }
    }

    private void rows(
            String how, PreparedStatement statement, List<Table> from, World world, Actor actor, boolean joined)
            throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            for (var i = 0; i < from.size(); i++) {
                var table = from.get(i).name();
                var shown =
                        how.equals("update") ? oracle.changes(world, actor, table) : oracle.rows(world, actor, table);
                var expected = shown.stream()
                        .filter(child -> !joined || child != null && oracle.sees(world, actor, child))
                        .filter(child -> from != updatable || oracle.mayChange(world, actor, table, child))
                        .toList();
                var array = row.getArray(i + 1);
                var found = array == null ? List.<UUID>of() : Arrays.asList((UUID[]) array.getArray());
                if (!sorted(found).equals(sorted(expected))) differ(how, table, world, actor, expected, found);
            }
        }
    }

    private static List<String> sorted(List<? extends @Nullable UUID> ids) {
        return ids.stream()
                .map(String::valueOf)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private void counts(World world, Actor actor) throws SQLException {
        try (var row = count.executeQuery()) {
            row.next();
            for (var i = 0; i < tables.size(); i++) {
                var table = tables.get(i).name();
                var expected = oracle.rows(world, actor, table).size();
                long found = ((Long[]) row.getArray(i + 1).getArray())[0];
                if (expected != found) differ("count", table, world, actor, expected, found);
            }
        }
    }

    /** The database refuses a row by its policy or not; what comes after that (keys, checks) is not there. */
    private void inserts(World world, Actor actor) throws SQLException {
        var before = app.setSavepoint();
        for (var child : world.ids()) {
            insert.setObject(1, world.authority());
            insert.setObject(2, child);
            try (var row = insert.executeQuery()) {
                row.next();
                var allowed = Set.of((String[]) row.getArray(1).getArray());
                for (var table : insertable) {
                    var expected = oracle.mayInsert(world, actor, table.name(), child);
                    if (expected != allowed.contains(table.name()))
                        differ("insert", table.name(), world, actor, expected, !expected);
                }
            }
        }
        app.rollback(before);
    }

    private void differ(String how, String table, World world, Actor actor, Object expected, Object found) {
        differences.add(
                how + " " + table + " expected " + expected + " found " + found + "\n  " + actor + "\n  " + world);
    }

    @Override
    public void close() throws SQLException {
        for (var each : List.of(begin, select, join, count, update, insert, sight)) each.close();
    }
}
