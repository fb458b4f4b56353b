package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.missing.episode.Episodes;
import lantern.missing.interview.Interviews;
import lantern.missing.interview.Narrative;
import lantern.oversight.Desk;
import lantern.platform.documents.Paper;
import lantern.platform.documents.PdfUa;
import lantern.timescales.State;
import lantern.timescales.Timescale;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.beans.factory.annotation.Autowired;

/** A child with a concern: who reads and writes about it in a journey, its clocks and its papers. */
abstract class ConcernStory extends Journey {
    private static final Narrative SAID =
            new Narrative("An argument", "In a car with two men", "Tired", "They buy me things", "");

    @Autowired
    Episodes episodes;

    @Autowired
    Interviews interviews;

    final String family = family();
    UUID child = new UUID(0, 0);
    String concern = "";

    UUID heldInterview() {
        var back = clock.instant().minusSeconds(7200);
        var episode = missing(child, back.minusSeconds(40_000));
        does("hub-worker", () -> {
            episodes.locate(episode, new Episodes.Found(back, "A lay-by", "Police", null));
            episodes.comeBack(episode, new Episodes.Return(back, "Home", "none-known", null, null));
        });
        var interview = database.owner()
                .sql("select interview_id from missing.interview_episode where episode_id = :id")
                .param("id", episode)
                .query(UUID.class)
                .single();
        does(
                "interviewer",
                () -> interviews.held(
                        interview,
                        new Interviews.Held(
                                clock.instant().minusSeconds(600),
                                "School",
                                "A. Interviewer",
                                true,
                                "face-to-face",
                                null),
                        SAID));
        return interview;
    }

    /** Another authority and another team learn nothing; who may only read does not write. */
    void whoMayNot(String page, String reads) {
        assertThat(new Desk(this::url, region.session("larkwater", "exploitation-coordinator"))
                        .file(page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk("social-worker-south").file(page).statusCode()).isEqualTo(404);
        assertThat(desk(reads).file(page).statusCode()).isEqualTo(200);
        assertThat(desk("police-analyst").file(page).statusCode()).isEqualTo(403);
    }

    Desk desk(String role) {
        return new Desk(this::url, region.session("merrowdale", role));
    }

    List<Timescale> clocks() {
        var id = UUID.fromString(concern.substring(concern.lastIndexOf('/') + 1));
        return as("exploitation-coordinator", () -> timescales.ofAll(List.of(id)));
    }

    List<Timescale> clocks(String standard) {
        return clocks().stream()
                .filter(each -> each.standard().equals(standard))
                .toList();
    }

    void runs(String standard, Instant due) {
        assertThat(clocks(standard))
                .filteredOn(each -> each.state().open())
                .as(standard)
                .extracting(Timescale::due)
                .containsExactly(due);
    }

    void met(String standard) {
        assertThat(clocks(standard)).as(standard).extracting(Timescale::state).containsExactly(State.MET_ON_TIME);
    }

    static String tool() {
        return lantern.exploitation.ShippedTool.of("risk-assessment").id().toString();
    }

    static void all(Page page, String answer) {
        page.evaluate(
                "answer => document.querySelectorAll('input[type=radio][name^=\"a-\"]').forEach(each => {"
                        + " if (each.value === answer) each.click(); })",
                answer);
    }

    static void answer(Page page, String item, String answer) {
        page.locator("input[name='a-" + item + "'][value='" + answer + "']").check();
    }

    /** A link that looks like a button, as far as the form behind it. */
    static void open(Page page, String button, String form) {
        press(page, button);
        page.waitForURL("**" + form);
    }

    static void write(Page page, String part, String words) {
        page.locator("#p1-" + part).fill(words);
    }

    static void moment(Page page, String name, LocalDate day) {
        page.locator("[name=" + name + "-day]").fill(Integer.toString(day.getDayOfMonth()));
        page.locator("[name=" + name + "-month]").fill(Integer.toString(day.getMonthValue()));
        page.locator("[name=" + name + "-year]").fill(Integer.toString(day.getYear()));
    }

    static String row(Page page, String title) {
        return page.locator("main tr:visible", row(title)).first().innerText();
    }

    /** The paper of the page, as PDF and in Word: both say this, and the PDF is for everybody. */
    static void paper(Page page, String name, List<String> says, String... never) throws IOException {
        var request = page.context().request();
        var pdf = request.get(page.url() + "/" + name + ".pdf").body();
        var word = request.get(page.url() + "/" + name + ".docx").body();
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", "exploitation-" + name + ".pdf"), pdf);
        assertThat(PdfUa.faults(pdf)).isEmpty();
        try (var opened = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            for (var text : List.of(Paper.text(pdf), opened.getText())) {
                assertThat(spaced(text)).contains(says);
                for (var words : never) assertThat(spaced(text)).doesNotContain(words);
            }
        }
    }

    static String spaced(String text) {
        return text.replaceAll("\\s+", " ").replace('\u00a0', ' ').strip();
    }

    static String[] with(String[] fields, String... more) {
        return java.util.stream.Stream.of(fields, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new);
    }

    static String path(Page page) {
        return java.net.URI.create(page.url()).getPath();
    }

    static void at(String instant) {
        clock.freeze(Instant.parse(instant));
    }
}
