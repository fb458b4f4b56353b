package lantern.oversight.pages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.calendar.London;
import lantern.oversight.checks.RecordRules;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Progress;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.papers.ProgressReport;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Cell;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class InquiryController {
    private final Access access;
    private final Inquiries inquiries;
    private final Clock clock;

    InquiryController(Access access, Inquiries inquiries, Clock clock) {
        this.access = access;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    @GetMapping("/oversight")
    ModelAndView all() {
        access.require(Permission.READ_OVERSIGHT);
        var table = Table.of("Inquiries")
                .captionHidden()
                .stacks()
                .head("Inquiry", "Approved", "In all", "Concluded", "Outstanding")
                .rows(
                        inquiries.all(),
                        each -> List.of(
                                Link.to("/oversight/inquiries/" + each.id(), each.title()),
                                Text.of(London.day(each.approvedOn())),
                                Cell.number(each.recommendations()),
                                Cell.number(each.concluded()),
                                Cell.number(each.recommendations() - each.concluded())));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(
                        "Oversight",
                        null,
                        List.of(
                                new Part("Inquiries", table),
                                new Part(
                                        null,
                                        Parts.links(
                                                Link.to("/oversight/committees", "Committees and their meetings"),
                                                Link.to("/oversight/roles", "Roles that answer"),
                                                Link.to(
                                                        "/oversight/requests",
                                                        "What is due, and requests for evidence"),
                                                Link.to(
                                                        "/oversight/paper-check",
                                                        "Check a paper before it is published"),
                                                Link.to("/open", "What the public reads")))),
                        null));
    }

    @GetMapping("/oversight/inquiries/{id}")
    ModelAndView one(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_OVERSIGHT);
        var inquiry = inquiries.whole(id);
        var progress = new Progress(inquiry, London.date(clock.instant()));
        var parts = new ArrayList<Part>();
        parts.add(new Part(null, facts(inquiry, progress)));
        parts.add(PaperFiles.part("/oversight/inquiries/" + id + "/progress-report", "Progress report"));
        if (actor.may(Permission.WRITE_OVERSIGHT)) parts.add(new Part(null, moves(id)));
        parts.add(new Part("Changed since last time", changes(progress)));
        parts.add(new Part("Recommendations", recommendations(inquiry, progress)));
        parts.add(Parts.findings(
                "What the checks raise",
                RecordRules.check(inquiry).stream()
                        .map(RecordRules.Raised::finding)
                        .toList()));
        return Pages.page("oversight/pages/read", new ReadPage(inquiry.title(), "/oversight", parts, null));
    }

    private static gg.jte.Content moves(UUID id) {
        var at = "/oversight/inquiries/" + id;
        return Parts.links(
                Link.to(at + "/recommendations/new", "Add a recommendation"),
                Link.to(at + "/themes/new", "Add a theme"),
                Link.to(at + "/readings", "Read recommendations from a file"),
                Link.to(at + "/updates/new", "An update was received"),
                Link.to(at + "/publication", "Publish it"));
    }

    private static SummaryList facts(Inquiry inquiry, Progress progress) {
        var tracked = inquiry.lastTrackedBefore(progress.day().plusDays(1));
        var counts = progress.counts().entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " in " + each.getKey().full())
                .toList();
        return SummaryList.of()
                .row("Committee", inquiry.committeeName(progress.day()))
                .row("Approved at full council", London.day(inquiry.approvedOn()))
                .row("Led by", inquiry.leadMember())
                .row("Lead officer", inquiry.leadOfficer())
                .row(
                        "Last tracked",
                        tracked == null
                                ? "Never"
                                : London.day(tracked.on()) + (tracked.assessed() ? "" : " (update received)"))
                .row("Recommendations", String.valueOf(inquiry.recommendations().size()))
                .row("By category", counts.isEmpty() ? "None assessed yet" : String.join("; ", counts))
                .row(
                        "Concluded",
                        progress.concluded().size() + ", of which "
                                + progress.concludedWithDate().size() + " with a date")
                .row(
                        "Outstanding",
                        progress.outstanding().isEmpty()
                                ? "None"
                                : String.join(
                                        ", ",
                                        progress.outstanding().stream()
                                                .map(Recommendation::number)
                                                .toList()));
    }

    private static gg.jte.Content changes(Progress progress) {
        if (progress.changes().isEmpty()) return Parts.text("Nothing changed between the last two meetings.");
        return Table.of("Changed since last time")
                .captionHidden()
                .stacks()
                .head("No.", "Category")
                .rows(
                        progress.changes(),
                        each -> List.of(Text.of(each.recommendation().number()), Text.of(each.words())));
    }

    private static Table recommendations(Inquiry inquiry, Progress progress) {
        var paths = progress.history();
        return Table.of("Recommendations")
                .captionHidden()
                .stacks()
                .head("No.", "What it asks", "Who answers", "Target", "Category", "Concluded")
                .rows(inquiry.recommendations(), each -> {
                    var category = progress.category(each);
                    var path = paths.stream()
                            .filter(it -> it.recommendation().equals(each))
                            .map(Progress.History::path)
                            .findFirst()
                            .orElse("");
                    return List.of(
                            Link.to("/oversight/recommendations/" + each.id(), each.number()),
                            Text.of(each.words()),
                            Text.of(each.responsibleNames()),
                            Text.of(each.targetWords()),
                            Text.of(
                                    category == null
                                            ? "Not assessed"
                                            : category.full() + (path.contains("to") ? " (" + path + ")" : "")),
                            Text.of(concluded(each)));
                });
    }

    private static String concluded(Recommendation each) {
        var conclusion = each.concluded();
        return conclusion == null ? "No" : conclusion.on() == null ? "Yes, no date" : London.day(conclusion.on());
    }

    @GetMapping("/oversight/inquiries/{id}/progress-report")
    ModelAndView report(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.page(
                ProgressReport.of(inquiries.whole(id), London.date(clock.instant())),
                "/oversight/inquiries/" + id,
                "/oversight/inquiries/" + id + "/progress-report",
                "Progress report");
    }

    @GetMapping("/oversight/inquiries/{id}/progress-report/{extension}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String extension) {
        access.require(Permission.READ_OVERSIGHT);
        var paper = ProgressReport.of(inquiries.whole(id), London.date(clock.instant()));
        return PaperFiles.file(paper, extension, "progress-report");
    }

    /** The navigation's entry. */
    @Component
    static class Entry implements WorkList {
        @Override
        public String title() {
            return "Oversight";
        }

        @Override
        public String purpose() {
            return "What inquiries recommended, and how far each recommendation is.";
        }

        @Override
        public String path() {
            return "/oversight";
        }

        @Override
        public Permission permission() {
            return Permission.READ_OVERSIGHT;
        }

        @Override
        public int order() {
            return 80;
        }

        @Override
        public OptionalLong waiting(Actor actor) {
            return OptionalLong.empty();
        }
    }
}
