package lantern.intake.triage;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.intake.Incident.Kind;
import lantern.intake.linking.Links;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happened;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hub's decisions about a notification, each in the caller's transaction. Rating again keeps both decisions. */
@Component
public class Triage {
    private final JdbcClient db;
    private final Children children;
    private final Timescales timescales;
    private final Ledger ledger;
    private final Clock clock;

    Triage(JdbcClient db, Children children, Timescales timescales, Ledger ledger, Clock clock) {
        this.db = db;
        this.children = children;
        this.timescales = timescales;
        this.ledger = ledger;
        this.clock = clock;
    }

    public void rate(UUID notification, Rating rating, String reason, Actor by) {
        var it = lock(notification, by);
        if (it.child == null && rating != Rating.NO_ACTION)
            throw new Refused("Say first who the child is: choose one, or add a new child", "rating");
        var at = now();
        keep(it, rating, reason, by, at);
        var events = new ArrayList<Happened>();
        events.add(new Happened(rating.event, at));
        if (!it.ratedBefore) events.add(new Happened(Happening.REFERRAL_TRIAGED, at));
        var facts = new HashSet<String>(
                it.child == null ? Set.of(Happening.UNKNOWN_OR_CLOSED) : Links.facts(it.kind, it.child));
        if (it.wantsFeedback) facts.add(Happening.REFERRER_WANTS_FEEDBACK);
        timescales.happened(
                events,
                Subject.notification(notification),
                it.childId(),
                facts,
                it.child == null ? new Owner[0] : Links.owners(it.child));
        ledger.act("notification.triaged", "notification", notification, it.childId(), Map.of("rating", rating.code()));
    }

    /** Records what was done about the notification and when; the clock that asked for it is met by it. */
    public void respond(UUID notification, Response response, Instant happenedAt, String words, Actor by) {
        var it = lock(notification, by);
        if (it.child == null) throw new Refused("Say first who the child is", "response");
        var now = now();
        if (happenedAt.isAfter(now)) throw new Refused("Enter a time that has passed", "happened");
        if (happenedAt.isBefore(it.receivedAt.minus(1, ChronoUnit.DAYS)))
            throw new Refused("Enter a time after the notification", "happened");
        var sql = """
                insert into intake.response (authority_id, id, notification_id, child_id, kind, words, happened_at, recorded_at, recorded_by)
                values (:authority, :id, :notification, :child, :kind, :words, :happened, :now, :by)
                """;
        db.sql(sql)
                .param("authority", by.authority())
                .param("id", Ids.next())
                .param("notification", notification)
                .param("child", it.child.id())
                .param("kind", response.code())
                .param("words", words)
                .param("happened", utc(happenedAt))
                .param("now", utc(now))
                .param("by", by.id())
                .update();
        timescales.happened(
                response.event,
                Subject.notification(notification),
                it.child.id(),
                happenedAt,
                Links.facts(it.kind, it.child),
                Links.owners(it.child));
        ledger.act(
                "notification.responded",
                "notification",
                notification,
                it.child.id(),
                Map.of("response", response.code()));
    }

    /** The allocated worker has read it themselves, which is being told. */
    public void readByWorker(UUID notification, Actor worker) {
        var it = lock(notification, worker);
        if (it.child == null || !worker.id().equals(it.child.workerId()))
            throw Refused.notAllowed("Only the child's allocated worker can say that they have been told");
        respond(notification, Response.WORKER_INFORMED, now(), "Read by the allocated worker", worker);
    }

    /** The referrer is told what came of it; the sender's system reads it with the notification. */
    public void answerReferrer(UUID notification, String words, Actor by) {
        var it = lock(notification, by);
        var at = now();
        var sql = """
                insert into intake.feedback (authority_id, id, notification_id, child_id, words, sent_at, sent_by)
                values (:authority, :id, :notification, :child::uuid, :words, :at, :by)
                """;
        db.sql(sql)
                .param("authority", by.authority())
                .param("id", Ids.next())
                .param("notification", notification)
                .param("child", it.childId())
                .param("words", words)
                .param("at", utc(at))
                .param("by", by.id())
                .update();
        timescales.happened(
                Happening.REFERRER_FEEDBACK_SENT, Subject.notification(notification), it.childId(), at, Set.of());
        ledger.act("notification.answered", "notification", notification, it.childId());
    }

    private record Rated(
            UUID id,
            Kind kind,
            Instant receivedAt,
            boolean wantsFeedback,
            boolean ratedBefore,
            @Nullable ChildFacts child) {
        @Nullable
        UUID childId() {
            return child == null ? null : child.id();
        }
    }

    private Rated lock(UUID notification, Actor by) {
        var sql = """
                select id, kind, received_at, wants_feedback, child_id, exists (
                    select from intake.triage t where t.authority_id = n.authority_id and t.notification_id = n.id
                      and t.rating not in ('worker-told', 'intelligence-only')) as rated
                from intake.notification n where authority_id = :authority and id = :id for update
                """;
        return db.sql(sql)
                .param("authority", by.authority())
                .param("id", notification)
                .query((row, n) -> {
                    var child = row.getObject("child_id", UUID.class);
                    return new Rated(
                            notification,
                            Kind.of(row.getString("kind")),
                            row.getTimestamp("received_at").toInstant(),
                            row.getBoolean("wants_feedback"),
                            row.getBoolean("rated"),
                            child == null ? null : children.find(child).orElseThrow(Refused::notFound));
                })
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private void keep(Rated it, Rating rating, String reason, Actor by, Instant at) {
        var sql = """
                with decided as (
                    insert into intake.triage (authority_id, id, notification_id, child_id, rating, reason, decided_at, decided_by)
                    values (:authority, :triage, :notification, :child::uuid, :rating, :reason, :at, :by)
                )
                update intake.notification set state = :state, parked_because = null where authority_id = :authority and id = :notification
                """;
        db.sql(sql)
                .param("authority", by.authority())
                .param("triage", Ids.next())
                .param("notification", it.id)
                .param("child", it.childId())
                .param("rating", rating.code())
                .param("reason", reason)
                .param("state", rating == Rating.NO_ACTION ? "no-action" : "triaged")
                .param("at", utc(at))
                .param("by", by.id())
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
