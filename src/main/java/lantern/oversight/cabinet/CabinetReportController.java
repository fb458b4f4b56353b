package lantern.oversight.cabinet;

import java.util.ArrayList;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.acknowledging.Findings;
import lantern.oversight.pages.PaperFiles;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.programme.ListParts;
import lantern.oversight.programme.Lists;
import lantern.platform.documents.Value;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A report to the executive: its parts, what is odd about it, and the paper that is made of it. */
@Controller
@Transactional
class CabinetReportController {
    private final Access access;
    private final CabinetReports reports;
    private final ListParts lists;
    private final Findings findings;

    CabinetReportController(Access access, CabinetReports reports, ListParts lists, Findings findings) {
        this.access = access;
        this.reports = reports;
        this.lists = lists;
        this.findings = findings;
    }

    @GetMapping("/oversight/cabinet-reports/{id}")
    ModelAndView one(@PathVariable UUID id) {
        var writes = access.require(Permission.READ_OVERSIGHT).may(Permission.WRITE_OVERSIGHT);
        var report = reports.one(id);
        var at = "/oversight/cabinet-reports/" + id;
        var parts = new ArrayList<Part>();
        parts.add(new Part(null, facts(report)));
        parts.add(PaperFiles.part(at + "/paper", "The report as a paper"));
        if (writes)
            parts.add(new Part(
                    null,
                    Parts.links(Link.to(
                            "/oversight/lists/cabinet-report/rows/" + id + "/change", "Change the head and summary"))));
        parts.add(findings.of("cabinet-reports", id, CabinetRules.check(report), writes));
        parts.addAll(lists.of(Lists.on("cabinet_report"), id, writes));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(
                        report.row().of("title"),
                        "/oversight/committees/" + report.row().parent(),
                        parts,
                        null));
    }

    private static SummaryList facts(CabinetReport report) {
        var row = report.row();
        var contact = report.contact();
        var plan = report.plan();
        return SummaryList.of()
                .row("For", Lists.REPORTS.words("purpose", row))
                .row("Considered", row.of("considered_by") + ", " + London.day(report.consideredOn()))
                .row("Exempt", report.exempt() ? row.of("exempt") : "No")
                .row("Contact", contact == null ? "None given" : CabinetPaper.contact(contact))
                .row("Action plan", plan == null ? "None" : plan.plan().of("title"))
                .row(
                        "Costs of a full year",
                        Value.pounds(report.pounds("")).words() + ", of which the council pays "
                                + Value.pounds(report.pounds("council")).words())
                .row(
                        "Consultation",
                        report.rows(Lists.CONSULTEES).size() + " asked, " + report.returned() + " returned");
    }

    @GetMapping("/oversight/cabinet-reports/{id}/paper")
    ModelAndView paper(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        var at = "/oversight/cabinet-reports/" + id;
        return PaperFiles.page(reports.document(id), at, at + "/paper", "The report");
    }

    @GetMapping("/oversight/cabinet-reports/{id}/paper/{extension}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String extension) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.file(reports.document(id), extension, "cabinet-report");
    }
}
