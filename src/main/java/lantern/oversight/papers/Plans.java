package lantern.oversight.papers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Measure;
import lantern.oversight.programme.Programme;
import lantern.oversight.programme.Programme.Row;
import org.springframework.stereotype.Component;

/** Reads an action plan with its issues, activities and outcomes. */
@Component
public class Plans {
    private final Programme programme;
    private final Inquiries inquiries;

    Plans(Programme programme, Inquiries inquiries) {
        this.programme = programme;
        this.inquiries = inquiries;
    }

    public ActionPlanPaper one(UUID id, LocalDate day) {
        var plan = programme.one(Lists.PLANS, id);
        var activities = programme.rows(Lists.ACTIVITIES, id);
        var updates = new HashMap<UUID, List<Row>>();
        for (var activity : activities) updates.put(activity.id(), programme.rows(Lists.PROGRESS, activity.id()));
        return new ActionPlanPaper(
                plan,
                Inquiry.Name.on(inquiries.names(plan.parent()), day),
                programme.rows(Lists.ISSUES, id),
                activities,
                updates,
                measures(plan.parent()),
                day);
    }

    public List<Measure> measures(UUID committee) {
        return programme.rows(Lists.MEASURES, committee).stream()
                .map(row -> Measure.of(row, programme.rows(Lists.VALUES, row.id())))
                .toList();
    }
}
