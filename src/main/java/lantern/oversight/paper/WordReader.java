package lantern.oversight.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import lantern.oversight.paper.Paper.Heading;
import lantern.oversight.paper.Paper.Line;
import lantern.oversight.paper.Paper.Part;
import lantern.platform.Refused;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * Word files. Merged cells stand where they begin and leave the others empty; a tracked deletion is not read, a tracked insertion is.
 * Macros, encrypted files and archives that unpack to far more than they are get refused before they are opened.
 */
final class WordReader {
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;

    private WordReader() {}

    static Paper read(byte[] bytes) {
        unpacks(bytes, "Word", ".docx");
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var parts = new ArrayList<Part>();
            for (var element : word.getBodyElements()) add(parts, element, word);
            return new Paper(List.copyOf(parts));
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) throw refused;
            throw new Refused(
                    "This is not a Word file that can be read. Open it in Word and save it as .docx again", "file");
        }
    }

    /** Counted while unpacking, because the sizes an archive states can be lies. */
    static void unpacks(byte[] bytes, String program, String ending) {
        long unpacked = 0;
        var entries = 0;
        var buffer = new byte[65_536];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) throw tooMuch();
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))
                    throw new Refused(
                            program + " files with macros are not opened. Save it as " + ending + " without them",
                            "file");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) throw tooMuch();
                }
            }
        } catch (IOException e) {
            throw new Refused(
                    "This is not a file that can be read. Open it in " + program + " and save it as " + ending
                            + " again",
                    "file");
        }
        if (entries == 0)
            throw new Refused(
                    "This is not a " + ending + " file. An older or a protected file must be saved as " + ending
                            + " first",
                    "file");
    }

    private static Refused tooMuch() {
        return new Refused("This file unpacks to far more than a paper holds, so it was not opened", "file");
    }

    private static void add(List<Part> parts, IBodyElement element, XWPFDocument word) {
        if (element instanceof XWPFParagraph paragraph) {
            var words = words(paragraph);
            if (words.isBlank()) return;
            var style =
                    paragraph.getStyleID() == null ? "" : paragraph.getStyleID().toLowerCase(Locale.ROOT);
            if (style.startsWith("heading") || style.equals("title")) parts.add(new Heading(words));
            else parts.add(new Line(words, paragraph.getNumID() != null || style.contains("list")));
        } else if (element instanceof XWPFTable table) {
            var rows = new ArrayList<List<String>>();
            for (var row : table.getRows()) {
                var cells = new ArrayList<String>();
                for (var cell : row.getTableCells()) {
                    cells.add(cell(cell));
                    for (int span = span(cell); span > 1; span--) cells.add("");
                }
                rows.add(cells);
            }
            if (!rows.isEmpty()) parts.add(TextReader.grid(rows));
        }
    }

    private static String cell(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        var continued = properties != null
                && properties.isSetVMerge()
                && !"restart".equals(String.valueOf(properties.getVMerge().getVal()));
        if (continued) return "";
        var lines = new ArrayList<String>();
        for (var paragraph : cell.getParagraphs()) if (!words(paragraph).isBlank()) lines.add(words(paragraph));
        return String.join("\n", lines);
    }

    private static int span(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties == null || !properties.isSetGridSpan()
                ? 1
                : Math.min(50, properties.getGridSpan().getVal().intValue());
    }

    private static String words(XWPFParagraph paragraph) {
        // getText leaves deleted runs out (they are not runs) and insertions in
        return paragraph.getText().replace('\u00a0', ' ').strip();
    }
}
