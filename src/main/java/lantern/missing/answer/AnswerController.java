package lantern.missing.answer;

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
import lantern.platform.web.components.Input;
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

@Controller
@Transactional
@RequestMapping("/missing/interviews/{id}/recommendations/{recommendation}/answers")
class AnswerController {
    private static final Map<String, String> ANSWERS = Ratings.words(
            "accepted", "Accepted", "accepted-in-part", "Accepted in part", "not-accepted", "Not accepted");

    private final Answers answers;
    private final InterviewQueries queries;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    AnswerController(
            Answers answers, InterviewQueries queries, Forms forms, Access access, Ledger ledger, Clock clock) {
        this.answers = answers;
        this.queries = queries;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView ask(@PathVariable UUID id, @PathVariable UUID recommendation, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var whole = queries.whole(id);
        var asked = recommended(whole, recommendation);
        var about = whole.interview();
        ledger.look(about.child(), "identity", "episode");
        var form = forms.load(request);
        var path = "/missing/interviews/" + id;
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        "Record the answer to a recommendation",
                        about.childName() + ", return interview",
                        path,
                        form,
                        "For the " + asked.whom().replace('-', ' ') + ": " + asked.words(),
                        List.of(
                                Radios.of("answer", "What was the answer?")
                                        .items(ANSWERS)
                                        .from(form),
                                Input.of("by", "Who answered? Name and post").from(form),
                                Textarea.of("words", "What is done, by when, or why not?")
                                        .rows(4)
                                        .from(form)),
                        path + "/recommendations/" + recommendation + "/answers",
                        "Save the answer"));
    }

    @PostMapping
    ModelAndView answer(@PathVariable UUID id, @PathVariable UUID recommendation, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var answer = typed.choice("answer", ANSWERS.keySet(), "Say what the answer was");
        var by = typed.words("by", "Say who answered");
        if (by.length() > 200) typed.wrong("by", "Use at most 200 characters");
        var words = typed.words("words", "Say what is done, or why not");
        typed.check();
        var whole = queries.whole(id);
        recommended(whole, recommendation);
        answers.record(whole.interview(), recommendation, answer, by, words);
        return Pages.done("/missing/interviews/" + id, "The answer is recorded.");
    }

    private static InterviewView.Recommendation recommended(InterviewView.Whole whole, UUID recommendation) {
        return whole.recommendations().stream()
                .filter(each -> each.id().equals(recommendation))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
