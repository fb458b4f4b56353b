package lantern.platform.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import lantern.platform.CannotRun;
import org.jspecify.annotations.Nullable;

/**
 * Lantern's data folder. A marker file says that the folder is Lantern's, so that nothing else is ever written over or
 * deleted. Secrets are files of their own with mode 0600 in a folder with mode 0700.
 */
public final class DataFolder {
    private static final String MARKER = "lantern-data";
    private static final String MARKER_TEXT = "This folder is kept by Lantern; see docs/guides/operate.md\n";
    private static final Pattern SECRET_NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Opens the folder, making it when it is not there. Refuses a folder that holds something else. */
    public static DataFolder open(Path where) {
        try {
            var path = where.toAbsolutePath().normalize();
            if (!Files.exists(path)) {
                Files.createDirectories(path);
            }
            path = path.toRealPath();
            if (!looksLikeOurs(path)) {
                if (!isEmpty(path)) {
                    throw new CannotRun("The folder " + path + " holds something other than Lantern's data."
                            + " Choose another with --data.");
                }
                Files.writeString(path.resolve(MARKER), MARKER_TEXT);
            }
            var folder = new DataFolder(path);
            Files.createDirectories(
                    folder.secrets(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return folder;
        } catch (IOException e) {
            throw new CannotRun("The data folder " + where + " cannot be used: " + said(e), e);
        }
    }

    /** Whether there is a data folder of Lantern's at this place. */
    public static boolean looksLikeOurs(Path path) {
        return Files.isRegularFile(path.resolve(MARKER), LinkOption.NOFOLLOW_LINKS);
    }

    public Path path() {
        return path;
    }

    public Path secrets() {
        return path.resolve("secrets");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** The secret of this name: 256 random bits in URL-safe Base64, made and kept the first time it is asked for. */
    public String secret(String name) {
        var known = existingSecret(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return keepSecret(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret of this name, or null when none was kept. */
    public @Nullable String existingSecret(String name) {
        var file = secretFile(name);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw new CannotRun(
                    "The secret " + file + " cannot be read: run as the account that owns the data folder.", e);
        }
    }

    private String keepSecret(String name, String value) {
        var file = secretFile(name);
        try {
            var fresh = Files.createTempFile(secrets(), name, ".new"); // made with mode 0600
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((value + "\n").getBytes(StandardCharsets.UTF_8)));
                channel.force(true); // a password lost in a power cut would lock everyone out
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return value;
        } catch (IOException e) {
            throw new CannotRun("The secret " + file + " cannot be kept: " + said(e), e);
        }
    }

    private Path secretFile(String name) {
        if (!SECRET_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a secret's name: " + name);
        }
        return secrets().resolve(name);
    }

    /** Deletes everything in the folder and the folder itself. Never follows a link out of it. */
    public void delete() {
        deleteTree(path);
    }

    public static void deleteTree(Path root) {
        try {
            if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                        throws IOException {
                    if (problem != null) {
                        throw problem;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new CannotRun("The folder " + root + " cannot be deleted: " + said(e), e);
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String said(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
