package lantern.missing.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.missing.Story;
import lantern.missing.episode.Episodes;
import lantern.platform.Ids;
import lantern.platform.documents.PdfUa;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A referral from its rating to the filing of the feedback form, on the pages. */
class InterviewInFullTest extends Story {
    @Autowired
    private Episodes episodes;

    @Autowired
    private Interviews interviews;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_feedback_form_holds_for_each_what_their_agreement_allows_and_is_tracked_to_the_record() throws Exception {
        var child = aLookedAfterChild();
        allocated(child);
        sharesWith("police", child);
        var interview = interviewOf(back(child));
        var said = new Narrative(
                "Argued", "At the arcade", "By bus", "I just walked", "A mentor", Map.of("worries", "A man in a van"));
        does(
                "interviewer",
                () -> interviews.held(
                        interview,
                        new Interviews.Held(clock.instant(), "School", "Pat", true, "face-to-face", null, 45),
                        said,
                        List.of("pull-older-people"),
                        Map.of("police", "Watch the arcade", "school", "A quiet place at lunch")));
        var path = "/missing/interviews/" + interview;
        var provider = region.session("merrowdale", "interviewer");
        post(provider, path + "/feedback/police");
        post(provider, path + "/feedback/social-worker");
        post(
                provider,
                path + "/feedback/home",
                "recipient",
                "Manager of Alder House",
                "how",
                "secure-email",
                "reason",
                "She lives there",
                "parts",
                "for-police");
        assertThat(copies(interview)).containsOnlyKeys("police", "social-worker", "home");

        var police = region.session("merrowdale", "police-analyst");
        var theirs = get(police, "/missing/feedback/" + copies(interview).get("police"));
        assertThat(theirs.text())
                .contains("Watch the arcade", "Withheld")
                .doesNotContain("I just walked", "At the arcade", "A man in a van", "quiet place", "A mentor");
        post(police, "/missing/feedback/" + copies(interview).get("police") + "/receipt");
        assertThat(status(police, "/missing/feedback/" + copies(interview).get("social-worker")))
                .isEqualTo(404);
        assertThat(status(
                        region.session("larkwater", "police-analyst"),
                        "/missing/feedback/" + copies(interview).get("police")))
                .isEqualTo(404);

        var worker = region.session("merrowdale", "social-worker");
        var whole = "/missing/feedback/" + copies(interview).get("social-worker");
        assertThat(get(worker, whole).text())
                .contains("I just walked", "A man in a van", "A mentor", "Watch the arcade");
        assertThat(get(region.session("merrowdale", "hub-worker"), whole).text())
                .doesNotContain("I just walked", "A man in a van");
        assertThat(get(worker, "/notices").text()).contains("A feedback form after a return interview came");
        var pdf = bytes(worker, whole + "/feedback-form.pdf");
        var word = bytes(worker, whole + "/feedback-form.docx");
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/feedback-form.pdf"), pdf);
        Files.write(Path.of("target/papers/feedback-form.docx"), word);
        assertThat(PdfUa.faults(pdf)).isEmpty();
        try (var opened = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(opened.getText()).contains("I just walked", "What the child said");
        }
        post(worker, whole + "/filing");
        var month = London.date(clock.instant()).toString().substring(0, 7);
        var list = get(provider, "/missing/interviews/referrals?month=" + month);
        var row = list.select("tr:has(a[href=" + path + "])");
        assertThat(row.text()).contains("2 of 3");
        assertThat(csv(provider, "/missing/interviews/referrals.csv?month=" + month))
                .anySatisfy(
                        line -> assertThat(line).contains("3", "2").anyMatch(cell -> cell.endsWith(childName(child))));
    }

