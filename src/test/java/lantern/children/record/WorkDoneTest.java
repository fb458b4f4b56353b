package lantern.children.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lantern.TestRegion;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How much of a large register a search and a child's page touch, by PostgreSQL's own count of this transaction. No clock: a
 * busy machine changes nothing here.
 */
class WorkDoneTest {
    private static final int CHILDREN = 30_000;

    static TestDatabase database;
    static TestRegion region;
    Connection sql;

    @BeforeAll
    static void aLargeRegister() {
        database = TestDatabase.fresh();
        region = TestRegion.in(database);
        // Every fortieth child is a Smith, every fourteenth an Olivia; birthdays over eighteen years.
        var children = """
                insert into children.child (authority_id, id, reference, family_name, given_names, date_of_birth, sex, recorded_at, recorded_by)
                select :authority, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'C-' || i,
                       case when i % 40 = 0 then 'Smith' else 'F' || translate((i % 1999)::text, '0123456789', 'aeioubdgkl') end,
                       case when i % 14 = 0 then 'Olivia' else 'G' || translate((i % 211)::text, '0123456789', 'aeioubdgkl') end,
                       date '2008-01-01' + i * 7 % 6570, 'female', now(), :authority
                from generate_series(1, :children) i
                """;
        var owner = database.owner();
        owner.sql(children)
                .param("authority", region.authority("merrowdale"))
                .param("children", CHILDREN)
                .update();
        for (var rows : List.of(
                "name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)"
                        + " select authority_id, id, id, 'current', family_name, given_names, recorded_at, recorded_by",
                "identifier (authority_id, id, child_id, kind, value, well_formed, recorded_at, recorded_by)"
                        + " select authority_id, id, id, 'police-nominal', reference, true, recorded_at, recorded_by",
                "address (authority_id, id, child_id, kind, lines, postcode, recorded_at, recorded_by)"
                        + " select authority_id, id, id, 'home', '1 Mill Lane', 'M1 1AB', recorded_at, recorded_by",
                "phone (authority_id, id, child_id, number, recorded_at, recorded_by)"
                        + " select authority_id, id, id, '0770' || lpad(substr(reference, 3), 7, '0'), recorded_at, recorded_by")) {
            owner.sql("insert into children." + rows + " from children.child").update();
        }
        for (var rows : List.of(
                "legal_status (authority_id, id, child_id, code, starts_on, recorded_at, recorded_by)"
                        + " select authority_id, id, id, 'C2', current_date, recorded_at, recorded_by",
                "placement (authority_id, id, child_id, type_code, name, starts_on, recorded_at, recorded_by)"
                        + " select authority_id, id, id, 'K2', 'Alder House', current_date, recorded_at, recorded_by",
                "allocation (authority_id, id, child_id, person_id, team_id, starts_at, recorded_by)"
                        + " select authority_id, id, id, recorded_by, recorded_by, recorded_at, recorded_by",
                "flag (authority_id, id, child_id, text, owner_id, review_on, raised_at, raised_by)"
                        + " select authority_id, id, id, 'Flag', recorded_by, current_date, recorded_at, recorded_by")) {
            owner.sql("insert into children." + rows + " from children.child limit 6000")
                    .update();
        }
        var addresses = "insert into children.placement_address (authority_id, placement_id, child_id, lines)"
                + " select authority_id, id, child_id, '7 Hidden Road' from children.placement";
        owner.sql(addresses).update();
        var involvements =
                "insert into access.involvement (authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at)"
                        + " select c.authority_id, c.id, c.id, :agency, :team, 'allocation', c.id, now() from children.child c limit 6000";
        owner.sql(involvements)
                .param("agency", region.agency("merrowdale/children"))
                .param("team", region.team("merrowdale/north"))
                .update();
        for (var table : List.of(
                "child",
                "name",
                "identifier",
                "address",
                "phone",
                "legal_status",
                "placement",
                "placement_address",
                "allocation",
                "flag")) owner.sql("analyze children." + table).update();
        owner.sql("analyze access.involvement").update();
    }

