package lantern.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lantern.oversight.paper.Papers;
import lantern.oversight.rules.PaperRules;
import lantern.platform.Refused;
import lantern.platform.documents.Block;
import lantern.platform.documents.Document;
import lantern.platform.documents.Format;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckPaperTest {
    @TempDir
    private Path folder;

    private record Ran(int code, String out, String err) {}

    private Ran check(String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(new CheckPaperCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(file.toString());
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void a_sound_paper_prints_nothing_and_a_contradiction_one_line_with_its_code() throws IOException {
        assertThat(check(
                        "sound.md",
                        "There were 248 young people: 34 boys (14%) and 214 girls (86%)."
                                .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Ran(0, "", ""));
        var found = check("blank.txt", "- Revised guidance - Operational from\n".getBytes(StandardCharsets.UTF_8));
        assertThat(found.code).isEqualTo(1);
        assertThat(found.out.lines().toList()).singleElement().asString().startsWith("C43 ");
    }

    @Test
    void a_word_file_is_read_with_its_tables() throws IOException {
        var bands = Block.Table.of("Outcomes")
                .column("Defined outcomes")
                .column("Unmet")
                .column("Met")
                .column("Exceeded")
                .column("Significantly exceeded")
                .row(
                        Value.of("Children at risk level 3"),
                        Value.of(">6"),
                        Value.of("5-3"),
                        Value.of("2-3"),
                        Value.of("1-0"));
        var word = Format.DOCX.write(
                Numbered.of(Document.of("Outcomes", LocalDate.of(2016, 7, 28)).with(bands)));
        var found = check("outcomes.docx", word);
        assertThat(found.code).isEqualTo(1);
        assertThat(found.out.lines().map(line -> line.substring(0, 3)).toList()).containsExactly("C1 ", "C1 ");
    }

    @Test
    void what_cannot_be_read_says_what_to_do() throws IOException {
        assertThat(check("old.doc", new byte[] {1, 2}).err).contains("Use a .docx, .txt or .md file");
        assertThat(check("broken.docx", "not a zip".getBytes(StandardCharsets.UTF_8)).code)
                .isEqualTo(2);
        assertThat(check("macro.docm", new byte[] {1}).err).contains("macros");
        assertThat(check("macro.docx", zip("word/vbaProject.bin", 10)).err).contains("macros");
        assertThat(new CommandLine(new CheckPaperCommand())
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(folder.resolve("nowhere.txt").toString()))
                .isEqualTo(2);
    }

    @Test
    void a_zip_bomb_is_not_opened() {
        assertThatThrownBy(() -> Papers.read("bomb.docx", zip("word/document.xml", 120_000_000)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("unpacks to far more");
    }

    @Test
    void a_generated_paper_passes_the_checks() {
        var paper = Numbered.of(Document.of("Sound", LocalDate.of(2026, 11, 18))
                .with(Block.Section.of(
                        "All", java.util.List.of(Block.Paragraph.of("Everything was done in March 2026.")))));
        assertThat(PaperRules.check(Papers.read("sound.docx", Format.DOCX.write(paper))))
                .isEmpty();
    }

    private static byte[] zip(String name, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            var chunk = new byte[1_000_000];
            for (int left = size; left > 0; left -= chunk.length) zip.write(chunk, 0, Math.min(left, chunk.length));
        }
        return out.toByteArray();
    }
}
