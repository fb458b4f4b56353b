package lantern.missing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.calendar.London;
import lantern.missing.Story;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One child's story through the pages as a browser without scripts sends it, and through the API. */
class JourneyTest extends Story {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();

    @Test
    void a_child_is_found_returns_declines_the_interview_and_the_episode_is_closed_on_the_pages() throws Exception {
        var child = aLookedAfterChild();
        allocated(child);
        var episode = missing(child, clock.instant().minus(Duration.ofHours(50)));
        var hub = region.session("merrowdale", "hub-manager");
        var page = "/missing/episodes/" + episode;

        assertThat(get(hub, "/missing").select("table a").eachAttr("href")).contains(page);
        var first = get(hub, page);
        assertThat(first.text()).contains("What to do next", "Late", "Record that the Executive Director was told");

        post(
                hub,
                page + "/informed",
                "of",
                "absence",
                "who",
                "executive-director",
                "words",
                "Told by phone with the steps taken");
        assertThat(get(hub, page).text()).contains("Told that the child is missing: Executive Director");

        var refused = post(hub, page + "/found", "back", "no", "found-at-year", "2001");
        assertThat(refused.select(".govuk-error-summary").text())
                .contains("There is a problem", "before they went missing");

        var year = Integer.toString(London.date(clock.instant()).getYear());
        post(hub, page + "/found", "back", "yes", "returned-to", "Placement", "found-at-year", year);
        assertThat(stage(episode)).isEqualTo("returned");
        assertThat(get(hub, page).text()).contains("Before the episode can be closed", "Return interview");

        var provider = region.session("merrowdale", "interviewer");
        var queue = get(provider, "/missing/interviews");
        var interview = queue.select("a[href^=/missing/interviews/]").eachAttr("href").stream()
                .filter(each ->
                        get(provider, each).select("a[href=" + page + "]").size() == 1)
                .findFirst()
                .orElseThrow();
        post(provider, interview + "/triage", "triage", "first-time", "indicators", "age");
        post(provider, interview + "/contacts", "kind", "offered", "how", "phone", "words", "Spoke to the child");
        assertThat(post(provider, interview + "/outcome", "outcome", "declined").text())
                .contains("Give the reason");
        post(
                provider,
                interview + "/outcome",
                "outcome",
                "declined",
                "code",
                "nothing-to-say",
                "reason",
                "Does not want to");
        assertThat(get(provider, interview).text()).contains("Declined");

        assertThat(post(hub, page + "/closure", "review", "Plan updated").text())
                .contains("Executive Director");
        post(hub, page + "/informed", "of", "return", "who", "executive-director", "words", "Told by phone");
        post(hub, page + "/closure", "review", "Plan updated");
        assertThat(stage(episode)).isEqualTo("closed");
        assertThat(get(hub, page).text()).contains("Closed");
        for (var noun : new String[] {
            "steps/new",
            "return-plan/new",
            "safe-and-well-checks/new",
            "classifications/new",
            "corrections/new",
            "merges/new",
            "return"
        }) assertThat(get(hub, page + "/" + noun).select("h1")).hasSize(1);
        for (var noun : new String[] {"record", "feedback/new", "contacts/new", "triage"})
            assertThat(get(provider, interview + "/" + noun).select("h1")).hasSize(1);
        assertThat(get(hub, "/missing?stage=returned").select("h1").text()).isEqualTo("Missing now");
    }

