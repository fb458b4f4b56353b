package lantern.missing.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.missing.Story;
import lantern.missing.episode.Episodes;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ListsTest extends Story {
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private JdbcClient db;

    @Autowired
    private MissedSteps missedSteps;

    @Autowired
    private RepeatChildren repeats;

    @Autowired
    private Places places;

    @Autowired
    private Episodes episodes;

    @Test
    void every_list_has_the_same_rows_on_its_page_and_in_its_file() throws Exception {
        var child = aLookedAfterChild();
        for (var i = 4; i >= 1; i--) ended(child, clock.instant().minus(Duration.ofDays(10L * i)), "Old Mill " + child);
        missing(child, clock.instant().minus(Duration.ofDays(3)));
        var session = region.session("merrowdale", "hub-manager");
        for (var list : List.of(
                "/missing",
                "/missing/lists/missed-steps",
                "/missing/lists/repeat-children",
                "/missing/lists/places?by=found",
                "/missing/most-worrying")) {
            var page = page(session, list);
            var file = page.select("a[href*=.csv]").attr("href");
            var lines = body(session, file).strip().split("\r\n");
            var shown = page.select("main tbody tr").size();
            if (list.equals("/missing")) assertThat(lines.length - 1).as(list).isGreaterThanOrEqualTo(shown);
            else assertThat(lines.length - 1).as(list + " " + file).isEqualTo(shown);
        }
        var place = page(session, "/missing/lists/places?by=found")
                .select("a:contains(old mill " + child + ")")
                .attr("href");
        assertThat(page(session, place).select("main tbody tr")).hasSize(4);
        assertThat(page(session, "/missing/lists").select("main li a")).hasSizeGreaterThan(5);
    }

    @Test
    void a_child_with_gaps_that_get_shorter_is_on_the_list_of_repeats_and_a_missed_step_on_that_of_missed_steps() {
        var child = aLookedAfterChild();
        for (var days : new int[] {70, 40, 20, 10}) ended(child, clock.instant().minus(Duration.ofDays(days)), "Pier");
        var listed = as("hub-manager", () -> repeats.of(filter(Map.of("care", "looked-after")), clock.instant()));
        var row = listed.rows().stream()
                .filter(each -> ("/children/" + child).equals(each.getFirst().href()))
                .findFirst()
                .orElseThrow();
        assertThat(row.stream().map(Listing.Item::words)).contains("4", "Yes", "Shorter");
        var late = as("hub-manager", () -> missedSteps.of(filter(Map.of()), clock.instant()));
        assertThat(late.children()).contains(child);
        assertThat(as("larkwater", "hub-manager", () -> repeats.of(filter(Map.of()), clock.instant()))
                        .children())
                .doesNotContain(child);
        assertThat(as("social-worker-south", () -> missedSteps.of(filter(Map.of()), clock.instant()))
                        .children())
                .doesNotContain(child);
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_text() {
        var listing = new Listing(
                "x",
                "x",
                "x",
                Instant.EPOCH,
                List.of(Listing.Column.of("Place")),
                List.of(List.of(Listing.Item.of("=1+1")), List.of(Listing.Item.of("Mill, \"Old\""))),
                List.of());
        assertThat(listing.csv()).isEqualTo("Place\r\n'=1+1\r\n\"Mill, \"\"Old\"\"\"\r\n");
    }

    /** At target size: 100,000 closed episodes and 500 open ones. */
    @Test
    void the_lists_read_by_their_indexes_at_target_size() {
        var authority = region.another();
        fill(region.authority(authority), region.person(authority, "hub-worker"));
        var open = explain(authority, MissedSteps.sql(filter(Map.of())), Map.of("now", now()));
        assertThat(open).doesNotContain("Seq Scan on episode", "Seq Scan on timescale");
        var from = clock.instant().minus(Duration.ofDays(90)).atOffset(java.time.ZoneOffset.UTC);
        var repeated = explain(authority, RepeatChildren.sql(filter(Map.of())), Map.of("from", from, "least", 2));
        assertThat(repeated).doesNotContain("Seq Scan on episode");
        var byPlacement = explain(authority, Places.sql(filter(Map.of("days", "90"))), Map.of("from", from));
        assertThat(byPlacement).doesNotContain("Seq Scan on episode");
    }

    private String explain(String authority, String sql, Map<String, Object> parameters) {
        return String.join(
                "\n",
                as(
                        authority,
                        "hub-worker",
                        () -> db.sql("explain " + sql)
                                .param("authority", region.authority(authority))
                                .params(parameters)
                                .query((row, n) -> row.getString(1))
                                .list()));
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(java.time.ZoneOffset.UTC);
    }

    private static void fill(UUID authority, UUID hub) {
        var sql = """
                with kids as (
                    insert into children.child (authority_id, id, reference, family_name, birth_precision, recorded_at, recorded_by)
                    select :authority, uuidv7(), 'L' || n, 'List', 'unknown', now(), :by from generate_series(1, 20000) n returning id
                ), numbered as (select id, row_number() over () as n from kids)
                insert into missing.episode (authority_id, id, child_id, stage, missing_from, missing_since, looked_after, opened_at, opened_by, placement_name,
                    located_at, returned_at, closed_at, closed_by, closed_review)
                select :authority, uuidv7(), k.id, s.stage, 'placement', now() - interval '1 hour' * (m.n * 20000 + k.n), true, now(), :by, 'Home ' || k.n % 300,
                    case s.stage when 'closed' then now() end, case s.stage when 'closed' then now() end, case s.stage when 'closed' then now() end,
                    case s.stage when 'closed' then :by::uuid end, case s.stage when 'closed' then 'done' end
                from numbered k cross join generate_series(0, 5) m(n)
                cross join lateral (select case when m.n = 0 and k.n <= 500 then 'open' else 'closed' end as stage) s
                where m.n > 0 or k.n <= 500
                """;
        database.owner().sql(sql).param("authority", authority).param("by", hub).update();
        database.superuser().sql("analyze").update();
    }

    private static ListFilter filter(Map<String, String> query) {
        return ListFilter.of(query);
    }

    private void ended(UUID child, Instant since, String place) {
        var episode = missing(child, since);
        does("hub-worker", () -> {
            var at = since.plus(Duration.ofHours(20));
            episodes.locate(episode, new Episodes.Found(at, place, "Police", null));
            episodes.comeBack(episode, new Episodes.Return(at, "Placement", "suspected", null, null));
        });
    }

    private Document page(String session, String path) throws Exception {
        return Jsoup.parse(body(session, path));
    }

    private String body(String session, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Cookie", "lantern-session=" + session)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
