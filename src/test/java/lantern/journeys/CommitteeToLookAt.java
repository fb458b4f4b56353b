package lantern.journeys;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme;

/** A committee's work for whoever walks every page: a priority, an action plan, a measure with its values, a body and a cabinet report. */
final class CommitteeToLookAt {
    private final Programme programme;

    CommitteeToLookAt(Programme programme) {
        this.programme = programme;
    }

    void of(UUID committee) {
        programme.add(Lists.PRIORITIES, committee, Map.of("place", 1, "title", "Getting home", "note", ""));
        var plan =
                programme.add(Lists.PLANS, committee, Map.of("title", "Getting home", "owner", "Head", "summary", ""));
        cabinetReport(committee, plan);
        var issue = programme.add(Lists.ISSUES, plan, Map.of("place", 1, "title", "Noticing"));
        programme.add(
                Lists.ACTIVITIES,
                plan,
                Map.of("plan_issue_id", issue, "place", 1, "words", "Tell the hub", "officer", "Head", "target", ""));
        var measure = new HashMap<String, Object>(Map.of("title", "At risk", "unit", "count"));
        measure.putAll(Map.of("unmet", ">6", "met", "5-3", "exceeded", "2-3", "far_exceeded", "1-0"));
        for (var empty : List.of("population", "counted", "target", "source")) measure.put(empty, "");
        var id = programme.add(Lists.MEASURES, committee, measure);
        for (int day = 1; day < 4; day++)
            programme.add(
                    Lists.VALUES,
                    id,
                    Map.of("on_day", LocalDate.of(2016, day, 1), "value", BigDecimal.valueOf(day), "evidence", ""));
    }

    private void cabinetReport(UUID committee, UUID plan) {
        programme.add(Lists.BODIES, committee, Map.of("place", 1, "title", "Board", "meets", "", "purpose", ""));
        var report = new HashMap<String, Object>(Map.of("title", "A year on", "purpose", "information"));
        report.putAll(Map.of("decision_type", "non-key", "urgent", "no", "exempt", "", "wards", "None"));
        report.putAll(
                Map.of("officer", "Head", "member", "Lead member", "considered_by", "Cabinet", "summary", "Done"));
        report.putAll(Map.of("considered_on", LocalDate.of(2016, 7, 28), "action_plan_id", plan));
        programme.add(Lists.REPORTS, committee, report);
    }
}
