package lantern.access.people.change;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.access.people.Changes;
import lantern.access.people.People;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leavers, and everything else that is done with somebody's account: each with a reason, said before it happens. */
@Controller
@Transactional
class ChangeController {
    private final Access access;
    private final People people;
    private final Changes changes;
    private final Forms forms;
    private final Clock clock;
    private final String address;

    ChangeController(
            Access access,
            People people,
            Changes changes,
            Forms forms,
            Clock clock,
            @Value("${lantern.public-url:}") String address) {
        this.access = access;
        this.people = people;
        this.changes = changes;
        this.forms = forms;
        this.clock = clock;
        this.address = address;
    }

    private static final String SECOND =
            "Somebody who reaches every child gets it only when a second person has agreed; the link is then shown to the second person.";

    @GetMapping("/people/{id}/leaving")
    ModelAndView askLeaving(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_PEOPLE);
        var happens = List.of(
                "On that day their posts end and their account is disabled: they are signed out and cannot sign in any more.",
                "What they recorded stays as it is, with their name.",
                "Children they are allocated to stay allocated to them until somebody allocates another worker.");
        return page(
                id,
                request,
                "leaving",
                "Record that they leave",
                happens,
                "From which day do they no longer need Lantern?",
                "Why do they leave?",
                "Save");
    }

    @PostMapping("/people/{id}/leaving")
    ModelAndView leave(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_PEOPLE);
        if (people.person(id).isEmpty()) throw Refused.notFound();
        var form = new PostForm(typed);
        var day = form.day("from", London.date(clock.instant()));
        var reason = reason(form);
        var outcome = changes.leave(id, day, reason);
        return Pages.done(
                "/people/" + id,
                outcome.planned()
                        ? "Their access ends on the day you chose"
                        : "Their posts have ended and their account is disabled");
    }

    @GetMapping("/people/{id}/disabling")
    ModelAndView askDisabling(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_PEOPLE);
        var happens = List.of(
                "They are signed out at their next click and cannot sign in, until somebody lets them in again by a new invitation.",
                "Their posts stay as they are.");
        return page(id, request, "disabling", "Disable this account", happens, null, "Why?", "Disable");
    }

    @PostMapping("/people/{id}/disabling")
    ModelAndView disable(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_PEOPLE);
        changes.disable(id, reason(new PostForm(typed)));
        return Pages.done("/people/" + id, "The account is disabled");
    }

    @GetMapping("/people/{id}/invitation")
    ModelAndView askLettingIn(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_PEOPLE);
        var happens = List.of(
                "You get a link that works once, for three days. With it they set a new password and second factor.",
                SECOND);
        return page(
                id,
                request,
                "invitation",
                "Let them in again",
                happens,
                null,
                "Why do they need Lantern again?",
                "Make a link");
    }

    @PostMapping("/people/{id}/invitation")
    ModelAndView letIn(@PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        access.require(Permission.MANAGE_PEOPLE);
        return shown(changes.letIn(id, reason(new PostForm(typed))), request);
    }

    @GetMapping("/people/{id}/second-factor")
    ModelAndView askReset(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_PEOPLE);
        var happens = List.of(
                "Their password and second factor stop working at once and they are signed out everywhere.",
                "You get a link that works once, for three days. With it they set new ones. Make sure that it is really them who asks.",
                SECOND);
        return page(id, request, "second-factor", "Reset password and second factor", happens, null, "Why?", "Reset");
    }

    @PostMapping("/people/{id}/second-factor")
    ModelAndView reset(@PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        access.require(Permission.MANAGE_PEOPLE);
        return shown(changes.reset(id, reason(new PostForm(typed))), request);
    }

    @PostMapping("/people/{id}/sessions")
    ModelAndView signOut(@PathVariable UUID id) {
        access.require(Permission.MANAGE_PEOPLE);
        changes.signOut(id);
        return Pages.done("/people/" + id, "They are signed out everywhere");
    }

    private ModelAndView shown(Changes.Outcome outcome, HttpServletRequest request) {
        var path = "/people/" + outcome.person();
        if (outcome.link() == null)
            return Pages.done(path, "It was asked for. A second person must agree before it happens");
        var name =
                people.person(outcome.person()).orElseThrow(Refused::notFound).name();
        return Pages.page(
                "access/people/outcome",
                new OutcomePage(
                        "Give them this link",
                        outcome.person(),
                        name,
                        InviteController.link(address, request, outcome.link()),
                        false));
    }

    private static String reason(PostForm form) {
        form.required("reason", PostForm.LONGEST_REASON, "Say why, in a sentence")
                .throwIfAny();
        return form.words("reason");
    }

    private ModelAndView page(
            UUID id,
            HttpServletRequest request,
            String noun,
            String title,
            List<String> happens,
            @Nullable String dayAsked,
            String question,
            String button) {
        var person = people.person(id).orElseThrow(Refused::notFound);
        var today = London.date(clock.instant());
        var form = forms.load(request);
        return Pages.page(
                "access/people/act",
                new ActPage(
                        form,
                        title,
                        person.name(),
                        happens,
                        dayAsked,
                        today,
                        question,
                        button,
                        "/people/" + id + "/" + noun,
                        "/people/" + id));
    }
}
