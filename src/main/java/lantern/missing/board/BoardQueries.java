package lantern.missing.board;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One query for the rows of a page and one for what stands around them. */
@Component
class BoardQueries {
    static final int PAGE = 50;
    private static final int ID = 36;

    private static final String ROWS = """
            select e.id, e.child_id, e.missing_since, e.located_at, e.returned_at, e.missing_from, e.placement_name, e.looked_after,
                c.given_names, c.family_name, c.date_of_birth, c.worker_id, c.worker_team_id, r.value as risk,
                n.standard_id, n.due_at, n.due_soon_at
            from missing.episode e
            join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
            left join lateral (
                select k.value from missing.classification k
                where k.authority_id = e.authority_id and k.episode_id = e.id and k.axis = 'police-risk' and k.withdrawn_at is null
                order by k.happened_at desc, k.recorded_at desc limit 1) r on true
            left join lateral (
                select s.standard_id, s.due_at, s.due_soon_at from timescales.v_timescale s
                where s.authority_id = e.authority_id and s.subject_id = e.id
                  and s.met_at is null and s.cancelled_at is null and s.waived_at is null
                order by s.due_at nulls last limit 1) n on true
            where e.authority_id = :authority
            """;

    private final JdbcClient db;
    private final Access access;

    BoardQueries(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** The page of rows and, when there is one more row than a page holds, that one too. */
    List<BoardRow> rows(BoardFilter filter, Instant now) {
        var hours = filter.hours();
        return db.sql(sql(filter))
                .param("authority", access.actor().authority())
                .param("team", filter.team())
                .param("care", filter.lookedAfter())
                .param("from", filter.missingFrom())
                .param("risk", filter.risk())
                .param("area", filter.area())
                .param("before", hours == null ? null : stamp(now.minus(Duration.ofHours(hours))))
                .query(BoardQueries::row)
                .list();
    }

    /**
     * Only the conditions that are asked for, and the stage and the page written out: then one plan serves every reader, and
     * PostgreSQL keeps it. Planning it anew each time costs more than running it.
     */
    static String sql(BoardFilter filter) {
        var sql = new StringBuilder(ROWS);
        switch (filter.stage()) {
            case "located" -> sql.append(" and e.stage = 'located' and e.stage in ('open', 'located', 'returned')");
            case "returned" -> sql.append(" and e.stage = 'returned' and e.stage in ('open', 'located', 'returned')");
            default -> sql.append(" and e.stage = 'open'");
        }
        if (filter.team() != null) sql.append(" and c.worker_team_id = :team");
        if (filter.lookedAfter() != null) sql.append(" and e.looked_after = :care");
        if (filter.missingFrom() != null) sql.append(" and e.missing_from = :from");
        if (filter.hours() != null) sql.append(" and e.missing_since <= :before");
        if (filter.risk() != null)
            sql.append(filter.risk().equals("none") ? " and r.value is null" : " and r.value = :risk");
        if (filter.area() != null)
            sql.append(
                    " and exists (select from missing.v_area a where a.authority_id = e.authority_id and a.child_id = e.child_id and a.area = :area)");
        sql.append(" order by e.missing_since, e.id");
        if (filter.page() == BoardFilter.ALL) return sql.toString();
        return sql.append(" limit ")
                .append(PAGE + 1)
                .append(" offset ")
                .append((filter.page() - 1) * PAGE)
                .toString();
    }

    /** How many stand where, how many notifications still wait for somebody to say who the child is, and the teams to filter by. */
    record Counts(int open, int located, int returned, int undecided, List<Team> teams) {}

    record Team(UUID id, String name) {}

    Counts counts() {
        var sql = """
                select s.open, s.located, s.returned,
                    (select count(*) from intake.v_notification where authority_id = :authority and state in ('received', 'parked')) as undecided,
                    (select array_agg(t.id || t.name order by t.name) from access.v_team t where t.authority_id = :authority) as teams
                from (select count(*) filter (where stage = 'open') as open, count(*) filter (where stage = 'located') as located,
                          count(*) filter (where stage = 'returned') as returned
                      from missing.episode where authority_id = :authority and stage in ('open', 'located', 'returned')) s
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .query((row, n) -> new Counts(
                        row.getInt("open"),
                        row.getInt("located"),
                        row.getInt("returned"),
                        row.getInt("undecided"),
                        teams(row.getArray("teams"))))
                .single();
    }

    private static List<Team> teams(@Nullable Array idsAndNames) throws SQLException {
        if (idsAndNames == null) return List.of();
        return Arrays.stream((String[]) idsAndNames.getArray())
                .map(each -> new Team(UUID.fromString(each.substring(0, ID)), each.substring(ID)))
                .toList();
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
                row.getObject("worker_id", UUID.class),
                row.getObject("worker_team_id", UUID.class),
                row.getString("standard_id"),
                instantOrNull(row, "due_at"),
                instantOrNull(row, "due_soon_at"));
    }

    private static String name(@Nullable String given, String family) {
        return given == null || given.isBlank() ? family : given + " " + family;
    }
}