    @Test
    void the_figures_are_the_same_on_the_page_and_in_the_file_and_keep_to_the_filter() throws Exception {
        var interview = interviewOf(back(aChild()));
        var provider = region.session("merrowdale", "provider-manager");
        var path = "/missing/interviews/" + interview;
        var asked = get(provider, path + "/triage");
        assertThat(asked.select("input[value=first-time]").hasAttr("checked")).isTrue();
        post(provider, path + "/triage", "triage", "amber", "indicators", "age", "note-age", "Young for her age");
        var now = clock.instant();
        assertThat(status(provider, path + "/appointment.ics")).isEqualTo(404);
        var meets = London.date(now).plusDays(2);
        post(
                provider,
                path + "/contacts",
                moment(
                        "kind", "appointment",
                        "how", "phone",
                        "meets-day", "" + meets.getDayOfMonth(),
                        "meets-month", "" + meets.getMonthValue(),
                        "meets-year", "" + meets.getYear(),
                        "meets-time", "16:00",
                        "place", "School library"));
        assertThat(new String(bytes(provider, path + "/appointment.ics"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("BEGIN:VCALENDAR", "SUMMARY:Return interview", "LOCATION:School library", "STATUS:CONFIRMED")
                .doesNotContain("Thistlewood");
        post(provider, path + "/outcome", moment("outcome", "declined", "code", "does-not-trust", "reason", "Said no"));
        assertThat(get(provider, path).text()).contains("Age: Young for her age", "Declined");
        var month = London.date(now).toString().substring(0, 7);
        for (var filter : List.of("", "&rating=amber", "&rating=green")) {
            var page = get(provider, "/missing/interviews/figures?quarter=" + month + filter);
            var onPage = new ArrayList<List<String>>();
            for (var row : page.select("main table tbody tr")) {
                var cells = row.select("th, td").eachText();
                if (!cells.equals(List.of("None"))) onPage.add(cells);
            }
            var inFile = csv(provider, "/missing/interviews/figures.csv?quarter=" + month + filter);
            assertThat(inFile)
                    .containsAll(onPage.stream()
                            .map(row -> row.stream().toList())
                            .filter(row -> row.size() > 2)
                            .toList());
            var declined = page.select("tr:contains(Does not trust)");
            if (filter.endsWith("green")) assertThat(declined).isEmpty();
            else assertThat(declined).isNotEmpty();
        }
        assertThat(PdfUa.faults(bytes(provider, "/missing/interviews/figures.pdf?quarter=" + month)))
                .isEmpty();
    }

    private String[] moment(String... more) {
        var at = clock.instant();
        var day = London.date(at);
        var all = new ArrayList<>(List.of(
                "happened-at-day", "" + day.getDayOfMonth(),
                "happened-at-month", "" + day.getMonthValue(),
                "happened-at-year", "" + day.getYear(),
                "happened-at-time", London.time(at)));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void sharesWith(String agency, UUID child) {
        database.owner()
                .sql(
                        "insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)"
                                + " values (:authority, :id, :child, :agency, 'notification', :id, now())")
                .param("authority", region.authority("merrowdale"))
                .param("id", Ids.next())
                .param("child", child)
                .param("agency", region.agency("merrowdale/" + agency))
                .update();
    }

    private String childName(UUID child) {
        return database.owner()
                .sql("select given_names || ' ' || family_name from children.child where id = :id")
                .param("id", child)
                .query(String.class)
                .single();
    }

    private Map<String, UUID> copies(UUID interview) {
        var all = new java.util.LinkedHashMap<String, UUID>();
        database.owner()
                .sql("select for_whom, id from missing.feedback_copy where interview_id = :id")
                .param("id", interview)
                .query((row, n) -> all.put(row.getString(1), row.getObject(2, UUID.class)))
                .list();
        return all;
    }

    private UUID back(UUID child) {
        var at = clock.instant().minus(Duration.ofHours(1));
        var episode = missing(child, at);
        does("hub-worker", () -> {
            episodes.locate(episode, new Episodes.Found(at, "Bus station", "Police", null));
            episodes.comeBack(episode, new Episodes.Return(at, "Home", "none-known", null, null));
        });
        return episode;
    }

    private UUID interviewOf(UUID episode) {
        return database.owner()
                .sql("select interview_id from missing.interview_episode where episode_id = :id")
                .param("id", episode)
                .query(UUID.class)
                .single();
    }

    private HttpResponse<byte[]> fetch(String session, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Cookie", "lantern-session=" + session)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private int status(String session, String path) throws Exception {
        return fetch(session, path).statusCode();
    }

    private byte[] bytes(String session, String path) throws Exception {
        var answer = fetch(session, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private Document get(String session, String path) throws Exception {
        return Jsoup.parse(new String(bytes(session, path), java.nio.charset.StandardCharsets.UTF_8), url(path));
    }

    private List<List<String>> csv(String session, String path) throws Exception {
        var text = new String(bytes(session, path), java.nio.charset.StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> List.of(line.replaceFirst("^\uFEFF", "")
                        .replaceAll("^\"|\"$", "")
                        .split("\",\"", -1)))
                .toList();
    }

    /** Posts as the form on the sign-out's page would: with the token that every page carries. */
    private void post(String session, String path, String... fields) throws Exception {
        var page = fetch(session, "/account");
        var csrf = Jsoup.parse(new String(page.body(), java.nio.charset.StandardCharsets.UTF_8))
                .select("input[name=_csrf]")
                .first();
        var cookies = String.join(
                "; ",
                page.headers().allValues("set-cookie").stream()
                        .map(each -> each.substring(0, each.indexOf(';')))
                        .toList());
        var body = new StringBuilder("_csrf="
                + java.net.URLEncoder.encode(csrf == null ? "" : csrf.val(), java.nio.charset.StandardCharsets.UTF_8));
        for (var i = 0; i < fields.length; i += 2)
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(java.net.URLEncoder.encode(fields[i + 1], java.nio.charset.StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Cookie", "lantern-session=" + session + (cookies.isEmpty() ? "" : "; " + cookies))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .as(path)
                .isEqualTo(303);
    }
}
