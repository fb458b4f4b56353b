package lantern.access.people.review;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Announcements;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.people.People;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Joiners, movers and leavers, each quarter: is each of these people still needed here? */
@Controller
@Transactional
class ReviewController {
    private final Access access;
    private final Reviews reviews;
    private final People people;
    private final Names names;
    private final Announcements announcements;
    private final Forms forms;
    private final Clock clock;

    ReviewController(
            Access access,
            Reviews reviews,
            People people,
            Names names,
            Announcements announcements,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.reviews = reviews;
        this.people = people;
        this.names = names;
        this.announcements = announcements;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/people/reviews")
    ModelAndView all() {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var rows = reviews.all().stream()
                .map(each -> new ReviewsPage.Row(
                        each.id(),
                        each.agencyName(),
                        each.quarter(),
                        London.day(London.date(each.opened())),
                        each.done() == null
                                ? each.waiting() + " to decide on"
                                : "Done " + London.day(London.date(each.done())),
                        each.done() == null ? "yellow" : "green",
                        each.people() == 1 ? "1 person" : each.people() + " people"))
                .toList();
        return Pages.page("access/people/review/all", new ReviewsPage(rows, actor.may(Permission.MANAGE_TOKENS)));
    }

    @GetMapping("/people/reviews/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var review = reviews.find(id).orElseThrow(Refused::notFound);
        var now = clock.instant();
        var all = reviews.people(id);
        var ids = new ArrayList<UUID>();
        for (var each : all) {
            ids.add(each.person());
            if (each.decidedBy() != null) ids.add(each.decidedBy());
        }
        var called = names.of(ids);
        var known = people.byId(all.stream().map(Reviews.Reviewed::person).toList());
        var open = new ArrayList<ReviewPage.Row>();
        var notMine = new ArrayList<ReviewPage.Row>();
        var decided = new ArrayList<ReviewPage.Decided>();
        for (var each : all) {
            var name = String.valueOf(called.name(each.person()));
            if (each.decision() != null) decided.add(decided(each, name, called, now));
            else (each.person().equals(actor.id()) ? notMine : open).add(row(each.person(), name, known, now));
        }
        open.sort(java.util.Comparator.comparing(ReviewPage.Row::name));
        decided.sort(java.util.Comparator.comparing(ReviewPage.Decided::name));
        return Pages.page(
                "access/people/review/one",
                new ReviewPage(
                        forms.load(request),
                        id,
                        review.agencyName(),
                        review.quarter(),
                        review.done() == null
                                ? "Opened " + London.day(London.date(review.opened())) + ". " + review.waiting()
                                        + " of " + review.people() + " people are still to be decided on."
                                : "Done " + London.day(London.date(review.done())) + ".",
                        open,
                        notMine,
                        decided));
    }

    private static ReviewPage.Row row(UUID id, String name, Map<UUID, People.Person> known, Instant now) {
        var person = known.get(id);
        if (person == null) return new ReviewPage.Row(id, name, "Works for another agency now", "");
        return new ReviewPage.Row(
                id,
                name,
                person.posts() == 0 || person.roleTitle() == null
                        ? "No post any more"
                        : person.roleTitle() + (person.teamName() == null ? "" : ", " + person.teamName()),
                person.seenAt() == null ? "Never" : London.ago(person.seenAt(), now));
    }

    private static ReviewPage.Decided decided(Reviews.Reviewed each, String name, Names.Called called, Instant now) {
        return new ReviewPage.Decided(
                each.person(),
                name,
                Reviews.DECISIONS.getOrDefault(String.valueOf(each.decision()), ""),
                called.name(each.decidedBy())
                        + (each.decidedAt() == null ? "" : ", " + London.when(each.decidedAt(), now)),
                "move".equals(each.decision()) ? "/people/" + each.person() : null);
    }

    @PostMapping("/people/reviews/{id}/decisions")
    ModelAndView decide(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_PEOPLE);
        if (reviews.find(id).isEmpty()) throw Refused.notFound();
        var decisions = new HashMap<UUID, String>();
        for (var each : reviews.people(id)) {
            var decision = typed.getOrDefault("person-" + each.person(), "");
            if (each.decision() == null && Reviews.DECISIONS.containsKey(decision))
                decisions.put(each.person(), decision);
        }
        if (decisions.isEmpty()) throw new FormErrors().add(null, "Decide on at least one person");
        var last = false;
        for (var each : decisions.entrySet()) last |= reviews.decide(id, each.getKey(), each.getValue());
        if (last) {
            access.continueAsSystem("a review of people is done");
            announcements.reviewDone(id, clock.instant());
        }
        return last
                ? Pages.done("/people/reviews", "The review is done")
                : Pages.done("/people/reviews/" + id, "Kept. The others wait here");
    }
}
