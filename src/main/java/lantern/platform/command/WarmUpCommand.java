package lantern.platform.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * One short life of the server, so that the JVM can note down which classes a start needs (its AOT cache). The script runs
 * it by itself on a data folder of its own.
 */
@Command(name = "warm-up", hidden = true, description = "Start, answer a few pages and stop.")
public final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PAGES = List.of("/", "/sign-in", "/api/v1/openapi.json", "/not-there");

    @Mixin
    private Installation lantern;

    @Override
    public Integer call() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var database = OpenDatabase.alone(lantern.folder(), port);
                var application = lantern.serve(database, Map.of("server.port", port, "server.address", "127.0.0.1"))) {
            for (var again = 0; again < 3 && application.isActive(); again++) {
                for (var page : PAGES) {
                    visit("http://127.0.0.1:" + port + page);
                }
            }
        }
        return 0;
    }

    private static void visit(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setInstanceFollowRedirects(true);
        connection.setReadTimeout(30_000);
        connection.getResponseCode(); // whatever the answer is: its classes are what counts
        connection.disconnect();
    }
}
