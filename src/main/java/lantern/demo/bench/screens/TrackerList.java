package lantern.demo.bench.screens;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import lantern.demo.bench.Figures;

/** The exploitation tracker, asked of the server as its first page and as its most expensive filter. Twenty thousand concerns are made to be open when there are fewer. */
final class TrackerList {
    private static final int OPEN = 20_000;

    private static final String OPEN_MORE = """
            insert into exploitation.concern (authority_id, id, child_id, kinds, raised_at, recorded_at, recorded_by, level, level_since)
            select c.authority_id, uuidv7(), c.id, array['criminal'], now() - (row_number() over (order by c.id) % 700) * interval '1 day', now(), c.recorded_by,
                (array['awaiting', 'no-current-risk', 'at-risk', 'significant', 'serious'])[1 + row_number() over (order by c.id) % 5], now()
            from children.child c
            where c.authority_id = (select id from access.authority where code = ?) and c.merged_into is null
              and not exists (select from exploitation.concern o where o.authority_id = c.authority_id and o.child_id = c.id and o.closed_at is null)
            order by c.id limit ?
            """;

    private static final String COUNT =
            "select count(*) from exploitation.concern where authority_id = (select id from access.authority where code = ?) and closed_at is null";

    private final Screens screens;

    TrackerList(Screens screens) {
        this.screens = screens;
    }

    Map<String, Object> measure() throws SQLException, IOException {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("openConcerns", screens.atLeast(OPEN, COUNT, OPEN_MORE, "exploitation.concern"));
        var medians = Screens.medians(
                round -> screens.get("/exploitation/tracker"),
                round -> screens.get("/exploitation/tracker?level=serious&status=none&unassessed=yes"),
                round -> screens.get("/exploitation/tracker?page=400"));
        figures.put("firstPageMilliseconds", Figures.round(medians[0]));
        figures.put("filteredMilliseconds", Figures.round(medians[1]));
        figures.put("lastPageMilliseconds", Figures.round(medians[2]));
        return figures;
    }
}
