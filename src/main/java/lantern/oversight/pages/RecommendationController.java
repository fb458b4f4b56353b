package lantern.oversight.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.acknowledging.Findings;
import lantern.oversight.attached.EvidenceFiles;
import lantern.oversight.attached.EvidenceFiles.Named;
import lantern.oversight.checks.RecordRules;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.inquiry.Scale;
import lantern.oversight.pages.ReadPage.Part;
import lantern.platform.documents.Shown;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class RecommendationController {
    private final Access access;
    private final Inquiries inquiries;
    private final Findings findings;
    private final EvidenceFiles files;

    RecommendationController(Access access, Inquiries inquiries, Findings findings, EvidenceFiles files) {
        this.access = access;
        this.inquiries = inquiries;
        this.findings = findings;
        this.files = files;
    }

    @GetMapping("/oversight/recommendations/{id}")
    ModelAndView one(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_OVERSIGHT);
        var inquiry = inquiries.of(id);
        var it = Inquiries.find(inquiry, id);
        var parts = new ArrayList<Part>();
        parts.add(new Part(null, facts(it)));
        if (actor.may(Permission.WRITE_OVERSIGHT)) parts.add(new Part(null, moves(it)));
        if (!it.parts().isEmpty())
            parts.add(new Part(
                    "Parts",
                    Table.of("Parts")
                            .captionHidden()
                            .stacks()
                            .head("Part", "What it asks", "Status", "Why")
                            .rows(
                                    it.parts(),
                                    each -> List.of(
                                            Text.of(each.label() + ")"),
                                            Text.of(each.words()),
                                            status(it, each, actor.may(Permission.WRITE_OVERSIGHT)),
                                            Text.of(each.why())))));
        parts.add(new Part("Categories", assessments(it)));
        parts.add(new Part("Evidence", evidence(it, files.of(id), actor.may(Permission.WRITE_OVERSIGHT))));
        parts.add(findings.of("recommendations", id, RecordRules.check(it), actor.may(Permission.WRITE_OVERSIGHT)));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage("Recommendation " + it.number(), "/oversight/inquiries/" + inquiry.id(), parts, null));
    }

    private static SummaryList facts(Recommendation it) {
        var last = it.finalTarget();
        var tracked = it.lastTracked();
        var conclusion = it.concluded();
        var facts = SummaryList.of()
                .row("Recommendation", it.words())
                .row("Theme", it.theme() == null ? "None" : it.theme().full())
                .row("Who answers", it.responsibleNames())
                .row("Target", Shown.lines(it.targetWords()))
                .row("Done by", last == null ? "The target does not say" : London.day(last))
                .row(
                        "Planned for",
                        it.planned().isEmpty()
                                ? "No meeting"
                                : String.join(
                                        ", ",
                                        it.planned().stream()
                                                .sorted()
                                                .map(each -> London.day(each.on()))
                                                .toList()))
                .row("Last tracked", tracked == null ? "Never" : London.day(tracked))
                .row(
                        "Concluded",
                        conclusion == null
                                ? "No"
                                : (conclusion.on() == null ? "Yes, no date recorded" : London.day(conclusion.on()))
                                        + (conclusion.qualifier().isBlank() ? "" : ". " + conclusion.qualifier()));
        for (var past : it.conclusions())
            if (past.reopenedOn() != null)
                facts = facts.row("Reopened", London.day(past.reopenedOn()) + ": " + past.reopenedBecause());
        for (var paper : it.printed().entrySet()) facts = facts.row("Number in " + paper.getKey(), paper.getValue());
        return facts;
    }

    private static gg.jte.Content moves(Recommendation it) {
        var at = "/oversight/recommendations/" + it.id();
        var last = it.concluded() == null
                ? Link.to(at + "/conclusion/new", "Conclude it")
                : Link.to(at + "/reopening/new", "Reopen it");
        return Parts.links(
                Link.to(at + "/evidence/new", "Add evidence"),
                Link.to(at + "/assessments/new", "Record a category"),
                last,
                Link.to(at + "/plan/new", "Plan when it is tracked"),
                Link.to(at + "/responsibilities/new", "Another role answers for it"),
                Link.to(at + "/requests/new", "Ask for evidence by a link"),
                Link.to(at + "/printed-numbers/new", "Another paper gives it another number"));
    }

    private static gg.jte.Content status(Recommendation it, Recommendation.SubPart part, boolean writes) {
        if (!writes) return Text.of(part.status().words());
        return Link.to(
                        "/oversight/recommendations/" + it.id() + "/parts/" + part.label() + "/status/new",
                        part.status().words())
                .hidden(": change the status of part " + part.label());
    }

    private static gg.jte.Content assessments(Recommendation it) {
        if (it.assessments().isEmpty()) return Parts.text("No category was recorded yet.");
        return Table.of("Categories")
                .captionHidden()
                .stacks()
                .head("Meeting", "By", "Category", "Reason", "Anticipated or obstacle")
                .rows(
                        it.assessments().reversed(),
                        each -> List.of(
                                Text.of(London.day(each.meeting().on())),
                                Text.of(each.standing().words()),
                                Text.of(
                                        each.category() == null
                                                ? each.raw() + " (not on the scale)"
                                                : each.category().full()),
                                Shown.lines(reason(each)),
                                Text.of(each.anticipated()
                                        + (each.obstacle().isBlank() ? "" : " " + each.obstacle()))));
    }

    /** With the committee's five questions, where they were answered. */
    private static String reason(Recommendation.Assessment it) {
        var lines = new ArrayList<String>();
        if (!it.reason().isBlank()) lines.add(it.reason());
        var asked = Scale.shipped().questions();
        for (int i = 0; i < Math.min(asked.size(), it.answers().size()); i++)
            if (!it.answers().get(i).isBlank())
                lines.add(asked.get(i) + " " + it.answers().get(i));
        return String.join("\n", lines);
    }

    private static gg.jte.Content evidence(Recommendation it, Map<UUID, List<Named>> files, boolean writes) {
        if (it.evidence().isEmpty()) return Parts.text("No evidence was recorded yet.");
        return Table.of("Evidence")
                .captionHidden()
                .stacks()
                .head("Dated", "From", "Evidence", "Files", "State")
                .rows(
                        it.evidence().reversed(),
                        each -> List.of(
                                Text.of(London.day(each.on())),
                                Text.of(each.author()
                                        + (each.organisation().isBlank() ? "" : ", " + each.organisation())),
                                Shown.lines(each.words()),
                                files(each, files.getOrDefault(each.id(), List.of()), writes),
                                state(each, writes)));
    }

    private static gg.jte.Content files(Recommendation.Evidence evidence, List<Named> files, boolean writes) {
        var links = new ArrayList<Link>();
        for (var each : files)
            links.add(Link.to("/oversight/evidence-files/" + each.id(), each.words())
                    .attribute("download", each.name()));
        if (writes && evidence.supersededBy() == null)
            links.add(Link.to("/oversight/evidence/" + evidence.id() + "/files/new", "Add a file")
                    .hidden("to the evidence of " + London.day(evidence.on())));
        return links.isEmpty() ? Text.of("None") : Parts.links(links.toArray(Link[]::new));
    }

    private static gg.jte.Content state(Recommendation.Evidence each, boolean writes) {
        if (each.supersededBy() != null)
            return Link.to("/oversight/evidence/" + each.supersededBy() + "/comparison", "Corrected: compare")
                    .hidden("evidence of " + London.day(each.on()));
        if (writes)
            return Link.to("/oversight/evidence/" + each.id() + "/correction/new", "Correct")
                    .hidden("evidence of " + London.day(each.on()));
        return Text.of(each.contrary() ? "Says otherwise" : "As it stands");
    }
}
