package lantern.platform.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import lantern.platform.CannotRun;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time has a data folder open. The lock is the kernel's, so it goes when the process does, however it
 * ends; who holds it is told in a second file, because opening a locked file again and closing it would drop the lock.
 */
public final class DataLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final Path told;
    private final FileChannel channel;
    private final FileLock lock;

    /** Who has the folder open: a server with its port, or a command that will soon be done (no port). */
    public record Holder(long process, @Nullable Integer httpPort) {}

    private DataLock(Path file, Path told, FileChannel channel, FileLock lock) {
        this.file = file;
        this.told = told;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, or says that Lantern is already running there. */
    public static DataLock take(DataFolder data, @Nullable Integer httpPort) {
        return tryTake(data, httpPort).orElseThrow(() -> alreadyRunning(data));
    }

    public static Optional<DataLock> tryTake(DataFolder data, @Nullable Integer httpPort) {
        var file = data.path().resolve("lantern.lock");
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                return Optional.empty();
            }
            try {
                var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    return Optional.empty();
                }
                HELD_HERE.add(file);
                var held = new DataLock(file, told(data), channel, lock);
                held.tell(httpPort);
                return Optional.of(held);
            } catch (OverlappingFileLockException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new CannotRun("The data folder " + data.path() + " cannot be locked: " + e.getMessage(), e);
            }
        }
    }

    /** Who said last that they hold the lock; only meaningful while someone does. */
    public static Optional<Holder> holder(DataFolder data) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(told(data))));
            var port = properties.getProperty("http.port");
            return Optional.of(new Holder(
                    Long.parseLong(properties.getProperty("process")), port == null ? null : Integer.valueOf(port)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static CannotRun alreadyRunning(DataFolder data) {
        var who = holder(data)
                .map(it -> it.httpPort() == null
                        ? " (process %d)".formatted(it.process())
                        : " (process %d, http port %d)".formatted(it.process(), it.httpPort()))
                .orElse("");
        return new CannotRun("Lantern is already running on this data folder" + who
                + ". Stop it first, or use another folder with --data.");
    }

    /** Tells others which port this process serves on, or null while it serves none. */
    public void tell(@Nullable Integer httpPort) throws IOException {
        var properties = new Properties();
        properties.setProperty("process", String.valueOf(ProcessHandle.current().pid()));
        if (httpPort != null) {
            properties.setProperty("http.port", httpPort.toString());
        }
        var text = new StringWriter();
        properties.store(text, null);
        var fresh = told.resolveSibling(told.getFileName() + ".new");
        Files.writeString(fresh, text.toString());
        Files.move(fresh, told, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path told(DataFolder data) {
        return data.path().resolve("running.properties");
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            try {
                Files.deleteIfExists(told);
                lock.release();
                channel.close();
            } catch (IOException e) {
                throw new CannotRun("The data folder's lock could not be given back: " + e.getMessage(), e);
            } finally {
                HELD_HERE.remove(file);
            }
        }
    }
}
