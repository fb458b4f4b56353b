package lantern.missing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import lantern.missing.Story;
import lantern.platform.documents.Format;
import lantern.platform.documents.Paper;
import lantern.platform.documents.PdfUa;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class LettersTest extends Story {
    @Autowired
    private Letters letters;

    @Autowired
    private DraftedLetters drafts;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Letter.Kind.class)
    void a_letter_is_drawn_from_the_record_and_is_the_same_in_pdf_and_word(Letter.Kind kind) throws Exception {
        var child = aLookedAfterChild();
        var episode = missing(child, clock.instant().minus(Duration.ofHours(49)));
        var paper = as("hub-worker", () -> {
            var draft = drafts.of(episode, kind, clock.instant());
            return letters.one(letters.make(episode, kind, draft.recipient(), draft.subject(), draft.words()))
                    .paper();
        });
        var pdf = Format.PDF.write(paper);
        assertThat(PdfUa.faults(pdf)).isEmpty();
        Paper.pictures(pdf, "letter-" + kind.code);
        var written = Paper.text(pdf).replaceAll("\\s+", " ");
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(Format.DOCX.write(paper))))) {
            var words = word.getText().replaceAll("\\s+", " ");
            var reference = as("hub-worker", () -> facts(child)).reference();
            assertThat(written).contains("missing");
            assertThat(words).contains("missing");
            assertThat(written.contains(reference)).isEqualTo(words.contains(reference));
        }
    }
}
