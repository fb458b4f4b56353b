package lantern.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lantern.access.SystemSecret;
import lantern.children.identifiers.NhsNumber;
import lantern.children.identifiers.Postcode;
import lantern.children.identifiers.Upn;
import lantern.demo.authority.Region;
import lantern.demo.invented.Names;
import lantern.demo.rows.Table;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoRegionTest {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-06-10T11:00:00Z"), ZoneOffset.UTC);
    static final int CHILDREN = 1_500;
    static TestDatabase database;
    static JdbcClient owner;

    @BeforeAll
    static void made() {
        database = TestDatabase.fresh();
        owner = database.owner();
        assertThat(load(database, CHILDREN)).isTrue();
    }

    static boolean load(TestDatabase into, int children) {
        return DemoRegion.load(
                into.ownerDataSource(),
                SystemSecret.of(TestDatabase.folder()),
                NOON,
                Region.SEED,
                children,
                Progress.silent());
    }

    @Test
    void a_region_that_is_there_is_left_alone() {
        assertThat(load(database, 10)).isFalse();
        assertThat(count("children.child")).isEqualTo(CHILDREN);
    }

    @Test
    void the_same_seed_and_instant_make_the_same_rows() {
        var again = TestDatabase.fresh();
        load(again, CHILDREN);
        assertThat(checksums(again.owner())).isEqualTo(checksums(owner));
        assertThat(checksums(owner)).hasSize(Table.values().length);
    }

    @Test
    void an_interrupted_load_leaves_nothing_and_the_next_one_starts_clean() {
        var interrupted = TestDatabase.fresh();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> load(interrupted, 100)).isInstanceOf(RuntimeException.class);
        assertThat(Thread.interrupted()).isTrue();
        var authorities =
                interrupted.owner().sql("select count(*) from access.authority").query(Long.class);
        assertThat(authorities.single()).isZero();
        assertThat(load(interrupted, 100)).isTrue();
    }

    @Test
    void every_table_still_holds_its_owner_to_the_policies() {
        assertThat(strings("""
                        select oid::regclass::text from pg_class
                        where relrowsecurity and not relforcerowsecurity and relnamespace::regnamespace::text not like 'pg%'
                        """)).isEmpty();
    }

    @Test
    void keys_and_indexes_taken_down_for_a_large_region_stand_again() {
        var large = TestDatabase.fresh();
        load(large, DemoRegion.REBUILD_FROM);
        var standing = """
                select pg_get_indexdef(indexrelid) from pg_index where indrelid::regclass::text ~ '^(access|children|intake|missing|timescales)'
                union all
                select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and convalidated
                order by 1
                """;
        assertThat(large.owner()
                        .sql(standing)
                        .query((row, n) -> row.getString(1))
                        .list())
                .isEqualTo(strings(standing));
    }

    @Test
    void identifiers_have_right_check_digits_and_postcodes_the_right_form() {
        assertThat(strings("select value from children.identifier where kind = 'nhs-number'"))
                .hasSizeGreaterThan(CHILDREN / 2)
                .doesNotHaveDuplicates()
                .allMatch(NhsNumber::isWellFormed)
                .allMatch(value -> value.startsWith("999"));
        assertThat(strings("select value from children.identifier where kind = 'upn'"))
                .hasSizeGreaterThan(CHILDREN / 2)
                .doesNotHaveDuplicates()
                .allMatch(Upn::isWellFormed);
        assertThat(strings("select postcode from children.address"))
                .allMatch(Postcode::isWellFormed)
                .allMatch(value -> value.startsWith("ZX") || value.startsWith("QL"));
        assertThat(strings("select number from children.phone"))
                .allMatch(value ->
                        value.matches("07700 900\\d{3}|0.* (496 0|7946 0|498 0|9649 6|2018 0|960 |961 )\\d{3}"));
    }

    @Test
    void every_name_is_an_invented_one() {
        assertThat(strings("select distinct family_name from children.name")).allMatch(Names::isInvented);
        assertThat(
                        strings(
                                "select distinct unnest(string_to_array(given_names, ' ')) from children.name where kind = 'current'"))
                // One child is entered twice, the second time by a short name.
                .allMatch(each -> Names.allGiven().contains(each)
                        || Names.allGiven().stream().map(Names::shortened).anyMatch(each::equals));
    }

    @Test
    void some_are_missing_now_and_the_inbox_waits() {
        assertThat(count("missing.episode where stage = 'open'")).isEqualTo(4);
        assertThat(count("missing.episode where stage = 'closed'")).isGreaterThan(20);
        assertThat(count("intake.notification where state in ('received', 'parked')"))
                .isGreaterThan(8);
        assertThat(count("intake.quarantine")).isEqualTo(2);
        assertThat(count("missing.interview where outcome = 'held'")).isGreaterThan(5);
        assertThat(count("timescales.timescale where met_at > due_at")).isGreaterThan(5);
    }

    @Test
    void no_absence_begins_before_the_one_before_it_ended() {
        assertThat(strings("""
                        select a.id::text from missing.episode a join missing.episode b on b.authority_id = a.authority_id and b.child_id = a.child_id
                            and b.id <> a.id and b.missing_since >= a.missing_since and b.missing_since < coalesce(a.returned_at, 'infinity')
                        """)).isEmpty();
    }

    @Test
    void nothing_has_happened_that_is_still_to_come() {
        for (var column : List.of(
                "missing.step.happened_at",
                "missing.episode.missing_since",
                "missing.episode.returned_at",
                "missing.episode.closed_at",
                "intake.notification.received_at",
                "missing.interview.outcome_at",
                "timescales.happening.recorded_at",
                "timescales.timescale.met_at",
                "missing.interview_contact.happened_at",
                "intake.triage.decided_at")) {
            var table = column.substring(0, column.lastIndexOf('.'));
            assertThat(count(table + " where " + column.substring(column.lastIndexOf('.') + 1) + " > '" + NOON.instant()
                            + "'"))
                    .as(column)
                    .isZero();
        }
    }

    @Test
    void a_closed_episode_keeps_to_the_rule_of_closing() {
        assertThat(strings("""
                        select e.id::text from missing.episode e where stage = 'closed' and (
                            not exists (select from missing.interview_episode c join missing.interview i on i.authority_id = c.authority_id and i.id = c.interview_id
                                where c.episode_id = e.id and i.outcome is not null)
                            or e.looked_after and exists (select who_was_told from missing.step s where s.episode_id = e.id and kind = 'informed'
                                except select who_was_told from missing.step s where s.episode_id = e.id and kind = 'informed-of-return'))
                        """)).isEmpty();
    }

    @Test
    void the_ledger_has_one_act_of_each_authority_and_what_is_invented_says_so() {
        assertThat(strings("select act from audit.entry where purpose <> '%s' order by act"
                        .formatted(InventedReading.PURPOSE)))
                .containsExactly("demo.loaded", "demo.loaded");
        assertThat(strings("select distinct act from audit.entry where purpose = '%s' order by act"
                        .formatted(InventedReading.PURPOSE)))
                .containsExactly("list", "look", "refused");
    }

    static Map<String, String> checksums(JdbcClient db) {
        var sums = new TreeMap<String, String>();
        for (var table : Table.values()) {
            var sql =
                    "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table.table() + " t";
            sums.put(table.table(), db.sql(sql).query(String.class).single());
        }
        return sums;
    }

    static long count(String what) {
        return owner.sql("select count(*) from " + what).query(Long.class).single();
    }

    static List<String> strings(String sql) {
        return owner.sql(sql).query((row, n) -> row.getString(1)).list();
    }
}
