package lantern.missing.answer;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewView;
import lantern.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to recommendations: none is changed, the newest of a recommendation counts. */
@Component
class Answers {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Answers(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param by who answered, in words: they need not use Lantern */
    void record(InterviewView interview, UUID recommendation, String answer, String by, String words) {
        var sql = """
                insert into missing.recommendation_answer (authority_id, id, recommendation_id, child_id, answer, answered_by, words, recorded_at, recorded_by)
                values (:authority, :id, :recommendation, :child, :answer, :by, :words, :now, :actor)
                """;
        var id = Ids.next();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("recommendation", recommendation)
                .param("child", interview.child())
                .param("answer", answer)
                .param("by", by)
                .param("words", words)
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        ledger.act("recommendation.answered", "interview", interview.id(), interview.child(), Map.of("answer", answer));
    }
}
