package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lantern.platform.data.DataFolder;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demonstration in a process of its own, to be killed and started again over the same data; its words are in target. */
public final class RunningDemo implements AutoCloseable {
    public static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final String name;
    private final int port;
    private final int children;
    private final Path data;
    private @Nullable Process process;

    /** @param name of its data folder and its log */
    public RunningDemo(String name, int port, int children) {
        this.name = name;
        this.port = port;
        this.children = children;
        data = Path.of("target", name + "-data-" + ProcessHandle.current().pid());
    }

    /** Over the data there are; comes back when the sign-in page answers. */
    public void start() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var log = new File("target", name + ".log");
        var started = new ProcessBuilder(List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx384m",
                        "-cp",
                        classes,
                        "lantern.Lantern",
                        "demo",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port),
                        "--children",
                        String.valueOf(children)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process = started;
        var http = HttpClient.newHttpClient();
        var until = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < until) {
            assertThat(started.isAlive()).as("the server started; see " + log).isTrue();
            try {
                var page = HttpRequest.newBuilder(URI.create(url("/sign-in")))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                if (http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        throw new AssertionError("the server did not answer; see " + log);
    }

    public void kill() throws InterruptedException {
        var running = process;
        if (running != null) running.destroyForcibly().waitFor();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public Path data() {
        return data;
    }

    /** The database as its owner. */
    public JdbcClient owner() {
        var folder = DataFolder.open(data);
        var settings = DatabaseSettings.embedded(
                folder, EmbeddedPostgres.portOfRunning(folder).orElseThrow());
        var login = settings.migrator();
        return JdbcClient.create(new DriverManagerDataSource(
                settings.url() + "?options=-c%20role=lantern_owner", login.user(), login.password()));
    }

    @Override
    public void close() throws InterruptedException {
        var running = process;
        if (running != null) {
            running.destroy();
            running.waitFor();
        }
        DataFolder.deleteTree(data);
    }
}
