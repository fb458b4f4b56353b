package lantern.access.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A connected system from its first token to its last, and how many calls it may make. */
class ClientsTest extends ServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Clients clients;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_renewed_token_works_at_once_while_the_old_one_goes_on_and_a_revoked_one_is_refused_at_once()
            throws Exception {
        var client = added(null);
        var first = issued(client, null);
        assertThat(call(first).statusCode()).isEqualTo(200);
        var old = as(() -> clients.find(client)).orElseThrow().tokens().getFirst();
        var second = issued(client, old.id());
        assertThat(call(second).statusCode()).isEqualTo(200);
        assertThat(call(first).statusCode()).isEqualTo(200);
        var tokens = as(() -> clients.find(client)).orElseThrow().tokens();
        assertThat(tokens).hasSize(2);
        var stillOld = tokens.stream()
                .filter(it -> it.id().equals(old.id()))
                .findFirst()
                .orElseThrow();
        assertThat(stillOld.expires()).isBefore(clock.instant().plusSeconds(8 * 86_400));
        as(() -> {
            clients.revoke(old.id());
            return true;
        });
        assertThat(call(first).statusCode()).isEqualTo(401);
        assertThat(call(second).statusCode()).isEqualTo(200);
        assertThat(database.owner()
                        .sql("select act from audit.entry where subject_id = :id order by at")
                        .param("id", client)
                        .query(String.class)
                        .list())
                .containsExactly("client.added", "token.issued", "token.rotated", "token.revoked");
    }

    @Test
    void nobody_gives_a_scope_that_reaches_further_than_they_do_or_to_another_agencys_system() {
        var client = added(null);
        assertThatThrownBy(() -> as(() -> clients.issue(client, List.of("inbox:write"), 30, null, 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("from the list");
        assertThatThrownBy(() -> as(() -> {
                    clients.keep(Ids.next(), region.agency("merrowdale/police"), "Not mine", null);
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void too_many_calls_are_answered_with_429_and_when_to_come_again_whichever_instance_is_asked() throws Exception {
        var token = issued(added(2), null);
        assertThat(call(token).statusCode()).isEqualTo(200);
        assertThat(call(token).statusCode()).isEqualTo(200);
        var refused = call(token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers()
                        .firstValue("Retry-After")
                        .map(Integer::valueOf)
                        .orElseThrow())
                .isBetween(1, 30);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(refused.body()).contains("\"status\":429").contains("Retry-After");
        var otherInstance = new lantern.access.limits.AnotherInstance(database.app());
        assertThat(otherInstance.take(token)).isPositive();
        var other = issued(added(null), null);
        assertThat(call(other).statusCode())
                .as("another system is not held back")
                .isEqualTo(200);
        assertThat(otherInstance.take(other)).isZero();
    }

    private UUID added(@org.jspecify.annotations.Nullable Integer perMinute) {
        var id = Ids.next();
        as(() -> {
            clients.keep(id, region.agency("merrowdale/children"), "Case system " + id, perMinute);
            return true;
        });
        return id;
    }

    private String issued(UUID client, @org.jspecify.annotations.Nullable UUID replaces) {
        return as(() -> clients.issue(client, List.of("timescales:read"), 30, replaces, 7));
    }

    private <T> T as(Supplier<T> work) {
        var once = new TransactionTemplate(transactions);
        return Bearer.with(
                region.session("merrowdale", "administrator"), "test", () -> once.execute(status -> work.get()));
    }

    private HttpResponse<String> call(String token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url("/api/v1/timescales")))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
