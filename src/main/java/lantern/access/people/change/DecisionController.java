package lantern.access.people.change;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.Roles;
import lantern.access.people.Changes;
import lantern.access.people.People;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second person: whoever reaches every child, or is to reach them, is never changed by one alone. */
@Controller
@Transactional
class DecisionController {
    private final Access access;
    private final People people;
    private final Changes changes;
    private final Roles roles;
    private final Names names;
    private final Forms forms;
    private final Clock clock;
    private final String address;

    DecisionController(
            Access access,
            People people,
            Changes changes,
            Roles roles,
            Names names,
            Forms forms,
            Clock clock,
            @Value("${lantern.public-url:}") String address) {
        this.access = access;
        this.people = people;
        this.changes = changes;
        this.roles = roles;
        this.names = names;
        this.forms = forms;
        this.clock = clock;
        this.address = address;
    }

    @GetMapping("/people/changes/{id}")
    ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var asked = changes.find(id).orElseThrow(Refused::notFound);
        var person = people.person(asked.person()).orElseThrow(Refused::notFound);
        var role = roles.all().stream()
                .filter(each -> each.title().equals(asked.role()))
                .findFirst();
        var mayDecide = asked.waits()
                && actor.may(Permission.MANAGE_ALL_AGENCIES)
                && !actor.id().equals(asked.askedBy())
                && !actor.id().equals(asked.person());
        return Pages.page(
                "access/people/decision",
                new DecisionPage(
                        forms.load(request),
                        id,
                        asked.person(),
                        person.name(),
                        asked.what(),
                        asked.reason(),
                        London.when(asked.askedAt(), clock.instant()) + ", by "
                                + names.of(List.of(asked.askedBy())).name(asked.askedBy()),
                        role.map(Roles.Role::reachInWords).orElse(""),
                        role.map(Roles.Role::inWords).orElse(List.of()),
                        mayDecide,
                        asked.open() && changes.barred(asked.person()) == null,
                        stands(asked)));
    }

    private static String stands(Changes.Asked asked) {
        if (asked.waits())
            return "It waits for a second person: somebody who looks after every agency, did not ask for it, and whom it is not about.";
        if (asked.open()) return "It is agreed and happens on " + London.day(London.date(asked.from())) + ".";
        return asked.doneAt() == null ? "It was refused or withdrawn." : "It is done.";
    }

    @PostMapping("/people/changes/{id}/decision")
    ModelAndView decide(@PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        access.require(Permission.MANAGE_ALL_AGENCIES);
        var asked = changes.find(id).orElseThrow(Refused::notFound);
        var person = people.person(asked.person()).orElseThrow(Refused::notFound);
        var decision = typed.getOrDefault("decision", "");
        var because = typed.getOrDefault("because", "").strip();
        new FormErrors()
                .addIf(
                        !decision.equals("agreed") && !decision.equals("refused"),
                        "decision",
                        "Choose whether you agree")
                .addIf(decision.equals("refused") && because.isEmpty(), "because", "Say why not, for whoever asked")
                .addIf(because.length() > PostForm.LONGEST_REASON, "because", "Use at most 500 characters")
                .throwIfAny();
        var outcome = changes.decide(asked, decision.equals("agreed"), because.isEmpty() ? null : because);
        if (outcome.link() != null)
            return Pages.page(
                    "access/people/outcome",
                    new OutcomePage(
                            "Give them this link",
                            asked.person(),
                            person.name(),
                            InviteController.link(address, request, outcome.link()),
                            false));
        return Pages.done(
                "/people",
                decision.equals("refused")
                        ? "The change was refused"
                        : outcome.planned() ? "You agreed; it happens on its day" : "You agreed; it is done");
    }

    @PostMapping("/people/changes/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id) {
        access.require(Permission.MANAGE_PEOPLE);
        var asked = changes.find(id).orElseThrow(Refused::notFound);
        changes.withdraw(id, asked.person());
        return Pages.done("/people/" + asked.person(), "The change was withdrawn");
    }
}
