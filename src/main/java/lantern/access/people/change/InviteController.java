package lantern.access.people.change;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.Roles;
import lantern.access.people.Changes;
import lantern.access.people.People;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
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

/** Joiners and movers: a post for somebody new, and another one for somebody who is there. */
@Controller
@Transactional
class InviteController {
    private final Access access;
    private final People people;
    private final Changes changes;
    private final Roles roles;
    private final Forms forms;
    private final Clock clock;
    private final String address;

    InviteController(
            Access access,
            People people,
            Changes changes,
            Roles roles,
            Forms forms,
            Clock clock,
            @Value("${lantern.public-url:}") String address) {
        this.access = access;
        this.people = people;
        this.changes = changes;
        this.roles = roles;
        this.forms = forms;
        this.clock = clock;
        this.address = address;
    }

    @GetMapping("/people/new")
    ModelAndView ask(HttpServletRequest request) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        return Pages.page("access/people/post", page(actor, forms.load(request), null, null, "/people", "/people"));
    }

    @PostMapping("/people")
    ModelAndView invite(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var form = new PostForm(typed)
                .required("name", 200, "Enter their name, as colleagues see it")
                .email();
        var post = form.post(own(actor), null);
        var outcome = changes.invite(form.words("name"), form.words("email"), post);
        return Pages.page(
                "access/people/outcome",
                new OutcomePage(
                        "Give them this link",
                        outcome.person(),
                        form.words("name"),
                        link(address, request, java.util.Objects.requireNonNull(outcome.link())),
                        outcome.waits()));
    }

    @GetMapping("/people/{id}/post")
    ModelAndView askMove(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID ends, HttpServletRequest request) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var person = people.person(id).orElseThrow(Refused::notFound);
        var post = people.posts(id).stream()
                .filter(each -> each.id().equals(ends))
                .findFirst()
                .orElse(null);
        var now = post == null
                ? null
                : post.role() + ", " + (post.team() == null ? "" : post.team() + ", ") + post.agency() + " since "
                        + London.day(London.date(post.from()));
        var action = "/people/" + id + "/post" + (post == null ? "" : "?ends=" + post.id());
        return Pages.page(
                "access/people/post", page(actor, forms.load(request), person.name(), now, action, "/people/" + id));
    }

    @PostMapping("/people/{id}/post")
    ModelAndView move(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID ends,
            @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        if (people.person(id).isEmpty()) throw Refused.notFound();
        var form = new PostForm(typed);
        var from = form.day("from", London.date(clock.instant()));
        var outcome = changes.move(id, ends, form.post(own(actor), from));
        return Pages.done(
                "/people/" + id,
                outcome.waits()
                        ? "It was asked for. A second person must agree before it happens"
                        : outcome.planned()
                                ? "The post will change on the day you chose"
                                : "The post was changed. They sign in again to work in it");
    }

    private PostPage page(
            Actor actor, Form form, @Nullable String name, @Nullable String now, String action, String back) {
        var own = own(actor);
        var today = London.date(clock.instant());
        return new PostPage(
                form.or(Map.of(
                        "from-day", String.valueOf(today.getDayOfMonth()),
                        "from-month", String.valueOf(today.getMonthValue()),
                        "from-year", String.valueOf(today.getYear()))),
                name,
                now,
                action,
                back,
                own == null ? people.agencies(null) : Map.of(),
                people.teams(own),
                given(own),
                today);
    }

    private Map<String, String> given(@Nullable UUID own) {
        var given = new LinkedHashMap<String, String>();
        var agencies = own == null
                ? people.agencies(null).keySet().stream().map(UUID::fromString).toList()
                : java.util.List.of(own);
        for (var agency : agencies)
            for (var role : roles.toGive(agency))
                given.put(
                        role.code(),
                        role.title() + (role.reachesAll() ? " (sees every child; a second person agrees)" : ""));
        return given.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(LinkedHashMap::new, (map, each) -> map.put(each.getKey(), each.getValue()), Map::putAll);
    }

    /** The agency of a manager who looks after one; null: they look after all. */
    static @Nullable UUID own(Actor actor) {
        return actor.may(Permission.MANAGE_ALL_AGENCIES) ? null : actor.agencyOrRefuse();
    }

    /** The address that people type in front of the path; without one (the demo) the one that this request came to. */
    static String link(String address, HttpServletRequest request, String path) {
        if (!address.isEmpty()) return address + path;
        var here = request.getRequestURL().toString();
        return here.substring(0, here.length() - request.getRequestURI().length()) + path;
    }
}
