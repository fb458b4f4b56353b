package lantern.platform.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;

/**
 * The database's files and the programs that make, start and stop the server over them. Everything runs as an
 * unprivileged account; the server leaves our process group, so that Ctrl-C reaches Lantern first.
 */
final class Cluster {
    static final int MAJOR = 18;
    static final String SUPERUSER = "postgres";

    private static final long LOG_KEPT = 10_000_000; // bytes, then one older file

    /** Never to be softened: what makes an acknowledged write survive, and who may connect. */
    private static final List<String> SAFETY = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "wal_level=replica",
            // a log line must not carry what was typed about a child
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length_on_error=0");

    /** For two cores, a solid-state disk and about a gigabyte: many short transactions, few long ones. */
    private static final List<String> TUNING = List.of(
            "max_connections=80",
            "shared_buffers=256MB",
            "effective_cache_size=1GB",
            "work_mem=8MB",
            "maintenance_work_mem=128MB",
            "wal_buffers=16MB",
            "min_wal_size=256MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "jit=off",
            "max_parallel_workers_per_gather=1",
            "autovacuum_vacuum_scale_factor=0.05",
            "autovacuum_analyze_scale_factor=0.02",
            "idle_in_transaction_session_timeout=5min",
            "log_min_messages=warning",
            "log_line_prefix=%m[%p]%u@%d:",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Path binaries;
    private final Path home;
    private final Path files;
    private final Account account;

    /** @param home the folder that holds the cluster and its log, already reachable by the account */
    Cluster(Path binaries, Path home) {
        this.binaries = binaries;
        this.home = home;
        this.files = home.resolve("cluster");
        this.account = Account.over(files);
    }

    Path files() {
        return files;
    }

    Path log() {
        return home.resolve("server.log");
    }

    String name() {
        return "lantern-" + Integer.toHexString(files.toString().hashCode());
    }

    /** Makes the database files when there are none; refuses files of another major version. */
    void prepare(String superuserPassword) {
        account.own(home);
        var version = files.resolve("PG_VERSION");
        try {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            if (!Files.exists(version)) {
                make(superuserPassword);
                return;
            }
            var wrote = Files.readString(version).strip();
            if (!wrote.equals(String.valueOf(MAJOR))) {
                throw new CannotRun("An upgrade is needed: the database in " + files + " was written by PostgreSQL "
                        + wrote + " and this Lantern runs PostgreSQL " + MAJOR
                        + ". Nothing was changed. See \"Upgrading PostgreSQL\" in docs/guides/operate.md.");
            }
        } catch (IOException e) {
            throw new CannotRun("The database files in " + files + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Made beside its place and then moved there, so that a half-made cluster is never taken for a whole one. */
    private void make(String superuserPassword) throws IOException {
        var fresh = home.resolve("cluster.new");
        DataFolder.deleteTree(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(fresh);
        var password = Files.createTempFile(home, "password", "");
        try {
            Files.writeString(password, superuserPassword);
            account.own(password);
            var result = run(
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions");
            if (result.exitCode() != 0) {
                throw new CannotRun("The database files could not be made in " + home + ": " + result.said());
            }
        } finally {
            Files.delete(password);
        }
        Files.move(fresh, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a start came to: it runs, or the end of what the server said. */
    record Start(boolean runs, String said) {}

    Start start(int port) {
        var log = log();
        try {
            Files.deleteIfExists(files.resolve("postmaster.pid")); // the caller has made sure that nothing is left
            if (Files.exists(log) && Files.size(log) > LOG_KEPT) {
                Files.move(log, home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            var before = Files.exists(log) ? Files.size(log) : 0;
            var options = new StringBuilder("-p ").append(port);
            options.append(" -c cluster_name=").append(name());
            SAFETY.forEach(it -> options.append(" -c ").append(it));
            TUNING.forEach(it -> options.append(" -c ").append(it));
            var result = run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-s",
                    "-t",
                    "600",
                    "-D",
                    files.toString(),
                    "-l",
                    log.toString(),
                    "-o",
                    options.toString());
            if (result.exitCode() == 0) {
                return new Start(true, "");
            }
            return new Start(false, lastLines(log, before, result.said()));
        } catch (IOException e) {
            return new Start(false, e.toString());
        }
    }

    /** Asks the server to finish: open transactions are rolled back, everything committed is on disk. */
    boolean stop() {
        return run("pg_ctl", "stop", "-w", "-s", "-t", "120", "-m", "fast", "-D", files.toString())
                        .exitCode()
                == 0;
    }

    private static String lastLines(Path log, long from, String otherwise) throws IOException {
        if (!Files.exists(log)) {
            return otherwise;
        }
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(from, file.size() - 4000));
            var text = java.nio.channels.Channels.newInputStream(file).readAllBytes();
            var lines = new String(text, StandardCharsets.UTF_8).strip().lines().toList();
            var last = String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
            return last.isEmpty() ? otherwise : last;
        }
    }

    private record Result(int exitCode, String said) {}

    private Result run(String program, String... arguments) {
        var command = new ArrayList<String>(
                List.of(binaries.resolve("bin").resolve(program).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(account.command(command));
        // nothing of ours may steer the server (PGOPTIONS, LD_PRELOAD, ...), and it need not see where we stand
        process.environment().clear();
        process.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C", "TZ", "UTC"));
        process.directory(Path.of("/").toFile());
        try {
            var out = Files.createTempFile("lantern-" + program, ".out");
            try {
                // a file and not a pipe: the server inherits it and would keep a pipe open for ever
                var running = process.redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .start();
                if (!running.waitFor(15, TimeUnit.MINUTES)) {
                    running.destroyForcibly();
                    return new Result(-1, program + " did not finish within 15 minutes");
                }
                return new Result(running.exitValue(), Files.readString(out).strip());
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            var missing = Account.isRoot() && !Files.exists(Path.of("/usr/bin/setpriv"));
            throw new CannotRun(
                    missing
                            ? "PostgreSQL does not run as root and setpriv is missing: install util-linux, or run Lantern"
                                    + " as another account."
                            : "PostgreSQL's " + program + " could not be run: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while PostgreSQL's " + program + " was running.", e);
        }
    }
}
