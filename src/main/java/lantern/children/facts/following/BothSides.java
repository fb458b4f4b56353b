package lantern.children.facts.following;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.children.facts.Amendments;
import lantern.children.facts.Following;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brothers and sisters who are both on the register are said on both records, by typing it once. */
@Component
class BothSides implements Following {
    private final JdbcClient db;
    private final Amendments amendments;
    private final Ledger ledger;

    BothSides(JdbcClient db, Amendments amendments, Ledger ledger) {
        this.db = db;
        this.amendments = amendments;
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return "relation";
    }

    @Override
    public void before(UUID child, @Nullable UUID fact, Map<String, @Nullable Object> row) {
        var other = row.get("other_child_id");
        if (other == null) return;
        if (other.toString().equals(child.toString()))
            throw new Refused("This is the child's own reference", "otherChildId");
        if (fact == null && relation(child, UUID.fromString(other.toString())) != null)
            throw new Refused("This relation is recorded already", "otherChildId");
    }

    @Override
    public void after(UUID child, UUID fact, @Nullable Map<String, @Nullable Object> row, UUID by, Instant at) {
        var other = row == null ? otherOf(fact) : row.get("other_child_id");
        if (other == null) return;
        var otherChild = UUID.fromString(other.toString());
        var mirror = relation(otherChild, child);
        if (row == null) {
            if (mirror == null) return;
            amendments.withdrawn("relation", otherChild, mirror, "Withdrawn on the other record", by, at);
            var sql = "delete from children.carer where authority_id = (select ctx.authority()) and id = :id";
            db.sql(sql).param("id", mirror).update();
            ledger.act("relation.withdrawn", "relation", mirror, otherChild);
            return;
        }
        if (mirror != null) return;
        var id = Ids.next();
        var sql = """
                insert into children.carer (authority_id, id, child_id, relationship, other_child_id, starts_on, ends_on, recorded_at, recorded_by)
                values ((select ctx.authority()), :id, :child, :relationship, :other, :from::date, :until::date, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", otherChild)
                .param("relationship", row.get("relationship"))
                .param("other", child)
                .param("from", row.get("starts_on"))
                .param("until", row.get("ends_on"))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        ledger.act("relation.added", "relation", id, otherChild);
    }

    private @Nullable Object otherOf(UUID fact) {
        var sql =
                "select other_child_id from children.carer where authority_id = (select ctx.authority()) and id = :id";
        return db.sql(sql)
                .param("id", fact)
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(each -> each)
                .orElse(null);
    }

    private @Nullable UUID relation(UUID of, UUID other) {
        var sql = """
                select id from children.carer
                where authority_id = (select ctx.authority()) and child_id = :child and other_child_id = :other order by recorded_at limit 1
                """;
        return db.sql(sql)
                .param("child", of)
                .param("other", other)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional()
                .orElse(null);
    }
}
