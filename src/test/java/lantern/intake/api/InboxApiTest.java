package lantern.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lantern.intake.IntakeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxApiTest extends IntakeTest {
    private String system;

    @BeforeEach
    void hubsSystem() {
        system = region.token("merrowdale/children", "inbox:write", "episodes:read");
    }

    @Test
    void a_script_chooses_the_child_and_rates_red() {
        var family = family();
        var child = child(family, "Kay", null, false);
        var id = field(post(police, missing(unique(), family, "Kay", null)), "id");
        assertThat(json(get(system, "/api/v1/inbox?waitsFor=identity"))
                        .get("items")
                        .isArray())
                .isTrue();
        var candidates = json(get(system, "/api/v1/inbox/" + id)).get("candidates");
        assertThat(candidates.get(0).get("child").stringValue()).isEqualTo(child.toString());
        assertThat(candidates.get(0).get("probability").doubleValue()).isBetween(0.5, 1.0);
        assertThat(candidates.get(0).get("reasons").get(0).get("words").stringValue())
                .isNotBlank();

        var key = unique();
        var choice = "{\"child\": \"" + child + "\"}";
        var linked = decide(at(id, "link"), choice, "Idempotency-Key", key);
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(200);
        assertThat(json(linked).get("child").stringValue()).isEqualTo(child.toString());
        assertThat(decide(at(id, "link"), choice, "Idempotency-Key", key).body())
                .isEqualTo(linked.body());
        assertThat(decide(at(id, "link"), choice).statusCode()).isEqualTo(409);

        var episode = json(linked).get("followUp").stringValue().replaceAll(".*/", "");
        assertThat(get(system, "/api/v1/missing-episodes/" + episode).statusCode())
                .isEqualTo(200);

        var rated = decide(at(id, "triage"), "{\"rating\": \"red\", \"reason\": \"No contact since noon\"}");
        assertThat(json(rated).get("state").stringValue()).isEqualTo("triaged");
        assertThat(owner("select rating from intake.triage where notification_id = '" + id + "'"))
                .isEqualTo("red");
    }

    @Test
    void every_wrong_field_is_named() {
        var id = field(post(police, missing(unique(), family(), "Kay", null)), "id");
        var wrong = decide(at(id, "triage"), "{\"rating\": \"purple\", \"colour\": 1}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(wrong.body()).contains("\"rating\"", "\"reason\"", "\"colour\"");
        for (var body : new String[] {"{\"child\": 7}", "{\"child\": \"x\"}", "{}", "[]", "{", "", "[".repeat(10_000)})
            assertThat(decide(at(id, "link"), body).statusCode()).as(body).isIn(400, 422);
        var nobody = decide(at(id, "link"), "{\"child\": \"" + UUID.randomUUID() + "\"}");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("\"child\"");
        assertThat(get(system, "/api/v1/inbox?waitsFor=godot").statusCode()).isEqualTo(422);
    }

    @Test
    void only_the_hubs_systems_of_the_authority_decide() {
        var family = family();
        var child = child(family, "Kay", null, false);
        var id = field(post(police, missing(unique(), family, "Kay", null)), "id");
        var choice = "{\"child\": \"" + child + "\"}";
        assertThat(decideAs(police, at(id, "link"), choice).statusCode()).isEqualTo(403);
        var elsewhere = region.token("larkwater/children", "inbox:write");
        assertThat(decideAs(elsewhere, at(id, "link"), choice).statusCode()).isIn(404, 422);
        assertThat(get(elsewhere, "/api/v1/inbox/" + id).statusCode()).isEqualTo(404);
        assertThat(count("intake.link where notification_id = '" + id + "'")).isZero();
    }

    private static String at(String id, String noun) {
        return "/api/v1/inbox/" + id + "/" + noun;
    }

    private HttpResponse<String> decide(String path, String body, String... headers) {
        return decideAs(system, path, body, headers);
    }

    private HttpResponse<String> decideAs(String token, String path, String body, String... headers) {
        return send(token, "POST", path, body.getBytes(StandardCharsets.UTF_8), "application/json", headers);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
