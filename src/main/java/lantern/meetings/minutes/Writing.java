package lantern.meetings.minutes;

import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.meetings.meeting.Meeting;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written of a meeting. Nothing is overwritten: each box that was changed is kept as a revision of its own. */
@Component
public class Writing {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Writing(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A box and the child whose part it is in; for one of the whole, the first child of the agenda. */
    public record Box(MinutePart part, Meeting.OfChild child, String field) {}

    /** @param fields what stands in each box, by its name on the form */
    public record Standing(
            int revision,
            Map<String, List<String>> fields,
            @Nullable Instant savedAt,
            @Nullable UUID savedBy) {}

    /** The boxes of a meeting that the actor may read of, in the order of the page. */
    public List<Box> boxes(Meeting meeting, List<Meeting.OfChild> children) {
        if (children.isEmpty()) throw Refused.notFound();
        var boxes = new ArrayList<Box>();
        for (var part : MinutePart.whole(meeting.kind())) boxes.add(new Box(part, children.getFirst(), part.field(0)));
        for (var child : children)
            for (var part : MinutePart.ofChild()) boxes.add(new Box(part, child, part.field(child.place())));
        var actor = access.actor();
        return boxes.stream()
                .filter(each ->
                        actor.readsEverySection() || actor.reads(each.part().section()))
                .toList();
    }

    public Standing now(Meeting meeting, List<Box> boxes) {
        return at(meeting, boxes, Integer.MAX_VALUE);
    }

    public Standing at(Meeting meeting, List<Box> boxes, int revision) {
        var sql = """
                select distinct on (meeting_child_id, code) meeting_child_id, code, revision, words, saved_at, saved_by from meetings.said
                where authority_id = :authority and meeting_id = :meeting and revision <= :revision
                order by meeting_child_id, code, revision desc
                """;
        var names = new LinkedHashMap<String, String>();
        for (var box : boxes) names.put(box.child().id() + " " + box.part().code(), box.field());
        var fields = new LinkedHashMap<String, List<String>>();
        var last = new Last();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting.id())
                .param("revision", revision)
                .query(row -> {
                    var field = names.get(row.getString("meeting_child_id") + " " + row.getString("code"));
                    if (field == null) return;
                    if (!row.getString("words").isEmpty()) fields.put(field, List.of(row.getString("words")));
                    if (row.getInt("revision") <= last.revision) return;
                    last.revision = row.getInt("revision");
                    last.at = instantOrNull(row, "saved_at");
                    last.by = row.getObject("saved_by", UUID.class);
                });
        return new Standing(last.revision, fields, last.at, last.by);
    }

    private static final class Last {
        int revision;

        @Nullable
        Instant at;

        @Nullable
        UUID by;
    }

    /** Keeps the boxes that differ from what stands. Whoever calls holds the lock of the meeting, so that revisions follow one another. */
    public void save(Meeting meeting, List<Box> boxes, Standing standing, Map<String, List<String>> fields) {
        var changed = boxes.stream()
                .filter(box -> !words(fields, box.field()).equals(words(standing.fields(), box.field())))
                .toList();
        if (changed.isEmpty()) return;
        var revision = db.sql(
                        "update meetings.meeting set revision = revision + 1 where authority_id = :authority and id = :id returning revision")
                .param("authority", access.actor().authority())
                .param("id", meeting.id())
                .query(Integer.class)
                .single();
        var sql = """
                insert into meetings.said (authority_id, meeting_id, meeting_child_id, child_id, code, revision, section, of_all, words, saved_at, saved_by)
                values (:authority, :meeting, :id, :child, :code, :revision, :section, :all, :words, :now, :actor)
                """;
        for (var box : changed)
            db.sql(sql)
                    .param("authority", access.actor().authority())
                    .param("meeting", meeting.id())
                    .param("id", box.child().id())
                    .param("child", box.child().child())
                    .param("code", box.part().code())
                    .param("revision", revision)
                    .param("section", box.part().section())
                    .param("all", box.part().ofAll())
                    .param("words", words(fields, box.field()))
                    .param("now", stamp(clock.instant()))
                    .param("actor", access.actor().id())
                    .update();
        changed.stream()
                .map(box -> box.child().child())
                .distinct()
                .forEach(child ->
                        ledger.act("meeting.written", "meeting", meeting.id(), child, Map.of("revision", revision)));
    }

    private static String words(Map<String, List<String>> fields, String name) {
        return String.join("\n", fields.getOrDefault(name, List.of()));
    }
}