    @BeforeEach
    void theHub() throws SQLException {
        sql = database.dataSource(database.settings().app()).getConnection();
        sql.setAutoCommit(false);
        ask("select actor from ctx.begin('" + region.session("merrowdale", "hub-worker") + "', 'test')");
    }

    @AfterEach
    void close() throws SQLException {
        sql.rollback();
        sql.close();
    }

    @Test
    void a_notification_with_everything_in_it_reads_a_few_rows() throws SQLException {
        assertThat(
                        candidates(
                                "'{Smith}', '{Olivia,Liv}', '{2011-04-09,2011-09-04}', '{2011-04-08}', '{police-nominal}', '{C-280}', '{M1 1AB}', '{07700000280}'"))
                .isBetween(1, 50);
        assertThat(rowsRead()).isLessThan(400);
    }

    @Test
    void the_commonest_name_alone_brings_a_bounded_number() throws SQLException {
        assertThat(candidates("'{Smith}', '{Olivia}', '{}', '{}', '{}', '{}', '{}', '{}'"))
                .isBetween(1, 50);
        assertThat(rowsRead()).isLessThan(400);
    }

    @Test
    void the_commonest_family_name_alone_brings_a_bounded_number() throws SQLException {
        assertThat(candidates("'{Smith}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'"))
                .isEqualTo(50);
        assertThat(rowsRead()).isLessThan(400);
    }

    @Test
    void a_birthday_alone_brings_a_bounded_number() throws SQLException {
        assertThat(candidates("'{}', '{}', '{2011-04-09}', '{}', '{}', '{}', '{}', '{}'"))
                .isBetween(1, 50);
        assertThat(rowsRead()).isLessThan(400);
    }

    @Test
    void a_name_that_nobody_has_is_looked_for_by_its_letters_through_an_index() throws SQLException {
        assertThat(candidates("'{Smithxx}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'"))
                .isLessThanOrEqualTo(50);
        assertThat(tablesReadWhole()).isEmpty();
    }

    @Test
    void a_childs_page_reads_its_own_rows_and_no_table_whole() throws SQLException {
        assertThat(page()).hasSize(1);
        assertThat(tablesReadWhole()).isEmpty();
        assertThat(rowsRead()).isLessThan(40);
    }

    @Test
    void a_workers_page_of_a_child_reads_no_more() throws SQLException {
        sql.rollback();
        ask("select actor from ctx.begin('" + region.session("merrowdale", "social-worker") + "', 'test')");
        assertThat(page()).hasSize(1);
        assertThat(tablesReadWhole()).isEmpty();
        assertThat(rowsRead()).isLessThan(40);
    }

    private List<String> page() throws SQLException {
        return ask(ChildQueries.RECORD.replace(":child", "'00000000-0000-7000-8000-000000000118'"));
    }

    @Test
    void an_empty_question_has_no_answer() throws SQLException {
        assertThat(candidates("'{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'")).isZero();
    }

    @Test
    void without_a_verified_session_there_is_no_candidate() throws SQLException {
        sql.rollback();
        assertThat(candidates("'{Smith}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'"))
                .isZero();
    }

    @Test
    void another_authority_has_no_candidate() throws SQLException {
        sql.rollback();
        ask("select actor from ctx.begin('" + region.session("larkwater", "hub-worker") + "', 'test')");
        assertThat(candidates("'{Smith}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'"))
                .isZero();
    }

    private int candidates(String question) throws SQLException {
        var found = ask("select child_id from children.candidates(" + question + ", 50)")
                .size();
        assertThat(tablesReadWhole()).isEmpty();
        return found;
    }

    private List<String> tablesReadWhole() throws SQLException {
        return ask("select relname from pg_stat_xact_user_tables where schemaname = 'children' and seq_scan > 0");
    }

    private int rowsRead() throws SQLException {
        return Integer.parseInt(
                ask("select coalesce(sum(idx_tup_fetch), 0) from pg_stat_xact_user_tables where schemaname = 'children'")
                        .getFirst());
    }

    private List<String> ask(String question) throws SQLException {
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) answers.add(rows.getString(1));
            return answers;
        }
    }
}
