package lantern.meetings.issue;

import static lantern.platform.Stamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.meetings.MeetingKind;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Copies of minutes as they were issued; each agency finds its own, children's services all of them. */
@Component
class MinutesCopies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COPY = """
            select c.id, c.meeting_id, c.child_id, c.agency_id, c.recipient, c.version, c.changed, c.issued_at, c.issued_by, m.kind, m.starts_at
            from meetings.copy c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id
            where c.authority_id = :authority
            """;

    static final String SENT_TO = COPY + " and c.agency_id = :agency order by c.issued_at desc, c.id limit 200";

    private final JdbcClient db;
    private final Access access;

    MinutesCopies(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    public record Copy(
            UUID id,
            UUID meeting,
            UUID child,
            UUID agency,
            String recipient,
            int version,
            @Nullable String changed,
            Instant issuedAt,
            UUID issuedBy,
            MeetingKind kind,
            Instant startsAt) {}

    private static Copy copy(ResultSet row, int n) throws SQLException {
        return new Copy(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("recipient"),
                row.getInt("version"),
                row.getString("changed"),
                instant(row, "issued_at"),
                row.getObject("issued_by", UUID.class),
                MeetingKind.of(row.getString("kind")),
                instant(row, "starts_at"));
    }

    Copy find(UUID id) {
        return db.sql(COPY + " and c.id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(MinutesCopies::copy)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    List<Copy> sentTo(UUID agency) {
        return db.sql(SENT_TO)
                .param("authority", access.actor().authority())
                .param("agency", agency)
                .query(MinutesCopies::copy)
                .list();
    }

    /** The latest version that the same agency was given about the same child, when there is a later one. */
    Optional<UUID> later(Copy copy) {
        var sql = """
                select id from meetings.copy where authority_id = :authority and meeting_id = :meeting and child_id = :child and agency_id = :agency
                  and version > :version order by version desc limit 1
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", copy.meeting())
                .param("child", copy.child())
                .param("agency", copy.agency())
                .param("version", copy.version())
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
    }

    List<Composed> parts(UUID copy) {
        var sql = """
                select code, heading, section, of_all, withheld, coalesce(lines::text, '[]') as lines from meetings.copy_part
                where authority_id = :authority and copy_id = :copy order by place
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("copy", copy)
                .query((row, n) -> new Composed(
                        row.getString("code"),
                        row.getString("heading"),
                        row.getString("section"),
                        row.getBoolean("of_all"),
                        false,
                        JSON.readValue(row.getString("lines"), new TypeReference<List<Composed.Line>>() {}),
                        row.getString("withheld")))
                .list();
    }
}
