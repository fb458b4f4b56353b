package lantern.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lantern.audit.head.Head;
import lantern.children.record.PagesTest;
import lantern.platform.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WitnessTest extends PagesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    List<Job> jobs;

    private record Sent(byte[] body, String key, String signature) {}

    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 503;

    @AfterEach
    void now() {
        clock.release();
    }

    @Test
    void a_witness_is_sent_signed_heads_until_it_has_taken_them_and_its_receipt_is_kept() throws Exception {
        var lead = region.session("larkwater", "governance-lead");
        page(region.session("larkwater", "hub-worker"), "/children?q=C-1000001");
        awaitSealed("larkwater");
        var witness = witness();
        try {
            var name = "Police of the coast " + witness.getAddress().getPort();
            submit(lead, "/ledger/witnesses/new", 0, Map.of("name", name, "url", "ftp://x"));
            assertThat(page(lead, "/ledger/witnesses/new").text())
                    .contains("Give an address that begins with https://");
            var url = "http://127.0.0.1:" + witness.getAddress().getPort() + "/heads";
            submit(lead, "/ledger/witnesses/new", 0, Map.of("name", name, "url", url));
            clock.move(Duration.ofSeconds(1));
            send();
            assertThat(sent).isNotEmpty();
            assertThat(page(lead, "/ledger/witnesses")
                            .select("tr:contains(" + name + ")")
                            .text())
                    .contains("None yet", "It answered 503, 1 time");
            var before = sent.size();
            send();
            assertThat(sent).as("not again at once").hasSize(before);

            status = 200;
            clock.move(Duration.ofMinutes(21));
            send();
            var last = sent.getLast();
            var body = JSON.readTree(last.body());
            var pem = body.get("keys").get(last.key()).asString().replaceAll("-----[^-]+-----", "");
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(last.body());
            assertThat(signature.verify(HexFormat.of().parseHex(last.signature())))
                    .isTrue();
            var first = JSON.treeToValue(body.get("heads").get(0), Head.class);
            signature.initVerify(key);
            signature.update(first.promise());
            assertThat(signature.verify(HexFormat.of().parseHex(first.signature())))
                    .isTrue();
            var row = page(lead, "/ledger/witnesses")
                    .select("tr:contains(" + name + ")")
                    .text();
            assertThat(row).contains("None").doesNotContain("None yet", "503");
            assertThat(answer(name)).isEqualTo("kept by the coast police");
            submit(lead, "/ledger/witnesses", form(lead, name), Map.of());
            assertThat(page(lead, "/ledger/witnesses").text()).doesNotContain(name);
        } finally {
            witness.stop(0);
        }
    }

    @Test
    void a_connected_system_fetches_heads_and_says_which_it_holds() throws Exception {
        page(region.session("merrowdale", "hub-worker"), "/children?q=C-1000001");
        awaitSealed("merrowdale");
        var answer = api("merrowdale/police", "/api/v1/ledger/heads", "ledger:witness");
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = JSON.readTree(answer.body());
        assertThat(body.get("authority").asString()).isEqualTo("merrowdale");
        var head = JSON.treeToValue(body.get("heads").get(0), Head.class);
        assertThat(head.number()).isEqualTo(1);
        assertThat(head.authority()).isEqualTo(region.authority("merrowdale"));
        assertThat(body.get("keys").propertyNames()).contains(head.key());
        assertThat(JSON.readTree(api("merrowdale/police", "/api/v1/ledger/heads?after=1", "ledger:witness")
                                .body())
                        .get("heads")
                        .valueStream()
                        .map(each -> each.get("number").asLong()))
                .doesNotContain(1L);
        assertThat(api("merrowdale/police", "/api/v1/ledger/heads", "children:read")
                        .statusCode())
                .isEqualTo(403);
        assertThat(receipt(head.number(), head.hash()).get("agrees").asBoolean())
                .isTrue();
        assertThat(receipt(head.number(), "0".repeat(64)).get("agrees").asBoolean())
                .isFalse();
        assertThat(page(region.session("merrowdale", "governance-lead"), "/ledger/witnesses")
                        .text())
                .contains("merrowdale/police test client", "It holds another head than this ledger has");
    }

    private JsonNode receipt(long number, String hash) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(url("/api/v1/ledger/receipts")))
                .header("Authorization", "Bearer " + region.token("merrowdale/police", "ledger:witness"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"number\":%d,\"hash\":\"%s\"}".formatted(number, hash)))
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var answer = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return JSON.readTree(answer.body());
        }
    }

    private HttpServer witness() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/heads", exchange -> {
            sent.add(new Sent(
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestHeaders().getFirst("Lantern-Key"),
                    exchange.getRequestHeaders().getFirst("Lantern-Signature")));
            var answer = "kept by the coast police".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void send() {
        jobs.stream().filter(each -> each.name().equals("audit-witness")).forEach(Job::run);
    }

    private int form(String lead, String name) throws Exception {
        var forms = page(lead, "/ledger/witnesses").select("form[method=post]").not("form[action*=sign-out]");
        for (var i = 0; i < forms.size(); i++) if (forms.get(i).text().contains(name)) return i;
        throw new AssertionError("No form for " + name);
    }

    private static String answer(String name) {
        return database.superuser()
                .sql(
                        "select r.answer from audit.receipt r join audit.witness w on w.id = r.witness_id where w.name = :name order by r.received_at desc limit 1")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static void awaitSealed(String authority) {
        var sql = "select exists (select from audit.seal where authority_id = :authority)";
        while (!database.superuser()
                .sql(sql)
                .param("authority", region.authority(authority))
                .query(Boolean.class)
                .single()) Thread.onSpinWait();
    }
}
