package lantern.oversight.asking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantern.access.OpenToAll;
import lantern.calendar.London;
import lantern.oversight.pages.Parts;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one form that a link opens, for somebody who has no account. */
@Controller
@Transactional
class ReplyController {
    private static final String WHY =
            "the link is what allows it: it shows one question and takes an answer that an officer looks at";

    private final Requests requests;
    private final Clock clock;

    ReplyController(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/evidence-requests/{token}")
    @OpenToAll(WHY)
    ModelAndView ask(@PathVariable String token) {
        return page(token, Form.EMPTY);
    }

    private ModelAndView page(String token, Form form) {
        var it = requests.question(token).orElseThrow(Refused::notFound);
        var facts = SummaryList.of()
                .row("From", it.authority())
                .row("Asked of", it.askedOf())
                .row("Recommendation " + it.number(), it.recommendation());
        if (!it.question().isBlank()) facts = facts.row("The question", it.question());
        facts = facts.row("Wanted by", London.day(it.wantedBy()));
        return Pages.page(
                "oversight/asking/reply",
                new ReplyPage(
                        form,
                        token,
                        List.of(
                                facts,
                                Parts.text(
                                        "An officer reads what you send before it becomes evidence. Name no child.")),
                        List.of(
                                DateInput.of("on", "When was this so?")
                                        .hint("For example, 12 10 2026")
                                        .from(form),
                                Input.of("author", "Your role").from(form),
                                Input.of("organisation", "Your organisation, if it is not the council (optional)")
                                        .from(form),
                                Textarea.of("words", "What was done")
                                        .hint("What has happened, not what will")
                                        .rows(8)
                                        .from(form))));
    }

    @PostMapping("/evidence-requests/{token}")
    @OpenToAll(WHY)
    ModelAndView reply(
            @PathVariable String token, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var errors = new FormErrors();
        var on = Parts.day(typed, "on", errors);
        var author = Parts.text(typed, "author");
        var organisation = Parts.text(typed, "organisation");
        var words = Parts.text(typed, "words");
        errors.addIf(on.isAfter(London.date(clock.instant())), "on-day", "Choose a day that is not in the future")
                .addIf(author.length() < 2 || author.length() > 200, "author", "Enter your role")
                .addIf(organisation.length() > 200, "organisation", "Use at most 200 characters")
                .addIf(words.length() < 3, "words", "Enter what was done")
                .addIf(words.length() > 20_000, "words", "Use at most 20,000 characters");
        if (!errors.errors().isEmpty()) {
            var fields = new HashMap<String, List<String>>();
            typed.forEach((name, value) -> fields.put(name, List.of(value)));
            response.setStatus(422);
            return page(token, new Form(fields, errors.errors()));
        }
        if (!requests.answer(token, on, author, organisation, words)) throw Refused.notFound();
        return Pages.done("/evidence-requests/" + token, "Thank you. It was received and an officer will look at it");
    }
}
