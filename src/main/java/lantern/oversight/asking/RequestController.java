package lantern.oversight.asking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.PaperFiles;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.platform.Refused;
import lantern.platform.documents.Shown;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is due from whom, requests for evidence, and what came back. */
@Controller
@Transactional
class RequestController {
    private final Access access;
    private final Inquiries inquiries;
    private final Requests requests;
    private final Forms forms;
    private final Clock clock;

    RequestController(Access access, Inquiries inquiries, Requests requests, Forms forms, Clock clock) {
        this.access = access;
        this.inquiries = inquiries;
        this.requests = requests;
        this.forms = forms;
        this.clock = clock;
    }

    private LocalDate today() {
        return London.date(clock.instant());
    }

    private List<Due> due() {
        return Due.of(
                inquiries.all().stream().map(each -> inquiries.whole(each.id())).toList(), today());
    }

    @GetMapping("/oversight/requests")
    ModelAndView all() {
        var writes = access.require(Permission.READ_OVERSIGHT).may(Permission.WRITE_OVERSIGHT);
        var parts = new ArrayList<Part>();
        var due = due();
        parts.add(
                due.isEmpty()
                        ? Parts.words("Due within eight weeks", "Nothing is late or due.")
                        : new Part("Late, or due within eight weeks", dueTable(due)));
        if (!due.isEmpty()) parts.add(PaperFiles.part("/oversight/reminders", "Reminders to the roles that answer"));
        var waiting = requests.waiting();
        parts.add(
                waiting.isEmpty()
                        ? Parts.words("Evidence that came by a link", "Nothing waits.")
                        : new Part(
                                "Evidence that came by a link",
                                Table.of("Evidence that came by a link")
                                        .captionHidden()
                                        .stacks()
                                        .head("Which", "From", "Received", "What it says")
                                        .rows(
                                                waiting,
                                                each -> List.of(
                                                        writes
                                                                ? Link.to(
                                                                                "/oversight/replies/" + each.id(),
                                                                                each.number())
                                                                        .hidden("evidence from " + each.author())
                                                                : Text.of(each.number()),
                                                        Text.of(each.author()),
                                                        Text.of(London.dateTime(each.at())),
                                                        Shown.lines(each.words())))));
        var open = requests.open();
        if (!open.isEmpty())
            parts.add(new Part(
                    "Asked for by a link",
                    Table.of("Asked for by a link")
                            .captionHidden()
                            .stacks()
                            .head("Which", "Asked of", "Wanted by", "Replies", "Link")
                            .rows(
                                    open,
                                    each -> List.of(
                                            Link.to(
                                                    "/oversight/recommendations/" + each.recommendation(),
                                                    each.number() + " of " + each.inquiry()),
                                            Text.of(each.askedOf()),
                                            Text.of(London.day(each.wantedBy())),
                                            Text.of(String.valueOf(each.replies())),
                                            writes
                                                    ? Link.to(
                                                                    "/oversight/requests/" + each.id() + "/end",
                                                                    "Close the link")
                                                            .hidden("for " + each.number())
                                                    : Text.of("Open")))));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage("What is due, and requests for evidence", "/oversight", parts, null));
    }

    private Table dueTable(List<Due> due) {
        return Table.of("Due")
                .captionHidden()
                .stacks()
                .head("When", "Which", "Who answers", "Why")
                .rows(
                        due,
                        each -> List.of(
                                each.by().isBefore(today())
                                        ? Tag.of(each.words(today())).red()
                                        : Tag.of(each.words(today())).yellow(),
                                Link.to(
                                        "/oversight/recommendations/"
                                                + each.recommendation().id(),
                                        each.recommendation().number() + " of "
                                                + each.inquiry().title()),
                                Text.of(each.recommendation().responsibleNames()),
                                Text.of(each.why() + ", " + London.day(each.by()))));
    }

    @GetMapping("/oversight/recommendations/{id}/requests/new")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var it = Inquiries.find(inquiries.of(id), id);
        var form = forms.load(request).or(Map.of("askedOf", it.responsibleNames()));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Ask for evidence by a link",
                        "Recommendation " + it.number(),
                        "/oversight/recommendations/" + id,
                        form,
                        "Whoever has the link can send evidence without an account. You decide what becomes of it.",
                        List.of(
                                Input.of("askedOf", "Who is asked?")
                                        .hint("A role")
                                        .from(form),
                                Textarea.of("question", "What do you want to know? (optional)")
                                        .rows(3)
                                        .from(form),
                                DateInput.of("by", "By when?")
                                        .hint("For example, 27 3 2027")
                                        .from(form)),
                        "/oversight/recommendations/" + id + "/requests",
                        "Make the link"));
    }

    /** The link is shown once, so this post is answered with a page. */
    @PostMapping("/oversight/recommendations/{id}/requests")
    ModelAndView asked(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        access.require(Permission.WRITE_OVERSIGHT);
        var it = Inquiries.find(inquiries.of(id), id);
        var errors = new FormErrors();
        var askedOf = Parts.text(typed, "askedOf");
        var question = Parts.text(typed, "question");
        var by = Parts.day(typed, "by", errors);
        errors.addIf(askedOf.length() < 2 || askedOf.length() > 200, "askedOf", "Enter who is asked")
                .addIf(question.length() > 4_000, "question", "Use at most 4,000 characters")
                .addIf(by.isBefore(today()) && !by.equals(LocalDate.EPOCH), "by-day", "Choose a day from today on")
                .throwIfAny();
        var token = requests.ask(id, askedOf, question, by);
        var url = request.getRequestURL().toString();
        var link = url.substring(0, url.length() - request.getRequestURI().length()) + "/evidence-requests/" + token;
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(
                        "The link is made",
                        "/oversight/recommendations/" + id,
                        List.of(
                                Parts.words(
                                        null, "Copy it now and send it to: " + askedOf + ". It is not shown again."),
                                new Part(
                                        null,
                                        SummaryList.of()
                                                .row("Link", link)
                                                .row("Recommendation", it.number() + ": " + it.words())
                                                .row("Wanted by", London.day(by)))),
                        null));
    }

    @GetMapping("/oversight/requests/{id}/end")
    ModelAndView askEnd(@PathVariable UUID id) {
        access.require(Permission.WRITE_OVERSIGHT);
        var it = requests.open().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Close the link",
                        "Evidence for " + it.number(),
                        "/oversight/requests",
                        Form.EMPTY,
                        "Nobody can open it or send anything by it any more. What came by it stays.",
                        List.of(),
                        "/oversight/requests/" + id + "/end",
                        "Close it"));
    }

    @PostMapping("/oversight/requests/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        access.require(Permission.WRITE_OVERSIGHT);
        requests.withdraw(id);
        return Pages.done("/oversight/requests", "The link was closed");
    }

    @GetMapping("/oversight/replies/{id}")
    ModelAndView reply(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var it = requests.reply(id);
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Evidence that came by a link",
                        "Recommendation " + it.number(),
                        "/oversight/requests",
                        form,
                        null,
                        List.of(
                                SummaryList.of()
                                        .row("From", it.author())
                                        .row(
                                                "Organisation",
                                                it.organisation().isBlank() ? "The council" : it.organisation())
                                        .row("Dated", London.day(it.on()))
                                        .row("Received", London.dateTime(it.at()))
                                        .row("What it says", Shown.lines(it.words())),
                                Radios.of("decision", "What becomes of it?")
                                        .item("take", "It is evidence for the recommendation")
                                        .item("aside", "It is set aside")
                                        .from(form),
                                Input.of("because", "Why is it set aside?").from(form)),
                        "/oversight/replies/" + id,
                        "Decide"));
    }

    @PostMapping("/oversight/replies/{id}")
    ModelAndView decide(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var decision = Parts.text(typed, "decision");
        var because = Parts.text(typed, "because");
        new FormErrors()
                .addIf(!decision.matches("take|aside"), "decision", "Choose what becomes of it")
                .addIf(decision.equals("aside") && because.length() < 3, "because", "Say why it is set aside")
                .throwIfAny();
        if (decision.equals("take")) requests.take(id);
        else requests.setAside(id, because);
        return Pages.done("/oversight/requests", decision.equals("take") ? "It is evidence now" : "It was set aside");
    }
}
