package lantern.platform.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import lantern.platform.CannotRun;

/** What the commands that serve pages have in common. */
public final class Server {
    private static final String LOOPBACK = "127.0.0.1";

    private Server() {}

    /** Says at once, before anything is started, that the port is taken. */
    static void requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the web server does: a port in its last wait is free
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotRun(
                    "Port " + port + " on 127.0.0.1 cannot be used (" + e.getMessage()
                            + "). Choose another with --port.",
                    e);
        }
    }

    /**
     * Serves on 127.0.0.1 unless told otherwise, until the process is asked to stop.
     *
     * @param ready told once pages are served
     */
    public static int start(
            Installation lantern, OpenDatabase database, Map<String, Object> properties, Consumer<OpenDatabase> ready) {
        var all = new HashMap<String, Object>();
        all.put("server.address", LOOPBACK);
        // A partner's system and the proxy in front keep their connections: opening one costs more than a request.
        all.put("server.tomcat.max-keep-alive-requests", -1);
        all.put("logging.config", "classpath:logback-server.xml");
        all.put(
                "logging.file.name",
                database.data().logs().resolve("lantern.log").toString());
        all.putAll(properties);
        try {
            var application = lantern.serve(database, all);
            var exitCode = Application.untilStopped(application, database);
            ready.accept(database);
            return exitCode;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
