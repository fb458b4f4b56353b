package lantern.missing.sheet;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewRows.Interview;
import lantern.platform.Stamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every saving of an interview while it is written. Nothing is overwritten: a saving is a revision of its own. */
@Component
class Sheets {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Sheets(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param known what the form shows before anybody saved it */
    Sheet now(UUID interview, Map<String, List<String>> known) {
        return at(interview, Integer.MAX_VALUE, known);
    }

    /** As it stood at that revision. */
    Sheet at(UUID interview, int revision, Map<String, List<String>> known) {
        var sql = """
                select revision, fields, saved_at, saved_by from missing.interview_sheet
                where authority_id = :authority and interview_id = :id and revision <= :revision order by revision desc limit 1
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", interview)
                .param("revision", revision)
                .query((row, n) -> new Sheet(
                        row.getInt("revision"),
                        JSON.readValue(row.getString("fields"), new TypeReference<Map<String, List<String>>>() {}),
                        Stamps.instant(row, "saved_at"),
                        row.getObject("saved_by", UUID.class)))
                .optional()
                .orElseGet(() -> new Sheet(0, known, null, null));
    }

    /** The interview's row is locked by whoever calls, so that revisions follow one another. */
    void save(Interview interview, int revision, Map<String, List<String>> fields) {
        var sql = """
                insert into missing.interview_sheet (authority_id, interview_id, revision, child_id, fields, saved_at, saved_by)
                values (:authority, :id, :revision, :child, :fields::jsonb, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", interview.id())
                .param("revision", revision)
                .param("child", interview.child())
                .param("fields", JSON.writeValueAsString(fields))
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        ledger.act("interview.written", "interview", interview.id(), interview.child(), Map.of("revision", revision));
    }
}
