package lantern.missing.mention;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewView;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was named in an interview, each as a row of its own: not confirmed until somebody says that it is, or sets it aside. */
@Component
public class Mentions {
    /** The longest line that is kept of what was named. */
    public static final int LONGEST = 500;

    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Mentions(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param named kind (place, person, thing) to what was typed, one on each line */
    public void record(UUID child, UUID interview, Map<String, String> named) {
        named.forEach((kind, lines) -> {
            for (var words : lines(lines)) record(child, interview, kind, words);
        });
    }

    /** The lines of a box, each once. */
    public static Set<String> lines(String typed) {
        var lines = new LinkedHashSet<String>();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }

    private void record(UUID child, UUID interview, String kind, String words) {
        var sql = """
                insert into missing.interview_mention (authority_id, id, interview_id, child_id, kind, words, recorded_at, recorded_by)
                values (:authority, :id, :interview, :child, :kind, :words, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", Ids.next())
                .param("interview", interview)
                .param("child", child)
                .param("kind", kind)
                .param("words", words)
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
    }

    void decide(InterviewView interview, UUID mention, String decision, String because) {
        var sql = """
                update missing.interview_mention set decision = :decision, decided_because = :because, decided_at = :now, decided_by = :actor
                where authority_id = :authority and id = :id and interview_id = :interview and decision is null
                """;
        var decided = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", mention)
                .param("interview", interview.id())
                .param("decision", decision)
                .param("because", because)
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        if (decided == 0) throw Refused.conflict("Somebody has decided on this already");
        ledger.act("mention." + decision, "interview", interview.id(), interview.child());
    }
}
