package lantern.missing.referral;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.Stamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a letter with a leaflet counts as an offer of an interview. The practice guidance offers every child an interview and sends Green only a letter,
 * so an authority has to say; until it does, a letter counts as none.
 */
@Component
@Transactional
public class OfferRule {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    OfferRule(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record Said(boolean letterCounts, String reason, java.time.Instant from, UUID by) {}

    public boolean letterCounts() {
        return said().stream().findFirst().map(Said::letterCounts).orElse(false);
    }

    public String inWords() {
        return letterCounts()
                ? "A letter with a leaflet counts as an offer of an interview."
                : "A letter with a leaflet does not count as an offer of an interview.";
    }

    /** Newest first. */
    public List<Said> said() {
        var sql = """
                select letter_counts, reason, starts_at, recorded_by from missing.offer_rule where authority_id = :authority order by starts_at desc, id desc
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .query((row, n) -> new Said(
                        row.getBoolean("letter_counts"),
                        row.getString("reason"),
                        Stamps.instant(row, "starts_at"),
                        row.getObject("recorded_by", UUID.class)))
                .list();
    }

    public void say(boolean letterCounts, String reason) {
        if (reason.isBlank()) throw new Refused("Say why", "reason");
        var sql = """
                insert into missing.offer_rule (authority_id, id, letter_counts, reason, starts_at, recorded_by)
                values (:authority, :id, :counts, :reason, :now, :actor)
                """;
        var id = Ids.next();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("counts", letterCounts)
                .param("reason", reason.strip())
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        ledger.act(
                "interview.offer-rule", "authority", access.actor().authority(), null, Map.of("letter", letterCounts));
    }
}
