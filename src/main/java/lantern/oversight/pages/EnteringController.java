package lantern.oversight.pages;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.entering.Tracking;
import lantern.oversight.entering.Tracking.NewAssessment;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Meeting;
import lantern.oversight.inquiry.Meetings;
import lantern.oversight.inquiry.Recommendation.Standing;
import lantern.oversight.inquiry.Scale;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
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

/** One form for each fact about a recommendation. */
@Controller
@Transactional
class EnteringController {
    private final Access access;
    private final Inquiries inquiries;
    private final Meetings meetings;
    private final Tracking tracking;
    private final Forms forms;

    EnteringController(Access access, Inquiries inquiries, Meetings meetings, Tracking tracking, Forms forms) {
        this.access = access;
        this.inquiries = inquiries;
        this.meetings = meetings;
        this.tracking = tracking;
        this.forms = forms;
    }

    @GetMapping("/oversight/recommendations/{id}/assessments/new")
    ModelAndView askAssessment(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        var category = Radios.of("category", "Category");
        for (var each : Scale.shipped().categories()) category = category.item(each.full(), each.full());
        return ask(
                id,
                "Record a category",
                form,
                "assessments",
                "Record the category",
                null,
                assessing(inquiries.of(id), category, form));
    }

    /** The five questions are the committee's own; answering them is its choice. */
    private List<Content> assessing(Inquiry inquiry, Radios category, Form form) {
        var questions = new ArrayList<Content>();
        questions.addAll(List.of(
                meeting(inquiry, form),
                Radios.of("standing", "Whose is it?")
                        .item("proposed", Standing.PROPOSED.words())
                        .item("decided", Standing.DECIDED.words())
                        .from(form),
                category.from(form),
                Textarea.of("reason", "Reason").rows(3).from(form),
                Input.of("anticipated", "Anticipated completion date, for categories 3 and 5")
                        .hint("As it is known: 31 March 2027, March 2027, spring 2027")
                        .from(form),
                Input.of("obstacle", "The obstacle, for category 4").from(form)));
        var asked = Scale.shipped().questions();
        for (int i = 0; i < asked.size(); i++)
            questions.add(Input.of("answer" + i, asked.get(i) + " (optional)").from(form));
        return questions;
    }

    /** All five, or none when nothing was answered. */
    private static List<String> answers(Map<String, String> typed) {
        var answers = new ArrayList<String>();
        for (int i = 0; i < Scale.shipped().questions().size(); i++) answers.add(Parts.text(typed, "answer" + i));
        return answers.stream().allMatch(String::isEmpty) ? List.of() : answers;
    }

    private Content meeting(Inquiry inquiry, Form form) {
        var question = Radios.of("meeting", "At which meeting?");
        for (var each : meetings.of(inquiry.committee()))
            question = question.item(each.id().toString(), London.day(each.on()));
        return question.from(form);
    }

    @PostMapping("/oversight/recommendations/{id}/assessments")
    ModelAndView assess(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var known = meetings.of(inquiries.of(id).committee()).stream()
                .map(Meeting::id)
                .map(UUID::toString)
                .toList();
        var category = Scale.shipped().read(Parts.text(typed, "category")).category();
        new FormErrors()
                .addIf(!known.contains(Parts.text(typed, "meeting")), "meeting", "Choose the meeting")
                .addIf(
                        !Parts.text(typed, "standing").matches("proposed|decided"),
                        "standing",
                        "Choose whose category it is")
                .addIf(category == null, "category", "Choose the category")
                .addIf(
                        category != null
                                && category.needs().equals("anticipated-date")
                                && Parts.text(typed, "anticipated").isBlank(),
                        "anticipated",
                        "Enter by when it is expected to be done")
                .addIf(
                        category != null
                                && category.needs().equals("obstacle")
                                && Parts.text(typed, "obstacle").isBlank(),
                        "obstacle",
                        "Name the obstacle")
                .throwIfAny();
        tracking.assess(new NewAssessment(
                id,
                UUID.fromString(Parts.text(typed, "meeting")),
                Parts.text(typed, "standing").equals("decided") ? Standing.DECIDED : Standing.PROPOSED,
                Parts.text(typed, "category"),
                Parts.text(typed, "reason"),
                Parts.text(typed, "obstacle"),
                Parts.text(typed, "anticipated"),
                answers(typed)));
        return Pages.done("/oversight/recommendations/" + id, "The category was recorded");
    }

    @GetMapping("/oversight/recommendations/{id}/conclusion/new")
    ModelAndView askConclusion(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        return ask(
                id,
                "Conclude it",
                form,
                "conclusion",
                "Conclude it",
                null,
                List.of(
                        DateInput.of("on", "When did the committee conclude it?")
                                .hint("For example, 12 10 2026")
                                .from(form),
                        Input.of("qualifier", "Anything the committee added")
                                .hint("For example, that work will go on")
                                .from(form)));
    }

    @PostMapping("/oversight/recommendations/{id}/conclusion")
    ModelAndView conclude(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var errors = new FormErrors();
        var on = Parts.day(typed, "on", errors);
        errors.throwIfAny();
        tracking.conclude(id, null, on, Parts.text(typed, "qualifier"));
        return Pages.done("/oversight/recommendations/" + id, "The recommendation was concluded");
    }

    @GetMapping("/oversight/recommendations/{id}/reopening/new")
    ModelAndView askReopening(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        return ask(
                id,
                "Reopen it",
                form,
                "reopening",
                "Reopen it",
                null,
                List.of(Textarea.of("because", "Why?").rows(4).from(form)));
    }

    @PostMapping("/oversight/recommendations/{id}/reopening")
    ModelAndView reopen(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        new FormErrors()
                .addIf(Parts.text(typed, "because").length() < 3, "because", "Say why it is reopened")
                .throwIfAny();
        tracking.reopen(id, Parts.text(typed, "because"));
        return Pages.done("/oversight/recommendations/" + id, "The recommendation was reopened");
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
