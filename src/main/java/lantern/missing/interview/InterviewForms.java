package lantern.missing.interview;

import gg.jte.Content;
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
import lantern.missing.form.FormPage;
import lantern.missing.form.MomentInput;
import lantern.missing.form.Typed;
import lantern.missing.record.EpisodeQueries;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms of one interview. What is typed is kept as a draft until it is posted, through a dropped connection too. */
@Controller
@Transactional
@RequestMapping("/missing/interviews/{id}")
class InterviewForms {
    private static final Map<String, String> TRIAGE = choices(
            "priority-red", "Red, priority: offer a face-to-face interview at once",
            "first-time", "Red, first time missing: offer a face-to-face interview",
            "red", "Red: offer a face-to-face interview",
            "amber", "Amber: telephone interview, face to face if concerns arise",
            "green", "Green: letter and leaflet (a letter is not an interview)");
    private static final Map<String, String> METHODS =
            choices("face-to-face", "Face to face", "telephone", "By telephone", "video", "By video");
    private static final Map<String, String> OUTCOMES = choices(
            "declined", "The child declined",
            "could-not-be-done", "It could not be done",
            "covered-by-another", "Another interview covers it");
    private static final List<String> KINDS = List.of("offered", "attempt", "accepted", "appointment");
    /** Practice guidance v0.6, February 2016: "more than 2 episodes" is a red indicator. */
    private static final int MORE_THAN_TWO = 2;

    private final Interviews interviews;
    private final InterviewQueries queries;
    private final EpisodeQueries episodes;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    InterviewForms(
            Interviews interviews,
            InterviewQueries queries,
            EpisodeQueries episodes,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.interviews = interviews;
        this.queries = queries;
        this.episodes = episodes;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/triage")
    ModelAndView triageForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var counters = episodes.counters(queries.interview(id).child(), clock.instant());
        var proposed = new LinkedHashMap<String, String>();
        if (counters.ever() == 1) proposed.put("triage", "first-time");
        if (counters.in90Days() > MORE_THAN_TWO) {
            proposed.put("triage", "red");
            proposed.put("indicators", "more-than-two-episodes");
        }
        var form = forms.load(request).or(proposed);
        return page(
                id,
                "Triage the referral",
                "Episodes in 90 days: " + counters.in90Days() + "; ever: " + counters.ever()
                        + ". What these numbers suggest is chosen below: you decide.",
                form,
                List.of(
                        Radios.of("triage", "How is the interview offered?")
                                .items(TRIAGE)
                                .from(form),
                        Checkboxes.of("indicators", "Which red indicators are there? (optional)")
                                .items(InterviewPage.INDICATORS)
                                .from(form),
                        Textarea.of("note", "Note on the indicators (optional)").from(form)),
                "triage",
                "Save the triage");
    }

    @PostMapping("/triage")
    ModelAndView triage(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var rating = typed.choice("triage", TRIAGE.keySet(), "Choose how the interview is offered");
        var note = Objects.requireNonNullElse(typed.optional("note"), "");
        var indicators = new LinkedHashMap<String, String>();
        typed.all("indicators").stream()
                .filter(InterviewPage.INDICATORS::containsKey)
                .forEach(each -> indicators.put(each, note));
        typed.check();
        interviews.triage(id, rating, indicators);
        return Pages.done("/missing/interviews/" + id, "The referral is triaged.");
    }

