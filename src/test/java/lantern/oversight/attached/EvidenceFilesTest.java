package lantern.oversight.attached;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import lantern.oversight.Desk;
import lantern.oversight.OversightStory;
import lantern.oversight.inquiry.NineteenRecommendations;
import org.junit.jupiter.api.Test;

class EvidenceFilesTest extends OversightStory {
    private Desk desk(String role) {
        return new Desk(this::url, region.session("merrowdale", role));
    }

    @Test
    void a_file_is_kept_with_its_evidence_given_to_readers_and_refused_when_it_could_do_harm() throws IOException {
        var story = officer(() -> new NineteenRecommendations(setting, tracking));
        var evidence = officer(() -> story.evidence("R06", LocalDate.of(2016, 10, 1), "A letter went out", null));
        var desk = desk("oversight-officer");
        var at = "/oversight/recommendations/" + story.ids.get("R06");
        var form = "/oversight/evidence/" + evidence + "/files";
        assertThat(desk.page(at)).contains(form + "/new");
        var letter = "%PDF-1.7 a letter".getBytes(StandardCharsets.US_ASCII);
        desk.upload(form + "/new", form, "..\\C:\\the letter <1>.pdf", letter);
        desk.upload(form + "/new", form, "photo.png", picture());
        var page = desk("councillor").page(at);
        assertThat(page).contains("the letter _1_.pdf (1 kB)", "photo.png").doesNotContain("Add a file");
        var links = java.util.regex.Pattern.compile("/oversight/evidence-files/[0-9a-f-]{36}")
                .matcher(page)
                .results()
                .map(each -> each.group())
                .toList();
        var file = desk("councillor").file(links.getFirst());
        assertThat(file.body()).isEqualTo(letter);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(desk("hub-worker").file(links.getFirst()).statusCode()).isEqualTo(403);
        assertThat(new Desk(this::url, region.session("larkwater", "oversight-officer"))
                        .file(links.getFirst())
                        .statusCode())
                .isEqualTo(404);
        for (var harmful : List.of(
                List.of("page.html", "<p>hello".getBytes(StandardCharsets.US_ASCII)),
                List.of("macros.docx", macros()),
                List.of("program.pdf", new byte[] {'M', 'Z', 0, 1}))) {
            var answer = desk.upload(form + "/new", form, (String) harmful.getFirst(), (byte[]) harmful.get(1));
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(form + "/new");
            assertThat(desk.errors(form + "/new"))
                    .contains("The file must be a JPEG, PNG, PDF, DOCX, XLSX or CSV file");
        }
        for (int i = 3; i <= 10; i++) desk.upload(form + "/new", form, "more " + i + ".pdf", letter);
        desk.upload(form + "/new", form, "eleven.pdf", letter);
        assertThat(desk.errors(form + "/new")).contains("at most 10 files");
        officer(() -> tracking.correct(evidence, LocalDate.of(2016, 11, 1), "Head", "Two letters went out"));
        assertThat(desk.page(at)).as("what was corrected keeps its files").contains("photo.png");
    }

    /** Two hundred megabytes are announced and not one of them is sent: the answer comes all the same, so nothing was read. */
    @Test
    void two_hundred_megabytes_are_refused_in_words_before_they_are_read() throws IOException {
        var uri = URI.create(url("/oversight/paper-check/file"));
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(60_000);
            var head = "POST " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nAccept: text/html\r\nCookie: lantern-session="
                    + region.session("merrowdale", "oversight-officer")
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 200000000\r\n\r\n--b\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readNBytes(6_000), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("That is too large", "at most 20 MB");
        }
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] macros() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : List.of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
