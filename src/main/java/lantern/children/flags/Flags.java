package lantern.children.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.reviews.Reviews;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A flag is never deleted: it is removed by somebody, for a reason, and stays to be read. */
@Component
@Transactional
public class Flags {
    private final JdbcClient db;
    private final Ledger ledger;
    private final Reviews reviews;

    Flags(JdbcClient db, Ledger ledger, Reviews reviews) {
        this.db = db;
        this.ledger = ledger;
        this.reviews = reviews;
    }

    UUID raise(ChildFacts child, String text, UUID owner, UUID raisedBy, Instant at) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > 300)
            throw new Refused("Say in 1 to 300 characters what to know", "text");
        var id = Ids.next();
        var reviewOn = reviews.begun(Subject.flag(id), Happening.FLAG_IN_USE, child, owner, at);
        var sql = """
                insert into children.flag (authority_id, id, child_id, text, owner_id, review_on, raised_at, raised_by)
                values ((select ctx.authority()), :id, :child, :text, :owner, :reviewOn, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", child.id())
                .param("text", words)
                .param("owner", owner)
                .param("reviewOn", reviewOn)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", raisedBy)
                .update();
        ledger.act("flag.raised", "flag", id, child.id());
        return id;
    }

    /** Its owner, or who else may, looked at the flag and it stays. */
    void keep(ChildFacts child, UUID flag, Instant at) {
        var subject = Subject.flag(flag);
        var reviewOn = reviews.kept(
                subject, Happening.FLAG_REVIEWED, Happening.FLAG_IN_USE, child, owner(child.id(), flag), at);
        var sql = """
                update children.flag set review_on = :reviewOn
                where authority_id = (select ctx.authority()) and id = :id and child_id = :child and removed_at is null
                """;
        var kept = db.sql(sql)
                .param("reviewOn", reviewOn)
                .param("id", flag)
                .param("child", child.id())
                .update();
        if (kept == 0) throw Refused.conflict("Somebody has removed this flag already");
        ledger.act("flag.reviewed", "flag", flag, child.id());
    }

    /** The child that the flag is on, for a reader who may see it. */
    Optional<UUID> child(UUID flag) {
        return db.sql("select child_id from children.flag where authority_id = (select ctx.authority()) and id = :id")
                .param("id", flag)
                .query(UUID.class)
                .optional();
    }

    private UUID owner(UUID child, UUID flag) {
        return db.sql(
                        "select owner_id from children.flag where authority_id = (select ctx.authority()) and id = :id and child_id = :child")
                .param("id", flag)
                .param("child", child)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    record Owner(UUID id, String name, String post) {}

    /** Whom a flag of this child can be given to: who may write the record today. */
    List<Owner> owners(UUID child) {
        return db.sql("select id, name, post from access.those_who_write(:child)")
                .param("child", child)
                .query((row, n) ->
                        new Owner(row.getObject("id", UUID.class), row.getString("name"), row.getString("post")))
                .list();
    }

    void remove(ChildFacts child, UUID flag, String because, UUID removedBy, Instant at) {
        if (because.isBlank()) throw new Refused("Say why the flag is no longer needed", "because");
        var sql = """
                update children.flag set removed_at = :at, removed_by = :by, removed_because = :because
                where authority_id = (select ctx.authority()) and id = :id and child_id = :child and removed_at is null
                """;
        var removed = db.sql(sql)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", removedBy)
                .param("because", because.strip())
                .param("id", flag)
                .param("child", child.id())
                .update();
        if (removed == 0) throw Refused.conflict("Somebody has removed this flag already");
        reviews.ended(Subject.flag(flag), Happening.FLAG_REVIEWED, child, removedBy, at);
        ledger.act("flag.removed", "flag", flag, child.id());
    }

    /** All flags of the child, those removed too, newest first. */
    List<FlagsPage.Row> of(UUID child) {
        var sql = """
                select f.id, f.text, f.review_on, f.raised_at, f.removed_at, f.removed_because, o.name as owner, r.name as removed_by
                from children.flag f
                left join access.v_person o on o.authority_id = f.authority_id and o.id = f.owner_id
                left join access.v_person r on r.authority_id = f.authority_id and r.id = f.removed_by
                where f.authority_id = (select ctx.authority()) and f.child_id = :child order by f.raised_at desc, f.id desc
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new FlagsPage.Row(
                        row.getObject("id", UUID.class),
                        row.getString("text"),
                        row.getString("owner"),
                        row.getObject("review_on", LocalDate.class),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("removed_at", OffsetDateTime.class)),
                        row.getString("removed_by"),
                        row.getString("removed_because")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
