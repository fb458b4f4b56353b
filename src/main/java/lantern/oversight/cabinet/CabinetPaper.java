package lantern.oversight.cabinet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lantern.oversight.papers.ActionPlanPaper;
import lantern.oversight.papers.Governance;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Block;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;
import org.jspecify.annotations.Nullable;

/** The other half of paper 2: the report to the executive that an action plan goes with. Of an exempt one the public gets the reason. */
final class CabinetPaper {
    private final CabinetReport report;
    private final Row row;

    private CabinetPaper(CabinetReport report) {
        this.report = report;
        this.row = report.row();
    }

    static Document of(CabinetReport report) {
        return new CabinetPaper(report).document();
    }

    private Document document() {
        var sections = new ArrayList<Block>();
        sections.add(Section.of("Summary", paragraphs(row.of("summary"))));
        sections.add(recommendations());
        sections.add(benefits());
        sections.add(fixed("background"));
        sections.add(options());
        if (!report.measures().isEmpty()) sections.add(ActionPlanPaper.outcomes(report.measures()));
        sections.add(CabinetCosts.of(report));
        sections.add(legal());
        for (var code : List.of("value", "sustainability", "objectives")) sections.add(fixed(code));
        sections.add(risks());
        for (var code : List.of("equalities", "staffing", "property", "other")) sections.add(fixed(code));
        sections.add(consultation());
        sections.add(timetable());
        sections.add(fixed("background-papers"));
        sections.addAll(appendices());
        var document = head(Document.of(row.of("title"), report.consideredOn()));
        return report.exempt()
                ? document.with(Section.plain("Report", sections).exempt(row.of("exempt")))
                : document.with(sections);
    }

    private Document head(Document document) {
        var contact = report.contact();
        return document.fact("Report for", Lists.REPORTS.words("purpose", row))
                .fact(
                        "Contains confidential or exempt information",
                        report.exempt() ? "Yes, Part II: " + row.of("exempt") : "No, Part I")
                .fact("Responsible officer", row.of("officer"))
                .fact("Contact", contact == null ? "None given" : contact(contact))
                .fact("Member reporting", row.of("member"))
                .fact("For consideration by", row.of("considered_by"))
                .fact("Date to be considered", day(report.consideredOn()))
                .fact("Implementation date if not called in", orNone(row.day("in_force_on")))
                .fact("Affected wards", row.of("wards"))
                .fact("Decision", Lists.REPORTS.words("decision_type", row))
                .fact("Urgent", Lists.REPORTS.words("urgent", row))
                .fact(
                        "Notice of the key decision by",
                        report.noticeBy() == null
                                ? "Not needed"
                                : day(Objects.requireNonNull(report.noticeBy()))
                                        + (report.yes("urgent") ? ", unless the rule on urgency is used" : ""));
    }

    static String contact(Row contact) {
        return java.util.stream.Stream.of("post", "telephone", "email")
                .map(contact::of)
                .filter(each -> !each.isBlank())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static String day(LocalDate day) {
        return Value.day(day).words();
    }

    private static String orNone(@Nullable LocalDate day) {
        return day == null ? "None" : day(day);
    }

    private static List<Block> paragraphs(String words) {
        var paragraphs = new ArrayList<Block>();
        for (var line : words.split("\n")) if (!line.isBlank()) paragraphs.add(Paragraph.of(line.strip()));
        return paragraphs;
    }

    private Section recommendations() {
        var blocks = new ArrayList<Block>();
        var decisions = report.rows(Lists.DECISIONS);
        if (decisions.isEmpty()) blocks.add(Paragraph.of("None."));
        else {
            blocks.add(Paragraph.of("It is recommended that " + row.of("considered_by") + ":"));
            blocks.add(new Block.Bullets(
                    decisions.stream().map(each -> each.of("words")).toList(), true));
        }
        return Section.of("Recommendations", blocks);
    }

    private Section benefits() {
        var table = Table.of("What residents gain")
                .column("Benefit and reason", 5)
                .column("When residents can expect to notice", 3);
        for (var each : report.rows(Lists.BENEFITS))
            table = table.row(Value.of(each.of("benefit")), Value.of(each.of("noticed_by")));
        return Section.of("What residents gain", List.of(table));
    }

    private Section options() {
        var table =
                Table.of("Options").column("Option", 3).column("Comments", 6).column("Recommended", 2);
        for (var each : report.rows(Lists.OPTIONS))
            table = table.row(
                    Value.of(each.of("title")),
                    Value.of(each.of("comments")),
                    Value.of(each.of("recommended").equals("yes") ? "Recommended" : "No"));
        return Section.of("Options considered", List.of(table));
    }

    private Section legal() {
        var table =
                Table.of("Legal powers and duties").column("Act and section", 3).column("What it allows or asks", 6);
        for (var each : report.rows(Lists.POWERS))
            table = table.row(Value.of(each.of("title")), Value.of(each.of("words")));
        return Section.of("Legal implications", List.of(table));
    }

    /** Every fixed section stands in every report, so that a reader sees that it was thought of. */
    private Section fixed(String code) {
        var words = report.section(code);
        return Section.of(
                Objects.requireNonNull(Lists.SECTIONS.field("section").of().get(code)),
                words == null ? List.of(Paragraph.of("Not yet answered.")) : paragraphs(words));
    }

    private Section risks() {
        var table = Table.of("Risks before and after control")
                .column("Risk", 4)
                .column("Without control", 2)
                .column("Controls", 4)
                .column("Owner", 2)
                .column("With control", 2);
        for (var each : report.rows(Lists.RISKS))
            table = table.row(
                    Value.of(each.of("title")),
                    Value.of(Lists.RISKS.words("uncontrolled", each)),
                    Value.orNone(each.of("controls")),
                    Value.orNone(each.of("owner")),
                    Value.of(Lists.RISKS.words("controlled", each)));
        return Section.of("Risks", List.of(table));
    }

    private Section consultation() {
        var table = Table.of("Who was consulted")
                .column("Name", 3)
                .column("Post and department", 3)
                .column("Group", 2)
                .column("Sent", 2)
                .column("Returned", 2)
                .column("Comments in paragraph", 2);
        for (var each : report.rows(Lists.CONSULTEES)) {
            var returned = each.day("returned_on");
            table = table.row(
                    Value.of(each.of("who")),
                    Value.of(each.of("post")),
                    Value.of(Lists.CONSULTEES.words("place_of_work", each)),
                    Value.day(Objects.requireNonNull(each.day("sent_on"))),
                    returned == null ? Value.of("Not returned") : Value.day(returned),
                    Value.orNone(each.of("paragraph")));
        }
        var inside = report.consulted("internal");
        var outside = report.consulted("external");
        return Section.of(
                "Consultation",
                List.of(
                        Paragraph.of(
                                "%d were sent this report: %d inside the council and %d outside it. %d returned it."
                                        .formatted(inside + outside, inside, outside, report.returned())),
                        table));
    }

    private Section timetable() {
        var table = Table.of("Timetable for what follows").column("When", 2).column("What happens", 5);
        for (var each : report.rows(Lists.STEPS))
            table = table.row(Value.of(each.of("when_words")), Value.of(each.of("title")));
        return Section.of("Timetable", List.of(table));
    }

    private List<Section> appendices() {
        var appendices = new ArrayList<Section>();
        var plan = report.plan();
        if (plan != null)
            appendices.add(Section.appendix("Action plan: " + plan.plan().of("title"), plan.parts()));
        if (!report.bodies().isEmpty())
            appendices.add(Section.appendix("Who answers to whom", List.of(Governance.figure(report.bodies()))));
        return appendices;
    }
}
