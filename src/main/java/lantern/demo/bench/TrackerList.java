package lantern.demo.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exploitation tracker, asked of the server as its first page and as its most expensive filter. Twenty thousand concerns are made to be open when there are fewer. */
final class TrackerList {
    private static final int OPEN = 20_000;
    private static final int ROUNDS = 60;

    private static final String OPEN_MORE = """
            insert into exploitation.concern (authority_id, id, child_id, kinds, raised_at, recorded_at, recorded_by, level, level_since)
            select c.authority_id, uuidv7(), c.id, array['criminal'], now() - (row_number() over (order by c.id) % 700) * interval '1 day', now(), c.recorded_by,
                (array['awaiting', 'no-current-risk', 'at-risk', 'significant', 'serious'])[1 + row_number() over (order by c.id) % 5], now()
            from children.child c
            where c.authority_id = (select id from access.authority where code = ?) and c.merged_into is null
              and not exists (select from exploitation.concern o where o.authority_id = c.authority_id and o.child_id = c.id and o.closed_at is null)
            order by c.id limit ?
            """;

    private final Connection owner;
    private final Wire wire;
    private final String cookie;
    private final String authority;

    TrackerList(Connection owner, Wire wire, String cookie, String authority) {
        this.owner = owner;
        this.wire = wire;
        this.cookie = cookie;
        this.authority = authority;
    }

    /** Medians in milliseconds of one client's requests, from the first byte asked to the last byte read. */
    Map<String, Object> measure() throws SQLException, IOException {
        var missing = OPEN - open();
        if (missing > 0) openMore(missing);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("openConcerns", open());
        figures.put("firstPageMilliseconds", median("/exploitation/tracker"));
        figures.put("filteredMilliseconds", median("/exploitation/tracker?level=serious&status=none&unassessed=yes"));
        figures.put("lastPageMilliseconds", median("/exploitation/tracker?page=400"));
        return figures;
    }

    private double median(String path) throws IOException {
        var times = new double[ROUNDS];
        for (var i = -ROUNDS / 2; i < ROUNDS; i++) {
            var from = System.nanoTime();
            var answer = wire.get(path, cookie);
            if (answer.status() != 200) throw new IOException("The tracker answered " + answer.status());
            if (i >= 0) times[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        return Figures.round(times[ROUNDS / 2]);
    }

    private int open() throws SQLException {
        var sql =
                "select count(*) from exploitation.concern where closed_at is null and authority_id = (select id from access.authority where code = ?)";
        try (var statement = owner.prepareStatement(sql)) {
            statement.setString(1, authority);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void openMore(int many) throws SQLException {
        try (var statement = owner.prepareStatement(OPEN_MORE)) {
            statement.setString(1, authority);
            statement.setInt(2, many);
            statement.executeUpdate();
        }
        try (var statement = owner.createStatement()) {
            statement.execute("analyze exploitation.concern");
        }
    }
}
