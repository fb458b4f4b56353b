package lantern.oversight.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.oversight.inquiry.Recommendation.Assessment;
import lantern.oversight.inquiry.Recommendation.Conclusion;
import lantern.oversight.inquiry.Recommendation.Evidence;
import lantern.oversight.inquiry.Recommendation.Responsible;
import lantern.oversight.inquiry.Recommendation.Standing;
import lantern.oversight.inquiry.Recommendation.Status;
import lantern.oversight.inquiry.Recommendation.SubPart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of the recommendations of one inquiry, by recommendation: one query for each kind of fact. */
@Component
class Said {
    private final JdbcClient db;

    Said(JdbcClient db) {
        this.db = db;
    }

    record All(
            Map<UUID, List<SubPart>> parts,
            Map<UUID, List<Responsible>> responsible,
            Map<UUID, List<Evidence>> evidence,
            Map<UUID, List<Assessment>> assessments,
            Map<UUID, List<Conclusion>> conclusions,
            Map<UUID, List<Meeting>> planned,
            Map<UUID, Map<String, String>> printed) {}

    All of(UUID inquiry) {
        var meetings = meetings();
        return new All(
                parts(inquiry),
                responsible(inquiry),
                evidence(inquiry, meetings),
                assessments(inquiry, meetings),
                conclusions(inquiry, meetings),
                planned(inquiry, meetings),
                printed(inquiry));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> by(String sql, UUID inquiry, Reading<T> reading) {
        var all = new HashMap<UUID, List<T>>();
        db.sql(sql).param("id", inquiry).query(row -> {
            all.computeIfAbsent(row.getObject("recommendation_id", UUID.class), id -> new ArrayList<>())
                    .add(reading.read(row));
        });
        return all;
    }

    Map<UUID, Meeting> meetings() {
        var sql = """
                select m.id, m.committee_id, m.held_on, m.starts_at, coalesce(m.place, '') as place,
                       (select n.name from oversight.committee_name n where n.authority_id = m.authority_id and n.committee_id = m.committee_id
                        order by n.from_on <= m.held_on desc, case when n.from_on <= m.held_on then n.from_on end desc, n.from_on limit 1) as name
                from oversight.meeting m where m.authority_id = (select ctx.authority())
                """;
        var all = new HashMap<UUID, Meeting>();
        db.sql(sql)
                .query((row, n) -> new Meeting(
                        row.getObject("id", UUID.class),
                        row.getObject("committee_id", UUID.class),
                        row.getString("name"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("starts_at"),
                        row.getString("place")))
                .list()
                .forEach(meeting -> all.put(meeting.id(), meeting));
        return all;
    }

    private Map<UUID, List<SubPart>> parts(UUID inquiry) {
        var sql = """
                select p.recommendation_id, p.id, p.label, p.words, coalesce(s.status, 'open') as status, coalesce(s.why, '') as why from oversight.sub_part p
                join oversight.recommendation r on r.authority_id = p.authority_id and r.id = p.recommendation_id
                left join lateral (select s.status, s.why from oversight.sub_part_status s where s.authority_id = p.authority_id and s.sub_part_id = p.id
                                   order by s.recorded_at desc, s.id desc limit 1) s on true
                where p.authority_id = (select ctx.authority()) and r.inquiry_id = :id order by p.label
                """;
        return by(
                sql,
                inquiry,
                row -> new SubPart(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getString("words"),
                        Status.valueOf(
                                row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')),
                        row.getString("why")));
    }

    private Map<UUID, List<Responsible>> responsible(UUID inquiry) {
        var sql = """
                select b.recommendation_id, b.role_id, b.from_on, b.until_on,
                       (select n.name from oversight.role_name n where n.authority_id = b.authority_id and n.role_id = b.role_id order by n.from_on desc limit 1) as name,
                       (select h.holder from oversight.role_holder h where h.authority_id = b.authority_id and h.role_id = b.role_id
                        and h.until_on is null order by h.from_on desc limit 1) as holder
                from oversight.responsibility b join oversight.recommendation r on r.authority_id = b.authority_id and r.id = b.recommendation_id
                where b.authority_id = (select ctx.authority()) and r.inquiry_id = :id order by b.from_on, b.id
                """;
        return by(
                sql,
                inquiry,
                row -> new Responsible(
                        row.getObject("role_id", UUID.class),
                        row.getString("name"),
                        row.getString("holder"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class)));
    }

    private Map<UUID, List<Evidence>> evidence(UUID inquiry, Map<UUID, Meeting> meetings) {
        var sql = """
                select a.recommendation_id, a.labels, e.*, (select l.id from oversight.evidence l where l.authority_id = e.authority_id and l.supersedes = e.id) as superseded_by
                from oversight.evidence e join oversight.evidence_answer a on a.authority_id = e.authority_id and a.evidence_id = e.id
                where e.authority_id = (select ctx.authority())
                  and a.recommendation_id in (select r.id from oversight.recommendation r where r.authority_id = (select ctx.authority()) and r.inquiry_id = :id)
                order by e.dated_on, e.recorded_at, e.id
                """;
        return by(
                sql,
                inquiry,
                row -> new Evidence(
                        row.getObject("id", UUID.class),
                        row.getObject("dated_on", LocalDate.class),
                        meeting(meetings, row, "following_meeting"),
                        row.getString("author"),
                        row.getString("organisation"),
                        row.getString("words"),
                        row.getBoolean("contrary"),
                        labels(row, "labels"),
                        row.getObject("supersedes", UUID.class),
                        row.getObject("superseded_by", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }

    private Map<UUID, List<Assessment>> assessments(UUID inquiry, Map<UUID, Meeting> meetings) {
        var sql = """
                select a.* from oversight.assessment a join oversight.recommendation r on r.authority_id = a.authority_id and r.id = a.recommendation_id
                where a.authority_id = (select ctx.authority()) and r.inquiry_id = :id order by a.recorded_at, a.id
                """;
        return by(sql, inquiry, row -> {
            var category = row.getObject("category", Integer.class);
            return new Assessment(
                    row.getObject("id", UUID.class),
                    java.util.Objects.requireNonNull(meeting(meetings, row, "meeting_id")),
                    Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                    category == null ? null : Scale.shipped().of(category),
                    row.getString("raw"),
                    row.getString("reason"),
                    row.getString("obstacle"),
                    row.getString("anticipated"),
                    labels(row, "answers"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        });
    }

    private Map<UUID, List<Conclusion>> conclusions(UUID inquiry, Map<UUID, Meeting> meetings) {
        var sql = """
                select c.* from oversight.conclusion c join oversight.recommendation r on r.authority_id = c.authority_id and r.id = c.recommendation_id
                where c.authority_id = (select ctx.authority()) and r.inquiry_id = :id order by c.recorded_at, c.id
                """;
        return by(sql, inquiry, row -> {
            var category = row.getObject("category", Integer.class);
            return new Conclusion(
                    row.getObject("id", UUID.class),
                    row.getObject("concluded_on", LocalDate.class),
                    meeting(meetings, row, "meeting_id"),
                    category == null ? null : Scale.shipped().of(category),
                    row.getString("qualifier"),
                    row.getObject("reopened_on", LocalDate.class),
                    row.getString("reopened_because"));
        });
    }

    private Map<UUID, List<Meeting>> planned(UUID inquiry, Map<UUID, Meeting> meetings) {
        var sql = """
                select p.recommendation_id, p.meeting_id from oversight.tracking_plan p join oversight.recommendation r on r.authority_id = p.authority_id and r.id = p.recommendation_id
                where p.authority_id = (select ctx.authority()) and r.inquiry_id = :id
                """;
        return by(sql, inquiry, row -> java.util.Objects.requireNonNull(meeting(meetings, row, "meeting_id")));
    }

    private Map<UUID, Map<String, String>> printed(UUID inquiry) {
        var sql = """
                select p.recommendation_id, p.paper, p.number from oversight.printed_number p
                join oversight.recommendation r on r.authority_id = p.authority_id and r.id = p.recommendation_id
                where p.authority_id = (select ctx.authority()) and r.inquiry_id = :id order by p.paper
                """;
        var all = new HashMap<UUID, Map<String, String>>();
        db.sql(sql).param("id", inquiry).query(row -> {
            all.computeIfAbsent(row.getObject("recommendation_id", UUID.class), id -> new LinkedHashMap<>())
                    .put(row.getString("paper"), row.getString("number"));
        });
        return all;
    }

    private static @Nullable Meeting meeting(Map<UUID, Meeting> meetings, ResultSet row, String column)
            throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : meetings.get(id);
    }

    private static List<String> labels(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
