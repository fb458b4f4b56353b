package lantern.oversight.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantern.oversight.Desk;
import lantern.oversight.OversightStory;
import lantern.platform.documents.PdfUa;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A report to the executive, entered with the facts of a paper of 2016 in words of our own. */
class CabinetReportTest extends OversightStory {
    private static final String HEAD =
            "title=Keeping children safe: a year on; purpose=information; decision_type=non-key; urgent=no; officer=Director of children's services; member=Lead member for children; considered_by=Cabinet; considered_on-day=28; considered_on-month=7; considered_on-year=2016; wards=None; summary=The report tells members how far the work is.\nIt asks them to note it.";

    private Desk desk() {
        return new Desk(this::url, region.session("merrowdale", "oversight-officer"));
    }

    private static String report(Desk desk, String committee, String head) {
        desk.add("cabinet-report", committee, head);
        return desk.page(committee).replaceAll("(?s).*(/oversight/cabinet-reports/[0-9a-f-]{36})\".*", "$1");
    }

    private static void costs(Desk desk, String report) {
        var place = 0;
        for (var line : List.of(
                "Social care;council;892,000;14",
                "Education;council;£32,000;1",
                "Housing;council;36000;1",
                "Youth services;council;30,000;0.3",
                "Wardens;council;10,000;",
                "Premises;council;30,000.00;",
                "Police;partner;121,000;4",
                "Health;partner;10,000;0.3",
                "Probation;partner;0;")) {
            var parts = line.split(";", -1);
            desk.add(
                    "report-finance",
                    report,
                    "place=" + ++place + "; title=" + parts[0] + "; payer=" + parts[1] + "; pounds=" + parts[2]
                            + "; posts=" + parts[3]
                            + (parts[0].equals("Police") ? "; footnote=They work for six other areas too" : ""));
        }
    }

    private static void consultees(Desk desk, String report) {
        for (int i = 1; i <= 6; i++)
            desk.add(
                    "consultee",
                    report,
                    "who=Officer " + i + "; post=Department " + i
                            + "; place_of_work=internal; sent_on-day=1; sent_on-month=7; sent_on-year=2016"
                            + (i <= 2 ? "; returned_on-day=5; returned_on-month=7; returned_on-year=2016" : ""));
    }

    @Test
    void totals_are_added_up_and_returns_counted_and_what_is_missing_is_said() throws IOException {
        var desk = desk();
        var report = report(desk, desk.committee(), HEAD);
        costs(desk, report);
        consultees(desk, report);
        desk.add(
                "report-risk",
                report,
                "title=Grants end; uncontrolled=high; controls=A reserve; owner=Head of finance; controlled=low");
        desk.add("report-decision", report, "place=1; words=Members note the report");
        desk.add("report-option", report, "place=1; title=Go on; comments=The work is not done; recommended=yes");
        desk.add("report-section", report, "section=equalities; words=None");
        assertThat(desk.page(report))
                .contains("£1,161,000, of which the council pays £1,030,000", "6 asked, 2 returned", "A1.36")
                .contains("Value for money, Sustainability")
                .doesNotContain("A2.4", "A1.31", "C40");
        var paper = desk.page(report + "/paper");
        assertThat(paper)
                .contains("£1,030,000", "£131,000", "£1,161,000", "16.3", "4.3", "20.6")
                .contains("6 were sent this report: 6 inside the council and 0 outside it. 2 returned it.")
                .contains("(1) They work for six other areas too", "Not returned", "Not yet answered.");
        for (var section : List.of("value", "sustainability", "objectives", "staffing", "property", "other"))
            desk.add("report-section", report, "section=" + section + "; words=None");
        desk.add("report-section", report, "section=background; words=All of the officers have been consulted.");
        desk.add("report-section", report, "section=background-papers; words=None");
        assertThat(desk.page(report)).doesNotContain("A1.36").contains("C42", "2 of 6 answered");
        assertThat(desk.page(report + "/paper")).doesNotContain("Not yet answered");
        for (var format : List.of("pdf", "docx", "xlsx", "ods")) {
            var file = desk.file(report + "/paper/" + format);
            assertThat(file.statusCode()).as(format).isEqualTo(200);
            Files.createDirectories(Path.of("target/papers"));
            Files.write(Path.of("target/papers/cabinet-report." + format), file.body());
            if (format.equals("pdf")) assertThat(PdfUa.faults(file.body())).isEmpty();
        }
    }

