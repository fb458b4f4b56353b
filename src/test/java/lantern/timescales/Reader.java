package lantern.timescales;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody signed in who reads pages and sends forms, without a browser's script. */
public final class Reader {
    private final String base;
    private final HttpClient http;

    public Reader(String base, String session) {
        this.base = base;
        var cookies = new CookieManager();
        var cookie = new HttpCookie("lantern-session", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
        http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public Document read(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body());
    }

    /** Fills in the only form of the page that posts, with its hidden fields, and follows to the next page. */
    public Document send(String path, Map<String, String> typed) throws IOException, InterruptedException {
        var form = java.util.Objects.requireNonNull(read(path).selectFirst("main form[method=post]"));
        var fields = new java.util.LinkedHashMap<String, String>();
        for (var hidden : form.select("input[type=hidden]")) fields.put(hidden.attr("name"), hidden.val());
        fields.putAll(typed);
        var body = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base + form.attr("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Jsoup.parse(answer.body());
    }
}
