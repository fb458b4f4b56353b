package lantern.timescales.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import lantern.ServerTest;
import lantern.timescales.Reader;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardsLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardTest extends ServerTest {
    private String here = "";

    /** Lists are counted here to the last row, and nobody else's test adds to this authority's. */
    @BeforeEach
    void anAuthorityOfItsOwn() {
        here = region.another();
    }

    @Test
    void late_comes_first_then_what_is_due_first_and_what_has_no_limit_last() throws Exception {
        var role = "duty-worker";
        add(role, null, hours(30), 1);
        add(role, null, null, 1);
        add(role, null, hours(-5), 1);
        add(role, null, hours(1), 1);
        var board = new Reader(url(""), region.session(here, role));
        var states = board.read("/timescales").select("main tbody .govuk-tag").eachText();
        assertThat(states).containsExactly("Late", "Due soon", "Running", "No limit set");
        assertThat(board.read("/timescales?state=late")
                        .select("main tbody .govuk-tag")
                        .eachText())
                .containsExactly("Late");
        assertThat(board.read("/timescales?state=due-soon")
                        .select("main tbody .govuk-tag")
                        .eachText())
                .containsExactly("Due soon");
        assertThat(board.read("/timescales?state=no-limit")
                        .select("main tbody .govuk-tag")
                        .eachText())
                .containsExactly("No limit set");
        assertThat(board.read("/").select("main").text()).contains("Timescales4 waiting");
    }

    @Test
    void my_teams_list_holds_what_the_team_owns_and_no_other_teams() throws Exception {
        add("social-worker", region.team(here + "/south"), hours(-2), 3);
        southWorksWithTheirChildren();
        var south = new Reader(url(""), region.session(here, "social-worker-south"));
        assertThat(south.read("/timescales?whose=team").select("main tbody tr")).hasSize(3);
        var north = new Reader(url(""), region.session(here, "social-worker"));
        assertThat(north.read("/timescales?whose=team").select("main tbody tr")).isEmpty();
        assertThat(south.read("/timescales?whose=all").select("main tbody tr")).hasSize(3);
        assertThat(north.read("/timescales?whose=all").select("main tbody tr"))
                .as("reach: only children the team works with")
                .isEmpty();
    }

    @Test
    void pages_follow_one_another_without_a_gap_or_a_repeat() throws Exception {
        add("reviewing-officer", region.team(here + "/north"), hours(-3), 120);
        var board = new Reader(url(""), region.session(here, "hub-worker"));
        var seen = new ArrayList<String>();
        var path = "/timescales?team=" + region.team(here + "/north");
        for (var page = 0; page < 3; page++) {
            var read = board.read(path);
            seen.addAll(read.select("main tbody td:nth-child(3) a").eachAttr("href"));
            path = read.select(".govuk-pagination__next a").attr("href");
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(path).isEmpty();
    }

    @Test
    void a_machine_asks_for_what_is_late_and_a_wrong_word_is_named() throws Exception {
        var team = region.team(here + "/south");
        add("social-worker", team, hours(-2), 2);
        add("social-worker", team, hours(40), 1);
        var late = json("/api/v1/timescales?state=late&team=" + team);
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.body()).contains("\"state\":\"late\"", "\"standard\":\"return-interview\"");
        assertThat(late.body().split("\"subjectKind\"")).hasSize(3);
        var wrong = json("/api/v1/timescales?state=tardy");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"state\"", "late, due-soon");
    }

    private void southWorksWithTheirChildren() {
        var sql = """
                with known as (
                    update timescales.timescale set child_id = uuidv7() where owner_team = :team returning authority_id, child_id, subject_id)
                insert into access.involvement (authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at)
                select authority_id, uuidv7(), child_id, :agency, :team, 'allocation', subject_id, now() from known
                """;
        database.owner()
                .sql(sql)
                .param("team", region.team(here + "/south"))
                .param("agency", region.agency(here + "/children"))
                .update();
    }

    private HttpResponse<String> json(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url(path)))
                                .header("Authorization", "Bearer " + region.system(here))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Instant hours(int fromNow) {
        return Instant.now().plusSeconds(fromNow * 3600L);
    }

    private void add(String role, @Nullable UUID team, @Nullable Instant due, int number) {
        var edition = EditionReader.shipped().getLast();
        var standard = edition.standard(due == null ? "green-support" : "return-interview");
        var sql = """
                insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, owner_role, owner_team,
                    started_by, starts_at, due_at, due_soon_at, recorded_at)
                select :authority, uuidv7(), :standard, :version, 'episode', uuidv7(), :role, :team::uuid, uuidv7(),
                    now() - interval '70 hours', :due::timestamptz, :due::timestamptz - interval '18 hours', now()
                from generate_series(1, :number)
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority(here))
                .param("standard", standard.id())
                .param("version", StandardsLoader.id(edition.id(), standard))
                .param("role", role)
                .param("team", team)
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
    }
}