    @Test
    void what_is_odd_is_raised_with_its_facts_and_can_be_acknowledged() {
        var desk = desk();
        var report = report(
                desk, desk.committee(), HEAD + "; in_force_on-day=28; in_force_on-month=7; in_force_on-year=2016");
        desk.add("report-decision", report, "place=1; words=The budget is doubled");
        for (int i = 1; i <= 2; i++)
            desk.add(
                    "report-option",
                    report,
                    "place=" + i + "; title=Option " + i + "; comments=It could be; recommended=yes");
        desk.add("report-risk", report, "title=Nobody comes; uncontrolled=low; controls=A letter; controlled=high");
        var page = desk.page(report);
        assertThat(page)
                .contains("One option is recommended, not 2")
                .contains("A risk is greater with control than without: Nobody comes")
                .contains("Nobody owns the controls of a risk")
                .contains("It would hold before it could be called in")
                .contains("The report is for information and recommends more than to note it");
        var finding = page.replaceAll("(?s).*?(/oversight/cabinet-reports/[^\"]*/acknowledgement)\".*", "$1");
        desk.done(finding, finding, "reason", "The committee asked for both");
        assertThat(desk.page(report)).contains("Acknowledged: The committee asked for both");
    }

    @Test
    void a_key_decision_says_by_when_its_notice_is_due_and_money_is_read_as_people_write_it() {
        var desk = desk();
        var report =
                report(desk, desk.committee(), HEAD.replace("non-key", "key").replace("=information", "=decision"));
        assertThat(desk.page(report + "/paper")).contains("Notice of the key decision by", "29 June 2016");
        var at = "/oversight/lists/report-finance/of/" + Desk.id(report);
        desk.post(at + "/new", at, "place=1; title=Posts; payer=council; pounds=about 5; posts=");
        assertThat(desk.errors(at + "/new")).contains("Enter an amount in pounds, like 32,000");
        var consulted = "/oversight/lists/consultee/of/" + Desk.id(report);
        desk.post(
                consulted + "/new",
                consulted,
                "who=Legal; post=Legal; place_of_work=internal; sent_on-day=5; sent_on-month=7; sent_on-year=2016; returned_on-day=1; returned_on-month=7; returned_on-year=2016");
        assertThat(desk.errors(consulted + "/new")).contains("Enter a day that is not before it was sent");
    }

    @Test
    void of_an_exempt_report_the_public_pack_holds_the_reason_alone() throws IOException {
        var desk = desk();
        var committee = desk.committee();
        var meeting = desk.meeting(committee, 28, 7, 2016);
        report(desk, committee, HEAD + "; exempt=business affairs of a provider");
        desk.add("agenda-item", meeting, "place=1; title=A year on; paper=cabinet-report");
        assertThat(text(desk.file(meeting + "/pack/members").body())).contains("The report tells members how far");
        assertThat(text(desk.file(meeting + "/pack/public").body()))
                .contains("Not for publication: business affairs of a provider")
                .doesNotContain("The report tells members how far");
    }

    @Test
    void boards_are_drawn_by_whom_they_answer_to_with_a_table_beside_and_a_circle_is_no_harm() throws IOException {
        var desk = desk();
        var committee = desk.committee();
        desk.add("body", committee, "place=1; title=Safeguarding board; meets=Every quarter");
        var top = desk.row(committee, "body", "1");
        desk.add("body", committee, "place=2; title=Operational group; body_id=" + top);
        var paper = desk.page(committee + "/governance");
        assertThat(paper)
                .contains("<svg", "2 groups and boards on 2 levels; all answer to Safeguarding board in the end.")
                .contains("Figure 1 data: Who answers to whom");
        var group = desk.row(committee, "body", "2");
        var form = "/oversight/lists/body/rows/" + top + "/change";
        desk.done(form, desk.action(form), "place=1; title=Safeguarding board; body_id=" + group);
        assertThat(desk.page(committee + "/governance")).contains("Safeguarding board", "Operational group");
        assertThat(PdfUa.faults(desk.file(committee + "/governance/pdf").body()))
                .isEmpty();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
