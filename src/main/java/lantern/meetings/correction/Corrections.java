package lantern.meetings.correction;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.meetings.form.Offered;
import lantern.meetings.invitation.Involvements;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens minutes that were issued for writing again. The copies that went before stay as they are. */
@Component
@Transactional
public class Corrections {
    private final JdbcClient db;
    private final MeetingRows rows;
    private final Offered offered;
    private final Involvements involvements;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Corrections(
            JdbcClient db,
            MeetingRows rows,
            Offered offered,
            Involvements involvements,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.offered = offered;
        this.involvements = involvements;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is changed in the minutes about one child, as each copy of the version says it. */
    public record Correction(int version, String words) {}

    /** @param changed what is changed, by the part of the meeting that is about a child; a child without words keeps the minutes it has */
    public void begin(UUID id, Map<UUID, String> changed) {
        var meeting = rows.lock(id);
        rows.requireAll(id);
        if (meeting.issuedAt() == null) throw new Refused("These minutes are not issued yet: write on");
        if (meeting.correcting()) throw new Refused("These minutes are being corrected already: write on");
        var about = rows.children(id).stream()
                .filter(each -> changed.containsKey(each.id()))
                .toList();
        if (about.isEmpty()) throw new Refused("Say what is changed", "words");
        var now = clock.instant();
        for (var each : about) begin(each, changed.getOrDefault(each.id(), ""), now);
        db.sql("update meetings.meeting set correcting = true where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .update();
    }

    private void begin(Meeting.OfChild child, String words, Instant now) {
        var sql = """
                insert into meetings.correction (authority_id, id, meeting_id, meeting_child_id, child_id, version, words, begun_at, begun_by)
                select :authority, :id, :meeting, :of, :child, 1 + greatest(1, max(version)), :words, :now, :actor
                from meetings.copy where authority_id = :authority and meeting_child_id = :of
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", Ids.next())
                .param("meeting", child.meeting())
                .param("of", child.id())
                .param("child", child.child())
                .param("words", words.strip())
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
        // Whoever was given what was wrong is given what is right, also when their sight of the child has ended since.
        for (var agency : given(child)) involvements.open(child.child(), agency, "meeting", child.meeting(), now);
        ledger.act("minutes.correction-begun", "meeting", child.meeting(), child.child());
    }

    private List<UUID> given(Meeting.OfChild child) {
        var working = offered.agencies().stream().map(Offered.Agency::id).toList();
        return db
                .sql(
                        "select distinct agency_id from meetings.copy where authority_id = :authority and meeting_child_id = :of")
                .param("authority", access.actor().authority())
                .param("of", child.id())
                .query((row, n) -> row.getObject("agency_id", UUID.class))
                .list()
                .stream()
                .filter(working::contains)
                .toList();
    }

    /** What is being corrected, by the part of the meeting that is about a child. */
    public Map<UUID, Correction> open(UUID meeting) {
        var sql = """
                select meeting_child_id, version, words from meetings.correction
                where authority_id = :authority and meeting_id = :meeting and issued_at is null
                """;
        var open = new HashMap<UUID, Correction>();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting)
                .query(row -> {
                    open.put(
                            row.getObject("meeting_child_id", UUID.class),
                            new Correction(row.getInt("version"), row.getString("words")));
                });
        return open;
    }

    public void issued(UUID meeting, Instant at) {
        var sql = """
                with over as (
                    update meetings.correction set issued_at = :at where authority_id = :authority and meeting_id = :meeting and issued_at is null
                )
                update meetings.meeting set correcting = false where authority_id = :authority and id = :meeting
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting)
                .param("at", stamp(at))
                .update();
    }
}
