package lantern.missing.lists;

import static lantern.platform.Stamps.stamp;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.missing.counters.Pattern;
import lantern.missing.counters.Threshold.Code;
import lantern.missing.counters.Thresholds;
import lantern.missing.lists.Listing.Column;
import lantern.missing.lists.Listing.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Children missing again and again: those who pass the red indicator's threshold, or whom another authority placed here and who pass that of a pattern. */
@Component
class RepeatChildren {
    private static final String SQL = """
            select c.id, c.given_names, c.family_name, c.responsible_authority, c.worker_id, c.worker_team_id, bool_or(e.looked_after) as looked_after,
                bool_or(e.stage = 'open') as missing, array_agg(e.missing_since order by e.missing_since) as since, (array_agg(e.id order by e.missing_since desc))[1] as latest,
                (array_agg(e.placement_name order by e.missing_since desc))[1] as placement
            from missing.episode e
            join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
            where e.authority_id = :authority and e.missing_since > :from and e.stage in ('open', 'located', 'returned', 'closed')
            """;

    private final JdbcClient db;
    private final Access access;
    private final Names names;
    private final Thresholds thresholds;

    RepeatChildren(JdbcClient db, Access access, Names names, Thresholds thresholds) {
        this.db = db;
        this.access = access;
        this.names = names;
        this.thresholds = thresholds;
    }

    private record Found(
            UUID id,
            String name,
            @Nullable String responsible,
            @Nullable UUID worker,
            @Nullable UUID team,
            boolean missing,
            UUID latest,
            @Nullable String placement,
            Pattern pattern) {}

    static String sql(ListFilter filter) {
        return SQL + filter.where()
                + " group by c.id, c.given_names, c.family_name, c.responsible_authority, c.worker_id, c.worker_team_id having count(e.id) > :least"
                + " order by count(e.id) desc, c.id";
    }

    Listing of(ListFilter filter, Instant now) {
        var day = London.date(now);
        var red = thresholds.inForce(Code.RED_INDICATOR, day);
        var persistent = thresholds.inForce(Code.PERSISTENT, day);
        var placedHere = thresholds.inForce(Code.PLACED_HERE_PATTERN, day);
        var longest = Math.max(red.days(), Math.max(persistent.days(), placedHere.days()));
        var least = Math.min(red.moreThan(), Math.min(persistent.moreThan(), placedHere.moreThan()));
        var found = db
                .sql(sql(filter))
                .param("authority", access.actor().authority())
                .param("team", filter.team())
                .param("from", stamp(now.minus(Duration.ofDays(longest))))
                .param("least", least)
                .query((row, n) -> new Found(
                        row.getObject("id", UUID.class),
                        (row.getString("given_names") + " " + row.getString("family_name")).strip(),
                        row.getString("responsible_authority"),
                        row.getObject("worker_id", UUID.class),
                        row.getObject("worker_team_id", UUID.class),
                        row.getBoolean("missing"),
                        row.getObject("latest", UUID.class),
                        row.getString("placement"),
                        new Pattern(
                                Arrays.stream((Timestamp[])
                                                row.getArray("since").getArray())
                                        .map(Timestamp::toInstant)
                                        .toList(),
                                List.of(red, persistent),
                                now)))
                .list()
                .stream()
                .filter(each -> each.pattern.passes(red)
                        || each.pattern.passes(persistent)
                        || each.responsible != null && each.pattern.passes(placedHere))
                .toList();
        var ids = new ArrayList<@Nullable UUID>();
        found.forEach(each -> {
            ids.add(each.worker);
            ids.add(each.team);
        });
        var called = names.of(ids);
        var rows = new ArrayList<List<Item>>();
        for (var each : found)
            rows.add(List.of(
                    Item.link(each.name, "/children/" + each.id),
                    Item.of(each.pattern.within(90)),
                    Item.of(each.pattern.in12Months()),
                    Item.of(each.pattern.passes(red) ? "Yes" : "No"),
                    Item.of(each.pattern.passes(persistent) ? "Yes" : "No"),
                    each.pattern.everSooner() ? Item.tag("Shorter", "orange") : Item.of("No"),
                    Item.of(each.placement),
                    each.responsible == null
                            ? Item.of("")
                            : Item.link(
                                    each.responsible + (each.pattern.passes(placedHere) ? ": contact them" : ""),
                                    "/missing/episodes/" + each.latest),
                    each.missing
                            ? Item.tag("Missing now", "red")
                            : Item.of(called.name(each.worker) == null ? "No worker" : called.name(each.worker))));
        return new Listing(
                "repeat-children",
                "Children missing again and again",
                "Red indicator: " + red.rule() + ". Persistent: " + persistent.rule()
                        + ". Placed here by another authority: " + placedHere.rule()
                        + ", then the Head of Service contacts the responsible authority. Gaps: the last three, from one absence to the next, fall. Merged episodes and those recorded in error do not count.",
                now,
                List.of(
                        Column.of("Child"),
                        Column.number("In 90 days"),
                        Column.number("In 12 months"),
                        Column.of("Red indicator"),
                        Column.of("Persistent"),
                        Column.of("Gaps"),
                        Column.of("Placement"),
                        Column.of("Responsible authority"),
                        Column.of("Worker")),
                rows,
                found.stream().map(Found::id).toList());
    }
}
