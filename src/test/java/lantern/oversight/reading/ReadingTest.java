package lantern.oversight.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lantern.oversight.Desk;
import lantern.oversight.OversightStory;
import lantern.oversight.entering.Setting.NewInquiry;
import lantern.oversight.inquiry.Inquiry;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class ReadingTest extends OversightStory {
    private static final List<String> HEADINGS = List.of(
            "No.", "Recommendation", "Responsibility", "Original Date For Completion", "Cabinet Member’s Assessment");

    private record Story(UUID inquiry, UUID meeting) {}

    private Story story() {
        return officer(() -> {
            var committee = setting.committee("Scrutiny that reads " + UUID.randomUUID(), LocalDate.of(2020, 1, 1));
            var meeting = setting.meeting(committee, LocalDate.of(2025, 10, 8), "14:00", "");
            return new Story(
                    setting.inquiry(new NewInquiry(
                            committee,
                            "Reading " + UUID.randomUUID(),
                            "",
                            LocalDate.of(2024, 3, 1),
                            "A member",
                            "An officer",
                            "Cabinet Member",
                            "")),
                    meeting);
        });
    }

    private Desk desk() {
        return new Desk(this::url, region.session("merrowdale", "oversight-officer"));
    }

    private static String upload(Desk desk, Story story, String name, byte[] bytes) {
        var at = "/oversight/inquiries/" + story.inquiry + "/readings";
        return desk.upload(at, at, name, bytes)
                .headers()
                .firstValue("Location")
                .orElse("")
                .replaceFirst("^https?://[^/]+", "");
    }

    private Inquiry whole(Story story) {
        return officer(() -> inquiries.whole(story.inquiry));
    }

    /** Takes every row as it was read; only the meeting is chosen. */
    private static int takeAll(Desk desk, Story story, String reading) {
        var taken = 0;
        while (true) {
            var page = desk.page(reading);
            if (!page.contains("Look at row")) return taken;
            var row = page.replaceAll("(?s).*?(/oversight/readings/rows/[0-9a-f-]{36}).*", "$1");
            var form = desk.page(row);
            var assessment = value(form, "assessment");
            desk.done(
                    row,
                    row,
                    "number",
                    value(form, "number"),
                    "words",
                    text(form, "words"),
                    "responsible",
                    text(form, "responsible"),
                    "targets",
                    text(form, "targets"),
                    "evidence",
                    text(form, "evidence"),
                    "assessment",
                    assessment,
                    "concluded",
                    value(form, "concluded"),
                    "author",
                    "Cabinet Member",
                    "meeting",
                    assessment.isEmpty() ? "" : story.meeting.toString(),
                    "on-day",
                    "1",
                    "on-month",
                    "10",
                    "on-year",
                    "2025",
                    "decision",
                    "take");
            taken++;
        }
    }

    private static String value(String page, String name) {
        var found = java.util.regex.Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*>")
                .matcher(page);
        if (!found.find() || !found.group().contains("value=\"")) return "";
        return plain(found.group().replaceAll("(?s).*value=\"([^\"]*)\".*", "$1"));
    }

    private static String text(String page, String name) {
        return plain(page.replaceAll("(?s).*<textarea[^>]*name=\"" + name + "\"[^>]*>(.*?)</textarea>.*", "$1"));
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void a_progress_report_in_word_is_read_with_merged_cells_and_tracked_changes_and_taken_row_by_row()
            throws IOException {
        var story = story();
        var desk = desk();
        var report = report();
        var reading = upload(desk, story, "progress-report.docx", report);
        assertThat(desk.page(reading)).contains("12 of 12 rows wait.");
        assertThat(takeAll(desk, story, reading)).isEqualTo(12);
        var read = whole(story).recommendations();
        assertThat(read).hasSize(12);
        var right = read.stream()
                .filter(each -> each.number().matches("R\\d\\d")
                        && each.words().startsWith("What the council is asked to do, number ")
                        && each.responsibleNames().equals("Cabinet Member for Homes")
                        && each.targetWords().equals("July 2025")
                        && each.standing().size() == 1
                        && each.latest() != null
                        && each.latest().category() != null)
                .count();
        assertThat(right).as("at most one correction for ten rows").isGreaterThanOrEqualTo(11);
        assertThat(read.getFirst().standing().getFirst().words())
                .contains("was put in")
                .doesNotContain("was taken out");
        assertThat(desk.file(reading + "/file").body()).as("kept as it came").isEqualTo(report);
    }

    /** A table in the shape of such papers: a row of five cells, then evidence across the whole width. */
    private static byte[] report() throws IOException {
        try (var word = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var table = word.createTable(1, 5);
            for (int i = 0; i < 5; i++) table.getRow(0).getCell(i).setText(HEADINGS.get(i));
            for (int number = 1; number <= 12; number++) {
                var row = table.createRow();
                var cells = List.of(
                        "R%02d".formatted(number),
                        "What the council is asked to do, number " + number,
                        "Cabinet Member for Homes",
                        "July 2025",
                        number % 3 == 0
                                ? "3 – Not Achieved (Progress made)"
                                : number % 3 == 1 ? "2- Achieved (Late)" : "1 -  Achieved\n(Fully)");
                for (int i = 0; i < 5; i++) row.getCell(i).setText(cells.get(i));
                evidence(table, number);
            }
            word.write(out);
            return out.toByteArray();
        }
    }

    private static void evidence(XWPFTable table, int number) {
        var row = table.createRow();
        for (int i = 4; i > 0; i--) row.removeCell(i);
        while (row.getCtRow().sizeOfTcArray() > 1)
            row.getCtRow().removeTc(row.getCtRow().sizeOfTcArray() - 1);
        var cell = row.getCell(0);
        cell.getCTTc().addNewTcPr().addNewGridSpan().setVal(java.math.BigInteger.valueOf(5));
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.createRun().setText("Homes were visited in May, number " + number + ", and ");
        var inserted = paragraph.getCTP().addNewIns();
        inserted.setId(java.math.BigInteger.valueOf(number * 2L));
        inserted.setAuthor("somebody");
        inserted.addNewR().addNewT().setStringValue("this was put in.");
        var deleted = paragraph.getCTP().addNewDel();
        deleted.setId(java.math.BigInteger.valueOf(number * 2L + 1));
        deleted.setAuthor("somebody");
        deleted.addNewR().addNewDelText().setStringValue("this was taken out");
    }

    @Test
    void a_table_is_read_from_csv_and_excel_and_no_formula_is_worked_out() throws IOException {
        var story = story();
        var desk = desk();
        var csv =
                "No.,Recommendation,Responsibility,Target date\r\nR01,\"Tell the hub, always\",Head of Homes,Spring 2027\r\nR02,=1+1 is written here,Head of Homes,On-going\r\n";
        var reading = upload(desk, story, "ours.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(desk.page(reading))
                .contains("2 of 2 rows wait.", "=1+1 is written here", "the target does not say by when all is done");
        takeAll(desk, story, reading);
        assertThat(whole(story).recommendations())
                .extracting(each -> each.words())
                .containsExactly("Tell the hub, always", "=1+1 is written here");
        var again = upload(desk, story, "ours.xlsx", workbook());
        assertThat(takeAll(desk, story, again)).isEqualTo(1);
        assertThat(whole(story).recommendations())
                .as("R1 is R01: evidence is added and the words stay")
                .hasSize(2);
        assertThat(whole(story).recommendations().getFirst().standing())
                .singleElement()
                .satisfies(it -> assertThat(it.words()).isEqualTo("It was done"));
    }

    private static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            var rows = List.of(
                    List.of("No.", "Recommendation", "Responsibility", "Target date", "Evidence"),
                    List.of("R1", "Other words", "Head of Homes", "Spring 2027", "It was done"));
            for (int i = 0; i < 2; i++)
                for (int j = 0; j < 5; j++)
                    (sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i))
                            .createCell(j)
                            .setCellValue(rows.get(i).get(j));
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void files_that_could_do_harm_are_refused_with_a_sentence() throws IOException {
        var story = story();
        var desk = desk();
        var at = "/oversight/inquiries/" + story.inquiry + "/readings";
        var refused = new ArrayList<String>();
        for (var file : List.of(
                List.of("macros.docx", zip("word/document.xml", "word/vbaProject.bin", 10)),
                List.of("macros.docm", new byte[] {1}),
                List.of("macros.xlsm", new byte[] {1}),
                List.of("bomb.docx", zip("word/document.xml", "word/media/a.bin", 130_000_000)),
                List.of("bomb.xlsx", zip("xl/workbook.xml", "xl/media/a.bin", 130_000_000)),
                List.of("old.docx", "not a zip".getBytes(StandardCharsets.UTF_8)),
                List.of("empty.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                List.of("page.html", "<p>".getBytes(StandardCharsets.UTF_8)))) {
            var answer = desk.upload(at, at, (String) file.getFirst(), (byte[]) file.get(1));
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as((String) file.getFirst())
                    .endsWith(at);
            refused.add(file.getFirst() + ": "
                    + desk.errors(at).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
        }
        assertThat(refused.get(0)).contains("macros");
        assertThat(refused.get(1)).contains("macros");
        assertThat(refused.get(2)).contains("macros");
        assertThat(refused.get(3)).contains("unpacks to far more");
        assertThat(refused.get(4)).contains("unpacks to far more");
        assertThat(refused.get(5)).contains("not a .docx file");
        assertThat(refused.get(6)).contains("No recommendation was found");
        assertThat(refused.get(7)).contains("Use a .csv, .xlsx or .docx file");
        assertThat(whole(story).recommendations()).isEmpty();
    }

    private static byte[] zip(String first, String second, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : List.of("[Content_Types].xml", first)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(second));
            var block = new byte[1_000_000];
            for (int left = size; left > 0; left -= block.length) zip.write(block, 0, Math.min(left, block.length));
        }
        return out.toByteArray();
    }
}
