package lantern.access.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.Roles;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One person: posts, what their role lets them do, sessions, second factor, and what was asked for them. */
@Controller
@Transactional
class PersonController {
    private final Access access;
    private final People people;
    private final Changes changes;
    private final Roles roles;
    private final Names names;
    private final Clock clock;

    PersonController(Access access, People people, Changes changes, Roles roles, Names names, Clock clock) {
        this.access = access;
        this.people = people;
        this.changes = changes;
        this.roles = roles;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/people/{id}")
    ModelAndView person(@PathVariable UUID id) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var person = people.person(id).orElseThrow(Refused::notFound);
        var now = clock.instant();
        var barred = changes.barred(id);
        var role = roles.all().stream()
                .filter(each -> each.code().equals(person.role()))
                .findFirst();
        var live = person.posts() > 0;
        return Pages.page(
                "access/people/person",
                new PersonPage(
                        id,
                        person.name(),
                        person.email(),
                        state(person, now),
                        person.signedInAt() == null
                                ? "Never signed in"
                                : London.when(person.signedInAt(), now)
                                        + (person.seenAt() == null
                                                ? ""
                                                : ", last used " + London.ago(person.seenAt(), now)),
                        person.sessions() == 0
                                ? "Not signed in now"
                                : "Signed in now, in " + person.sessions() + " places",
                        person.secondFactor() ? "Set" : "Not set: they have not accepted an invitation",
                        people.posts(id).stream()
                                .map(post -> post(post, barred == null, now))
                                .toList(),
                        live ? role.map(Roles.Role::title).orElse(null) : null,
                        live ? role.map(Roles.Role::reachInWords).orElse(null) : null,
                        live ? role.map(Roles.Role::inWords).orElse(List.of()) : List.of(),
                        asked(id, now),
                        barred,
                        actor.id().equals(id)));
    }

    private static PersonPage.State state(People.Person person, Instant now) {
        var words = stateInWords(person.state());
        if (person.disabledAt() != null)
            words += " since " + London.when(person.disabledAt(), now)
                    + (person.disabledBecause() == null ? "" : ": " + person.disabledBecause());
        return new PersonPage.State(person.state(), words, colour(person.state()));
    }

    private static PersonPage.PostRow post(People.Post post, boolean mayChange, Instant now) {
        var over = post.until() != null && !post.until().isAfter(now);
        return new PersonPage.PostRow(
                post.role(),
                post.team() == null ? post.agency() : post.team() + ", " + post.agency(),
                London.day(London.date(post.from())),
                post.until() == null ? "" : London.day(London.date(post.until())),
                mayChange && !over && post.until() == null ? post.id() : null);
    }

    private List<PersonPage.ChangeRow> asked(UUID person, Instant now) {
        var asked = changes.of(person);
        var ids = new ArrayList<UUID>();
        for (var each : asked) {
            ids.add(each.askedBy());
            if (each.decidedBy() != null) ids.add(each.decidedBy());
        }
        var called = names.of(ids);
        return asked.stream()
                .map(each -> new PersonPage.ChangeRow(
                        each.what(),
                        each.reason(),
                        London.when(each.askedAt(), now) + ", by " + called.name(each.askedBy()),
                        outcome(each, called, now),
                        each.open() ? "/people/changes/" + each.id() : null))
                .toList();
    }

    private static String outcome(Changes.Asked each, Names.Called called, Instant now) {
        var by = each.decidedBy() == null ? "" : " by " + called.name(each.decidedBy());
        if (each.withdrawnAt() != null) return "Withdrawn " + London.when(each.withdrawnAt(), now);
        if (Boolean.FALSE.equals(each.agreed()))
            return "Refused" + by + (each.because() == null ? "" : ": " + each.because());
        if (each.doneAt() != null)
            return "Done " + London.when(each.doneAt(), now) + (by.isEmpty() ? "" : ", agreed" + by);
        return each.waits() ? "Waits for a second person" : "Planned for " + London.day(London.date(each.from()));
    }

    static String stateInWords(String state) {
        return switch (state) {
            case "active" -> "Can sign in";
            case "invited" -> "Invited";
            default -> "Disabled";
        };
    }

    static String colour(String state) {
        return switch (state) {
            case "active" -> "green";
            case "invited" -> "blue";
            default -> "grey";
        };
    }
}
