package lantern.oversight;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser, without the browser: pages are asked for and forms posted as theirs would be. */
public final class Desk {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final UnaryOperator<String> url;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param session none for somebody without an account */
    public Desk(UnaryOperator<String> url, @Nullable String session) {
        this.url = url;
        if (session != null) cookies.put("lantern-session", session);
    }

    public HttpResponse<byte[]> file(String path) {
        return send(request(path).GET());
    }

    public String page(String path) {
        var answer = file(path);
        if (answer.statusCode() != 200) throw new AssertionError(path + " answered " + answer.statusCode());
        return text(answer);
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** As {@link #post(String, String, String...)}, written "name=value; name=value". */
    public HttpResponse<byte[]> post(String form, String path, String fields) {
        return post(form, path, pairs(fields));
    }

    public String done(String form, String path, String fields) {
        return done(form, path, pairs(fields));
    }

    private static String[] pairs(String fields) {
        return java.util.Arrays.stream(fields.split("; "))
                .flatMap(each -> java.util.stream.Stream.of(
                        each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)))
                .toArray(String[]::new);
    }

    /** Names and values in turn, posted from the form's own page. */
    public HttpResponse<byte[]> post(String form, String path, String... fields) {
        var token = text(file(form)).replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var body = new StringBuilder("_csrf=")
                .append(encoded(token))
                .append("&_form=")
                .append(encoded(form));
        for (int i = 0; i < fields.length; i += 2)
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Where an accepted form led to. */
    public String done(String form, String path, String... fields) {
        var answer = post(form, path, fields);
        var location = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 303 || location.equals(form))
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + location + "\n" + errors(form));
        return location.replaceFirst("^https?://[^/]+", "");
    }

    /** What the form says is wrong, after it was refused. */
    public String errors(String form) {
        var page = text(file(form));
        var at = page.indexOf("govuk-error-summary");
        return at < 0 ? "" : page.substring(at, Math.min(page.length(), at + 900));
    }

    public HttpResponse<byte[]> upload(String form, String path, String name, byte[] bytes) {
        var token = text(file(form)).replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var line = "lantern" + UUID.randomUUID();
        var head = "--" + line + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--" + line
                + "\r\nContent-Disposition: form-data; name=\"_form\"\r\n\r\n" + form + "\r\n--" + line
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofByteArray(bytes),
                HttpRequest.BodyPublishers.ofString("\r\n--" + line + "--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(body));
    }

    public String committee() {
        return done(
                "/oversight/committees/new",
                "/oversight/committees",
                "name=" + "Scrutiny of learning " + UUID.randomUUID() + "; from-day=1; from-month=5; from-year=2024");
    }

    public String meeting(String committee, int day, int month, int year) {
        return done(
                committee + "/meetings/new",
                committee + "/meetings",
                "on-day=" + day + "; on-month=" + month + "; on-year=" + year + "; time=14:00; place=Committee room 6");
    }

    /** A row of a list, written as {@link #done(String, String, String)}. */
    public void add(String list, String parent, String fields) {
        var at = "/oversight/lists/" + list + "/of/" + id(parent);
        done(at + "/new", at, fields);
    }

    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The id of the row whose first words these are. */
    public String row(String page, String list, String hidden) {
        var found = java.util.regex.Pattern.compile(
                        "/oversight/lists/" + list + "/rows/([0-9a-f-]{36})/change\"[^>]*>Change<span[^>]*> "
                                + java.util.regex.Pattern.quote(hidden))
                .matcher(page(page));
        if (!found.find()) throw new AssertionError(list + " " + hidden);
        return found.group(1);
    }

    /** Where the form of a row posts to: it names when the row was last changed. */
    public String action(String form) {
        return page(form)
                .replaceAll("(?s).*action=\"([^\"]*/rows/[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url.apply(path)));
        var header = new StringBuilder();
        cookies.forEach(
                (name, value) -> header.append(name).append('=').append(value).append("; "));
        return header.isEmpty() ? request : request.header("Cookie", header.toString());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                if (pair[0].equals("lantern-form")) cookies.put(pair[0], pair[1]);
            }
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
