package lantern.oversight.open;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.oversight.papers.ActionPlanPaper;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Measure;
import org.jspecify.annotations.Nullable;

/** An action plan and the outcomes it is judged by, as the public reads them. */
public record OpenPlan(String title, String owner, String summary, List<OpenIssue> issues, List<OpenOutcome> outcomes) {
    public record OpenIssue(String number, String title, List<OpenActivity> activities) {}

    public record OpenActivity(
            UUID id,
            String number,
            String words,
            String officer,
            String target,
            String status,
            List<OpenProgress> progress) {}

    public record OpenProgress(String on, String words) {}

    public record OpenOutcome(
            String title,
            String unmet,
            String met,
            String exceeded,
            String farExceeded,
            String target,
            @Nullable String on,
            @Nullable String value,
            @Nullable String band) {}

    public static OpenPlan of(ActionPlanPaper paper) {
        var issues = new ArrayList<OpenIssue>();
        for (var issue : paper.issues()) {
            var activities = new ArrayList<OpenActivity>();
            for (var each : paper.activities()) {
                if (!issue.id().equals(each.id("plan_issue_id"))) continue;
                activities.add(new OpenActivity(
                        each.id(),
                        issue.of("place") + "." + (activities.size() + 1),
                        each.of("words"),
                        each.of("officer"),
                        each.of("target"),
                        paper.status(each),
                        paper.updates().getOrDefault(each.id(), List.of()).stream()
                                .map(it -> new OpenProgress(it.of("dated_on"), it.of("words")))
                                .toList()));
            }
            issues.add(new OpenIssue(issue.of("place"), issue.of("title"), activities));
        }
        return new OpenPlan(
                paper.plan().of("title"),
                paper.plan().of("owner"),
                paper.plan().of("summary"),
                issues,
                paper.measures().stream().map(OpenPlan::outcome).toList());
    }

    private static OpenOutcome outcome(Measure measure) {
        var latest = measure.latest();
        var row = measure.row();
        return new OpenOutcome(
                row.of("title"),
                row.of("unmet"),
                row.of("met"),
                row.of("exceeded"),
                row.of("far_exceeded"),
                row.of("target"),
                latest == null ? null : latest.on().toString(),
                latest == null ? null : measure.words(latest.value()),
                latest == null ? null : measure.band(latest.value()));
    }

    /** The statuses there are, for readers of the data. */
    public static List<String> statuses() {
        return List.copyOf(Lists.PROGRESS.field("status").of().values());
    }
}
