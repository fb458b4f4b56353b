package lantern.meetings.meeting;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.meetings.About;
import lantern.meetings.MeetingKind;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads meetings under the reader's policies: a meeting about children none of whom they see is not there. */
@Component
public class MeetingRows {
    private final JdbcClient db;
    private final Access access;

    MeetingRows(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    public Meeting find(UUID id) {
        return one(id, "");
    }

    /** The row stays locked until the transaction ends, so that what is done to one meeting comes one after the other. */
    public Meeting lock(UUID id) {
        return one(id, " for update");
    }

    private Meeting one(UUID id, String and) {
        return db.sql("select * from meetings.meeting where authority_id = :authority and id = :id" + and)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(MeetingRows::meeting)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    public static Meeting meeting(ResultSet row, int n) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                MeetingKind.of(row.getString("kind")),
                Arrays.asList((String[]) row.getArray("focus").getArray()),
                instant(row, "starts_at"),
                row.getInt("minutes_long"),
                row.getString("place"),
                row.getObject("chair_id", UUID.class),
                row.getString("chair"),
                instant(row, "planned_at"),
                row.getObject("planned_by", UUID.class),
                row.getInt("version"),
                instantOrNull(row, "held_at"),
                row.getObject("next_review_on", LocalDate.class),
                instantOrNull(row, "minutes_issued_at"),
                row.getBoolean("correcting"),
                instantOrNull(row, "cancelled_at"),
                row.getString("cancelled_because"));
    }

    /** Those of its children that the reader may read of. */
    public List<Meeting.OfChild> children(UUID meeting) {
        var sql = """
                select id, meeting_id, child_id, subject_kind, subject_id, place from meetings.meeting_child
                where authority_id = :authority and meeting_id = :meeting order by place, id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting)
                .query((row, n) -> new Meeting.OfChild(
                        row.getObject("id", UUID.class),
                        row.getObject("meeting_id", UUID.class),
                        new About(
                                row.getObject("child_id", UUID.class),
                                row.getString("subject_kind"),
                                row.getObject("subject_id", UUID.class)),
                        row.getInt("place")))
                .list();
    }

    /** Whether the reader may read of every child of the meeting. */
    public boolean seesAll(UUID meeting) {
        return Boolean.TRUE.equals(db.sql("select meetings.sees_all(:meeting)")
                .param("meeting", meeting)
                .query(Boolean.class)
                .single());
    }

    /** For who leads it, and so may read of every child it is about. */
    public Meeting led(UUID id) {
        var meeting = find(id);
        requireAll(id);
        return meeting;
    }

    public void requireAll(UUID meeting) {
        if (!seesAll(meeting))
            throw Refused.notAllowed(
                    "You may read of some of the children of this meeting only: it is led by somebody who may read of all of them");
    }

    /** Everybody who is or was invited, in the order of the invitations. */
    public List<Meeting.Invited> invited(UUID meeting) {
        var sql = """
                select id, meeting_child_id, agency_id, person_id, name, email, part, removed_at is not null as removed, attendance from meetings.invited
                where authority_id = :authority and meeting_id = :meeting order by invited_at, id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting)
                .query((row, n) -> new Meeting.Invited(
                        row.getObject("id", UUID.class),
                        row.getObject("meeting_child_id", UUID.class),
                        row.getObject("agency_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        MeetingKind.Part.of(row.getString("part")),
                        row.getBoolean("removed"),
                        row.getString("attendance")))
                .list();
    }
}
