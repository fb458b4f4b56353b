package lantern.missing.api;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Episodes as the API gives them, in pages: by when they began, or, for "updated since", by when they last changed. */
@Component
class EpisodeList {
    static final int PAGE = 100;

    private static final String COLUMNS = """
            select e.id, e.child_id, c.reference, e.stage, e.missing_from, e.missing_since, e.located_at, e.located_place, e.returned_at, e.returned_to,
                e.harm, e.harm_kinds, e.closed_at, e.looked_after, e.placement_name, e.police_reference, e.merged_into, e.changed_at
            from missing.episode e
            join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
            where e.authority_id = :authority
            """;

    private final JdbcClient db;
    private final Access access;

    EpisodeList(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    record Wanted(
            @Nullable String state,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant updatedSince,
            Cursor after) {}

    /** {@code updatedAt} is the version that an ETag carries. */
    record Item(
            UUID id,
            Child child,
            String state,
            String missingFrom,
            Instant missingSince,
            @Nullable Instant foundAt,
            @Nullable String foundPlace,
            @Nullable Instant returnedAt,
            @Nullable String returnedTo,
            @Nullable String harm,
            List<String> harmKinds,
            @Nullable Instant closedAt,
            boolean lookedAfter,
            @Nullable String placementName,
            @Nullable String policeReference,
            @Nullable UUID mergedInto,
            Instant updatedAt) {
        record Child(UUID id, String reference) {}
    }

    List<Item> page(Wanted wanted) {
        var order = wanted.updatedSince() == null ? "e.missing_since" : "e.changed_at";
        var sql = COLUMNS + """
                  and (:state::text is null or e.stage = :state::text)
                  and (:from::timestamptz is null or e.missing_since >= :from::timestamptz)
                  and (:to::timestamptz is null or e.missing_since < :to::timestamptz)
                  and (:since::timestamptz is null or e.changed_at >= :since::timestamptz)
                  and (%1$s, e.id) > (:afterAt, :afterId)
                order by %1$s, e.id limit :limit
                """.formatted(order);
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("state", wanted.state())
                .param("from", stamp(wanted.from()))
                .param("to", stamp(wanted.to()))
                .param("since", stamp(wanted.updatedSince()))
                .param("afterAt", stamp(wanted.after().at()))
                .param("afterId", wanted.after().id())
                .param("limit", PAGE + 1)
                .query(EpisodeList::item)
                .list();
    }

    Item one(UUID id) {
        return db.sql(COLUMNS + " and e.id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(EpisodeList::item)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                new Item.Child(row.getObject("child_id", UUID.class), row.getString("reference")),
                row.getString("stage"),
                row.getString("missing_from"),
                instant(row, "missing_since"),
                instantOrNull(row, "located_at"),
                row.getString("located_place"),
                instantOrNull(row, "returned_at"),
                row.getString("returned_to"),
                row.getString("harm"),
                List.of((String[]) row.getArray("harm_kinds").getArray()),
                instantOrNull(row, "closed_at"),
                row.getBoolean("looked_after"),
                row.getString("placement_name"),
                row.getString("police_reference"),
                row.getObject("merged_into", UUID.class),
                instant(row, "changed_at"));
    }
}
