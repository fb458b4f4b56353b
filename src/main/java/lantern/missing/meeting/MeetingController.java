package lantern.missing.meeting;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.form.EpisodeForms;
import lantern.missing.record.EpisodeQueries;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
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

/** What happens at and after a meeting; it is called from the episode's page ({@link CallController}). */
@Controller
@Transactional
@RequestMapping("/missing/meetings/{id}")
class MeetingController {
    private static final Map<String, String> ATTENDANCE = attendance();

    private final Meetings meetings;
    private final MeetingQueries queries;
    private final EpisodeQueries episodes;
    private final EpisodeForms pages;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    MeetingController(
            Meetings meetings,
            MeetingQueries queries,
            EpisodeQueries episodes,
            EpisodeForms pages,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.meetings = meetings;
        this.queries = queries;
        this.episodes = episodes;
        this.pages = pages;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_EPISODE);
        var meeting = queries.one(id);
        ledger.look(meeting.child(), "identity", "meeting");
        return Pages.page(
                "missing/meeting/meeting",
                new MeetingPage(
                        meeting,
                        episodes.episode(meeting.episode()),
                        actor.may(Permission.WRITE_EPISODE),
                        clock.instant()));
    }

    @GetMapping("/record")
    ModelAndView recordForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var meeting = queries.one(id);
        var now = clock.instant();
        var form = forms.load(request)
                .or(MomentInput.known("held-at", meeting.calledFor().isAfter(now) ? now : meeting.calledFor()));
        var questions = new ArrayList<Content>(MomentInput.of("held-at", "When did it begin?", "Time", form));
        for (var invited : meeting.invited())
            questions.add(Radios.of("came-" + invited.id(), invited.who())
                    .items(ATTENDANCE)
                    .inline()
                    .small()
                    .from(form));
        questions.add(Input.of("chair", "Who chaired it?").from(form));
        questions.add(
                Textarea.of("discussed", "What was discussed and concluded?").from(form));
        return pages.page(
                meeting.episode(),
                "Record the " + meeting.kind().words.toLowerCase(Locale.ROOT),
                "Decisions are recorded next, each with who does it and by when.",
                form,
                questions,
                path(id, "record"),
                "Save");
    }

    @PostMapping("/record")
    ModelAndView record(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("held-at", "the meeting began");
        var attendance = new HashMap<UUID, String>();
        for (var invited : queries.one(id).invited())
            attendance.put(
                    invited.id(),
                    typed.choice(
                            "came-" + invited.id(), ATTENDANCE.keySet(), "Say whether they came: " + invited.who()));
        var chair = typed.words("chair", "Say who chaired it");
        var discussed = typed.words("discussed", "Say what was discussed and concluded");
        typed.check();
        meetings.held(id, new Meetings.Held(at, chair, discussed, attendance));
        return Pages.done("/missing/meetings/" + id, "The meeting is recorded. Add what was decided.");
    }

    @GetMapping("/decisions/new")
    ModelAndView decisionForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request);
        return pages.page(
                queries.one(id).episode(),
                "Add a decision",
                null,
                form,
                List.of(
                        Textarea.of("words", "What is to be done?").rows(3).from(form),
                        Input.of("owner", "Who does it?").from(form),
                        DateInput.of("due", "By when? (optional)").from(form)),
                path(id, "decisions"),
                "Save the decision");
    }

    @PostMapping("/decisions")
    ModelAndView decide(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var words = typed.words("words", "Say what is to be done");
        var owner = typed.words("owner", "Say who does it");
        var due = typed.date(
                "due", "by which it is to be done", London.date(clock.instant()).minusMonths(1), false);
        typed.check();
        meetings.decide(id, words, owner, due);
        return Pages.done("/missing/meetings/" + id, "The decision is recorded.");
    }

    @GetMapping("/decisions/{decision}/done")
    ModelAndView doneForm(@PathVariable UUID id, @PathVariable UUID decision, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var meeting = ofMeeting(id, decision);
        var form = forms.load(request);
        return pages.page(
                meeting.episode(),
                "Record that a decision is done",
                meeting.decisions().stream()
                        .filter(each -> each.id().equals(decision))
                        .map(Meeting.Decision::words)
                        .findFirst()
                        .orElseThrow(Refused::notFound),
                form,
                List.of(Textarea.of("words", "What was done, and with what result?")
                        .from(form)),
                path(id, "decisions/" + decision + "/done"),
                "Save");
    }

    @PostMapping("/decisions/{decision}/done")
    ModelAndView done(@PathVariable UUID id, @PathVariable UUID decision, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        ofMeeting(id, decision);
        var typed = new Typed(request, clock.instant());
        var words = typed.words("words", "Say what was done");
        typed.check();
        meetings.done(decision, words);
        return Pages.done("/missing/meetings/" + id, "It is recorded that this was done.");
    }

    @GetMapping("/cancellation")
    ModelAndView cancelForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request);
        return pages.page(
                queries.one(id).episode(),
                "Cancel the meeting",
                "Better to call it for another time: a timescale that waits for this meeting goes on.",
                form,
                List.of(Textarea.of("because", "Why is it cancelled, and what happens instead?")
                        .from(form)),
                path(id, "cancellation"),
                "Cancel the meeting");
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var because = typed.words("because", "Say why it is cancelled");
        typed.check();
        meetings.cancel(id, because);
        return Pages.done("/missing/meetings/" + id, "The meeting is cancelled.");
    }

    private static Map<String, String> attendance() {
        var attendance = new LinkedHashMap<String, String>();
        attendance.put("attended", "Came");
        attendance.put("apologies", "Sent apologies");
        attendance.put("absent", "Did not come");
        return attendance;
    }

    private Meeting ofMeeting(UUID id, UUID decision) {
        if (!queries.meetingOf(decision).equals(id)) throw Refused.notFound();
        return queries.one(id);
    }

    private static String path(UUID id, String noun) {
        return "/missing/meetings/" + id + "/" + noun;
    }
}
