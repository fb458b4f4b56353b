package lantern.access.sight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Somebody who asks one server again and again: a signed-in person with a browser's forms, or a connected system with its token. */
final class Visit {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String FORM =
            "words=Something+happened+that+must+be+written+down&reason=Something+happened&because=Something+happened&on-day=1&on-month=3&on-year=2026";

    private final UnaryOperator<String> url;
    final String who;
    private final String token;
    private String form = "";
    private String cookies = "";

    Visit(UnaryOperator<String> url, String who, String token) {
        this.url = url;
        this.who = who;
        this.token = token;
        if (!machine()) takeFormToken();
    }

    boolean machine() {
        return token.startsWith("lt_");
    }

    /** What was answered, without what differs every time: the id that was asked for, and the form's token. */
    record Answer(int status, String type, @Nullable String location, String body) {
        static Answer of(HttpResponse<String> answer, @Nullable UUID asked) {
            var headers = answer.headers();
            // A connection is closed after its hundredth answer, whatever that is.
            var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(headers.map().keySet());
            List.of("Connection", "Keep-Alive", "Date").forEach(names::remove);
            return new Answer(
                    answer.statusCode(),
                    headers.firstValue("Content-Type").orElse("") + names,
                    headers.firstValue("Location").map(it -> without(it, asked)).orElse(null),
                    without(answer.body(), asked));
        }

        private static String without(String text, @Nullable UUID asked) {
            var same = text.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "name=\"_csrf\"");
            return asked == null ? same : same.replace(asked.toString(), "ID");
        }
    }

    Answer get(String path, @Nullable UUID asked) {
        return Answer.of(send(request(path).GET()), asked);
    }

    String body(String path) {
        return send(request(path).GET()).body();
    }

    /** A form as a browser sends it, or a JSON body; the same whatever is asked for. */
    Answer post(String path, @Nullable UUID asked, @Nullable String body) {
        var request = request(path);
        if (machine())
            return Answer.of(
                    send(request.header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString(body == null ? "{}" : body))),
                    asked);
        var fields = "_csrf=" + java.net.URLEncoder.encode(form, StandardCharsets.UTF_8) + "&" + FORM
                + (body == null ? "" : "&" + body);
        return Answer.of(
                send(request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))),
                asked);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url.apply(path)));
        return machine()
                ? request.header("Authorization", "Bearer " + token)
                : request.header("Cookie", "lantern-session=" + token + cookies);
    }

    private void takeFormToken() {
        var first = send(request("/").GET());
        form = first.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        cookies = first.headers().allValues("Set-Cookie").stream()
                .map(cookie -> "; " + cookie.substring(0, cookie.indexOf(';')))
                .reduce("", String::concat);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
