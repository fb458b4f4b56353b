package lantern.missing.log;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.missing.episode.Told;
import lantern.missing.form.EpisodeForms;
import lantern.missing.log.Entry.Kind;
import lantern.platform.web.Pages;
import lantern.platform.web.Words;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.MomentInput;
import lantern.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/missing/episodes/{id}")
class LogController {
    private static final List<Kind> STEPS =
            List.of(Kind.STEP, Kind.DUTY_PLAN, Kind.VISIT, Kind.CONCERN, Kind.SUPPORT, Kind.HOST_PROCEDURE);

    private final EpisodeLog log;
    private final EpisodeForms pages;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    LogController(EpisodeLog log, EpisodeForms pages, Forms forms, Access access, Clock clock) {
        this.log = log;
        this.pages = pages;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/steps/new")
    ModelAndView stepForm(
            @PathVariable UUID id, @RequestParam(defaultValue = "step") String kind, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = form(request);
        var kinds = Radios.of("kind", "What is it?")
                .items(kinds())
                .value(kind)
                .from(form.value("kind") == null ? with(form, "kind", kind) : form);
        return ask(id, "Record a step", List.of(kinds), "What was done, by whom and with what result?", form, "steps");
    }

    @PostMapping("/steps")
    ModelAndView step(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var kind = typed.choice("kind", kinds().keySet(), "Say what it is");
        return record(id, typed, kind, null, "The step is recorded.");
    }

    @GetMapping("/informed/new")
    ModelAndView informedForm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String of,
            HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = form(request);
        var about = with(form, "of", of.equals("return") ? "return" : "absence");
        var told = with(about, "who", who);
        return ask(
                id,
                "Record who was told",
                List.of(
                        Radios.of("of", "What were they told?")
                                .item("absence", "That the child is missing")
                                .item("return", "That the child is back")
                                .from(about),
                        Radios.of("who", "Who was told?").items(everybody()).from(told)),
                "Name, how they were told and what was agreed. For the Executive Director, add the steps taken.",
                form,
                "informed");
    }

    @PostMapping("/informed")
    ModelAndView informed(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var of = typed.choice("of", List.of("absence", "return"), "Say what they were told");
        var who = typed.choice("who", everybody().keySet(), "Say who was told");
        return record(
                id,
                typed,
                of.equals("return") ? Kind.INFORMED_OF_RETURN.code : Kind.INFORMED.code,
                who,
                "It is recorded who was told.");
    }

    @GetMapping("/safe-and-well-checks/new")
    ModelAndView checkForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        return ask(
                id,
                "Record a safe and well check",
                List.of(),
                "Who saw the child, where, and what did they learn?",
                form(request),
                "safe-and-well-checks");
    }

    @PostMapping("/safe-and-well-checks")
    ModelAndView check(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        return record(
                id,
                new Typed(request, clock.instant()),
                Kind.SAFE_AND_WELL_CHECK.code,
                null,
                "The safe and well check is recorded.");
    }

    private ModelAndView record(UUID id, Typed typed, String kind, @Nullable String who, String done) {
        var at = typed.moment("happened-at", "it happened");
        var words = typed.words("words", "Say what was done");
        typed.check();
        var told = who == null ? null : Told.of(who);
        log.record(id, new Entry(Kind.of(kind), told, words, at, null));
        return Pages.done("/missing/episodes/" + id, done);
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        STEPS.forEach(each -> kinds.put(each.code, each.words));
        return kinds;
    }

    private static Map<String, String> everybody() {
        var everybody = new LinkedHashMap<String, String>();
        for (var each : Told.values()) everybody.put(each.code, Words.of(each.words));
        return everybody;
    }

    private Form form(HttpServletRequest request) {
        return forms.load(request).or(MomentInput.known("happened-at", clock.instant()));
    }

    /** The form with one more known answer, unless it was typed. */
    private static Form with(Form form, String name, String value) {
        if (form.value(name) != null || value.isEmpty()) return form;
        var fields = new LinkedHashMap<>(form.fields());
        fields.put(name, List.of(value));
        return new Form(fields, form.errors());
    }

    private ModelAndView ask(
            UUID id, String title, List<? extends Content> first, String wordsLabel, Form form, String noun) {
        var questions = new ArrayList<Content>(first);
        questions.addAll(MomentInput.of("happened-at", "When?", "Time", form));
        questions.add(Textarea.of("words", wordsLabel).from(form));
        return pages.page(id, title, null, form, questions, noun, "Save");
    }
}
