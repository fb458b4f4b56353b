package lantern.platform.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import lantern.platform.Ids;
import lantern.platform.data.DataFolder;
import lantern.platform.data.DataLock;
import lantern.platform.postgres.DatabaseSettings.Login;
import lantern.platform.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of one's own for a test class: a clone of a migrated one, on a real server that starts once for all tests of
 * this process. {@code var database = TestDatabase.fresh();} then {@code database.app()}, {@code database.owner()} ...
 *
 * <p>For a Spring test: {@code @ContextConfiguration(initializers = TestDatabase.Fresh.class)}.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable DatabaseSettings template;
    private static @Nullable DataFolder data;

    private final DatabaseSettings settings;

    private TestDatabase(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** A new migrated, otherwise empty database. */
    public static TestDatabase fresh() {
        var settings = template();
        var name = "test_" + COUNT.incrementAndGet();
        asSuperuser(settings.on(EmbeddedPostgres.url(running().port(), "postgres")), connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + DatabaseSettings.DATABASE
                        + " owner lantern_owner strategy wal_log");
                statement.execute(DatabaseRoles.whoMayConnect(name));
            }
        });
        return new TestDatabase(settings.on(EmbeddedPostgres.url(running().port(), name)));
    }

    /** The address and every role's password. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** The folder that stands for the data folder in this test run. */
    public static DataFolder folder() {
        template();
        return java.util.Objects.requireNonNull(data);
    }

    /** As the application's role: row-level security and grants hold. */
    public JdbcClient app() {
        return JdbcClient.create(dataSource(settings.app()));
    }

    /** As the role that owns every table (what a migration runs as). */
    public JdbcClient owner() {
        return JdbcClient.create(ownerDataSource());
    }

    public JdbcClient sealer() {
        return JdbcClient.create(dataSource(settings.sealer()));
    }

    /** As the superuser: no rule holds. To prepare or to look behind the rules, never to show that something works. */
    public JdbcClient superuser() {
        return JdbcClient.create(dataSource(java.util.Objects.requireNonNull(settings.admin())));
    }

    public DataSource dataSource(Login login) {
        return new DriverManagerDataSource(settings.url(), login.user(), login.password());
    }

    public DataSource ownerDataSource() {
        return new DriverManagerDataSource(
                settings.url() + "?options=-c%20role=lantern_owner",
                settings.migrator().user(),
                settings.migrator().password());
    }

    /** A folder for the ledger's heads: those of one database never continue another's. */
    public static Path freshHeads() {
        return folder().path().resolve("ledger-heads").resolve(Ids.next().toString());
    }

    /** Gives a Spring test a fresh database and the test run's data folder. */
    public static final class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("databaseSettings", fresh().settings());
            context.getBeanFactory().registerSingleton("dataFolder", folder());
            TestPropertyValues.of("lantern.ledger.heads=" + freshHeads()).applyTo(context);
        }
    }

    private static EmbeddedPostgres running() {
        return java.util.Objects.requireNonNull(server);
    }

    private static synchronized DatabaseSettings template() {
        if (template != null) {
            return template;
        }
        for (var number = 1; server == null; number++) {
            // another test run may have the first folder open
            var folder = DataFolder.open(Path.of("target", "test-data-" + number));
            var lock = DataLock.tryTake(folder, null);
            if (lock.isPresent()) {
                data = folder;
                server = EmbeddedPostgres.start(folder, lock.get());
            }
        }
        var started = server;
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        var settings = DatabaseSettings.embedded(folder(data), started.port());
        asSuperuser(settings.on(started.url("postgres")), TestDatabase::dropWhatEarlierRunsLeft);
        DatabaseRoles.ensure(settings);
        Migrations.apply(settings);
        template = settings;
        return settings;
    }

    private static DataFolder folder(@Nullable DataFolder opened) {
        return java.util.Objects.requireNonNull(opened);
    }

    private static void dropWhatEarlierRunsLeft(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select datname from pg_database where datname like 'test\\_%' or datname = 'lantern'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        try (var statement = connection.createStatement()) {
            for (var name : names) {
                statement.execute("drop database " + name + " with (force)");
            }
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private static void asSuperuser(DatabaseSettings settings, Work work) {
        var admin = java.util.Objects.requireNonNull(settings.admin());
        try (var connection = DriverManager.getConnection(settings.url(), admin.user(), admin.password())) {
            work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
