package lantern.oversight.attached;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.oversight.entering.Rows;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.files.FileId;
import lantern.platform.files.FileKind;
import lantern.platform.files.FileRule;
import lantern.platform.files.Files;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file belongs to one piece of evidence and is as little changed as it: it is neither replaced nor taken off. */
@Component
@Transactional
public class EvidenceFiles {
    /** More would make a page of evidence a filing cabinet. */
    private static final int MOST = 10;

    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    EvidenceFiles(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record Named(UUID id, UUID evidence, String name, long size) {
        /** Its name with its size, as a reader on a telephone wants to know. */
        public String words() {
            return name + " (" + (size < 1024 * 1024 ? Math.max(1, size / 1024) + " kB" : size / 1024 / 1024 + " MB")
                    + ")";
        }
    }

    /** By the evidence they belong to, of everything that supports a recommendation. */
    public Map<UUID, List<Named>> of(UUID recommendation) {
        var sql = """
                select f.id, f.evidence_id, f.name, length(f.bytes) as size from oversight.evidence_file f
                join oversight.evidence_answer a on a.authority_id = f.authority_id and a.evidence_id = f.evidence_id
                where f.authority_id = (select ctx.authority()) and a.recommendation_id = :recommendation order by f.recorded_at, f.id
                """;
        return db
                .sql(sql)
                .param("recommendation", recommendation)
                .query((row, n) -> new Named(
                        row.getObject("id", UUID.class),
                        row.getObject("evidence_id", UUID.class),
                        row.getString("name"),
                        row.getLong("size")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Named::evidence));
    }

    /** The recommendation that a piece of evidence was first entered for. */
    UUID recommendation(UUID evidence) {
        var sql =
                "select recommendation_id from oversight.evidence_answer where authority_id = (select ctx.authority()) and evidence_id = :id order by recommendation_id limit 1";
        return db.sql(sql).param("id", evidence).query(UUID.class).optional().orElseThrow(Refused::notFound);
    }

    UUID keep(UUID evidence, String name, byte[] bytes) {
        var known =
                "select count(*) from oversight.evidence_file where authority_id = (select ctx.authority()) and evidence_id = :id";
        if (db.sql(known).param("id", evidence).query(Long.class).single() >= MOST)
            throw new Refused("A piece of evidence holds at most " + MOST + " files. Add more evidence", "file");
        var kind = FileRule.EVIDENCE.check(bytes, "file");
        var clean = FileRule.clean(bytes, kind, "file");
        var id = Ids.next();
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", id);
        columns.put("evidence_id", evidence);
        columns.put("name", Files.safe(name, kind));
        columns.put("kind", kind.name());
        columns.put("bytes", clean);
        columns.put("sha256", sha256(clean));
        columns.put("recorded_at", clock.instant().atOffset(ZoneOffset.UTC));
        columns.put("recorded_by", access.actor().id());
        Rows.insert(db, "evidence_file", columns);
        ledger.act("oversight.evidence-file-kept", "evidence", evidence, null, Map.of("file", id));
        return id;
    }

    Files.Kept one(UUID id) {
        var sql = "select * from oversight.evidence_file where authority_id = (select ctx.authority()) and id = :id";
        return db.sql(sql)
                .param("id", id)
                .query((row, n) -> new Files.Kept(
                        new FileId(id),
                        null,
                        row.getString("name"),
                        FileKind.valueOf(row.getString("kind")),
                        row.getBytes("bytes"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("recorded_by", UUID.class)))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
