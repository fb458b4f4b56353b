package lantern.oversight.managing;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.entering.Setting;
import lantern.oversight.entering.Tracking;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Meetings;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.inquiry.Recommendation.Status;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.Parts;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
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

/** Who answers for a recommendation, how far its parts are, when it is tracked next and what other papers call it. */
@Controller
@Transactional
class AnsweringController {
    private final Access access;
    private final Inquiries inquiries;
    private final Meetings meetings;
    private final Setting setting;
    private final Tracking tracking;
    private final Forms forms;

    AnsweringController(
            Access access, Inquiries inquiries, Meetings meetings, Setting setting, Tracking tracking, Forms forms) {
        this.access = access;
        this.inquiries = inquiries;
        this.meetings = meetings;
        this.setting = setting;
        this.tracking = tracking;
        this.forms = forms;
    }

    private record Found(Inquiry inquiry, Recommendation it) {}

    private Found find(UUID id) {
        var inquiry = inquiries.of(id);
        return new Found(inquiry, Inquiries.find(inquiry, id));
    }

    private static ModelAndView ask(Found found, String title, Form form, String noun, Content... questions) {
        var at = "/oversight/recommendations/" + found.it.id();
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        title,
                        "Recommendation " + found.it.number(),
                        at,
                        form,
                        null,
                        List.of(questions),
                        at + "/" + noun,
                        "Save"));
    }

    private static ModelAndView done(UUID id, String sentence) {
        return Pages.done("/oversight/recommendations/" + id, sentence);
    }

    @GetMapping("/oversight/recommendations/{id}/responsibilities/new")
    ModelAndView askRole(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        return ask(
                find(id),
                "Another role answers for it",
                form,
                "responsibilities",
                Input.of("role", "Which role?").from(form),
                DateInput.of("from", "From which day?")
                        .hint("For example, 27 3 2026")
                        .from(form),
                Radios.of("instead", "What of the roles that answered until then?")
                        .item("yes", "They no longer answer for it")
                        .item("no", "They go on answering for it too")
                        .from(form));
    }

    @PostMapping("/oversight/recommendations/{id}/responsibilities")
    ModelAndView role(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        find(id);
        var errors = new FormErrors();
        InquirySettingController.needed(typed, errors, "role", 3, 200);
        errors.addIf(
                !Parts.text(typed, "instead").matches("yes|no"),
                "instead",
                "Choose what becomes of the roles that answered until then");
        var from = Parts.day(typed, "from", errors);
        errors.throwIfAny();
        if (Parts.text(typed, "instead").equals("yes")) setting.nobodyAnswersFrom(id, from);
        setting.answersFor(id, setting.role(Parts.text(typed, "role"), from), from);
        return done(id, "The role was recorded");
    }

    @GetMapping("/oversight/recommendations/{id}/parts/{label}/status/new")
    ModelAndView askStatus(@PathVariable UUID id, @PathVariable String label, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var found = find(id);
        var part = part(found.it, label);
        var form = forms.load(request).or(Map.of("status", part.status().name()));
        var status =
                Radios.of("status", "How far is part " + part.label() + ")?").hint(part.words());
        for (var each : Status.values()) status = status.item(each.name(), each.words());
        return ask(
                found,
                "Status of part " + part.label() + ")",
                form,
                "parts/" + part.label() + "/status",
                status.from(form),
                Textarea.of("why", "Why, and what was done instead")
                        .hint("Needed when it is not done or superseded")
                        .rows(3)
                        .from(form));
    }

    private static Recommendation.SubPart part(Recommendation it, String label) {
        return it.parts().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    @PostMapping("/oversight/recommendations/{id}/parts/{label}/status")
    ModelAndView status(@PathVariable UUID id, @PathVariable String label, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var part = part(find(id).it, label);
        var chosen = Parts.text(typed, "status");
        var known = java.util.Arrays.stream(Status.values())
                .anyMatch(each -> each.name().equals(chosen));
        new FormErrors().addIf(!known, "status", "Choose how far it is").throwIfAny();
        tracking.status(part.id(), Status.valueOf(chosen), Parts.text(typed, "why"));
        return done(id, "The status was recorded");
    }

    @GetMapping("/oversight/recommendations/{id}/plan/new")
    ModelAndView askPlan(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var found = find(id);
        var form = forms.load(request);
        var choice = Select.of("meeting", "At which meeting is it tracked?").choose("Choose one");
        for (var each : meetings.of(found.inquiry.committee()))
            if (!found.it.planned().contains(each))
                choice = choice.item(each.id().toString(), London.day(each.on()));
        return ask(found, "Plan when it is tracked", form, "plan", choice.from(form));
    }

    @PostMapping("/oversight/recommendations/{id}/plan")
    ModelAndView plan(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var found = find(id);
        var meeting = meetings.of(found.inquiry.committee()).stream()
                .filter(each -> each.id().toString().equals(Parts.text(typed, "meeting")))
                .findFirst();
        new FormErrors()
                .addIf(meeting.isEmpty(), "meeting", "Choose the meeting")
                .addIf(
                        meeting.isPresent() && found.it.planned().contains(meeting.get()),
                        "meeting",
                        "It is planned for that meeting already")
                .throwIfAny();
        meeting.ifPresent(it -> tracking.plan(id, it.id()));
        return done(id, "The meeting was planned");
    }

    @GetMapping("/oversight/recommendations/{id}/printed-numbers/new")
    ModelAndView askNumber(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        return ask(
                find(id),
                "Another paper gives it another number",
                form,
                "printed-numbers",
                Input.of("paper", "Which paper?")
                        .hint("For example, work programme of October 2026")
                        .from(form),
                Input.of("number", "Its number there").width(5).from(form));
    }

    @PostMapping("/oversight/recommendations/{id}/printed-numbers")
    ModelAndView number(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var errors = new FormErrors();
        InquirySettingController.needed(typed, errors, "paper", 3, 200);
        InquirySettingController.needed(typed, errors, "number", 1, 20);
        errors.addIf(
                        find(id).it.printed().containsKey(Parts.text(typed, "paper")),
                        "paper",
                        "The number of that paper is recorded already")
                .throwIfAny();
        setting.printed(id, Parts.text(typed, "paper"), Parts.text(typed, "number"));
        return done(id, "The number was recorded");
    }
}
