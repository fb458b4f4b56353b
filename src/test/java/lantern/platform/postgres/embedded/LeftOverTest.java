package lantern.platform.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data folders that an earlier Lantern left behind in some state. */
class LeftOverTest {
    private static final Path FOLDER = Path.of("target", "test-left-over");
    private DataFolder data;

    @BeforeEach
    void open() {
        erase();
        data = DataFolder.open(FOLDER);
    }

    @AfterEach
    void erase() {
        if (DataFolder.looksLikeOurs(FOLDER)) {
            EmbeddedPostgres.erase(DataFolder.open(FOLDER));
        }
    }

    /** Runs in a process of its own: starts the server, says which process it is, and waits to be killed. */
    static final class Victim {
        public static void main(String[] arguments) throws InterruptedException {
            var server = EmbeddedPostgres.start(DataFolder.open(Path.of(arguments[0])));
            System.out.println(server.process());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void the_server_of_a_killed_lantern_is_adopted() throws Exception {
        var killed = startInAnotherProcess();
        try (var again = EmbeddedPostgres.start(data)) {
            assertThat(again.process()).isEqualTo(killed);
        }
        assertThat(EmbeddedPostgres.portOfRunning(data)).isEmpty();
    }

    @Test
    void when_both_were_killed_a_new_server_starts() throws Exception {
        var killed = startInAnotherProcess();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        try (var again = EmbeddedPostgres.start(data)) {
            assertThat(again.process()).isNotEqualTo(killed);
        }
    }

    @Test
    void a_pid_file_with_the_number_of_another_program_does_not_stop_a_start() throws IOException {
        EmbeddedPostgres.start(data).close();
        var cluster = FOLDER.resolve("postgres").resolve("cluster");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster.toRealPath() + "\n0\n5432\n\n127.0.0.1\n");
        EmbeddedPostgres.start(data).close();
    }

    @Test
    void files_of_another_major_version_are_refused_and_left_as_they_are() throws IOException {
        var cluster = Files.createDirectories(FOLDER.resolve("postgres").resolve("cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("An upgrade is needed")
                .hasMessageContaining("PostgreSQL 17");
        assertThat(cluster).isDirectoryContaining("glob:**PG_VERSION");
        assertThat(Files.readString(cluster.resolve("PG_VERSION"))).isEqualTo("17\n");
    }

    @Test
    void when_the_server_does_not_start_its_own_words_are_shown() throws IOException {
        EmbeddedPostgres.start(data).close();
        Files.writeString(FOLDER.resolve("postgres/cluster/postgresql.auto.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("no_such_setting");
    }

    private static long startInAnotherProcess() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(java, "-cp", System.getProperty("java.class.path"), Victim.class.getName(), FOLDER.toString());
        var victim = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = victim.inputReader()) {
            var process = Long.parseLong(said.readLine());
            victim.destroyForcibly().waitFor();
            return process;
        }
    }
}
