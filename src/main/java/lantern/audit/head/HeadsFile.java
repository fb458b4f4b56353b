package lantern.audit.head;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The heads outside the database: a folder with one file an authority ({@code <code>.log}, one JSON head a line) and the public keys they are signed with
 * ({@code keys/<id>.pem}). A copy of it kept by someone else is a witness. Written only by whoever holds the sealing lock of the database.
 */
public final class HeadsFile {
    /** A head is under 1 kB; its reason is at most 300 characters. */
    private static final int LONGEST_LINE = 1 << 14;

    private final Path folder;

    public HeadsFile(Path folder) {
        this.folder = folder;
    }

    /** The last whole line: what is behind it was cut off while being written. */
    public Optional<Head> last(String code) {
        var file = file(code);
        if (Files.notExists(file)) return Optional.empty();
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var start = Math.max(0, in.length() - LONGEST_LINE);
            var tail = new byte[(int) (in.length() - start)];
            in.seek(start);
            in.readFully(tail);
            var text = new String(tail, StandardCharsets.UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1).stripTrailing();
            return whole.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Head.parse(whole.substring(whole.lastIndexOf('\n') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("The heads file " + file + " cannot be read", e);
        }
    }

    /** Adds heads and returns when they are on the disk. */
    public void append(String code, List<Head> heads) {
        var file = file(code);
        try {
            Files.createDirectories(folder);
            try (var out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                out.position(endOfLastLine(out));
                out.truncate(out.position());
                var lines = heads.stream().map(Head::line).collect(Collectors.joining());
                var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) out.write(bytes);
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The heads file " + file + " cannot be written", e);
        }
    }

    public void publish(PublishedKey key) {
        var file = folder.resolve("keys").resolve(key.id() + ".pem");
        try {
            if (Files.exists(file)) return;
            Files.createDirectories(folder.resolve("keys"));
            Files.writeString(file, key.pem());
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's public key cannot be written to " + file, e);
        }
    }

    /** The published keys by id. */
    public Map<String, PublishedKey> keys() {
        var keys = new HashMap<String, PublishedKey>();
        if (Files.notExists(folder.resolve("keys"))) return keys;
        try (var files = Files.newDirectoryStream(folder.resolve("keys"), "*.pem")) {
            for (var file : files) {
                var key = PublishedKey.parse(Files.readString(file));
                keys.put(key.id(), key);
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The ledger's public keys in " + folder + " cannot be read", e);
        }
        return keys;
    }

    /** Every head on file, oldest first; no heads when there is no file. */
    public Reader read(String code) {
        var file = file(code);
        try {
            return new Reader(Files.exists(file) ? Files.newBufferedReader(file) : null);
        } catch (IOException e) {
            throw new UncheckedIOException("The heads file " + file + " cannot be read", e);
        }
    }

    public static final class Reader implements AutoCloseable {
        private final @Nullable BufferedReader in;
        private boolean unreadable;
        private boolean changed;

        private Reader(@Nullable BufferedReader in) {
            this.in = in;
        }

        /** The next head, or null at the end or where a line cannot be read. */
        public @Nullable Head next() {
            try {
                var line = in == null || unreadable ? null : in.readLine();
                return line == null ? null : parse(line);
            } catch (IOException e) {
                throw new UncheckedIOException("The heads file cannot be read", e);
            }
        }

        private @Nullable Head parse(String line) throws IOException {
            try {
                return Head.parse(line);
            } catch (JacksonException e) {
                unreadable = true;
                // The last line may have been cut off while it was written; any other was changed by somebody.
                changed = in != null && in.readLine() != null;
                return null;
            }
        }

        /** Whether a line before the last is not a head. */
        public boolean isChanged() {
            return changed;
        }

        @Override
        public void close() {
            try {
                if (in != null) in.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The heads file cannot be read", e);
            }
        }
    }

    private Path file(String code) {
        return folder.resolve(code + ".log");
    }

    private static long endOfLastLine(FileChannel file) throws IOException {
        var start = Math.max(0, file.size() - LONGEST_LINE);
        var tail = ByteBuffer.allocate((int) (file.size() - start));
        while (tail.hasRemaining() && file.read(tail, start + tail.position()) >= 0) {}
        for (var i = tail.position() - 1; i >= 0; i--) if (tail.get(i) == '\n') return start + i + 1;
        return start;
    }
}
