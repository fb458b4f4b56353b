package lantern.oversight.pages;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.entering.Tracking;
import lantern.oversight.entering.Tracking.NewEvidence;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Meeting;
import lantern.oversight.inquiry.Meetings;
import lantern.oversight.inquiry.Recommendation;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Evidence is added: to one recommendation or several, answering parts. */
@Controller
@Transactional
class EvidenceController {
    private final Access access;
    private final Inquiries inquiries;
    private final Meetings meetings;
    private final Tracking tracking;
    private final Forms forms;

    EvidenceController(Access access, Inquiries inquiries, Meetings meetings, Tracking tracking, Forms forms) {
        this.access = access;
        this.inquiries = inquiries;
        this.meetings = meetings;
        this.tracking = tracking;
        this.forms = forms;
    }

    @GetMapping("/oversight/recommendations/{id}/evidence/new")
    ModelAndView askEvidence(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        var inquiry = inquiries.of(id);
        return ask(
                id,
                "Add evidence",
                form,
                "evidence",
                "Add the evidence",
                "It cannot be changed afterwards, only corrected: what it said stays readable.",
                List.of(
                        DateInput.of("on", "When was it written?")
                                .hint("For example, 12 10 2026")
                                .from(form),
                        following(inquiry, form),
                        Input.of("author", "Whose words are they?")
                                .hint("A role")
                                .from(form),
                        Input.of("organisation", "Organisation, if it is not the council (optional)")
                                .from(form),
                        Input.of("labels", "Which parts does it answer? (optional)")
                                .hint(labels(Inquiries.find(inquiry, id)))
                                .from(form),
                        Input.of("also", "Is it evidence for others too? (optional)")
                                .hint("Their numbers, for example R06, R09")
                                .from(form),
                        Textarea.of("words", "What was done")
                                .hint("What has happened, not what will. Name no child.")
                                .rows(8)
                                .from(form),
                        Radios.of("contrary", "Does it support the recommendation being achieved?")
                                .item("no", "Yes")
                                .item("yes", "No, it says otherwise")
                                .from(form)));
    }

    @PostMapping("/oversight/recommendations/{id}/evidence")
    ModelAndView evidence(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var inquiry = inquiries.of(id);
        var errors = new FormErrors();
        var on = Parts.day(typed, "on", errors);
        var answers = answers(inquiry, id, typed, errors);
        var following = meetings.of(inquiry.committee()).stream()
                .map(Meeting::id)
                .filter(each -> each.toString().equals(Parts.text(typed, "following")))
                .findFirst()
                .orElse(null);
        errors.addIf(Parts.text(typed, "author").isBlank(), "author", "Enter whose words they are")
                .addIf(Parts.text(typed, "words").length() < 3, "words", "Enter what was done")
                .addIf(Parts.text(typed, "words").length() > 20_000, "words", "Use at most 20,000 characters")
                .addIf(
                        !Parts.text(typed, "contrary").matches("yes|no"),
                        "contrary",
                        "Choose whether it supports the recommendation")
                .throwIfAny();
        tracking.evidence(new NewEvidence(
                inquiry.id(),
                on,
                following,
                Parts.text(typed, "author"),
                Parts.text(typed, "organisation"),
                Parts.text(typed, "words"),
                Parts.text(typed, "contrary").equals("yes"),
                answers));
        return Pages.done("/oversight/recommendations/" + id, "The evidence was added");
    }

    private Content following(Inquiry inquiry, Form form) {
        var choice =
                Select.of("following", "Does it follow a meeting? (optional)").choose("No");
        for (var each : meetings.of(inquiry.committee()))
            choice = choice.item(each.id().toString(), "The meeting of " + London.day(each.on()));
        return choice.from(form);
    }

    private static String labels(Recommendation it) {
        if (it.parts().isEmpty()) return "This recommendation has no parts";
        return "For example: "
                + String.join(
                        ", ",
                        it.parts().stream().map(Recommendation.SubPart::label).toList());
    }

    /** The recommendation with its parts, and the others it is evidence for. */
    private static Map<UUID, List<String>> answers(
            Inquiry inquiry, UUID id, Map<String, String> typed, FormErrors errors) {
        var it = Inquiries.find(inquiry, id);
        var answers = new LinkedHashMap<UUID, List<String>>();
        var labels = new ArrayList<String>();
        for (var label : Parts.text(typed, "labels").split("[,;\\s)]+")) {
            if (label.isEmpty()) continue;
            errors.addIf(
                    it.parts().stream().noneMatch(each -> each.label().equals(label)),
                    "labels",
                    "There is no part " + label + ")");
            labels.add(label);
        }
        answers.put(id, labels);
        for (var number : Parts.text(typed, "also").split("[,;\\s]+")) {
            if (number.isEmpty()) continue;
            var other = inquiry.recommendations().stream()
                    .filter(each -> each.number().equalsIgnoreCase(number))
                    .findFirst();
            errors.addIf(other.isEmpty(), "also", "There is no recommendation " + number + " in this inquiry");
            other.ifPresent(each -> answers.putIfAbsent(each.id(), List.of()));
        }
        return answers;
    }

    private ModelAndView ask(
            UUID id,
            String title,
            Form form,
            String noun,
            String submit,
            @Nullable String before,
            List<Content> questions) {
        var it = Inquiries.find(inquiries.of(id), id);
        var at = "/oversight/recommendations/" + id;
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        title, "Recommendation " + it.number(), at, form, before, questions, at + "/" + noun, submit));
    }
}
