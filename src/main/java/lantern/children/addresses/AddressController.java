package lantern.children.addresses;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/children/{id}/addresses")
class AddressController {
    private final Access access;
    private final Children children;
    private final Addresses addresses;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    AddressController(Access access, Children children, Addresses addresses, Ledger ledger, Forms forms, Clock clock) {
        this.access = access;
        this.children = children;
        this.addresses = addresses;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        return page(id, null, forms.load(request));
    }

    @PostMapping
    ModelAndView add(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var address = new NewAddress(
                typed.required("kind", "Choose what kind of address it is"),
                typed.words("lines"),
                typed.wordsOrNull("postcode"),
                typed.day("startsOn"),
                typed.day("endsOn"));
        typed.throwIfAny();
        // The policy lets no row in for a child whom the actor may not see; the answer is then as for one who does not
        // exist.
        if (children.find(id).isEmpty()) throw Refused.notFound();
        addresses.add(id, address, actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The address was added");
    }

    @GetMapping("/{address}/end")
    ModelAndView askEnd(@PathVariable UUID id, @PathVariable UUID address, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        return page(id, address, forms.load(request));
    }

    @PostMapping("/{address}/end")
    ModelAndView end(@PathVariable UUID id, @PathVariable UUID address, @RequestParam Map<String, String> fields) {
        access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var endsOn = typed.requiredDay("endsOn", "Enter the last day on which the child lived there");
        typed.throwIfAny();
        addresses.end(id, address, endsOn, clock.instant());
        return Pages.done("/children/" + id, "The end of the address was recorded");
    }

    private ModelAndView page(UUID id, @Nullable UUID ending, Form form) {
        var child = children.find(id).orElseThrow(Refused::notFound);
        var rows = addresses.of(id);
        var row = rows.stream()
                .filter(each -> each.standing() && each.id().equals(ending))
                .findFirst()
                .orElse(null);
        if (ending != null && row == null) throw Refused.notFound();
        ledger.look(id, "identity", "contact");
        return Pages.page(
                "children/addresses/page", new AddressesPage(form, id, child.name(), child.reference(), rows, row));
    }
}
