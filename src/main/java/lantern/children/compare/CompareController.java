package lantern.children.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Candidate;
import lantern.children.Matcher;
import lantern.children.Wanted;
import lantern.children.forms.Typed;
import lantern.children.merge.Chosen;
import lantern.children.merge.Merges;
import lantern.children.record.ChildRecord;
import lantern.children.record.Records;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Drafts;
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
class CompareController {
    private static final int MOST = 10;

    private final Access access;
    private final Records records;
    private final Merges merges;
    private final Matcher matcher;
    private final Ledger ledger;
    private final Forms forms;
    private final Drafts drafts;
    private final Clock clock;

    CompareController(
            Access access,
            Records records,
            Merges merges,
            Matcher matcher,
            Ledger ledger,
            Forms forms,
            Drafts drafts,
            Clock clock) {
        this.access = access;
        this.records = records;
        this.merges = merges;
        this.matcher = matcher;
        this.ledger = ledger;
        this.forms = forms;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/merges/new")
    ModelAndView compare(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String with, HttpServletRequest request) {
        access.require(Permission.MERGE_CHILDREN);
        var child = records.find(id).orElseThrow(Refused::notFound);
        if (with.isBlank()) return choose(child, null, null);
        var other = other(child, with);
        if (other.isEmpty())
            return choose(child, with, "Enter the reference of another record that you can see, for example C-1000001");
        var form = forms.load(request);
        // Somebody who looks again before confirming finds what they had decided.
        if (form.fields().isEmpty())
            form = drafts.find(confirmation(id, other.get())).orElse(form);
        ledger.looked(List.of(id, other.get().id()), "compared-to-merge");
        return page(form, child, other.get(), false);
    }

    /** Nothing is merged yet: what was decided is shown once more. */
    @PostMapping("/children/{id}/merges/proposal")
    ModelAndView propose(
            @PathVariable UUID id,
            @RequestParam String with,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        access.require(Permission.MERGE_CHILDREN);
        var child = records.find(id).orElseThrow(Refused::notFound);
        var other = other(child, with).orElseThrow(Refused::notFound);
        var clashes = merges.clashes(id, other.id());
        if (clashes.stream().anyMatch(clash -> "not-now".equals(fields.get(clash.key())))) {
            drafts.forget(confirmation(id, other));
            return Pages.done("/children/" + id, "The two records stay as they are, until it is cleared up");
        }
        var typed = new Typed(fields);
        for (var row : Comparison.of(child, other, London.date(clock.instant())).toDecide()) {
            var fact = java.util.Objects.requireNonNull(row.fact());
            typed.refuseIf(
                    !List.of("standing", "merged").contains(typed.words(fact.field)),
                    fact.field,
                    "Choose which " + row.title().toLowerCase(Locale.ROOT) + " stands");
        }
        for (var clash : clashes)
            typed.refuseIf(
                    !clash.answers().containsKey(typed.words(clash.key())),
                    clash.key(),
                    "Choose what becomes of the two episodes");
        var reason = typed.required("reason", "Say how you know that they are one child");
        typed.refuseIf(reason.length() > 2_000, "reason", "The reason must be 2,000 characters or fewer");
        typed.throwIfAny();
        drafts.keep(confirmation(id, other), Forms.typed(request), List.of());
        return Pages.seeOther(confirmation(id, other));
    }

    @GetMapping("/children/{id}/merges/confirmation")
    ModelAndView confirm(@PathVariable UUID id, @RequestParam String with, HttpServletRequest request) {
        access.require(Permission.MERGE_CHILDREN);
        var child = records.find(id).orElseThrow(Refused::notFound);
        var other = other(child, with).orElseThrow(Refused::notFound);
        var form = forms.load(request);
        if (form.value("reason") == null) return Pages.seeOther(compared(id, other));
        ledger.looked(List.of(id, other.id()), "compared-to-merge");
        return page(form, child, other, true);
    }

    @PostMapping("/children/{id}/merges")
    ModelAndView merge(@PathVariable UUID id, @RequestParam String with, @RequestParam Map<String, String> fields) {
        access.require(Permission.MERGE_CHILDREN);
        var child = records.find(id).orElseThrow(Refused::notFound);
        var other = other(child, with).orElseThrow(Refused::notFound);
        var typed = new Typed(fields);
        typed.refuseIf(
                !typed.ticked("sure"), "sure", "Tick that you have compared the two records and they are one child");
        typed.throwIfAny();
        var decisions = merges.clashes(id, other.id()).stream()
                .collect(Collectors.toMap(clash -> clash.key(), clash -> typed.words(clash.key())));
        merges.merge(id, other.id(), Chosen.of(fields), decisions, typed.words("reason"));
        return Pages.done("/children/" + id, "The two records are one");
    }

    private ModelAndView choose(ChildRecord child, @Nullable String typed, @Nullable String wrong) {
        var alike = matcher.candidates(wanted(child), MOST).stream()
                .filter(each -> !each.child().equals(child.id()))
                .toList();
        ledger.looked(
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(child.id()),
                                alike.stream().map(Candidate::child))
                        .toList(),
                "records-alike");
        return Pages.page(
                "children/compare/choose",
                new ChoosePage(child.id(), child.name(), child.reference(), alike, typed, wrong));
    }

    private ModelAndView page(Form form, ChildRecord child, ChildRecord other, boolean confirming) {
        var comparison = Comparison.of(child, other, London.date(clock.instant()));
        var found = matcher.candidates(wanted(other), MOST).stream()
                .filter(each -> each.child().equals(child.id()))
                .findFirst()
                .orElse(null);
        return Pages.page(
                "children/compare/page",
                new ComparePage(
                        form,
                        child,
                        other,
                        comparison,
                        found,
                        merges.clashes(child.id(), other.id()),
                        merges.restricted(child.id(), other.id()),
                        confirming));
    }

    private Optional<ChildRecord> other(ChildRecord child, String with) {
        return records.find(with.strip().toUpperCase(Locale.ROOT))
                .filter(other -> !other.id().equals(child.id()));
    }

    private static Wanted wanted(ChildRecord child) {
        return new Wanted(
                child.familyName(),
                child.givenNames(),
                child.knownAs(),
                child.dateOfBirth(),
                child.sex(),
                child.identifiers().stream()
                        .collect(Collectors.toMap(
                                ChildRecord.Identifier::kind, ChildRecord.Identifier::value, (first, second) -> first)),
                child.addresses().stream()
                        .map(ChildRecord.Address::postcode)
                        .filter(java.util.Objects::nonNull)
                        .map(String::valueOf)
                        .toList(),
                child.phones());
    }

    private static String confirmation(UUID id, ChildRecord other) {
        return "/children/" + id + "/merges/confirmation?with=" + other.reference();
    }

    private static String compared(UUID id, ChildRecord other) {
        return "/children/" + id + "/merges/new?with=" + other.reference();
    }
}
