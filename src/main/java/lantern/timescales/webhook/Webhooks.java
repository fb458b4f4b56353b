package lantern.timescales.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lantern.access.Actor;
import lantern.access.SystemTokens;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which systems are told what, and what became of it, each in the caller's transaction. */
@Component
class Webhooks {
    private static final int SHOWN = 50;

    private final JdbcClient db;
    private final Ledger ledger;
    private final byte[] key;
    private final boolean loopback;

    Webhooks(
            JdbcClient db,
            Ledger ledger,
            SystemTokens tokens,
            @Value("${lantern.webhooks.loopback:false}") boolean loopback) {
        this.db = db;
        this.ledger = ledger;
        this.key = tokens.key("webhooks");
        this.loopback = loopback;
    }

    record Webhook(
            UUID id, UUID agency, String agencyName, String url, List<String> events, Instant madeAt, boolean ended) {}

    private static final String FOUND = """
            select w.*, a.name as agency_name from timescales.webhook w
            join access.v_agency a on a.authority_id = w.authority_id and a.id = w.agency_id
            where w.authority_id = (select ctx.authority())\s""";

    List<Webhook> all() {
        return db.sql(FOUND + "order by w.ended_at is not null, w.made_at desc")
                .query((row, n) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(UUID id) {
        return db.sql(FOUND + "and w.id = :id")
                .param("id", id)
                .query((row, n) -> webhook(row))
                .optional();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_name"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at") != null);
    }

    UUID register(Actor by, String url, Collection<String> events, Instant at) {
        var address = address(url);
        var known =
                events.stream().filter(Happening.EVENTS::containsKey).distinct().toList();
        if (known.isEmpty() || known.size() != events.size())
            throw new Refused("Choose what it is to be told", "events");
        var sql = """
                insert into timescales.webhook (authority_id, id, agency_id, url, events, made_at, made_by)
                values (:authority, :id, :agency, :url, :events, :at, :by)
                """;
        var id = Ids.next();
        db.sql(sql)
                .param("authority", by.authority())
                .param("id", id)
                .param("agency", by.agencyOrRefuse())
                .param("url", address.toString())
                .param("events", known.toArray(String[]::new))
                .param("at", utc(at))
                .param("by", by.id())
                .update();
        ledger.act("webhook.registered", "webhook", id, null);
        return id;
    }

    /** Only https, and no machine of our own: what is sent must not be a way into the network that Lantern stands in. */
    private URI address(String url) {
        try {
            var address = URI.create(url.strip());
            if (address.getHost() == null || address.getUserInfo() != null || url.length() > 500)
                throw new Refused("Enter a whole address that begins with https://", "url");
            if (allowed(address)) return address;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Refused(
                "Enter an address that begins with https:// and is not on this machine or its network", "url");
    }

    /** Asked again before each delivery, because a name can lead elsewhere tomorrow. */
    boolean allowed(URI address) {
        if (loopback && "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost())) return true;
        if (!"https".equals(address.getScheme())) return false;
        try {
            for (var each : InetAddress.getAllByName(address.getHost()))
                if (each.isLoopbackAddress()
                        || each.isAnyLocalAddress()
                        || each.isLinkLocalAddress()
                        || each.isMulticastAddress()) return false;
            return true;
        } catch (UnknownHostException e) {
            // A name that is not known today may be known when there is something to send.
            return true;
        }
    }

    boolean end(UUID id, Actor by, Instant at) {
        var sql = """
                update timescales.webhook set ended_at = :at, ended_by = :by where authority_id = :authority and id = :id and ended_at is null
                """;
        var ended = db.sql(sql)
                        .param("at", utc(at))
                        .param("by", by.id())
                        .param("authority", by.authority())
                        .param("id", id)
                        .update()
                == 1;
        if (ended) ledger.act("webhook.ended", "webhook", id, null);
        return ended;
    }

    record Delivery(
            UUID id,
            String event,
            Instant at,
            int tries,
            @Nullable Instant next,
            @Nullable String result,
            @Nullable Instant delivered) {}

    List<Delivery> deliveries(UUID webhook) {
        var sql = """
                select id, event, recorded_at, tries, next_at, last_result, delivered_at from timescales.webhook_delivery
                where authority_id = (select ctx.authority()) and webhook_id = :webhook order by recorded_at desc, id desc limit :most
                """;
        return db.sql(sql)
                .param("webhook", webhook)
                .param("most", SHOWN)
                .query((row, n) -> new Delivery(
                        row.getObject("id", UUID.class),
                        row.getString("event"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries"),
                        instant(row, "next_at"),
                        row.getString("last_result"),
                        instant(row, "delivered_at")))
                .list();
    }

    /** Once more, also when it was taken or given up. */
    void again(UUID webhook, UUID delivery, Instant at) {
        var sql = """
                update timescales.webhook_delivery set next_at = :at, tries = 0
                where authority_id = (select ctx.authority()) and id = :id and webhook_id = :webhook
                """;
        if (db.sql(sql)
                        .param("at", utc(at))
                        .param("id", delivery)
                        .param("webhook", webhook)
                        .update()
                == 0) throw Refused.notFound();
        ledger.act("webhook.redelivered", "webhook", webhook, null);
    }

    /** What the other side checks signatures with; kept nowhere. */
    String secret(UUID webhook) {
        return "whs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, "secret of " + webhook));
    }

    /** HMAC-SHA256 over "timestamp.body" under the secret, so that an old message cannot be sent again as a new one. */
    String signature(UUID webhook, long timestamp, String body) {
        var signed = mac(secret(webhook).getBytes(StandardCharsets.UTF_8), timestamp + "." + body);
        return "t=" + timestamp + ",v1=" + HexFormat.of().formatHex(signed);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
