package lantern.children.kin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.children.forms.Typed;
import lantern.children.identifiers.Postcode;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class KinController {
    private final Access access;
    private final Relations relations;
    private final Warnings warnings;
    private final Forms forms;
    private final Clock clock;

    KinController(Access access, Relations relations, Warnings warnings, Forms forms, Clock clock) {
        this.access = access;
        this.relations = relations;
        this.warnings = warnings;
        this.forms = forms;
        this.clock = clock;
    }

    /** Where a record's page leads when a warning stands before it; a record without one opens at once. */
    @GetMapping("/children/{id}/warning")
    ModelAndView warn(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        var of = warnings.of(actor, id);
        if (of.isEmpty()) return Pages.seeOther("/children/" + id);
        return Pages.page(
                "children/kin/before",
                new KinPages.Before(
                        forms.load(request),
                        id,
                        of.stream().map(each -> each.words).toList()));
    }

    @PostMapping("/children/{id}/warning")
    ModelAndView decide(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.READ_CHILD);
        if (warnings.of(actor, id).isEmpty()) throw Refused.notFound();
        var because = typed.getOrDefault("because", "");
        if (because.equals("turn-back")) {
            warnings.turnedBack(id);
            return Pages.done("/", "You turned back. The record was not opened");
        }
        warnings.goOn(actor, id, because, typed.getOrDefault("words", ""));
        return Pages.seeOther("/children/" + id);
    }

    @GetMapping("/my/relations")
    ModelAndView own() {
        access.require(Permission.READ_CHILD);
        return Pages.page(
                "children/kin/own",
                new KinPages.Own(relations.own().stream().map(KinPages::line).toList()));
    }

    @GetMapping("/my/relations/new")
    ModelAndView ask(@RequestParam(defaultValue = "child") String kind, HttpServletRequest request) {
        access.require(Permission.READ_CHILD);
        if (!KinPages.Declare.KINDS.contains(kind)) throw Refused.notFound();
        return Pages.page("children/kin/declare", new KinPages.Declare(forms.load(request), kind));
    }

    @PostMapping("/my/relations")
    ModelAndView declare(@RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.READ_CHILD);
        var typed = new Typed(fields);
        var relation =
                switch (typed.words("kind")) {
                    case "postcode" -> {
                        var postcode = typed.required("postcode", "Enter the postcode");
                        typed.refuseIf(
                                !postcode.isEmpty() && !Postcode.isWellFormed(postcode),
                                "postcode",
                                "Enter a full postcode, for example MD4 2QT");
                        yield Relations.postcode(postcode);
                    }
                    case "family-name" -> Relations.familyName(typed.required("family", "Enter the family name"));
                    default -> {
                        var family = typed.required("family", "Enter the child's family name");
                        var given = typed.required("given", "Enter the child's given name");
                        var born = typed.day("born");
                        var what = typed.words("what");
                        typed.refuseIf(!KinPages.WHATS.containsKey(what), "what", "Choose who the child is to you");
                        yield Relations.child(family, given, born, what);
                    }
                };
        typed.throwIfAny();
        relations.declare(actor, relation, clock.instant());
        return Pages.done("/my/relations", "It was recorded. Only you can see it");
    }

    @PostMapping("/my/relations/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_CHILD);
        relations.withdraw(actor, id, clock.instant());
        return Pages.done("/my/relations", "It was taken back");
    }
}
