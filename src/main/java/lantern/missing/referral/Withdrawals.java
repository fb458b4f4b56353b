package lantern.missing.referral;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back the referral of an interview when the return it was made for did not happen. */
@Component
public class Withdrawals {
    private final JdbcClient db;
    private final Access access;
    private final Timescales timescales;
    private final Ledger ledger;
    private final Clock clock;

    Withdrawals(JdbcClient db, Access access, Timescales timescales, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.timescales = timescales;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Ends every interview that is still to be held and covers only this episode; the provider no longer sees the child through it. */
    public void withdraw(UUID episode, String because) {
        var sql = """
                with withdrawn as (
                    update missing.interview i set outcome = 'withdrawn', outcome_at = :now, outcome_by = :actor, outcome_reason = :because
                    where i.authority_id = :authority and i.outcome is null
                      and i.id in (select e.interview_id from missing.interview_episode e where e.authority_id = :authority and e.episode_id = :episode)
                      and not exists (select from missing.interview_episode o
                          where o.authority_id = :authority and o.interview_id = i.id and o.episode_id <> :episode)
                    returning i.id, i.child_id
                )
                select id, child_id, missing.end_involvement(id, :now) from withdrawn
                """;
        var now = clock.instant();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("actor", access.actor().id())
                .param("episode", episode)
                .param("because", because)
                .param("now", stamp(now))
                .query((row, n) ->
                        new Withdrawn(row.getObject("id", UUID.class), row.getObject("child_id", UUID.class)))
                .list()
                .forEach(each -> {
                    timescales.happened(
                            Happening.INTERVIEW_CLOSED,
                            Subject.interview(each.interview()),
                            each.child(),
                            now,
                            Set.of());
                    ledger.act("interview.withdrawn", "interview", each.interview(), each.child());
                });
    }

    private record Withdrawn(UUID interview, UUID child) {}
}