    @GetMapping("/contacts/new")
    ModelAndView contactForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var form = form(request);
        var kinds = new LinkedHashMap<String, String>();
        KINDS.forEach(kind -> kinds.put(kind, Objects.requireNonNull(InterviewPage.CONTACTS.get(kind))));
        var questions = new ArrayList<Content>();
        questions.add(Radios.of("kind", "What happened?").items(kinds).from(form));
        questions.add(Radios.of("how", "How?").items(InterviewPage.HOW).from(form));
        questions.addAll(MomentInput.of("happened-at", "When?", "Time", form));
        questions.add(Textarea.of("words", "What was said or agreed (for an appointment: when and where)")
                .from(form));
        return page(id, "Record a contact", null, form, questions, "contacts", "Save the contact");
    }

    @PostMapping("/contacts")
    ModelAndView contact(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var kind = typed.choice("kind", KINDS, "Say what happened");
        var how = typed.choice("how", InterviewPage.HOW.keySet(), "Say how");
        var words = Objects.requireNonNullElse(typed.optional("words"), "");
        var at = typed.moment("happened-at", "it happened");
        typed.check();
        interviews.contact(id, new InterviewView.Contact(kind, how, words, at, null));
        return Pages.done("/missing/interviews/" + id, "The contact is recorded.");
    }

    @GetMapping("/record")
    ModelAndView recordForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var form = form(request);
        var questions = new ArrayList<Content>(MomentInput.of("happened-at", "When was the interview?", "Time", form));
        questions.add(Input.of("where", "Where was it held?").from(form));
        questions.add(Input.of("by", "Who held it?").from(form));
        questions.add(Radios.of("independent", "Is that person independent of the child's care?")
                .yesNo()
                .from(form));
        questions.add(Radios.of("method", "How was it held?").items(METHODS).from(form));
        questions.add(Input.of("present", "Who else was present? (optional)").from(form));
        questions.add(Textarea.of("before", "Before: what led up to it").rows(5).from(form));
        questions.add(Textarea.of("during", "During: where, with whom, what happened")
                .rows(5)
                .from(form));
        questions.add(Textarea.of("after", "After: coming back").rows(5).from(form));
        questions.add(
                Textarea.of("own-words", "In the child's own words").rows(5).from(form));
        questions.add(Textarea.of("recommendations", "What would help, and what is recommended")
                .rows(5)
                .from(form));
        return page(
                id,
                "Write the return interview",
                "What you type is kept as you go, also when the connection drops.",
                form,
                questions,
                "record",
                "Save the interview");
    }

    @PostMapping("/record")
    ModelAndView held(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("happened-at", "the interview was held");
        var where = typed.words("where", "Say where it was held");
        var by = typed.words("by", "Say who held it");
        var independent = typed.choice("independent", List.of("yes", "no"), "Say whether that person is independent");
        var method = typed.choice("method", METHODS.keySet(), "Say how it was held");
        var present = typed.optional("present");
        var narrative = new Narrative(
                text(typed, "before"),
                text(typed, "during"),
                text(typed, "after"),
                text(typed, "own-words"),
                text(typed, "recommendations"));
        typed.check();
        interviews.held(id, new Interviews.Held(at, where, by, independent.equals("yes"), method, present), narrative);
        return Pages.done("/missing/interviews/" + id, "The interview is recorded. Send the feedback form next.");
    }

    @GetMapping("/outcome")
    ModelAndView outcomeForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var form = form(request);
        var questions = new ArrayList<Content>();
        questions.add(Radios.of("outcome", "What became of the interview?")
                .items(OUTCOMES)
                .from(form));
        questions.add(
                Textarea.of("reason", "Why? The social worker reads this.").from(form));
        questions.addAll(MomentInput.of("happened-at", "When was that clear?", "Time", form));
        return page(id, "Record that it was not held", null, form, questions, "outcome", "Save the outcome");
    }

    @PostMapping("/outcome")
    ModelAndView outcome(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var outcome = typed.choice("outcome", OUTCOMES.keySet(), "Say what became of the interview");
        var reason = typed.words("reason", "Give the reason");
        var at = typed.moment("happened-at", "that was clear");
        typed.check();
        interviews.notHeld(id, outcome, reason, at);
        return Pages.done("/missing/interviews/" + id, "The outcome is recorded.");
    }

    @GetMapping("/feedback/new")
    ModelAndView feedbackForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var form = form(request);
        var questions = new ArrayList<Content>(MomentInput.of("happened-at", "When was the form sent?", "Time", form));
        questions.add(Textarea.of("words", "To whom was it sent?").from(form));
        return page(id, "Record that the feedback form was sent", null, form, questions, "feedback", "Save");
    }

    @PostMapping("/feedback")
    ModelAndView feedback(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("happened-at", "the form was sent");
        var words = typed.words("words", "Say to whom it was sent");
        typed.check();
        interviews.feedbackSent(id, "email", words, at);
        return Pages.done("/missing/interviews/" + id, "The feedback form is recorded as sent.");
    }

    @PostMapping("/filing")
    ModelAndView filing(@PathVariable UUID id) {
        access.require(Permission.WRITE_EPISODE);
        interviews.feedbackFiled(id, "Filed on the child's record", clock.instant());
        return Pages.done("/missing/interviews/" + id, "The feedback form is recorded as filed.");
    }

    private static String text(Typed typed, String name) {
        return Objects.requireNonNullElse(typed.optional(name), "");
    }

    private Form form(HttpServletRequest request) {
        return forms.load(request).or(MomentInput.known("happened-at", clock.instant()));
    }

    private ModelAndView page(
            UUID id,
            String title,
            @Nullable String before,
            Form form,
            List<? extends Content> questions,
            String noun,
            String submit) {
        var about = queries.interview(id);
        ledger.look(about.child(), "identity", "episode");
        var path = "/missing/interviews/" + id;
        return Pages.page(
                "missing/form/form",
                new FormPage(
                        title,
                        about.childName() + ", return interview",
                        path,
                        form,
                        before,
                        List.copyOf(questions),
                        path + "/" + noun,
                        submit));
    }

    private static Map<String, String> choices(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
