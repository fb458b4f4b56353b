package lantern.children.sight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the policies' own function of everybody who may read children. */
@Component
public class Sights {
    private final JdbcClient db;

    Sights(JdbcClient db) {
        this.db = db;
    }

    /** Everybody who may read records of children, by name; those who do not see this one have no reason. */
    List<Seer> of(UUID child) {
        return db.sql("select * from access.sight_of(:child) order by kind desc, name, id, post")
                .param("child", child)
                .query((row, n) -> seer(row))
                .list();
    }

    /** People who see the child, or would if the record were not restricted. */
    public List<Seer> couldSee(UUID child) {
        var involved = involvements(child).stream().filter(Involved::live).toList();
        return of(child).stream()
                .filter(each -> each.person() && each.identity())
                .filter(each -> each.reach().equals("authority")
                        || involved.stream().anyMatch(it -> it.opensTo(each.agency(), each.team())))
                .toList();
    }

    /** Section by section, of those of which anything is kept, what one person or system sees: by the best of their posts. */
    Collection<SectionSeen> sections(UUID child, UUID reader) {
        var sql = """
                select s.section, x.title, s.why, g.kind = 'children' as own,
                       (select string_agg(distinct a.title, '", "') from access.v_agreement a
                        join access.v_agreement_section l on l.authority_id = a.authority_id and l.agreement_id = a.id
                        where a.authority_id = g.authority_id and a.agency_id = s.agency and a.standing = 'in-force'
                          and l.section = s.section and (l.role is null or l.role = s.role)) as agreements
                from access.sections_seen(:child, :reader) s
                join access.v_section x on x.code = s.section and x.is_kept
                join access.v_agency g on g.authority_id = (select ctx.authority()) and g.id = s.agency
                order by x.place
                """;
        var best = new LinkedHashMap<String, SectionSeen>();
        db.sql(sql)
                .param("child", child)
                .param("reader", reader)
                .query((row, n) -> new SectionSeen(
                        row.getString("section"),
                        row.getString("title"),
                        row.getString("why"),
                        row.getBoolean("own"),
                        row.getString("agreements")))
                .list()
                .forEach(each -> best.merge(each.code(), each, (one, other) -> one.seen() ? one : other));
        return best.values();
    }

    /** An agency's or team's work with the child. */
    record Involved(
            UUID agency,
            @Nullable UUID team,
            String kind,
            Instant startsAt,
            @Nullable Instant endsAt,
            boolean live) {
        boolean opensTo(@Nullable UUID agency, @Nullable UUID team) {
            return this.agency.equals(agency) && (this.team == null || this.team.equals(team));
        }
    }

    List<Involved> involvements(UUID child) {
        var sql = """
                select agency_id, team_id, kind, starts_at, ends_at, ends_at is null or ends_at > transaction_timestamp() as live
                from access.v_involvement where authority_id = (select ctx.authority()) and child_id = :child order by starts_at desc
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new Involved(
                        row.getObject("agency_id", UUID.class),
                        row.getObject("team_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        instant(row, "ends_at"),
                        row.getBoolean("live")))
                .list();
    }

    /** A record opened in an emergency and still open. */
    record Opened(UUID id, UUID person, Instant startsAt, Instant endsAt) {}

    List<Opened> opened(UUID child) {
        var sql = """
                select id, person_id, starts_at, ends_at from access.v_break_glass
                where authority_id = (select ctx.authority()) and child_id = :child and ended_at is null and ends_at > transaction_timestamp()
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new Opened(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Null when the record is not restricted. */
    @Nullable
    Set<UUID> named(UUID child) {
        var sql = """
                select (select array_agg(n.person_id) from access.v_named_person n
                        where n.authority_id = r.authority_id and n.restriction_id = r.id and n.ended_at is null) as people
                from access.v_restriction r where r.authority_id = (select ctx.authority()) and r.child_id = :child and r.ended_at is null
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> Set.of((UUID[]) row.getArray("people").getArray()))
                .optional()
                .orElse(null);
    }

    private static Seer seer(ResultSet row) throws SQLException {
        return new Seer(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind").equals("PERSON"),
                row.getString("role"),
                row.getString("post"),
                row.getObject("agency", UUID.class),
                row.getObject("team", UUID.class),
                row.getString("reach"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                lists(row.getString("involved"), "identity"),
                row.getString("why"));
    }

    private static boolean lists(String sections, String section) {
        return sections.equals("*") || List.of(sections.split(",", -1)).contains(section);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
