package lantern.timescales.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import lantern.access.Access;
import lantern.access.SystemTokens;
import lantern.audit.Ledger;
import lantern.children.record.PagesTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner's system on this machine that is told what happens. */
class WebhookTest extends PagesTest {
    @Autowired
    Access access;

    @Autowired
    JdbcClient db;

    @Autowired
    Ledger ledger;

    @Autowired
    SystemTokens tokens;

    private record Got(String body, String signature, String delivery) {}

    @Test
    void what_happens_is_told_by_ids_alone_signed_and_again_until_it_is_taken() throws Exception {
        var got = new CopyOnWriteArrayList<Got>();
        var answer = new AtomicInteger(503);
        var server = partner(got, answer);
        try {
            var code = region.another();
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/lantern";
            var mine = webhook(code, "children", url, "triaged-red");
            webhook(code, "police", url, "triaged-red");
            var subject = UUID.randomUUID();
            happened(code, "triaged-red", subject, null);
            happened(code, "triaged-green", UUID.randomUUID(), null);
            var webhooks = new Webhooks(db, ledger, tokens, true);
            sending(webhooks, Duration.ZERO).run();
            sending(webhooks, Duration.ofSeconds(1)).run();
            assertThat(got).as("not again at once").hasSize(1);
            answer.set(200);
            sending(webhooks, Duration.ofMinutes(40)).run();
            sending(webhooks, Duration.ofHours(9)).run();
            assertThat(got).as("once more, and then it was taken").hasSize(2);
            assertThat(got.stream().map(Got::delivery).distinct()).hasSize(1);
            var body = got.getLast().body();
            assertThat(body)
                    .contains("\"event\":\"triaged-red\"", "\"subject\":\"" + subject + "\"", "\"authority\":\"" + code)
                    .doesNotContain("child", "name");
            var at = Long.parseLong(got.getLast().signature().replaceAll("t=(\\d+),.*", "$1"));
            assertThat(got.getLast().signature()).isEqualTo(webhooks.signature(mine, at, body));

            var manager = region.session(code, "hub-manager");
            var page = page(manager, "/webhooks/" + mine);
            assertThat(page.text()).contains("Taken", "Answered 200, 2 tries").contains(webhooks.secret(mine));
            submit(manager, "/webhooks/" + mine, 0, Map.of());
            sending(webhooks, Duration.ofHours(10)).run();
            assertThat(got).as("asked for once more").hasSize(3);
            assertThat(get(region.session(code, "hub-worker"), "/webhooks").statusCode())
                    .isEqualTo(403);
            assertThat(get(region.session("larkwater", "hub-manager"), "/webhooks/" + mine)
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nothing_is_sent_but_to_https_and_not_to_this_machine() throws Exception {
        var manager = region.session("merrowdale", "hub-manager");
        for (var url : List.of(
                "http://partner.example/x",
                "https://127.0.0.1/x",
                "https://localhost:8443",
                "ftp://x",
                "https://u:p@x.example"))
            assertThat(submit(manager, "/webhooks/new", 0, Map.of("url", url, "events", "found"))
                                    .body()
                            + page(manager, "/webhooks/new").text())
                    .as(url)
                    .contains("https://");
        assertThat(database.owner()
                        .sql("select count(*) from timescales.webhook where authority_id = :authority")
                        .param("authority", region.authority("merrowdale"))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static HttpServer partner(List<Got> got, AtomicInteger answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/lantern", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            got.add(new Got(body, headers.getFirst("Lantern-Signature"), headers.getFirst("Lantern-Delivery")));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private WebhookSending sending(Webhooks webhooks, Duration later) {
        return new WebhookSending(access, db, webhooks, Clock.offset(clock, later));
    }

    private static UUID webhook(String code, String agency, String url, String event) {
        var id = UUID.randomUUID();
        database.owner()
                .sql("insert into timescales.webhook (authority_id, id, agency_id, url, events, made_at, made_by)"
                        + " values (:authority, :id, :agency, :url, array[:event], now(), :by)")
                .param("authority", region.authority(code))
                .param("id", id)
                .param("agency", region.agency(code + "/" + agency))
                .param("url", url)
                .param("event", event)
                .param("by", region.person(code, "hub-manager"))
                .update();
        return id;
    }

    private static void happened(
            String code, String event, UUID subject, @org.jspecify.annotations.Nullable UUID child) {
        database.owner()
                .sql(
                        "insert into timescales.happening (authority_id, id, subject_kind, subject_id, child_id, event, happened_at, holding, recorded_at, recorded_by)"
                                + " values (:authority, uuidv7(), 'notification', :subject, :child::uuid, :event, :at::timestamptz, '{}', :at::timestamptz, :by)")
                .param("authority", region.authority(code))
                .param("subject", subject)
                .param("child", child)
                .param("event", event)
                .param("at", clock.instant().toString())
                .param("by", region.person(code, "hub-manager"))
                .update();
    }
}
