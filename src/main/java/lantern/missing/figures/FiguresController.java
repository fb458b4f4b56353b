package lantern.missing.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.interview.Ratings;
import lantern.missing.referral.OfferRule;
import lantern.platform.Refused;
import lantern.platform.documents.Format;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.FormPage;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The monthly list, the quarter's figures, and the rule about letters. */
@Controller
@Transactional
@RequestMapping("/missing/interviews")
class FiguresController {
    private static final Set<String> FORMATS = Set.of("pdf", "docx", "xlsx", "ods");

    private final ReferralQueries queries;
    private final OfferRule rule;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    FiguresController(ReferralQueries queries, OfferRule rule, Forms forms, Access access, Ledger ledger, Clock clock) {
        this.queries = queries;
        this.rule = rule;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/referrals")
    ModelAndView referrals(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String rating,
            @RequestParam(required = false) @Nullable String owed) {
        var actor = access.require(Permission.READ_INTERVIEW);
        var of = month(month);
        var shown = received(of, rating(rating), owed(owed));
        return Pages.page(
                "missing/figures/referrals",
                new ReferralsPage(
                        of,
                        rating(rating),
                        owed(owed),
                        shown,
                        actor.may(Permission.CHANGE_STANDARDS),
                        rule.inWords(),
                        clock.instant()));
    }

    @GetMapping("/referrals.csv")
    ResponseEntity<String> file(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String rating,
            @RequestParam(required = false) @Nullable String owed) {
        access.require(Permission.READ_INTERVIEW);
        var of = month(month);
        var shown = received(of, rating(rating), owed(owed));
        var csv = new Csv().row(ReferralsPage.HEAD);
        for (var each : shown) csv.row(ReferralsPage.line(each));
        exported("export.referrals", of.toString(), shown.size());
        return csv.file("referrals-" + of + ".csv");
    }

    private List<Referral> received(YearMonth month, @Nullable String rating, @Nullable String owed) {
        var all = queries.received(month, 1, rating).stream()
                .filter(each -> owed == null || each.owed())
                .toList();
        if (!all.isEmpty())
            ledger.looked(all.stream().map(Referral::child).distinct().toList(), "interview-referrals");
        return all;
    }

    @GetMapping("/figures")
    ModelAndView figures(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable String rating) {
        var actor = access.require(Permission.READ_INTERVIEW);
        var of = quarter(quarter);
        return Pages.page(
                "missing/figures/figures",
                new FiguresPage(
                        of,
                        rating(rating),
                        counted(of, rating(rating)),
                        actor.may(Permission.CHANGE_STANDARDS),
                        clock.instant()));
    }

    @GetMapping("/figures.csv")
    ResponseEntity<String> figuresFile(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable String rating) {
        access.require(Permission.READ_INTERVIEW);
        var of = quarter(quarter);
        var csv = new Csv();
        for (var table : counted(of, rating(rating)).tables()) {
            csv.row(List.of(table.caption()));
            csv.row(table.table().columns().stream().map(each -> each.heading()).toList());
            for (var row : table.table().rows())
                csv.row(row.stream().map(each -> each.words()).toList());
            csv.row(List.of(""));
        }
        exported("export.interview-figures", of.toString(), 0);
        return csv.file("return-interviews-" + of + ".csv");
    }

    @GetMapping("/figures.{type:pdf|docx|xlsx|ods}")
    ResponseEntity<byte[]> figuresPaper(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable String rating) {
        access.require(Permission.READ_INTERVIEW);
        if (!FORMATS.contains(type)) throw Refused.notFound();
        var of = quarter(quarter);
        var format = Format.valueOf(type.toUpperCase(java.util.Locale.ROOT));
        exported("export.interview-figures", of.toString(), 0);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"return-interviews-" + of + "." + type + "\"")
                .body(format.write(counted(of, rating(rating))));
    }

    private Numbered counted(Quarter quarter, @Nullable String rating) {
        return Numbered.of(Figures.of(quarter, rating, queries.received(quarter.first(), 3, rating), rule.inWords()));
    }

    private void exported(String act, String period, int rows) {
        ledger.act(act, "authority", access.actor().authority(), null, Map.of("period", period, "rows", rows));
    }

    private YearMonth month(@Nullable String typed) {
        var month = Quarter.month(typed);
        return month == null ? YearMonth.from(London.date(clock.instant())) : month;
    }

    private Quarter quarter(@Nullable String typed) {
        return Quarter.parse(typed, YearMonth.from(London.date(clock.instant())));
    }

    private static @Nullable String rating(@Nullable String typed) {
        return typed != null && (typed.equals("none") || Ratings.CHOICES.containsKey(typed)) ? typed : null;
    }

    private static @Nullable String owed(@Nullable String typed) {
        return "yes".equals(typed) ? typed : null;
    }

    @GetMapping("/offer-rule")
    ModelAndView askRule(jakarta.servlet.http.HttpServletRequest request) {
        access.require(Permission.CHANGE_STANDARDS);
        var form = forms.load(request).or(Map.of("letter", rule.letterCounts() ? "yes" : "no"));
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        "Does a letter count as an offer?",
                        "Return interviews",
                        "/missing/interviews/figures",
                        form,
                        "The practice guidance offers every child an interview, and sends Green only a letter with a leaflet. What you say here"
                                + " decides which contacts the lists and figures count as an offer.",
                        List.of(
                                Radios.of("letter", "A letter with a leaflet")
                                        .item("no", "Does not count as an offer")
                                        .item("yes", "Counts as an offer")
                                        .from(form),
                                Textarea.of("reason", "Why?").rows(3).from(form)),
                        "/missing/interviews/offer-rule",
                        "Save the rule"));
    }

    @PostMapping("/offer-rule")
    ModelAndView sayRule(@RequestParam Map<String, String> typed) {
        access.require(Permission.CHANGE_STANDARDS);
        var letter = typed.getOrDefault("letter", "");
        if (!Set.of("yes", "no").contains(letter)) throw new Refused("Choose one", "letter");
        rule.say(letter.equals("yes"), typed.getOrDefault("reason", ""));
        return Pages.done("/missing/interviews/figures", "The rule is saved. " + rule.inWords());
    }
}
