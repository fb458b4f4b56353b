package lantern.meetings.minutes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.meetings.Actions;
import lantern.meetings.MeetingPanel;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The chair's page: saved as often as one likes by everybody who writes at it, until the minutes are issued. */
@Controller
@Transactional
@RequestMapping("/meetings/{id}/minutes")
class MinutesController {
    private static final int LONGEST = 20_000;

    private final Writing writing;
    private final MeetingRows rows;
    private final Children children;
    private final Actions actions;
    private final List<MeetingPanel> rooms;
    private final Names names;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    MinutesController(
            Writing writing,
            MeetingRows rows,
            Children children,
            Actions actions,
            List<MeetingPanel> rooms,
            Names names,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.writing = writing;
        this.rows = rows;
        this.children = children;
        this.actions = actions;
        this.rooms = rooms;
        this.names = names;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView write(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.TAKE_MINUTES);
        var meeting = rows.led(id);
        var about = rows.children(id);
        for (var each : about) ledger.look(each.child(), "identity", "meeting");
        var boxes = writing.boxes(meeting, about);
        var standing = writing.now(meeting, boxes);
        var draft = forms.load(request);
        var began = draft.fields().isEmpty() ? standing.revision() : revision(draft.value("revision"));
        var form = draft.fields().isEmpty() ? new Form(standing.fields(), draft.errors()) : draft;
        return Pages.page(
                "meetings/minutes/minutes",
                new MinutesPage(
                        meeting,
                        form,
                        boxes,
                        names(about),
                        about,
                        rooms.stream()
                                .flatMap(each ->
                                        each
                                                .of(
                                                        id,
                                                        about.stream()
                                                                .map(Meeting.OfChild::about)
                                                                .toList())
                                                .stream())
                                .toList(),
                        actions.ofMeeting(id),
                        began,
                        saved(standing),
                        began < standing.revision(),
                        actor.may(Permission.HOLD_MEETINGS)));
    }

    private Map<UUID, String> names(List<Meeting.OfChild> about) {
        return children.findAll(about.stream().map(Meeting.OfChild::child).toList()).stream()
                .collect(Collectors.toMap(ChildFacts::id, ChildFacts::name));
    }

    private String saved(Writing.Standing standing) {
        var at = standing.savedAt();
        if (at == null) return "Nobody has saved anything yet.";
        return "Last saved by " + Objects.requireNonNullElse(name(standing), "somebody") + ", "
                + London.when(at, clock.instant()) + ".";
    }

    private @Nullable String name(Writing.Standing standing) {
        var by = standing.savedBy();
        return by == null ? null : names.of(List.of(by)).name(by);
    }

    @PostMapping
    ModelAndView save(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.TAKE_MINUTES);
        var meeting = rows.lock(id);
        rows.requireAll(id);
        meeting.requireMinutesOpen();
        var boxes = writing.boxes(meeting, rows.children(id));
        var typed = own(Forms.typed(request), boxes);
        check(typed, boxes);
        if (typed.values().stream().flatMap(List::stream).allMatch(String::isBlank))
            throw new Refused(
                    "Write something first: an empty page is not saved",
                    boxes.getFirst().field());
        var standing = writing.now(meeting, boxes);
        var base = writing.at(meeting, boxes, revision(request.getParameter("revision")));
        var merged = Together.of(base.fields(), standing.fields(), typed);
        if (!merged.clashes().isEmpty()) clash(request, standing, merged, boxes);
        writing.save(meeting, boxes, standing, merged.fields());
        return Pages.done(
                "/meetings/" + id + "/minutes",
                !merged.foreign()
                        ? "Saved. You can go on, or leave and come back."
                        : "Saved together with what " + Objects.requireNonNullElse(name(standing), "somebody else")
                                + " wrote meanwhile: read it through.");
    }

    private static int revision(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,8}") ? Integer.parseInt(typed) : 0;
    }

    /** What belongs to the form, of whatever was posted. */
    private static Map<String, List<String>> own(Map<String, List<String>> posted, List<Writing.Box> boxes) {
        var own = new LinkedHashMap<String, List<String>>();
        for (var box : boxes) {
            var values = posted.get(box.field());
            if (values != null) own.put(box.field(), values);
        }
        return own;
    }

    private static void check(Map<String, List<String>> typed, List<Writing.Box> boxes) {
        var errors = new FormErrors();
        for (var box : boxes)
            for (var value : typed.getOrDefault(box.field(), List.of())) {
                if (value.length() > LONGEST) errors.add(box.field(), "Use at most 20,000 characters");
                if (value.indexOf('\0') >= 0) errors.add(box.field(), "Leave out characters that cannot be seen");
                var choices = box.part().choices();
                if (!choices.isEmpty() && !value.isBlank() && !choices.containsKey(value))
                    errors.add(box.field(), "Choose one of these");
            }
        errors.throwIfAny();
    }

    /** Both stay to be read: what was typed in the box, what was saved meanwhile beside it. The next saving decides. */
    private void clash(
            HttpServletRequest request, Writing.Standing standing, Together merged, List<Writing.Box> boxes) {
        var who = Objects.requireNonNullElse(name(standing), "Somebody");
        var errors = new FormErrors();
        for (var box : boxes)
            if (merged.clashes().contains(box.field()))
                errors.add(
                        box.field(),
                        who + " wrote here meanwhile: “"
                                + box.part()
                                        .inWords(String.join(
                                                "\n", standing.fields().getOrDefault(box.field(), List.of())))
                                + "”. Put together what should stand, then save.");
        var shown = new LinkedHashMap<>(merged.fields());
        shown.put("revision", List.of(Integer.toString(standing.revision())));
        Forms.showInstead(request, shown);
        errors.throwIfAny();
    }
}
