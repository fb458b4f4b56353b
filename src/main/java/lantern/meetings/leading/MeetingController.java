package lantern.meetings.leading;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.meetings.Meetings;
import lantern.meetings.form.MeetingForm;
import lantern.meetings.form.Offered;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.MomentInput;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A meeting's page, and what becomes of it: held, moved, cancelled. */
@Controller
@Transactional
@RequestMapping("/meetings/{id}")
class MeetingController {
    private final Meetings meetings;
    private final MeetingRows rows;
    private final MeetingPages pages;
    private final Offered offered;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    MeetingController(
            Meetings meetings,
            MeetingRows rows,
            MeetingPages pages,
            Offered offered,
            Forms forms,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.rows = rows;
        this.pages = pages;
        this.offered = offered;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID id) {
        access.require(Permission.READ_MEETINGS);
        return Pages.page("meetings/leading/meeting", pages.of(id));
    }

    @GetMapping("/held")
    ModelAndView heldForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var now = clock.instant();
        var form = forms.load(request).or(known(meeting, now));
        var questions = new ArrayList<Content>(MomentInput.of("held-at", "When did it begin?", "Time", form));
        for (var invited : rows.invited(id))
            if (!invited.removed())
                questions.add(Radios.of("came-" + invited.id(), invited.name())
                        .items(attendance())
                        .inline()
                        .small()
                        .from(form));
        questions.add(Select.of("chair", "Who chaired?")
                .choose("Somebody else")
                .items(offered.peopleNames())
                .from(form));
        questions.add(Input.of("chair-name", "Name of another chair (optional)").from(form));
        questions.add(
                DateInput.of("review", "When is it reviewed next? (optional)").from(form));
        return MeetingForm.page(
                meeting,
                "Record who came",
                form,
                "Do this when the meeting is over: it meets the timescales that wait for the meeting. Minutes and actions can be written before and after.",
                questions,
                "held",
                "Save");
    }

    private static Map<String, String> known(Meeting meeting, java.time.Instant now) {
        var known = new LinkedHashMap<>(
                MomentInput.known("held-at", meeting.startsAt().isAfter(now) ? now : meeting.startsAt()));
        if (meeting.chairId() != null) known.put("chair", meeting.chairId().toString());
        if (meeting.chair() != null) known.put("chair-name", meeting.chair());
        return known;
    }

    @PostMapping("/held")
    ModelAndView held(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.led(id);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("held-at", "the meeting began");
        var attendance = new HashMap<UUID, String>();
        for (var invited : rows.invited(id))
            if (!invited.removed())
                attendance.put(
                        invited.id(),
                        typed.choice(
                                "came-" + invited.id(),
                                attendance().keySet(),
                                "Say whether they came: " + invited.name()));
        var chair = typed.optional("chair");
        if (chair != null && !offered.peopleNames().containsKey(chair)) typed.wrong("chair", "Choose one of the list");
        var chairName = typed.optional("chair-name");
        if (chair == null && chairName == null) typed.wrong("chair", "Say who chaired it");
        if (chairName != null && chairName.length() > 200) typed.wrong("chair-name", "Use at most 200 characters");
        var review = typed.date("review", "of the review", London.date(clock.instant()), false);
        typed.check();
        meetings.held(
                id,
                new Meetings.Held(at, chair == null ? null : UUID.fromString(chair), chairName, attendance, review));
        return Pages.done("/meetings/" + id, "The meeting is recorded. Finish the minutes, then issue them.");
    }

    @GetMapping("/time")
    ModelAndView timeForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var known = new LinkedHashMap<>(MomentInput.known("at", meeting.startsAt()));
        known.put("length", Integer.toString(meeting.minutes()));
        known.put("place", Objects.requireNonNullElse(meeting.place(), ""));
        var form = forms.load(request).or(known);
        var questions = new ArrayList<Content>(MomentInput.of("at", "When is it?", "Time", form));
        questions.add(Input.of("length", "How many minutes?").width(3).from(form));
        questions.add(Input.of("place", "Where, or by which call? (optional)").from(form));
        return MeetingForm.page(
                meeting,
                "Change time or place",
                form,
                "Everybody who is invited is told by e-mail, and the entry in their calendar moves.",
                questions,
                "time",
                "Save");
    }

    @PostMapping("/time")
    ModelAndView move(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.led(id);
        var typed = new Typed(request, clock.instant());
        var at = typed.planned("at", "of the meeting");
        var minutes = typed.number("length", 5, 600, "Enter the minutes as a number, like 60");
        var place = typed.optional("place");
        if (place != null && place.length() > 300) typed.wrong("place", "Use at most 300 characters");
        typed.check();
        meetings.move(id, at, minutes, place);
        return Pages.done("/meetings/" + id, "The meeting is moved, and everybody is told.");
    }

    @GetMapping("/cancellation")
    ModelAndView cancelForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var form = forms.load(request);
        return MeetingForm.page(
                meeting,
                "Cancel the meeting",
                form,
                "Better to move it: a timescale that waits for this meeting goes on. Young people ask that a meeting is rearranged, not just cancelled.",
                List.of(Textarea.of("because", "Why is it cancelled, and what happens instead?")
                        .from(form)),
                "cancellation",
                "Cancel the meeting");
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.led(id);
        var typed = new Typed(request, clock.instant());
        var because = typed.words("because", "Say why it is cancelled");
        if (because.length() > 2000) typed.wrong("because", "Use at most 2,000 characters");
        typed.check();
        meetings.cancel(id, because);
        return Pages.done("/meetings/" + id, "The meeting is cancelled, and everybody is told.");
    }

    private static Map<String, String> attendance() {
        var attendance = new LinkedHashMap<String, String>();
        attendance.put("attended", "Came");
        attendance.put("apologies", "Sent apologies");
        attendance.put("absent", "Did not come");
        return attendance;
    }
}
