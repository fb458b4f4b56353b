package lantern.missing.meeting;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.missing.form.EpisodeForms;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Checkboxes;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Calls a meeting about an episode, or enters one that was held at once by telephone. */
@Controller
@Transactional
@RequestMapping("/missing/episodes/{id}/meetings")
class CallController {
    private final Meetings meetings;
    private final MeetingQueries queries;
    private final EpisodeForms pages;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    CallController(
            Meetings meetings, MeetingQueries queries, EpisodeForms pages, Forms forms, Access access, Clock clock) {
        this.meetings = meetings;
        this.queries = queries;
        this.pages = pages;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView form(
            @PathVariable UUID id, @RequestParam(defaultValue = "strategy") String kind, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var known = new LinkedHashMap<>(MomentInput.known("at", clock.instant()));
        known.put("kind", kind);
        var form = forms.load(request).or(known);
        var questions = new ArrayList<Content>();
        var kinds = Radios.of("kind", "Which meeting?");
        for (var each : Meeting.Kind.values()) kinds = kinds.item(each.code, each.words);
        questions.add(kinds.from(form));
        questions.addAll(MomentInput.of("at", "When is it, or when was it held?", "Time", form));
        questions.add(Input.of("place", "Where, or by which call? (optional)").from(form));
        questions.add(Checkboxes.of("agencies", "Which agencies are invited?")
                .items(queries.agencies())
                .small()
                .from(form));
        questions.add(Textarea.of("people", "People invited by name, one on each line (optional)")
                .rows(3)
                .from(form));
        return pages.page(
                id,
                "Call a meeting, or record one that was held",
                "An agency that is invited sees the child's record from now on, as far as its sharing agreement says."
                        + " When the meeting has been held, record on its page who came and what was decided: that is what meets the timescale.",
                form,
                questions,
                "meetings",
                "Save the meeting");
    }

    @PostMapping
    ModelAndView call(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var kinds = Arrays.stream(Meeting.Kind.values()).map(each -> each.code).toList();
        var kind = typed.choice("kind", kinds, "Say which meeting it is");
        var at = typed.planned("at", "of the meeting");
        var place = typed.optional("place");
        var offered = queries.agencies().keySet();
        var agencies = typed.all("agencies").stream()
                .filter(offered::contains)
                .map(UUID::fromString)
                .toList();
        var people = people(typed.optional("people"));
        if (people.stream().anyMatch(each -> each.length() > 200))
            typed.wrong("people", "Write each person on a line of their own, of at most 200 characters");
        if (agencies.isEmpty() && people.isEmpty())
            typed.wrong("agencies", "Say who is invited: an agency or a person");
        typed.check();
        var meeting = meetings.call(id, new Meetings.Called(Meeting.Kind.of(kind), at, place, agencies, people));
        return Pages.done(
                "/missing/meetings/" + meeting,
                at.isAfter(clock.instant())
                        ? "The meeting is called."
                        : "The meeting is entered. Record now who came and what was decided.");
    }

    private static List<String> people(@org.jspecify.annotations.Nullable String lines) {
        if (lines == null) return List.of();
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
