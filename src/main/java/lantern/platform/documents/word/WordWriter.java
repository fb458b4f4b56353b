package lantern.platform.documents.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.Numbered.Drawn;
import lantern.platform.documents.Numbered.Heading;
import lantern.platform.documents.Numbered.Line;
import lantern.platform.documents.Numbered.Listed;
import lantern.platform.documents.Numbered.Noted;
import lantern.platform.documents.Numbered.Numbering;
import lantern.platform.documents.Numbered.Tabled;
import lantern.platform.documents.Widths;
import lantern.platform.documents.draw.Picture;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Made from the document model, never from HTML: so headings are headings and a table's first row is its header row. */
public final class WordWriter {
    private final XWPFDocument word;
    private int pictures;

    private WordWriter(XWPFDocument word) {
        this.word = word;
    }

    public static byte[] write(Numbered paper) {
        try (var word = new XWPFDocument()) {
            new WordWriter(word).paper(paper);
            var out = new ByteArrayOutputStream();
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void paper(Numbered paper) {
        var document = paper.document();
        Styles.add(word, document.language());
        var core = word.getProperties().getCoreProperties();
        core.setTitle(document.title());
        core.setCreator("Lantern");
        core.getUnderlyingProperties().setLanguageProperty(java.util.Optional.of(document.language()));
        page();
        footer(document.title());
        words(Styles.TITLE, document.title());
        if (!document.facts().isEmpty()) {
            var rows = document.facts().stream()
                    .map(fact -> java.util.List.of(fact.name(), fact.words()))
                    .toList();
            new WordTable(word)
                    .write(
                            "About this paper",
                            java.util.List.of("About", "This paper"),
                            java.util.List.of(1, 3),
                            java.util.List.of(false, false),
                            rows);
        }
        paper.lines().forEach(this::line);
    }

    private void page() {
        var section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margin = section.addNewPgMar();
        for (var twips = BigInteger.valueOf(1134); margin.getTop() == null; ) {
            margin.setTop(twips);
            margin.setBottom(twips);
            margin.setLeft(twips);
            margin.setRight(twips);
            margin.setFooter(BigInteger.valueOf(567));
        }
    }

    private void footer(String title) {
        var paragraph = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setStyle(Styles.FOOTER);
        paragraph.createRun().setText(title + " – page ");
        field(paragraph, "PAGE");
        paragraph.createRun().setText(" of ");
        field(paragraph, "NUMPAGES");
    }

    private static void field(XWPFParagraph paragraph, String name) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(name);
        // What Word has not counted yet; of the size of the words beside it.
        var run = field.addNewR();
        run.addNewRPr().addNewSz().setVal(BigInteger.valueOf(16));
        run.addNewT().setStringValue("1");
    }

    private void line(Line line) {
        switch (line) {
            case Heading it -> heading(it);
            case Numbering it -> {
                if (it.number().isEmpty()) words("Normal", it.words());
                else words(Styles.NUMBERED, it.number() + "\t" + it.words());
            }
            case Listed it -> {
                for (int i = 0; i < it.items().size(); i++)
                    words(Styles.LISTED, it.mark(i) + "\t" + it.items().get(i));
            }
            case Noted it -> words(Styles.NOTE, it.words());
            case Tabled it -> table(it);
            case Drawn it -> {
                words(Styles.CAPTION, it.caption());
                words("Normal", it.figure().message());
                picture(it);
                table(it.twin());
            }
        }
    }

    private void heading(Heading heading) {
        var paragraph = word.createParagraph();
        paragraph.setStyle("Heading" + (heading.level() - 1));
        if (heading.number().startsWith("Appendix")) paragraph.setPageBreak(true);
        var mark = paragraph.getCTP().addNewBookmarkStart();
        mark.setId(BigInteger.valueOf(Long.parseLong(heading.id().replaceAll("\\D", ""))));
        mark.setName(heading.id().replace('-', '_'));
        text(paragraph, heading.full());
        paragraph.getCTP().addNewBookmarkEnd().setId(mark.getId());
    }

    private void table(Tabled it) {
        var columns = it.table().columns();
        var rows = it.table().rows().stream()
                .map(row -> row.stream().map(value -> value.words()).toList())
                .toList();
        new WordTable(word)
                .write(
                        it.caption(),
                        columns.stream().map(column -> column.heading()).toList(),
                        Widths.of(it.table()),
                        columns.stream().map(column -> column.number()).toList(),
                        rows);
    }

    private void picture(Drawn drawn) {
        var png = Picture.of(drawn.figure().graphic());
        var run = word.createParagraph().createRun();
        try {
            var picture = run.addPicture(
                    new ByteArrayInputStream(png.bytes()),
                    XWPFDocument.PICTURE_TYPE_PNG,
                    "figure-" + ++pictures + ".png",
                    Units.toEMU(png.width()),
                    Units.toEMU(png.height()));
            var properties = picture.getCTPicture().getNvPicPr().getCNvPr();
            properties.setDescr(drawn.figure().message());
            run.getCTR()
                    .getDrawingArray(0)
                    .getInlineArray(0)
                    .getDocPr()
                    .setDescr(drawn.figure().message());
            run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setTitle(drawn.caption());
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void words(String style, String words) {
        var paragraph = word.createParagraph();
        paragraph.setStyle(style);
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        text(paragraph, words);
    }

    static void text(XWPFParagraph paragraph, String words) {
        text(paragraph.createRun(), words);
    }

    private static void text(XWPFRun run, String words) {
        var lines = words.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) run.addBreak();
            var parts = lines[i].split("\t", -1);
            for (int part = 0; part < parts.length; part++) {
                if (part > 0) run.addTab();
                // What was pasted may hold characters that XML does not.
                run.setText(
                        parts[part].replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", ""),
                        run.getCTR().sizeOfTArray());
            }
        }
    }
}
