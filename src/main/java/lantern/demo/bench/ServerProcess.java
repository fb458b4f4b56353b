package lantern.demo.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lantern.platform.CannotRun;

/** Lantern in a process of its own, started as a user starts it: {@code ./lantern demo}. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final double seconds;

    private ServerProcess(Process process, double seconds) {
        this.process = process;
        this.seconds = seconds;
    }

    static ServerProcess start(Path data, int port, int children) throws IOException, InterruptedException {
        return start(data, port, children, List.of());
    }

    /** With a region made anew, whatever was there. */
    static ServerProcess fresh(Path data, int port, int children) throws IOException, InterruptedException {
        return start(data, port, children, List.of("--fresh"));
    }

    private static ServerProcess start(Path data, int port, int children, List<String> options)
            throws IOException, InterruptedException {
        var script = System.getenv("LANTERN_SCRIPT");
        if (script == null)
            throw new CannotRun("Run the benchmark with ./lantern bench: it starts the server as a user does");
        var log = data.resolveSibling(data.getFileName() + ".out").toFile();
        if (log.getParentFile() != null) log.getParentFile().mkdirs();
        var command = new ArrayList<>(List.of(
                script,
                "demo",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--children",
                String.valueOf(children)));
        command.addAll(options);
        var started = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        process.environment().put("LANTERN_BENCH", "true");
        var running = process.start();
        while (!answers(port)) {
            if (!running.isAlive()) throw new CannotRun("The server did not start. Its last words are in " + log);
            if (System.nanoTime() - started > Duration.ofHours(1).toNanos())
                throw new CannotRun("The server did not answer within an hour; see " + log);
            Thread.sleep(50);
        }
        return new ServerProcess(running, (System.nanoTime() - started) / 1e9);
    }

    private static boolean answers(int port) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/sign-in").toURL().openConnection();
            connection.setConnectTimeout(200);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    double secondsToFirstPage() {
        return seconds;
    }

    /** The Java process: the script replaces itself by it, or is its parent. */
    long pid() {
        return process.descendants()
                .filter(it -> it.info()
                        .command()
                        .map(name -> new File(name).getName().equals("java"))
                        .orElse(false))
                .map(ProcessHandle::pid)
                .findFirst()
                .orElse(process.pid());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
