package lantern.platform.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;
import lantern.platform.data.DataLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL 18 over a data folder, for as long as this object is open. It listens on 127.0.0.1 only and asks
 * for a password. When this process is killed the server lives on and the next start adopts it; when the server is
 * killed it is started again on the same port, so that connection pools recover by themselves.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String SUPERUSER = Cluster.SUPERUSER;
    private static final String SECRET = "postgres-superuser";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataLock lock;
    private final Cluster cluster;
    private final int port;
    private final String password;
    private final Thread watcher;
    private volatile Postmaster postmaster;
    private volatile boolean closing;

    private EmbeddedPostgres(DataLock lock, Cluster cluster, Postmaster postmaster, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.port = postmaster.port();
        this.password = password;
        this.watcher = Thread.ofPlatform().daemon().name("postgres-watcher").start(this::watch);
    }

    /**
     * Starts the server over this data folder, or adopts the one that a killed Lantern left. Refuses when another
     * Lantern has the folder open, and when the files are of another major version.
     *
     * @param httpPort the port this process serves on, told to whoever tries to start a second one
     */
    public static EmbeddedPostgres start(DataFolder data, int httpPort) {
        return start(data, DataLock.take(data, httpPort));
    }

    /** As above, in a process that serves no pages. */
    public static EmbeddedPostgres start(DataFolder data) {
        return start(data, DataLock.take(data, null));
    }

    /** As above, with the folder's lock already taken; it is given back when the server is closed or fails to start. */
    public static EmbeddedPostgres start(DataFolder data, DataLock lock) {
        try {
            var cluster = new Cluster(Binaries.unpacked(), home(data));
            var password = data.secret(SECRET);
            cluster.prepare(password);
            var running = adopt(cluster, password).orElseGet(() -> startFresh(cluster, data));
            return new EmbeddedPostgres(lock, cluster, running, password);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The port of the server that another process runs over this data folder, if one does. */
    public static Optional<Integer> portOfRunning(DataFolder data) {
        var home = data.path().resolve("postgres");
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        return Postmaster.of(home(data).resolve("cluster")).map(Postmaster::port);
    }

    /** Deletes the data folder and everything in it. Refused while a Lantern has it open. */
    public static void erase(DataFolder data) {
        try (var lock = DataLock.take(data, null)) {
            var home = home(data);
            var cluster = new Cluster(Binaries.unpacked(), home);
            if (Postmaster.of(cluster.files()).isPresent()) {
                cluster.stop();
            }
            DataFolder.deleteTree(home);
        }
        data.delete();
    }

    public int port() {
        return port;
    }

    public String superuserPassword() {
        return password;
    }

    public String url(String database) {
        return url(port, database);
    }

    public static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The process number of the server's main process. */
    public long process() {
        return postmaster.pid();
    }

    /**
     * Where the database and its log lie: inside the data folder, unless we are root and the account that runs the
     * server cannot walk there (a checkout below /root); then below /var/lib/lantern, and the data folder has a link.
     */
    private static Path home(DataFolder data) {
        var home = data.path().resolve("postgres");
        try {
            if (Files.isSymbolicLink(home) || Files.isDirectory(home)) {
                return home.toRealPath();
            }
            if (Account.over(home.resolve("cluster")).reaches(data.path())) {
                return Files.createDirectory(home).toRealPath();
            }
            var elsewhere = Path.of("/var/lib/lantern")
                    .resolve(Integer.toHexString(data.path().toString().hashCode()));
            Files.createDirectories(elsewhere);
            Files.createSymbolicLink(home, elsewhere);
            return elsewhere.toRealPath();
        } catch (IOException e) {
            throw new CannotRun("The database's folder " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<Postmaster> adopt(Cluster cluster, String password) {
        var orphan = Postmaster.of(cluster.files());
        if (orphan.isEmpty()) {
            return orphan;
        }
        if (answers(orphan.get().port(), password)) {
            LOG.info(
                    "Adopted the database server (process {}) that an earlier Lantern left",
                    orphan.get().pid());
            return orphan;
        }
        LOG.info(
                "Stopping the database server (process {}) that an earlier Lantern left",
                orphan.get().pid());
        cluster.stop();
        return Optional.empty();
    }

    private static boolean answers(int port, String password) {
        for (var attempt = 0; attempt < 20; attempt++) {
            try (var connection = DriverManager.getConnection(url(port, "postgres"), SUPERUSER, password)) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (!"57P03".equals(e.getSQLState())) { // it is starting up or shutting down: ask again
                    return false;
                }
                pause(Duration.ofMillis(500));
            }
        }
        return false;
    }

    private static Postmaster startFresh(Cluster cluster, DataFolder data) {
        var kept = data.path().resolve("postgres-port");
        try {
            var port =
                    Files.exists(kept) ? Integer.parseInt(Files.readString(kept).strip()) : freePort();
            Cluster.Start start = null;
            for (var attempt = 0; attempt < 5; attempt++) {
                start = startOnceAlone(cluster, port);
                if (start.runs()) {
                    if (!Files.exists(kept)
                            || Integer.parseInt(Files.readString(kept).strip()) != port) {
                        Files.writeString(kept, port + "\n");
                    }
                    return Postmaster.of(cluster.files())
                            .orElseThrow(() -> new CannotRun(
                                    "PostgreSQL started and stopped again at once; see " + cluster.log()));
                }
                if (!start.said().contains("Address already in use")) {
                    break;
                }
                port = freePort();
            }
            var room = cluster.files().toFile().getUsableSpace() / 1_000_000;
            throw new CannotRun((room < 100 ? "The disk is full (" + room + " MB left): make room. " : "")
                    + "PostgreSQL did not start over " + cluster.files() + ". It said:\n"
                    + (start == null ? "" : start.said()));
        } catch (IOException | NumberFormatException e) {
            throw new CannotRun("The file " + kept + " cannot be used: " + e.getMessage() + ". Delete it.", e);
        }
    }

    /**
     * After the main process was killed its children are still letting go of shared memory, and a start within that
     * second is refused by the server: wait for them first.
     */
    private static Cluster.Start startOnceAlone(Cluster cluster, int port) {
        for (var wait = 0; wait < 300 && Postmaster.anythingLeft(cluster.files(), cluster.name()); wait++) {
            pause(Duration.ofMillis(100));
        }
        var start = cluster.start(port);
        for (var again = 0; again < 10 && !start.runs() && start.said().contains("still in use"); again++) {
            pause(Duration.ofMillis(500));
            start = cluster.start(port);
        }
        return start;
    }

    private void watch() {
        var wait = Duration.ofMillis(200);
        while (!closing) {
            pause(wait);
            wait = Duration.ofMillis(200);
            if (closing || postmaster.isAlive(cluster.files())) {
                continue;
            }
            synchronized (this) {
                if (closing) {
                    return;
                }
                LOG.warn("The database server (process {}) is gone: starting it again", postmaster.pid());
                var start = startOnceAlone(cluster, port);
                var found = Postmaster.of(cluster.files());
                if (start.runs() && found.isPresent()) {
                    postmaster = found.get();
                    LOG.warn("The database server runs again (process {})", postmaster.pid());
                } else {
                    LOG.error("The database server did not start, trying again in 5 seconds: {}", start.said());
                    wait = Duration.ofSeconds(5);
                }
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotRun("No port is free on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server and lets go of the data folder. */
    @Override
    public void close() {
        closing = true; // the watcher sees it within its next look
        synchronized (this) {
            if (Postmaster.of(cluster.files()).isPresent() && !cluster.stop()) {
                LOG.warn("The database server did not stop within two minutes; the next start will adopt it");
            }
            lock.close();
        }
    }
}
