package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database's own catalogue says about every table and function: a new one without a policy fails here. */
class CatalogueTests {
    static TestDatabase database;

    @BeforeAll
    static void migrated() {
        database = TestDatabase.fresh();
    }

    @Test
    void every_table_of_an_authority_forces_row_level_security_with_a_policy() {
        assertThat(rows("""
                        select c.oid::regclass::text from pg_class c
                        where c.relkind in ('r', 'p') and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id' and not a.attisdropped)
                          and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
                        """)).isEmpty();
    }

    @Test
    void every_table_that_names_a_child_has_the_policy_of_those_who_work_with_the_child() {
        assertThat(rows("""
                        select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
                        where c.relkind in ('r', 'p') and c.oid::regclass::text not in ('access.involvement', 'audit.entry')
                          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'works_with_child')
                        """)).isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_bypasses_nothing() {
        assertThat(
                        rows(
                                "select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('lantern_app', 'lantern_sealer')"))
                .isEmpty();
        assertThat(
                        rows(
                                "select rolname::text from pg_roles where rolname like 'lantern%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"))
                .isEmpty();
    }

    @Test
    void the_application_may_not_change_the_ledger() {
        assertThat(rows("""
                        select table_name || ' ' || privilege_type from information_schema.role_table_grants
                        where table_schema = 'audit' and grantee in ('lantern_app', 'lantern_sealer', 'PUBLIC') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
                        """)).isEmpty();
    }

    @Test
    void every_definer_function_pins_its_search_path() {
        assertThat(rows("""
                        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'ext')
                          and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')
                        """)).isEmpty();
    }

    /** access.works_now is the exception of docs/decisions/0025: ids of children that the reader's own agency works with and that are not closed to it. */
    @Test
    void every_view_reads_as_its_reader() {
        assertThat(rows("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'v' and n.nspname in ('access', 'audit', 'timescales', 'children', 'intake', 'missing', 'meetings', 'exploitation', 'oversight')
                          and not coalesce('security_invoker=true' = any (c.reloptions), false)
                        """)).containsExactly("access.works_now");
    }

    @Test
    void every_foreign_key_can_be_followed_back_by_an_index() {
        assertThat(rows("""
                        select f.conrelid::regclass || ' ' || f.conname from pg_constraint f
                        join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where f.contype = 'f' and n.nspname in ('access', 'audit', 'timescales', 'children', 'intake', 'missing', 'meetings', 'exploitation', 'oversight')
                          and f.confrelid <> 'access.authority'::regclass
                          and not exists (
                              select from pg_index i where i.indrelid = f.conrelid
                              and (select array_agg(k order by k) from unnest(f.conkey) k)
                                  <@ (select array_agg(x) from unnest((i.indkey::int2[])[0:array_length(f.conkey, 1)]) x))
                        """)).isEmpty();
    }

    @Test
    void every_table_is_called_what_practitioners_call_it() throws java.io.IOException {
        var glossary = java.nio.file.Files.readString(java.nio.file.Path.of("docs/glossary.md"))
                .toLowerCase(java.util.Locale.ROOT);
        assertThat(rows("""
                        select distinct replace(c.relname::text, '_', ' ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname in ('access', 'audit', 'timescales', 'children', 'intake', 'missing', 'meetings', 'exploitation', 'oversight')
                        """))
                .allSatisfy(name -> assertThat(
                                java.util.Arrays.stream(name.split(" ")).allMatch(glossary::contains))
                        .as(name)
                        .isTrue());
    }

    private static List<String> rows(String sql) {
        return database.superuser().sql(sql).query((row, n) -> row.getString(1)).list();
    }
}
