package lantern.children.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.TestRegion;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the functions of the search tell somebody who calls them in SQL, with the application's rights and a session's. */
class SlippedInTest {
    private static final String ADA = "'{Quellwater}', '{Ada}', '{2011-04-09}', '{2011-04-08}'";
    private static final String NOTHING_ELSE = ", '{}', '{}', '{}', '{}'";

    static TestDatabase database;
    static TestRegion region;
    static UUID ada;

    @BeforeAll
    static void aChildNobodyWorksWith() {
        database = TestDatabase.fresh();
        region = TestRegion.in(database);
        ada = UUID.randomUUID();
        for (var sql : List.of(
                "insert into children.child (authority_id, id, reference, family_name, given_names, date_of_birth, sex, recorded_at, recorded_by)"
                        + " values (:authority, :id, 'C-77', 'Quellwater', 'Ada', '2011-04-09', 'female', now(), :id)",
                "insert into children.name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)"
                        + " values (:authority, :id, :id, 'current', 'Quellwater', 'Ada', now(), :id)",
                "insert into children.identifier (authority_id, id, child_id, kind, value, well_formed, recorded_at, recorded_by)"
                        + " values (:authority, :id, :id, 'nhs-number', '943 476 5919', true, now(), :id)")) {
            database.owner()
                    .sql(sql)
                    .param("authority", region.authority("merrowdale"))
                    .param("id", ada)
                    .update();
        }
    }

    @Test
    void the_candidates_are_ids_and_nothing_of_a_child_out_of_sight_is_known() throws SQLException {
        var candidates = "array(select child_id from children.candidates(" + ADA + NOTHING_ELSE + ", 50))";
        assertThat(rows("social-worker", "select * from children.candidates(" + ADA + NOTHING_ELSE + ", 50)"))
                .containsExactly(ada.toString());
        assertThat(rows("social-worker", "select * from children.known(" + candidates + ", true, true, true)"))
                .isEmpty();
        assertThat(rows("hub-worker", "select * from children.known(" + candidates + ", true, true, true)"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Quellwater", "2011-04-09", "9434765919");
    }

    @Test
    void of_a_child_out_of_sight_no_more_is_said_than_how_the_question_fits() throws SQLException {
        var likeness = "select * from children.likeness('{%s}', ".formatted(ada);
        assertThat(rows("social-worker", likeness + ADA + ", '{nhs-number}', '{943 476 5919}', '{}', '{}')"))
                .containsExactly(ada + "|1|1|1|0|0|{nhs-number}|{}");
        assertThat(rows(
                        "social-worker",
                        likeness + "'{Another}', '{Bo}', '{2009-01-01}', '{}', '{nhs-number}', '{999}', '{}', '{}')"))
                .containsExactly(ada + "|3|3|3|0|0|{}|{nhs-number}");
    }

    @Test
    void whoever_may_not_read_a_child_and_another_authority_are_told_nothing() throws SQLException {
        var candidates = "select * from children.candidates(" + ADA + NOTHING_ELSE + ", 50)";
        var likeness = "select * from children.likeness('{%s}', ".formatted(ada) + ADA + NOTHING_ELSE + ")";
        assertThat(rows("administrator", candidates)).isEmpty();
        assertThat(rows("administrator", likeness)).isEmpty();
        assertThat(rows(region.session("larkwater", "hub-worker"), candidates)).isEmpty();
        assertThat(rows(region.session("larkwater", "hub-worker"), likeness)).isEmpty();
    }

    @Test
    void a_whole_list_of_names_at_once_is_cut_to_those_of_one_question() throws SQLException {
        var everybody =
                "array(select 'Name' || i from generate_series(1, 500) i) || array['Quellwater'], '{}', '{}', '{}'";
        assertThat(rows("social-worker", "select * from children.candidates(" + everybody + NOTHING_ELSE + ", 100000)"))
                .isEmpty();
    }

    @Test
    void which_rows_of_a_file_have_a_namesake_is_told_to_the_import_alone() throws SQLException {
        var namesakes = "select * from children.namesakes('{Quellwater}', '{Ada}', '{2011-04-09}', '{}', '{}', '{}')";
        assertThat(rows("hub-worker", namesakes)).containsExactly("{}");
        assertThat(rows(region.system("merrowdale"), namesakes)).containsExactly("{0}");
    }

    private static List<String> rows(String who, String question) throws SQLException {
        var token = who.matches("l[st]_.*") ? who : region.session("merrowdale", who);
        try (var sql = database.dataSource(database.settings().app()).getConnection()) {
            sql.setAutoCommit(false);
            ask(sql, "select actor from ctx.begin('" + token + "', 'test')");
            return ask(sql, question);
        }
    }

    private static List<String> ask(Connection sql, String question) throws SQLException {
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                var columns = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) columns.add(rows.getString(i));
                answers.add(String.join("|", columns));
            }
            return answers;
        }
    }
}
