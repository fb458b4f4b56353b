package lantern.oversight.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Progress;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.inquiry.Scale;
import lantern.platform.documents.Block;
import lantern.platform.documents.Block.Bullets;
import lantern.platform.documents.Block.Figure;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Chart;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;

/** Paper 1: how far an inquiry's recommendations have come, as a committee tracks them. */
public final class ProgressReport {
    private ProgressReport() {}

    public static Document of(Inquiry inquiry, LocalDate day) {
        var progress = new Progress(inquiry, day);
        var tracked = inquiry.lastTrackedBefore(day);
        return Document.of("Progress report on implementation: " + inquiry.title(), day)
                .fact("Report of", inquiry.reportOf())
                .fact("To", inquiry.committeeName(day))
                .fact("Date", Value.day(day).words())
                .fact(
                        "Date approved at full council",
                        Value.day(inquiry.approvedOn()).words())
                .fact("Member who led the inquiry", inquiry.leadMember())
                .fact("Lead officer for the inquiry", inquiry.leadOfficer())
                .fact(
                        "Progress last tracked",
                        tracked == null
                                ? "Never"
                                : Value.day(tracked.on()).words() + (tracked.assessed() ? "" : " (update received)"))
                .fact("Contact", inquiry.contact().isBlank() ? "None given" : inquiry.contact())
                .with(
                        introduction(inquiry, progress),
                        changes(progress),
                        guidance(),
                        outstanding(progress),
                        concluded(progress));
    }

    private static Section introduction(Inquiry inquiry, Progress progress) {
        var blocks = new ArrayList<Block>();
        blocks.add(
                Paragraph.of(
                        "When the council approved this inquiry it asked for reports on progress to this committee until every recommendation is concluded."));
        if (!inquiry.summary().isBlank()) blocks.add(Paragraph.of(inquiry.summary()));
        blocks.add(Paragraph.of("The inquiry made %d recommendations. %d are concluded and %d are outstanding."
                .formatted(
                        inquiry.recommendations().size(),
                        progress.concluded().size(),
                        progress.outstanding().size())));
        blocks.add(
                Paragraph.of(
                        "Members are asked to consider the progress in Appendix 2 and to decide the category of each recommendation."));
        var counts = progress.counts();
        var labels = counts.keySet().stream().map(Scale.Category::full).toList();
        blocks.add(new Figure(
                "Recommendations by category",
                message(progress),
                Chart.bars("Category", "Recommendations", labels, List.copyOf(counts.values()))));
        return Section.of("Introduction", blocks);
    }

    private static String message(Progress progress) {
        return progress.counts().entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " in category " + each.getKey().number())
                .collect(Collectors.joining(", ", "Recommendations: ", "."));
    }

    private static Section changes(Progress progress) {
        var table = Table.of("Categories that changed since the meeting before")
                .column("No.")
                .column("From")
                .column("To");
        for (var change : progress.changes())
            table = table.row(
                    Value.of(change.recommendation().number()),
                    Value.orNone(
                            change.before() == null ? null : change.before().full()),
                    Value.orNone(change.now() == null ? null : change.now().full()));
        return Section.of("Changed since last time", List.of(table));
    }

    private static Section guidance() {
        var table = Table.of("The categories").column("Category", 2).column("When it is given", 5);
        for (var category : Scale.shipped().categories())
            table = table.row(Value.of(category.full()), Value.of(category.criteria()));
        return Section.appendix(
                "Guidance on tracking",
                List.of(
                        Paragraph.of("For each recommendation the committee may ask:"),
                        new Bullets(Scale.shipped().questions(), false),
                        table));
    }

    private static Section outstanding(Progress progress) {
        var blocks = new ArrayList<Block>();
        if (progress.outstanding().isEmpty()) blocks.add(Paragraph.of("None"));
        for (var each : progress.outstanding()) {
            var last = each.lastTracked();
            var assessed = each.assessedBy(progress.day());
            var table = Table.of("Recommendation " + each.number())
                    .column("No.", 1)
                    .column("Recommendation", 5)
                    .column("Responsibility", 2)
                    .column("Original date for completion", 2)
                    .column("Assessment", 2)
                    .row(
                            Value.of(each.number()),
                            Value.of(words(each)),
                            Value.orNone(each.responsibleNames()),
                            Value.orNone(each.targetWords()),
                            Value.of(assessed == null ? "Not yet assessed" : category(assessed)));
            var parts = new ArrayList<Block>();
            parts.add(table);
            parts.add(Paragraph.of("Last tracked: "
                    + (last == null ? "never." : Value.day(last).words() + ".") + anticipated(assessed)));
            parts.add(evidence(each));
            blocks.add(Section.plain(
                    each.number()
                            + (each.theme() == null ? "" : ": " + each.theme().title()),
                    parts));
        }
        return Section.appendix("Recommendations tracked today", blocks);
    }

    private static String anticipated(Recommendation.@org.jspecify.annotations.Nullable Assessment assessed) {
        if (assessed == null) return "";
        return (assessed.anticipated().isBlank() ? "" : " Anticipated completion date: " + assessed.anticipated() + ".")
                + (assessed.obstacle().isBlank() ? "" : " Obstacle: " + assessed.obstacle() + ".");
    }

    private static String category(Recommendation.Assessment assessed) {
        return assessed.category() == null
                ? assessed.raw()
                : assessed.category().full();
    }

    private static String words(Recommendation each) {
        return each.words()
                + each.parts().stream()
                        .map(part -> "\n" + part.label() + ") " + part.words())
                        .collect(Collectors.joining());
    }

    private static Block evidence(Recommendation each) {
        var table = Table.of("Evidence for " + each.number())
                .column("Dated", 2)
                .column("Following the meeting of", 2)
                .column("From", 2)
                .column("Evidence", 6);
        for (var it : each.standing())
            table = table.row(
                    Value.day(it.on()),
                    Value.orNone(
                            it.following() == null
                                    ? null
                                    : Value.day(it.following().on()).words()),
                    Value.of(it.author() + (it.organisation().isBlank() ? "" : ", " + it.organisation())),
                    Value.of(it.words()));
        return table;
    }

    private static Section concluded(Progress progress) {
        var table = Table.of("Concluded recommendations")
                .column("No.", 1)
                .column("Recommendation", 5)
                .column("Responsibility", 2)
                .column("Date concluded", 2)
                .column("Assessment", 2);
        for (var each : progress.concluded()) {
            var conclusion = each.concluded();
            var category = progress.category(each);
            var qualifier = conclusion == null || conclusion.qualifier().isBlank() ? "" : ". " + conclusion.qualifier();
            table = table.row(
                    Value.of(each.number()),
                    Value.of(words(each)),
                    Value.orNone(each.responsibleNames()),
                    conclusion == null || conclusion.on() == null
                            ? Value.of("Not recorded")
                            : Value.day(conclusion.on()),
                    Value.of((category == null ? "Not assessed" : category.full()) + qualifier));
        }
        return Section.appendix("Concluded recommendations", List.of(table));
    }
}
