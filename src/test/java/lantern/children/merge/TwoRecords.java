package lantern.children.merge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lantern.children.Follows;
import lantern.children.NewChild;
import lantern.missing.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** A child who was entered twice, and everything the database holds of the two records. */
public abstract class TwoRecords extends Story {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    protected Merges merges;

    @Autowired
    protected MergedRecords records;

    @Autowired
    protected List<Follows> rooms;

    protected UUID standing = new UUID(0, 0);
    protected UUID merged = new UUID(0, 0);

    /** The same child under two spellings: each record with an identifier, an address, a phone, a worker, care, a flag. */
    protected void enteredTwice() {
        var family = "Zwiefach" + (char) ('a' + COUNT.incrementAndGet() % 26) + COUNT.get();
        standing = record(family, "Katherine", LocalDate.of(2011, 5, 4), "female", "485 777 3456");
        merged = record(family, "Katie", LocalDate.of(2011, 4, 5), "not-known", "943 476 5919");
        filled(standing, "C2", "Alder House", "merrowdale/north", "social-worker");
        filled(merged, "E1", "Beech House", "merrowdale/south", "social-worker-south");
    }

    protected UUID record(String family, String given, LocalDate born, String sex, String nhs) {
        var child = new NewChild(
                family,
                given,
                null,
                born,
                false,
                sex,
                null,
                null,
                Map.of("nhs-number", nhs),
                List.of(new NewChild.Address("1 Mill Lane", "LS1 4AP", "home")),
                List.of("07700 900123"));
        return as(
                "hub-worker",
                () -> children.register(child, region.person("merrowdale", "hub-worker"), clock.instant()));
    }

    private void filled(UUID child, String status, String home, String team, String worker) {
        does(
                "hub-worker",
                () -> children.allocate(
                        child,
                        region.person("merrowdale", worker),
                        region.team(team),
                        region.person("merrowdale", "hub-worker"),
                        clock.instant()));
        for (var sql : List.of(
                "insert into children.legal_status (authority_id, id, child_id, code, starts_on, recorded_at, recorded_by)"
                        + " values (:authority, uuidv7(), :child, :status, date '2015-01-01', now(), :by)",
                "with p as (insert into children.placement (authority_id, id, child_id, type_code, name, starts_on, recorded_at, recorded_by)"
                        + " values (:authority, uuidv7(), :child, 'K2', :home, date '2015-01-01', now(), :by) returning *)"
                        + " insert into children.placement_address (authority_id, placement_id, child_id, lines) select authority_id, id, child_id, '9 Safe Road' from p",
                "insert into children.flag (authority_id, id, child_id, text, owner_id, review_on, raised_at, raised_by)"
                        + " values (:authority, uuidv7(), :child, 'Allergic to nuts', :by, date '2027-01-01', now(), :by)"))
            database.owner()
                    .sql(sql)
                    .param("authority", region.authority("merrowdale"))
                    .param("child", child)
                    .param("status", status)
                    .param("home", home)
                    .param("by", region.person("merrowdale", "hub-worker"))
                    .update();
    }

    protected UUID absent(UUID child, int daysAgo, int hours) {
        var episode = missing(child, clock.instant().minus(Duration.ofDays(daysAgo)));
        if (hours > 0) {
            var found = clock.instant().minus(Duration.ofDays(daysAgo)).plus(Duration.ofHours(hours));
            does(
                    "hub-worker",
                    () -> episodes.locate(
                            episode, new lantern.missing.episode.Episodes.Found(found, "Bus station", "Police", null)));
        }
        return episode;
    }

    @Autowired
    protected lantern.missing.episode.Episodes episodes;

    protected UUID merge(Map<String, String> decisions, Chosen.Fact... ofTheMerged) {
        return as(
                "hub-manager",
                () -> merges.merge(
                        standing,
                        merged,
                        new Chosen(java.util.Set.of(ofTheMerged)),
                        decisions,
                        "The same school photograph"));
    }

    protected void undo(UUID merge, UUID... given) {
        does("hub-manager", () -> merges.undo(records.find(merge).orElseThrow(), List.of(given), "Two cousins"));
    }

    /** Every row of every table that holds one of the two, without what only says that something was merged and undone. */
    protected TreeSet<String> everything() {
        var all = new TreeSet<String>();
        for (var table : Follows.tables(rooms)) {
            // Notices go out in the meantime.
            if (table.endsWith(".merge") || table.equals("timescales.notice")) continue;
            rows(all, table, "child_id");
        }
        rows(all, "children.child", "id");
        return all;
    }

    /** Rows that only one of the two has: with a minus what was lost, with a plus what is new. */
    protected static List<String> difference(TreeSet<String> before, TreeSet<String> after) {
        var lost = before.stream().filter(row -> !after.contains(row)).map(row -> "- " + row);
        var fresh = after.stream().filter(row -> !before.contains(row)).map(row -> "+ " + row);
        return java.util.stream.Stream.concat(lost, fresh).toList();
    }

    private void rows(TreeSet<String> all, String table, String column) {
        var sql =
                "select (to_jsonb(t) - 'changed_at' - 'next_send_at')::text from %s t where %s in (:standing, :merged)"
                        .formatted(table, column);
        database.superuser()
                .sql(sql)
                .param("standing", standing)
                .param("merged", merged)
                .query((row, n) -> all.add(table + " " + row.getString(1)))
                .list();
    }

    protected static long count(String what, UUID child) {
        return database.superuser()
                .sql("select count(*) from " + what)
                .param("child", child)
                .query(Long.class)
                .single();
    }
}
