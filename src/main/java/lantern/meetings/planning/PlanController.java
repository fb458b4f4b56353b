package lantern.meetings.planning;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.meetings.About;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.meetings.form.Offered;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormPage;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.MomentInput;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Plans a meeting about a child, and about others with it, or enters one that was held at once. */
@Controller
@Transactional
class PlanController {
    private static final List<String> SUBJECTS = List.of("child", "concern", "episode");

    private final Meetings meetings;
    private final Children children;
    private final Proposed proposed;
    private final Offered offered;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    PlanController(
            Meetings meetings,
            Children children,
            Proposed proposed,
            Offered offered,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.meetings = meetings;
        this.children = children;
        this.proposed = proposed;
        this.offered = offered;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/meetings/new")
    ModelAndView form(
            @RequestParam UUID child,
            @RequestParam(defaultValue = "child") String about,
            @RequestParam(required = false) UUID subject,
            @RequestParam(defaultValue = "mase") String kind,
            HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var first = children.find(child).orElseThrow(Refused::notFound);
        ledger.look(child, "identity");
        var of = about(child, about, subject);
        var wanted = MeetingKind.of(kind);
        var choices = proposed.of(first);
        var known = new LinkedHashMap<String, List<String>>();
        MomentInput.known("at", clock.instant()).forEach((name, value) -> known.put(name, List.of(value)));
        // About a child who is missing people meet at once, and enter it afterwards; any other meeting has a time to
        // come.
        if (!about.equals("episode")) known.remove("at-time");
        known.put("kind", List.of(wanted.code));
        known.put("length", List.of(Integer.toString(wanted.minutes)));
        known.put("invite", Proposed.usually(choices, wanted));
        if (wanted == MeetingKind.MASE) known.put("focus", List.of("victim"));
        var draft = forms.load(request);
        var form = draft.fields().isEmpty() ? new Form(known, draft.errors()) : draft;
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        "Plan a meeting",
                        first.name(),
                        of.subject().path(),
                        form,
                        "An agency that is invited sees the child's record from now on, as far as its sharing agreement says. Invitations go out by e-mail with an entry for calendars; they name no child."
                                + " A meeting that was held at once by telephone is entered here too, with the time it had.",
                        questions(form, choices),
                        "/meetings?child=" + child + "&about=" + about + (subject == null ? "" : "&subject=" + subject),
                        "Save the meeting"));
    }

    private List<Content> questions(Form form, List<Proposed.Choice> choices) {
        var questions = new ArrayList<Content>();
        var kinds = Radios.of("kind", "Which meeting?")
                .hint(
                        "A MASE is the multi-agency meeting about a child at significant or serious risk of exploitation.");
        for (var each : MeetingKind.values()) kinds = kinds.item(each.code, each.words);
        questions.add(kinds.small().from(form));
        questions.add(Checkboxes.of("focus", "Focus (for a MASE or a group)")
                .items(Focus.WORDS)
                .small()
                .from(form));
        questions.addAll(MomentInput.of("at", "When is it, or when was it held?", "Time", form));
        questions.add(Input.of("length", "How many minutes?").width(3).from(form));
        questions.add(Input.of("place", "Where, or by which call? (optional)").from(form));
        questions.add(Select.of("chair", "Who chairs?")
                .choose("Not decided, or somebody else")
                .items(offered.peopleNames())
                .from(form));
        questions.add(Input.of("chair-name", "Name of another chair (optional)").from(form));
        var invite = Checkboxes.of("invite", "Who is invited?");
        for (var each : choices) invite = invite.item(each.value(), each.words());
        questions.add(invite.small().from(form));
        questions.add(Textarea.of(
                        "others", "Other children the meeting is about: their references, one on each line (optional)")
                .rows(2)
                .from(form));
        return questions;
    }

    @PostMapping("/meetings")
    ModelAndView plan(
            @RequestParam UUID child,
            @RequestParam(defaultValue = "child") String about,
            @RequestParam(required = false) UUID subject,
            HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var first = children.find(child).orElseThrow(Refused::notFound);
        var typed = new Typed(request, clock.instant());
        var kinds = Arrays.stream(MeetingKind.values()).map(each -> each.code).toList();
        var kind = typed.choice("kind", kinds, "Say which meeting it is");
        var focus = typed.all("focus").stream().filter(Focus.WORDS::containsKey).toList();
        var at = typed.planned("at", "of the meeting");
        var minutes = typed.number("length", 5, 600, "Enter the minutes as a number, like 60");
        var place = shorter(typed, "place", 300);
        var chair = typed.optional("chair");
        if (chair != null && !offered.peopleNames().containsKey(chair)) typed.wrong("chair", "Choose one of the list");
        var chairName = shorter(typed, "chair-name", 200);
        var choices = proposed.of(first);
        var chosen = typed.all("invite");
        var invited = choices.stream()
                .filter(each -> chosen.contains(each.value()))
                .map(Proposed.Choice::invite)
                .toList();
        if (invited.isEmpty()) typed.wrong("invite", "Say who is invited; others can be invited on the meeting's page");
        var others = others(typed);
        typed.check();
        var all = new ArrayList<About>();
        all.add(about(child, about, subject));
        for (var each : others) all.add(About.child(each.id()));
        var meeting = meetings.plan(new Plan(
                MeetingKind.of(kind),
                all,
                focus,
                at,
                minutes,
                place,
                chair == null ? null : UUID.fromString(chair),
                chairName,
                invited));
        return Pages.done(
                "/meetings/" + meeting,
                at.isAfter(clock.instant())
                        ? "The meeting is planned, and the invitations go out."
                        : "The meeting is entered. Record now who came.");
    }

    private static About about(UUID child, String about, @org.jspecify.annotations.Nullable UUID subject) {
        if (!SUBJECTS.contains(about) || !about.equals("child") && subject == null) throw Refused.notFound();
        return new About(child, about, about.equals("child") ? child : Objects.requireNonNull(subject));
    }

    static @org.jspecify.annotations.Nullable String shorter(Typed typed, String name, int most) {
        var words = typed.optional(name);
        if (words != null && words.length() > most) typed.wrong(name, "Use at most " + most + " characters");
        return words;
    }

    private List<ChildFacts> others(Typed typed) {
        var lines = typed.optional("others");
        if (lines == null) return List.of();
        var found = new ArrayList<ChildFacts>();
        Map<String, UUID> known = proposed.byReference(
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var id = known.get(line.toUpperCase(java.util.Locale.ROOT));
            var child = id == null ? java.util.Optional.<ChildFacts>empty() : children.find(id);
            if (child.isEmpty()) typed.wrong("others", "No child of yours has the reference " + line);
            else found.add(child.get());
        });
        return found;
    }
}
