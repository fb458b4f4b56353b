package lantern.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What raw SQL under the application's rights returns to everybody of random worlds, table by table as the catalogue has them, equals what
 * the oracle says: no leak, no wrongful denial. {@code -Dlantern.worlds=10000} for a full run; {@code -Dlantern.worlds-seed=1} repeats one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldsTest {
    private static final int WORLDS = Integer.getInteger("lantern.worlds", 500);
    private static final int BATCH = 1000;
    private static final int READERS = 2;
    private static final int FOR_MUTANTS = 250;

    private final TestDatabase database = TestDatabase.fresh();
    private final long seed = Long.getLong("lantern.worlds-seed", System.nanoTime());
    private Scratch scratch;
    private Oracle oracle;
    private List<World> last = List.of();

    @BeforeAll
    void loosened() throws SQLException {
        scratch = new Scratch(database);
        oracle = new Oracle(scratch.permissions, scratch.limits, scratch.sections, scratch.sectionCodes);
    }

    @AfterAll
    void close() throws SQLException {
        scratch.superuser.close();
    }

    @Test
    void everybody_in_every_world_is_given_what_the_oracle_says_and_nothing_else() throws Exception {
        var random = new Random(seed);
        var actors = 0;
        var readers = new ArrayList<Reader>();
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            for (var i = 0; i < READERS; i++) readers.add(new Reader(i));
            for (var done = 0; done < WORLDS; done += BATCH) {
                load(worlds(random, Math.min(BATCH, WORLDS - done)));
                for (var found : threads.invokeAll(readers)) {
                    assertThat(found.get()).as("seed " + seed).isEmpty();
                }
            }
            readers.getFirst().comparison.compareNobody();
            assertThat(readers.getFirst().comparison.differences).isEmpty();
            for (var reader : readers) actors += reader.comparison.actors;
        } finally {
            for (var reader : readers) reader.app.close();
        }
        assertThat(scratch.tables).hasSizeGreaterThan(25);
        assertThat(actors).isGreaterThan(WORLDS);
    }

    /** Compares its share of the worlds that are loaded, on a connection of its own. */
    private final class Reader implements Callable<List<String>> {
        private final int share;
        private final Connection app =
                Scratch.connect(database, database.settings().app());
        private final Comparison comparison;

        Reader(int share) throws SQLException {
            this.share = share;
            try (var statement = app.createStatement()) {
                statement.execute("set enable_seqscan = off");
            }
            app.setAutoCommit(false);
            comparison = new Comparison(app, oracle, scratch.tables);
        }

        @Override
        public List<String> call() throws SQLException {
            for (var i = share; i < last.size() && comparison.differences.isEmpty(); i += READERS) {
                comparison.compare(last.get(i));
                app.rollback();
            }
            return comparison.differences;
        }
    }

    Stream<Mutant> mutants() {
        return Mutant.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void a_fault_planted_in_the_policies_is_found(Mutant mutant) throws SQLException {
        var connection = scratch.superuser;
        if (last.size() < FOR_MUTANTS) load(worlds(new Random(seed), FOR_MUTANTS));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(mutant.sql());
            statement.execute("set local role lantern_app");
            assertThat(finds(mutant)).as(mutant.name() + ", seed " + seed).isTrue();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private boolean finds(Mutant mutant) throws SQLException {
        try (var comparison = new Comparison(scratch.superuser, oracle, scratch.tables)) {
            for (var world : last) {
                comparison.compare(world);
                if (!comparison.differences.isEmpty()) return true;
            }
        } catch (SQLException refused) {
            // A change that the policy forbids where the oracle allows it.
            if ("42501".equals(refused.getSQLState())) return true;
            throw refused;
        }
        return false;
    }

    private void load(List<World> worlds) throws SQLException {
        last = List.of();
        scratch.load(worlds);
        last = worlds;
    }

    private List<World> worlds(Random random, int many) {
        var worlds = new ArrayList<World>();
        for (var i = 0; i < many; i++) worlds.add(World.random(random, scratch.roles, scratch.sectionCodes));
        return worlds;
    }
}
