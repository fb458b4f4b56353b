package lantern.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody whom the acting manager looks after; who that is, is decided by the database (access.people_looked_after). */
@Component
public class People {
    static final int PAGE = 50;
    static final int MOST_IN_A_FILE = 20_000;
    private static final Duration LONG_UNUSED = Duration.ofDays(60);

    private static final String WANTED = """
            select l.*, a.name as agency_name, t.name as team_name, r.title as role_title, count(*) over () as all_of_them
            from access.people_looked_after() l
            left join access.agency a on a.authority_id = (select ctx.authority()) and a.id = l.agency_id
            left join access.team t on t.authority_id = (select ctx.authority()) and t.id = l.team_id
            left join access.role r on r.code = l.role
            where (:words::text is null or position(lower(:words::text) in lower(l.name)) > 0 or position(lower(:words::text) in l.email) > 0)
              and (:agency::uuid is null or l.agency_id = :agency::uuid)
              and (:team::uuid is null or l.team_id = :team::uuid)
              and (:role::text is null or l.role = :role::text)
              and (:state::text is null or l.state = :state::text
                   or :state::text = 'unused' and l.state = 'active' and coalesce(l.seen_at, l.created_at) < :unused::timestamptz)
            """;

    private final JdbcClient db;
    private final Clock clock;

    People(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Somebody with the post they have, or had last. */
    public record Person(
            UUID id,
            String name,
            String email,
            String state,
            @Nullable UUID post,
            @Nullable UUID agency,
            @Nullable String agencyName,
            @Nullable UUID team,
            @Nullable String teamName,
            @Nullable String role,
            @Nullable String roleTitle,
            boolean reachesAll,
            long posts,
            @Nullable Instant signedInAt,
            @Nullable Instant seenAt,
            long sessions,
            boolean secondFactor,
            Instant createdAt,
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause) {}

    public record Found(List<Person> people, long all) {}

    public Found find(Wanted wanted, int most) {
        var sql = WANTED + " order by lower(l.name), l.id limit :most offset :skip";
        var all = new long[1];
        var people = filtered(sql, wanted)
                .param("most", most)
                .param("skip", (wanted.page() - 1) * PAGE)
                .query((row, n) -> {
                    all[0] = row.getLong("all_of_them");
                    return person(row);
                })
                .list();
        return new Found(people, all[0]);
    }

    private JdbcClient.StatementSpec filtered(String sql, Wanted wanted) {
        return db.sql(sql)
                .param("words", wanted.words())
                .param("agency", wanted.agency())
                .param("team", wanted.team())
                .param("role", wanted.role())
                .param("state", wanted.state())
                .param("unused", clock.instant().minus(LONG_UNUSED).atOffset(ZoneOffset.UTC));
    }

    public Optional<Person> person(UUID id) {
        var nobodyLeftOut = new Wanted(null, null, null, null, null, 1);
        return filtered(WANTED + " and l.id = :id", nobodyLeftOut)
                .param("id", id)
                .query((row, n) -> person(row))
                .optional();
    }

    /** Those of these people whom the acting manager looks after. */
    public Map<UUID, Person> byId(Collection<UUID> ids) {
        var people = new LinkedHashMap<UUID, Person>();
        var nobodyLeftOut = new Wanted(null, null, null, null, null, 1);
        filtered(WANTED + " and l.id = any (:ids::uuid[])", nobodyLeftOut)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> person(row))
                .list()
                .forEach(each -> people.put(each.id, each));
        return people;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("state"),
                row.getObject("post_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_name"),
                row.getObject("team_id", UUID.class),
                row.getString("team_name"),
                row.getString("role"),
                row.getString("role_title"),
                "authority".equals(row.getString("reach")),
                row.getLong("posts"),
                instant(row, "signed_in_at"),
                instant(row, "seen_at"),
                row.getLong("sessions"),
                row.getBoolean("second_factor"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "disabled_at"),
                row.getString("disabled_because"));
    }

    public record Post(
            UUID id,
            String role,
            String agency,
            @Nullable String team,
            Instant from,
            @Nullable Instant until) {}

    /** Every post somebody has or had, the newest first. */
    public List<Post> posts(UUID person) {
        var sql = """
                select o.id, r.title, a.name as agency, t.name as team, o.starts_at, o.ends_at
                from access.post o join access.role r on r.code = o.role
                join access.agency a on a.authority_id = o.authority_id and a.id = o.agency_id
                left join access.team t on t.authority_id = o.authority_id and t.id = o.team_id
                where o.authority_id = (select ctx.authority()) and o.person_id = :person order by o.starts_at desc, o.id
                """;
        return db.sql(sql)
                .param("person", person)
                .query((row, n) -> new Post(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("agency"),
                        row.getString("team"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        instant(row, "ends_at")))
                .list();
    }

    /** The agencies that somebody can be in today, by id. */
    public Map<String, String> agencies(@Nullable UUID only) {
        var sql = """
                select id, name from access.agency where authority_id = (select ctx.authority()) and ended_at is null
                and (:only::uuid is null or id = :only::uuid) order by name
                """;
        return named(sql, only);
    }

    /** The teams of those agencies, by id, each with its agency where there are several. */
    public Map<String, String> teams(@Nullable UUID only) {
        var sql = """
                select t.id, case when :only::uuid is null then a.name || ': ' || t.name else t.name end as name from access.team t
                join access.agency a on a.authority_id = t.authority_id and a.id = t.agency_id and a.ended_at is null
                where t.authority_id = (select ctx.authority()) and t.ended_at is null and (:only::uuid is null or t.agency_id = :only::uuid)
                order by a.name, t.name
                """;
        return named(sql, only);
    }

    private Map<String, String> named(String sql, @Nullable UUID only) {
        var names = new LinkedHashMap<String, String>();
        db.sql(sql).param("only", only).query(row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        return names;
    }

    /** The file that was made is in the ledger: how many people were in it. */
    public void exported(int people) {
        var sql =
                "select audit.write('people.exported', 'people', null, null, null, jsonb_build_object('people', :people::integer))";
        db.sql(sql).param("people", people).query((row, n) -> 1).list();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
