package lantern.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.ServerTest;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Bearer;
import lantern.children.Children;
import lantern.children.NewChild;
import lantern.intake.linking.Decisions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What tests of intake share: a police system that posts, people of the hub, and children on the register. */
public abstract class IntakeTest extends ServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static long number;

    @Autowired
    protected Access access;

    @Autowired
    protected JdbcClient db;

    @Autowired
    protected Children children;

    @Autowired
    protected Decisions decisions;

    @Autowired
    protected PlatformTransactionManager transactions;

    protected String police;
    protected String hub;

    @BeforeEach
    void senders() {
        if (police == null) {
            police = region.token("merrowdale/police", "notifications:write");
            hub = region.session("merrowdale", "hub-worker");
        }
    }

    protected static String unique() {
        return "R" + UUID.randomUUID();
    }

    /** A family name that no other test uses, so that no other child is like this one. */
    protected static String family() {
        var letters = new StringBuilder();
        for (var left = ++number + System.nanoTime() % 1_000_000 * 1_000; left > 0; left /= 20)
            letters.append("bcdfghjklmnpqrstvwxz".charAt((int) (left % 20))).append("aeiou".charAt((int) (left % 5)));
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }

    protected static String missing(String reference, String family, String given, String identifier) {
        return notification("missing", reference, family, given, identifier, "");
    }

    protected static String notification(
            String kind, String reference, String family, String given, String identifier, String more) {
        var identifiers = identifier == null ? "" : ", \"identifiers\": {\"policeNominal\": \"" + identifier + "\"}";
        return """
                {"source": "merrow-police", "sourceReference": "%s", "kind": "%s", "reportedAt": "%s",
                 "child": {"familyName": "%s", "givenNames": "%s", "dateOfBirth": "2012-03-04"%s}%s}
                """.formatted(reference, kind, clock.instant().minusSeconds(600), family, given, identifiers, more);
    }

    protected UUID child(String family, String given, String identifier, boolean allocated) {
        var child = as(
                hub,
                actor -> children.register(
                        new NewChild(
                                family,
                                given,
                                null,
                                java.time.LocalDate.of(2012, 3, 4),
                                false,
                                "female",
                                null,
                                null,
                                identifier == null
                                        ? java.util.Map.of()
                                        : java.util.Map.of("police-nominal", identifier),
                                java.util.List.of(),
                                java.util.List.of()),
                        actor.id(),
                        clock.instant()));
        if (allocated) allocate(child);
        return child;
    }

    private void allocate(UUID child) {
        var allocation = UUID.randomUUID();
        database.owner()
                .sql("""
                        insert into children.allocation (authority_id, id, child_id, person_id, team_id, starts_at, recorded_by)
                        values (?, ?, ?, ?, ?, now(), ?)
                        """)
                .params(
                        region.authority("merrowdale"),
                        allocation,
                        child,
                        region.person("merrowdale", "social-worker"),
                        region.team("merrowdale/north"),
                        region.person("merrowdale", "hub-worker"))
                .update();
        database.owner()
                .sql("""
                        insert into access.involvement (authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at)
                        values (?, ?, ?, ?, ?, 'allocation', ?, now())
                        """)
                .params(
                        region.authority("merrowdale"),
                        UUID.randomUUID(),
                        child,
                        region.agency("merrowdale/children"),
                        region.team("merrowdale/north"),
                        allocation)
                .update();
    }

    protected interface Work<T> {
        T as(Actor actor);
    }

    /** One transaction as the holder of the token. */
    protected <T> T as(String token, Work<T> work) {
        Supplier<T> once = () -> new TransactionTemplate(transactions).execute(status -> work.as(access.actor()));
        return Bearer.with(token, "test", once);
    }

    protected HttpResponse<String> post(String token, String body, String... headers) {
        return send(
                token,
                "POST",
                "/api/v1/notifications",
                body.getBytes(StandardCharsets.UTF_8),
                "application/json",
                headers);
    }

    protected HttpResponse<String> get(String token, String path, String... headers) {
        return send(token, "GET", path, new byte[0], null, headers);
    }

    protected HttpResponse<String> send(
            String token, String method, String path, byte[] body, String type, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + token);
        if (type != null) request.header("Content-Type", type);
        if (headers.length > 0) request.headers(headers);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static String field(HttpResponse<String> answer, String name) {
        var node = JSON.readTree(answer.body()).get(name);
        if (node == null) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return node.asString();
    }

    protected static long count(String from) {
        return database.superuser()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    protected static String owner(String sql) {
        return database.superuser().sql(sql).query(String.class).optional().orElse(null);
    }

    protected static Instant now() {
        return clock.instant();
    }
}
