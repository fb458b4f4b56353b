package lantern.intake.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lantern.intake.IntakeTest;
import org.junit.jupiter.api.Test;

class NotificationApiTest extends IntakeTest {

    @Test
    void a_notification_is_answered_with_its_id_and_can_be_asked_for() {
        var body = missing(unique(), "Quillfeather", "Odd", null);
        var answer = post(police, body);
        assertThat(answer.statusCode()).isEqualTo(201);
        var id = field(answer, "id");
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/notifications/" + id);
        assertThat(field(answer, "receivedAt")).isNotBlank();
        assertThat(owner("select raw from intake.notification where id = '" + id + "'"))
                .isEqualTo(body);
        var state = get(police, "/api/v1/notifications/" + id);
        assertThat(state.statusCode()).isEqualTo(200);
        assertThat(field(state, "state")).isEqualTo("received");
        assertThat(get(
                                police,
                                "/api/v1/notifications/" + id,
                                "If-None-Match",
                                state.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void the_same_message_again_is_the_same_notification_and_other_words_are_kept_beside_it() {
        var reference = unique();
        var body = missing(reference, "Quillfeather", "Even", null);
        var first = post(police, body);
        var again = post(police, body);
        var other = post(police, missing(reference, "Quillfeather", "Evan", null));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(field(again, "id")).isEqualTo(field(first, "id"));
        assertThat(field(other, "id")).isEqualTo(field(first, "id"));
        assertThat(count("intake.notification where source_reference = '" + reference + "'"))
                .isEqualTo(1);
        assertThat(count("intake.resend where notification_id = '" + field(first, "id") + "'"))
                .isEqualTo(1);
    }

    @Test
    void fifty_identical_posts_at_once_give_one_row_and_fifty_answers() throws Exception {
        var reference = unique();
        var body = missing(reference, "Quillfeather", "Fifty", null);
        var ids = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = new ArrayList<Callable<HttpResponse<String>>>();
            for (var i = 0; i < 50; i++) posts.add(() -> post(police, body));
            for (var answer : threads.invokeAll(posts)) {
                assertThat(answer.get().statusCode()).isIn(200, 201);
                ids.add(field(answer.get(), "id"));
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(count("intake.notification where source_reference = '" + reference + "'"))
                .isEqualTo(1);
        assertThat(count("timescales.timescale where subject_id = '"
                        + ids.iterator().next() + "'"))
                .isEqualTo(1);
    }

    @Test
    void one_key_has_one_answer_and_refuses_another_request() {
        var key = "key-" + unique();
        var body = missing(unique(), "Quillfeather", "Key", null);
        var first = post(police, body, "Idempotency-Key", key);
        var again = post(police, body, "Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(post(police, missing(unique(), "Other", "Key", null), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void every_wrong_field_is_named_and_the_exact_bytes_are_kept() {
        var body = "{\"source\":\"x\", \"kind\":\"lost\", \"child\":{\"dateOfBirth\":\"0002-01-01\"}, \"extra\":\""
                + unique() + "\"}";
        var answer = post(police, body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"sourceReference\"",
                        "\"kind\"",
                        "\"reportedAt\"",
                        "\"child.familyName\"",
                        "\"child.dateOfBirth\"",
                        "\"extra\"");
        var id = field(answer, "quarantineId");
        assertThat(owner("select convert_from(raw, 'UTF8') from intake.quarantine where id = '" + id + "'"))
                .isEqualTo(body);
        assertThat(field(get(police, "/api/v1/notifications/" + id), "state")).isEqualTo("quarantined");
        assertThat(field(post(police, body), "quarantineId"))
                .as("the same bytes wait once")
                .isEqualTo(id);
    }

    @Test
    void what_is_no_json_is_answered_and_kept_and_nothing_breaks() {
        for (var body :
                new String[] {"{\"source\": ", "[".repeat(10_000), "{} {}", "", "\u0000", "\"\\ud800\"", "[]"}) {
            var answer = post(police, body);
            assertThat(answer.statusCode()).as(body).isIn(400, 422);
            assertThat(answer.body()).contains("quarantineId").doesNotContain("Exception");
        }
        var latin = send(
                police,
                "POST",
                "/api/v1/notifications",
                "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
                "application/json");
        assertThat(latin.statusCode()).isEqualTo(400);
    }

    @Test
    void five_megabytes_and_other_kinds_of_content_are_refused() {
        var big = ("{\"source\":\"" + "x".repeat(5_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var answer = send(police, "POST", "/api/v1/notifications", big, "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var xml = send(police, "POST", "/api/v1/notifications", "<a/>".getBytes(StandardCharsets.UTF_8), "text/xml");
        assertThat(xml.statusCode()).isEqualTo(415);
    }

    @Test
    void only_the_senders_agency_reads_it_back() {
        var id = field(post(police, missing(unique(), "Quillfeather", "Mine", null)), "id");
        for (var token : new String[] {
            region.token("merrowdale/health", "notifications:write"),
            region.token("larkwater/police", "notifications:write")
        }) {
            var answer = get(token, "/api/v1/notifications/" + id);
            assertThat(answer.statusCode()).isEqualTo(404);
            var nothing = UUID.randomUUID().toString();
            assertThat(answer.body().replace(id, "it"))
                    .isEqualTo(get(token, "/api/v1/notifications/" + nothing)
                            .body()
                            .replace(nothing, "it"));
        }
        assertThat(get(police, "/api/v1/notifications/none").statusCode()).isEqualTo(404);
    }

    @Test
    void without_a_live_token_or_its_scope_nothing_is_taken() {
        var body = missing(unique(), "Quillfeather", "Nobody", null);
        assertThat(post("lt_nobody", body).statusCode()).isEqualTo(401);
        assertThat(post(region.token("merrowdale/police", "children:read"), body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(count("intake.notification where raw = '" + body.replace("'", "''") + "'"))
                .isZero();
    }

    @Test
    void a_message_of_another_agency_with_the_same_reference_is_another_notification() {
        var body = missing(unique(), "Quillfeather", "Both", null);
        var other = region.token("merrowdale/health", "notifications:write");
        assertThat(UUID.fromString(field(post(police, body), "id")))
                .isNotEqualTo(UUID.fromString(field(post(other, body), "id")));
    }
}
