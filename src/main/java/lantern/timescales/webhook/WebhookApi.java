package lantern.timescales.webhook;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Idempotency;
import lantern.access.Permission;
import lantern.platform.Refused;
import lantern.platform.web.JsonBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks as a partner's system registers them for its own agency (spec: api.md). */
@RestController
@Transactional
class WebhookApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/api/v1/webhooks";

    private final Access access;
    private final Idempotency idempotency;
    private final Webhooks webhooks;
    private final Clock clock;

    WebhookApi(Access access, Idempotency idempotency, Webhooks webhooks, Clock clock) {
        this.access = access;
        this.idempotency = idempotency;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    record Registered(UUID id, String url, List<String> events, String secret) {}

    @PostMapping(PATH)
    ResponseEntity<String> register(
            JsonBody body, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var actor = access.require(Permission.MANAGE_WEBHOOKS);
        var answer = idempotency.once(key, "POST " + PATH, body.bytes(), () -> {
            var asked = tree(body.bytes());
            var events = new ArrayList<String>();
            for (var each : asked.path("events")) events.add(each.asString(""));
            var url = asked.path("url").asString("");
            var id = webhooks.register(actor, url, events, clock.instant());
            return new Idempotency.Answer(
                    201,
                    Map.of(),
                    JSON.writeValueAsString(new Registered(id, url.strip(), events, webhooks.secret(id))));
        });
        return ResponseEntity.status(answer.status())
                .contentType(APPLICATION_JSON)
                .body(answer.body());
    }

    record Listed(List<Known> webhooks) {}

    record Known(UUID id, String url, List<String> events, boolean ended) {}

    /** Those of the client's agency. */
    @GetMapping(PATH)
    Listed all() {
        access.require(Permission.MANAGE_WEBHOOKS);
        return new Listed(webhooks.all().stream()
                .map(each -> new Known(each.id(), each.url(), each.events(), each.ended()))
                .toList());
    }

    private static JsonNode tree(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            if (tree.isObject()) return tree;
        } catch (JacksonException e) {
            // said below
        }
        throw Refused.unreadable("Send one JSON object in UTF-8");
    }
}
