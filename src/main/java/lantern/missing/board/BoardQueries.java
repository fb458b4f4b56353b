package lantern.missing.board;

import static lantern.missing.episode.Stamps.instant;
import static lantern.missing.episode.Stamps.instantOrNull;
import static lantern.missing.episode.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One query for the rows of a page, one for the counts, one for the teams of the filter. */
@Component
class BoardQueries {
    static final int PAGE = 50;

    static final String ROWS = """
            select e.id, e.child_id, e.missing_since, e.located_at, e.returned_at, e.missing_from, e.placement_name, e.looked_after,
                c.given_names, c.family_name, c.date_of_birth, w.name as worker, t.name as team, r.value as risk,
                n.standard_id, n.due_at, n.due_soon_at
            from missing.episode e
            join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
            left join access.v_team t on t.authority_id = c.authority_id and t.id = c.worker_team_id
            left join access.v_person w on w.authority_id = c.authority_id and w.id = c.worker_id
            left join lateral (
                select k.value from missing.classification k
                where k.authority_id = e.authority_id and k.episode_id = e.id and k.axis = 'police-risk' and k.withdrawn_at is null
                order by k.happened_at desc, k.recorded_at desc limit 1) r on true
            left join lateral (
                select s.standard_id, s.due_at, s.due_soon_at from timescales.v_timescale s
                where s.authority_id = e.authority_id and s.subject_id = e.id
                  and s.met_at is null and s.cancelled_at is null and s.waived_at is null
                order by s.due_at nulls last limit 1) n on true
            where e.authority_id = :authority and e.stage = :stage and e.stage in ('open', 'located', 'returned')
              and (:team::uuid is null or c.worker_team_id = :team::uuid)
              and (:care::boolean is null or e.looked_after = :care::boolean)
              and (:from::text is null or e.missing_from = :from::text)
              and (:before::timestamptz is null or e.missing_since <= :before::timestamptz)
            order by e.missing_since, e.id
            limit :limit offset :offset
            """;

    private final JdbcClient db;
    private final Access access;

    BoardQueries(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** The page of rows and, when there is one more row than a page holds, that one too. */
    List<BoardRow> rows(BoardFilter filter, Instant now) {
        return db.sql(ROWS)
                .param("authority", access.actor().authority())
                .param("stage", filter.stage())
                .param("team", filter.team())
                .param("care", filter.lookedAfter())
                .param("from", filter.missingFrom())
                .param("before", filter.hours() == null ? null : stamp(now.minus(Duration.ofHours(filter.hours()))))
                .param("limit", PAGE + 1)
                .param("offset", (filter.page() - 1) * PAGE)
                .query(BoardQueries::row)
                .list();
    }

    /** How many stand where, and how many notifications still wait for somebody to say who the child is. */
    record Counts(int open, int located, int returned, int undecided) {}

    Counts counts() {
        var sql = """
                select (select count(*) from missing.episode where authority_id = :authority and stage = 'open') as open,
                    s.located, s.returned,
                    (select count(*) from intake.v_notification where authority_id = :authority and state in ('received', 'parked')) as undecided
                from (select count(*) filter (where stage = 'located') as located, count(*) filter (where stage = 'returned') as returned
                      from missing.episode where authority_id = :authority and stage in ('located', 'returned')) s
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .query((row, n) -> new Counts(
                        row.getInt("open"), row.getInt("located"), row.getInt("returned"), row.getInt("undecided")))
                .single();
    }

    record Team(UUID id, String name) {}

    List<Team> teams() {
        var sql = "select id, name from access.v_team where authority_id = :authority order by name";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .query((row, n) -> new Team(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static BoardRow row(ResultSet row, int n) throws SQLException {
        return new BoardRow(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                name(row.getString("given_names"), row.getString("family_name")),
                row.getObject("date_of_birth", LocalDate.class),
                instant(row, "missing_since"),
                instantOrNull(row, "located_at"),
                instantOrNull(row, "returned_at"),
                row.getString("missing_from"),
                row.getString("placement_name"),
                row.getBoolean("looked_after"),
                row.getString("risk"),
                row.getString("worker"),
                row.getString("team"),
                row.getString("standard_id"),
                instantOrNull(row, "due_at"),
                instantOrNull(row, "due_soon_at"));
    }

    private static String name(@Nullable String given, String family) {
        return given == null || given.isBlank() ? family : given + " " + family;
    }
}
