package lantern.missing.meeting;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.missing.meeting.Meeting.Decision;
import lantern.missing.meeting.Meeting.Invited;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings as they stand, under the reader's own policies. */
@Component
public class MeetingQueries {
    private final JdbcClient db;
    private final Access access;
    private final Names names;

    MeetingQueries(JdbcClient db, Access access, Names names) {
        this.db = db;
        this.access = access;
        this.names = names;
    }

    public Meeting one(UUID id) {
        return read("m.id = :id", id).stream().findFirst().orElseThrow(Refused::notFound);
    }

    /** The meetings of an episode and of those that were merged into it, the latest first. */
    public List<Meeting> of(UUID episode) {
        return read(
                "m.episode_id in (select id from missing.episode where authority_id = :authority and :id in (id, merged_into))",
                episode);
    }

    private List<Meeting> read(String which, UUID id) {
        var sql = "select m.* from missing.meeting m where m.authority_id = :authority and " + which
                + " order by m.called_for desc, m.id desc";
        var authority = access.actor().authority();
        var found = db.sql(sql)
                .param("authority", authority)
                .param("id", id)
                .query((row, n) -> new Found(row.getObject("called_by", UUID.class), bare(row)))
                .list();
        if (found.isEmpty()) return List.of();
        var ids = found.stream().map(each -> each.meeting.id()).toArray(UUID[]::new);
        var invited = invited(authority, ids);
        var decisions = decisions(authority, ids);
        var called = names.of(found.stream().map(Found::by).toList());
        return found.stream()
                .map(each -> each.meeting.with(
                        called.name(each.by),
                        invited.getOrDefault(each.meeting.id(), List.of()),
                        decisions.getOrDefault(each.meeting.id(), List.of())))
                .toList();
    }

    /** A meeting whose author's name, guests and decisions are still to be read. */
    private record Found(UUID by, Meeting meeting) {}

    private static Meeting bare(ResultSet row) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getObject("episode_id", UUID.class),
                row.getObject("child_id", UUID.class),
                Meeting.Kind.of(row.getString("kind")),
                instant(row, "called_for"),
                row.getString("place"),
                instant(row, "called_at"),
                null,
                instantOrNull(row, "held_at"),
                row.getString("chair"),
                row.getString("discussed"),
                row.getString("cancelled_because"),
                List.of(),
                List.of());
    }

    private Map<UUID, List<Invited>> invited(UUID authority, UUID[] meetings) {
        var sql = """
                select id, meeting_id, agency_id, who, attendance from missing.meeting_invited
                where authority_id = :authority and meeting_id = any (:meetings) order by agency_id is null, who, id
                """;
        var found = new HashMap<UUID, List<Invited>>();
        db.sql(sql).param("authority", authority).param("meetings", meetings).query(row -> {
            found.computeIfAbsent(row.getObject("meeting_id", UUID.class), any -> new ArrayList<>())
                    .add(new Invited(
                            row.getObject("id", UUID.class),
                            row.getObject("agency_id", UUID.class),
                            row.getString("who"),
                            row.getString("attendance")));
        });
        return found;
    }

    private Map<UUID, List<Decision>> decisions(UUID authority, UUID[] meetings) {
        var sql = """
                select id, meeting_id, words, owner, due_on, done_on, done_words from missing.meeting_decision
                where authority_id = :authority and meeting_id = any (:meetings) order by place, id
                """;
        var found = new HashMap<UUID, List<Decision>>();
        db.sql(sql).param("authority", authority).param("meetings", meetings).query(row -> {
            found.computeIfAbsent(row.getObject("meeting_id", UUID.class), any -> new ArrayList<>())
                    .add(new Decision(
                            row.getObject("id", UUID.class),
                            row.getString("words"),
                            row.getString("owner"),
                            row.getObject("due_on", LocalDate.class),
                            row.getObject("done_on", LocalDate.class),
                            row.getString("done_words")));
        });
        return found;
    }

    /** Which meeting a decision is of. */
    UUID meetingOf(UUID decision) {
        return db.sql("select meeting_id from missing.meeting_decision where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", decision)
                .query((row, n) -> row.getObject("meeting_id", UUID.class))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** The agencies that can be invited, by id. */
    Map<String, String> agencies() {
        var agencies = new LinkedHashMap<String, String>();
        db.sql(
                        "select id, name from access.v_agency where authority_id = :authority and ended_at is null order by name")
                .param("authority", access.actor().authority())
                .query(row -> {
                    agencies.put(row.getString("id"), row.getString("name"));
                });
        return agencies;
    }
}
