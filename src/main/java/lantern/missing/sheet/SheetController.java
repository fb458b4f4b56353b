package lantern.missing.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.counters.Patterns;
import lantern.missing.counters.Threshold;
import lantern.missing.counters.Thresholds;
import lantern.missing.interview.InterviewQueries;
import lantern.missing.interview.InterviewRows;
import lantern.missing.interview.InterviewView;
import lantern.missing.interview.Interviews;
import lantern.missing.interview.Narrative;
import lantern.missing.mention.Mentions;
import lantern.platform.web.Pages;
import lantern.platform.web.Words;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.MomentInput;
import lantern.platform.web.forms.Together;
import lantern.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing the interview: saved as often as one likes by everybody who writes at it, finished once. */
@Controller
@Transactional
class SheetController {
    private static final int LONGEST = 20_000;

    private final Sheets sheets;
    private final Interviews interviews;
    private final Mentions mentions;
    private final InterviewRows rows;
    private final InterviewQueries queries;
    private final Patterns patterns;
    private final Thresholds thresholds;
    private final Names names;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    SheetController(
            Sheets sheets,
            Interviews interviews,
            Mentions mentions,
            InterviewRows rows,
            InterviewQueries queries,
            Patterns patterns,
            Thresholds thresholds,
            Names names,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.sheets = sheets;
        this.interviews = interviews;
        this.mentions = mentions;
        this.rows = rows;
        this.queries = queries;
        this.patterns = patterns;
        this.thresholds = thresholds;
        this.names = names;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/missing/interviews/{id}/record")
    ModelAndView write(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        access.require(Permission.READ_NARRATIVE);
        var whole = queries.whole(id);
        var about = whole.interview();
        ledger.look(about.child(), "identity", "episode", "interview-narrative");
        var draft = forms.load(request);
        if (about.outcome() != null)
            return Pages.page("missing/sheet/over", new SheetPage.Over(about, Questions.own(draft.fields())));
        var sheet = sheets.now(id, known(whole));
        var began = draft.fields().isEmpty() ? sheet.revision() : revision(draft.value("revision"));
        var form = draft.fields().isEmpty() ? new Form(sheet.fields(), draft.errors()) : draft;
        var rule = thresholds.inForce(Threshold.Code.PERSISTENT, London.date(clock.instant()));
        var pattern = patterns.of(about.child(), clock.instant());
        var persistent = "Missing " + Words.many(pattern.within(rule.days()), "time") + "; persistent is " + rule.rule()
                + (pattern.passes(rule)
                        ? ". Consider intensive support for this child where no other service supports them."
                        : ". Then intensive support is considered.");
        return Pages.page(
                "missing/sheet/sheet",
                new SheetPage(
                        form, about, Questions.of(form, persistent), began, saved(sheet), began < sheet.revision()));
    }

    private String saved(Sheet sheet) {
        var at = sheet.savedAt();
        if (at == null) return "Nobody has saved it yet.";
        return "Last saved by " + Objects.requireNonNullElse(name(sheet), "somebody") + ", "
                + London.when(at, clock.instant()) + ".";
    }

    private @Nullable String name(Sheet sheet) {
        return sheet.savedBy() == null
                ? null
                : names.of(List.of(sheet.savedBy())).name(sheet.savedBy());
    }

    /** Today, or the appointment that was made last, when it is not ahead: that is when they met. */
    private Map<String, List<String>> known(InterviewView.Whole whole) {
        var known = new LinkedHashMap<String, List<String>>();
        MomentInput.known("happened-at", clock.instant()).forEach((name, value) -> known.put(name, List.of(value)));
        known.remove("happened-at-time");
        whole.contacts().stream()
                .filter(each -> each.meetsAt() != null && each.meetsAt().isBefore(clock.instant()))
                .findFirst()
                .ifPresent(each -> {
                    MomentInput.known("happened-at", Objects.requireNonNull(each.meetsAt()))
                            .forEach((name, value) -> known.put(name, List.of(value)));
                    if (each.place() != null) known.put("where", List.of(each.place()));
                });
        return known;
    }

    @PostMapping("/missing/interviews/{id}/record")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(name = "do", defaultValue = "save") String what,
            HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        access.require(Permission.READ_NARRATIVE);
        var interview = rows.open(id);
        var typed = Questions.own(Forms.typed(request));
        check(typed);
        var known = known(queries.whole(id));
        var now = sheets.now(id, known);
        var began = revision(request.getParameter("revision"));
        var merged = now.with(sheets.at(id, began, known).fields(), typed);
        if (!merged.clashes().isEmpty()) clash(request, now, merged);
        if (what.equals("finish") && !merged.foreign()) {
            finish(id, request);
            return Pages.done("/missing/interviews/" + id, "The interview is recorded. Send the feedback form next.");
        }
        if (!merged.fields().equals(now.fields())) sheets.save(interview, now.revision() + 1, merged.fields());
        return Pages.done(
                "/missing/interviews/" + id + "/record",
                !merged.foreign()
                        ? "Saved. You can go on, or leave and come back."
                        : "Saved together with what " + Objects.requireNonNullElse(name(now), "somebody else")
                                + " wrote meanwhile: read it through.");
    }

