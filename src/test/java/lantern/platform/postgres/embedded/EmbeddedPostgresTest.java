package lantern.platform.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    private static final Path FOLDER = Path.of("target", "test-embedded");
    private static DataFolder data;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        if (DataFolder.looksLikeOurs(FOLDER)) {
            EmbeddedPostgres.erase(DataFolder.open(FOLDER));
        }
        data = DataFolder.open(FOLDER);
        server = EmbeddedPostgres.start(data, 8123);
    }

    @AfterAll
    static void stop() {
        server.close();
        EmbeddedPostgres.erase(data);
        assertThat(FOLDER).doesNotExist();
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_with_who_runs_already() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(DataFolder.open(FOLDER)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("already running on this data folder (process "
                        + ProcessHandle.current().pid() + ", http port 8123)");
    }

    @Test
    void data_of_a_running_lantern_is_not_erased() {
        assertThatThrownBy(() -> EmbeddedPostgres.erase(data)).hasMessageContaining("already running");
    }

    @Test
    void another_process_finds_the_port_of_the_running_server() {
        assertThat(EmbeddedPostgres.portOfRunning(data)).contains(server.port());
    }

    @Test
    void what_is_acknowledged_is_on_disk() throws SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(ask("show " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void only_this_machine_can_connect() throws IOException {
        var addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
                .toList();
        for (var address : addresses) {
            try (var socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, server.port()), 2000))
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(portOf("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(portOf("unix_socket_directories")).isEmpty();
    }

    @Test
    void every_way_in_asks_for_a_password_by_scram() throws SQLException {
        assertThat(ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", "guess"))
                .hasMessageContaining("password authentication failed");
        assertThat(ask("select left(rolpassword, 13) from pg_authid where rolname = 'postgres'"))
                .isEqualTo("SCRAM-SHA-256");
    }

    @Test
    void the_password_is_readable_by_its_owner_only() throws IOException {
        var file = data.secrets().resolve("postgres-superuser");
        assertThat(Files.getPosixFilePermissions(file))
                .hasSize(2)
                .allMatch(it -> it.name().startsWith("OWNER_"));
        assertThat(Files.getPosixFilePermissions(data.secrets()))
                .allMatch(it -> it.name().startsWith("OWNER_"));
    }

    @Test
    void the_server_never_runs_as_root() throws IOException {
        assertThat(Files.getAttribute(Path.of("/proc", String.valueOf(server.process())), "unix:uid"))
                .isNotEqualTo(0);
    }

    @Test
    void its_programs_cannot_be_changed_by_others() throws IOException {
        try (var files = Files.walk(Binaries.unpacked())) {
            assertThat(files.filter(it -> !Files.isSymbolicLink(it)))
                    .allSatisfy(
                            it -> assertThat(Files.getPosixFilePermissions(it).toString())
                                    .doesNotContain("OTHERS_WRITE", "GROUP_WRITE"));
        }
    }

    @Test
    void a_killed_server_is_started_again_on_the_same_port_and_keeps_what_was_acknowledged() throws Exception {
        tell("create table if not exists kept (word text)");
        tell("insert into kept values ('acknowledged')");
        var before = server.process();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        while (server.process() == before) {
            Thread.sleep(50);
        }
        assertThat(ask("select word from kept limit 1")).isEqualTo("acknowledged");
    }

    private static String portOf(String setting) {
        try {
            return ask("show " + setting);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"), EmbeddedPostgres.SUPERUSER, server.superuserPassword());
    }
}
