package lantern.intake.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.intake.SaidJson;
import lantern.intake.linking.Arrival;
import lantern.intake.linking.Arrivals;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a message in, inside the caller's transaction: one row for one message, however often it is sent. */
@Component
public class Notifications {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Arrivals arrivals;
    private final Clock clock;

    Notifications(JdbcClient db, Access access, Ledger ledger, Arrivals arrivals, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** What the sender is told; {@code first} is false when this message had arrived before. */
    public record Receipt(UUID id, Instant receivedAt, boolean first) {}

    /**
     * As the sender: keeps the message as one of {@code agency}, whose it is also when the hub completes it by hand. Call
     * {@link #follow} next when it is the first of its kind.
     */
    public Receipt receive(Actor sender, UUID agency, Message message) {
        var id = Ids.next();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!insert(id, at, sender, agency, message)) return again(sender, agency, message, at);
        return new Receipt(id, at, true);
    }

    /**
     * As Lantern itself: matches the child, pairs reports, starts the clocks. Which child it is, Lantern decides only when it is
     * certain and {@code automatically} is set; otherwise a person does.
     */
    public void follow(Receipt receipt, UUID agency, Message message, boolean automatically) {
        var system = access.continueAsSystem("match the notification");
        var arrival = new Arrival(
                receipt.id(),
                agency,
                message.source(),
                message.sourceReference(),
                message.kind(),
                message.occurredAt(),
                message.reportedAt(),
                receipt.receivedAt(),
                message.wantsFeedback(),
                message.said());
        arrivals.arrived(arrival, system, automatically);
    }

    /** The row and its entry in the ledger in one statement: this is the system's busiest moment. */
    private boolean insert(UUID id, Instant at, Actor sender, UUID agency, Message message) {
        var sql = """
                with kept as (
                insert into intake.notification (authority_id, id, agency_id, channel, source, source_reference, kind, occurred_at,
                    reported_at, received_at, received_by, raw, said, state, wants_feedback, police_reference)
                values (:authority, :id, :agency, :channel, :source, :reference, :kind, :occurred::timestamptz,
                    :reported, :received, :by, :raw, :said::jsonb, 'received', :feedback, :police)
                on conflict on constraint one_row_for_one_message do nothing
                returning id)
                select audit.write('notification.received', 'notification', id, null, null, null) from kept
                """;
        return db.sql(sql)
                        .param("authority", sender.authority())
                        .param("id", id)
                        .param("agency", agency)
                        .param("channel", message.channel())
                        .param("source", message.source())
                        .param("reference", message.sourceReference())
                        .param("kind", message.kind().code())
                        .param("occurred", message.occurredAt() == null ? null : utc(message.occurredAt()))
                        .param("reported", utc(message.reportedAt()))
                        .param("received", utc(at))
                        .param("by", sender.id())
                        .param("raw", message.raw())
                        .param("said", SaidJson.write(message.said()))
                        .param("feedback", message.wantsFeedback())
                        .param("police", message.policeReference())
                        .query((row, n) -> 1)
                        .list()
                        .size()
                == 1;
    }

    /** The same reference again: the first answer, and other words are kept beside the first ones. */
    private Receipt again(Actor sender, UUID agency, Message message, Instant at) {
        var sql = """
                select id, received_at, child_id, raw = :raw or exists (
                    select from intake.resend r where r.authority_id = n.authority_id and r.notification_id = n.id and r.raw = :raw) as known
                from intake.notification n
                where authority_id = :authority and agency_id = :agency and source = :source and source_reference = :reference and kind = :kind
                """;
        record First(UUID id, Instant receivedAt, @Nullable UUID child, boolean known) {}
        var first = db.sql(sql)
                .param("authority", sender.authority())
                .param("agency", agency)
                .param("source", message.source())
                .param("reference", message.sourceReference())
                .param("kind", message.kind().code())
                .param("raw", message.raw())
                .query((row, n) -> new First(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("received_at").toInstant(),
                        row.getObject("child_id", UUID.class),
                        row.getBoolean("known")))
                .optional()
                // A colleague's message about a child whose record is restricted since.
                .orElseThrow(() -> Refused.conflict("This reference was received before: contact the hub manager"));
        if (!first.known) keepOtherWords(first.id, first.child, sender, message, at);
        return new Receipt(first.id, first.receivedAt, false);
    }

    private void keepOtherWords(UUID notification, @Nullable UUID child, Actor sender, Message message, Instant at) {
        var sql = """
                insert into intake.resend (authority_id, id, notification_id, child_id, received_at, raw)
                values (:authority, :id, :notification, :child::uuid, :at, :raw)
                """;
        db.sql(sql)
                .param("authority", sender.authority())
                .param("id", Ids.next())
                .param("notification", notification)
                .param("child", child)
                .param("at", utc(at))
                .param("raw", message.raw())
                .update();
        ledger.act("notification.resent", "notification", notification, child);
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
