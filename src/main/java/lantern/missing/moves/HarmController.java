package lantern.missing.moves;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.missing.form.EpisodeForms;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
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
@RequestMapping("/missing/episodes/{id}/harm")
class HarmController {
    private static final Map<String, String> HARM =
            inOrder("none-known", "None known", "suspected", "Suspected", "suffered", "Suffered");
    private static final Map<String, String> KINDS = inOrder(
            "physical", "Physical",
            "sexual", "Sexual",
            "criminal-exploitation", "Criminal exploitation",
            "substances", "Drugs, alcohol or other substances",
            "self-harm", "Self-harm",
            "emotional", "Emotional",
            "neglect", "Hunger, cold or neglect",
            "other", "Other");

    private final Harms harms;
    private final EpisodeForms pages;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    HarmController(Harms harms, EpisodeForms pages, Forms forms, Access access, Clock clock) {
        this.harms = harms;
        this.pages = pages;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request);
        return pages.page(
                id,
                "Record what is known about harm",
                "What was recorded before stays in the log.",
                form,
                questions(form),
                "harm",
                "Save");
    }

    @PostMapping
    ModelAndView record(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var harm = typed(typed);
        typed.check();
        harms.record(id, harm);
        return Pages.done("/missing/episodes/" + id, "What is known about harm is recorded.");
    }

    static List<Content> questions(Form form) {
        return List.of(
                Radios.of("harm", "Was the child harmed?").items(HARM).from(form),
                Checkboxes.of("kinds", "If harmed or suspected: how?")
                        .items(KINDS)
                        .small()
                        .from(form),
                Textarea.of("harm-note", "What is known about harm (optional)")
                        .rows(3)
                        .from(form));
    }

    static Harms.Harm typed(Typed typed) {
        var harm = typed.choice("harm", HARM.keySet(), "Say whether the child was harmed, as far as is known");
        var kinds = typed.all("kinds").stream().filter(KINDS::containsKey).toList();
        if (harm.equals("none-known") && !kinds.isEmpty())
            typed.wrong("harm", "No harm is known, and a kind of harm is ticked: change one of the two");
        return new Harms.Harm(harm, kinds, typed.optional("harm-note"));
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
