package lantern.oversight.publishing;

import java.util.List;
import java.util.UUID;
import lantern.oversight.cabinet.CabinetReports;
import lantern.oversight.checks.Finding;
import lantern.oversight.checks.RecordRules;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Measure;
import lantern.oversight.programme.Programme;
import lantern.platform.Refused;
import org.springframework.stereotype.Component;

/** What findings are raised on: a recommendation, an outcome measure or a report to the executive. */
@Component
class Subjects {
    private final Inquiries inquiries;
    private final Programme programme;
    private final CabinetReports reports;

    Subjects(Inquiries inquiries, Programme programme, CabinetReports reports) {
        this.inquiries = inquiries;
        this.programme = programme;
        this.reports = reports;
    }

    record Subject(UUID id, String title, String path, List<Finding> findings) {}

    Subject of(String kind, UUID id) {
        if (kind.equals("recommendations")) {
            var it = Inquiries.find(inquiries.of(id), id);
            return new Subject(
                    id, "Recommendation " + it.number(), "/oversight/recommendations/" + id, RecordRules.check(it));
        }
        if (kind.equals("cabinet-reports"))
            return new Subject(
                    id,
                    programme.one(Lists.REPORTS, id).of("title"),
                    "/oversight/cabinet-reports/" + id,
                    reports.findings(id));
        if (!kind.equals("outcome-measures")) throw Refused.notFound();
        return of(Measure.of(programme.one(Lists.MEASURES, id), List.of()));
    }

    Subject of(Measure measure) {
        var id = measure.row().id();
        return new Subject(id, measure.row().of("title"), "/oversight/outcome-measures/" + id, measure.findings());
    }

    List<Subject> ofInquiry(UUID inquiry) {
        return inquiries.whole(inquiry).recommendations().stream()
                .map(each -> new Subject(
                        each.id(),
                        "Recommendation " + each.number(),
                        "/oversight/recommendations/" + each.id(),
                        RecordRules.check(each)))
                .filter(each -> !each.findings.isEmpty())
                .toList();
    }

    List<Subject> ofCommittee(UUID committee) {
        return programme.rows(Lists.MEASURES, committee).stream()
                .map(row -> of(Measure.of(row, List.of())))
                .filter(each -> !each.findings.isEmpty())
                .toList();
    }
}
