package lantern.oversight.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/**
 * Acceptance 5: a progress report as councils wrote them in 2015 and 2016, with all that made them hard to read: a table for each recommendation,
 * a theme across its width, lettered parts in one cell, evidence over several paragraphs, categories spelled in seven ways, and concluded ones
 * under two kinds of headings.
 */
class PapersOfTheTimeTest {
    private static final List<String> TRACKED = List.of(
            "No.", "Recommendation", "Responsibility", "Original Date For Completion", "Cabinet Member’s Assessment");
    private static final List<String> CONCLUDED = List.of(
            "No.", "Recommendation", "Responsibility", "Date Concluded by O&S Committee", "Tracking Assessment");
    private static final String EVIDENCE = "Evidence of Progress (and Anticipated Completion Date if ‘Not Achieved’)";

    /** @param date of completion, or of conclusion for those that are concluded under the right headings */
    private record Row(String number, String words, String who, String date, String assessment, String evidence) {}

    private static final List<Row> ROWS = rows();

    private static List<Row> rows() {
        var dates = List.of(
                "Action Plan Feb 2015 & completion April 2015",
                "April 2015",
                "April 2015",
                "July 2015",
                "July 2015",
                "July 2015",
                "Initial feedback April 2015 and completion Dec 2015",
                "Initial Feedback April 2015 & completion November 2015",
                "April 2015",
                "First report: April 2015 and monthly thereafter",
                "10th February 2016",
                "Quarterly from appointment June 2015",
                "10 Feb 2016",
                "April 2015\nJuly 2015 – Changes sustained",
                "From April 2015",
                "April 2015 & September 2015",
                "Plan in place from April 2015",
                "On-going",
                "April 2015");
        var spellings = List.of(
                "2 – Achieved (Late)",
                "2- Achieved (Late)",
                "2. Achieved – (late)",
                "3 – Not Achieved (Progress made)",
                "1-  Achieved (Fully)",
                "3 - Not Achieved (Progress Made)",
                "2 – Achieved (Late). Work will be ongoing.");
        var rows = new ArrayList<Row>();
        for (int i = 1; i <= 19; i++)
            rows.add(new Row(
                    "R%02d".formatted(i),
                    i % 3 == 0
                            ? "That board " + i + " writes a plan for missing children, and keeps it."
                            : "That:\na) team " + i
                                    + " trains its staff;\nb) homes are told of it, as in R03; and\nc) a report comes back in April 2016.",
                    i % 2 == 0
                            ? "Cabinet Member for Children Services"
                            : "Cabinet Member for Homes\nChair of the Board",
                    dates.get(i - 1),
                    i == 18 ? "1 -  Achieved\n(Fully)" : spellings.get(i % spellings.size()),
                    i == 12
                            ? ""
                            : "Team " + i + " was asked in May 2015.\nR" + i
                                    + " was looked at again.\nFurther information following the 25 November 2015 meeting\nAll "
                                    + i * 7 + " members of staff have been trained (" + i + "%)."));
        return rows;
    }

    @Test
    void nineteen_rows_need_one_correction_at_most() throws IOException {
        var read = Tracked.in(Papers.readTables("report.docx", report()));
        var wrong = new ArrayList<String>();
        for (var row : ROWS) {
            var found = read.stream()
                    .filter(each -> each.number().equals(row.number))
                    .toList();
            if (found.size() != 1) {
                wrong.add(row.number + " was read " + found.size() + " times");
                continue;
            }
            var it = found.getFirst();
            same(row.number + " words", row.words, it.words(), wrong);
            same(row.number + " responsibility", row.who, it.responsible(), wrong);
            same(row.number + " date", row.date, it.datedColumn() ? it.concluded() : it.target(), wrong);
            same(row.number + " assessment", row.assessment, it.assessment(), wrong);
            same(row.number + " evidence", row.evidence, it.evidenceText(), wrong);
            if (it.concluding() != concluded(row)) wrong.add(row.number + " concluded: " + it.concluding());
        }
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
        assertThat(read).as("and nothing that is none").hasSize(19);
    }

    private static boolean concluded(Row row) {
        return row.number.matches("R11|R13|R0[1-3]");
    }

