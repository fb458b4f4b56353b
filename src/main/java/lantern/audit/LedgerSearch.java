package lantern.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger holds, newest first, for those who answer for it. Reading it is itself an act to record, which is the caller's. */
@Component
public class LedgerSearch {
    private static final UUID LAST = new UUID(-1, -1);
    private static final int TIMESTAMPTZ = java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
    private static final Comparator<LedgerLine> NEWEST_FIRST = Comparator.comparing(LedgerLine::at)
            .thenComparing(line -> line.id().toString())
            .reversed();

    private final JdbcClient db;

    LedgerSearch(JdbcClient db) {
        this.db = db;
    }

    /** What is asked for; a null asks for all. {@code acts} empty: every act. {@code until} is the first instant that is not asked for. */
    public record Wanted(
            Instant from,
            Instant until,
            @Nullable UUID person,
            List<String> acts,
            @Nullable String list,
            @Nullable UUID agency,
            @Nullable String purpose) {
        public static Wanted between(Instant from, Instant until) {
            return new Wanted(from, until, null, List.of(), null, null, null);
        }

        public Wanted person(@Nullable UUID person) {
            return new Wanted(from, until, person, acts, list, agency, purpose);
        }

        public Wanted acts(List<String> acts) {
            return new Wanted(from, until, person, acts, list, agency, purpose);
        }

        public Wanted list(@Nullable String list) {
            return new Wanted(from, until, person, acts, list, agency, purpose);
        }
    }

    /** At most {@code most} entries older than {@code before}, or the newest when it is null. */
    public List<LedgerLine> find(Wanted wanted, Looks.@Nullable Before before, int most) {
        var sql = """
                select l.*, l.detail ->> 'list' as list
                from audit.search(:from, :until, :person, :acts, :list, :agency, :purpose, coalesce(:at, 'infinity'::timestamptz), :id, :most) l
                """;
        return page(
                db.sql(sql)
                        .param("list", wanted.list())
                        .param("agency", wanted.agency(), java.sql.Types.OTHER)
                        .param("purpose", wanted.purpose()),
                wanted,
                before,
                most);
    }

    /** The same of what was done with one child; agency, purpose and list are not asked for. */
    public List<LedgerLine> about(UUID child, Wanted wanted, Looks.@Nullable Before before, int most) {
        var sql = """
                select l.*, l.detail ->> 'list' as list
                from audit.looks_between(:child, :from, :until, :person, :acts, coalesce(:at, 'infinity'::timestamptz), :id, :most) l
                """;
        return page(db.sql(sql).param("child", child), wanted, before, most);
    }

    private static List<LedgerLine> page(
            JdbcClient.StatementSpec asked, Wanted wanted, Looks.@Nullable Before before, int most) {
        var found = asked.param("from", utc(wanted.from()))
                .param("until", utc(wanted.until()))
                .param("person", wanted.person(), java.sql.Types.OTHER)
                .param(
                        "acts",
                        wanted.acts().isEmpty() ? null : wanted.acts().toArray(String[]::new),
                        java.sql.Types.ARRAY)
                .param("at", before == null ? null : utc(before.at()), TIMESTAMPTZ)
                .param("id", before == null ? LAST : before.id())
                .param("most", most)
                .query((row, n) -> line(row))
                .list();
        return found.stream().sorted(NEWEST_FIRST).limit(most).toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        var children = row.getArray("children");
        var sections = row.getArray("sections");
        return new LedgerLine(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                row.getObject("actor_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("purpose"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getObject("child_id", UUID.class),
                children == null ? List.of() : List.of((UUID[]) children.getArray()),
                sections == null ? List.of() : List.of((String[]) sections.getArray()),
                row.getString("list"));
    }
}
