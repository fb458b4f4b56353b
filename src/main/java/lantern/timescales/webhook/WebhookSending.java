package lantern.timescales.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.platform.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what is due. A delivery is taken by moving its next try ahead in a transaction of its own, sent outside any, and marked after: whoever dies between
 * leaves it for a second try. So the other side may get one twice, under the same id, and must answer 2xx to be done with it.
 */
@Component
class WebhookSending implements Job {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    /** About three days. */
    private static final int MOST_TRIES = 20;

    private static final int AT_ONCE = 50;
    private static final String PURPOSE = "tell connected systems what happened";

    private final Access access;
    private final JdbcClient db;
    private final Webhooks webhooks;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebhookSending(Access access, JdbcClient db, Webhooks webhooks, Clock clock) {
        this.access = access;
        this.db = db;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    private record Due(
            UUID id,
            UUID webhook,
            String url,
            String event,
            String subjectKind,
            UUID subject,
            Instant happenedAt,
            int tries) {}

    @Override
    public void run() {
        for (var authority : access.authorities()) {
            var due = Objects.requireNonNull(access.asSystem(authority.id(), PURPOSE, this::take));
            for (var each : due) {
                if (Thread.currentThread().isInterrupted()) return;
                send(authority, each);
            }
        }
    }

    private List<Due> take() {
        var now = clock.instant();
        var sql = """
                with taken as (
                    select d.authority_id, d.id from timescales.webhook_delivery d
                    where d.authority_id = (select ctx.authority()) and d.next_at <= :now order by d.next_at limit :most for update skip locked)
                update timescales.webhook_delivery d set next_at = :later, tries = d.tries + 1, last_tried_at = :now
                from taken t join timescales.webhook w on w.authority_id = t.authority_id
                where d.authority_id = t.authority_id and d.id = t.id and w.id = d.webhook_id and w.ended_at is null
                returning d.id, d.webhook_id, w.url, d.event, d.subject_kind, d.subject_id, d.happened_at, d.tries
                """;
        return db.sql(sql)
                .param("now", utc(now))
                .param("most", AT_ONCE)
                .param("later", utc(now.plus(PATIENCE.multipliedBy(3L * AT_ONCE))))
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("webhook_id", UUID.class),
                        row.getString("url"),
                        row.getString("event"),
                        row.getString("subject_kind"),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries")))
                .list();
    }

    private void send(Access.Authority authority, Due due) {
        try {
            var address = URI.create(due.url);
            if (!webhooks.allowed(address)) {
                failed(authority, due, "Not sent: the address leads to this machine or its network");
                return;
            }
            var status = http.send(request(authority, due, address), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) end(authority, due, "Answered " + status, clock.instant(), null);
            else failed(authority, due, "Answered " + status);
        } catch (IOException | IllegalArgumentException e) {
            failed(authority, due, "Not reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(Access.Authority authority, Due due, URI address) {
        var body = new LinkedHashMap<String, String>();
        body.put("id", due.id.toString());
        body.put("authority", authority.code());
        body.put("event", due.event);
        body.put("subjectKind", due.subjectKind);
        body.put("subject", due.subject.toString());
        body.put("happenedAt", due.happenedAt.toString());
        var text = JSON.writeValueAsString(body);
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Lantern-Delivery", due.id.toString())
                .header(
                        "Lantern-Signature",
                        webhooks.signature(due.webhook, clock.instant().getEpochSecond(), text))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
    }

    private void failed(Access.Authority authority, Due due, String what) {
        var pause = PAUSE.multipliedBy(1L << Math.min(due.tries - 1, 12));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        end(authority, due, what, null, due.tries >= MOST_TRIES ? null : next);
    }

    private void end(
            Access.Authority authority, Due due, String result, @Nullable Instant delivered, @Nullable Instant next) {
        var sql = """
                update timescales.webhook_delivery set last_result = :result, delivered_at = coalesce(:delivered::timestamptz, delivered_at), next_at = :next::timestamptz
                where authority_id = (select ctx.authority()) and id = :id
                """;
        access.asSystem(
                authority.id(),
                PURPOSE,
                () -> db.sql(sql)
                        .param("result", result)
                        .param("delivered", delivered == null ? null : utc(delivered))
                        .param("next", next == null ? null : utc(next))
                        .param("id", due.id)
                        .update());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
