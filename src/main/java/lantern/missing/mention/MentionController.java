package lantern.missing.mention;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewQueries;
import lantern.missing.interview.InterviewView;
import lantern.missing.interview.Ratings;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.FormPage;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Somebody who works with the child says whether what was named holds. */
@Controller
@Transactional
@RequestMapping("/missing/interviews/{id}/mentions/{mention}/decision")
class MentionController {
    private static final Map<String, String> DECISIONS =
            Ratings.words("confirmed", "It is confirmed", "set-aside", "It is set aside: it is wrong, or of no use");

    private final Mentions mentions;
    private final InterviewQueries queries;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    MentionController(
            Mentions mentions, InterviewQueries queries, Forms forms, Access access, Ledger ledger, Clock clock) {
        this.mentions = mentions;
        this.queries = queries;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id, @PathVariable UUID mention, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        access.require(Permission.READ_NARRATIVE);
        var whole = queries.whole(id);
        var named = named(whole, mention);
        ledger.look(whole.interview().child(), "identity", "episode", "interview-narrative");
        var form = forms.load(request);
        var path = "/missing/interviews/" + id;
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        "Confirm what was named, or set it aside",
                        whole.interview().childName() + ", return interview",
                        path,
                        form,
                        named.kindInWords() + ": " + named.words(),
                        List.of(
                                Radios.of("decision", "What do you know now?")
                                        .items(DECISIONS)
                                        .from(form),
                                Textarea.of("because", "How do you know?")
                                        .rows(3)
                                        .from(form)),
                        path + "/mentions/" + mention + "/decision",
                        "Save"));
    }

    @PostMapping
    ModelAndView decide(@PathVariable UUID id, @PathVariable UUID mention, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        access.require(Permission.READ_NARRATIVE);
        var typed = new Typed(request, clock.instant());
        var decision = typed.choice("decision", DECISIONS.keySet(), "Say whether it is confirmed");
        var because = typed.words("because", "Say how you know");
        if (because.length() > 2000) typed.wrong("because", "Use at most 2,000 characters");
        typed.check();
        var whole = queries.whole(id);
        named(whole, mention);
        mentions.decide(whole.interview(), mention, decision, because);
        return Pages.done("/missing/interviews/" + id, "It is recorded.");
    }

    private static InterviewView.Mention named(InterviewView.Whole whole, UUID mention) {
        return whole.mentions().stream()
                .filter(each -> each.id().equals(mention) && each.decision() == null)
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
