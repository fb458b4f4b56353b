package lantern.platform.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.regex.Pattern;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once from the jar into a folder that only this account can write. The folder is named
 * after the version and appears whole or not at all, so that two first starts at once do no harm.
 */
final class Binaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("binaries-linux-amd64-([0-9.]+)\\.jar");

    private Binaries() {}

    /** The folder that holds bin, lib and share. */
    static Path unpacked() {
        return unpacked(cache());
    }

    static Path unpacked(Path cache) {
        var archive = Binaries.class.getResource(ARCHIVE);
        if (archive == null || !System.getProperty("os.arch").matches("amd64|x86_64")) {
            throw new CannotRun("Lantern brings PostgreSQL for Linux on x86-64 only."
                    + " On this machine set LANTERN_DATABASE_URL to a PostgreSQL 18 server of your own.");
        }
        var home = cache.resolve("postgres-" + version(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "unpacking-");
            unpack(archive, fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                Files.move(fresh, home);
            } catch (IOException anotherWasFirst) {
                DataFolder.deleteTree(fresh);
                if (!Files.isDirectory(home)) {
                    throw anotherWasFirst;
                }
            }
            return home;
        } catch (IOException e) {
            throw new CannotRun(
                    "PostgreSQL could not be unpacked into " + cache + " (" + e.getMessage()
                            + "): make room (60 MB) or let this account write there.",
                    e);
        }
    }

    /** Root's cache lies where the unprivileged account that runs the server can reach it. */
    private static Path cache() {
        if (Account.isRoot()) {
            return Path.of("/var/cache/lantern");
        }
        var xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg))
                .resolve("lantern");
    }

    private static String version(URL archive) {
        var version = VERSION.matcher(archive.toString());
        return version.find() ? version.group(1) : "18";
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("The archive names a file outside it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(tar, target);
                var runs = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
