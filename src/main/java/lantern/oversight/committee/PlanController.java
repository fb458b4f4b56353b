package lantern.oversight.committee;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.acknowledging.Findings;
import lantern.oversight.pages.PaperFiles;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.papers.Plans;
import lantern.oversight.programme.ListParts;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Measure;
import lantern.oversight.programme.Programme;
import lantern.platform.documents.Chart;
import lantern.platform.documents.draw.Svg;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** An action plan with its issues and activities, and the outcomes by which it is judged. */
@Controller
@Transactional
class PlanController {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yy", Locale.UK);

    private final Access access;
    private final Plans plans;
    private final Programme programme;
    private final ListParts lists;
    private final Findings findings;
    private final Clock clock;

    PlanController(Access access, Plans plans, Programme programme, ListParts lists, Findings findings, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.programme = programme;
        this.lists = lists;
        this.findings = findings;
        this.clock = clock;
    }

    private LocalDate today() {
        return London.date(clock.instant());
    }

    @GetMapping("/oversight/action-plans/{id}")
    ModelAndView plan(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_OVERSIGHT);
        var writes = actor.may(Permission.WRITE_OVERSIGHT);
        var plan = plans.one(id, today());
        var counts = plan.counts().entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " " + each.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                null,
                SummaryList.of()
                        .row("Committee", plan.committee())
                        .row("Owner", plan.plan().of("owner"))
                        .row("Issues", String.valueOf(plan.issues().size()))
                        .row("Activities", plan.activities().size() + (counts.isEmpty() ? "" : ": " + counts))));
        parts.add(PaperFiles.part("/oversight/action-plans/" + id + "/paper", "The plan as a paper"));
        if (actor.may(Permission.PUBLISH_OVERSIGHT))
            parts.add(new Part(
                    null, Parts.links(Link.to("/oversight/action-plans/" + id + "/publication", "Publish it"))));
        parts.addAll(lists.of(Lists.on("action_plan"), id, writes));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(
                        plan.plan().of("title"),
                        "/oversight/committees/" + plan.plan().parent(),
                        parts,
                        null));
    }

    @GetMapping("/oversight/action-plans/{id}/paper")
    ModelAndView paper(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        var at = "/oversight/action-plans/" + id;
        return PaperFiles.page(plans.one(id, today()).document(), at, at + "/paper", "The plan");
    }

    @GetMapping("/oversight/action-plans/{id}/paper/{extension}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String extension) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.file(plans.one(id, today()).document(), extension, "action-plan");
    }

    @GetMapping("/oversight/activities/{id}")
    ModelAndView activity(@PathVariable UUID id) {
        var writes = access.require(Permission.READ_OVERSIGHT).may(Permission.WRITE_OVERSIGHT);
        var activity = programme.one(Lists.ACTIVITIES, id);
        var issue = activity.id("plan_issue_id");
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                null,
                SummaryList.of()
                        .row(
                                "Issue",
                                issue == null
                                        ? ""
                                        : programme.one(Lists.ISSUES, issue).of("title"))
                        .row("Activity", activity.of("words"))
                        .row("Responsible officer", activity.of("officer"))
                        .row("Target date", activity.of("target").isBlank() ? "None" : activity.of("target"))));
        parts.addAll(lists.of(Lists.on("activity"), id, writes));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage("Activity", "/oversight/action-plans/" + activity.parent(), parts, null));
    }

    @GetMapping("/oversight/outcome-measures/{id}")
    ModelAndView measure(@PathVariable UUID id) {
        var writes = access.require(Permission.READ_OVERSIGHT).may(Permission.WRITE_OVERSIGHT);
        var row = programme.one(Lists.MEASURES, id);
        var measure = Measure.of(row, programme.rows(Lists.VALUES, id));
        var parts = new ArrayList<Part>();
        var facts = SummaryList.of();
        for (var field : Lists.MEASURES.fields())
            if (!row.of(field.column()).isBlank())
                facts = facts.row(field.heading(), Lists.MEASURES.words(field.column(), row));
        parts.add(new Part(null, facts));
        parts.add(findings.of("outcome-measures", id, measure.findings(), writes));
        parts.add(new Part("Values", values(measure)));
        if (measure.values().size() > 1) parts.add(trend(measure));
        if (writes)
            parts.add(new Part(
                    null, Parts.links(Link.to("/oversight/lists/measure-value/of/" + id + "/new", "Add a value"))));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(row.of("title"), "/oversight/committees/" + row.parent(), parts, null));
    }

    private static gg.jte.Content values(Measure measure) {
        if (measure.values().isEmpty()) return Parts.text("No value was entered yet.");
        return Table.of("Values")
                .captionHidden()
                .stacks()
                .head("Day", "Value", "Band", "To the next band", "Where it stands")
                .rows(
                        measure.values().reversed(),
                        each -> List.of(
                                Text.of(London.day(each.on())),
                                Text.of(measure.words(each.value())),
                                Text.of(measure.band(each.value())),
                                Text.of(measure.distance(each.value())),
                                Text.of(each.evidence())));
    }

    /** A line needs two points. */
    private static Part trend(Measure measure) {
        var first = measure.values().getFirst();
        var last = measure.values().getLast();
        var message = "From %s on %s to %s on %s: %s."
                .formatted(
                        measure.words(first.value()),
                        London.day(first.on()),
                        measure.words(last.value()),
                        London.day(last.on()),
                        measure.band(last.value()).toLowerCase(Locale.ROOT));
        var numbers = new ArrayList<@Nullable BigDecimal>();
        for (var value : measure.values()) numbers.add(value.value());
        var chart = new Chart(
                Chart.Kind.LINE,
                "Day",
                measure.values().stream().map(each -> SHORT.format(each.on())).toList(),
                List.of(new Chart.Series("Value", numbers)));
        return new Part("Trend", output -> {
            Parts.text(message).writeTo(output);
            output.writeContent(Svg.of(chart, message));
        });
    }
}
