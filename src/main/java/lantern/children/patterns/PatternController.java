package lantern.children.patterns;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.audit.LedgerLine;
import lantern.audit.LedgerSearch;
import lantern.audit.LedgerSearch.Wanted;
import lantern.calendar.London;
import lantern.children.governance.LedgerEntries;
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
class PatternController {
    private static final int BEHIND = 100;

    private final Access access;
    private final Findings findings;
    private final Thresholds thresholds;
    private final LedgerSearch search;
    private final LedgerEntries entries;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    PatternController(
            Access access,
            Findings findings,
            Thresholds thresholds,
            LedgerSearch search,
            LedgerEntries entries,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.findings = findings;
        this.thresholds = thresholds;
        this.search = search;
        this.entries = entries;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/ledger/patterns")
    ModelAndView all(@RequestParam(defaultValue = "waiting") String show, @RequestParam(defaultValue = "1") int page) {
        var actor = access.require(Permission.READ_LEDGER);
        var waiting = !show.equals("looked-into");
        var found = findings.list(waiting, Math.max(1, page));
        var shown = found.size() > Findings.PAGE ? found.subList(0, Findings.PAGE) : found;
        var rules = thresholds.all();
        var sentences = sentences(shown);
        var rows = shown.stream()
                .map(each -> new PatternPages.Row(
                        each.id(),
                        each.on(),
                        Objects.requireNonNull(rules.get(each.pattern())).title(),
                        Objects.requireNonNull(sentences.get(each.id())),
                        each.outcome() == null ? null : Finding.OUTCOMES.get(each.outcome())))
                .toList();
        return Pages.page(
                "children/patterns/all",
                new PatternPages.All(
                        waiting,
                        List.copyOf(rules.values()),
                        rows,
                        Math.max(1, page),
                        found.size() > Findings.PAGE,
                        actor.may(Permission.REVIEW_ACCESS)));
    }

    /** In words, with the names of those whom the reader may know; the children named are looked at. */
    private Map<UUID, String> sentences(List<Finding> shown) {
        var children = shown.stream()
                .map(Finding::child)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = entries.names(children);
        if (!known.isEmpty()) ledger.looked(known.keySet(), "ledger-patterns");
        var called = names.of(shown.stream().map(Finding::person).toList());
        var sentences = new HashMap<UUID, String>();
        for (var each : shown) {
            var who = Objects.requireNonNullElse(called.name(each.person()), "Somebody not known");
            var whose = each.child() == null ? "" : known.getOrDefault(each.child(), "a child you cannot see");
            sentences.put(each.id(), each.sentence(who, whose));
        }
        return sentences;
    }

    @GetMapping("/ledger/patterns/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_LEDGER);
        var finding = findings.find(id).orElseThrow(Refused::notFound);
        var rule = thresholds.find(finding.pattern()).orElseThrow();
        var now = clock.instant();
        var rows = entries.rows(behind(finding), finding.child());
        var named = rows.stream()
                .flatMap(row -> row.children().stream())
                .filter(each -> each.name() != null)
                .map(each -> each.id())
                .distinct()
                .toList();
        if (!named.isEmpty()) ledger.looked(named, "ledger");
        ledger.act("ledger.read", "finding", id, finding.child(), Map.of("rows", rows.size()));
        var by = finding.lookedIntoBy();
        var opening = finding.figures().get("opening");
        return Pages.page(
                "children/patterns/one",
                new PatternPages.One(
                        forms.load(request),
                        id,
                        finding.on(),
                        Objects.requireNonNull(sentences(List.of(finding)).get(id)),
                        finding.words(),
                        rule,
                        rows,
                        rows.stream().map(row -> London.when(row.at(), now)).toList(),
                        finding.outcome() == null ? null : Finding.OUTCOMES.get(finding.outcome()),
                        finding.lookedIntoAt() == null || by == null
                                ? null
                                : London.when(finding.lookedIntoAt(), now) + ", by "
                                        + Objects.requireNonNullElse(
                                                names.of(List.of(by)).name(by), "somebody"),
                        finding.outcomeWords(),
                        actor.may(Permission.REVIEW_ACCESS)
                                && finding.outcome() == null
                                && opening == null
                                && !finding.person().equals(actor.id()),
                        opening == null ? null : "/break-glass/" + opening));
    }

    /** The entries that the finding was made of. */
    private List<LedgerLine> behind(Finding finding) {
        var wanted = Wanted.between(finding.from(), finding.until()).person(finding.person());
        if (finding.child() != null) return search.about(finding.child(), wanted, null, BEHIND);
        return switch (finding.pattern()) {
            case "searches" -> search.find(wanted.acts(List.of("list")).list("children-search"), null, BEHIND);
            case "refusals" -> search.find(wanted.acts(List.of("refused")), null, BEHIND);
            default -> search.find(wanted.acts(List.of("look")), null, BEHIND);
        };
    }

    @PostMapping("/ledger/patterns/{id}")
    ModelAndView lookedInto(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.REVIEW_ACCESS);
        var finding = findings.find(id).orElseThrow(Refused::notFound);
        findings.lookedInto(
                finding,
                typed.getOrDefault("outcome", ""),
                typed.getOrDefault("words", ""),
                actor.id(),
                clock.instant());
        return Pages.done("/ledger/patterns", "What you found was recorded");
    }

    @GetMapping("/ledger/patterns/rules/{code}")
    ModelAndView numbers(@PathVariable String code, HttpServletRequest request) {
        access.require(Permission.REVIEW_ACCESS);
        var rule = thresholds.find(code).orElseThrow(Refused::notFound);
        var known = new HashMap<String, String>();
        rule.thresholds().forEach(each -> known.put(each.name(), String.valueOf(each.value())));
        return Pages.page(
                "children/patterns/numbers",
                new PatternPages.Numbers(forms.load(request).or(known), rule));
    }

    @PostMapping("/ledger/patterns/rules/{code}")
    ModelAndView change(@PathVariable String code, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.REVIEW_ACCESS);
        var rule = thresholds.find(code).orElseThrow(Refused::notFound);
        var values = new HashMap<String, Integer>();
        for (var each : rule.thresholds()) {
            var value = typed.getOrDefault(each.name(), "").strip();
            if (!value.matches("\\d{1,6}")) throw new Refused("Give a whole number of at least 1", each.name());
            values.put(each.name(), Integer.parseInt(value));
        }
        thresholds.change(
                actor.authority(), rule, values, typed.getOrDefault("because", ""), actor.id(), clock.instant());
        return Pages.done("/ledger/patterns", "The numbers were changed. They hold for what is found from now on");
    }
}
