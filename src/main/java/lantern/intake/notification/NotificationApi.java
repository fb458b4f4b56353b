package lantern.intake.notification;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Idempotency;
import lantern.access.Idempotency.Answer;
import lantern.access.Permission;
import lantern.intake.quarantine.Quarantine;
import lantern.platform.Refused;
import lantern.platform.web.JsonBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The notification as a resource for machine clients (spec: api.md). */
@RestController
@Transactional
@RequestMapping("/api/v1/notifications")
class NotificationApi {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationApi.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Access access;
    private final Idempotency idempotency;
    private final Notifications notifications;
    private final NotificationAnswers answers;
    private final Quarantine quarantine;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NotificationApi(
            Access access,
            Idempotency idempotency,
            Notifications notifications,
            NotificationAnswers answers,
            Quarantine quarantine,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.access = access;
        this.idempotency = idempotency;
        this.notifications = notifications;
        this.answers = answers;
        this.quarantine = quarantine;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Answers after commit. Should a rule of another room refuse what would follow from linking by itself, the notification is
     * taken in again without linking: the sender's message is never lost to a doubt of ours, a person decides.
     */
    @PostMapping
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    ResponseEntity<String> receive(
            JsonBody body, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var reading = NotificationReader.read(body.bytes(), "api", clock.instant());
        Answer answer;
        try {
            answer = transaction.execute(
                    status -> receive(access.require(Permission.WRITE_NOTIFICATION), reading, body, key, true));
        } catch (LinkRefused e) {
            answer = transaction.execute(
                    status -> receive(access.require(Permission.WRITE_NOTIFICATION), reading, body, key, false));
        }
        var response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.contentType(answer.status() < 400 ? APPLICATION_JSON : APPLICATION_PROBLEM_JSON)
                .body(answer.body());
    }

    private Answer receive(Actor sender, Reading reading, JsonBody body, @Nullable String key, boolean automatically) {
        return idempotency.once(key, "POST /api/v1/notifications", body.bytes(), () -> switch (reading) {
            case Reading.Read(var message) -> accept(sender, message, automatically);
            case Reading.Invalid(var problems) -> refuse(sender, body, problems);
            case Reading.Unreadable(var why) -> cannotRead(sender, body, why);
        });
    }

    private Answer accept(Actor sender, Message message, boolean automatically) {
        var receipt = notifications.receive(sender, sender.agencyOrRefuse(), message);
        if (receipt.first()) {
            try {
                notifications.follow(receipt, sender.agencyOrRefuse(), message, automatically);
            } catch (Refused | DataIntegrityViolationException e) {
                if (!automatically) throw e;
                LOG.warn("Notification {} could not be linked by itself, a person decides", receipt.id(), e);
                throw new LinkRefused(e);
            }
        }
        var body = JSON.writeValueAsString(
                new Accepted(receipt.id(), receipt.receivedAt().toString(), "received"));
        return new Answer(
                receipt.first() ? 201 : 200,
                Map.of(HttpHeaders.LOCATION, "/api/v1/notifications/" + receipt.id()),
                body);
    }

    private record Accepted(UUID id, String receivedAt, String state) {}

    private Answer refuse(Actor sender, JsonBody body, List<Problem> problems) {
        var id = quarantine.keep(sender, "api", body.bytes(), problems);
        return problem(
                422,
                "The notification was not accepted",
                "Correct every field named in errors and send it again. What you sent is kept for the hub, who may complete it by hand",
                problems,
                id);
    }

    private Answer cannotRead(Actor sender, JsonBody body, String why) {
        var problems = List.of(new Problem("body", why));
        var id = quarantine.keep(sender, "api", body.bytes(), problems);
        return problem(400, "The body cannot be read", why, problems, id);
    }

    private static Answer problem(int status, String title, String detail, List<Problem> problems, UUID quarantineId) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("errors", problems);
        problem.put("quarantineId", quarantineId);
        return new Answer(
                status,
                Map.of(HttpHeaders.LOCATION, "/api/v1/notifications/" + quarantineId),
                JSON.writeValueAsString(problem));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> state(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var sender = access.require(Permission.WRITE_NOTIFICATION);
        var answer = answers.of(id(id), sender);
        var body = JSON.writeValueAsString(answer);
        var tag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        if (tag.equals(known)) return ResponseEntity.status(304).eTag(tag).build();
        return ResponseEntity.ok().eTag(tag).contentType(APPLICATION_JSON).body(body);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound();
        }
    }

    /** Another room refused what follows from a link that Lantern made by itself. */
    private static final class LinkRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        LinkRefused(RuntimeException cause) {
            super(cause.getMessage(), cause, false, false);
        }
    }
}
