package lantern.children.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Names;
import lantern.children.ChildPanel;
import lantern.children.Follows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which records were merged into which, for who sees the one that stands; and so in the child's chronology. */
@Component
public class MergedRecords implements ChildPanel {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MERGE = """
            select m.id, m.child_id, m.into_id, m.merged_id, m.merged_reference, m.stage, m.reason, m.merged_at, m.merged_by, m.undone_at, m.undone_by, m.undone_because,
                   exists (select from children.merge l where l.authority_id = m.authority_id and l.into_id = m.into_id and l.id > m.id and l.undone_at is null)
                       or m.child_id <> m.into_id as merged_later
            from children.merge m where m.authority_id = (select ctx.authority())
            """;

    private final JdbcClient db;
    private final List<Follows> rooms;
    private final Names names;

    MergedRecords(JdbcClient db, List<Follows> rooms, Names names) {
        this.db = db;
        this.rooms = rooms;
        this.names = names;
    }

    /** @param mergedLater a later merge must be undone before this one */
    public record Merge(
            UUID id,
            UUID child,
            UUID standing,
            UUID merged,
            String mergedReference,
            String reason,
            Instant mergedAt,
            UUID mergedBy,
            @Nullable Instant undoneAt,
            @Nullable UUID undoneBy,
            @Nullable String undoneBecause,
            boolean mergedLater) {
        public boolean undone() {
            return undoneAt != null;
        }
    }

    public Optional<Merge> find(UUID merge) {
        return db.sql(MERGE + " and m.id = :id")
                .param("id", merge)
                .query(MergedRecords::merge)
                .optional();
    }

    /** The merges in which the child's record stood or went, latest first; undone ones too. */
    public List<Merge> of(UUID child) {
        return db.sql(MERGE + " and (m.child_id = :child or m.merged_id = :child) order by m.merged_at desc, m.id desc")
                .param("child", child)
                .query(MergedRecords::merge)
                .list();
    }

    /** The record that stands for an old one; empty when it was not merged, or when the reader may not see it. */
    public Optional<UUID> standingFor(UUID old) {
        return one("select children.merged_into(:old) as id", old);
    }

    public Optional<UUID> standingFor(String oldReference) {
        return one("select children.merged_reference(:old) as id", oldReference);
    }

    private Optional<UUID> one(String sql, Object old) {
        return db
                .sql(sql)
                .param("old", old)
                .query((row, n) -> Optional.ofNullable(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Rows of one table that a merge moved or set aside; what they were is only given of those set aside, and never of what is of high risk. */
    public record Rows(String table, boolean aside, long many, List<Map<String, Object>> what) {}

    @SuppressWarnings("unchecked") // JSON objects have names
    public List<Rows> rows(UUID merge) {
        return db.sql("select * from children.rows_of_merge(:merge) order by held, aside")
                .param("merge", merge)
                .query((row, n) -> {
                    var what = row.getString("what");
                    return new Rows(
                            row.getString("held"),
                            row.getBoolean("aside"),
                            row.getLong("many"),
                            what == null ? List.of() : Arrays.asList(JSON.readValue(what, Map[].class)));
                })
                .list();
    }

    /** Something recorded after the merge, that may belong to either child. */
    public record Added(UUID id, String called, String words) {}

    public List<Added> added(UUID merge) {
        var added = new ArrayList<Added>();
        rooms.stream().flatMap(room -> room.held().stream()).forEach(held -> {
            var called = held.called();
            if (called != null) added.addAll(added(merge, held, called));
        });
        return added;
    }

    private List<Added> added(UUID merge, Follows.Held held, String called) {
        var ids = db.sql("select * from children.added_since(:merge, :table)")
                .param("merge", merge)
                .param("table", held.table())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        if (ids.isEmpty()) return List.of();
        var words = new LinkedHashMap<UUID, String>();
        ids.forEach(id -> words.put(id, "added after the merge"));
        db.sql(held.describing())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> words.put(row.getObject("id", UUID.class), row.getString("words")))
                .list();
        return words.entrySet().stream()
                .map(each -> new Added(each.getKey(), called, each.getValue()))
                .toList();
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Panel of(UUID child, Instant at, Instant before, int limit) {
        var events = new ArrayList<Event>();
        for (var merge : of(child)) {
            var link = "/children/" + merge.child() + "/merges/" + merge.id();
            var called = names.of(Arrays.asList(merge.mergedBy(), merge.undoneBy()));
            var into = merge.merged().equals(child)
                    ? "This record was merged into another"
                    : "Record " + merge.mergedReference() + " was merged into this one";
            events.add(new Event(
                    merge.mergedAt(),
                    merge.mergedAt(),
                    into,
                    merge.reason(),
                    null,
                    called.name(merge.mergedBy()),
                    link,
                    "merged"));
            var undone = merge.undoneAt();
            if (undone != null)
                events.add(new Event(
                        undone,
                        undone,
                        "The merge was undone: they are two children",
                        merge.undoneBecause(),
                        null,
                        called.name(merge.undoneBy()),
                        link,
                        "unmerged"));
        }
        events.removeIf(event -> !event.happenedAt().isBefore(before));
        events.sort(java.util.Comparator.comparing(Event::happenedAt).reversed());
        return new Panel(List.of(), events.stream().limit(limit).toList());
    }

    private static Merge merge(ResultSet row, int n) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getObject("into_id", UUID.class),
                row.getObject("merged_id", UUID.class),
                row.getString("merged_reference"),
                row.getString("reason"),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                row.getObject("merged_by", UUID.class),
                instant(row, "undone_at"),
                row.getObject("undone_by", UUID.class),
                row.getString("undone_because"),
                row.getBoolean("merged_later"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
