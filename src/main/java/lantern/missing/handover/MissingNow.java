package lantern.missing.handover;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.timescales.HandoverPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Children who are missing, or found and not yet back, with the last step taken. */
@Component
class MissingNow implements HandoverPart {
    private static final int MOST = 100;

    private final JdbcClient db;
    private final Ledger ledger;

    MissingNow(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    @Override
    public String title() {
        return "Missing, or found and not yet back";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Item> items(Actor reader, Instant now) {
        if (!reader.may(Permission.READ_EPISODE)) return List.of();
        var children = new ArrayList<UUID>();
        var sql = """
                select e.id, e.child_id, e.stage, e.missing_since, c.given_names, c.family_name,
                       (select s.words from missing.v_step s where s.authority_id = e.authority_id and s.episode_id = e.id
                        order by s.happened_at desc limit 1) as last_step
                from missing.episode e join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
                where e.authority_id = :authority and e.stage in ('open', 'located') order by e.missing_since limit :most
                """;
        var items = db.sql(sql)
                .param("authority", reader.authority())
                .param("most", MOST)
                .query((row, n) -> {
                    children.add(row.getObject("child_id", UUID.class));
                    var since =
                            row.getObject("missing_since", OffsetDateTime.class).toInstant();
                    return new Item(
                            row.getString("given_names") + " " + row.getString("family_name"),
                            "/missing/episodes/" + row.getString("id"),
                            (row.getString("stage").equals("open")
                                            ? "Missing since "
                                            : "Found, not yet back, missing since ")
                                    + London.when(since, now),
                            row.getString("last_step"));
                })
                .list();
        if (!children.isEmpty()) ledger.looked(children, "handover");
        return items;
    }
}
