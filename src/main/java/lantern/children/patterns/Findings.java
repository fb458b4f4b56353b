package lantern.children.patterns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the patterns found, and looking into it. */
@Component
class Findings {
    static final int PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    private final JdbcClient db;
    private final Ledger ledger;

    Findings(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    List<Finding> list(boolean waiting, int page) {
        var sql = """
                select * from children.finding where authority_id = (select ctx.authority()) and (looked_into_at is null) = :waiting
                order by day desc, id limit :most offset :skip
                """;
        return db.sql(sql)
                .param("waiting", waiting)
                .param("most", PAGE + 1)
                .param("skip", (page - 1) * PAGE)
                .query((row, n) -> finding(row))
                .list();
    }

    long waiting() {
        return db.sql(
                        "select count(*) from children.finding where authority_id = (select ctx.authority()) and looked_into_at is null")
                .query(Long.class)
                .single();
    }

    Optional<Finding> find(UUID id) {
        return db.sql("select * from children.finding where authority_id = (select ctx.authority()) and id = :id")
                .param("id", id)
                .query((row, n) -> finding(row))
                .optional();
    }

    void lookedInto(Finding finding, String outcome, String words, UUID by, Instant at) {
        if (!Finding.OUTCOMES.containsKey(outcome)) throw new Refused("Choose what you found", "outcome");
        if (words.isBlank()) throw new Refused("Say what you looked at and what you found", "words");
        if (finding.person().equals(by)) throw Refused.conflict("Somebody else must look into what you did yourself");
        if (finding.pattern().equals("break-glass"))
            throw Refused.conflict("An emergency opening is looked into on its own page");
        var sql = """
                update children.finding set looked_into_at = :at, looked_into_by = :by, outcome = :outcome, outcome_words = :words
                where authority_id = (select ctx.authority()) and id = :id and looked_into_at is null
                """;
        var marked = db.sql(sql)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("outcome", outcome)
                .param("words", words.strip())
                .param("id", finding.id())
                .update();
        if (marked == 0) throw Refused.conflict("Somebody looked into this before");
        ledger.act(
                "pattern.looked-into",
                "finding",
                finding.id(),
                finding.child(),
                Map.of("pattern", finding.pattern(), "outcome", outcome));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                row.getString("pattern"),
                row.getObject("person_id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("figures"), FIGURES),
                row.getString("words"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                instant(row, "looked_into_at"),
                row.getObject("looked_into_by", UUID.class),
                row.getString("outcome"),
                row.getString("outcome_words"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
