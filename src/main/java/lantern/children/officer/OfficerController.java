package lantern.children.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.children.forms.Typed;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/children/{id}/reviewing-officer")
class OfficerController {
    private final Access access;
    private final Children children;
    private final ReviewingOfficers officers;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    OfficerController(
            Access access,
            Children children,
            ReviewingOfficers officers,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.officers = officers;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        var child = children.find(id).orElseThrow(Refused::notFound);
        ledger.look(id, "identity");
        var current = officers.appointed(id)
                .map(each -> names.of(java.util.List.of(each.person())).name(each.person()) + ", since "
                        + London.day(London.date(each.since())))
                .orElse("nobody");
        var choices = new LinkedHashMap<String, String>();
        officers.all().forEach(each -> choices.put(each.id().toString(), each.name()));
        return Pages.page(
                "children/officer/page",
                new OfficerPage(forms.load(request), id, child.name(), child.reference(), current, choices));
    }

    @PostMapping
    ModelAndView appoint(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var officer = typed.choice("officer", "Choose a reviewing officer from the list");
        typed.throwIfAny();
        if (officer == null) throw new Refused("Choose a reviewing officer from the list", "officer");
        officers.appoint(id, officer, actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The reviewing officer was appointed");
    }
}
