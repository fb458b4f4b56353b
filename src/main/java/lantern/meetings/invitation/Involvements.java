package lantern.meetings.invitation;

import static lantern.platform.Stamps.stamp;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantern.access.Access;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a meeting or an action opens to an agency, and for how long. Children's services need none: it is their record. */
@Component
public class Involvements {
    /** So that who came or did something can read the outcome and ask back; no standard or paper gives a number. */
    private static final Duration SIGHT_AFTERWARDS = Duration.ofDays(28);

    private final JdbcClient db;
    private final Access access;

    Involvements(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** @param kind of the involvement: "meeting" or "plan" */
    public void open(UUID child, UUID agency, String kind, UUID subject, Instant at) {
        if (kindOf(agency).equals("children")) return;
        db.sql("select meetings.involve(:child, :agency, :kind, :subject, :id, :at)")
                .param("child", child)
                .param("agency", agency)
                .param("kind", kind)
                .param("subject", subject)
                .param("id", Ids.next())
                .param("at", stamp(at))
                .query((row, n) -> 1)
                .list();
    }

    /** What gave sight is over: it goes on for four weeks. */
    public void endAfterwards(UUID subject, Instant over) {
        end(subject, null, over.plus(SIGHT_AFTERWARDS));
    }

    /** Of this agency, or of all. */
    public void end(UUID subject, @Nullable UUID agency, Instant at) {
        db.sql("select meetings.end_involvement(:subject, :agency::uuid, :at)")
                .param("subject", subject)
                .param("agency", agency)
                .param("at", stamp(at))
                .query((row, n) -> 1)
                .list();
    }

    private String kindOf(UUID agency) {
        return db.sql(
                        "select kind from access.v_agency where authority_id = :authority and id = :id and ended_at is null")
                .param("authority", access.actor().authority())
                .param("id", agency)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("Choose an agency of the list", "agency"));
    }
}
