package lantern.intake.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person with pages and plain forms and no scripts: fills in the form that a page holds and presses its button. */
final class Visitor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final UnaryOperator<String> url;
    private final Map<String, String> cookies = new TreeMap<>();
    private Document page = new Document("");
    private int status;

    Visitor(String session, UnaryOperator<String> url) {
        cookies.put("lantern-session", session);
        this.url = url;
    }

    Document open(String path) {
        return follow(HttpRequest.newBuilder(URI.create(url.apply(path))), path);
    }

    /** Presses the button of the form with this action, with its fields as they stand and these answers. */
    Document submit(String action, Map<String, String> answers) {
        var form = page.select("form[action=" + action + "]").first();
        if (form == null)
            throw new AssertionError("No form " + action + " on " + page.title() + "\n"
                    + page.select("form").eachAttr("action"));
        var fields = new ArrayList<String>();
        for (var input : form.select(
                "input[type=hidden], input[type=text], input[type=radio][checked], input[type=checkbox][checked], textarea, select"))
            if (!answers.containsKey(input.attr("name"))) fields.add(pair(input.attr("name"), value(input)));
        answers.forEach((name, value) -> fields.add(pair(name, value)));
        var request = HttpRequest.newBuilder(URI.create(url.apply(action)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)));
        return follow(request, action);
    }

    int status() {
        return status;
    }

    Document page() {
        return page;
    }

    private Document follow(HttpRequest.Builder request, String path) {
        try {
            var answer = HTTP.send(request.header("Cookie", cookies()).build(), HttpResponse.BodyHandlers.ofString());
            keep(answer.headers().allValues("Set-Cookie"));
            status = answer.statusCode();
            if (status == 303) {
                var next = URI.create(url.apply(path))
                        .resolve(answer.headers().firstValue("Location").orElseThrow());
                return open(next.getRawQuery() == null ? next.getPath() : next.getPath() + "?" + next.getRawQuery());
            }
            page = Jsoup.parse(answer.body());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(List<String> answered) {
        for (var cookie : answered) {
            var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String value(Element input) {
        return input.tagName().equals("textarea") ? input.text() : input.val();
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
