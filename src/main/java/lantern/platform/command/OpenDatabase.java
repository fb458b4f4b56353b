package lantern.platform.command;

import java.time.Duration;
import java.util.Optional;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;
import lantern.platform.data.DataLock;
import lantern.platform.postgres.DatabaseRoles;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.Migrations;
import lantern.platform.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * The database for as long as a command needs it: the outside one when LANTERN_DATABASE_URL is set, the one of the Lantern
 * that runs on this data folder, or else the embedded server, started for the command and stopped after it.
 */
public final class OpenDatabase implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final DataFolder data;
    private final DatabaseSettings settings;
    private final @Nullable EmbeddedPostgres server;

    private OpenDatabase(DataFolder data, DatabaseSettings settings, @Nullable EmbeddedPostgres server) {
        this.data = data;
        this.settings = settings;
        this.server = server;
    }

    /** For a command that works beside a running Lantern or without one. */
    static OpenDatabase open(DataFolder data) {
        var environment = System.getenv();
        if (DatabaseSettings.isOutside(environment)) {
            var settings = DatabaseSettings.outside(environment);
            Migrations.requireNoneMissing(settings);
            return new OpenDatabase(data, settings, null);
        }
        for (var waited = 0; waited < LONGEST_WAIT.toMillis(); waited += 200) {
            var lock = DataLock.tryTake(data, null);
            if (lock.isPresent()) {
                return prepared(data, EmbeddedPostgres.start(data, lock.get()));
            }
            var serving = DataLock.holder(data).filter(it -> it.httpPort() != null);
            var port = serving.isPresent() ? EmbeddedPostgres.portOfRunning(data) : Optional.<Integer>empty();
            if (port.isPresent()) {
                return new OpenDatabase(data, DatabaseSettings.embedded(data, port.get()), null);
            }
            pause(); // another command has the folder for a moment, or a server is just starting
        }
        throw DataLock.alreadyRunning(data);
    }

    /** For a server of ours: nobody else may have the data folder open. */
    public static OpenDatabase alone(DataFolder data, int httpPort) {
        var lock = DataLock.take(data, httpPort);
        try {
            Server.requireFree(httpPort);
        } catch (CannotRun e) {
            lock.close();
            throw e;
        }
        return prepared(data, EmbeddedPostgres.start(data, lock));
    }

    static OpenDatabase outside(DataFolder data, DatabaseSettings settings) {
        return new OpenDatabase(data, settings, null);
    }

    private static OpenDatabase prepared(DataFolder data, EmbeddedPostgres server) {
        try {
            var settings = DatabaseSettings.embedded(data, server.port());
            DatabaseRoles.ensure(settings);
            Migrations.apply(settings);
            return new OpenDatabase(data, settings, server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public DataFolder data() {
        return data;
    }

    public DatabaseSettings settings() {
        return settings;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while waiting for the data folder.", e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
