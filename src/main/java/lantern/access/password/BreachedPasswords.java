package lantern.access.password;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import lantern.platform.CannotRun;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A file of stolen passwords as SHA-1 hashes in order, one "HASH:COUNT" a line, as Have I Been Pwned publishes it. Searched where
 * it lies, however large; never over the network. Without a file it contains nothing.
 */
@Component
public final class BreachedPasswords {
    private static final int HASH = 40;
    private static final int LONGEST_LINE = 80;

    private final @Nullable Path file;

    @Autowired
    BreachedPasswords(@Value("${lantern.breached-passwords:}") String file) {
        this(file.isBlank() ? null : Path.of(file));
    }

    public BreachedPasswords(@Nullable Path file) {
        this.file = file;
        if (file != null) check(file);
    }

    boolean contain(String password) {
        if (file == null) return false;
        var wanted = sha1(password);
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            long low = 0;
            var high = lines.length();
            // The first line that starts in [low, high) with a hash that is not smaller.
            while (low < high) {
                var middle = (low + high) >>> 1;
                var line = lineFrom(lines, middle);
                if (line.hash == null) {
                    high = middle;
                } else {
                    var order = line.hash.compareTo(wanted);
                    if (order == 0) return true;
                    if (order < 0) low = line.end;
                    else high = middle;
                }
            }
            return false;
        } catch (IOException e) {
            // No file, no answer: a password that cannot be checked is not taken.
            throw new IllegalStateException("The list of breached passwords cannot be read", e);
        }
    }

    /** A line that starts at or after the place asked for, and where the next one starts; no hash at the end of the file. */
    private record Line(@Nullable String hash, long end) {}

    private static Line lineFrom(RandomAccessFile lines, long place) throws IOException {
        var from = Math.max(0, place - 1);
        lines.seek(from);
        var bytes = new byte[LONGEST_LINE * 3];
        var read = Math.max(0, lines.read(bytes));
        var start = 0;
        if (place > 0) {
            while (start < read && bytes[start] != '\n') start++;
            start++;
        }
        if (start + HASH > read) return new Line(null, from + read);
        var end = start;
        while (end < read && bytes[end] != '\n') end++;
        var hash = new String(bytes, start, HASH, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
        return new Line(hash, from + end + 1);
    }

    private static void check(Path file) {
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            var before = "";
            for (var part = 0; part < 64; part++) {
                var line = lineFrom(lines, lines.length() / 64 * part);
                if (line.hash == null) continue;
                if (!line.hash.matches("[0-9A-F]{40}") || line.hash.compareTo(before) < 0)
                    throw new CannotRun("The list of breached passwords " + file
                            + " must hold SHA-1 hashes in order, one \"HASH:COUNT\" a line.");
                before = line.hash;
            }
            if (before.isEmpty()) throw new CannotRun("The list of breached passwords " + file + " is empty.");
        } catch (IOException e) {
            throw new CannotRun("The list of breached passwords " + file + " cannot be read: set"
                    + " LANTERN_BREACHED_PASSWORDS to a file that Lantern may read, or unset it.");
        }
    }

    static String sha1(String password) {
        try {
            // The format's own hash: it finds a password in a public list and protects nothing.
            var hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
