package lantern.children.facts.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.children.facts.Amendments;
import lantern.children.facts.Following;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A child has one name now: the new one makes the one before an earlier name, and the child's row says it too. */
@Component
class CurrentName implements Following {
    private final JdbcClient db;
    private final Amendments amendments;

    CurrentName(JdbcClient db, Amendments amendments) {
        this.db = db;
        this.amendments = amendments;
    }

    @Override
    public String kind() {
        return "name";
    }

    private record Current(UUID id, String family, String given) {}

    @Override
    public void before(UUID child, @Nullable UUID fact, Map<String, @Nullable Object> row) {
        var nowOther = !"current".equals(row.get("kind"));
        if (fact != null && nowOther && current(child).stream().anyMatch(each -> each.id.equals(fact)))
            throw new Refused("A child has a name now: add the new name, and this one becomes an earlier one", "kind");
    }

    @Override
    public void after(UUID child, UUID fact, @Nullable Map<String, @Nullable Object> row, UUID by, Instant at) {
        if (row == null) {
            if (current(child).stream().anyMatch(each -> each.id.equals(fact)))
                throw new Refused("A child has a name now: correct it instead", "because");
            return;
        }
        if (!"current".equals(row.get("kind"))) return;
        for (var former : current(child)) {
            if (former.id.equals(fact)) continue;
            amendments.ended("name", child, former.id, by, at);
            var sql = """
                    update children.name set kind = 'previous', ends_on = greatest(starts_on, :since::date)
                    where authority_id = (select ctx.authority()) and id = :id
                    """;
            db.sql(sql)
                    .param("since", row.get("starts_on"))
                    .param("id", former.id)
                    .update();
        }
        amendments.corrected("child-name", child, child, "The child's name now was recorded", by, at);
        var sql = """
                update children.child set family_name = :family, given_names = :given
                where authority_id = (select ctx.authority()) and id = :child
                """;
        db.sql(sql)
                .param("family", row.get("family_name"))
                .param("given", Objects.requireNonNullElse(row.get("given_names"), ""))
                .param("child", child)
                .update();
    }

    private List<Current> current(UUID child) {
        var sql = """
                select id, family_name, given_names from children.name
                where authority_id = (select ctx.authority()) and child_id = :child and kind = 'current'
                """;
        return db.sql(sql).param("child", child).query(CurrentName::read).list();
    }

    private static Current read(ResultSet row, int n) throws SQLException {
        return new Current(row.getObject("id", UUID.class), row.getString("family_name"), row.getString("given_names"));
    }
}
