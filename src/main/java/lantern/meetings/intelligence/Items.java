package lantern.meetings.intelligence;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.meetings.meeting.Meeting;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what was said, and keeps whether somebody confirmed it. Only what is confirmed is published to other rooms (meetings.v_intelligence). */
@Component
@Transactional
class Items {
    static final String WAITING =
            "select * from meetings.intelligence where authority_id = :authority and confirmed_at is null order by noted_at, id limit :limit";

    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Items(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    record Item(
            UUID id,
            UUID meeting,
            UUID child,
            String words,
            String fromWhom,
            Instant notedAt,
            UUID notedBy,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            @Nullable String setAsideBecause) {}

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getString("words"),
                row.getString("from_whom"),
                instant(row, "noted_at"),
                row.getObject("noted_by", UUID.class),
                instantOrNull(row, "confirmed_at"),
                row.getObject("confirmed_by", UUID.class),
                row.getString("set_aside_because"));
    }

    UUID note(Meeting.OfChild child, String words, String fromWhom) {
        var id = Ids.next();
        var sql = """
                insert into meetings.intelligence (authority_id, id, meeting_id, meeting_child_id, child_id, words, from_whom, noted_at, noted_by)
                values (:authority, :id, :meeting, :of, :child, :words, :from, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("meeting", child.meeting())
                .param("of", child.id())
                .param("child", child.child())
                .param("words", words)
                .param("from", fromWhom)
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        ledger.act(
                "meeting.intelligence-noted", "meeting", child.meeting(), child.child(), Map.of("item", id.toString()));
        return id;
    }

    Item find(UUID id) {
        return db.sql("select * from meetings.intelligence where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(Items::item)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** The oldest first. */
    List<Item> waiting(int limit) {
        return db.sql(WAITING)
                .param("authority", access.actor().authority())
                .param("limit", limit)
                .query(Items::item)
                .list();
    }

    /** @param setAside why it does not go on; null: it is confirmed and does */
    void decide(UUID id, @Nullable String setAside) {
        var sql = """
                update meetings.intelligence set confirmed_at = :now, confirmed_by = :actor, set_aside_because = :because
                where authority_id = :authority and id = :id and confirmed_at is null
                """;
        var item = find(id);
        var changed = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .param("because", setAside)
                .update();
        if (changed == 0) throw Refused.conflict("Somebody has decided on this already: open it again");
        ledger.act(
                setAside == null ? "meeting.intelligence-confirmed" : "meeting.intelligence-set-aside",
                "meeting",
                item.meeting(),
                item.child(),
                Map.of("item", id.toString()));
    }
}
