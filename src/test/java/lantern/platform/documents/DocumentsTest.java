package lantern.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import lantern.platform.Refused;
import lantern.platform.documents.Block.Bullets;
import lantern.platform.documents.Block.Figure;
import lantern.platform.documents.Block.Note;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private static Document paper() {
        var money = Table.of("What it costs")
                .column("Contributor", 3)
                .number("Pounds")
                .number("Posts")
                .column("From");
        for (int i = 1; i <= 60; i++)
            money = money.row(
                    Value.of("Line " + i), Value.pounds(BigDecimal.valueOf(1000L * i)), Value.count(i), Value.day(DAY));
        return Document.of("How far the harbour inquiry has come", DAY)
                .fact("Report of", "Cabinet Member for Children")
                .fact("To", "Children's Scrutiny Committee")
                .with(
                        Section.of(
                                "Introduction",
                                List.of(
                                        Paragraph.of("Members asked for progress & figures < 5 of \"everything\"."),
                                        new Bullets(List.of("first", "second"), true),
                                        Paragraph.of("The officer's private view.")
                                                .exempt("paragraph 1 of Schedule 12A"),
                                        Section.of("What changed", List.of(Paragraph.of("Two recommendations moved."))),
                                        Paragraph.of("After the exempt part."))),
                        Section.of("Money", List.of(money, new Note("Estimates."), Paragraph.of("See the table."))),
                        Section.of(
                                        "Contract terms",
                                        List.of(
                                                Paragraph.of("Price per place 4,200"),
                                                Table.of("Secret").column("A").row(Value.of("b"))))
                                .exempt("paragraph 3 of Schedule 12A"),
                        Section.appendix(
                                "Figures",
                                List.of(
                                        Paragraph.of("Drawn from the register."),
                                        new Figure(
                                                "Recommendations by category",
                                                "Fifteen of nineteen were achieved late.",
                                                Chart.bars(
                                                        "Category",
                                                        "Recommendations",
                                                        List.of("1 Achieved (Fully)", "2 Achieved (Late)"),
                                                        List.of(4L, 15L))),
                                        new Figure(
                                                "Returns on time",
                                                "The share rose from 60 to 82 per cent.",
                                                new Chart(
                                                        Chart.Kind.LINE,
                                                        "Quarter",
                                                        List.of("Q1", "Q2", "Q3"),
                                                        List.of(new Chart.Series(
                                                                "Share",
                                                                List.of(
                                                                        BigDecimal.valueOf(60),
                                                                        BigDecimal.valueOf(71),
                                                                        BigDecimal.valueOf(82)))))),
                                        Table.of("Nothing").column("No."))));
    }

    private static final List<String> NUMBERS =
            List.of("1", "1.1", "1.2", "1.3", "1.3.1", "1.4", "2", "2.1", "3", "3.1", "Appendix 1", "A1.1");

    @Test
    void numbers_are_worked_out_once() {
        assertThat(numbers(Numbered.of(paper()))).isEqualTo(NUMBERS);
    }

    @Test
    void the_public_has_the_same_numbers_and_nothing_exempt() throws IOException {
        var open = Numbered.of(paper().forThe(Document.Reader.PUBLIC));
        assertThat(numbers(open))
                .isEqualTo(
                        NUMBERS.stream().filter(number -> !number.equals("3.1")).toList());
        for (var format : Format.values())
            assertThat(text(format, format.write(open)))
                    .doesNotContain("private view", "4,200", "Secret", "Contract terms");
        assertThat(text(Format.PDF, Format.PDF.write(open)))
                .contains("Not for publication: paragraph 3 of Schedule 12A");
    }

    @Test
    void a_small_count_of_children_or_an_identifier_is_never_published() {
        var small = Document.of("Counts", DAY)
                .with(Table.of("Ages").column("Age").number("Children").row(Value.of("12"), Value.children(3)));
        assertThatThrownBy(() -> Numbered.of(small.forThe(Document.Reader.PUBLIC)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("fewer than 5");
        Numbered.of(small);
        var named = Document.of("One", DAY)
                .with(Paragraph.of("NHS number 943 476 5919 was written down"))
                .forThe(Document.Reader.PUBLIC);
        assertThatThrownBy(() -> Numbered.of(named)).isInstanceOf(Refused.class).hasMessageContaining("NHS number");
        Numbered.of(Document.of("Phone", DAY)
                .with(Paragraph.of("Telephone 0121 496 0000, £1,161,000"))
                .forThe(Document.Reader.PUBLIC));
    }

    @Test
    void the_pdf_is_accessible() throws IOException {
        var pdf = Format.PDF.write(Numbered.of(paper()));
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/example.pdf"), pdf);
        assertThat(PdfUa.faults(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren())
                    .isTrue();
        }
    }

    @Test
    void a_pdf_without_tags_is_found_out() throws IOException {
        try (var plain = new org.apache.pdfbox.pdmodel.PDDocument()) {
            plain.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var out = new java.io.ByteArrayOutputStream();
            plain.save(out);
            assertThat(PdfUa.faults(out.toByteArray())).isNotEmpty();
        }
    }

    @Test
    void every_format_says_the_same_numbers() throws IOException {
        var paper = Numbered.of(paper());
        var pdf = text(Format.PDF, Format.PDF.write(paper)).replaceAll("\\s+", " ");
        var bytes = Format.DOCX.write(paper);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/example.docx"), bytes);
        var word = text(Format.DOCX, bytes).replaceAll("\\s+", " ");
        for (var line : paper.lines()) {
            var expected =
                    switch (line) {
                        case Numbered.Heading it -> it.full();
                        case Numbered.Numbering it -> it.number() + " " + it.words();
                        case Numbered.Tabled it -> it.caption();
                        case Numbered.Drawn it -> it.caption();
                        case Numbered.Listed it -> it.mark(1) + " " + it.items().get(1);
                        case Numbered.Noted it -> it.words();
                    };
            assertThat(pdf).contains(expected);
            assertThat(word).contains(expected);
        }
        for (var format : List.of(Format.XLSX, Format.ODS)) {
            var bytesOfSheets = format.write(paper);
            Files.write(Path.of("target/papers/example." + format.extension()), bytesOfSheets);
            assertThat(text(format, bytesOfSheets))
                    .contains("What it costs", "60000", "Figure 1 data: Recommendations by category", "15");
        }
    }

    @Test
    void word_has_headings_repeating_header_rows_captions_and_a_language() throws Exception {
        try (var word = new XWPFDocument(new ByteArrayInputStream(Format.DOCX.write(Numbered.of(paper()))))) {
            assertThat(word.getParagraphs())
                    .extracting(p -> p.getStyle())
                    .contains("Title", "Heading1", "Heading2", "Caption", "NumberedParagraph");
            assertThat(word.getTables()).allSatisfy(table -> {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal()).isNotBlank();
            });
            assertThat(word.getAllPictures()).hasSize(2);
            assertThat(word.getDocument().xmlText()).contains("Fifteen of nineteen were achieved late.");
            assertThat(word.getStyle().xmlText()).contains("en-GB");
        }
    }

    private static List<String> numbers(Numbered paper) {
        return paper.lines().stream()
                .map(line -> switch (line) {
                    case Numbered.Heading it -> it.number();
                    case Numbered.Numbering it -> it.number();
                    default -> "";
                })
                .filter(number -> !number.isEmpty())
                .toList();
    }

    static String text(Format format, byte[] file) throws IOException {
        return switch (format) {
            case PDF -> {
                try (var pdf = Loader.loadPDF(file)) {
                    yield new PDFTextStripper().getText(pdf);
                }
            }
            case DOCX -> {
                try (var word = new XWPFDocument(new ByteArrayInputStream(file));
                        var words = new org.apache.poi.xwpf.extractor.XWPFWordExtractor(word)) {
                    yield words.getText();
                }
            }
            case XLSX -> {
                var words = new StringBuilder();
                try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                    book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> words.append(
                                    cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                                            ? BigDecimal.valueOf(cell.getNumericCellValue())
                                                    .stripTrailingZeros()
                                                    .toPlainString()
                                            : cell.getStringCellValue())
                            .append('\n'))));
                }
                yield words.toString();
            }
            case ODS -> {
                var words = new StringBuilder();
                for (var sheet : new SpreadSheet(new ByteArrayInputStream(file)).getSheets())
                    for (var row : sheet.getDataRange().getValues())
                        for (var cell : row)
                            words.append(
                                            cell instanceof Double d
                                                    ? BigDecimal.valueOf(d)
                                                            .stripTrailingZeros()
                                                            .toPlainString()
                                                    : String.valueOf(cell))
                                    .append('\n');
                yield words.toString();
            }
        };
    }
}
