package lantern.missing.record;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.Withholding;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.missing.counters.Patterns;
import lantern.missing.episode.Episodes;
import lantern.missing.letter.Letters;
import lantern.missing.meeting.EpisodeMeetings;
import lantern.missing.plan.ReturnPlans;
import lantern.platform.web.Pages;
import lantern.timescales.Timescales;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class EpisodeController {
    private final EpisodeQueries queries;
    private final Episodes episodes;
    private final Children children;
    private final Patterns patterns;
    private final EpisodeMeetings meetings;
    private final ReturnPlans plans;
    private final Letters letters;
    private final Timescales timescales;
    private final Access access;
    private final Withholding withholding;
    private final Ledger ledger;
    private final Clock clock;

    EpisodeController(
            EpisodeQueries queries,
            Episodes episodes,
            Children children,
            Patterns patterns,
            EpisodeMeetings meetings,
            ReturnPlans plans,
            Letters letters,
            Timescales timescales,
            Access access,
            Withholding withholding,
            Ledger ledger,
            Clock clock) {
        this.queries = queries;
        this.episodes = episodes;
        this.children = children;
        this.patterns = patterns;
        this.meetings = meetings;
        this.plans = plans;
        this.letters = letters;
        this.timescales = timescales;
        this.access = access;
        this.withholding = withholding;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/missing/episodes/{id}")
    ModelAndView page(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_EPISODE);
        var now = clock.instant();
        var whole = queries.whole(id, now);
        ledger.look(whole.episode().child(), "identity", "episode");
        return Pages.page("missing/record/episode", page(whole, actor, now));
    }

    private EpisodePage page(EpisodeView.Whole whole, Actor actor, Instant now) {
        var id = whole.episode().id();
        var ours = new ArrayList<UUID>(List.of(id));
        whole.notifications().forEach(each -> ours.add(each.id()));
        whole.interviews().forEach(each -> ours.add(each.id()));
        var clocks = timescales.ofAll(ours);
        var interview = whole.interviews().isEmpty()
                ? null
                : whole.interviews().getFirst().id();
        return new EpisodePage(
                whole,
                clocks.stream()
                        .filter(clock -> clock.state().open())
                        .map(clock -> NextStep.of(id, clock, interview))
                        .toList(),
                clocks.stream().filter(clock -> !clock.state().open()).toList(),
                episodes.stillToTell(id),
                actor.may(Permission.WRITE_EPISODE),
                actor.may(Permission.CLOSE_EPISODE),
                actor.may(Permission.MERGE_EPISODES),
                actor.may(Permission.READ_INBOX),
                actor.may(Permission.READ_MEETINGS),
                actor.may(Permission.HOLD_MEETINGS),
                around(whole.episode(), now),
                withholding.of(whole.episode().child()),
                now);
    }

    private EpisodePage.Around around(EpisodeView episode, Instant now) {
        var child = children.find(episode.child());
        var responsible = child.map(ChildFacts::responsibleAuthority).orElse(null);
        return new EpisodePage.Around(
                responsible == null ? patterns.of(episode.child(), now) : patterns.placedHere(episode.child(), now),
                meetings.of(episode.id()),
                plans.of(episode.id()).orElse(null),
                letters.of(episode.id()),
                responsible,
                child.map(ChildFacts::hostAuthority).orElse(null));
    }
}
