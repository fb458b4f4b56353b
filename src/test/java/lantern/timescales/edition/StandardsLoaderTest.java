package lantern.timescales.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StandardsLoaderTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = database.owner();

    @Test
    void a_migrated_database_holds_both_editions_whole() {
        var sql =
                "select edition, count(*) as n from timescales.standard_version where in_use group by edition order by edition";
        assertThat(owner.sql(sql).query().listOfRows())
                .containsExactly(
                        Map.of("edition", "missing-2016", "n", 28L), Map.of("edition", "missing-2017", "n", 32L));
    }

    @Test
    void loading_again_changes_nothing() throws SQLException {
        var sql = "select md5(string_agg(v::text, ',' order by id)) from timescales.standard_version v";
        var before = owner.sql(sql).query(String.class).single();
        load(EditionReader.shipped());
        assertThat(owner.sql(sql).query(String.class).single()).isEqualTo(before);
    }

    @Test
    void a_version_from_which_timescales_have_started_cannot_change() throws SQLException {
        var first = edition(1, "72 hours");
        load(List.of(first));
        load(List.of(edition(1, "60 hours")));
        startTimescale(StandardsLoader.id("test", first.standard("back")));
        assertThatThrownBy(() -> load(List.of(edition(1, "48 hours"))))
                .isInstanceOf(UnsoundStandards.class)
                .hasMessageContaining("needs a higher version");
        load(List.of(edition(2, "48 hours")));
        var sql =
                "select version || ': ' || (definition ->> 'within') from timescales.standard_version where standard_id = 'back' order by version";
        assertThat(owner.sql(sql).query(String.class).list()).containsExactly("1: 60 hours", "2: 48 hours");
    }

    @Test
    void the_application_role_cannot_change_what_ships() {
        var sql = "update timescales.standard_version set why = 'x'";
        assertThatThrownBy(() -> database.app().sql(sql).update()).hasStackTraceContaining("permission denied");
    }

    private void startTimescale(UUID version) {
        var sql = """
                insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, owner_role, started_by, starts_at, recorded_at)
                values (uuidv7(), uuidv7(), 'back', :version, 'episode', uuidv7(), 'social-worker', uuidv7(), now(), now())
                """;
        owner.sql(sql).param("version", version).update();
    }

    private void load(List<Edition> editions) throws SQLException {
        try (var connection = database.ownerDataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                StandardsLoader.load(connection, editions);
                connection.commit();
            } catch (UnsoundStandards e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static Edition edition(int version, String within) {
        var yaml = """
                edition: test
                title: Test edition
                from: "2030-01-01"
                standards:
                  - {id: back, version: %d, title: Back, source: A paper, set-by: paper, starts: returned, within: %s, met-by: visit-recorded, owner: social-worker}
                """.formatted(version, within);
        return EditionReader.read("test.yaml", yaml, Map.of());
    }
}
