package lantern.oversight.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lantern.oversight.Desk;
import lantern.oversight.OversightStory;
import lantern.oversight.inquiry.NineteenRecommendations;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Acceptance 4: each paper says the same in every format, cell by cell, and its Word file can be walked by headings. */
class SameFiguresTest extends OversightStory {
    private static final Pattern TABLE = Pattern.compile("(?s)<table.*?</table>");
    private static final Pattern CAPTION = Pattern.compile("(?s)<caption[^>]*>(.*?)</caption>");
    private static final Pattern ROW = Pattern.compile("(?s)<tr[^>]*>(.*?)</tr>");
    private static final Pattern CELL = Pattern.compile("(?s)<t[hd][^>]*>(.*?)</t[hd]>");
    private static final Pattern FIGURE = Pattern.compile("[\\d][\\d,.:/]*\\d|\\d");

    private Desk desk() {
        return new Desk(this::url, region.session("merrowdale", "oversight-officer"));
    }

    @Test
    void every_paper_says_the_same_in_every_format() throws IOException {
        var desk = desk();
        for (var paper : papers(desk)) {
            var page = tables(desk.page(paper));
            assertThat(page).as(paper).isNotEmpty();
            assertThat(word(desk.file(paper + "/docx").body()))
                    .as(paper + " in Word")
                    .isEqualTo(page);
            var sheets = sheets(desk.file(paper + "/xlsx").body());
            page.forEach((caption, cells) -> assertThat(sheets.get(caption))
                    .as(paper + " in Excel: " + caption)
                    .isEqualTo(cells));
            var open = openDocument(desk.file(paper + "/ods").body());
            page.forEach((caption, cells) -> {
                var words = cells.stream().flatMap(List::stream).toList();
                assertThat(open.get(caption))
                        .as(paper + " in OpenDocument: " + caption)
                        .containsAll(words.stream().map(SameFiguresTest::bare).toList());
            });
            var pdf = figures(pdf(desk.file(paper + "/pdf").body()));
            figures(page.toString())
                    .forEach((figure, times) -> assertThat(pdf.getOrDefault(figure, 0))
                            .as(paper + " as PDF: " + figure)
                            .isGreaterThanOrEqualTo(times));
        }
    }

