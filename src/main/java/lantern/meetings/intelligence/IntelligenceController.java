package lantern.meetings.intelligence;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.meetings.form.MeetingForm;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Intelligence from a meeting: noted by who takes the minutes, confirmed or set aside by who leads meetings. */
@Controller
@Transactional
class IntelligenceController {
    private static final int MOST = 200;

    private final Items items;
    private final MeetingRows rows;
    private final Children children;
    private final Names names;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    IntelligenceController(
            Items items,
            MeetingRows rows,
            Children children,
            Names names,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.items = items;
        this.rows = rows;
        this.children = children;
        this.names = names;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/intelligence/new")
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.TAKE_MINUTES);
        var meeting = rows.led(id);
        var about = rows.children(id);
        for (var each : about) ledger.look(each.child(), "identity", "meeting");
        var form = forms.load(request);
        var questions = new ArrayList<Content>();
        if (about.size() > 1) {
            var called = children
                    .findAll(about.stream().map(Meeting.OfChild::child).toList())
                    .stream()
                    .collect(Collectors.toMap(ChildFacts::id, ChildFacts::name));
            var choices = new LinkedHashMap<String, String>();
            for (var each : about) choices.put(each.id().toString(), called.getOrDefault(each.child(), "A child"));
            questions.add(
                    Radios.of("child", "About which child?").items(choices).from(form));
        }
        questions.add(
                Textarea.of("words", "What was said that police may act on?").from(form));
        questions.add(Input.of("from", "Who said it?").from(form));
        return MeetingForm.page(
                meeting,
                "Note intelligence",
                form,
                "It goes on only when somebody confirms it. Until then it is marked as not yet confirmed.",
                questions,
                "intelligence",
                "Save");
    }

    @PostMapping("/meetings/{id}/intelligence")
    ModelAndView note(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.TAKE_MINUTES);
        rows.led(id);
        var about = rows.children(id);
        var typed = new Typed(request, clock.instant());
        var of = about.size() == 1
                ? about.getFirst().id().toString()
                : typed.choice(
                        "child",
                        about.stream().map(each -> each.id().toString()).toList(),
                        "Say about which child");
        var words = typed.words("words", "Say what was said");
        if (words.length() > 4000) typed.wrong("words", "Use at most 4,000 characters");
        var from = typed.words("from", "Say who said it");
        if (from.length() > 200) typed.wrong("from", "Use at most 200 characters");
        typed.check();
        items.note(
                about.stream()
                        .filter(each -> each.id().toString().equals(of))
                        .findFirst()
                        .orElseThrow(Refused::notFound),
                words,
                from);
        return Pages.done("/meetings/" + id, "It is noted, and not yet confirmed.");
    }

    @GetMapping("/meetings/intelligence")
    ModelAndView waiting() {
        access.require(Permission.HOLD_MEETINGS);
        var waiting = items.waiting(MOST);
        var ids = waiting.stream().map(Items.Item::child).distinct().toList();
        if (!ids.isEmpty()) ledger.looked(ids, "meeting-intelligence");
        return Pages.page(
                "meetings/intelligence/waiting",
                new IntelligencePages.Waiting(
                        waiting,
                        children.findAll(ids).stream().collect(Collectors.toMap(ChildFacts::id, ChildFacts::name)),
                        clock.instant()));
    }

    @GetMapping("/meetings/intelligence/{item}")
    ModelAndView one(@PathVariable UUID item, HttpServletRequest request) {
        var actor = access.require(Permission.READ_MEETINGS);
        var it = items.find(item);
        ledger.look(it.child(), "identity", "intelligence");
        return Pages.page(
                "meetings/intelligence/item",
                new IntelligencePages.One(
                        forms.load(request),
                        it,
                        children.find(it.child()).orElseThrow(Refused::notFound).name(),
                        names.of(Arrays.asList(it.notedBy(), it.decidedBy())),
                        actor.may(Permission.HOLD_MEETINGS)));
    }

    @PostMapping("/meetings/intelligence/{item}/decision")
    ModelAndView decide(@PathVariable UUID item, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        items.find(item);
        var typed = new Typed(request, clock.instant());
        var decision = typed.choice("decision", List.of("confirm", "aside"), "Say whether it goes on");
        var because = typed.optional("because");
        if (decision.equals("aside") && because == null) typed.wrong("because", "Say why it does not go on");
        if (because != null && because.length() > 2000) typed.wrong("because", "Use at most 2,000 characters");
        typed.check();
        items.decide(item, decision.equals("aside") ? because : null);
        return Pages.done(
                "/meetings/intelligence/" + item,
                decision.equals("aside") ? "It is set aside." : "It is confirmed, and goes on.");
    }
}
