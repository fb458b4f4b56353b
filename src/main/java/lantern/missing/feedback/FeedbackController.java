package lantern.missing.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.missing.interview.InterviewQueries;
import lantern.missing.interview.InterviewView;
import lantern.missing.interview.Interviews;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sending the feedback form: to whom, what each of them is given, and where that stands. */
@Controller
@Transactional
@RequestMapping("/missing/interviews/{id}/feedback")
class FeedbackController {
    private final Copies copies;
    private final CopyQueries queries;
    private final InterviewQueries interviews;
    private final Children children;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Interviews recorded;
    private final Clock clock;

    FeedbackController(
            Copies copies,
            CopyQueries queries,
            InterviewQueries interviews,
            Children children,
            Forms forms,
            Access access,
            Ledger ledger,
            Interviews recorded,
            Clock clock) {
        this.copies = copies;
        this.queries = queries;
        this.interviews = interviews;
        this.children = children;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.recorded = recorded;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView all(@PathVariable UUID id) {
        access.require(Permission.SEND_FEEDBACK);
        var about = interviews.interview(id);
        ledger.look(about.child(), "identity", "episode");
        return Pages.page("missing/feedback/all", new FeedbackPages.All(about, queries.of(id)));
    }

    @GetMapping("/{whom}")
    ModelAndView ask(
            @PathVariable UUID id,
            @PathVariable String whom,
            @RequestParam(required = false) @Nullable String outside,
            HttpServletRequest request) {
        access.require(Permission.SEND_FEEDBACK);
        var to = Whom.of(whom);
        var about = held(id);
        ledger.look(about.child(), "identity", "episode", "interview-narrative");
        var agency = agency(to, outside != null);
        return Pages.page(
                "missing/feedback/send",
                new FeedbackPages.Send(
                        forms.load(request),
                        about,
                        to,
                        agency,
                        recipient(about, to, agency),
                        copies.compose(about.child(), id, to, agency)));
    }

    @PostMapping("/{whom}")
    ModelAndView send(
            @PathVariable UUID id, @PathVariable String whom, @RequestParam MultiValueMap<String, String> typed) {
        access.require(Permission.SEND_FEEDBACK);
        var to = Whom.of(whom);
        var about = held(id);
        var agency = agency(to, "yes".equals(typed.getFirst("outside")));
        var known = recipient(about, to, agency);
        var how = Objects.requireNonNullElse(typed.getFirst("how"), "");
        if (known == null && !Copies.WAYS.containsKey(how)) throw new Refused("Say how it goes", "how");
        copies.send(
                id,
                to,
                agency,
                known == null ? Objects.requireNonNullElse(typed.getFirst("recipient"), "") : known,
                known == null ? how : "lantern",
                Objects.requireNonNullElse(typed.getFirst("reason"), ""),
                typed.getOrDefault("parts", List.of()));
        return Pages.done("/missing/interviews/" + id + "/feedback/new", "The feedback form was sent.");
    }

    private InterviewView held(UUID id) {
        var about = interviews.interview(id);
        if (!"held".equals(about.outcome())) throw new Refused("Record the interview first");
        return about;
    }

    private CopyQueries.@Nullable Agency agency(Whom to, boolean outside) {
        return to.agencyKind == null || outside
                ? null
                : queries.agency(to.agencyKind).orElse(null);
    }

    /** Who reads it in Lantern; null when the sender says who is given it. */
    private @Nullable String recipient(InterviewView about, Whom to, CopyQueries.@Nullable Agency agency) {
        if (agency != null) return agency.name();
        if (to != Whom.SOCIAL_WORKER) return null;
        return children.find(about.child())
                .map(child -> Objects.requireNonNullElse(child.workerName(), "the hub, as no worker is allocated"))
                .orElseThrow(Refused::notFound);
    }

    /** For a form that was sent before Lantern kept its copies. */
    @PostMapping("/filing")
    ModelAndView filed(@PathVariable UUID id) {
        access.require(Permission.WRITE_EPISODE);
        recorded.feedbackFiled(id, "Filed on the child's record", clock.instant());
        return Pages.done("/missing/interviews/" + id, "The feedback form is recorded as filed.");
    }
}
