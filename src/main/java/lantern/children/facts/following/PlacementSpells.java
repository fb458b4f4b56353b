package lantern.children.facts.following;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import lantern.children.facts.Following;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A withdrawn placement takes its address with it; what the address was is kept for those who may read one. */
@Component
class PlacementSpells implements Following {
    private final OneAtATime oneAtATime;
    private final JdbcClient db;

    PlacementSpells(OneAtATime oneAtATime, JdbcClient db) {
        this.oneAtATime = oneAtATime;
        this.db = db;
    }

    @Override
    public String kind() {
        return "placement";
    }

    @Override
    public void before(UUID child, @Nullable UUID fact, Map<String, @Nullable Object> row) {
        oneAtATime.check("children.placement", child, fact, row);
    }

    @Override
    public void after(UUID child, UUID fact, @Nullable Map<String, @Nullable Object> row, UUID by, Instant at) {
        if (row != null) return;
        var keep = """
                insert into children.amendment (authority_id, id, child_id, subject_kind, subject_id, act, section, was, because, amended_at, amended_by)
                select a.authority_id, gen_random_uuid(), a.child_id, 'placement-address', a.placement_id, 'withdrawn', 'placement-address',
                       jsonb_build_object('lines', a.lines, 'postcode', a.postcode), 'The placement was withdrawn', :at, :by
                from children.placement_address a where a.authority_id = (select ctx.authority()) and a.placement_id = :placement
                """;
        db.sql(keep)
                .param("placement", fact)
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .param("by", by)
                .update();
        var sql =
                "delete from children.placement_address where authority_id = (select ctx.authority()) and placement_id = :placement";
        db.sql(sql).param("placement", fact).update();
    }
}
