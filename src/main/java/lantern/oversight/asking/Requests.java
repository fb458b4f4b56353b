package lantern.oversight.asking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Tokens;
import lantern.audit.Ledger;
import lantern.oversight.entering.Rows;
import lantern.oversight.entering.Tracking;
import lantern.oversight.entering.Tracking.NewEvidence;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Evidence is asked for by a link, arrives from somebody without an account, and becomes evidence only when an officer takes it. */
@Component
@Transactional
class Requests {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Tracking tracking;
    private final Clock clock;

    Requests(JdbcClient db, Access access, Ledger ledger, Tracking tracking, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.tracking = tracking;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The token: it is shown once and only its hash is kept. */
    String ask(UUID recommendation, String askedOf, String question, LocalDate wantedBy) {
        var token = Tokens.invitation();
        var columns = new LinkedHashMap<String, Object>();
        var id = Ids.next();
        columns.put("id", id);
        columns.put("recommendation_id", recommendation);
        columns.put("asked_of", askedOf);
        columns.put("question", question);
        columns.put("wanted_by", wantedBy);
        columns.put("token_hash", Tokens.hash(token));
        columns.put("asked_at", now());
        columns.put("asked_by", access.actor().id());
        Rows.insert(db, "evidence_request", columns);
        ledger.act("oversight.evidence-asked-for", "evidence-request", id, null);
        return token;
    }

    void withdraw(UUID request) {
        var sql = """
                update oversight.evidence_request set withdrawn_at = :at where authority_id = (select ctx.authority()) and id = :id and withdrawn_at is null
                """;
        if (db.sql(sql).param("at", now()).param("id", request).update() == 0) throw Refused.notFound();
        ledger.act("oversight.evidence-request-withdrawn", "evidence-request", request, null);
    }

    record Asked(
            UUID id,
            UUID recommendation,
            String number,
            String inquiry,
            String askedOf,
            LocalDate wantedBy,
            long replies) {}

    List<Asked> open() {
        var sql = """
                select q.id, q.recommendation_id, r.number, i.title, q.asked_of, q.wanted_by,
                       (select count(*) from oversight.evidence_reply p where p.authority_id = q.authority_id and p.evidence_request_id = q.id) as replies
                from oversight.evidence_request q
                join oversight.recommendation r on r.authority_id = q.authority_id and r.id = q.recommendation_id
                join oversight.inquiry i on i.authority_id = r.authority_id and i.id = r.inquiry_id
                where q.authority_id = (select ctx.authority()) and q.withdrawn_at is null order by q.wanted_by, q.id
                """;
        return db.sql(sql)
                .query((row, n) -> new Asked(
                        row.getObject("id", UUID.class),
                        row.getObject("recommendation_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("asked_of"),
                        row.getObject("wanted_by", LocalDate.class),
                        row.getLong("replies")))
                .list();
    }

    record Reply(
            UUID id,
            UUID recommendation,
            UUID inquiry,
            String number,
            LocalDate on,
            String author,
            String organisation,
            String words,
            Instant at) {}

    private static final String WAITING = """
            select p.*, q.recommendation_id, r.number, r.inquiry_id from oversight.evidence_reply p
            join oversight.evidence_request q on q.authority_id = p.authority_id and q.id = p.evidence_request_id
            join oversight.recommendation r on r.authority_id = q.authority_id and r.id = q.recommendation_id
            where p.authority_id = (select ctx.authority()) and p.decided_at is null
            """;

    private static Reply read(ResultSet row, int n) throws SQLException {
        return new Reply(
                row.getObject("id", UUID.class),
                row.getObject("recommendation_id", UUID.class),
                row.getObject("inquiry_id", UUID.class),
                row.getString("number"),
                row.getObject("dated_on", LocalDate.class),
                row.getString("author"),
                row.getString("organisation"),
                row.getString("words"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    List<Reply> waiting() {
        return db.sql(WAITING + " order by p.received_at, p.id")
                .query(Requests::read)
                .list();
    }

    Reply reply(UUID id) {
        return db.sql(WAITING + " and p.id = :id")
                .param("id", id)
                .query(Requests::read)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    void take(UUID id) {
        var it = reply(id);
        var evidence = tracking.evidence(new NewEvidence(
                it.inquiry,
                it.on,
                null,
                it.author,
                it.organisation,
                it.words,
                false,
                Map.of(it.recommendation, List.of())));
        var sql = """
                update oversight.evidence_reply set decided_at = :at, decided_by = :by, evidence_id = :evidence
                where authority_id = (select ctx.authority()) and id = :id and decided_at is null
                """;
        decided(db.sql(sql).param("evidence", evidence), id);
    }

    void setAside(UUID id, String because) {
        reply(id);
        var sql = """
                update oversight.evidence_reply set decided_at = :at, decided_by = :by, set_aside_because = :because
                where authority_id = (select ctx.authority()) and id = :id and decided_at is null
                """;
        decided(db.sql(sql).param("because", because), id);
    }

    private void decided(JdbcClient.StatementSpec statement, UUID id) {
        var done = statement
                .param("at", now())
                .param("by", access.actor().id())
                .param("id", id)
                .update();
        if (done == 0) throw Refused.conflict("Somebody else has decided on this reply meanwhile");
        ledger.act("oversight.evidence-reply-decided", "evidence-reply", id, null);
    }

    record Question(
            String authority,
            String number,
            String recommendation,
            String askedOf,
            String question,
            LocalDate wantedBy,
            long replies) {}

    /** For whoever holds the link. */
    Optional<Question> question(String token) {
        var sql = "select * from oversight.asked(:token)";
        return db.sql(sql)
                .param("token", token)
                .query((row, n) -> new Question(
                        row.getString("authority_name"),
                        row.getString("number"),
                        row.getString("recommendation"),
                        row.getString("asked_of"),
                        row.getString("question"),
                        row.getObject("wanted_by", LocalDate.class),
                        row.getLong("replies")))
                .optional();
    }

    boolean answer(String token, LocalDate on, String author, String organisation, String words) {
        var sql = "select oversight.reply(:token, :id, :on, :author, :organisation, :words, :at)";
        return Boolean.TRUE.equals(db.sql(sql)
                .param("token", token)
                .param("id", Ids.next())
                .param("on", on)
                .param("author", author)
                .param("organisation", organisation)
                .param("words", words)
                .param("at", now())
                .query(Boolean.class)
                .single());
    }
}
