package lantern.demo.bench.screens;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import lantern.demo.bench.Figures;

/**
 * The list of every open episode with its next timescale, asked of the server as a file, against the bare query for the same rows: one statement over plain JDBC as the
 * owner, without policies, ledger, names or text. Five hundred episodes are made to be open when there are fewer.
 */
final class BoardList {
    private static final int OPEN = 500;

    private static final String OPEN_MORE = """
            with picked as (
                select c.authority_id, c.id as child, a.recorded_by from children.child c
                join lateral (select recorded_by from children.child x where x.authority_id = c.authority_id limit 1) a on true
                where c.authority_id = (select id from access.authority where code = ?) and c.merged_into is null
                  and not exists (select from missing.episode e where e.authority_id = c.authority_id and e.child_id = c.id and e.stage = 'open')
                order by c.id limit ?
            ), opened as (
                insert into missing.episode (authority_id, id, child_id, stage, missing_from, missing_since, looked_after, opened_at, opened_by)
                select authority_id, uuidv7(), child, 'open', 'home', now() - interval '6 hours', false, now() - interval '5 hours', recorded_by from picked
                returning authority_id, id, child_id, missing_since, opened_by
            )
            insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, started_by, starts_at, due_at,
                due_soon_at, recorded_at)
            select o.authority_id, uuidv7(), 'edt-alert', (select min(v.id::text)::uuid from timescales.standard_version v where v.standard_id = 'edt-alert'), 'episode', o.id,
                o.child_id, 'social-worker', o.id, o.missing_since, now() + interval '3 hours', now() + interval '2 hours', now()
            from opened o
            """;

    private static final String FLOOR = """
            select e.id, e.child_id, e.missing_since, e.missing_from, e.placement_name, e.looked_after, c.given_names, c.family_name, c.date_of_birth, n.standard_id, n.due_at
            from missing.episode e
            join children.child c on c.authority_id = e.authority_id and c.id = e.child_id
            left join lateral (
                select s.standard_id, s.due_at from timescales.timescale s
                where s.authority_id = e.authority_id and s.subject_id = e.id and s.met_at is null and s.cancelled_at is null and s.waived_at is null
                order by s.due_at nulls last limit 1) n on true
            where e.authority_id = (select id from access.authority where code = ?) and e.stage = 'open'
            order by e.missing_since, e.id
            """;

    private static final String COUNT =
            "select count(*) from missing.episode where authority_id = (select id from access.authority where code = ?) and stage = 'open'";

    private final Screens screens;

    BoardList(Screens screens) {
        this.screens = screens;
    }

    Map<String, Object> measure() throws SQLException, IOException {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("openEpisodes", screens.atLeast(OPEN, COUNT, OPEN_MORE, "missing.episode, timescales.timescale"));
        var medians = Screens.medians(round -> screens.get("/missing/now.csv"), round -> bare());
        figures.put("listMilliseconds", Figures.round(medians[0]));
        figures.put("queryMilliseconds", Figures.round(medians[1]));
        figures.put("ratio", Figures.round(medians[0] / medians[1]));
        return figures;
    }

    private void bare() throws SQLException {
        try (var statement = screens.owner().prepareStatement(FLOOR)) {
            statement.setString(1, screens.authority());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) for (var i = 1; i <= 11; i++) rows.getObject(i);
            }
        }
    }
}
