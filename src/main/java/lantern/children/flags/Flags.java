package lantern.children.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A flag is never deleted: it is removed by somebody, for a reason, and stays to be read. */
@Component
@Transactional
public class Flags {
    private final JdbcClient db;
    private final Ledger ledger;

    Flags(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    public UUID raise(UUID child, String text, UUID owner, LocalDate reviewOn, UUID raisedBy, Instant at) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > 300)
            throw new Refused("Say in 1 to 300 characters what to know", "text");
        if (reviewOn.isBefore(London.date(at))) throw new Refused("Choose a review day from today on", "reviewOn");
        var id = Ids.next();
        var sql = """
                insert into children.flag (authority_id, id, child_id, text, owner_id, review_on, raised_at, raised_by)
                values ((select ctx.authority()), :id, :child, :text, :owner, :reviewOn, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", child)
                .param("text", words)
                .param("owner", owner)
                .param("reviewOn", reviewOn)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", raisedBy)
                .update();
        ledger.act("flag.raised", "flag", id, child);
        return id;
    }

    public void remove(UUID child, UUID flag, String because, UUID removedBy, Instant at) {
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
                .param("child", child)
                .update();
        if (removed == 0) throw Refused.conflict("Somebody has removed this flag already");
        ledger.act("flag.removed", "flag", flag, child);
    }
}
