package lantern.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;

/** Finds the pages: follows every link from somebody's first page, one page of each kind, without a browser. */
class PageWalk {
    /** @param session its token, empty for nobody */
    record Visit(String role, String session, String path) {
        String name() {
            return "page" + kind(path).replaceAll("[^a-z]+", "-") + (path.equals("/") ? role : "");
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String server;
    private final Set<String> seen = new HashSet<>();
    final List<Visit> visits = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();

    PageWalk(String server) {
        this.server = server;
    }

    /** What another role has been shown is followed again, because its links may lead elsewhere, and is not visited twice. */
    void follow(String role, String session, String... starts) {
        var paths = new ArrayDeque<>(List.of(starts));
        var followed = new HashSet<String>();
        while (!paths.isEmpty()) {
            var path = paths.poll();
            if (!followed.add(kind(path))) continue;
            var page = get(path, session);
            if (page.statusCode() != 200) {
                if (!List.of(starts).contains(path)) wrong.add(role + " is led to " + path + ": " + page.statusCode());
                continue;
            }
            // A file is saved and not shown.
            if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) continue;
            for (var link : Jsoup.parse(page.body()).select("a[href^=/]:not([download])"))
                paths.add(link.attr("href").replaceAll("#.*", ""));
            if (path.equals("/") || seen.add(kind(path))) visits.add(new Visit(role, session, path));
        }
    }

    /** What one person looks at in one go, so many pages at most. */
    List<List<Visit>> sittings(int most) {
        var sittings = new ArrayList<List<Visit>>();
        for (var visit : visits) {
            if (sittings.isEmpty()
                    || sittings.getLast().size() == most
                    || !sittings.getLast().getFirst().session().equals(visit.session()))
                sittings.add(new ArrayList<>());
            sittings.getLast().add(visit);
        }
        return sittings;
    }

    private HttpResponse<String> get(String path, String session) {
        try {
            var request = HttpRequest.newBuilder(URI.create(server + path))
                    .header("Cookie", "lantern-session=" + session)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("=[^&]*", "")
                .replaceAll("standards/[a-z0-9-]+", "standards/{id}")
                // one form serves every list
                .replaceAll("lists/[a-z-]+", "lists/{list}")
                .replaceAll("findings/[0-9a-f]+", "findings/{key}")
                .replaceAll("parts/[a-z]+/", "parts/{label}/");
    }
}
