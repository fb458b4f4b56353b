package lantern.missing.api;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.access.Access;
import lantern.access.Idempotency;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.interview.InterviewQueries;
import lantern.missing.interview.InterviewView;
import lantern.missing.interview.Interviews;
import lantern.missing.interview.Narrative;
import lantern.missing.referral.Referrals;
import lantern.platform.Refused;
import lantern.platform.web.JsonBody;
import lantern.platform.web.JsonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Return interviews for the provider's own system (spec: api.md). */
@RestController
@Transactional
@RequestMapping("/api/v1/return-interviews")
class InterviewApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 100;
    private static final List<String> KINDS = List.of("offered", "attempt", "accepted", "appointment");
    private static final List<String> HOW = List.of("phone", "visit", "letter", "text", "email", "school", "other");
    private static final List<String> METHODS = List.of("face-to-face", "telephone", "video");
    private static final List<String> OUTCOMES = List.of("held", "declined", "could-not-be-done", "covered-by-another");

    private final InterviewQueries queries;
    private final Interviews interviews;
    private final Referrals referrals;
    private final EpisodeRows episodes;
    private final Children children;
    private final Idempotency idempotency;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    InterviewApi(
            InterviewQueries queries,
            Interviews interviews,
            Referrals referrals,
            EpisodeRows episodes,
            Children children,
            Idempotency idempotency,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.queries = queries;
        this.interviews = interviews;
        this.referrals = referrals;
        this.episodes = episodes;
        this.children = children;
        this.idempotency = idempotency;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(
            @RequestParam(required = false) @Nullable UUID episode,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor) {
        access.require(Permission.READ_INTERVIEW);
        if (state != null && !List.of("open", "resolved").contains(state))
            throw new Refused("Send open or resolved", "state");
        var after = Cursor.of(cursor);
        var found = queries.list(episode, state, after.at(), after.id(), PAGE + 1);
        var items = found.size() > PAGE ? found.subList(0, PAGE) : found;
        if (!items.isEmpty())
            ledger.looked(items.stream().map(InterviewView::child).distinct().toList(), "return-interviews");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", items.stream().map(InterviewApi::item).toList());
        if (found.size() > PAGE) {
            var last = items.getLast();
            answer.put("next", new Cursor(last.referredAt(), last.id()).text());
        }
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(JSON.writeValueAsString(answer));
    }

    /** One interview with every rating, contact and copy of the feedback form, and what was answered to its recommendations. */
    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable UUID id) {
        access.require(Permission.READ_INTERVIEW);
        var whole = queries.whole(id);
        ledger.look(whole.interview().child(), "identity", "episode");
        return ResponseEntity.ok()
                .contentType(APPLICATION_JSON)
                .body(JSON.writeValueAsString(InterviewAnswer.of(item(whole.interview()), whole)));
    }

    /** A referral by hand; a child who waits for an interview already is not referred twice. */
    @PostMapping
    ResponseEntity<String> refer(JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.REFER_INTERVIEW);
        return once("", body, headers, 201, () -> {
            var fields = JsonFields.of(body.bytes(), clock.instant());
            var id = fields.id("episode");
            fields.check();
            var episode = episodes.lock(id);
            if (!(episode instanceof Episode.Returned || episode instanceof Episode.Located))
                throw new Refused(
                        "An interview is referred when the child was found and the episode is not closed", "episode");
            var child = children.find(episode.child()).orElseThrow(Refused::notFound);
            return referrals.refer(child, id, referrals.providerOrRefuse(), clock.instant());
        });
    }

    @PostMapping("/{id}/contacts")
    ResponseEntity<String> contact(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.WRITE_INTERVIEW);
        return once("/" + id + "/contacts", body, headers, 201, () -> {
            var fields = JsonFields.of(body.bytes(), clock.instant());
            var contact = new InterviewView.Contact(
                    fields.choice("kind", KINDS),
                    fields.choice("how", HOW),
                    Objects.requireNonNullElse(fields.optional("words"), ""),
                    fields.time("happenedAt"),
                    null);
            fields.check();
            interviews.contact(id, contact);
            return id;
        });
    }

    @PostMapping("/{id}/outcome")
    ResponseEntity<String> outcome(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.WRITE_INTERVIEW);
        return once("/" + id + "/outcome", body, headers, 200, () -> {
            var fields = JsonFields.of(body.bytes(), clock.instant());
            var outcome = fields.choice("outcome", OUTCOMES);
            var at = fields.time("happenedAt");
            if (outcome.equals("held")) {
                var held = new Interviews.Held(
                        at,
                        fields.text("where"),
                        fields.text("heldBy"),
                        fields.yes("independent"),
                        fields.choice("method", METHODS),
                        fields.optional("othersPresent"));
                var narrative = new Narrative(
                        said(fields, "before"),
                        said(fields, "during"),
                        said(fields, "after"),
                        said(fields, "ownWords"),
                        said(fields, "recommendations"));
                fields.check();
                interviews.held(id, held, narrative);
            } else {
                var reason = fields.text("reason");
                fields.check();
                interviews.notHeld(id, outcome, reason, at);
            }
            return id;
        });
    }

    private static String said(JsonFields fields, String name) {
        return Objects.requireNonNullElse(fields.optional(name), "");
    }

    private ResponseEntity<String> once(
            String path, JsonBody body, HttpHeaders headers, int status, Supplier<UUID> work) {
        var address = "POST /api/v1/return-interviews" + path;
        var answer = idempotency.once(headers.getFirst("Idempotency-Key"), address, body.bytes(), () -> {
            var id = work.get();
            return new Idempotency.Answer(
                    status,
                    Map.of(HttpHeaders.LOCATION, "/api/v1/return-interviews/" + id),
                    JSON.writeValueAsString(item(queries.interview(id))));
        });
        var response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.contentType(APPLICATION_JSON).body(answer.body());
    }

    /** Never what the child said: that is read on the page, by few. */
    private static Map<String, @Nullable Object> item(InterviewView it) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("id", it.id());
        item.put("child", Map.of("id", it.child(), "reference", it.childReference()));
        item.put("provider", it.provider());
        item.put("referredAt", it.referredAt());
        item.put("triage", it.triage());
        item.put("acceptedAt", it.acceptedAt());
        item.put("outcome", it.outcome());
        item.put("outcomeAt", it.outcomeAt());
        item.put("reason", it.reason());
        item.put("method", it.method());
        item.put("independent", it.independent());
        return item;
    }
}
