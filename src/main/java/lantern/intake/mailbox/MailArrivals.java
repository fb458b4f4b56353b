package lantern.intake.mailbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.intake.notification.Message;
import lantern.intake.notification.NotificationReader;
import lantern.intake.notification.Notifications;
import lantern.intake.notification.Problem;
import lantern.intake.notification.Reading;
import lantern.intake.quarantine.Quarantine;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes one e-mail in: kept as it is, and become a notification, a copy of one, or something for a person to look at. All in one transaction. */
@Component
class MailArrivals {
    private static final Logger LOG = LoggerFactory.getLogger(MailArrivals.class);
    /** A message of 20 MB with its attachments in base64. */
    static final int MOST_BYTES = 28_000_000;

    enum Became {
        NOTIFICATION,
        SEEN_BEFORE,
        QUARANTINE
    }

    private final JdbcClient db;
    private final Access access;
    private final Senders senders;
    private final Notifications notifications;
    private final Quarantine quarantine;
    private final Attachments attachments;
    private final Clock clock;

    MailArrivals(
            JdbcClient db,
            Access access,
            Senders senders,
            Notifications notifications,
            Quarantine quarantine,
            Attachments attachments,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.senders = senders;
        this.notifications = notifications;
        this.quarantine = quarantine;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * Safe to call again with the same bytes: the second time nothing happens. When it returns, the message is durable and may be taken out of the mailbox.
     *
     * @param raw not longer than {@link #MOST_BYTES}
     */
    Became arrived(UUID authority, byte[] raw) {
        try {
            return access.asSystem(authority, "a notification came by e-mail", () -> take(raw, true));
        } catch (Refused | DataIntegrityViolationException e) {
            // What would follow from linking by itself was refused by another room: taken in again, a person decides.
            LOG.warn("An e-mail could not be linked by itself, a person decides", e);
            return access.asSystem(authority, "a notification came by e-mail", () -> take(raw, false));
        }
    }

    private Became take(byte[] raw, boolean automatically) {
        var lantern = access.actor();
        if (seen(lantern, raw)) return Became.SEEN_BEFORE;
        var at = clock.instant();
        var mail = Mail.read(raw);
        var sender = senders.of(mail.from()).orElse(null);
        if (sender == null)
            return keepForAPerson(
                    lantern,
                    senders.own(),
                    null,
                    raw,
                    at,
                    List.of(new Problem("from", "The sender is not one who reports by e-mail")));
        var read = read(mail, sender.words(), sender.source(), raw, at);
        return switch (read) {
            case Reading.Read(var message) -> accept(lantern, sender, message, mail, raw, at, automatically);
            case Reading.Invalid(var problems) ->
                keepForAPerson(lantern, sender.agency(), sender.id(), raw, at, problems);
            case Reading.Unreadable(var why) ->
                keepForAPerson(lantern, sender.agency(), sender.id(), raw, at, List.of(new Problem("body", why)));
        };
    }

    /** What a message yields, for whoever tries one out too; keeps nothing. */
    Reading read(Mail mail, Map<String, String> words, String source, byte[] raw, Instant at) {
        var lines = LabelledLines.of(mail.text(), words);
        if (lines.isEmpty())
            return new Reading.Invalid(
                    List.of(new Problem("body", "No line begins with a label such as \"Family name:\"")));
        var json = lines.json(source, mail, digest(raw), at);
        return switch (NotificationReader.read(json.getBytes(StandardCharsets.UTF_8), "email", at)) {
            case Reading.Read(var it) ->
                new Reading.Read(new Message(
                        it.channel(),
                        it.source(),
                        it.sourceReference(),
                        it.kind(),
                        it.occurredAt(),
                        it.reportedAt(),
                        it.wantsFeedback(),
                        it.said(),
                        mail.text()));
            case Reading other -> other;
        };
    }

    private Became accept(
            Actor lantern,
            Senders.Sender sender,
            Message message,
            Mail mail,
            byte[] raw,
            Instant at,
            boolean automatically) {
        var agency = agencyOf(sender, message);
        var receipt = notifications.receive(lantern, agency, message);
        keep(lantern, sender.id(), raw, at, receipt.first() ? "notification" : "seen-before", receipt.id(), null);
        if (!receipt.first()) return Became.SEEN_BEFORE;
        attachments.keep(receipt.id(), mail.attached(), raw.length >= MOST_BYTES, lantern.authority(), at);
        notifications.follow(receipt, agency, message, automatically);
        return Became.NOTIFICATION;
    }

    // Our own staff forward what was sent to them: it is the message of the system it names.
    private UUID agencyOf(Senders.Sender sender, Message message) {
        if (!sender.agencyKind().equals("children") || message.source().equals(sender.source())) return sender.agency();
        return senders.bySource(message.source()).map(Senders.Sender::agency).orElse(sender.agency());
    }

    private Became keepForAPerson(
            Actor lantern, UUID agency, @Nullable UUID sender, byte[] raw, Instant at, List<Problem> problems) {
        var kept = quarantine.keep(lantern, agency, "email", raw, problems);
        keep(lantern, sender, raw, at, "quarantine", null, kept);
        return Became.QUARANTINE;
    }

    private void keep(
            Actor lantern,
            @Nullable UUID sender,
            byte[] raw,
            Instant at,
            String became,
            @Nullable UUID notification,
            @Nullable UUID quarantined) {
        var sql = """
                insert into intake.mail (authority_id, id, sender_id, received_at, raw, became, notification_id, quarantine_id)
                values (:authority, :id, :sender::uuid, :at, :raw, :became, :notification::uuid, :quarantine::uuid)
                """;
        db.sql(sql)
                .param("authority", lantern.authority())
                .param("id", Ids.next())
                .param("sender", sender)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("raw", raw)
                .param("became", became)
                .param("notification", notification)
                .param("quarantine", quarantined)
                .update();
    }

    private boolean seen(Actor lantern, byte[] raw) {
        return db.sql(
                        "select exists (select from intake.mail where authority_id = :authority and sha256(raw) = :digest)")
                .param("authority", lantern.authority())
                .param("digest", sha256(raw))
                .query(Boolean.class)
                .single();
    }

    private static String digest(byte[] raw) {
        return HexFormat.of().formatHex(sha256(raw));
    }

    private static byte[] sha256(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
