package lantern.meetings;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.meetings.invitation.Involvements;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody is to do for a child, of a meeting, of a plan, or of both. An agency that owns one sees the child until four weeks after it is done. */
@Component
@Transactional
public class Actions {
    private final JdbcClient db;
    private final Involvements involvements;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Actions(JdbcClient db, Involvements involvements, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.involvements = involvements;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param person somebody of Lantern's; or {@code name} in words; or neither, and it is the agency's
     * @param due null: no date
     */
    public record Task(
            String words,
            @Nullable UUID person,
            @Nullable String name,
            UUID agency,
            @Nullable LocalDate due) {}

    /** @param notDone it was given up, and {@code outcome} says why */
    public record Action(
            UUID id,
            About about,
            @Nullable UUID meeting,
            Task task,
            Instant addedAt,
            UUID addedBy,
            @Nullable Instant doneAt,
            @Nullable UUID doneBy,
            @Nullable String outcome,
            boolean notDone) {
        public boolean open() {
            return doneAt == null;
        }

        public boolean late(LocalDate today) {
            return open() && task.due() != null && task.due().isBefore(today);
        }
    }

    /** @param meeting that agreed it; null for one of a plan */
    public UUID add(About about, @Nullable UUID meeting, Task task) {
        if (task.words().isBlank()) throw new Refused("Say what is to be done", "words");
        var id = Ids.next();
        var now = clock.instant();
        var sql = """
                insert into meetings.action (authority_id, id, child_id, subject_kind, subject_id, meeting_id, words, owner_id, owner_name, owner_agency,
                    due_on, added_at, added_by, untold)
                values (:authority, :id, :child, :kind, :subject, :meeting, :words, :person, :name, :agency, :due, :now, :actor, :untold)
                """;
        owned(db.sql(sql), task)
                .param("id", id)
                .param("child", about.child())
                .param("kind", about.kind())
                .param("subject", about.id())
                .param("meeting", meeting)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .param("untold", isSomebodyElses(task))
                .update();
        involvements.open(about.child(), task.agency(), "plan", id, now);
        ledger.act("action.added", "action", id, about.child());
        return id;
    }

    /** Nobody is told of what they give to themselves, nor all of an agency of what one of them keeps for it. */
    private boolean isSomebodyElses(Task task) {
        var actor = access.actor();
        return task.person() != null
                ? !task.person().equals(actor.id())
                : !task.agency().equals(actor.agency());
    }

    private JdbcClient.StatementSpec owned(JdbcClient.StatementSpec sql, Task task) {
        return sql.param("authority", access.actor().authority())
                .param("words", task.words().strip())
                .param("person", task.person())
                .param("name", task.name())
                .param("agency", task.agency())
                .param("due", task.due());
    }

    /** What it was is kept, with why it was changed. */
    public void change(UUID id, Task task, String because) {
        if (because.isBlank()) throw new Refused("Say why it is changed", "because");
        if (task.words().isBlank()) throw new Refused("Say what is to be done", "words");
        var was = lock(id);
        if (!was.open()) throw new Refused("It is recorded already that this was done");
        var now = clock.instant();
        var keep = """
                insert into meetings.action_change (authority_id, id, action_id, child_id, words, owner_id, owner_name, owner_agency, due_on, changed_at,
                    changed_by, because)
                values (:authority, :id, :action, :child, :words, :person, :name, :agency, :due, :now, :actor, :because)
                """;
        owned(db.sql(keep), was.task())
                .param("id", Ids.next())
                .param("action", id)
                .param("child", was.about().child())
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .param("because", because.strip())
                .update();
        var sql = """
                update meetings.action set words = :words, owner_id = :person, owner_name = :name, owner_agency = :agency, due_on = :due, untold = :untold
                where authority_id = :authority and id = :id
                """;
        owned(db.sql(sql), task)
                .param("id", id)
                .param("untold", isSomebodyElses(task))
                .update();
        if (!task.agency().equals(was.task().agency())) {
            involvements.end(id, was.task().agency(), now);
            involvements.open(was.about().child(), task.agency(), "plan", id, now);
        }
        ledger.act("action.changed", "action", id, was.about().child());
    }

    public void done(UUID id, String outcome) {
        end(id, outcome, false);
    }

    /** It will not be done, with why. */
    public void drop(UUID id, String because) {
        end(id, because, true);
    }

    private void end(UUID id, String outcome, boolean notDone) {
        if (outcome.isBlank())
            throw new Refused(notDone ? "Say why it is not done" : "Say what was done, and with what result", "words");
        var was = lock(id);
        requireOwn(was);
        if (!was.open()) throw new Refused("It is recorded already that this was done");
        var now = clock.instant();
        var sql = """
                update meetings.action set done_at = :now, done_by = :actor, outcome = :outcome, not_done = :not, untold = false
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .param("outcome", outcome.strip())
                .param("not", notDone)
                .update();
        ledger.act(
                notDone ? "action.dropped" : "action.done",
                "action",
                id,
                was.about().child(),
                Map.of("kind", was.about().kind()));
        involvements.endAfterwards(id, now);
    }

    /** Whether the reader may say that it is done: its agency's people, and whoever leads meetings. */
    public boolean isOwn(Action action) {
        var actor = access.actor();
        return actor.may(Permission.HOLD_MEETINGS) || action.task().agency().equals(actor.agency());
    }

    private void requireOwn(Action action) {
        if (!isOwn(action))
            throw Refused.notAllowed("It is recorded by the agency that has it to do, or by whoever leads meetings");
    }

    public Action find(UUID id) {
        return db.sql("select * from meetings.action where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(Actions::action)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private Action lock(UUID id) {
        return db.sql("select * from meetings.action where authority_id = :authority and id = :id for update")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(Actions::action)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** Of a concern or an absence: open ones first, the earliest due first. */
    public List<Action> of(About about) {
        return list("subject_id", about.id());
    }

    public List<Action> ofMeeting(UUID meeting) {
        return list("meeting_id", meeting);
    }

    static String by(String column) {
        return "select * from meetings.action where authority_id = :authority and " + column
                + " = :id order by done_at is not null, due_on nulls last, added_at, id";
    }

    private List<Action> list(String column, UUID id) {
        return db.sql(by(column))
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(Actions::action)
                .list();
    }

    public static Action action(ResultSet row, int n) throws SQLException {
        return new Action(
                row.getObject("id", UUID.class),
                new About(
                        row.getObject("child_id", UUID.class),
                        row.getString("subject_kind"),
                        row.getObject("subject_id", UUID.class)),
                row.getObject("meeting_id", UUID.class),
                new Task(
                        row.getString("words"),
                        row.getObject("owner_id", UUID.class),
                        row.getString("owner_name"),
                        row.getObject("owner_agency", UUID.class),
                        row.getObject("due_on", LocalDate.class)),
                instant(row, "added_at"),
                row.getObject("added_by", UUID.class),
                instantOrNull(row, "done_at"),
                row.getObject("done_by", UUID.class),
                row.getString("outcome"),
                row.getBoolean("not_done"));
    }
}
