package lantern.oversight.managing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.oversight.dates.Target;
import lantern.oversight.entering.Setting;
import lantern.oversight.entering.Setting.NewInquiry;
import lantern.oversight.entering.Setting.NewRecommendation;
import lantern.oversight.entering.Tracking;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.Parts;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
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

/** An inquiry, its themes and its recommendations are entered. */
@Controller
@Transactional
class InquirySettingController {
    /** "a) words" or "a. words", one part a line. */
    private static final Pattern PART = Pattern.compile("^\\(?([a-z]|[ivx]{1,4})[).:]\\s+(\\S.*)$");

    private final Access access;
    private final Inquiries inquiries;
    private final Programme programme;
    private final Setting setting;
    private final Tracking tracking;
    private final Forms forms;

    InquirySettingController(
            Access access, Inquiries inquiries, Programme programme, Setting setting, Tracking tracking, Forms forms) {
        this.access = access;
        this.inquiries = inquiries;
        this.programme = programme;
        this.setting = setting;
        this.tracking = tracking;
        this.forms = forms;
    }

    @GetMapping("/oversight/committees/{id}/inquiries/new")
    ModelAndView askInquiry(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        programme.there("committee", id);
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Add an inquiry",
                        "Inquiries",
                        "/oversight/committees/" + id,
                        form,
                        null,
                        List.of(
                                Input.of("title", "Title").from(form),
                                DateInput.of("approved", "When did full council approve it?")
                                        .hint("For example, 27 3 2026")
                                        .from(form),
                                Input.of("leadMember", "Member who led it").from(form),
                                Input.of("leadOfficer", "Lead officer").from(form),
                                Input.of("reportOf", "Whose progress reports are they?")
                                        .hint("A role, for example the cabinet member for children")
                                        .from(form),
                                Select.of("contact", "Contact for questions (optional)")
                                        .hint("From the committee's contacts")
                                        .choose("None")
                                        .items(contacts(id))
                                        .from(form),
                                Textarea.of("summary", "What it was about (optional)")
                                        .hint("Name no child. The public reads it when the inquiry is published.")
                                        .rows(5)
                                        .from(form)),
                        "/oversight/committees/" + id + "/inquiries",
                        "Add the inquiry"));
    }

    @PostMapping("/oversight/committees/{id}/inquiries")
    ModelAndView addInquiry(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        programme.there("committee", id);
        var errors = new FormErrors();
        needed(typed, errors, "title", 3, 300);
        needed(typed, errors, "leadMember", 2, 200);
        needed(typed, errors, "leadOfficer", 2, 200);
        needed(typed, errors, "reportOf", 2, 200);
        errors.addIf(Parts.text(typed, "summary").length() > 8_000, "summary", "Use at most 8,000 characters");
        var approved = Parts.day(typed, "approved", errors);
        errors.throwIfAny();
        var inquiry = setting.inquiry(
                new NewInquiry(
                        id,
                        Parts.text(typed, "title"),
                        Parts.text(typed, "summary"),
                        approved,
                        Parts.text(typed, "leadMember"),
                        Parts.text(typed, "leadOfficer"),
                        Parts.text(typed, "reportOf"),
                        ""),
                contact(id, typed));
        return Pages.done("/oversight/inquiries/" + inquiry, "The inquiry was added");
    }

    private Map<String, String> contacts(UUID committee) {
        return programme.choices(Lists.REPORTS.field("contact_id"), committee);
    }

    private @Nullable UUID contact(UUID committee, Map<String, String> typed) {
        var chosen = Parts.text(typed, "contact");
        return contacts(committee).containsKey(chosen) ? UUID.fromString(chosen) : null;
    }

    static void needed(Map<String, String> typed, FormErrors errors, String name, int least, int most) {
        var length = Parts.text(typed, name).length();
        errors.addIf(length < least || length > most, name, "Enter " + least + " to " + most + " characters");
    }

    @GetMapping("/oversight/inquiries/{id}/themes/new")
    ModelAndView askTheme(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Add a theme",
                        inquiries.whole(id).title(),
                        "/oversight/inquiries/" + id,
                        form,
                        null,
                        List.of(
                                Input.of("letter", "Letter").width(2).from(form),
                                Input.of("title", "Theme").from(form)),
                        "/oversight/inquiries/" + id + "/themes",
                        "Add the theme"));
    }

    @PostMapping("/oversight/inquiries/{id}/themes")
    ModelAndView addTheme(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        inquiries.whole(id);
        var letter = Parts.text(typed, "letter").toUpperCase(java.util.Locale.ROOT);
        var errors = new FormErrors();
        needed(typed, errors, "title", 2, 200);
        errors.addIf(!letter.matches("[A-Z]"), "letter", "Enter one letter")
                .addIf(
                        inquiries.themes(id).stream()
                                .anyMatch(each -> each.letter().equals(letter)),
                        "letter",
                        "This inquiry has a theme with that letter already")
                .throwIfAny();
        setting.theme(id, letter, Parts.text(typed, "title"));
        return Pages.done("/oversight/inquiries/" + id, "The theme was added");
    }

    @GetMapping("/oversight/inquiries/{id}/recommendations/new")
    ModelAndView askRecommendation(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var inquiry = inquiries.whole(id);
        var form = forms.load(request)
                .or(Map.of("number", "R%02d".formatted(inquiry.recommendations().size() + 1)));
        var themes = new LinkedHashMap<String, String>();
        inquiries.themes(id).forEach(each -> themes.put(each.id().toString(), each.full()));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Add a recommendation",
                        inquiry.title(),
                        "/oversight/inquiries/" + id,
                        form,
                        null,
                        List.of(
                                Input.of("number", "Number").width(5).from(form),
                                Select.of("theme", "Theme (optional)")
                                        .choose("None")
                                        .items(themes)
                                        .from(form),
                                Textarea.of("words", "Recommendation").rows(4).from(form),
                                Textarea.of("parts", "Its parts (optional)")
                                        .hint("One a line: a) what the first part asks")
                                        .rows(4)
                                        .from(form),
                                Textarea.of("responsible", "Who answers for it")
                                        .hint("One role a line")
                                        .rows(2)
                                        .from(form),
                                Textarea.of("targets", "By when")
                                        .hint(
                                                "As it is known, stages too: Initial feedback April 2027 and completion December 2027; spring 2027; on-going")
                                        .rows(2)
                                        .from(form)),
                        "/oversight/inquiries/" + id + "/recommendations",
                        "Add the recommendation"));
    }

    @PostMapping("/oversight/inquiries/{id}/recommendations")
    ModelAndView addRecommendation(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        inquiries.whole(id);
        var errors = new FormErrors();
        needed(typed, errors, "number", 1, 20);
        needed(typed, errors, "words", 3, 8_000);
        needed(typed, errors, "responsible", 3, 1_000);
        errors.addIf(Parts.text(typed, "targets").length() > 1_000, "targets", "Use at most 1,000 characters");
        var parts = parts(Parts.text(typed, "parts"), errors);
        var theme = inquiries.themes(id).stream()
                .filter(each -> each.id().toString().equals(Parts.text(typed, "theme")))
                .findFirst()
                .orElse(null);
        errors.throwIfAny();
        var recommendation = setting.recommendation(new NewRecommendation(
                id,
                theme == null ? null : theme.id(),
                Parts.text(typed, "number"),
                Parts.text(typed, "words"),
                Parts.text(typed, "targets"),
                parts,
                Parts.text(typed, "responsible")
                        .lines()
                        .map(String::strip)
                        .filter(each -> each.length() > 2)
                        .toList(),
                null));
        var last = Target.last(Target.read(Parts.text(typed, "targets")));
        return Pages.done(
                "/oversight/recommendations/" + recommendation,
                last == null
                        ? "The recommendation was added. Its target does not say by when all of it is done"
                        : "The recommendation was added");
    }

    private static List<NewRecommendation.Part> parts(String typed, FormErrors errors) {
        var parts = new ArrayList<NewRecommendation.Part>();
        for (var line :
                typed.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var match = PART.matcher(line);
            if (!match.matches()) {
                errors.add("parts", "Begin each part with its letter, like: a) Train every team");
                return List.of();
            }
            var label = match.group(1);
            if (parts.stream().anyMatch(each -> each.label().equals(label))) {
                errors.add("parts", "The part " + label + ") stands twice");
                return List.of();
            }
            parts.add(new NewRecommendation.Part(label, match.group(2)));
        }
        return parts;
    }

    @GetMapping("/oversight/inquiries/{id}/updates/new")
    ModelAndView askUpdate(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "An update was received",
                        inquiries.whole(id).title(),
                        "/oversight/inquiries/" + id,
                        form,
                        "This is for what was heard outside a meeting that decided categories.",
                        List.of(DateInput.of("on", "When?")
                                .hint("For example, 27 3 2026")
                                .from(form)),
                        "/oversight/inquiries/" + id + "/updates",
                        "Record it"));
    }

    @PostMapping("/oversight/inquiries/{id}/updates")
    ModelAndView update(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        inquiries.whole(id);
        var errors = new FormErrors();
        var on = Parts.day(typed, "on", errors);
        errors.throwIfAny();
        tracking.updateReceived(id, on);
        return Pages.done("/oversight/inquiries/" + id, "The update was recorded");
    }
}
