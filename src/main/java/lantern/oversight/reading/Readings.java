package lantern.oversight.reading;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.oversight.dates.Written;
import lantern.oversight.entering.Rows;
import lantern.oversight.entering.Setting;
import lantern.oversight.entering.Setting.NewRecommendation;
import lantern.oversight.entering.Tracking;
import lantern.oversight.entering.Tracking.NewAssessment;
import lantern.oversight.entering.Tracking.NewEvidence;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Recommendation.Standing;
import lantern.oversight.paper.Papers;
import lantern.oversight.paper.Tracked;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file becomes rows that wait; a row becomes a recommendation, or more of one that is there, when a person takes it. */
@Component
@Transactional
class Readings {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Setting setting;
    private final Tracking tracking;
    private final Inquiries inquiries;
    private final Clock clock;

    Readings(
            JdbcClient db,
            Access access,
            Ledger ledger,
            Setting setting,
            Tracking tracking,
            Inquiries inquiries,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.setting = setting;
        this.tracking = tracking;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    UUID read(UUID inquiry, String name, byte[] bytes) {
        var found = Tracked.in(Papers.readTables(name, bytes));
        if (found.isEmpty())
            throw new Refused(
                    "No recommendation was found. The file needs a table with a heading \"Recommendation\" and others such as \"No.\", \"Responsibility\", \"Target date\", \"Assessment\" or \"Date concluded\"",
                    "file");
        var id = Ids.next();
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", id);
        columns.put("inquiry_id", inquiry);
        columns.put("name", name.length() > 200 ? name.substring(name.length() - 200) : name);
        columns.put("bytes", bytes);
        columns.put("sha256", sha256(bytes));
        columns.put("read_at", now());
        columns.put("read_by", access.actor().id());
        Rows.insert(db, "paper_reading", columns);
        for (int i = 0; i < found.size(); i++) row(id, i + 1, found.get(i));
        ledger.act("oversight.file-read", "paper-reading", id, null, Map.of("rows", found.size()));
        return id;
    }

    private void row(UUID reading, int place, Tracked it) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", Ids.next());
        columns.put("paper_reading_id", reading);
        columns.put("place", place);
        columns.put("raw", it.toString());
        columns.put("number", it.number().strip());
        columns.put("words", it.words().strip());
        columns.put("responsible", or(it.responsible()));
        columns.put("targets", or(it.target()));
        columns.put("assessment", or(it.assessment()));
        columns.put("concluded", or(it.concluded()));
        columns.put("evidence", it.evidenceText());
        Rows.insert(db, "reading_row", columns);
    }

    private static String or(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    record Reading(UUID id, UUID inquiry, String name, Instant at, long rows, long waiting) {}

    private static final String READINGS = """
            select p.id, p.inquiry_id, p.name, p.read_at, count(r.id) as rows, count(r.id) filter (where r.state = 'waiting') as waiting
            from oversight.paper_reading p left join oversight.reading_row r on r.authority_id = p.authority_id and r.paper_reading_id = p.id
            where p.authority_id = (select ctx.authority()) and (p.id = :id or p.inquiry_id = :id)
            group by p.authority_id, p.id, p.inquiry_id, p.name, p.read_at order by p.read_at desc
            """;

    List<Reading> of(UUID inquiryOrReading) {
        return db.sql(READINGS)
                .param("id", inquiryOrReading)
                .query((row, n) -> new Reading(
                        row.getObject("id", UUID.class),
                        row.getObject("inquiry_id", UUID.class),
                        row.getString("name"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getLong("rows"),
                        row.getLong("waiting")))
                .list();
    }

    byte[] bytes(UUID reading) {
        var sql =
                "select bytes from oversight.paper_reading where authority_id = (select ctx.authority()) and id = :id";
        return db.sql(sql)
                .param("id", reading)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    record Row(
            UUID id,
            UUID reading,
            int place,
            String raw,
            String number,
            String words,
            String responsible,
            String targets,
            String assessment,
            String concluded,
            String evidence,
            String state,
            @Nullable UUID recommendation) {}

    List<Row> rows(UUID readingOrRow) {
        var sql = """
                select * from oversight.reading_row where authority_id = (select ctx.authority()) and (paper_reading_id = :id or id = :id) order by place
                """;
        return db.sql(sql).param("id", readingOrRow).query(Readings::row).list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("paper_reading_id", UUID.class),
                row.getInt("place"),
                row.getString("raw"),
                row.getString("number"),
                row.getString("words"),
                row.getString("responsible"),
                row.getString("targets"),
                row.getString("assessment"),
                row.getString("concluded"),
                row.getString("evidence"),
                row.getString("state"),
                row.getObject("recommendation_id", UUID.class));
    }

    /** What a person made of a row. Every field may have been corrected. */
    record Taken(
            String number,
            String words,
            String responsible,
            String targets,
            String assessment,
            @Nullable UUID meeting,
            String concluded,
            String evidence,
            LocalDate evidenceOn,
            String author) {}

    /** "R5", "r05" and "5" are one number. */
    static String plain(String number) {
        return number.toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replaceFirst("^R?0*", "");
    }

    /** @return whether it was added to a recommendation that was there */
    boolean take(Row row, Inquiry inquiry, String file, Taken it) {
        if (!row.state.equals("waiting")) throw Refused.conflict("Somebody else has decided on this row meanwhile");
        var known = inquiry.recommendations().stream()
                .filter(each ->
                        !plain(it.number).isEmpty() && plain(each.number()).equals(plain(it.number)))
                .findFirst();
        var id = known.isPresent()
                ? known.get().id()
                : setting.recommendation(new NewRecommendation(
                        inquiry.id(),
                        null,
                        it.number,
                        it.words,
                        it.targets,
                        List.of(),
                        java.util.Arrays.stream(it.responsible.split("[;\\n]"))
                                .map(String::strip)
                                .filter(each -> each.length() > 2)
                                .toList(),
                        file + ", row " + row.place));
        if (!it.evidence.isBlank())
            tracking.evidence(new NewEvidence(
                    inquiry.id(), it.evidenceOn, it.meeting, it.author, "", it.evidence, false, Map.of(id, List.of())));
        if (!it.assessment.isBlank() && it.meeting != null) {
            tracking.assess(new NewAssessment(
                    id, it.meeting, Standing.PROPOSED, it.assessment, "Read from " + file, "", "", List.of()));
            conclude(id, it);
        }
        decide(row.id, "taken", id);
        return known.isPresent();
    }

    private void conclude(UUID id, Taken it) {
        if (it.concluded.isBlank()) return;
        var dates = Written.in(it.concluded);
        if (dates.isEmpty()) return;
        if (Inquiries.find(inquiries.of(id), id).concluded() != null) return;
        tracking.conclude(id, it.meeting, dates.getFirst().from(), "");
    }

    void setAside(Row row) {
        if (!row.state.equals("waiting")) throw Refused.conflict("Somebody else has decided on this row meanwhile");
        decide(row.id, "set-aside", null);
    }

    private void decide(UUID row, String state, @Nullable UUID recommendation) {
        var sql = """
                update oversight.reading_row set state = :state, recommendation_id = :recommendation::uuid, decided_at = :at, decided_by = :by
                where authority_id = (select ctx.authority()) and id = :id and state = 'waiting'
                """;
        var done = db.sql(sql)
                .param("state", state)
                .param("recommendation", recommendation)
                .param("at", now())
                .param("by", access.actor().id())
                .param("id", row)
                .update();
        if (done == 0) throw Refused.conflict("Somebody else has decided on this row meanwhile");
        ledger.act("oversight.row-" + state, "reading-row", row, null);
    }
}
