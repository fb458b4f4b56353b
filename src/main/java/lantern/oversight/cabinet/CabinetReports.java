package lantern.oversight.cabinet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.oversight.checks.Finding;
import lantern.oversight.papers.Plans;
import lantern.oversight.programme.Listing;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Document;
import org.springframework.stereotype.Component;

/** Reads a report to the executive with everything that it is made of. */
@Component
public class CabinetReports {
    private final Programme programme;
    private final Plans plans;

    CabinetReports(Programme programme, Plans plans) {
        this.programme = programme;
        this.plans = plans;
    }

    CabinetReport one(UUID id) {
        var row = programme.one(Lists.REPORTS, id);
        Map<Listing, List<Row>> lists = new LinkedHashMap<>();
        for (var listing : Lists.on("cabinet_report")) lists.put(listing, programme.rows(listing, id));
        var contact = row.id("contact_id");
        var plan = row.id("action_plan_id");
        return new CabinetReport(
                row,
                lists,
                programme.rows(Lists.CONTACTS, row.parent()).stream()
                        .filter(each -> each.id().equals(contact))
                        .findFirst()
                        .orElse(null),
                programme.rows(Lists.PLANS, row.parent()).stream()
                        .filter(each -> each.id().equals(plan))
                        .findFirst()
                        .map(each -> plans.one(each.id(), LocalDate.parse(row.of("considered_on"))))
                        .orElse(null),
                plans.measures(row.parent()),
                programme.rows(Lists.BODIES, row.parent()));
    }

    /** Those that a committee considers on a day. */
    public List<Document> considered(UUID committee, LocalDate on) {
        return programme.rows(Lists.REPORTS, committee).stream()
                .filter(each -> on.equals(each.day("considered_on")))
                .map(each -> document(each.id()))
                .toList();
    }

    public Document document(UUID id) {
        return CabinetPaper.of(one(id));
    }

    public List<Finding> findings(UUID id) {
        return CabinetRules.check(one(id));
    }
}
