package lantern.intake.report;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reports that are being typed, kept after every answer. Read and written only by Lantern itself, for whoever holds the draft's secret. */
@Component
class Drafts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without vowels, so that no word comes about, and without what is mistaken for something else. */
    private static final String LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789";

    private final JdbcClient db;
    private final Clock clock;

    Drafts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param sent whether it was sent: then there are no answers any more, only the reference */
    record Draft(UUID id, UUID link, Map<String, List<String>> answers, String reference, boolean sent) {}

    static String secret() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void begin(UUID authority, UUID id, UUID link, String secret) {
        var sql = """
                insert into intake.report_draft (authority_id, id, link_id, secret_hash, started_at, saved_at, reference)
                values (:authority, :id, :link, :hash, :at, :at, :reference)
                """;
        db.sql(sql)
                .param("authority", authority)
                .param("id", id)
                .param("link", link)
                .param("hash", hash(secret))
                .param("at", now())
                .param("reference", reference())
                .update();
    }

    Optional<Draft> find(UUID id, String secret) {
        var sql = """
                select id, link_id, answers, reference, sent_at from intake.report_draft
                where authority_id = (select ctx.authority()) and id = :id and secret_hash = :hash
                """;
        return db.sql(sql)
                .param("id", id)
                .param("hash", hash(secret))
                .query((row, n) -> draft(row))
                .optional();
    }

    /** As it stands now, locked until the transaction ends, so that a double press sends once. */
    Draft again(UUID id) {
        var sql = """
                select id, link_id, answers, reference, sent_at from intake.report_draft
                where authority_id = (select ctx.authority()) and id = :id for update
                """;
        return db.sql(sql).param("id", id).query((row, n) -> draft(row)).single();
    }

    private static Draft draft(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("link_id", UUID.class),
                JSON.readValue(row.getString("answers"), new TypeReference<Map<String, List<String>>>() {}),
                row.getString("reference"),
                row.getObject("sent_at") != null);
    }

    void keep(UUID id, Map<String, List<String>> answers) {
        var sql = """
                update intake.report_draft set answers = :answers::jsonb, saved_at = :at
                where authority_id = (select ctx.authority()) and id = :id and sent_at is null
                """;
        db.sql(sql)
                .param("answers", JSON.writeValueAsString(answers))
                .param("at", now())
                .param("id", id)
                .update();
    }

    void sent(UUID id) {
        var sql = """
                update intake.report_draft set answers = '{}', sent_at = :at where authority_id = (select ctx.authority()) and id = :id
                """;
        db.sql(sql).param("at", now()).param("id", id).update();
    }

    void discard(UUID id) {
        db.sql(
                        "delete from intake.report_draft where authority_id = (select ctx.authority()) and id = :id and sent_at is null")
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Eight letters and digits that say nothing, for the telephone. */
    private static String reference() {
        var text = new StringBuilder();
        for (var i = 0; i < 8; i++) text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return text.insert(4, '-').toString();
    }

    private static byte[] hash(@Nullable String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(secret).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
