package lantern.oversight.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import lantern.oversight.Desk;
import lantern.oversight.OversightStory;
import lantern.oversight.inquiry.NineteenRecommendations;
import lantern.platform.documents.PdfUa;
import org.junit.jupiter.api.Test;

class OversightPagesTest extends OversightStory {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private HttpResponse<byte[]> get(String role, String path) {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Cookie", "lantern-session=" + region.session("merrowdale", role))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void an_inquiry_is_read_by_a_councillor_in_every_format_and_by_no_stranger() throws IOException {
        var story = officer(() -> new NineteenRecommendations(setting, tracking));
        officer(() -> story.evidence(
                "R06",
                LocalDate.of(2016, 10, 1),
                "A letter went to every licensed premises",
                NineteenRecommendations.THIRD));
        var at = "/oversight/inquiries/" + story.inquiry;
        var page = get("councillor", at);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains(
                        "4 in 1 – Achieved (Fully); 15 in 2 – Achieved (Late)",
                        "18, of which 5 with a date",
                        "2 to 3 to 2");
        assertThat(text(get("councillor", "/oversight/recommendations/" + story.ids.get("R06"))))
                .contains("A letter went to every licensed premises")
                .doesNotContain("Add evidence");
        assertThat(text(get("councillor", at + "/progress-report")))
                .contains("Changed since last time", "Appendix 3: Concluded recommendations");
        for (var format : List.of("pdf", "docx", "xlsx", "ods")) {
            var file = get("councillor", at + "/progress-report/" + format);
            assertThat(file.statusCode()).as(format).isEqualTo(200);
            Files.createDirectories(Path.of("target/papers"));
            Files.write(Path.of("target/papers/progress-report." + format), file.body());
            if (format.equals("pdf")) assertThat(PdfUa.faults(file.body())).isEmpty();
        }
        assertThat(get("councillor", at + "/progress-report/exe").statusCode()).isEqualTo(404);
        for (var role : List.of("hub-worker", "interviewer"))
            assertThat(get(role, at).statusCode()).isEqualTo(403);
        for (var path : List.of("/children", "/missing", "/inbox"))
            assertThat(get("councillor", path).statusCode()).as(path).isEqualTo(403);
        assertThat(get("councillor", "/oversight/recommendations/" + story.ids.get("R06") + "/evidence/new")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void two_officers_who_correct_the_same_evidence_are_told_and_lose_nothing_they_typed() {
        var story = officer(() -> new NineteenRecommendations(setting, tracking));
        var evidence = officer(() -> story.evidence("R06", LocalDate.of(2016, 10, 1), "A letter went out", null));
        var first = new Desk(this::url, region.session("merrowdale", "oversight-officer"));
        var second = new Desk(this::url, region.session("merrowdale", "oversight-officer"));
        var form = "/oversight/evidence/" + evidence + "/correction/new";
        var at = "/oversight/evidence/" + evidence + "/correction";
        var day = "on-day=2; on-month=11; on-year=2016; author=Head of service; words=";
        second.page(form);
        first.done(form, at, day + "Two letters went out");
        assertThat(second.post(form, at, day + "Three letters went out, by post")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith(form));
        assertThat(second.page(form))
                .contains("Somebody else has corrected this evidence meanwhile", "Three letters went out, by post");
        assertThat(second.page("/oversight/recommendations/" + story.ids.get("R06")))
                .contains("Two letters went out")
                .doesNotContain("Three letters");
    }

    @Test
    void two_texts_are_compared_word_by_word() {
        assertThat(Differences.runs("A copy is appended", "A copy was shared"))
                .extracting(run -> run.kind() + " " + run.words())
                .containsExactly("SAME A copy", "OUT is appended", "IN was shared");
    }
}