    private static int revision(@Nullable String typed) {
        try {
            return typed == null ? 0 : Math.max(0, Integer.parseInt(typed));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void check(Map<String, List<String>> typed) {
        var errors = new FormErrors();
        typed.forEach((name, values) -> {
            for (var value : values) {
                if (value.length() > LONGEST) errors.add(name, "Use at most 20,000 characters");
                if (value.indexOf('\0') >= 0) errors.add(name, "Leave out characters that cannot be seen");
            }
        });
        errors.throwIfAny();
    }

    /** Both stay to be read: what was typed in the box, what was saved meanwhile beside it. The next saving decides. */
    private void clash(HttpServletRequest request, Sheet now, Together merged) {
        var who = Objects.requireNonNullElse(name(now), "Somebody");
        var errors = new FormErrors();
        for (var name : merged.clashes())
            errors.add(
                    name,
                    who + " wrote here meanwhile: “"
                            + Questions.inWords(name, now.fields().getOrDefault(name, List.of()))
                            + "”. Put together what should stand, then save.");
        var shown = new LinkedHashMap<>(merged.fields());
        shown.put("revision", List.of(Integer.toString(now.revision())));
        Forms.showInstead(request, shown);
        errors.throwIfAny();
    }

    private void finish(UUID id, HttpServletRequest request) {
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("happened-at", "the interview was held");
        var where = typed.words("where", "Say where it was held");
        var by = typed.words("by", "Say who held it");
        var independent = typed.choice("independent", List.of("yes", "no"), "Say whether that person is independent");
        var method = typed.choice("method", Questions.METHODS.keySet(), "Say how it was held");
        var present = typed.optional("present");
        var minutes = minutes(typed);
        typed.choice("consent", Questions.CONSENT.keySet(), "Say whether the child agreed");
        if (typed.optional("support") != null)
            typed.choice("support", Questions.SUPPORT.keySet(), "Choose one of these");
        var more = new LinkedHashMap<String, String>();
        Questions.WORDS.forEach((name, column) -> more.put(column, text(typed, name)));
        more.put("consent", text(typed, "consent"));
        more.put("intensive_support", text(typed, "support"));
        var narrative = new Narrative(
                text(typed, "before"),
                text(typed, "during"),
                text(typed, "after"),
                text(typed, "own-words"),
                text(typed, "recommendations"),
                more);
        var factors = new ArrayList<String>();
        for (var name : List.of("push", "pull"))
            for (var each : typed.all(name)) if (Factors.CHOICES.containsKey(each)) factors.add(each);
        var others = new LinkedHashMap<String, String>();
        for (var whom : List.of("school", "home", "police")) others.put(whom, text(typed, "for-" + whom));
        var named = named(typed);
        typed.check();
        interviews.held(
                id,
                new Interviews.Held(at, where, by, independent.equals("yes"), method, present, minutes),
                narrative,
                factors.stream().distinct().toList(),
                others);
        mentions.record(rows.lock(id).child(), id, named);
    }

    private static Map<String, String> named(Typed typed) {
        var named = new LinkedHashMap<String, String>();
        Questions.NAMED.forEach((name, kind) -> {
            var lines = text(typed, name);
            if (Mentions.lines(lines).stream().anyMatch(line -> line.length() > Mentions.LONGEST))
                typed.wrong(name, "Use at most " + Mentions.LONGEST + " characters on a line");
            named.put(kind, lines);
        });
        return named;
    }

    private static @Nullable Integer minutes(Typed typed) {
        var minutes = typed.optional("minutes");
        if (minutes == null) return null;
        if (minutes.matches("[1-9]\\d{0,2}") && Integer.parseInt(minutes) <= 600) return Integer.valueOf(minutes);
        typed.wrong("minutes", "Enter the minutes as a number, like 45");
        return null;
    }

    private static String text(Typed typed, String name) {
        return Objects.requireNonNullElse(typed.optional(name), "");
    }
}
