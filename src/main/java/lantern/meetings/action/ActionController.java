package lantern.meetings.action;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.meetings.Actions;
import lantern.meetings.form.MeetingForm;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
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

/** One action: added to a meeting, read, changed, done or given up. */
@Controller
@Transactional
class ActionController {
    private final Actions actions;
    private final ActionForm task;
    private final ActionQueries queries;
    private final MeetingRows rows;
    private final Children children;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    ActionController(
            Actions actions,
            ActionForm task,
            ActionQueries queries,
            MeetingRows rows,
            Children children,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.actions = actions;
        this.task = task;
        this.queries = queries;
        this.rows = rows;
        this.children = children;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/actions/new")
    ModelAndView addForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var form = forms.load(request);
        var questions = new ArrayList<Content>();
        var names = names(id);
        if (names.size() > 1)
            questions.add(Radios.of("child", "For which child?").items(names).from(form));
        questions.addAll(task.questions(form));
        return MeetingForm.page(
                meeting,
                "Add an action",
                form,
                "The agency sees the child until four weeks after it is done, as far as its sharing agreement says.",
                questions,
                "actions",
                "Save the action");
    }

    private Map<String, String> names(UUID meeting) {
        var about = rows.children(meeting);
        for (var each : about) ledger.look(each.child(), "identity", "meeting");
        var found = children.findAll(about.stream().map(Meeting.OfChild::child).toList());
        var names = new LinkedHashMap<String, String>();
        for (var each : about)
            found.stream()
                    .filter(child -> child.id().equals(each.child()))
                    .findFirst()
                    .ifPresent(child -> names.put(each.id().toString(), child.name()));
        return names;
    }

    @PostMapping("/meetings/{id}/actions")
    ModelAndView add(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.lock(id);
        rows.requireAll(id);
        var typed = new Typed(request, clock.instant());
        var about = rows.children(id);
        var of = about.size() == 1
                ? about.getFirst().id().toString()
                : typed.choice(
                        "child",
                        about.stream().map(each -> each.id().toString()).toList(),
                        "Say for which child");
        var asked = task.task(typed, clock.instant());
        typed.check();
        var child = about.stream()
                .filter(each -> each.id().toString().equals(of))
                .findFirst()
                .orElseThrow(Refused::notFound);
        actions.add(child.about(), id, asked);
        return Pages.done("/meetings/" + id, "The action is recorded.");
    }

    @GetMapping("/meetings/actions/{action}")
    ModelAndView one(@PathVariable UUID action) {
        var actor = access.require(Permission.READ_MEETINGS);
        var it = actions.find(action);
        ledger.look(it.about().child(), "identity", "meeting");
        return Pages.page(
                "meetings/action/action",
                new ActionPage(
                        it,
                        children.find(it.about().child()).orElseThrow(Refused::notFound),
                        queries.changes(action),
                        queries.called(List.of(it)),
                        actions.isOwn(it),
                        actor.may(Permission.HOLD_MEETINGS),
                        clock.instant()));
    }

    @GetMapping("/meetings/actions/{action}/change")
    ModelAndView changeForm(@PathVariable UUID action, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var it = actions.find(action);
        var form = forms.load(request).or(ActionForm.known(it.task()));
        var questions = new ArrayList<>(task.questions(form));
        questions.add(Textarea.of("because", "Why is it changed?").rows(2).from(form));
        return of(it, "Change the action", form, questions, "change", "Save");
    }

    @PostMapping("/meetings/actions/{action}/change")
    ModelAndView change(@PathVariable UUID action, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        actions.find(action);
        var typed = new Typed(request, clock.instant());
        var asked = task.task(typed, clock.instant());
        var because = typed.words("because", "Say why it is changed");
        if (because.length() > 2000) typed.wrong("because", "Use at most 2,000 characters");
        typed.check();
        actions.change(action, asked, because);
        return Pages.done("/meetings/actions/" + action, "The action is changed; what it was stays below.");
    }

    @GetMapping("/meetings/actions/{action}/end")
    ModelAndView endForm(@PathVariable UUID action, HttpServletRequest request) {
        access.require(Permission.READ_MEETINGS);
        var it = actions.find(action);
        if (!actions.isOwn(it)) throw Refused.notAllowed("It is recorded by the agency that has it to do");
        var form = forms.load(request);
        return of(
                it,
                "Record that it is done",
                form,
                List.of(
                        Radios.of("how", "Was it done?")
                                .item("done", "Yes")
                                .item("dropped", "No, and it will not be")
                                .from(form),
                        Textarea.of("words", "What was done, with what result; or why not?")
                                .rows(3)
                                .from(form)),
                "end",
                "Save");
    }

    @PostMapping("/meetings/actions/{action}/end")
    ModelAndView end(@PathVariable UUID action, HttpServletRequest request) {
        access.require(Permission.READ_MEETINGS);
        actions.find(action);
        var typed = new Typed(request, clock.instant());
        var how = typed.choice("how", List.of("done", "dropped"), "Say whether it was done");
        var words = typed.words("words", "Say what was done, or why not");
        if (words.length() > 2000) typed.wrong("words", "Use at most 2,000 characters");
        typed.check();
        if (how.equals("done")) actions.done(action, words);
        else actions.drop(action, words);
        return Pages.done("/meetings/actions/" + action, "It is recorded.");
    }

    private static ModelAndView of(
            Actions.Action action, String title, Form form, List<Content> questions, String noun, String submit) {
        var path = "/meetings/actions/" + action.id();
        return Pages.page(
                "platform/web/form-page",
                new FormPage(title, action.task().words(), path, form, null, questions, path + "/" + noun, submit));
    }
}
