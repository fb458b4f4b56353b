package lantern.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lantern.ServerTest;
import org.junit.jupiter.api.Test;

/** Whoever may not is told so, and the ledger has it, also when very many are told at once. */
class RefusalsTest extends ServerTest {
    @Test
    void a_hundred_refusals_at_once_are_each_answered_and_each_in_the_ledger() throws Exception {
        var before = refusals();
        var session = region.session("merrowdale", "administrator");
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(32)) {
            var asked = IntStream.range(0, 100)
                    .mapToObj(n -> threads.submit(() -> client.send(
                                    HttpRequest.newBuilder(URI.create(url("/inbox")))
                                            .header("Cookie", "lantern-session=" + session)
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()))
                    .toList();
            for (var each : asked) assertThat(each.get()).isEqualTo(403);
        }
        assertThat(refusals() - before).isEqualTo(100);
    }

    private static long refusals() {
        return database.superuser()
                .sql("select count(*) from audit.entry where act = 'refused' and actor_id = :person")
                .param("person", region.person("merrowdale", "administrator"))
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
