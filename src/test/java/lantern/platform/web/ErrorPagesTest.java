package lantern.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import lantern.platform.web.sample.SampleApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void what_may_not_be_seen_looks_like_what_does_not_exist() throws Exception {
        var unseen = get("/kit/fails/unseen");
        var absent = get("/kit/no/such/page");
        assertThat(unseen.statusCode()).isEqualTo(404);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(withoutToken(unseen.body())).isEqualTo(withoutToken(absent.body()));
        assertThat(unseen.body()).contains("<title>Page not found - Lantern</title>", "search for it");
    }

    @Test
    void a_fault_shows_a_reference_that_is_in_the_log_and_nothing_of_the_inside(CapturedOutput log) throws Exception {
        var fault = get("/kit/fails/inside?name=Rowan");
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("Something went wrong").doesNotContain("secret", "Exception", "at lantern");
        var reference = fault.body().replaceAll("(?s).*Reference: <strong>(\\w+)</strong>.*", "$1");
        assertThat(reference).hasSize(8);
        assertThat(log.getAll()).contains("reference " + reference).doesNotContain("Rowan");
    }

    @Test
    void a_refusal_says_what_to_do() throws Exception {
        var refused = get("/kit/fails/forbidden");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only a manager may close an episode. Ask yours to do it.");
        assertThat(get("/kit/fails/conflict").statusCode()).isEqualTo(409);
    }

    @Test
    void a_form_without_its_token_says_that_nothing_is_lost() throws Exception {
        var stale = send(request("/kit/form")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("name=Rowan")));
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("The page was open too long", "back button");
    }

    @Test
    void the_api_answers_with_problem_details() throws Exception {
        var refused = get("/api/fails/field");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body())
                .contains(
                        "\"status\":422",
                        "\"detail\":\"Enter a date in the past\"",
                        "\"errors\":[{\"field\":\"missingSince\",\"message\":\"Enter a date in the past\"}]");
        var fault = get("/api/fails/inside");
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("\"reference\":").doesNotContain("secret");
        assertThat(get("/api/none").body()).contains("\"status\":404");
    }

    @Test
    void pages_are_not_stored_and_assets_are_kept_for_ever() throws Exception {
        var page = get("/kit/board");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValueAsLong("Content-Length")).isPresent();
        for (var asset : new String[] {Assets.CSS, Assets.JS, Assets.BEGIN, Assets.GOVUK + "govuk-frontend.min.js"}) {
            var kept = get(asset);
            assertThat(kept.statusCode()).as(asset).isEqualTo(200);
            assertThat(kept.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        }
        assertThat(get("/assets/lantern/lantern-" + "0".repeat(32) + ".css").statusCode())
                .isEqualTo(404);
    }

    @Test
    void no_asset_names_a_font_or_a_place_elsewhere() throws Exception {
        var css = get(Assets.GOVUK + "govuk-frontend.min.css").body()
                + get(Assets.CSS).body();
        assertThat(css).doesNotContain("GDS Transport", "@font-face", "url(", "@import", "crest");
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html,application/json"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
