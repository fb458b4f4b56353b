package lantern.meetings.api;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.meetings.Actions;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Meetings for partners' systems (scope meetings:read): when, about which children of theirs, and what is to be done; never what was said. */
@RestController
@Transactional
@RequestMapping("/api/v1/meetings")
class MeetingApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 100;

    private final JdbcClient db;
    private final MeetingRows rows;
    private final Actions actions;
    private final Access access;
    private final Ledger ledger;

    MeetingApi(JdbcClient db, MeetingRows rows, Actions actions, Access access, Ledger ledger) {
        this.db = db;
        this.rows = rows;
        this.actions = actions;
        this.access = access;
        this.ledger = ledger;
    }

    record Item(
            UUID id,
            String kind,
            Instant startsAt,
            int minutes,
            @Nullable Instant heldAt,
            @Nullable LocalDate nextReviewOn,
            @Nullable Instant minutesIssuedAt,
            @Nullable Instant cancelledAt,
            List<UUID> children) {}

    record Task(
            UUID id,
            UUID child,
            String words,
            UUID agency,
            @Nullable LocalDate dueOn,
            @Nullable Instant doneAt,
            boolean givenUp) {}

    @GetMapping
    ResponseEntity<String> all(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor) {
        access.require(Permission.READ_MEETINGS);
        var after = Cursor.of(cursor);
        var sql = """
                select m.* from meetings.meeting m
                where m.authority_id = :authority and (:from::timestamptz is null or m.starts_at >= :from::timestamptz)
                  and (:to::timestamptz is null or m.starts_at < :to::timestamptz) and (m.starts_at, m.id) > (:afterAt, :afterId)
                  and exists (select from meetings.meeting_child c where c.authority_id = m.authority_id and c.meeting_id = m.id)
                order by m.starts_at, m.id limit :limit
                """;
        var found = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("from", stamp(time(from, "from")))
                .param("to", stamp(time(to, "to")))
                .param("afterAt", stamp(after.at()))
                .param("afterId", after.id())
                .param("limit", PAGE + 1)
                .query(MeetingApi::item)
                .list();
        var page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var items = withChildren(page);
        var ids = items.stream()
                .flatMap(each -> each.children().stream())
                .distinct()
                .toList();
        if (!ids.isEmpty()) ledger.looked(ids, "meetings");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", items);
        if (found.size() > PAGE)
            answer.put(
                    "next", new Cursor(page.getLast().startsAt(), page.getLast().id()).text());
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(JSON.writeValueAsString(answer));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable UUID id) {
        access.require(Permission.READ_MEETINGS);
        rows.find(id);
        var item = db.sql("select m.* from meetings.meeting m where m.authority_id = :authority and m.id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(MeetingApi::item)
                .single();
        var whole = withChildren(List.of(item)).getFirst();
        for (var child : whole.children()) ledger.look(child, "meeting");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("meeting", whole);
        answer.put(
                "actions",
                actions.ofMeeting(id).stream()
                        .map(each -> new Task(
                                each.id(),
                                each.about().child(),
                                each.task().words(),
                                each.task().agency(),
                                each.task().due(),
                                each.doneAt(),
                                each.notDone()))
                        .toList());
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(JSON.writeValueAsString(answer));
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                instant(row, "starts_at"),
                row.getInt("minutes_long"),
                instantOrNull(row, "held_at"),
                row.getObject("next_review_on", LocalDate.class),
                instantOrNull(row, "minutes_issued_at"),
                instantOrNull(row, "cancelled_at"),
                List.of());
    }

    /** Those of the children that the client may read of. */
    private List<Item> withChildren(List<Item> items) {
        Map<UUID, List<UUID>> about = new HashMap<>();
        db.sql(
                        "select meeting_id, child_id from meetings.meeting_child where authority_id = :authority and meeting_id = any (:ids) order by place, id")
                .param("authority", access.actor().authority())
                .param("ids", items.stream().map(Item::id).toArray(UUID[]::new))
                .query(row -> {
                    about.computeIfAbsent(row.getObject("meeting_id", UUID.class), any -> new ArrayList<>())
                            .add(row.getObject("child_id", UUID.class));
                });
        return items.stream()
                .map(each -> new Item(
                        each.id(),
                        each.kind(),
                        each.startsAt(),
                        each.minutes(),
                        each.heldAt(),
                        each.nextReviewOn(),
                        each.minutesIssuedAt(),
                        each.cancelledAt(),
                        about.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static @Nullable Instant time(@Nullable String text, String field) {
        if (text == null || text.isBlank()) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("Send a time with its offset, like 2026-03-27T18:00:00Z", field);
        }
    }

    /** Where a page ended; opaque to the client. */
    private record Cursor(Instant at, UUID id) {
        static Cursor of(@Nullable String text) {
            if (text == null || text.isBlank())
                return new Cursor(Instant.parse("0001-01-01T00:00:00Z"), new UUID(0, 0));
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new Refused("Send the cursor as the page before gave it, or leave it out", "cursor");
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
