package lantern.children.breakglass;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class BreakGlassController {
    private static final int MOST = 200;

    private final Access access;
    private final BreakGlass breakGlass;
    private final Children children;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    BreakGlassController(
            Access access,
            BreakGlass breakGlass,
            Children children,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.breakGlass = breakGlass;
        this.children = children;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/break-glass")
    ModelAndView ask(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        onlyPeople(access.require(Permission.READ_CHILD));
        return Pages.page(
                "children/breakglass/open", new OpenPage(forms.load(request).or(Map.of("q", q)), q));
    }

    @PostMapping("/children/break-glass")
    ModelAndView open(@RequestParam Map<String, String> typed) {
        onlyPeople(access.require(Permission.READ_CHILD));
        var child = breakGlass.open(
                typed.getOrDefault("q", "").strip(),
                Reason.of(typed.getOrDefault("reason", "")),
                typed.getOrDefault("words", ""));
        return Pages.done(
                "/children/" + child,
                "You have this record for 12 hours. Its owner and the information governance lead have been told");
    }

    @GetMapping("/break-glass")
    ModelAndView all() {
        access.require(Permission.REVIEW_ACCESS);
        var openings = breakGlass.all(MOST);
        var seen = new HashMap<UUID, String>();
        children.findAll(openings.stream().map(Opening::child).distinct().toList())
                .forEach(each -> seen.put(each.id(), each.name()));
        if (!seen.isEmpty()) ledger.looked(seen.keySet(), "break-glass");
        var called = names.of(openings.stream().map(Opening::person).toList());
        return Pages.page("children/breakglass/all", new OpeningPages.All(openings, seen, called, clock.instant()));
    }

    @GetMapping("/break-glass/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        var opening = breakGlass.find(id).orElseThrow(Refused::notFound);
        var child = children.find(opening.child())
                .map(each -> each.name() + ", " + each.reference())
                .orElse(null);
        var mentioned = new ArrayList<@Nullable UUID>(List.of(opening.person()));
        mentioned.add(opening.reviewedBy());
        ledger.look(opening.child(), "access");
        var mayReview = actor.may(Permission.REVIEW_ACCESS)
                && opening.outcome() == null
                && !opening.person().equals(actor.id());
        return Pages.page(
                "children/breakglass/one",
                new OpeningPages.One(
                        forms.load(request), opening, child, names.of(mentioned), mayReview, clock.instant()));
    }

    @PostMapping("/break-glass/{id}/review")
    ModelAndView review(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.REVIEW_ACCESS);
        if (breakGlass.find(id).isEmpty()) throw Refused.notFound();
        breakGlass.review(id, typed.getOrDefault("outcome", ""), typed.getOrDefault("words", ""));
        return Pages.done("/break-glass", "The review was recorded");
    }

    private static void onlyPeople(Actor actor) {
        if (actor.kind() != Actor.Kind.PERSON)
            throw Refused.notAllowed("Only a person can open a record in an emergency");
    }
}
