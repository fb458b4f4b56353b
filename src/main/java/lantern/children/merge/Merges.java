package lantern.children.merge;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.children.Children;
import lantern.children.Follows;
import lantern.children.Follows.Held;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Merges two records of one child, and undoes it. The database's own functions move the rows, whoever may read them, and remember each; they ask again
 * who is acting and write the ledger of both.
 */
@Component
@Transactional
public class Merges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final List<Follows> rooms;
    private final Children children;
    private final Standing standings;
    private final Access access;
    private final Clock clock;

    Merges(JdbcClient db, List<Follows> rooms, Children children, Standing standings, Access access, Clock clock) {
        this.db = db;
        this.rooms = rooms;
        this.children = children;
        this.standings = standings;
        this.access = access;
        this.clock = clock;
    }

    /** What must be decided before the two can be merged. */
    public List<Follows.Clash> clashes(UUID standing, UUID merged) {
        return rooms.stream()
                .flatMap(room -> room.clashes(standing, merged).stream())
                .toList();
    }

    /** Whether one of the two is restricted: the record they become is restricted too. */
    public boolean restricted(UUID standing, UUID merged) {
        return standings.restricted(standing) || standings.restricted(merged);
    }

    /** From now on the second record is part of the first. */
    public UUID merge(UUID standing, UUID merged, Chosen chosen, Map<String, String> decisions, String reason) {
        if (standing.equals(merged)) throw new Refused("Choose another record: this is the same one", "with");
        if (reason.isBlank()) throw new Refused("Say how you know that they are one child", "reason");
        if (children.findAll(List.of(standing, merged)).size() != 2) throw Refused.notFound();
        standings.check(standing, merged);
        // A notification about the child must not come to nobody: whoever merges is named in both.
        if (standings.restricted(standing)
                && standings.restricted(merged)
                && !access.actor().may(Permission.DECIDE_NOTIFICATION))
            throw Refused.notAllowed(
                    "Both records are restricted. Ask somebody of the hub who is named in both to merge them.");
        var id = Ids.next();
        var now = clock.instant();
        begin(id, standing, merged, chosen, reason.strip(), now);
        for (var held : all()) {
            run("select children.note_rows(:merge, :table, :whole)", id, held.table(), Map.of("whole", held.whole()));
        }
        for (var room : rooms) room.merging(standing, merged, decisions, reason);
        standings.choose(id, standing, merged, chosen, now);
        for (var held : all()) {
            var alike = Map.<String, Object>of("alike", held.alike().toArray(String[]::new));
            run("select children.move_rows(:merge, :table, :alike::text[])", id, held.table(), alike);
        }
        standings.settle(id, standing);
        run("select children.finish_merge(:merge)", id, "", Map.of());
        for (var room : rooms) room.merged(standing, merged, decisions, reason);
        return id;
    }

    private void begin(UUID id, UUID standing, UUID merged, Chosen chosen, String reason, Instant now) {
        db.sql("select children.begin_merge(:merge, :standing, :merged, :why, :choices::jsonb, :at)")
                .param("merge", id)
                .param("standing", standing)
                .param("merged", merged)
                .param("why", reason)
                .param("choices", JSON.writeValueAsString(chosen.codes()))
                .param("at", utc(now))
                .query((row, n) -> 1)
                .list();
    }

    /** The two records as they were before the merge, with what was added since where {@code given} says; the rest of that stays. */
    public void undo(MergedRecords.Merge merge, Collection<UUID> given, String because) {
        if (because.isBlank()) throw new Refused("Say why they are two children", "reason");
        db.sql("select children.begin_unmerge(:merge, :why, :at)")
                .param("merge", merge.id())
                .param("why", because.strip())
                .param("at", utc(clock.instant()))
                .query((row, n) -> 1)
                .list();
        var going = going(merge.id(), given);
        for (var held : all()) {
            var rows = going.getOrDefault(held.table(), Set.of()).toArray(UUID[]::new);
            var hangsOn =
                    held.hangsBy() == null ? new String[0] : held.hangsOn().toArray(String[]::new);
            var how = Map.<String, Object>of(
                    "given", rows, "by", held.hangsBy() == null ? "" : held.hangsBy(), "on", hangsOn);
            run(
                    "select children.move_back(:merge, :table, :given::uuid[], :by, :on::text[])",
                    merge.id(),
                    held.table(),
                    how);
        }
        for (var room : rooms) room.unmerged(merge.id(), merge.standing(), merge.merged(), because);
        run("select children.finish_unmerge(:merge)", merge.id(), "", Map.of());
    }

    /** What goes back of what was added after the merge, by table: given by a person, or resting on nothing but what goes. */
    private Map<String, Set<UUID>> going(UUID merge, Collection<UUID> given) {
        var going = new HashMap<String, Set<UUID>>();
        for (var held : all()) {
            if (held.called() != null) going.put(held.table(), new HashSet<>(given));
        }
        for (var room : rooms) {
            room.goesWith(merge, given)
                    .forEach((table, rows) ->
                            going.computeIfAbsent(table, any -> new HashSet<>()).addAll(rows));
        }
        return going;
    }

    private List<Held> all() {
        return rooms.stream().flatMap(room -> room.held().stream()).toList();
    }

    /** Who is acting is known to the database; the application only names tables that the database itself knows to hold a child. */
    private void run(String sql, UUID merge, String table, Map<String, Object> more) {
        access.actor();
        db.sql(sql)
                .param("merge", merge)
                .param("table", table)
                .params(more)
                .query((row, n) -> 1)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
