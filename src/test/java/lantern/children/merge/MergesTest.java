package lantern.children.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lantern.children.Follows;
import lantern.children.merge.Chosen.Fact;
import lantern.platform.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergesTest extends TwoRecords {
    @BeforeEach
    void twoRecords() {
        enteredTwice();
    }

    /** A new table that holds a child is in no room's list: add it to the Follows of its room, or say here why it stays. */
    @Test
    void every_table_that_holds_a_child_follows() {
        // What was done under the old id was done under the old id, and so was what is counted and found from the
        // ledger.
        var stays = List.of("audit.entry", "audit.child_day", "children.finding");
        var sql = """
                select c.oid::regclass::text from pg_class c
                where c.relkind in ('r', 'p') and (
                    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped)
                    or exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'works_with_child'))
                order by 1
                """;
        var holding = new ArrayList<>(database.superuser()
                .sql(sql)
                .query((row, n) -> row.getString(1))
                .list());
        holding.removeAll(stays);
        holding.remove("children.child"); // the record itself: it keeps its id and says where it went
        assertThat(Follows.tables(rooms))
                .as("add a new table to held() of the Follows of its room")
                .containsExactlyInAnyOrderElementsOf(holding);
    }

    @Test
    void every_other_column_that_names_a_child_is_known() {
        var sql = """
                select f.conrelid::regclass::text || '.' || a.attname from pg_constraint f
                join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
                where f.contype = 'f' and f.confrelid = 'children.child'::regclass and a.attname not in ('authority_id', 'child_id') order by 1
                """;
        assertThat(database.superuser()
                        .sql(sql)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("children.carer.other_child_id", "children.merge.into_id", "children.merge.merged_id");
    }

    @Test
    void everything_follows_and_everything_goes_back() {
        absent(standing, 40, 5);
        absent(merged, 20, 5);
        absent(merged, 2, 0);
        var before = everything();
        var merge = merge(Map.of(), Fact.NAME, Fact.WORKER);
        for (var table : Follows.tables(rooms))
            assertThat(count(table + " where child_id = :child", merged))
                    .as(table)
                    .isZero();
        assertThat(as("hub-manager", () -> children.find(merged))).isEmpty();
        var child = as("hub-manager", () -> children.find(standing)).orElseThrow();
        assertThat(child.givenNames()).isEqualTo("Katie");
        assertThat(child.workerId()).isEqualTo(region.person("merrowdale", "social-worker-south"));
        assertThat(count("missing.episode where child_id = :child", standing)).isEqualTo(3);
        assertThat(count("children.name where child_id = :child and kind = 'current'", standing))
                .isEqualTo(1);
        assertThat(count("children.name where child_id = :child and kind = 'alias'", standing))
                .isEqualTo(1);
        assertThat(count("children.placement where child_id = :child and ends_on is null", standing))
                .isEqualTo(1);
        undo(merge);
        assertThat(difference(before, everything())).isEmpty();
    }

    @Test
    void the_clocks_go_on_as_they_were() {
        absent(merged, 2, 0);
        var sql =
                "select string_agg(concat_ws(' ', standard_id, starts_at, due_at, due_soon_at, met_at, cancelled_at), '; ' order by id) from timescales.timescale where child_id = :child";
        var before = database.superuser()
                .sql(sql)
                .param("child", merged)
                .query(String.class)
                .single();
        var merge = merge(Map.of());
        assertThat(before).isNotNull();
        assertThat(database.superuser()
                        .sql(sql)
                        .param("child", standing)
                        .query(String.class)
                        .single())
                .isEqualTo(before);
        undo(merge);
        assertThat(database.superuser()
                        .sql(sql)
                        .param("child", merged)
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void two_open_absences_are_one_or_disputed_and_two_again_after_the_unmerge() {
        var one = absent(standing, 3, 0);
        var other = absent(merged, 2, 0);
        var before = everything();
        var clashes = as("hub-manager", () -> merges.clashes(standing, merged));
        assertThat(clashes).hasSize(1);
        assertThat(clashes.getFirst().explained()).contains("no overlap");
        var key = clashes.getFirst().key();

        var disputed = merge(Map.of(key, "disputed"));
        assertThat(stage(one)).isEqualTo("open");
        assertThat(stage(other)).isEqualTo("open");
        undo(disputed);
        assertThat(difference(before, everything())).isEmpty();

        var together = merge(Map.of(key, "one"));
        assertThat(stage(one)).isEqualTo("open");
        assertThat(stage(other)).isEqualTo("merged");
        undo(together);
        assertThat(stage(other)).isEqualTo("open");
        assertThat(running(other)).isEqualTo(running(one)).isPositive();
        assertThat(difference(withoutTrail(before), withoutTrail(everything()))).isEmpty();
    }

    @Test
    void what_was_added_after_the_merge_stays_unless_somebody_says_otherwise() {
        var theirs = absent(merged, 20, 5);
        var merge = merge(Map.of());
        var stays = absent(standing, 5, 1);
        var goes = absent(standing, 2, 0);
        does(
                "hub-manager",
                () -> episodes.comeBack(
                        theirs,
                        new lantern.missing.episode.Episodes.Return(
                                clock.instant(), "Home", "none-known", null, null)));
        var added = as("hub-manager", () -> records.added(merge));
        assertThat(added.stream().map(MergedRecords.Added::id)).containsExactlyInAnyOrder(stays, goes);
        undo(merge, goes);
        assertThat(childOf(theirs)).isEqualTo(merged);
        assertThat(childOf(goes)).isEqualTo(merged);
        assertThat(childOf(stays)).isEqualTo(standing);
        assertThat(count(
                        "timescales.timescale t where child_id = :child and exists (select from missing.episode e where e.id = t.subject_id and e.child_id <> t.child_id)",
                        merged))
                .as("clocks stay with their episode")
                .isZero();
    }

    @Test
    void the_latest_merge_is_undone_first() {
        var third = record("Zwiefachdritte", "Kat", java.time.LocalDate.of(2011, 5, 4), "female", "998 127 7096");
        var first = merge(Map.of());
        var second = as(
                "hub-manager",
                () -> merges.merge(
                        standing, third, new Chosen(java.util.Set.of()), Map.of(), "Her grandmother says so"));
        assertThat(as("hub-manager", () -> records.find(first)).orElseThrow().mergedLater())
                .isTrue();
        assertThatThrownBy(() -> undo(first)).isNotNull();
        undo(second);
        undo(first);
        assertThat(as("hub-manager", () -> children.find(merged))).isPresent();
    }

    @Test
    void who_may_not_merge_is_refused_by_the_database_too() {
        for (var role : new String[] {"hub-worker", "executive-director"})
            assertThatThrownBy(() -> as(
                            role,
                            () -> merges.merge(
                                    standing, merged, new Chosen(java.util.Set.of()), Map.of(), "It is one child")))
                    .as(role)
                    .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> as(
                        "hub-manager",
                        () -> merges.merge(
                                standing,
                                UUID.randomUUID(),
                                new Chosen(java.util.Set.of()),
                                Map.of(),
                                "It is one child")))
                .isInstanceOf(Refused.class);
        assertThat(count("children.merge where child_id = :child", standing)).isZero();
    }

    private static UUID childOf(UUID episode) {
        return database.superuser()
                .sql("select child_id from missing.episode where id = :id")
                .param("id", episode)
                .query(UUID.class)
                .single();
    }

    private static long running(UUID episode) {
        return count(
                "timescales.timescale where subject_id = :child and met_at is null and cancelled_at is null", episode);
    }

    private static TreeSet<String> withoutTrail(java.util.Set<String> rows) {
        return rows.stream()
                .filter(row ->
                        !row.startsWith("timescales.timescale_change") && !row.startsWith("timescales.happening"))
                .map(row -> row.replaceAll("\"next_send_at\": [^,}]*", ""))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
