package lantern.meetings.correction;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.meetings.form.MeetingForm;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Textarea;
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
@RequestMapping("/meetings/{id}/correction")
class CorrectionController {
    private static final int LONGEST = 2000;

    private final Corrections corrections;
    private final MeetingRows rows;
    private final Children children;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    CorrectionController(
            Corrections corrections,
            MeetingRows rows,
            Children children,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.corrections = corrections;
        this.rows = rows;
        this.children = children;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var about = rows.children(id);
        for (var each : about) ledger.look(each.child(), "identity", "meeting");
        var names = children.findAll(about.stream().map(Meeting.OfChild::child).toList()).stream()
                .collect(Collectors.toMap(ChildFacts::id, ChildFacts::name));
        var form = forms.load(request);
        var questions = new ArrayList<Content>();
        for (var each : about)
            questions.add(Textarea.of(
                            field(each, about.size()),
                            about.size() == 1
                                    ? "What is changed, and why?"
                                    : "What is changed about " + names.getOrDefault(each.child(), "a child")
                                            + ", and why? (optional)")
                    .rows(3)
                    .from(form));
        return MeetingForm.page(
                meeting,
                "Correct the minutes",
                form,
                "Each copy of the next version says this first. What was issued stays as it is. Whoever was given the minutes is told, and sees the child until four weeks"
                        + " after the next version is issued, as far as their sharing agreement says.",
                questions,
                "correction",
                "Write the next version");
    }

    private static String field(Meeting.OfChild child, int children) {
        return children == 1 ? "words" : "words-" + child.place();
    }

    @PostMapping
    ModelAndView begin(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.led(id);
        var typed = new Typed(request, clock.instant());
        var about = rows.children(id);
        var changed = new LinkedHashMap<UUID, String>();
        for (var each : about) {
            var name = field(each, about.size());
            var words = typed.optional(name);
            if (words == null) continue;
            if (words.length() > LONGEST) typed.wrong(name, "Use at most 2,000 characters");
            changed.put(each.id(), words);
        }
        if (changed.isEmpty()) typed.wrong(field(about.getFirst(), about.size()), "Say what is changed");
        typed.check();
        corrections.begin(id, changed);
        return Pages.done("/meetings/" + id + "/minutes", "Change what is wrong, then issue the minutes again.");
    }
}
