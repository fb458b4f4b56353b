package lantern.intake.queue;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.intake.Said;
import lantern.intake.SaidJson;
import lantern.intake.adding.AddChild;
import lantern.intake.linking.Decisions;
import lantern.intake.notification.TextRule;
import lantern.intake.triage.Rating;
import lantern.intake.triage.Triage;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which notification comes next, and what one page of the queue decides: who the child is, how urgent, why. All in the caller's transaction. */
@Component
class Queue {
    /** In the order of the inbox, without what is parked and without found reports, which pair by themselves. */
    private static final String WAITING = """
            from intake.notification n
            where n.authority_id = :authority and n.state in ('received', 'linked') and n.kind in ('missing', 'absent', 'concern')
            """;

    private static final String ORDER = " order by n.kind not in ('missing', 'concern'), n.received_at, n.id limit 1";

    private final JdbcClient db;
    private final Decisions decisions;
    private final Triage triage;
    private final Clock clock;

    Queue(JdbcClient db, Decisions decisions, Triage triage, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.triage = triage;
        this.clock = clock;
    }

    /** The one after this; after the last the first again. */
    Optional<UUID> next(Actor by, @Nullable UUID after) {
        if (after == null) return first(by, null);
        var sql = "select n.id " + WAITING + """
                and (n.kind not in ('missing', 'concern'), n.received_at, n.id) >
                    (select x.kind not in ('missing', 'concern'), x.received_at, x.id from intake.notification x where x.authority_id = :authority and x.id = :after)
                """ + ORDER;
        var found = db.sql(sql)
                .param("authority", by.authority())
                .param("after", after)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
        return found.isPresent() ? found : first(by, after);
    }

    private Optional<UUID> first(Actor by, @Nullable UUID but) {
        return db.sql("select n.id " + WAITING + " and n.id is distinct from :but::uuid" + ORDER)
                .param("authority", by.authority())
                .param("but", but)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    long waiting(Actor by) {
        return db.sql("select count(*) " + WAITING)
                .param("authority", by.authority())
                .query(Long.class)
                .single();
    }

    /**
     * @param who a child's id, "new" for one that is added as the message says, or empty
     * @param decision a rating, "park" or empty
     */
    record Typed(String who, String decision, String reason, String feedback) {}

    void decide(UUID id, Typed typed, Actor by) {
        var linked = waitsFor(id, by).equals("linked");
        if (typed.decision.equals("park")) {
            decisions.park(id, reason(typed, "Enter what it waits for"), by);
            return;
        }
        if (!linked && !typed.who.isEmpty()) link(id, typed.who, by);
        if (!typed.decision.isEmpty())
            triage.rate(id, Rating.of(typed.decision), reason(typed, "Enter the reason for the decision"), by);
        else if (!linked && typed.who.isEmpty()) throw new Refused("Choose who the child is, or what to do", "who");
        else if (waitsFor(id, by).equals("linked"))
            throw new Refused("Choose Red, Amber, Green or no further action", "decision");
        if (!typed.feedback.isBlank()) triage.answerReferrer(id, TextRule.required(typed.feedback, "feedback", ""), by);
    }

    private void link(UUID id, String who, Actor by) {
        if (!who.equals("new")) {
            decisions.link(id, child(who), by);
            return;
        }
        if (!by.may(Permission.WRITE_CHILD))
            throw Refused.notAllowed("Your role does not add children. Park it for the hub");
        var today = London.date(clock.instant());
        var said = said(id, by);
        decisions.add(id, new AddChild(AddChild.known(said, today)).child(said, today), by);
    }

    private static UUID child(String who) {
        try {
            return UUID.fromString(who);
        } catch (IllegalArgumentException e) {
            throw new Refused("Choose who the child is", "who");
        }
    }

    private static String reason(Typed typed, String ask) {
        return TextRule.required(typed.reason, "reason", ask);
    }

    private String waitsFor(UUID id, Actor by) {
        return db.sql("select state from intake.notification where authority_id = :authority and id = :id")
                .param("authority", by.authority())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private Said said(UUID id, Actor by) {
        return db.sql("select said from intake.notification where authority_id = :authority and id = :id")
                .param("authority", by.authority())
                .param("id", id)
                .query((row, n) -> SaidJson.read(row.getString("said")))
                .single();
    }
}
