package lantern.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class DatabaseRolesTest {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void no_role_of_lanterns_is_a_superuser_or_passes_over_row_level_security() {
        var sql = """
                select rolname from pg_roles
                where rolname like 'lantern%' and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """;
        assertThat(database.superuser().sql(sql).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "lantern_owner", "lantern_migrator", "lantern_app", "lantern_sealer", "lantern_matcher");
    }

    @Test
    void the_owner_and_the_matcher_cannot_sign_in() {
        var sql = "select rolname from pg_roles where rolname like 'lantern%' and not rolcanlogin";
        assertThat(database.superuser().sql(sql).query(String.class).list())
                .containsExactlyInAnyOrder("lantern_owner", "lantern_matcher");
    }

    @Test
    void the_application_can_make_nothing_and_become_nobody() {
        for (var sql : List.of(
                "create table public.mine (id int)",
                "create schema mine",
                "set role lantern_owner",
                "set role lantern_matcher",
                "set role postgres")) {
            assertThatThrownBy(() -> database.app().sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void what_the_migrator_makes_belongs_to_the_owner() {
        database.owner().sql("create schema made").update();
        database.owner().sql("create table made.thing (id int)").update();
        var sql = "select tableowner from pg_tables where schemaname = 'made'";
        assertThat(database.superuser().sql(sql).query(String.class).single()).isEqualTo("lantern_owner");
        assertThatThrownBy(() ->
                        database.app().sql("select * from made.thing").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void preparing_the_same_server_again_changes_nothing() {
        DatabaseRoles.ensure(database.settings());
        assertThat(database.app()
                        .sql("select ext.similarity('Merrow', 'Merow') > 0.5")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(Migrations.missing(database.settings())).isZero();
    }

    @Test
    void a_password_is_kept_as_a_scram_verifier() {
        var sql = "select count(*) from pg_authid where rolcanlogin and rolpassword not like 'SCRAM-SHA-256$%'";
        assertThat(database.superuser().sql(sql).query(Integer.class).single()).isZero();
    }
}
