package lantern.intake.api;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Idempotency;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.intake.adding.AddChild;
import lantern.intake.inbox.InboxPage;
import lantern.intake.inbox.InboxQueries;
import lantern.intake.inbox.NotificationQueries;
import lantern.intake.inbox.Waits;
import lantern.intake.linking.Decisions;
import lantern.intake.notification.Fields;
import lantern.intake.triage.Rating;
import lantern.intake.triage.Response;
import lantern.intake.triage.Triage;
import lantern.platform.Refused;
import lantern.platform.web.JsonBody;
import lantern.platform.web.forms.Form;
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

/** Every change answers with the notification as it stands after it. */
@RestController
@Transactional
@RequestMapping("/api/v1/inbox")
class InboxApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> RATINGS =
            Arrays.stream(Rating.values()).map(Rating::code).toList();
    private static final List<String> RESPONSES =
            Arrays.stream(Response.values()).map(Response::code).toList();

    private final Access access;
    private final Idempotency idempotency;
    private final InboxQueries inbox;
    private final NotificationQueries notifications;
    private final Decisions decisions;
    private final Triage triage;
    private final Ledger ledger;
    private final Clock clock;

    InboxApi(
            Access access,
            Idempotency idempotency,
            InboxQueries inbox,
            NotificationQueries notifications,
            Decisions decisions,
            Triage triage,
            Ledger ledger,
            Clock clock) {
        this.access = access;
        this.idempotency = idempotency;
        this.inbox = inbox;
        this.notifications = notifications;
        this.decisions = decisions;
        this.triage = triage;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(
            @RequestParam(required = false) @Nullable String waitsFor, @RequestParam(defaultValue = "1") int page) {
        var reader = access.require(Permission.READ_INBOX);
        var waits = Waits.of(waitsFor);
        if (waitsFor != null && waits == null)
            throw new Refused("Send one of: identity, rating, found, parked", "waitsFor");
        var counts = inbox.counts(reader);
        var found = InboxPage.of(counts, waits, page, true, false, shown -> inbox.rows(reader, waits, shown));
        var children = found.rows().stream()
                .map(InboxPage.Row::child)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!children.isEmpty()) ledger.looked(children, "inbox");
        return json(InboxAnswers.listed(found));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable UUID id) {
        var reader = access.require(Permission.READ_INBOX);
        return json(InboxAnswers.one(notifications.page(id, reader, Form.EMPTY)));
    }

    @PostMapping("/{id}/link")
    ResponseEntity<String> link(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return change(id, "link", body, headers, actor, fields -> {
            var child = fields.required("child", 36);
            fields.check();
            decisions.link(id, childId(child), actor);
        });
    }

    /** Fields of the child that stand in the body replace what the notification said; an empty object changes nothing. */
    @PostMapping("/{id}/child")
    ResponseEntity<String> add(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        access.require(Permission.WRITE_CHILD);
        return change(id, "child", body, headers, actor, fields -> {
            var typed = new LinkedHashMap<String, String>();
            for (var name : List.of("familyName", "givenNames", "knownAs", "sex", "ethnicity", "description")) {
                var value = fields.lines(name, 20_000);
                if (value != null) typed.put(name, value);
            }
            fields.check();
            var said = notifications.page(id, actor, Form.EMPTY).said();
            var today = London.date(clock.instant());
            var child = AddChild.known(said, today);
            child.putAll(typed);
            decisions.add(id, new AddChild(child).child(said, today), actor);
        });
    }

    @PostMapping("/{id}/parking")
    ResponseEntity<String> park(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return change(id, "parking", body, headers, actor, fields -> {
            var reason = fields.required("reason", 4_000);
            fields.check();
            decisions.park(id, reason, actor);
        });
    }

    @PostMapping("/{id}/unlinking")
    ResponseEntity<String> unlink(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return change(id, "unlinking", body, headers, actor, fields -> {
            var reason = fields.required("reason", 4_000);
            fields.check();
            decisions.unlink(id, reason, actor);
        });
    }

    @PostMapping("/{id}/ended-episode")
    ResponseEntity<String> openEnded(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return change(id, "ended-episode", body, headers, actor, fields -> {
            fields.check();
            decisions.openEndedEpisode(id, actor);
        });
    }

    @PostMapping("/{id}/triage")
    ResponseEntity<String> rate(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return change(id, "triage", body, headers, actor, fields -> {
            var rating = fields.requiredOneOf("rating", RATINGS);
            var reason = fields.required("reason", 4_000);
            fields.check();
            triage.rate(id, Rating.of(rating), reason, actor);
        });
    }

    @PostMapping("/{id}/responses")
    ResponseEntity<String> respond(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return change(id, "responses", body, headers, actor, fields -> {
            var response = fields.requiredOneOf("response", RESPONSES);
            var words = fields.required("words", 4_000);
            var now = clock.instant();
            var happenedAt = fields.instant(
                    "happenedAt", java.time.Instant.EPOCH, now, "Send a time that has passed, or leave it out for now");
            fields.check();
            triage.respond(id, Response.of(response), happenedAt == null ? now : happenedAt, words, actor);
        });
    }

    @PostMapping("/{id}/feedback")
    ResponseEntity<String> answer(@PathVariable UUID id, JsonBody body, @RequestHeader HttpHeaders headers) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return change(id, "feedback", body, headers, actor, fields -> {
            var words = fields.required("words", 4_000);
            fields.check();
            triage.answerReferrer(id, words, actor);
        });
    }

    private ResponseEntity<String> change(
            UUID id, String noun, JsonBody body, HttpHeaders headers, Actor actor, Consumer<Fields> work) {
        var answer = idempotency.once(
                headers.getFirst("Idempotency-Key"), "POST /api/v1/inbox/" + id + "/" + noun, body.bytes(), () -> {
                    work.accept(Fields.of(body.bytes()));
                    var now = InboxAnswers.one(notifications.page(id, actor, Form.EMPTY));
                    return new Idempotency.Answer(200, Map.of(), JSON.writeValueAsString(now));
                });
        return ResponseEntity.status(answer.status())
                .contentType(APPLICATION_JSON)
                .body(answer.body());
    }

    private static UUID childId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("Send the id of a child", "child");
        }
    }

    private static ResponseEntity<String> json(Object answer) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(JSON.writeValueAsString(answer));
    }
}
