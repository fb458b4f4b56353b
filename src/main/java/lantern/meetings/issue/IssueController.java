package lantern.meetings.issue;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.meetings.form.Offered;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Before the minutes go out: who gets what, what is withheld and why, and the chair's choice. */
@Controller
@Transactional
@RequestMapping("/meetings/{id}")
class IssueController {
    private final Issuing issuing;
    private final Parts parts;
    private final MeetingRows rows;
    private final Children children;
    private final Offered offered;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    IssueController(
            Issuing issuing,
            Parts parts,
            MeetingRows rows,
            Children children,
            Offered offered,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.issuing = issuing;
        this.parts = parts;
        this.rows = rows;
        this.children = children;
        this.offered = offered;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/issue")
    ModelAndView look(@PathVariable UUID id) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        return Pages.page(
                "meetings/issue/issue",
                new IssuePages.Look(
                        meeting,
                        meeting.heldAt() == null || !meeting.minutesOpen()
                                ? new Issuing.Prepared(List.of(), Map.of())
                                : issuing.prepare(meeting),
                        names(id),
                        clock.instant()));
    }

    @PostMapping("/issue")
    ModelAndView issue(@PathVariable UUID id) {
        access.require(Permission.HOLD_MEETINGS);
        rows.led(id);
        var issued = issuing.issue(id);
        var words = new StringBuilder("The minutes are issued.");
        issued.none()
                .forEach((who, why) -> words.append(" No minutes for ")
                        .append(who.name())
                        .append(", who ")
                        .append(why)
                        .append("."));
        return Pages.done("/meetings/" + id, words.toString());
    }

    @GetMapping("/recipients")
    ModelAndView choose(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var questions = questions(meeting);
        var known = new LinkedHashMap<String, List<String>>();
        for (var each : questions) known.put(each.field(), each.standing());
        var draft = forms.load(request);
        var form = draft.fields().isEmpty() ? new Form(known, draft.errors()) : draft;
        return Pages.page(
                "meetings/issue/recipients", new IssuePages.Choose(meeting, form, questions, names(id), agencies(id)));
    }

    @PostMapping("/recipients")
    ModelAndView chosen(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.lock(id).requireMinutesOpen();
        rows.requireAll(id);
        var offeredHere = agencies(id);
        for (var each : questions(rows.find(id))) {
            var values = request.getParameterValues(each.field());
            var chosen = values == null
                    ? List.<String>of()
                    : List.of(values).stream().filter(offeredHere::containsKey).toList();
            if (new HashSet<>(chosen).equals(new HashSet<>(each.standing()))) continue;
            issuing.choose(
                    each.child(),
                    each.part().code(),
                    chosen.stream().map(UUID::fromString).toList());
        }
        return Pages.done("/meetings/" + id + "/issue", "Your choice is kept. Read once more what each agency gets.");
    }

    /** Every part that has words, with the agencies it goes to as it stands. */
    private List<IssuePages.Question> questions(Meeting meeting) {
        var agencies = agencies(meeting.id());
        var questions = new ArrayList<IssuePages.Question>();
        for (var child : rows.children(meeting.id())) {
            var chosen = parts.chosen(child);
            for (var part : parts.all(meeting, child)) {
                if (part.code().equals("meeting") || part.code().equals("attendance")) continue;
                questions.add(new IssuePages.Question(
                        child,
                        part,
                        agencies.keySet().stream()
                                .filter(each -> Parts.goes(part, chosen, UUID.fromString(each)))
                                .toList()));
            }
        }
        return questions;
    }

    /** The agencies that are invited, children's services not among them: it is their record. */
    private Map<String, String> agencies(UUID meeting) {
        var invited = rows.invited(meeting).stream()
                .filter(each -> !each.removed())
                .map(Meeting.Invited::agency)
                .collect(Collectors.toSet());
        var names = new LinkedHashMap<String, String>();
        for (var each : offered.agencies())
            if (!each.kind().equals("children") && invited.contains(each.id()))
                names.put(each.id().toString(), each.name());
        return names;
    }

    private Map<UUID, String> names(UUID meeting) {
        var ids = rows.children(meeting).stream().map(Meeting.OfChild::child).toList();
        for (var each : ids) ledger.look(each, "identity", "meeting");
        return children.findAll(ids).stream().collect(Collectors.toMap(ChildFacts::id, ChildFacts::name));
    }
}
