package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.platform.command.CommandLineRun;
import lantern.platform.data.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application and then its database are killed while notifications come in. What was acknowledged is there, once, with its clocks. */
class CrashTest {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final RunningDemo server = new RunningDemo("crash-test", 8471, 300);
    private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();

    @AfterEach
    void stopTheServer() throws InterruptedException {
        stop.set(true);
        server.close();
    }

    @Test
    void what_was_acknowledged_survives_kill_9_of_the_application_and_of_the_database() throws Exception {
        server.start();
        var owner = server.owner();
        var token = policeToken(owner);
        var children = reports(owner);
        var clients = new ArrayList<Thread>();
        for (var i = 0; i < 6; i++) clients.add(Thread.ofPlatform().start(() -> sendUntilStopped(token, children)));

        awaitAcknowledged(40);
        server.kill();
        var beforeFirst = acknowledged.size();
        server.start();
        awaitAcknowledged(beforeFirst + 40);

        var beforeSecond = acknowledged.size();
        killDatabase(server.owner());
        awaitAcknowledged(beforeSecond + 40);
        stop.set(true);
        for (var client : clients) client.join();

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(120);
        everyOneIsThereOnceWithItsClocksAndItsLedgerEntry(server.owner());
        assertThat(verified()).as("lantern audit verify").isZero();
    }

    private void everyOneIsThereOnceWithItsClocksAndItsLedgerEntry(JdbcClient owner) {
        var sql = """
                select n.source_reference, n.id,
                       (select count(*) from timescales.timescale t where t.authority_id = n.authority_id and t.subject_id = n.id) as clocks,
                       (select count(*) from audit.entry e where e.authority_id = n.authority_id and e.subject_id = n.id and e.act = 'notification.received') as entries,
                       (select count(*) from missing.episode_notification e where e.authority_id = n.authority_id and e.notification_id = n.id) as episodes
                from intake.notification n where n.source = 'crash'
                """;
        record Kept(String reference, UUID id, long clocks, long entries, long episodes) {}
        var kept = owner.sql(sql)
                .query((row, n) -> new Kept(
                        row.getString("source_reference"),
                        row.getObject("id", UUID.class),
                        row.getLong("clocks"),
                        row.getLong("entries"),
                        row.getLong("episodes")))
                .list();
        assertThat(kept).extracting(Kept::reference).doesNotHaveDuplicates();
        var ids = new ConcurrentHashMap<String, UUID>();
        kept.forEach(each -> ids.put(each.reference(), each.id()));
        assertThat(ids).containsAllEntriesOf(acknowledged);
        assertThat(kept).allSatisfy(each -> {
            assertThat(each.clocks()).as("clocks of " + each.reference()).isPositive();
            assertThat(each.entries())
                    .as("ledger entries of " + each.reference())
                    .isEqualTo(1);
            assertThat(each.episodes()).as("episodes of " + each.reference()).isEqualTo(1);
        });
    }

    private int verified() {
        return CommandLineRun.of(
                new Lantern(), "audit", "verify", "--data", server.data().toString());
    }

    private void sendUntilStopped(String token, List<String> children) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        while (!stop.get()) {
            var number = numbers.incrementAndGet();
            var reference = "crash-" + number;
            var body = children.get(number % children.size()).replace("REFERENCE", reference);
            // A sender that hears nothing sends the same message again.
            while (!stop.get() && !acknowledged.containsKey(reference)) {
                send(http, token, reference, body);
            }
        }
    }

    private void send(HttpClient http, String token, String reference, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/notifications")))
                    .timeout(Duration.ofSeconds(15))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var id = ID.matcher(answer.body());
            if ((answer.statusCode() == 201 || answer.statusCode() == 200) && id.find())
                acknowledged.put(reference, UUID.fromString(id.group(1)));
            else Thread.sleep(100);
        } catch (IOException e) {
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAcknowledged(int count) throws InterruptedException {
        var until = System.nanoTime() + RunningDemo.LONGEST_START.toNanos();
        while (acknowledged.size() < count) {
            assertThat(System.nanoTime())
                    .as("waited too long for " + count + " acknowledged notifications")
                    .isLessThan(until);
            Thread.sleep(50);
        }
    }

    private String policeToken(JdbcClient owner) {
        var setup = new Setup(owner, SystemSecret.of(DataFolder.open(server.data())));
        var police = setup.agencyOf("merrowdale/police");
        var client = setup.client(police.authority(), police.agency(), "Crash test", "client", Instant.now());
        return setup.token(police.authority(), client, List.of("notifications:write"), null, Instant.now());
    }

    /** Reports of children in the register, each with a number that makes the match certain. */
    private static List<String> reports(JdbcClient owner) {
        var sql = """
                select c.family_name, c.given_names, c.date_of_birth::text as born, i.value as nhs
                from children.identifier i join children.child c on c.authority_id = i.authority_id and c.id = i.child_id
                join access.authority a on a.id = c.authority_id and a.code = 'merrowdale'
                where i.kind = 'nhs-number' and i.well_formed and c.birth_precision = 'exact'
                """;
        var at = Timestamp.from(Instant.now()).toInstant();
        return owner.sql(sql)
                .query((row, n) ->
                        """
                        {"source":"crash","sourceReference":"REFERENCE","kind":"missing","reportedAt":"%s",
                         "child":{"familyName":"%s","givenNames":"%s","dateOfBirth":"%s","identifiers":{"nhsNumber":"%s"}},
                         "missing":{"lastSeenAt":"%s","missingFrom":"home","classification":"missing"}}
                        """.formatted(at, row.getString(1), row.getString(2), row.getString(3), row.getString(4), at))
                .list();
    }

    private static void killDatabase(JdbcClient owner) {
        // The parent of the process that answers is the postmaster.
        owner.sql("select pg_backend_pid()")
                .query((row, n) -> ProcessHandle.of(row.getLong(1))
                        .flatMap(ProcessHandle::parent)
                        .orElseThrow())
                .single()
                .destroyForcibly();
    }
}