    private static void same(
            String what, String expected, @org.jspecify.annotations.Nullable String read, List<String> wrong) {
        if (!plain(expected).equals(plain(Objects.requireNonNullElse(read, ""))))
            wrong.add(what + ": " + plain(expected) + " was read as " + plain(Objects.requireNonNullElse(read, "")));
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static byte[] report() throws IOException {
        try (var word = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            word.createParagraph().createRun().setText("Progress Report on Implementation: Homes");
            table(
                    word,
                    List.of(
                            List.of("Review Information", ""),
                            List.of("Date approved at City Council:", "2 December 2014"),
                            List.of("Date progress last tracked:", "General update received on 18 March 2015")));
            word.createParagraph()
                    .createRun()
                    .setText(
                            "1 It is proposed that R1–7 are tracked today, R8–13 on 10 February 2016 and R14–19 on 23 March 2016.");
            heading(word, "Appendix 1: Guidance on tracking");
            table(
                    word,
                    List.of(
                            List.of("Category", "Criteria"),
                            List.of("1: Achieved (Fully)", "All was done in time."),
                            List.of("6: In Progress", "It is too early.")));
            heading(word, "Appendix 2: Progress with Recommendations");
            for (var row : ROWS) if (!concluded(row)) recommendation(word, row);
            heading(word, "Appendix 3: Concluded Recommendations");
            for (var row : ROWS)
                if (row.number.matches("R11|R13")) block(table(word, List.of(CONCLUDED, cells(row))), row);
            var wrongly = word.createTable(1, 5);
            fill(wrongly, 0, TRACKED);
            for (var row : ROWS)
                if (row.number.matches("R0[1-3]")) {
                    wrongly.createRow();
                    fill(wrongly, wrongly.getNumberOfRows() - 1, cells(row));
                    block(wrongly, row);
                }
            table(
                    word,
                    List.of(List.of("Contact Officer:", "Scrutiny office"), List.of("Telephone:", "0121 496 0000")));
            word.write(out);
            return out.toByteArray();
        }
    }

    private static void recommendation(XWPFDocument word, Row row) {
        var table = word.createTable(1, 5);
        if (row.number.matches("R0[48]|R14")) {
            across(table.getRow(0).getCtRow(), "B  Policies and Procedures");
            table.createRow();
            while (table.getRow(1).getTableCells().size() < 5) table.getRow(1).createCell();
        }
        fill(table, table.getNumberOfRows() - 1, TRACKED);
        table.createRow();
        while (table.getRow(table.getNumberOfRows() - 1).getTableCells().size() < 5)
            table.getRow(table.getNumberOfRows() - 1).createCell();
        fill(table, table.getNumberOfRows() - 1, cells(row));
        block(table, row);
        word.createParagraph();
    }

    private static List<String> cells(Row row) {
        return List.of(row.number, row.words, row.who, row.date, row.assessment);
    }

    private static void heading(XWPFDocument word, String words) {
        var paragraph = word.createParagraph();
        paragraph.setStyle("Heading1");
        paragraph.createRun().setText(words);
    }

    /** The heading of the evidence and the evidence, each across the whole table. */
    private static void block(XWPFTable table, Row row) {
        for (var words : List.of(EVIDENCE, row.evidence))
            across(table.createRow().getCtRow(), words);
    }

    private static void across(org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow row, String words) {
        while (row.sizeOfTcArray() > 1) row.removeTc(row.sizeOfTcArray() - 1);
        var cell = row.getTcArray(0);
        (cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr())
                .addNewGridSpan()
                .setVal(java.math.BigInteger.valueOf(5));
        while (cell.sizeOfPArray() > 0) cell.removeP(0);
        for (var line : words.split("\n")) cell.addNewP().addNewR().addNewT().setStringValue(line);
    }

    private static XWPFTable table(XWPFDocument word, List<List<String>> rows) {
        var table = word.createTable(rows.size(), rows.getFirst().size());
        for (int i = 0; i < rows.size(); i++) fill(table, i, rows.get(i));
        return table;
    }

    private static void fill(XWPFTable table, int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            while (table.getRow(line).getTableCells().size() <= i)
                table.getRow(line).createCell();
            var cell = table.getRow(line).getCell(i);
            var first = true;
            for (var words : cells.get(i).split("\n")) {
                (first ? cell.getParagraphs().getFirst() : cell.addParagraph())
                        .createRun()
                        .setText(words);
                first = false;
            }
        }
    }
}
