package lantern.missing.triage;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewRows;
import lantern.missing.interview.Ratings;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The provider rates a referral; a later rating stands beside the earlier ones. */
@Component
@Transactional
public class Triages {
    private final JdbcClient db;
    private final InterviewRows rows;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Triages(JdbcClient db, InterviewRows rows, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param indicators code of each that is confirmed, with its note */
    public void triage(UUID id, String rating, String reason, Map<String, String> indicators) {
        if (!Ratings.CHOICES.containsKey(rating)) throw new Refused("Choose the rating", "triage");
        var interview = rows.open(id);
        var now = stamp(clock.instant());
        var actor = access.actor();
        var sql = """
                with rated as (
                    insert into missing.interview_triage (authority_id, id, interview_id, child_id, rating, reason, decided_at, decided_by)
                    values (:authority, :decision, :id, :child, :rating, :reason, :now, :actor)
                ), stands as (update missing.interview set triage = :rating where authority_id = :authority and id = :id)
                delete from missing.interview_indicator where authority_id = :authority and interview_id = :id
                """;
        db.sql(sql)
                .param("authority", actor.authority())
                .param("decision", Ids.next())
                .param("id", id)
                .param("child", interview.child())
                .param("rating", rating)
                .param("reason", reason)
                .param("now", now)
                .param("actor", actor.id())
                .update();
        var confirmed = """
                insert into missing.interview_indicator (authority_id, interview_id, child_id, indicator, note, recorded_at, recorded_by)
                select :authority, :id, :child, i.indicator, i.note, :now, :actor from unnest(:indicators::text[], :notes::text[]) as i (indicator, note)
                """;
        db.sql(confirmed)
                .param("authority", actor.authority())
                .param("id", id)
                .param("child", interview.child())
                .param("indicators", indicators.keySet().toArray(String[]::new))
                .param("notes", indicators.values().toArray(String[]::new))
                .param("now", now)
                .param("actor", actor.id())
                .update();
        ledger.act("interview.triaged", "interview", id, interview.child(), Map.of("rating", rating));
    }
}
