package lantern.children.facts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.facts.kind.FactField;
import lantern.children.facts.kind.FactKind;
import lantern.children.facts.kind.FactKinds;
import lantern.children.forms.Typed;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
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

/** The pages of every kind of fact: one list with its history, and a page each to correct, to end and to withdraw. */
@Controller
@Transactional
@RequestMapping("/children/{id}")
class FactController {
    private final Access access;
    private final Children children;
    private final Facts facts;
    private final FactWords words;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    FactController(
            Access access, Children children, Facts facts, FactWords words, Ledger ledger, Forms forms, Clock clock) {
        this.access = access;
        this.children = children;
        this.facts = facts;
        this.words = words;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/" + FactKinds.LISTED)
    ModelAndView list(@PathVariable UUID id, @PathVariable String kind, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        var of = FactKinds.of(kind);
        var child = look(id, of);
        var form = forms.load(request);
        var known = facts.of(of, id);
        if (of.one()) form = form.or(answers(of, known.getFirst()));
        else
            form = form.or(
                    of.path().equals("relations")
                            ? Map.of("contact", "not-restricted", "parentalResponsibility", "not-known")
                            : Map.of());
        var page = words.page(of, child, known, form, actor.may(Permission.WRITE_CHILD));
        return Pages.page("children/facts/list", page);
    }

    @PostMapping("/" + FactKinds.LISTED)
    ModelAndView add(@PathVariable UUID id, @PathVariable String kind, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var of = FactKinds.of(kind);
        if (of.one()) throw Refused.notFound();
        var typed = new Typed(fields);
        var row = row(of, typed);
        typed.throwIfAny();
        child(id);
        facts.add(of, id, row, actor.id(), clock.instant());
        return Pages.done("/children/" + id + "/" + kind, "The " + of.singular() + " was added");
    }

    @GetMapping("/" + FactKinds.ALL + "/{fact}/correction")
    ModelAndView askCorrection(
            @PathVariable UUID id, @PathVariable String kind, @PathVariable UUID fact, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        var of = FactKinds.of(kind);
        var child = look(id, of);
        var known = facts.find(of, id, fact);
        var form = forms.load(request).or(answers(of, known));
        var questions = of.fields().stream().map(each -> each.question(form)).toList();
        return page(
                of,
                child,
                known,
                form,
                "Correct: " + of.singular(),
                "What it was stays to be read, with who corrected it and why.",
                questions,
                true,
                "Save the correction",
                "correction");
    }

    @PostMapping("/" + FactKinds.ALL + "/{fact}/correction")
    ModelAndView correct(
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable UUID fact,
            @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var of = FactKinds.of(kind);
        var typed = new Typed(fields);
        var row = row(of, typed);
        var because = typed.required("because", "Say why it is corrected");
        typed.throwIfAny();
        child(id);
        facts.correct(of, id, fact, row, because, actor.id(), clock.instant());
        return Pages.done(after(id, of), "The correction was recorded");
    }

    @GetMapping("/" + FactKinds.LISTED + "/{fact}/end")
    ModelAndView askEnd(
            @PathVariable UUID id, @PathVariable String kind, @PathVariable UUID fact, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        var of = FactKinds.of(kind);
        var child = look(id, of);
        var known = facts.find(of, id, fact);
        if (!of.dated() || known.row().get("ends_on") != null) throw Refused.notFound();
        var form = forms.load(request);
        var last = DateInput.of("endsOn", "What was the last day?")
                .hint("For example, 9 4 2026")
                .from(form);
        return page(of, child, known, form, "End: " + of.singular(), "", List.of(last), false, "Record the end", "end");
    }

    @PostMapping("/" + FactKinds.LISTED + "/{fact}/end")
    ModelAndView end(
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable UUID fact,
            @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var of = FactKinds.of(kind);
        if (!of.dated()) throw Refused.notFound();
        var typed = new Typed(fields);
        var endsOn = typed.requiredDay("endsOn", "Enter the last day");
        typed.throwIfAny();
        child(id);
        facts.end(of, id, fact, endsOn, actor.id(), clock.instant());
        return Pages.done(after(id, of), "The end was recorded");
    }

    @GetMapping("/" + FactKinds.ALL + "/{fact}/withdrawal")
    ModelAndView askWithdrawal(
            @PathVariable UUID id, @PathVariable String kind, @PathVariable UUID fact, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        var of = FactKinds.of(kind);
        if (of.one()) throw Refused.notFound();
        var child = look(id, of);
        var known = facts.find(of, id, fact);
        var hint = "For what was never so: a mistake, or another child's. What ended is ended, not withdrawn.";
        return page(
                of,
                child,
                known,
                forms.load(request),
                "Withdraw: " + of.singular(),
                hint,
                List.of(),
                true,
                "Withdraw it",
                "withdrawal");
    }

    @PostMapping("/" + FactKinds.ALL + "/{fact}/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable UUID fact,
            @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var of = FactKinds.of(kind);
        if (of.one()) throw Refused.notFound();
        var typed = new Typed(fields);
        var because = typed.required("because", "Say why it was never so");
        typed.throwIfAny();
        child(id);
        facts.withdraw(of, id, fact, because, actor.id(), clock.instant());
        return Pages.done(after(id, of), "It was withdrawn");
    }

    private ModelAndView page(
            FactKind of,
            ChildFacts child,
            Facts.Fact known,
            Form form,
            String title,
            String hint,
            List<lantern.platform.web.components.Component> questions,
            boolean asksWhy,
            String button,
            String noun) {
        var here = "/children/" + child.id() + "/" + of.path();
        return Pages.page(
                "children/facts/one",
                new FactPage(
                        form,
                        child.id(),
                        child.name(),
                        child.reference(),
                        title,
                        words.told(of, known),
                        hint,
                        questions,
                        asksWhy,
                        button,
                        here + "/" + known.id() + "/" + noun,
                        here));
    }

    // The policy lets no row in for a child whom the actor may not see; the answer is then as for one who is not there.
    private ChildFacts child(UUID id) {
        return children.find(id).orElseThrow(Refused::notFound);
    }

    private ChildFacts look(UUID id, FactKind of) {
        var child = child(id);
        ledger.look(
                id,
                of.section().equals("identity") ? new String[] {"identity"} : new String[] {"identity", of.section()});
        return child;
    }

    private static String after(UUID id, FactKind of) {
        return "/children/" + id + "/" + of.path();
    }

    private Map<String, @Nullable Object> row(FactKind of, Typed typed) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var field : of.fields()) {
            var value = field.read(typed);
            row.put(field.column(), field.type() == FactField.Type.CHILD ? words.childOf(value, field, typed) : value);
        }
        return row;
    }

    private Map<String, String> answers(FactKind of, Facts.Fact known) {
        var answers = new HashMap<String, String>();
        for (var field : of.fields()) {
            var value = FactKind.text(known.row(), field.column());
            if (value == null) continue;
            if (field.type() == FactField.Type.CHILD) answers.put(field.name(), words.referenceOf(value));
            else field.fill(answers, value);
        }
        return answers;
    }
}
