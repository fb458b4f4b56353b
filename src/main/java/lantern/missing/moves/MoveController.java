package lantern.missing.moves;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.missing.episode.Considered;
import lantern.missing.episode.Episode;
import lantern.missing.episode.Episodes;
import lantern.missing.form.EpisodeForms;
import lantern.missing.record.EpisodeQueries;
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
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/missing/episodes/{id}")
class MoveController {
    private final EpisodeForms pages;
    private final EpisodeQueries queries;
    private final Episodes episodes;
    private final Harms harms;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    MoveController(
            EpisodeForms pages,
            EpisodeQueries queries,
            Episodes episodes,
            Harms harms,
            Forms forms,
            Access access,
            Clock clock) {
        this.pages = pages;
        this.queries = queries;
        this.episodes = episodes;
        this.harms = harms;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/found")
    ModelAndView foundForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request).or(MomentInput.known("found-at", clock.instant()));
        var questions =
                new ArrayList<Content>(MomentInput.of("found-at", "When was the child found?", "Time found", form));
        questions.add(Input.of("place", "Where was the child found? (optional)").from(form));
        questions.add(Input.of("by", "Who found the child? (optional)").from(form));
        questions.add(Input.of("how", "How was the child found? (optional)")
                .hint("For example, came back alone, seen by a patrol, phoned a friend")
                .from(form));
        questions.add(Radios.of("back", "Is the child back where they belong?")
                .item("yes", "Yes, back at the time above")
                .item("no", "Not yet, or at another time: record the return later")
                .from(form));
        questions.add(Input.of("returned-to", "If back: where to? (optional)").from(form));
        return pages.page(id, "Record that the child was found", null, form, questions, "found", "Save");
    }

    @PostMapping("/found")
    ModelAndView found(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("found-at", "the child was found");
        var back = typed.choice("back", List.of("yes", "no"), "Say whether the child is back");
        var found = new Episodes.Found(at, typed.optional("place"), typed.optional("by"), null, typed.optional("how"));
        var to = typed.optional("returned-to");
        typed.check();
        episodes.locate(id, found);
        if (back.equals("yes")) episodes.comeBack(id, new Episodes.Return(at, to, null, null, null));
        return Pages.done(
                "/missing/episodes/" + id,
                back.equals("yes")
                        ? "The child is recorded as found and back. Record next what is known about harm."
                        : "The child is recorded as found. Record the return next.");
    }

    @GetMapping("/return")
    ModelAndView returnForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request).or(MomentInput.known("returned-at", clock.instant()));
        var questions =
                new ArrayList<Content>(MomentInput.of("returned-at", "When was the child back?", "Time back", form));
        questions.add(Input.of("to", "Where did the child return to?").from(form));
        questions.addAll(HarmController.questions(form));
        return pages.page(
                id,
                "Record the child's return",
                "The return interview is referred to the provider as soon as you save.",
                form,
                questions,
                "return",
                "Save the return");
    }

    @PostMapping("/return")
    ModelAndView comeBack(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("returned-at", "the child was back");
        var to = typed.words("to", "Say where the child returned to");
        var harm = HarmController.typed(typed);
        typed.check();
        episodes.comeBack(id, new Episodes.Return(at, to, null, null, null));
        harms.record(id, harm);
        return Pages.done("/missing/episodes/" + id, "The return is recorded.");
    }

    @GetMapping("/closure")
    ModelAndView closureForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.CLOSE_EPISODE);
        var form = forms.load(request);
        return pages.page(
                id,
                "Close the episode",
                "An episode is closed when the return interview is resolved and everyone who was told that a looked after child was missing knows that they are back.",
                form,
                List.of(
                        Textarea.of("review", "What did the review of this episode find, and what changes in the plan?")
                                .from(form),
                        Checkboxes.of("considered", "What was considered? (tick all that were)")
                                .items(considered())
                                .from(form)),
                "closure",
                "Close the episode");
    }

    @PostMapping("/closure")
    ModelAndView close(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.CLOSE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var review = typed.words("review", "Say what the review found");
        var considered = typed.all("considered").stream()
                .filter(considered().keySet()::contains)
                .map(Considered::of)
                .toList();
        typed.check();
        episodes.close(id, review, considered);
        return Pages.done("/missing/episodes/" + id, "The episode is closed.");
    }

    private static Map<String, String> considered() {
        var considered = new LinkedHashMap<String, String>();
        for (var each : Considered.values()) considered.put(each.code, each.words());
        return considered;
    }

    @GetMapping("/corrections/new")
    ModelAndView correctionForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request);
        var episode = queries.episode(id);
        var times = Radios.of("time", "Which time was wrong?")
                .item("missing-since", "Missing since " + London.dateTime(episode.missingSince()));
        if (episode.locatedAt() != null) times = times.item("found", "Found " + London.dateTime(episode.locatedAt()));
        if (episode.returnedAt() != null)
            times = times.item("returned", "Returned " + London.dateTime(episode.returnedAt()));
        var questions = new ArrayList<Content>(List.of(times.from(form)));
        questions.addAll(MomentInput.of("corrected-at", "What is the right date?", "The right time", form));
        questions.add(Input.of("reason", "How do you know?").from(form));
        return pages.page(
                id,
                "Correct a time",
                "The timescales are worked out again, and the record keeps both times.",
                form,
                questions,
                "corrections",
                "Correct the time");
    }

    @PostMapping("/corrections")
    ModelAndView correct(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var which =
                typed.choice("time", List.of("missing-since", "found", "returned"), "Choose the time that was wrong");
        var at = typed.moment("corrected-at", "it really happened");
        var reason = typed.words("reason", "Say how you know the right time");
        typed.check();
        episodes.correct(id, Episode.Time.valueOf(which.toUpperCase(Locale.ROOT).replace('-', '_')), at, reason);
        return Pages.done("/missing/episodes/" + id, "The time is corrected and the timescales are worked out again.");
    }
}
