package lantern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import lantern.demo.authority.Account;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The demo's people sign in as themselves, and each sees what their role and agency may. */
class DemoAccessTest {
    static TestDatabase database;

    @BeforeAll
    static void made() {
        database = TestDatabase.fresh();
        DemoRegionTest.load(database, 1_500);
    }

    @Test
    void every_account_signs_in_with_the_password_and_the_code_shown() {
        var hash = database.superuser()
                .sql("select distinct password_hash from access.credential")
                .query(String.class)
                .single();
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).matches(DemoRegion.PASSWORD, hash))
                .isTrue();
        var codes = new DemoCodes(Clock.systemUTC()).accounts();
        assertThat(codes).hasSize(38);
        for (var account : codes)
            assertThat(token(account.email(), account.code()))
                    .as(account.email())
                    .isNotEmpty();
    }

    @Test
    void a_hub_worker_sees_every_child_of_the_own_authority_and_none_of_the_other() {
        assertThat(seen("merrowdale", "hub-worker", "children.child")).isEqualTo(1_050);
        assertThat(seen("larkwater", "hub-worker", "children.child")).isEqualTo(450);
        for (var table :
                new String[] {"children.name", "missing.episode", "intake.notification", "timescales.timescale"})
            assertThat(seen(
                            "larkwater",
                            "hub-worker",
                            table + " where authority_id = (select authority_id from missing.episode limit 1)"))
                    .as(table)
                    .isEqualTo(seen("larkwater", "hub-worker", table));
    }

    @Test
    void those_who_work_with_some_children_see_only_those() {
        var all = seen("merrowdale", "hub-worker", "children.child");
        for (var role :
                new String[] {"social-worker", "team-manager", "reviewing-officer", "interviewer", "police-analyst"})
            assertThat(seen("merrowdale", role, "children.child")).as(role).isBetween(1L, all / 5);
        assertThat(seen("merrowdale", "administrator", "children.child")).isZero();
        assertThat(seen("merrowdale", "police-analyst", "missing.interview_narrative"))
                .isZero();
        assertThat(seen("merrowdale", "interviewer", "missing.interview_narrative"))
                .isPositive();
    }

    private static long seen(String authority, String role, String what) {
        var account = DemoRegion.accounts().stream()
                .filter(each ->
                        each.authority().equals(authority) && each.role().equals(role))
                .findFirst()
                .orElseThrow();
        var app = database.dataSource(database.settings().app());
        try (var connection = app.getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql("select actor from ctx.begin(:token, 'test')")
                    .param("token", session(account))
                    .query((row, n) -> 1)
                    .single();
            return db.sql("select count(*) from " + what).query(Long.class).single();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opened beside the sign-in, whose codes are good once in thirty seconds. */
    private static String session(Account account) {
        var token = "ls_" + UUID.randomUUID();
        var sql = """
                insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)
                select gen_random_uuid(), sha256(convert_to(:token, 'UTF8')), o.authority_id, o.person_id, o.id, now(), now()
                from access.post o join access.person p on p.authority_id = o.authority_id and p.id = o.person_id where p.email = :email
                """;
        database.owner()
                .sql(sql)
                .param("token", token)
                .param("email", account.email())
                .update();
        return token;
    }

    private static String token(String email, String code) {
        var token = "ls_" + UUID.randomUUID();
        var opened = database.app()
                .sql("select access.open_session(:email, :code, :token, gen_random_uuid(), 'a test')")
                .param("email", email)
                .param("code", code)
                .param("token", token)
                .query(Boolean.class)
                .single();
        return Boolean.TRUE.equals(opened) ? token : "";
    }
}
