package lantern.intake.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who may report by e-mail. */
@Component
class Senders {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Ledger ledger;

    Senders(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /**
     * @param agencyKind 'children' for the authority's own staff, who may forward what others sent
     * @param words the sender's own labels, in lower case, each with the word of the documented template
     * @param expectedEvery how long it may be silent; null: no message is expected
     */
    record Sender(
            UUID id,
            UUID agency,
            String agencyName,
            String agencyKind,
            String address,
            String source,
            Map<String, String> words,
            @Nullable Duration expectedEvery,
            @Nullable Instant last,
            @Nullable Instant toldSilentAt) {}

    private static final String FOUND = """
            select s.id, s.agency_id, a.name, a.kind, s.address, s.source, s.words, extract(epoch from s.expected_every)::bigint as expected,
                   s.told_silent_at,
                   (select max(m.received_at) from intake.mail m where m.authority_id = s.authority_id and m.sender_id = s.id) as last
            from intake.mail_sender s join access.v_agency a on a.authority_id = s.authority_id and a.id = s.agency_id
            where s.authority_id = (select ctx.authority()) and s.ended_at is null\s""";

    /** By the whole address first, then by its domain. */
    Optional<Sender> of(@Nullable String address) {
        if (address == null || address.indexOf('@') < 0) return Optional.empty();
        var domain = address.substring(address.lastIndexOf('@'));
        return db.sql(FOUND + "and s.address in (:address, :domain) order by s.address = :address desc limit 1")
                .param("address", address)
                .param("domain", domain)
                .query((row, n) -> sender(row))
                .optional();
    }

    /** Whose system this is, for a copy that somebody forwards. */
    Optional<Sender> bySource(String source) {
        return db.sql(FOUND + "and s.source = :source order by s.recorded_at limit 1")
                .param("source", source)
                .query((row, n) -> sender(row))
                .optional();
    }

    Optional<Sender> find(UUID id) {
        return db.sql(FOUND + "and s.id = :id")
                .param("id", id)
                .query((row, n) -> sender(row))
                .optional();
    }

    List<Sender> all() {
        return db.sql(FOUND + "order by a.name, s.address")
                .query((row, n) -> sender(row))
                .list();
    }

    record Agency(UUID id, String name) {}

    List<Agency> agencies() {
        return db.sql(
                        "select id, name from access.v_agency where authority_id = (select ctx.authority()) order by name")
                .query((row, n) -> new Agency(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** The children's services agency, to which a message of nobody known is kept. */
    UUID own() {
        var sql =
                "select id from access.v_agency where authority_id = (select ctx.authority()) and kind = 'children' order by code limit 1";
        return db.sql(sql).query((row, n) -> row.getObject(1, UUID.class)).single();
    }

    UUID add(
            UUID agency,
            String address,
            String source,
            Map<String, String> words,
            @Nullable Duration every,
            Instant at,
            Actor by) {
        var written = address.strip().toLowerCase(Locale.ROOT);
        if (!written.matches("[^@\\s]*@[^@\\s]+"))
            throw new Refused("Write a whole address, or @ and a domain", "address");
        if (of(written).filter(each -> each.address().equals(written)).isPresent())
            throw Refused.conflict("This address is a sender already: end it first");
        var sql = """
                insert into intake.mail_sender (authority_id, id, agency_id, address, source, words, expected_every, recorded_at, recorded_by)
                values (:authority, :id, :agency, :address, :source, :words::jsonb, make_interval(secs => :every), :at, :by)
                """;
        var id = Ids.next();
        db.sql(sql)
                .param("authority", by.authority())
                .param("id", id)
                .param("agency", agency)
                .param("address", written)
                .param("source", source.strip())
                .param("words", JSON.writeValueAsString(words))
                .param("every", every == null ? null : (double) every.toSeconds())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .update();
        ledger.act("mail-sender.added", "mail-sender", id, null);
        return id;
    }

    void end(UUID id, Instant at) {
        var sql =
                "update intake.mail_sender set ended_at = :at where authority_id = (select ctx.authority()) and id = :id and ended_at is null";
        if (db.sql(sql).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update() == 0)
            throw Refused.notFound();
        ledger.act("mail-sender.ended", "mail-sender", id, null);
    }

    void toldSilent(UUID id, Instant at) {
        db.sql(
                        "update intake.mail_sender set told_silent_at = :at where authority_id = (select ctx.authority()) and id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Sender sender(ResultSet row) throws SQLException {
        var expected = row.getObject("expected", Long.class);
        var words = new LinkedHashMap<String, String>();
        JSON.readTree(row.getString("words")).forEachEntry((word, known) -> words.put(word, known.stringValue("")));
        return new Sender(
                row.getObject("id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("address"),
                row.getString("source"),
                words,
                expected == null ? null : Duration.ofSeconds(expected),
                instant(row, "last"),
                instant(row, "told_silent_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
