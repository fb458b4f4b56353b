package lantern.children.restricted;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class RestrictionController {
    private final Access access;
    private final Children children;
    private final Restrictions restrictions;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    RestrictionController(
            Access access,
            Children children,
            Restrictions restrictions,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.restrictions = restrictions;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/restriction")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.RESTRICT_RECORD);
        return page(actor.id(), id, forms.load(request), false);
    }

    @PostMapping("/children/{id}/restriction")
    ModelAndView restrict(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var actor = access.require(Permission.RESTRICT_RECORD);
        if (children.find(id).isEmpty()) throw Refused.notFound();
        restrictions.restrict(id, words(typed, "reason"), people(typed), actor.id());
        return Pages.done("/children/" + id, "The record is restricted to the people you named");
    }

    @PostMapping("/children/{id}/restriction/people")
    ModelAndView name(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var actor = access.require(Permission.RESTRICT_RECORD);
        if (children.find(id).isEmpty()) throw Refused.notFound();
        restrictions.name(id, people(typed), actor.id());
        return Pages.done("/children/" + id + "/restriction", "The people who see the record were changed");
    }

    @GetMapping("/children/{id}/restriction/lifting")
    ModelAndView askLifting(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.RESTRICT_RECORD);
        return page(actor.id(), id, forms.load(request), true);
    }

    @PostMapping("/children/{id}/restriction/lifting")
    ModelAndView lift(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        access.require(Permission.RESTRICT_RECORD);
        if (children.find(id).isEmpty()) throw Refused.notFound();
        restrictions.lift(id, words(typed, "because"));
        return Pages.done("/children/" + id, "The record is no longer restricted");
    }

    private ModelAndView page(UUID reader, UUID id, Form form, boolean lifting) {
        var child = children.find(id).orElseThrow(Refused::notFound);
        var restriction = restrictions.of(id).orElse(null);
        if (lifting && restriction == null) throw Refused.notFound();
        var people = new LinkedHashMap<String, String>();
        for (var each : restrictions.choices(id)) {
            if (!each.id().equals(reader)) people.put(each.id().toString(), each.name() + ", " + each.post());
        }
        ledger.look(id, "identity", "access");
        var named = restriction == null ? List.<UUID>of() : restriction.people();
        return Pages.page(
                "children/restricted/page",
                new RestrictionPage(
                        named.isEmpty() || !form.fields().isEmpty() ? form : chosen(named, form),
                        id,
                        child.name(),
                        child.reference(),
                        restriction == null ? null : since(restriction),
                        restriction == null ? null : restriction.reason(),
                        people,
                        named(named),
                        lifting));
    }

    private static Form chosen(List<UUID> named, Form form) {
        return new Form(Map.of("people", named.stream().map(UUID::toString).toList()), form.errors());
    }

    private String since(Restrictions.Restriction restriction) {
        var by = names.of(List.of(restriction.by())).name(restriction.by());
        return London.when(restriction.startsAt(), clock.instant()) + (by == null ? "" : ", by " + by);
    }

    private List<String> named(List<UUID> ids) {
        var called = names.of(ids);
        return ids.stream().map(called::name).filter(java.util.Objects::nonNull).toList();
    }

    private static String words(MultiValueMap<String, String> typed, String name) {
        @Nullable String words = typed.getFirst(name);
        return words == null ? "" : words.strip();
    }

    private static List<UUID> people(MultiValueMap<String, String> typed) {
        var people = new ArrayList<UUID>();
        for (var each : typed.getOrDefault("people", List.of())) {
            try {
                people.add(UUID.fromString(each));
            } catch (IllegalArgumentException e) {
                throw new Refused("Choose people from the list", "people");
            }
        }
        return people;
    }
}
