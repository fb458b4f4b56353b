package lantern.missing.contact;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewPage;
import lantern.missing.interview.InterviewQueries;
import lantern.missing.interview.InterviewView;
import lantern.missing.interview.Interviews;
import lantern.missing.referral.OfferRule;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Choice;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormPage;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.MomentInput;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/missing/interviews/{id}")
class ContactController {
    private static final List<String> KINDS =
            List.of("attempt", "offered", "letter", "accepted", "appointment", "appointment-cancelled");

    private final Interviews interviews;
    private final InterviewQueries queries;
    private final OfferRule rule;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    ContactController(
            Interviews interviews,
            InterviewQueries queries,
            OfferRule rule,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.interviews = interviews;
        this.queries = queries;
        this.rule = rule;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/contacts/new")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var form = form(request);
        var kinds = Radios.of("kind", "What happened?");
        for (var kind : KINDS) {
            var choice = Choice.of(kind, Objects.requireNonNull(InterviewPage.CONTACTS.get(kind)));
            kinds = kinds.item(
                    switch (kind) {
                        case "attempt" ->
                            choice.asks(Select.of("result", "What came of it?")
                                    .choose("Choose")
                                    .items(Reasons.RESULTS)
                                    .from(form));
                        case "letter" -> choice.hint(rule.inWords());
                        case "appointment" -> choice.asks(new Together(appointment(form)));
                        default -> choice;
                    });
        }
        var questions = new ArrayList<Content>();
        questions.add(kinds.from(form));
        questions.add(Radios.of("how", "How?").items(InterviewPage.HOW).from(form));
        questions.addAll(MomentInput.of("happened-at", "When did that happen?", "Time", form));
        questions.add(Textarea.of("words", "What was said or agreed (optional)")
                .hint("For a cancelled appointment: why, and what the child was told.")
                .from(form));
        return page(id, "Record a contact", form, questions, "contacts", "Save the contact");
    }

    private static List<Content> appointment(Form form) {
        var all = new ArrayList<Content>(MomentInput.of("meets", "When will they meet?", "Time of the meeting", form));
        all.add(Input.of("place", "Where? (optional)").from(form));
        return all;
    }

    /** Several questions behind one choice. */
    private record Together(List<Content> questions) implements Content {
        @Override
        public void writeTo(TemplateOutput output) {
            for (var question : questions) question.writeTo(output);
        }
    }

    @PostMapping("/contacts")
    ModelAndView record(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var kind = typed.choice("kind", KINDS, "Say what happened");
        var how = typed.choice("how", InterviewPage.HOW.keySet(), "Say how");
        var words = Objects.requireNonNullElse(typed.optional("words"), "");
        var at = typed.moment("happened-at", "it happened");
        var result = kind.equals("attempt") ? typed.optional("result") : null;
        if (result != null && !Reasons.RESULTS.containsKey(result)) typed.wrong("result", "Choose what came of it");
        var appointment = kind.equals("appointment");
        var meets = appointment ? typed.planned("meets", "of the appointment") : null;
        var place = appointment ? typed.optional("place") : null;
        if (place != null && place.length() > 200) typed.wrong("place", "Use at most 200 characters");
        if (kind.equals("appointment-cancelled") && words.isBlank())
            typed.wrong("words", "Say why it was cancelled and what the child was told");
        typed.check();
        interviews.contact(id, new InterviewView.Contact(kind, how, words, at, null, result, meets, place));
        return Pages.done("/missing/interviews/" + id, "The contact is recorded.");
    }

    @GetMapping("/outcome")
    ModelAndView askWhy(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var form = form(request);
        var outcomes = Radios.of("outcome", "What became of the interview?");
        for (var each : Reasons.OUTCOMES.entrySet())
            outcomes = outcomes.item(
                    each.getKey().equals("not-offered")
                            ? Choice.of(each.getKey(), each.getValue())
                                    .hint("Every child who was missing is offered one: the 72 hours go on running")
                            : Choice.of(each.getKey(), each.getValue()));
        var questions = new ArrayList<Content>();
        questions.add(outcomes.from(form));
        questions.add(Select.of("code", "Main reason")
                .choose("Choose")
                .items(Reasons.WHY)
                .from(form));
        questions.add(
                Textarea.of("reason", "Why? The social worker reads this.").from(form));
        questions.addAll(MomentInput.of("happened-at", "When was that clear?", "Time", form));
        return page(id, "Record that it was not held", form, questions, "outcome", "Save the outcome");
    }

    @PostMapping("/outcome")
    ModelAndView notHeld(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var outcome = typed.choice("outcome", Reasons.OUTCOMES.keySet(), "Say what became of the interview");
        var reason = typed.words("reason", "Give the reason");
        var code = typed.optional("code");
        if (code == null && !outcome.equals("covered-by-another") || code != null && !Reasons.WHY.containsKey(code))
            typed.wrong("code", "Choose the main reason");
        var at = typed.moment("happened-at", "that was clear");
        typed.check();
        interviews.notHeld(id, outcome, code, reason, at);
        return Pages.done("/missing/interviews/" + id, "The outcome is recorded, and the social worker is told.");
    }

    private Form form(HttpServletRequest request) {
        return forms.load(request).or(known());
    }

    private Map<String, String> known() {
        return new LinkedHashMap<>(MomentInput.known("happened-at", clock.instant()));
    }

    private ModelAndView page(
            UUID id, String title, Form form, List<? extends Content> questions, String noun, String submit) {
        var about = queries.interview(id);
        ledger.look(about.child(), "identity", "episode");
        var path = "/missing/interviews/" + id;
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        title,
                        about.childName() + ", return interview",
                        path,
                        form,
                        null,
                        List.copyOf(questions),
                        path + "/" + noun,
                        submit));
    }
}
