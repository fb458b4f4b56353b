package lantern.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processor time and memory as the operating system accounts them (Linux /proc; a tick is a hundredth of a second). */
final class Processor {
    private Processor() {}

    /** Seconds used by the process and by those of its children that have ended. */
    static double seconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var ticks = 0L;
            for (var field = 11; field <= 14; field++) ticks += Long.parseLong(fields[field]);
            return ticks / 100.0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The same for a database server: the postmaster and every process it started. */
    static double secondsOfServer(long postmaster) {
        var sum = seconds(postmaster);
        for (var child : children(postmaster)) sum += seconds(child);
        return sum;
    }

    private static List<Long> children(long parent) {
        var children = new ArrayList<Long>();
        ProcessHandle.of(parent).ifPresent(it -> it.children().forEach(child -> children.add(child.pid())));
        return children;
    }

    static double residentMegabytes(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
        throw new IOException("No VmRSS for process " + pid);
    }
}
