package lantern.oversight.acknowledging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.oversight.checks.Finding;
import lantern.oversight.entering.Rows;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That somebody saw a finding and says why it stands. It holds for the facts it was said of: other facts raise the finding again. */
@Component
@Transactional
public class Acknowledgements {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Acknowledgements(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record Said(String code, String facts, String reason) {
        boolean of(Finding finding) {
            return code.equals(finding.code()) && facts.equals(Acknowledgements.facts(finding));
        }
    }

    /** What the acknowledgement is tied to: two findings of one check differ in what they say or in their facts. */
    static String facts(Finding finding) {
        return finding.says() + " | " + finding.facts();
    }

    public List<Said> of(UUID subject) {
        var sql =
                "select code, facts, reason from oversight.acknowledgement where authority_id = (select ctx.authority()) and subject_id = :subject";
        return db.sql(sql)
                .param("subject", subject)
                .query((row, n) -> new Said(row.getString("code"), row.getString("facts"), row.getString("reason")))
                .list();
    }

    public List<Finding> open(UUID subject, List<Finding> findings) {
        if (findings.isEmpty()) return findings;
        var said = of(subject);
        return findings.stream()
                .filter(finding -> said.stream().noneMatch(each -> each.of(finding)))
                .toList();
    }

    public void acknowledge(UUID subject, Finding finding, String reason) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", Ids.next());
        columns.put("subject_id", subject);
        columns.put("code", finding.code());
        columns.put("facts", facts(finding));
        columns.put("reason", reason);
        columns.put("recorded_at", clock.instant().atOffset(ZoneOffset.UTC));
        columns.put("recorded_by", access.actor().id());
        try {
            Rows.insert(db, "acknowledgement", columns);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("Somebody has acknowledged this finding already");
        }
        ledger.act("oversight.finding-acknowledged", "finding", subject, null);
    }
}
