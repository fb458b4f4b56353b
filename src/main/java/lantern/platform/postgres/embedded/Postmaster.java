package lantern.platform.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The main process of the server over one cluster. Its own pid file is not believed by itself: after a power cut the
 * number may be another program's, and a killed process that nobody waits for still answers signals. Command lines are
 * what any account may read of any process; a dead one has none.
 */
record Postmaster(long pid, int port) {

    /** The live server over this cluster, if there is one. */
    static Optional<Postmaster> of(Path cluster) {
        try {
            // the file's lines: process, data folder, start time, port, ...
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var found = new Postmaster(
                    Long.parseLong(lines.getFirst().strip()),
                    Integer.parseInt(lines.get(3).strip()));
            return found.isAlive(cluster) ? Optional.of(found) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isAlive(Path cluster) {
        var words = commandLine(Path.of("/proc", String.valueOf(pid)));
        return words.size() > 2
                && words.getFirst().endsWith("postgres")
                && words.contains("-D")
                && words.contains(cluster.toString());
    }

    /** Whether anything of a server over this cluster is left: its children outlive a killed main process for a while. */
    static boolean anythingLeft(Path cluster, String clusterName) {
        Predicate<List<String>> ours = words -> !words.isEmpty()
                && (words.getFirst().startsWith("postgres: " + clusterName + ":")
                        || (words.getFirst().endsWith("postgres") && words.contains(cluster.toString())));
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                if (ours.test(commandLine(process))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> commandLine(Path process) {
        try {
            var words = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
            return words.isEmpty() ? List.of() : Arrays.asList(words.split("\0", -1));
        } catch (IOException e) {
            return List.of();
        }
    }
}
