package lantern.children.flags;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.children.forms.Typed;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
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
class FlagController {
    private final Access access;
    private final Children children;
    private final Flags flags;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    FlagController(Access access, Children children, Flags flags, Ledger ledger, Forms forms, Clock clock) {
        this.access = access;
        this.children = children;
        this.flags = flags;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/flags")
    ModelAndView flags(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        return page(actor, id, null, forms.load(request));
    }

    @PostMapping("/children/{id}/flags")
    ModelAndView raise(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var text = typed.required("text", "Say what others need to know");
        var owner =
                typed.words("owner").isEmpty() ? actor.id() : typed.choice("owner", "Choose an owner from the list");
        typed.throwIfAny();
        var chosen = flags.owners(id).stream()
                .filter(each -> each.id().equals(owner))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose an owner from the list", "owner"));
        var child = children.find(id).orElseThrow(Refused::notFound);
        flags.raise(child, text, chosen.id(), actor.id(), clock.instant());
        return Pages.done(
                "/children/" + id,
                "The flag was raised. "
                        + (chosen.id().equals(actor.id()) ? "You are its owner" : chosen.name() + " is its owner"));
    }

    /** Where a flag's clock leads: to the flags of its child. */
    @GetMapping("/children/flags/{flag}")
    ModelAndView flag(@PathVariable UUID flag) {
        access.require(Permission.READ_CHILD);
        return Pages.seeOther("/children/" + flags.child(flag).orElseThrow(Refused::notFound) + "/flags");
    }

    @GetMapping("/children/{id}/flags/{flag}/review")
    ModelAndView askReview(@PathVariable UUID id, @PathVariable UUID flag, HttpServletRequest request) {
        var actor = access.require(Permission.WRITE_CHILD);
        return page(actor, id, flag, forms.load(request));
    }

    @PostMapping("/children/{id}/flags/{flag}/review")
    ModelAndView review(@PathVariable UUID id, @PathVariable UUID flag, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var decision = typed.words("decision");
        typed.refuseIf(!FlagsPage.DECISIONS.containsKey(decision), "decision", "Say whether the flag is still needed");
        var removed = decision.equals("remove");
        var because = typed.words("because");
        typed.refuseIf(removed && because.isEmpty(), "because", "Say why the flag is no longer needed");
        typed.throwIfAny();
        var child = children.find(id).orElseThrow(Refused::notFound);
        if (removed) flags.remove(child, flag, because, actor.id(), clock.instant());
        else flags.keep(child, flag, clock.instant());
        return Pages.done("/children/" + id, removed ? "The flag was removed" : "The flag was reviewed and stays");
    }

    private Map<String, String> owners(UUID child) {
        var owners = new LinkedHashMap<String, String>();
        flags.owners(child).forEach(each -> owners.put(each.id().toString(), each.name() + ", " + each.post()));
        return owners;
    }

    private ModelAndView page(Actor actor, UUID id, @Nullable UUID reviewing, Form form) {
        var child = children.find(id).orElseThrow(Refused::notFound);
        var rows = flags.of(id);
        var row = rows.stream()
                .filter(each -> each.standing() && each.id().equals(reviewing))
                .findFirst()
                .orElse(null);
        if (reviewing != null && row == null) throw Refused.notFound();
        ledger.look(id, "identity", "flags");
        return Pages.page(
                "children/flags/page",
                new FlagsPage(
                        form.or(Map.of("owner", actor.id().toString())),
                        id,
                        child.name(),
                        child.reference(),
                        rows,
                        row,
                        actor.may(Permission.WRITE_CHILD) ? owners(id) : Map.of(),
                        London.date(clock.instant())));
    }
}
