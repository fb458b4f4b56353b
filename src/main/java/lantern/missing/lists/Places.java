package lantern.missing.lists;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.missing.lists.Listing.Column;
import lantern.missing.lists.Listing.Item;
import lantern.platform.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Placements that children go missing from again and again, and places where they are last seen or found again and again. */
@Component
class Places {
    private final JdbcClient db;
    private final Access access;

    Places(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    // Places are typed by hand: capital letters and spaces do not make two of one.
    private static String column(ListFilter filter) {
        return switch (filter.by()) {
            case "last-seen" -> "lower(btrim(e.last_seen_place))";
            case "found" -> "lower(btrim(e.located_place))";
            default -> "e.placement_name";
        };
    }

    private static String from(ListFilter filter) {
        return """
                from missing.episode e
                join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
                where e.authority_id = :authority and e.missing_since > :from and e.stage in ('open', 'located', 'returned', 'closed') and
                """ + column(filter) + " <> ''" + filter.where();
    }

    static String sql(ListFilter filter) {
        return "select " + column(filter)
                + " as place, min(e.placement_name) as called, count(e.id) as episodes, count(distinct e.child_id) as children,"
                + " count(e.id) filter (where e.stage = 'open') as open, max(e.missing_since) as latest,"
                + " percentile_cont(0.5) within group (order by extract(epoch from e.located_at - e.missing_since)) as median,"
                + " array_agg(distinct e.child_id) as who "
                + from(filter) + " group by 1 having count(e.id) > 1 order by 3 desc, 1";
    }

    Listing of(ListFilter filter, Instant now) {
        var children = new LinkedHashSet<UUID>();
        var rows = new ArrayList<List<Item>>();
        db.sql(sql(filter))
                .param("authority", access.actor().authority())
                .param("team", filter.team())
                .param("from", stamp(now.minus(Duration.ofDays(filter.days()))))
                .query(row -> {
                    var place = row.getString("place");
                    children.addAll(Arrays.asList((UUID[]) row.getArray("who").getArray()));
                    var median = row.getObject("median", Double.class);
                    rows.add(List.of(
                            Item.link(capital(place), rowsPath(filter, place)),
                            Item.of(row.getLong("episodes")),
                            Item.of(row.getLong("children")),
                            Item.of(row.getLong("open")),
                            Item.of(median == null ? "" : Words.elapsed(now, now.plusSeconds(Math.round(median)))),
                            Item.of(London.dateTime(instant(row, "latest")))));
                });
        return new Listing(
                "places",
                "Repeat patterns by placement and place",
                "Absences of the last " + filter.daysInWords() + " by "
                        + switch (filter.by()) {
                            case "last-seen" -> "where the child was last seen";
                            case "found" -> "where the child was found";
                            default -> "the placement the child was in";
                        }
                        + ", where there is more than one. Open a place to see its absences. Merged episodes and those recorded in error do not count; a median of the times until found leaves out who is still missing.",
                now,
                List.of(
                        Column.of("Place"),
                        Column.number("Absences"),
                        Column.number("Children"),
                        Column.number("Missing now"),
                        Column.of("Median time until found"),
                        Column.of("The latest began")),
                rows,
                children);
    }

    private static String capital(String place) {
        return Character.toUpperCase(place.charAt(0)) + place.substring(1);
    }

    private static String rowsPath(ListFilter filter, String place) {
        return UriComponentsBuilder.fromUriString(filter.path("/missing/lists/places/rows"))
                .queryParam("place", "{place}")
                .build(place)
                .toString();
    }

    /** The absences behind one line of the list. */
    Listing rows(ListFilter filter, String place, Instant now) {
        var children = new LinkedHashSet<UUID>();
        var rows = new ArrayList<List<Item>>();
        var sql =
                "select e.id, e.child_id, e.missing_since, e.located_at, e.placement_name, e.last_seen_place, e.located_place, c.given_names, c.family_name "
                        + from(filter) + " and " + column(filter) + " = :place order by e.missing_since desc, e.id";
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("team", filter.team())
                .param("from", stamp(now.minus(Duration.ofDays(filter.days()))))
                .param("place", place)
                .query(row -> {
                    children.add(row.getObject("child_id", UUID.class));
                    var located = instantOrNull(row, "located_at");
                    var since = instant(row, "missing_since");
                    rows.add(List.of(
                            Item.link(
                                    (row.getString("given_names") + " " + row.getString("family_name")).strip(),
                                    "/missing/episodes/" + row.getString("id")),
                            Item.of(London.dateTime(since)),
                            located == null ? Item.tag("Missing", "red") : Item.of(Words.elapsed(since, located)),
                            Item.of(row.getString("placement_name")),
                            Item.of(row.getString("last_seen_place")),
                            Item.of(row.getString("located_place"))));
                });
        return new Listing(
                "places-rows",
                "Absences: " + (place.isBlank() ? "no place was chosen" : capital(place)),
                "The absences behind one line of the list of repeat patterns, the latest first.",
                now,
                List.of(
                        Column.of("Child"),
                        Column.of("Missing since"),
                        Column.of("Missing for"),
                        Column.of("Placement"),
                        Column.of("Last seen"),
                        Column.of("Found")),
                rows,
                children);
    }
}
