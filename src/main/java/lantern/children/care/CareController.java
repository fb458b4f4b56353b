package lantern.children.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.children.NewChild.Address;
import lantern.children.facts.FactWords;
import lantern.children.forms.Typed;
import lantern.platform.Refused;
import lantern.platform.web.Page;
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
class CareController {
    private final Access access;
    private final Children children;
    private final LegalStatuses legalStatuses;
    private final Placements placements;
    private final FactWords histories;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    CareController(
            Access access,
            Children children,
            LegalStatuses legalStatuses,
            Placements placements,
            FactWords histories,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.legalStatuses = legalStatuses;
        this.placements = placements;
        this.histories = histories;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/legal-statuses")
    ModelAndView askLegalStatus(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        var current = legalStatuses.inForceInWords(id);
        return Pages.page(
                "children/care/legalStatus",
                page(actor, forms.load(request), "Legal status", id, current, "legal-statuses"));
    }

    @PostMapping("/children/{id}/legal-statuses")
    ModelAndView startLegalStatus(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var code = typed.required("code", "Choose a legal status from the list");
        var startsOn = typed.requiredDay("startsOn", "Enter the day the legal status starts");
        typed.throwIfAny();
        legalStatuses.start(id, code, startsOn, actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The legal status was recorded");
    }

    @PostMapping("/children/{id}/legal-statuses/end")
    ModelAndView endLegalStatus(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var endsOn = typed.requiredDay("endsOn", "Enter the day the child stopped being looked after");
        typed.throwIfAny();
        legalStatuses.end(id, endsOn, typed.wordsOrNull("endedBecause"), actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The end of the legal status was recorded");
    }

    @GetMapping("/children/{id}/placements")
    ModelAndView askPlacement(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        var current = placements.currentInWords(id);
        return Pages.page(
                "children/care/placement", page(actor, forms.load(request), "Placement", id, current, "placements"));
    }

    @PostMapping("/children/{id}/placements")
    ModelAndView startPlacement(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var lines = typed.words("address");
        var postcode = typed.wordsOrNull("postcode");
        var placement = new NewPlacement(
                typed.required("typeCode", "Choose a kind of placement from the list"),
                typed.wordsOrNull("providerCode"),
                typed.required("name", "Enter the name of the home or the carer"),
                typed.wordsOrNull("hostAuthority"),
                typed.requiredDay("startsOn", "Enter the day the placement starts"),
                lines.isEmpty() && postcode == null ? null : new Address(lines, postcode, "other"),
                typed.wordsOrNull("because"));
        typed.throwIfAny();
        placements.start(id, placement, actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The placement was recorded");
    }

    @PostMapping("/children/{id}/placements/end")
    ModelAndView endPlacement(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var endsOn = typed.requiredDay("endsOn", "Enter the day the placement ended");
        typed.throwIfAny();
        placements.end(id, endsOn, typed.wordsOrNull("endedBecause"), actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The end of the placement was recorded");
    }

    private Page page(Actor actor, Form form, String title, UUID id, @Nullable String current, String kind) {
        var child = children.find(id).orElseThrow(Refused::notFound);
        ledger.look(id, "identity", "legal");
        var history = histories.of(kind, child, actor.may(Permission.WRITE_CHILD));
        return new CarePage(form, title, id, child.name(), child.reference(), current, history);
    }
}
