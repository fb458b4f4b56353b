package lantern.oversight.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Measure;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Block;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;

/**
 * Paper 2: issues, the activities that answer them, and how far each is; with the outcomes that they should bring.
 *
 * @param updates of each activity, newest first: the first says what is so
 */
public record ActionPlanPaper(
        Row plan,
        String committee,
        List<Row> issues,
        List<Row> activities,
        Map<UUID, List<Row>> updates,
        List<Measure> measures,
        LocalDate day) {

    public Document document() {
        var sections = new ArrayList<Block>(parts());
        if (!measures.isEmpty()) sections.add(outcomes(measures));
        return Document.of("Action plan: " + plan.of("title"), day)
                .fact("Action plan", plan.of("title"))
                .fact("Owner", plan.of("owner"))
                .fact("To", committee)
                .fact("Date", Value.day(day).words())
                .with(sections);
    }

    /** The summary and a section for each issue: what another paper takes in as an appendix. */
    public List<Section> parts() {
        var sections = new ArrayList<Section>();
        sections.add(summary());
        for (var issue : issues) sections.add(Section.of(issue.of("title"), List.of(table(issue))));
        return sections;
    }

    /** How many activities stand in each status, the order of the scale. */
    public Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        var status = Lists.PROGRESS.field("status");
        for (var words : status.of().values()) counts.put(words, 0L);
        for (var activity : activities) counts.merge(status(activity), 1L, Long::sum);
        return counts;
    }

    public String status(Row activity) {
        var said = updates.getOrDefault(activity.id(), List.of());
        return Lists.PROGRESS.words(
                Lists.PROGRESS.field("status"),
                said.isEmpty() ? "not-started" : said.getFirst().of("status"));
    }

    private Section summary() {
        var blocks = new ArrayList<Block>();
        if (!plan.of("summary").isBlank()) blocks.add(Paragraph.of(plan.of("summary")));
        blocks.add(
                Paragraph.of("The plan has %d issues and %d activities.".formatted(issues.size(), activities.size())));
        var table = Table.of("Activities by status").column("Status", 3).number("Activities");
        for (var each : counts().entrySet()) table = table.row(Value.of(each.getKey()), Value.count(each.getValue()));
        blocks.add(table.row(Value.of("All"), Value.count(activities.size())));
        return Section.of("Summary", blocks);
    }

    private Table table(Row issue) {
        var table = Table.of("Activities for issue " + issue.of("place"))
                .column("No.", 1)
                .column("Activity", 4)
                .column("Progress", 5)
                .column("Responsible officer", 2)
                .column("Target date", 2)
                .column("Status", 3);
        var own = activities.stream()
                .filter(each -> issue.id().equals(each.id("plan_issue_id")))
                .toList();
        for (int i = 0; i < own.size(); i++) {
            var activity = own.get(i);
            table = table.row(
                    Value.of(issue.of("place") + "." + (i + 1)),
                    Value.of(activity.of("words")),
                    Value.orNone(progress(activity)),
                    Value.of(activity.of("officer")),
                    Value.orNone(activity.of("target")),
                    Value.of(status(activity) + review(activity)));
        }
        return table;
    }

    private String progress(Row activity) {
        return updates.getOrDefault(activity.id(), List.of()).stream()
                .map(each -> Value.day(LocalDate.parse(each.of("dated_on"))).words() + ": " + each.of("words"))
                .collect(Collectors.joining("\n"));
    }

    private String review(Row activity) {
        var said = updates.getOrDefault(activity.id(), List.of());
        var review = said.isEmpty() ? null : said.getFirst().day("review_on");
        return review == null ? "" : ", looked at again on " + Value.day(review).words();
    }

    public static Section outcomes(List<Measure> measures) {
        var table = Table.of("Defined outcomes")
                .column("Outcome", 3)
                .column("Unmet", 2)
                .column("Met", 2)
                .column("Exceeded", 2)
                .column("Significantly exceeded", 2)
                .column("Delivered by", 2)
                .column("Latest value", 2)
                .column("Band", 2);
        for (var measure : measures) {
            var latest = measure.latest();
            var row = new ArrayList<Value>();
            row.add(Value.of(measure.row().of("title")));
            for (var band : List.of("unmet", "met", "exceeded", "far_exceeded"))
                row.add(Value.of(measure.row().of(band)));
            row.add(Value.orNone(measure.row().of("target")));
            row.add(
                    latest == null
                            ? Value.of("None yet")
                            : Value.of(measure.words(latest.value()) + " on "
                                    + Value.day(latest.on()).words()));
            row.add(Value.of(latest == null ? "None yet" : measure.band(latest.value())));
            table = table.row(row);
        }
        return Section.of("Outcomes", List.of(table));
    }
}
