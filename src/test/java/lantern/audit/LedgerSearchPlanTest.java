package lantern.audit;

import static lantern.audit.LedgerWorld.MERROWDALE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a question to the ledger touches, in pages of the database and not in milliseconds: 200,000 entries of 100 days, 40 people. */
@TestInstance(Lifecycle.PER_CLASS)
class LedgerSearchPlanTest {
    private static final int ENTRIES = 200_000;

    private final LedgerWorld world = new LedgerWorld();

    @BeforeAll
    void a_ledger_of_months() {
        var sql = """
                insert into audit.entry (authority_id, id, at, act, actor_id, actor_kind, child_id, detail)
                select a.id, uuidv7(e.at - clock_timestamp()), e.at, case when e.n %% 5000 = 0 then 'export.ledger' else 'look' end,
                       md5('person ' || e.n %% 40)::uuid, 'PERSON', md5('child ' || e.n %% 3000)::uuid, null
                from (select n, clock_timestamp() - interval '100 days' + n * interval '43.2 seconds' as at from generate_series(1, %d) n) e,
                     access.authority a where a.code = 'merrowdale'
                """.formatted(ENTRIES);
        world.database.superuser().sql(sql).update();
        var authority = world.database
                .superuser()
                .sql("select id from access.authority where code = 'merrowdale'")
                .query(UUID.class)
                .single();
        var horizon = "select coalesce(pg_snapshot_xmin(pg_current_snapshot()) > max(xid), true) from audit.entry";
        while (!world.database.superuser().sql(horizon).query(Boolean.class).single()) Thread.onSpinWait();
        for (var next = "select audit.digest_next('%s', 50000)".formatted(authority);
                world.database.superuser().sql(next).query(Integer.class).single() > 0; ) {}
        world.database.superuser().sql("vacuum analyze audit.entry").update();
        world.database.superuser().sql("vacuum analyze audit.person_hour").update();
        world.database.superuser().sql("vacuum analyze audit.child_day").update();
        world.database
                .superuser()
                .sql("update access.post set role = 'governance-lead'")
                .update();
    }

    @Test
    void every_entry_is_counted_once() {
        assertThat(world.database
                        .superuser()
                        .sql(
                                "select sum(entries) from audit.person_hour where purpose is null and act in ('look', 'export.ledger')")
                        .query(Long.class)
                        .single())
                .isEqualTo(ENTRIES);
        assertThat(world.database
                        .superuser()
                        .sql("select sum(opened + done) from audit.child_day")
                        .query(Long.class)
                        .single())
                .isEqualTo(ENTRIES);
    }

    @Test
    void what_a_person_did_of_late_touches_some_hours_of_the_ledger() {
        assertThat(pages(search("md5('person 7')::uuid", "null"))).isLessThan(1_500);
    }

    @Test
    void a_rare_act_is_found_without_reading_what_lies_between() {
        assertThat(pages(search("null", "array['export.ledger']"))).isLessThan(1_500);
    }

    @Test
    void everything_about_one_child_touches_the_childs_entries_alone() {
        assertThat(pages(
                        "select * from audit.looks_between(md5('child 7')::uuid, '2000-01-01', 'infinity', null, null, 'infinity',"
                                + " 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)"))
                .isLessThan(600);
    }

    private static String search(String person, String acts) {
        return "select * from audit.search('2000-01-01', '2100-01-01', %s, %s, null, null, null, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)"
                .formatted(person, acts);
    }

    /** Of the second run in a session: the first also reads the catalogue. */
    private long pages(String sql) {
        var touched = new long[1];
        world.as(MERROWDALE, () -> {
            assertThat(world.app
                            .sql(sql)
                            .query((row, n) -> row.getObject("id", UUID.class))
                            .list())
                    .hasSizeBetween(40, 60);
            var plan = String.join("\n", explained(sql));
            var hit = java.util.regex.Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?")
                    .matcher(plan);
            assertThat(hit.find()).as(plan).isTrue();
            touched[0] = Long.parseLong(hit.group(1)) + (hit.group(2) == null ? 0 : Long.parseLong(hit.group(2)));
        });
        return touched[0];
    }

    private List<String> explained(String sql) {
        return world.app
                .sql("explain (analyze, buffers, costs off, timing off) " + sql)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
