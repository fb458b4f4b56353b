package lantern.children.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.ServerTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages and forms of a running Lantern, used over HTTP as a browser uses them, without a browser. */
public abstract class PagesTest extends ServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Posts the page's nth form with its own hidden fields, as a browser does. */
    protected HttpResponse<String> submit(String session, String formPage, int form, Map<String, String> fields)
            throws Exception {
        var shown = get(session, formPage);
        var element = Jsoup.parse(shown.body())
                .select("form[method=post]")
                .not("form[action*=sign-out]")
                .get(form);
        var all = new LinkedHashMap<String, String>();
        element.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.val()));
        all.putAll(fields);
        var body = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url(element.attr("action"))))
                .header("Cookie", "lantern-session=" + session + csrf(shown))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer;
    }

    protected static String csrf(HttpResponse<String> shown) {
        return shown.headers().allValues("Set-Cookie").stream()
                .map(cookie -> "; " + cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining());
    }

    protected Document page(String session, String path) throws Exception {
        var answer = get(session, path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    protected HttpResponse<String> get(String session, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Cookie", "lantern-session=" + session)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    protected HttpResponse<String> api(String agency, String path, String scope) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + region.token(agency, scope))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A notification as a police system sends it. */
    protected HttpResponse<String> send(String agency, String notification) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url("/api/v1/notifications")))
                .header("Authorization", "Bearer " + region.token(agency, "notifications:write"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(notification))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    protected static void involve(String child, String agency) {
        database.superuser()
                .sql(
                        "insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)"
                                + " values (:authority, :id, :child, :agency, 'notification', :id, now())")
                .param("authority", region.authority(agency.substring(0, agency.indexOf('/'))))
                .param("id", UUID.randomUUID())
                .param("child", UUID.fromString(child.substring("/children/".length())))
                .param("agency", region.agency(agency))
                .update();
    }

    protected String add(String session, Map<String, String> fields) throws Exception {
        var answer = submit(session, "/children/new", 0, fields);
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(location).startsWith("/children/").isNotEqualTo("/children/new");
        return location;
    }
}