    @Test
    void a_word_file_has_headings_to_walk_by_header_rows_that_repeat_and_captions() throws IOException {
        var desk = desk();
        for (var paper : papers(desk))
            try (var word = new XWPFDocument(
                    new ByteArrayInputStream(desk.file(paper + "/docx").body()))) {
                var levels = word.getParagraphs().stream()
                        .map(each -> each.getStyle())
                        .filter(style -> style != null && style.startsWith("Heading"))
                        .map(style -> Integer.parseInt(style.substring(7)))
                        .toList();
                assertThat(levels).as(paper).startsWith(1);
                for (int i = 1; i < levels.size(); i++)
                    assertThat(levels.get(i)).as("no level is skipped").isLessThanOrEqualTo(levels.get(i - 1) + 1);
                for (int level : levels)
                    assertThat(word.getStyles()
                                    .getStyle("Heading" + level)
                                    .getCTStyle()
                                    .getPPr()
                                    .getOutlineLvl()
                                    .getVal()
                                    .intValue())
                            .isEqualTo(level - 1);
                assertThat(word.getTables()).allSatisfy(table -> {
                    assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                    assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal())
                            .isNotBlank();
                });
            }
    }

    /** The addresses of papers that have something in every section. */
    private List<String> papers(Desk desk) {
        var story = officer(() -> new NineteenRecommendations(setting, tracking));
        officer(() -> story.evidence(
                "R06", LocalDate.of(2016, 10, 1), "A letter went to 1,204 premises", NineteenRecommendations.THIRD));
        var committee = "/oversight/committees/"
                + officer(() -> inquiries.whole(story.inquiry).committee());
        desk.add("priority", committee, "place=1; title=Getting home; note=12 of 14 schools");
        desk.add("forward-plan-item", committee, "reference=000411/2026; title=A contract; proposed=20 Sep 16");
        desk.add("action-plan", committee, "title=Missing children; owner=Head of Service");
        var plan = desk.page(committee).replaceAll("(?s).*(/oversight/action-plans/[0-9a-f-]{36})\".*", "$1");
        desk.add("plan-issue", plan, "place=1; title=Noticing early");
        var issue = desk.row(plan, "plan-issue", "1");
        for (int i = 1; i <= 30; i++)
            desk.add(
                    "activity",
                    plan,
                    "plan_issue_id=" + issue + "; place=" + i + "; words=Thing " + i * 37
                            + " is done; officer=Head; target=Spring 2027");
        desk.add(
                "cabinet-report",
                committee,
                "title=A year on; purpose=information; decision_type=key; urgent=no; officer=Director; member=Lead member; considered_by=Cabinet; considered_on-day=28; considered_on-month=7; considered_on-year=2016; wards=None; summary=Much was done; action_plan_id="
                        + Desk.id(plan));
        var report = desk.page(committee).replaceAll("(?s).*(/oversight/cabinet-reports/[0-9a-f-]{36})\".*", "$1");
        desk.add("report-finance", report, "place=1; title=Care; payer=council; pounds=892,000; posts=14.5");
        desk.add("report-finance", report, "place=2; title=Police; payer=partner; pounds=121,000.50; posts=");
        return List.of(
                "/oversight/inquiries/" + story.inquiry + "/progress-report",
                plan + "/paper",
                committee + "/work-programme",
                report + "/paper");
    }

    private static Map<String, List<List<String>>> tables(String page) {
        var tables = new LinkedHashMap<String, List<List<String>>>();
        TABLE.matcher(page).results().forEach(table -> {
            var caption = CAPTION.matcher(table.group());
            if (!caption.find()) return;
            var rows = new ArrayList<List<String>>();
            ROW.matcher(table.group())
                    .results()
                    .forEach(row -> rows.add(CELL.matcher(row.group(1))
                            .results()
                            .map(cell -> plain(cell.group(1)))
                            .toList()));
            tables.put(plain(caption.group(1)), rows);
        });
        return tables;
    }

    private static String plain(String html) {
        return clean(html.replaceAll("<br>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&"));
    }

    private static String clean(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static Map<String, List<List<String>>> word(byte[] file) throws IOException {
        var tables = new LinkedHashMap<String, List<List<String>>>();
        try (var word = new XWPFDocument(new ByteArrayInputStream(file))) {
            for (var table : word.getTables()) {
                var rows = new ArrayList<List<String>>();
                for (var row : table.getRows())
                    rows.add(row.getTableCells().stream()
                            .map(cell -> clean(cell.getParagraphs().stream()
                                    .map(each -> each.getText())
                                    .collect(java.util.stream.Collectors.joining(" "))))
                            .toList());
                var caption = table.getCTTbl().getTblPr().getTblCaption().getVal();
                if (rows.size() == 2 && rows.get(1).getFirst().equals("None"))
                    rows.set(1, List.of("None")); // one cell across on the page
                if (!caption.equals("About this paper")) tables.put(clean(caption), rows);
            }
        }
        return tables;
    }

    private static Map<String, List<List<String>>> sheets(byte[] file) throws IOException {
        var tables = new HashMap<String, List<List<String>>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : book) {
                var caption = sheet.getRow(0).getCell(0).getStringCellValue();
                var rows = new ArrayList<List<String>>();
                for (int line = 1; line <= sheet.getLastRowNum(); line++) {
                    var cells = new ArrayList<String>();
                    if (sheet.getRow(line) != null)
                        for (var cell : sheet.getRow(line))
                            cells.add(
                                    cell.getCellType() != CellType.NUMERIC
                                            ? clean(cell.getStringCellValue())
                                            : DateUtil.isCellDateFormatted(cell)
                                                    ? lantern.platform.documents.Value.day(
                                                                    cell.getLocalDateTimeCellValue()
                                                                            .toLocalDate())
                                                            .words()
                                                    : number(
                                                            cell.getNumericCellValue(),
                                                            cell.getCellStyle().getDataFormatString()));
                    rows.add(cells);
                }
                tables.put(clean(caption), rows);
            }
        }
        return tables;
    }

    private static Map<String, List<String>> openDocument(byte[] file) throws IOException {
        var tables = new HashMap<String, List<String>>();
        for (var sheet : new com.github.miachm.sods.SpreadSheet(new ByteArrayInputStream(file)).getSheets()) {
            var cells = new ArrayList<String>();
            for (var row : sheet.getDataRange().getValues())
                for (var cell : row)
                    if (cell != null)
                        cells.add(
                                cell instanceof LocalDate day
                                        ? lantern.platform.documents.Value.day(day)
                                                .words()
                                        : cell instanceof Double number
                                                ? bare(number(number, "#"))
                                                : bare(clean(String.valueOf(cell))));
            tables.put(clean(String.valueOf(sheet.getDataRange().getCell(0, 0).getValue())), cells);
        }
        return tables;
    }

    /** The number without its sign of money: an open document keeps the number and says elsewhere what it is. */
    private static String bare(String words) {
        return words.matches("£[\\d,.]+") ? words.substring(1) : words;
    }

    private static String number(double number, String format) {
        var value = BigDecimal.valueOf(number);
        if (format.endsWith("%")) return value.movePointRight(2).setScale(0, java.math.RoundingMode.HALF_UP) + "%";
        return format.startsWith("£") || format.contains("\"£\"")
                ? lantern.platform.documents.Value.pounds(value).words()
                : lantern.platform.documents.Value.number(value).words();
    }

    private static String pdf(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Every number that is printed, and how often. */
    private static Map<String, Integer> figures(String words) {
        var figures = new HashMap<String, Integer>();
        FIGURE.matcher(words).results().forEach(it -> figures.merge(it.group(), 1, Integer::sum));
        return figures;
    }
}
