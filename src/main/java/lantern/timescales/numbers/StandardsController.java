package lantern.timescales.numbers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import lantern.timescales.Happening;
import lantern.timescales.clock.Shown;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.force.InForce;
import lantern.timescales.force.Rules;
import lantern.timescales.force.Version;
import lantern.timescales.standard.Standard;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class StandardsController {
    private static final List<String> PATHWAY = EditionReader.shipped().getFirst().standards().stream()
            .map(Standard::id)
            .toList();

    private final Access access;
    private final InForce inForce;
    private final Numbers numbers;
    private final Forms forms;

    StandardsController(Access access, InForce inForce, Numbers numbers, Forms forms) {
        this.access = access;
        this.inForce = inForce;
        this.numbers = numbers;
        this.forms = forms;
    }

    @GetMapping("/timescales/standards")
    ModelAndView standards() {
        var actor = access.actor();
        var today = numbers.today();
        var rules = inForce.of(actor.authority());
        var rows = rules.inForce(today).stream()
                .sorted(Comparator.comparingInt(
                        version -> place(version.standard().id())))
                .map(version -> row(version, rules, today, authority(actor)))
                .toList();
        var edition = rules.edition(today).map(numbers::edition).orElse("No edition is in force");
        return Pages.page(
                "timescales/numbers/standards",
                new StandardsPage(authority(actor), edition, rows, actor.may(Permission.CHANGE_STANDARDS)));
    }

    /** As the papers follow the child: notification, triage, absence, return, interview. */
    private static int place(String standard) {
        var place = PATHWAY.indexOf(standard);
        return place < 0 ? PATHWAY.size() : place;
    }

    private static StandardsPage.Row row(Version version, Rules rules, LocalDate today, String authority) {
        var standard = version.standard();
        var later = rules.history(standard.id()).stream()
                .filter(other -> other.own() && other.from().isAfter(today))
                .map(other -> other.standard().within().words() + " from " + London.day(other.from()))
                .collect(Collectors.joining(", "));
        return new StandardsPage.Row(
                standard.id(),
                standard.title(),
                standard.within().words(),
                version.own()
                        ? authority
                        : standard.setByAuthority() ? "Default, for the authority to set" : "The guidance",
                London.day(version.from()),
                later.isEmpty() ? null : later,
                standard.source());
    }

    @GetMapping("/timescales/standards/{id}")
    ModelAndView standard(@PathVariable String id) {
        var actor = access.actor();
        var standard = numbers.inForce(actor, id, numbers.today()).standard();
        return Pages.page(
                "timescales/numbers/standard",
                new StandardPage(
                        standard,
                        authority(actor),
                        standard.within().words(),
                        standard.offsetHours() == 0
                                ? "counted from the moment it starts"
                                : "counted from " + standard.offsetHours() + " hours after it starts",
                        words(standard.starts(), Happening.EVENTS, ", or "),
                        appliesIf(standard),
                        Shown.metBy(standard),
                        cancelledBy(standard),
                        role(standard.owner()),
                        standard.steps().stream()
                                .map(step -> "%s: %s".formatted(step.when(), role(step.to())))
                                .toList(),
                        numbers.history(id),
                        actor.may(Permission.CHANGE_STANDARDS)));
    }

    @GetMapping("/timescales/standards/{id}/numbers/new")
    ModelAndView ask(@PathVariable String id, HttpServletRequest request) {
        var actor = access.require(Permission.CHANGE_STANDARDS);
        var standard = numbers.inForce(actor, id, numbers.today()).standard();
        return Pages.page(
                "timescales/numbers/change", new ChangeNumberPage(forms.load(request), standard, authority(actor)));
    }

    @PostMapping("/timescales/standards/{id}/numbers")
    ModelAndView change(@PathVariable String id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.CHANGE_STANDARDS);
        var today = numbers.today();
        var now = numbers.inForce(actor, id, today).standard().within();
        var change = ChangeNumber.of(typed, now, today);
        numbers.change(actor, id, change);
        return Pages.done(
                "/timescales/standards/" + id,
                "From " + London.day(change.from()) + " the limit is "
                        + change.within().words() + ". Timescales that have started keep the limit they started with");
    }

    private static String appliesIf(Standard standard) {
        var parts = new ArrayList<String>();
        for (var fact : standard.facts()) parts.add(Happening.FACTS.getOrDefault(fact, fact));
        for (var fact : standard.unless()) parts.add("not if " + Happening.FACTS.getOrDefault(fact, fact));
        return parts.isEmpty() ? "Always" : String.join("; ", parts);
    }

    private static String cancelledBy(Standard standard) {
        var parts = new ArrayList<String>();
        for (var cancel : standard.cancelledBy())
            parts.add(Happening.EVENTS.getOrDefault(cancel.event(), cancel.event())
                    + (cancel.onlyBeforeDue() ? " before it is due" : ""));
        return parts.isEmpty() ? "Nothing" : String.join("; ", parts);
    }

    private static String words(Collection<String> codes, Map<String, String> words, String between) {
        return codes.stream().map(code -> words.getOrDefault(code, code)).collect(Collectors.joining(between));
    }

    private static String role(String code) {
        return code.replace('-', ' ');
    }

    /** "merrowdale" is how the authority is known in commands; people write it with a capital. */
    private static String authority(Actor actor) {
        var code = actor.authorityCode();
        return code.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + code.substring(1);
    }
}
