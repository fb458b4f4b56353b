package lantern.intake.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lantern.intake.IntakeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's faulty or hostile system may send (issue: "Bad input"): a sentence for each fault, nothing lost, nothing broken. */
class BadInputTest extends IntakeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"text\"",
                "[]",
                "{",
                "{\"source\": }",
                "{\"source\": \"x\"} trailing",
                "{'source': 'x'}",
                "{\"source\": NaN}",
                "\u0000",
                "{\"a\": 1e999999999}",
                "{\"source\": \"\\ud800\"}",
                "{\"source\": \"x\", \"source\": \"y\"}"
            })
    void what_is_no_notification_is_answered_and_kept_as_it_came(String body) {
        kept(post(police, body), body);
    }

    @Test
    void ten_thousand_nested_arrays_are_answered_and_kept() {
        for (var body : new String[] {
            "[".repeat(10_000) + "]".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "{\"source\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}"
        }) kept(post(police, body), body);
    }

    @Test
    void every_wrong_type_and_every_unknown_field_is_named() {
        var body = """
                {"source": 1, "sourceReference": {}, "kind": ["missing"], "occurredAt": true, "reportedAt": 20260101, "colour": "red",
                 "reporter": "Ola", "child": {"familyName": [], "dateOfBirth": 2012, "identifiers": "x", "addresses": {}, "phones": "0", "shoe": 3},
                 "missing": {"outOfCharacter": "yes", "risk": "purple", "concerns": "none"}, "found": 0}
                """;
        var answer = post(police, body);
        kept(answer, body);
        assertThat(answer.statusCode()).isEqualTo(422);
        for (var field : new String[] {
            "source",
            "sourceReference",
            "kind",
            "occurredAt",
            "reportedAt",
            "colour",
            "reporter",
            "child.familyName",
            "child.dateOfBirth",
            "child.identifiers",
            "child.addresses",
            "child.phones",
            "child.shoe",
            "missing.outOfCharacter",
            "missing.risk",
            "missing.concerns",
            "found"
        }) assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void control_characters_are_refused_by_name_and_the_bytes_are_kept() {
        for (var character : new String[] {"\\u0000", "\\u0007", "\\u001b", "\\u009f"}) {
            var body = missing(unique(), family() + character, "Kay", null);
            var answer = post(police, body);
            kept(answer, body);
            assertThat(answer.body())
                    .contains(
                            "child.familyName", "U+00" + character.substring(4).toUpperCase());
        }
    }

    @Test
    void names_of_any_script_and_emoji_are_taken_as_written() {
        for (var name : new String[] {
            "\u05d0\u05d1\u05e8\u05d4\u05dd",
            "\u0645\u062d\u0645\u062f",
            "\ud83d\ude80\ud83d\udc69\u200d\ud83d\ude80",
            "\u202eevil",
            "Zo\u0308e",
            "O'Brien; drop table child --",
            "<script>alert(1)</script>"
        }) {
            var answer = post(police, missing(unique(), name, "Kay", null));
            assertThat(answer.statusCode()).as(name).isEqualTo(201);
            assertThat(owner("select said #>> '{child,familyName}' from intake.notification where id = '"
                            + field(answer, "id") + "'"))
                    .isEqualTo(name);
        }
    }

    @Test
    void impossible_times_are_refused_by_name() {
        for (var time : new String[] {
            "0002-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "+999999999-12-31T23:59:59Z",
            "-4712-01-01T00:00:00Z",
            "2026-02-30T10:00:00Z",
            "2026-01-01T10:00:00",
            "yesterday"
        }) {
            var body = missing(unique(), family(), "Kay", null)
                    .replaceFirst("\"reportedAt\": \"[^\"]*\"", "\"reportedAt\": \"" + time + "\"");
            var answer = post(police, body);
            kept(answer, body);
            assertThat(answer.body()).as(time).contains("\"reportedAt\"");
        }
        for (var day : new String[] {"0002-01-01", "9999-01-01", "2012-13-01", "01/02/2012"}) {
            var body = missing(unique(), family(), "Kay", null).replace("2012-03-04", day);
            var answer = post(police, body);
            kept(answer, body);
            assertThat(answer.body()).as(day).contains("\"child.dateOfBirth\"");
        }
    }

    @Test
    void five_megabytes_are_refused_and_leave_the_server_well() {
        var big = missing(unique(), family(), "x".repeat(5_000_000), null).getBytes(StandardCharsets.UTF_8);
        var answer = send(police, "POST", "/api/v1/notifications", big, "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        problem(answer);
        assertThat(post(police, missing(unique(), family(), "Kay", null)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_found_report_without_its_missing_report_waits() {
        var answer = post(police, notification("found", unique(), family(), "Kay", null, ""));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(owner("select state from intake.notification where id = '" + field(answer, "id") + "'"))
                .isEqualTo("received");
    }

    @Test
    void a_revoked_token_takes_and_reads_nothing() {
        var token = region.token("merrowdale/police", "notifications:write");
        var id = field(post(token, missing(unique(), family(), "Kay", null)), "id");
        database.superuser()
                .sql(
                        "update access.client_token set revoked_at = now() where token_hash = sha256(convert_to(?, 'UTF8'))")
                .param(token)
                .update();
        var reference = unique();
        var refused = post(token, missing(reference, family(), "Kay", null));
        assertThat(refused.statusCode()).isEqualTo(401);
        problem(refused);
        assertThat(get(token, "/api/v1/notifications/" + id).statusCode()).isEqualTo(401);
        assertThat(count("intake.notification where source_reference = '" + reference + "'"))
                .isZero();
    }

    @Test
    void fifty_identical_faulty_posts_wait_once() throws Exception {
        var body = "{\"source\": \"" + unique() + "\"}";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = new ArrayList<Callable<HttpResponse<String>>>();
            for (var i = 0; i < 50; i++) posts.add(() -> post(police, body));
            for (var answer : threads.invokeAll(posts))
                assertThat(answer.get().statusCode()).isEqualTo(422);
        }
        assertThat(count("intake.quarantine where sha256(raw) = sha256(convert_to('" + body + "', 'UTF8'))"))
                .isEqualTo(1);
    }

    @Test
    void fifty_posts_with_one_key_are_one_notification_and_one_answer() throws Exception {
        var reference = unique();
        var body = missing(reference, family(), "Kay", null);
        var answers = new java.util.HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = new ArrayList<Callable<HttpResponse<String>>>();
            for (var i = 0; i < 50; i++) posts.add(() -> post(police, body, "Idempotency-Key", reference));
            for (var answer : threads.invokeAll(posts))
                answers.add(answer.get().statusCode() + answer.get().body());
        }
        assertThat(answers).hasSize(1).first().asString().startsWith("201");
        assertThat(count("intake.notification where source_reference = '" + reference + "'"))
                .isEqualTo(1);
    }

    private void kept(HttpResponse<String> answer, String body) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        problem(answer);
        assertThat(answer.body()).contains("\"errors\":[{\"field\":");
        var raw = database.superuser()
                .sql("select encode(raw, 'hex') from intake.quarantine where id = ?::uuid")
                .param(field(answer, "quarantineId"))
                .query(String.class)
                .single();
        assertThat(raw).isEqualTo(HexFormat.of().formatHex(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "lantern.", "org.");
    }
}
