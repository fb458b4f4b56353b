package lantern.missing.log;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.missing.form.EpisodeForms;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
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

/** Three axes, never one: each decision is of one axis, dated, with its reason (product principle 4). */
@Controller
@Transactional
@RequestMapping("/missing/episodes/{id}/classifications")
class ClassificationController {
    private static final Map<String, String> DECISIONS = decisions();

    private final EpisodeLog log;
    private final EpisodeForms pages;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    ClassificationController(EpisodeLog log, EpisodeForms pages, Forms forms, Access access, Clock clock) {
        this.log = log;
        this.pages = pages;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request).or(MomentInput.known("happened-at", clock.instant()));
        var questions = new ArrayList<Content>();
        questions.add(Radios.of("value", "What was decided?").items(DECISIONS).from(form));
        questions.addAll(MomentInput.of("happened-at", "When was it decided?", "Time", form));
        questions.add(Input.of("reason", "Why?").from(form));
        return pages.page(
                id,
                "Change the classification",
                "The earlier decision stays on the record. When an absence away without authorisation becomes missing,"
                        + " the timescales of a missing child start from the decision.",
                form,
                questions,
                "classifications",
                "Save the decision");
    }

    @PostMapping
    ModelAndView decide(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var decision = typed.choice("value", DECISIONS.keySet(), "Say what was decided");
        var at = typed.moment("happened-at", "it was decided");
        var reason = typed.words("reason", "Say why");
        typed.check();
        var parts = decision.split("=", 2);
        log.classify(id, parts[0], parts[1], at, reason);
        return Pages.done("/missing/episodes/" + id, "The decision is recorded.");
    }

    private static Map<String, String> decisions() {
        var decisions = new LinkedHashMap<String, String>();
        decisions.put("dfe=M", "National return: M, missing, whereabouts unknown");
        decisions.put("dfe=A", "National return: A, away without authorisation");
        decisions.put("police-category=missing", "Police category: missing");
        decisions.put("police-category=absent", "Police category: absent");
        decisions.put("police-risk=high", "Police risk: high");
        decisions.put("police-risk=medium", "Police risk: medium");
        decisions.put("police-risk=low", "Police risk: low");
        decisions.put("police-risk=very-low", "Police risk: very low");
        return decisions;
    }
}
