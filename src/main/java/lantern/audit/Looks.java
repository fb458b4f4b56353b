package lantern.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who looked at a child, newest first. Answers for the asker's own authority; whether the asker may see the child at all is the caller's first
 * question, and reading this list is itself a look to record.
 */
@Component
public class Looks {
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in the list: the entries after it are older. Its text form is the cursor of a page's address. */
    public record Before(Instant at, UUID id) {
        public static Before parse(String cursor) {
            var parts = cursor.split("_", 2);
            if (parts.length != 2) throw new IllegalArgumentException("Not a place in the list of looks");
            try {
                return new Before(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("Not a place in the list of looks", e);
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    /** At most {@code most} entries older than {@code before}, or the newest when it is null. */
    public List<Look> looks(UUID child, @Nullable Before before, int most) {
        var sql = """
                select l.id, l.at, l.act, l.actor_id, p.name, p.post, a.code as agency, l.sections, l.purpose, l.list
                from audit.looks(:child, coalesce(:at, 'infinity'::timestamptz), :id, :most) l
                left join access.v_person p on p.authority_id = l.authority_id and p.id = l.actor_id
                left join access.v_agency a on a.authority_id = l.authority_id and a.id = l.agency_id
                order by l.at desc, l.id desc
                """;
        return jdbc.sql(sql)
                .param("child", child)
                .param("at", before == null ? null : OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC), TIMESTAMPTZ)
                .param("id", before == null ? LAST : before.id())
                .param("most", most)
                .query((row, n) -> look(row))
                .list();
    }

    private static final int TIMESTAMPTZ = java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

    private static Look look(ResultSet row) throws SQLException {
        var sections = row.getArray("sections");
        return new Look(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                row.getObject("actor_id", UUID.class),
                row.getString("name"),
                row.getString("post"),
                row.getString("agency"),
                sections == null ? List.of() : List.of((String[]) sections.getArray()),
                row.getString("purpose"),
                row.getString("list"));
    }
}
