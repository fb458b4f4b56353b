package lantern.missing.api;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import lantern.access.Access;
import lantern.access.Idempotency;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.episode.Episodes;
import lantern.missing.episode.Told;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import lantern.missing.record.EpisodeQueries;
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

/** Missing episodes for partners' systems (spec: api.md). Every change may say which version it is of (If-Match). */
@RestController
@Transactional
@RequestMapping("/api/v1/missing-episodes")
class EpisodeApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> STATES = List.of("open", "located", "returned", "closed", "merged", "void");
    private static final List<String> HARM = List.of("suffered", "suspected", "none-known");
    private static final List<String> WHO =
            Arrays.stream(Told.values()).map(each -> each.code).toList();
    private static final List<String> KINDS =
            List.of("step", "discussion", "support", "concern", "duty-plan", "safe-and-well-check", "visit");

    private final EpisodeList list;
    private final EpisodeQueries queries;
    private final EpisodeRows rows;
    private final Episodes episodes;
    private final EpisodeLog log;
    private final Idempotency idempotency;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    EpisodeApi(
            EpisodeList list,
            EpisodeQueries queries,
            EpisodeRows rows,
            Episodes episodes,
            EpisodeLog log,
            Idempotency idempotency,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.list = list;
        this.queries = queries;
        this.rows = rows;
        this.episodes = episodes;
        this.log = log;
        this.idempotency = idempotency;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String updatedSince,
            @RequestParam(required = false) @Nullable String cursor) {
        access.require(Permission.READ_EPISODE);
        if (state != null && !STATES.contains(state))
            throw new Refused("Send one of: " + String.join(", ", STATES), "state");
        var since = time(updatedSince, "updatedSince");
        var found =
                list.page(new EpisodeList.Wanted(state, time(from, "from"), time(to, "to"), since, Cursor.of(cursor)));
        var items = found.size() > EpisodeList.PAGE ? found.subList(0, EpisodeList.PAGE) : found;
        if (!items.isEmpty())
            ledger.looked(
                    items.stream().map(each -> each.child().id()).distinct().toList(), "missing-episodes");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", items);
        if (found.size() > EpisodeList.PAGE) {
            var last = items.getLast();
            answer.put("next", new Cursor(since == null ? last.missingSince() : last.updatedAt(), last.id()).text());
        }
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(JSON.writeValueAsString(answer));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable UUID id) {
        access.require(Permission.READ_EPISODE);
        var item = list.one(id);
        ledger.look(item.child().id(), "identity", "episode");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("episode", item);
        answer.put("log", queries.log(id));
        return ResponseEntity.ok()
                .eTag(version(item))
                .contentType(APPLICATION_JSON)
                .body(JSON.writeValueAsString(answer));
    }

    @PostMapping("/{id}/found")
    ResponseEntity<String> found(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.WRITE_EPISODE);
        return change(id, "found", body, headers, fields -> {
            var found = new Episodes.Found(
                    fields.time("foundAt"), fields.optional("foundPlace"), fields.optional("foundBy"), null);
            fields.check();
            episodes.locate(id, found);
        });
    }

    @PostMapping("/{id}/returned")
    ResponseEntity<String> returned(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.WRITE_EPISODE);
        return change(id, "returned", body, headers, fields -> {
            var back = new Episodes.Return(
                    fields.time("returnedAt"),
                    fields.text("returnedTo"),
                    fields.optionalChoice("harm", HARM),
                    fields.optional("harmNote"),
                    null);
            fields.check();
            episodes.comeBack(id, back);
        });
    }

    @PostMapping("/{id}/steps")
    ResponseEntity<String> step(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.WRITE_EPISODE);
        return change(id, "steps", body, headers, fields -> {
            var kind = fields.optionalChoice("kind", KINDS);
            var entry = Entry.of(
                    Entry.Kind.of(kind == null || kind.isEmpty() ? "step" : kind),
                    fields.text("words"),
                    fields.time("happenedAt"));
            fields.check();
            log.record(id, entry);
        });
    }

    @PostMapping("/{id}/informed")
    ResponseEntity<String> informed(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.WRITE_EPISODE);
        return change(id, "informed", body, headers, fields -> {
            var who = fields.choice("who", WHO);
            var of = fields.optionalChoice("of", List.of("absence", "return"));
            var words = fields.text("words");
            var at = fields.time("happenedAt");
            fields.check();
            log.record(
                    id,
                    "return".equals(of)
                            ? Entry.informedOfReturn(Told.of(who), words, at)
                            : Entry.informed(Told.of(who), words, at));
        });
    }

    @PostMapping("/{id}/strategy-meetings")
    ResponseEntity<String> meeting(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.WRITE_EPISODE);
        return change(id, "strategy-meetings", body, headers, fields -> {
            var meeting = Entry.of(Entry.Kind.STRATEGY_MEETING, fields.text("words"), fields.time("heldAt"));
            fields.check();
            log.record(id, meeting);
        });
    }

    @PostMapping("/{id}/closure")
    ResponseEntity<String> close(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        access.require(Permission.CLOSE_EPISODE);
        return change(id, "closure", body, headers, fields -> {
            var review = fields.text("review");
            fields.check();
            episodes.close(id, review);
        });
    }

    /** Locks first, so that the version compared is the one changed. */
    private ResponseEntity<String> change(
            UUID id, String noun, JsonBody body, HttpHeaders headers, Consumer<JsonFields> work) {
        var path = "POST /api/v1/missing-episodes/" + id + "/" + noun;
        var answer = idempotency.once(headers.getFirst("Idempotency-Key"), path, body.bytes(), () -> {
            rows.lock(id);
            var expected = headers.getFirst(HttpHeaders.IF_MATCH);
            if (expected != null && !expected.equals("*") && !expected.equals(version(list.one(id))))
                return new Idempotency.Answer(412, Map.of(), CHANGED);
            work.accept(JsonFields.of(body.bytes(), clock.instant()));
            var now = list.one(id);
            return new Idempotency.Answer(200, Map.of(HttpHeaders.ETAG, version(now)), JSON.writeValueAsString(now));
        });
        var response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.contentType(
                        answer.status() < 400
                                ? APPLICATION_JSON
                                : org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.body());
    }

    private static final String CHANGED = """
            {"type":"about:blank","title":"Somebody else changed this episode first","status":412,"detail":"Get it again and decide with what it says now","errors":[{"field":"If-Match","message":"This is not the version that is kept"}]}""";

    private static String version(EpisodeList.Item item) {
        return "\""
                + Long.toHexString(item.updatedAt().getEpochSecond() * 1_000_000
                        + item.updatedAt().getNano() / 1000) + "\"";
    }

    private static @Nullable Instant time(@Nullable String text, String field) {
        if (text == null || text.isBlank()) return null;
        try {
            // A plus sign that was not escaped arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refused("Send a time with its offset, such as 2026-03-27T18:00:00Z", field);
        }
    }
}
