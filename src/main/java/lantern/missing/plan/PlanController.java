package lantern.missing.plan;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.missing.form.EpisodeForms;
import lantern.missing.record.EpisodeQueries;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Forms;
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
@RequestMapping("/missing/episodes/{id}/return-plan")
class PlanController {
    private final ReturnPlans plans;
    private final EpisodeQueries episodes;
    private final EpisodeForms pages;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    PlanController(
            ReturnPlans plans, EpisodeQueries episodes, EpisodeForms pages, Forms forms, Access access, Clock clock) {
        this.plans = plans;
        this.episodes = episodes;
        this.pages = pages;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request).or(known(id));
        var questions = new ArrayList<Content>();
        questions.add(Textarea.of("places", "Places of safety: where can the child be taken?")
                .hint(
                        "Not an address that must be kept secret: that stands on the child's record, for the few who may read it.")
                .rows(3)
                .from(form));
        questions.add(Textarea.of("collects", "Who collects the child, and how are they reached?")
                .rows(3)
                .from(form));
        questions.add(Textarea.of("duty", "What do duty staff do if the child is found out of hours?")
                .rows(4)
                .from(form));
        if (episodes.episode(id).lookedAfter()) {
            questions.add(Radios.of("same", "Does the child go back to the same placement?")
                    .item("yes", "Yes")
                    .item("no", "No")
                    .item("undecided", "Not decided yet")
                    .from(form));
            questions.add(Textarea.of("placement-reason", "Why? (needed when the answer is no)")
                    .rows(2)
                    .from(form));
        }
        return pages.page(
                id,
                "Plan for the return",
                "Write it while the child is missing, so that nobody has to look for an answer at night. Earlier versions stay on the record.",
                form,
                questions,
                "return-plan",
                "Save the plan");
    }

    @PostMapping
    ModelAndView write(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var lookedAfter = episodes.episode(id).lookedAfter();
        var plan = new ReturnPlans.Written(
                short4000(typed, "places", "Say where the child can be taken"),
                short4000(typed, "collects", "Say who collects the child"),
                short4000(typed, "duty", "Say what duty staff do"),
                lookedAfter
                        ? typed.choice(
                                "same",
                                List.of("yes", "no", "undecided"),
                                "Say whether the child goes back to the same placement")
                        : null,
                lookedAfter ? typed.optional("placement-reason") : null);
        typed.check();
        plans.write(id, plan);
        return Pages.done("/missing/episodes/" + id, "The plan for the return is recorded.");
    }

    private static String short4000(Typed typed, String name, String whenMissing) {
        var words = typed.words(name, whenMissing);
        if (words.length() > 4000) typed.wrong(name, "Use at most 4000 characters");
        return words;
    }

    private Map<String, String> known(UUID id) {
        var known = new HashMap<String, String>();
        plans.of(id).ifPresent(plan -> {
            known.put("places", plan.placesOfSafety());
            known.put("collects", plan.whoCollects());
            known.put("duty", plan.dutyStaff());
            if (plan.samePlacement() != null) known.put("same", plan.samePlacement());
            if (plan.placementReason() != null) known.put("placement-reason", plan.placementReason());
        });
        return known;
    }
}
