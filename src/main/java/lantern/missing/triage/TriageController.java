package lantern.missing.triage;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewPage;
import lantern.missing.interview.InterviewQueries;
import lantern.missing.interview.InterviewView;
import lantern.missing.interview.Ratings;
import lantern.platform.web.Pages;
import lantern.platform.web.Words;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Choice;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormPage;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class TriageController {
    private final Triages triages;
    private final Proposals proposals;
    private final InterviewQueries queries;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    TriageController(
            Triages triages,
            Proposals proposals,
            InterviewQueries queries,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.triages = triages;
        this.proposals = proposals;
        this.queries = queries;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/missing/interviews/{id}/triage")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var whole = queries.whole(id);
        var about = whole.interview();
        var proposed = proposals.of(about, clock.instant());
        ledger.look(about.child(), "identity", "episode");
        var typed = forms.load(request);
        var form = typed.fields().isEmpty() ? known(whole, proposed, typed) : typed;
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        about.triage() == null ? "Triage the referral" : "Rate the referral again",
                        about.childName() + ", return interview",
                        "/missing/interviews/" + id,
                        form,
                        before(proposed),
                        questions(proposed, form),
                        "/missing/interviews/" + id + "/triage",
                        "Save the triage"));
    }

    private static String before(Proposals.Proposed proposed) {
        return "Missing " + Words.many(proposed.in90Days(), "time") + " in 90 days, "
                + Words.many(proposed.ever(), "time") + " ever. What Lantern can know is chosen below: you decide.";
    }

    private static Form known(InterviewView.Whole whole, Proposals.Proposed proposed, Form typed) {
        var known = new LinkedHashMap<String, List<String>>();
        var rating = whole.interview().triage();
        known.put("triage", List.of(rating == null ? proposed.rating() : rating));
        var confirmed = whole.indicators();
        if (rating == null) {
            known.put("indicators", List.copyOf(proposed.indicators().keySet()));
            proposed.indicators().forEach((code, why) -> known.put("note-" + code, List.of(why)));
        } else {
            known.put("indicators", List.copyOf(confirmed.keySet()));
            confirmed.forEach((code, note) -> known.put("note-" + code, List.of(note)));
        }
        return new Form(known, typed.errors());
    }

    private static List<Content> questions(Proposals.Proposed proposed, Form form) {
        var ratings = Radios.of("triage", "How urgent is the interview?");
        for (var each : Ratings.CHOICES.entrySet())
            ratings = ratings.item(each.getKey(), each.getValue(), Ratings.follows(each.getKey()));
        var signs = Checkboxes.of("indicators", "Which red indicators are there?");
        for (var each : InterviewPage.INDICATORS.entrySet()) {
            var code = each.getKey();
            var choice = Choice.of(code, each.getValue())
                    .asks(Input.of("note-" + code, "Note: " + each.getValue().toLowerCase(java.util.Locale.ROOT))
                            .from(form));
            var why = proposed.indicators().get(code);
            signs = signs.item(why == null ? choice : choice.hint("Proposed: " + why));
        }
        var all = new ArrayList<Content>();
        all.add(signs.from(form));
        all.add(ratings.from(form));
        all.add(Textarea.of("reason", "Why this rating? (optional)").rows(3).from(form));
        return all;
    }

    @PostMapping("/missing/interviews/{id}/triage")
    ModelAndView triage(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_INTERVIEW);
        var typed = new Typed(request, clock.instant());
        var rating = typed.choice("triage", Ratings.CHOICES.keySet(), "Choose how urgent the interview is");
        var reason = Objects.requireNonNullElse(typed.optional("reason"), "");
        var indicators = new LinkedHashMap<String, String>();
        for (var code : typed.all("indicators"))
            if (InterviewPage.INDICATORS.containsKey(code))
                indicators.put(code, Objects.requireNonNullElse(typed.optional("note-" + code), ""));
        typed.check();
        triages.triage(id, rating, reason, indicators);
        return Pages.done("/missing/interviews/" + id, "The referral is rated. " + Ratings.follows(rating) + ".");
    }
}
