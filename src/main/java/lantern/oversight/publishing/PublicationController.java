package lantern.oversight.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.acknowledging.Acknowledgements;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.open.OpenInquiry;
import lantern.oversight.open.OpenPlan;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.papers.Plans;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.forms.Form;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An inquiry or an action plan is published and taken back. */
@Controller
@Transactional
class PublicationController {
    private final Access access;
    private final Inquiries inquiries;
    private final Plans plans;
    private final Subjects subjects;
    private final Acknowledgements acknowledgements;
    private final Publications publications;
    private final Clock clock;

    PublicationController(
            Access access,
            Inquiries inquiries,
            Plans plans,
            Subjects subjects,
            Acknowledgements acknowledgements,
            Publications publications,
            Clock clock) {
        this.access = access;
        this.inquiries = inquiries;
        this.plans = plans;
        this.subjects = subjects;
        this.acknowledgements = acknowledgements;
        this.publications = publications;
        this.clock = clock;
    }

    private LocalDate today() {
        return London.date(clock.instant());
    }

    private List<Subjects.Subject> open(List<Subjects.Subject> all) {
        return all.stream()
                .filter(each ->
                        !acknowledgements.open(each.id(), each.findings()).isEmpty())
                .toList();
    }

    @GetMapping("/oversight/inquiries/{id}/publication")
    ModelAndView askInquiry(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        var title = inquiries.whole(id).title();
        return ask("inquiries", id, title, open(subjects.ofInquiry(id)));
    }

    @GetMapping("/oversight/action-plans/{id}/publication")
    ModelAndView askPlan(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        var plan = plans.one(id, today()).plan();
        return ask("action-plans", id, plan.of("title"), open(subjects.ofCommittee(plan.parent())));
    }

    private ModelAndView ask(String kind, UUID id, String title, List<Subjects.Subject> open) {
        var at = "/oversight/" + kind + "/" + id;
        var last = publications.last(id);
        var state = last.isEmpty()
                ? "Not published"
                : last.get().withdrawnAt() != null
                        ? "Withdrawn on " + London.day(London.date(last.get().withdrawnAt()))
                        : "Published on " + London.day(London.date(last.get().at()));
        var questions = new ArrayList<gg.jte.Content>();
        questions.add(
                SummaryList.of()
                        .row("Now", state)
                        .row(
                                "What the public reads",
                                "What is so today: words, roles, organisations, targets, categories, evidence. It stays as it is until you publish again."));
        if (!open.isEmpty()) {
            questions.add(
                    Parts.text("It cannot be published while these have a finding that nobody has acknowledged:"));
            questions.add(Parts.links(open.stream()
                    .map(each -> Link.to(each.path(), each.title()))
                    .toArray(Link[]::new)));
        }
        if (last.isPresent() && last.get().withdrawnAt() == null)
            questions.add(Parts.links(
                    Link.to("/open/" + kind + "/" + id, "See it as the public does"),
                    Link.to(at + "/withdrawal", "Take it back")));
        if (!open.isEmpty())
            return Pages.page(
                    "oversight/pages/read",
                    new ReadPage(
                            "Publish: " + title,
                            at,
                            questions.stream()
                                    .map(each -> new ReadPage.Part(null, each))
                                    .toList(),
                            null));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Publish",
                        title,
                        at,
                        Form.EMPTY,
                        null,
                        questions,
                        at + "/publication",
                        "Publish what is so today"));
    }

    @PostMapping("/oversight/inquiries/{id}/publication")
    ModelAndView inquiry(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        var inquiry = inquiries.whole(id);
        publications.publish(
                "inquiry", id, inquiry.title(), OpenInquiry.of(inquiry, today()), open(subjects.ofInquiry(id)));
        return Pages.done("/oversight/inquiries/" + id, "The inquiry was published");
    }

    @PostMapping("/oversight/action-plans/{id}/publication")
    ModelAndView plan(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        var paper = plans.one(id, today());
        publications.publish(
                "action-plan",
                id,
                paper.plan().of("title"),
                OpenPlan.of(paper),
                open(subjects.ofCommittee(paper.plan().parent())));
        return Pages.done("/oversight/action-plans/" + id, "The action plan was published");
    }

    @GetMapping("/oversight/inquiries/{id}/withdrawal")
    ModelAndView askInquiryBack(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        return askBack("inquiries", id, inquiries.whole(id).title());
    }

    @GetMapping("/oversight/action-plans/{id}/withdrawal")
    ModelAndView askPlanBack(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        return askBack("action-plans", id, plans.one(id, today()).plan().of("title"));
    }

    private static ModelAndView askBack(String kind, UUID id, String title) {
        var at = "/oversight/" + kind + "/" + id;
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Take it back from the public",
                        title,
                        at + "/publication",
                        Form.EMPTY,
                        "The page is gone within a minute. Copies that others kept are not.",
                        List.of(),
                        at + "/withdrawal",
                        "Take it back"));
    }

    @PostMapping("/oversight/inquiries/{id}/withdrawal")
    ModelAndView inquiryBack(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        inquiries.whole(id);
        publications.withdraw("inquiry", id);
        return Pages.done("/oversight/inquiries/" + id, "The inquiry is no longer published");
    }

    @PostMapping("/oversight/action-plans/{id}/withdrawal")
    ModelAndView planBack(@PathVariable UUID id) {
        access.require(Permission.PUBLISH_OVERSIGHT);
        plans.one(id, today());
        publications.withdraw("action-plan", id);
        return Pages.done("/oversight/action-plans/" + id, "The action plan is no longer published");
    }
}
