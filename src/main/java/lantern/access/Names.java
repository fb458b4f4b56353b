package lantern.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the people, connected systems, teams and agencies of the acting authority are called. Nearly every line of every page names
 * somebody; joined in each query, their policies cost more than the rows themselves, so names are remembered for
 * {@link #SECONDS} seconds. Somebody new is known at once, somebody renamed within that time.
 */
@Component
public final class Names {
    static final int SECONDS = 60;
    private static final int MOST = 50_000;

    private record Key(UUID authority, UUID id) {}

    private record Remembered(Named named, long nanos) {
        boolean old() {
            // System.nanoTime measures an age and says nothing about the time of day
            return System.nanoTime() - nanos > SECONDS * 1_000_000_000L;
        }
    }

    private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();
    private final JdbcClient db;
    private final Access access;

    Names(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** A person, connected system, team or agency. The agency is that of a person's latest post. */
    public record Named(String name, @Nullable String agency) {}

    /** The names of these, as far as they are the acting authority's; nulls are passed over. At most one query. */
    public Called of(Collection<? extends @Nullable UUID> ids) {
        var authority = access.actor().authority();
        var known = new HashMap<UUID, Named>();
        var missing = new ArrayList<UUID>();
        for (var id : ids) {
            if (id == null || known.containsKey(id)) continue;
            var found = remembered.get(new Key(authority, id));
            if (found == null || found.old()) missing.add(id);
            else known.put(id, found.named);
        }
        if (!missing.isEmpty()) {
            if (remembered.size() > MOST) remembered.clear();
            for (var row : read(missing)) {
                known.put(row.id, row.named);
                remembered.put(new Key(authority, row.id), new Remembered(row.named, System.nanoTime()));
            }
        }
        return new Called(known);
    }

    private record Row(UUID id, Named named) {}

    private List<Row> read(List<UUID> ids) {
        var sql = """
                select id, name, agency_name from access.v_person where authority_id = (select ctx.authority()) and id = any (:ids)
                union all select id, name, null from access.team where authority_id = (select ctx.authority()) and id = any (:ids)
                union all select id, name, name from access.agency where authority_id = (select ctx.authority()) and id = any (:ids)
                """;
        return db.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        new Named(row.getString("name"), row.getString("agency_name"))))
                .list();
    }

    /** The names that were asked for. Whoever is not among them has none to show. */
    public record Called(Map<UUID, Named> all) {
        public @Nullable String name(@Nullable UUID id) {
            var named = id == null ? null : all.get(id);
            return named == null ? null : named.name();
        }

        public @Nullable String agency(@Nullable UUID id) {
            var named = id == null ? null : all.get(id);
            return named == null ? null : named.agency();
        }
    }
}
