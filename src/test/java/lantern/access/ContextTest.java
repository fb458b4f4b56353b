package lantern.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import lantern.TestRegion;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody with the application's own database role can and cannot do with hand-written SQL. */
class ContextTest {
    static TestDatabase database;
    static TestRegion region;
    Connection sql;

    @BeforeAll
    static void twoAuthorities() {
        database = TestDatabase.fresh();
        region = TestRegion.in(database);
    }

    @BeforeEach
    void aHandWrittenSession() throws SQLException {
        var login = database.settings().app();
        sql = DriverManager.getConnection(database.settings().url(), login.user(), login.password());
        sql.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        sql.rollback();
        sql.close();
    }

    @Test
    void without_a_token_there_are_no_rows() throws SQLException {
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void a_token_opens_its_own_authority_and_no_other() throws SQLException {
        begin(region.session("merrowdale", "hub-worker"));
        assertThat(number("select count(*) from access.agency")).isEqualTo(7);
        assertThat(number("select count(distinct authority_id) from access.person"))
                .isEqualTo(1);
        assertThat(text("select ctx.authority()"))
                .isEqualTo(region.authority("merrowdale").toString());
    }

    @Test
    void a_wrong_token_opens_nothing() throws SQLException {
        begin("ls_somebody-elses-guess");
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void the_context_ends_with_its_transaction() throws SQLException {
        begin(region.session("merrowdale", "hub-worker"));
        sql.commit();
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void a_forged_setting_verifies_to_nothing() throws SQLException {
        begin(region.session("merrowdale", "hub-worker"));
        var forged = text("select set_config('lantern.context', replace(current_setting('lantern.context'), '"
                + region.authority("merrowdale") + "', '" + region.authority("larkwater") + "'), true)");
        assertThat(forged).contains(region.authority("larkwater").toString());
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void a_setting_copied_from_an_earlier_transaction_verifies_to_nothing() throws SQLException {
        begin(region.session("merrowdale", "hub-worker"));
        var setting = text("select current_setting('lantern.context')");
        sql.commit();
        text("select set_config('lantern.context', '" + setting + "', true)");
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void neither_a_secret_nor_a_session_can_be_read() {
        for (var table :
                new String[] {"access.credential", "access.session", "access.client_token", "access.invitation"}) {
            assertThatThrownBy(() -> number("select count(*) from " + table)).hasMessageContaining("permission denied");
            rollback();
        }
    }

    @Test
    void the_setting_cannot_be_sealed_by_hand() {
        for (var statement : new String[] {
            "select ctx.seal('x')",
            "select setval('ctx.proof', ctx.mark('x'))",
            "select nextval('ctx.proof')",
            "alter sequence ctx.proof restart with 1",
            "create temporary sequence mine; alter sequence mine set schema ctx"
        }) {
            assertThatThrownBy(() -> text(statement)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
            rollback();
        }
    }

    @Test
    void in_a_session_that_never_began_a_made_up_setting_is_refused() {
        assertThatThrownBy(() -> {
                    text("select set_config('lantern.context', '" + region.authority("larkwater") + "', true)");
                    number("select count(*) from access.agency");
                })
                .hasMessageContaining("not yet defined in this session");
        rollback();
    }

    @Test
    void the_setting_of_another_session_verifies_to_nothing() throws SQLException {
        begin(region.session("merrowdale", "hub-worker"));
        var setting = text("select current_setting('lantern.context')");
        var login = database.settings().app();
        try (var other = DriverManager.getConnection(database.settings().url(), login.user(), login.password());
                var each = other.createStatement()) {
            other.setAutoCommit(false);
            each.execute(
                    "select count(*) from ctx.begin('" + region.session("larkwater", "hub-worker") + "', 'a test')");
            each.execute("select set_config('lantern.context', '" + setting + "', true)");
            try (var rows = each.executeQuery("select count(*) from access.agency")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
            other.rollback();
        }
    }

    @Test
    void who_went_on_as_somebody_else_goes_back_only_to_themselves() throws SQLException {
        begin(region.session("merrowdale", "hub-worker"));
        var before = text("select current_setting('lantern.context')");
        begin(region.session("larkwater", "hub-worker"));
        assertThat(text("select ctx.authority()"))
                .isEqualTo(region.authority("larkwater").toString());
        text("select ctx.back('" + before + "')");
        assertThat(text("select ctx.authority()"))
                .isEqualTo(region.authority("merrowdale").toString());
        var forged = before.replace("hub-worker", "head-of-service");
        assertThatThrownBy(() -> text("select ctx.back('" + forged + "')")).hasMessageContaining("held before");
    }

    @Test
    void an_ended_session_opens_nothing_from_the_next_transaction_on() throws SQLException {
        var token = region.session("merrowdale", "hub-worker");
        begin(token);
        text("select access.end_session('" + token + "')");
        sql.commit();
        begin(token);
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void a_session_idle_for_a_quarter_of_an_hour_opens_nothing() throws SQLException {
        var token = region.session("merrowdale", "hub-worker");
        database.owner()
                .sql("update access.session set last_seen_at = now() - interval '15 minutes'")
                .update();
        begin(token);
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() throws SQLException {
        var token = region.session("merrowdale", "hub-worker");
        database.owner()
                .sql("update access.session set created_at = now() - interval '12 hours'")
                .update();
        begin(token);
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void a_person_who_left_their_post_is_out_at_once() throws SQLException {
        var token = region.session("merrowdale", "duty-worker");
        begin(token);
        sql.commit();
        database.owner()
                .sql("update access.post set ends_at = now() where person_id = :person")
                .param("person", region.person("merrowdale", "duty-worker"))
                .update();
        begin(token);
        assertThat(number("select count(*) from access.agency")).isZero();
    }

    @Test
    void one_time_codes_are_those_of_the_published_standard() {
        // RFC 6238, appendix B (SHA-1), last six digits.
        var code = "select access.code_at(:secret, :step)";
        var vectors = java.util.Map.of(
                59L,
                "287082",
                1111111109L,
                "081804",
                1111111111L,
                "050471",
                1234567890L,
                "005924",
                2000000000L,
                "279037");
        vectors.forEach((second, expected) -> assertThat(database.owner()
                        .sql(code)
                        .param("secret", TestRegion.CODE_SECRET)
                        .param("step", second / 30)
                        .query((row, n) -> row.getString(1))
                        .single())
                .isEqualTo(expected));
    }

    private void begin(String token) throws SQLException {
        text("select count(*) from ctx.begin('" + token + "', 'a test')");
    }

    private long number(String statement) throws SQLException {
        return Long.parseLong(text(statement));
    }

    private String text(String statement) throws SQLException {
        try (var each = sql.createStatement();
                var rows = each.executeQuery(statement)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private void rollback() {
        try {
            sql.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