    @Test
    void the_same_story_over_the_api() throws Exception {
        var child = aLookedAfterChild();
        var episode = missing(child, clock.instant().minus(Duration.ofHours(5)));
        var token = region.token("merrowdale/children", "episodes:read", "episodes:write");
        involve(child, "merrowdale/children");
        var path = "/api/v1/missing-episodes/" + episode;
        var now = clock.instant().minusSeconds(60).toString();

        assertThat(send(token, path + "/found", "{\"foundAt\": 7, \"colour\": \"red\"}", null)
                        .statusCode())
                .isEqualTo(422);
        var wrong = json(send(token, path + "/found", "{\"foundAt\": 7, \"colour\": \"red\"}", null));
        assertThat(wrong.get("errors").size()).isEqualTo(3);

        var found = send(
                token,
                path + "/found",
                "{\"foundAt\": \"%s\", \"foundPlace\": \"Park\"}".formatted(now),
                "found-" + episode);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(json(found).get("state").stringValue()).isEqualTo("located");
        var again = send(
                token,
                path + "/found",
                "{\"foundAt\": \"%s\", \"foundPlace\": \"Park\"}".formatted(now),
                "found-" + episode);
        assertThat(again.body()).isEqualTo(found.body());

        var stale = HttpRequest.newBuilder(URI.create(url(path + "/steps")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"words\": \"Called\", \"happenedAt\": \"%s\"}".formatted(now)))
                .build();
        assertThat(http.send(stale, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(412);

        assertThat(send(
                                token,
                                path + "/returned",
                                "{\"returnedAt\": \"%s\", \"returnedTo\": \"Home\"}".formatted(now),
                                null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(send(token, path + "/closure", "{\"review\": \"ok\"}", null))
                        .get("detail")
                        .stringValue())
                .contains("return interview");

        var list = json(fetch(
                token,
                "/api/v1/missing-episodes?state=returned&updatedSince="
                        + URLEncoder.encode(now, StandardCharsets.UTF_8)));
        assertThat(list.get("items").toString()).contains(episode.toString());
        var elsewhere = region.token("larkwater/children", "episodes:read", "episodes:write");
        assertThat(fetch(elsewhere, path).statusCode()).isEqualTo(404);
        assertThat(send(elsewhere, path + "/found", "{\"foundAt\": \"%s\"}".formatted(now), null)
                        .statusCode())
                .isEqualTo(404);

        var provider = region.token("merrowdale/returns", "interviews:write");
        var interviews = json(fetch(provider, "/api/v1/return-interviews?episode=" + episode));
        var interview = interviews.get("items").get(0).get("id").stringValue();
        var outcome = send(
                provider,
                "/api/v1/return-interviews/" + interview + "/outcome",
                "{\"outcome\": \"declined\", \"reason\": \"No\", \"happenedAt\": \"%s\"}".formatted(now),
                null);
        assertThat(outcome.statusCode()).isEqualTo(200);
        var whole = json(fetch(provider, "/api/v1/return-interviews/" + interview));
        assertThat(whole.at("/interview/outcome").stringValue()).isEqualTo("declined");
        assertThat(whole.at("/episodes/0").stringValue()).isEqualTo(episode.toString());
        assertThat(whole.get("triage").isArray() && whole.get("feedback").isArray())
                .isTrue();
        assertThat(fetch(elsewhere, "/api/v1/return-interviews/" + interview).statusCode())
                .isIn(403, 404);
        assertThat(send(token, path + "/closure", "{\"review\": \"ok\"}", null).statusCode())
                .isEqualTo(200);
        assertThat(stage(episode)).isEqualTo("closed");
    }

    private void involve(UUID child, String agency) {
        var sql = """
                insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)
                values (:authority, :id, :child, :agency, 'allocation', :id, now())
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority("merrowdale"))
                .param("id", UUID.randomUUID())
                .param("child", child)
                .param("agency", region.agency(agency))
                .update();
    }

    private Document get(String session, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url(path)))
                    .header("Cookie", cookies(session))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            answer.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(cookie -> cookies.put(session, cookie.substring(0, cookie.indexOf(';'))));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return Jsoup.parse(answer.body());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts the form at the address its page has, with now as the time wherever one is asked, and follows the redirect. */
    private Document post(String session, String path, String... typed) throws Exception {
        var formPath = path.matches(".*/(found|return|closure|record|outcome|triage)") ? path : path + "/new";
        var form = get(session, formPath);
        var fields = new java.util.LinkedHashMap<String, String>();
        form.select("form[method=post] input[type=hidden], form[method=post] input[type=text]")
                .forEach(input -> {
                    if (form.select("form[action=" + path + "]").first() == input.closest("form"))
                        fields.put(input.attr("name"), input.val());
                });
        for (var i = 0; i < typed.length; i += 2) fields.put(typed[i], typed[i + 1]);
        var body = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Cookie", cookies(session))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + body).isEqualTo(303);
        var next = answer.headers().firstValue("Location").orElseThrow();
        return get(session, next.startsWith("http") ? URI.create(next).getPath() : next);
    }

    private String cookies(String session) {
        var csrf = cookies.get(session);
        return "lantern-session=" + session + (csrf == null ? "" : "; " + csrf);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(
            String token, String path, String body, @org.jspecify.annotations.Nullable String key) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) request.header("Idempotency-Key", key);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> fetch(String token, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
