package lantern.intake.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/intake/feeds")
class FeedController {
    private static final int MOST_HOURS = 24 * 90;

    private final Access access;
    private final List<Watched> kinds;
    private final SystemFeeds systems;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    FeedController(Access access, List<Watched> kinds, SystemFeeds systems, Ledger ledger, Forms forms, Clock clock) {
        this.access = access;
        this.kinds = kinds;
        this.systems = systems;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all() {
        access.require(Permission.MANAGE_INTAKE);
        var now = clock.instant();
        var feeds = kinds.stream().flatMap(kind -> kind.feeds(now).stream()).toList();
        return Pages.page("intake/feed/all", new FeedPages.All(feeds, now));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_INTAKE);
        var now = clock.instant();
        var feed = systems.feeds(now).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
        return Pages.page("intake/feed/one", new FeedPages.One(forms.load(request), feed, now));
    }

    @PostMapping("/{id}")
    ModelAndView expect(@PathVariable UUID id, @RequestParam(defaultValue = "") String hours) {
        access.require(Permission.MANAGE_INTAKE);
        var typed = hours.strip();
        if (!typed.isEmpty() && !typed.matches("[1-9]\\d{0,3}"))
            throw new Refused("Enter a number of hours, or leave it empty", "hours");
        if (!typed.isEmpty() && Integer.parseInt(typed) > MOST_HOURS)
            throw new Refused("Enter at most " + MOST_HOURS + " hours", "hours");
        systems.expect(id, typed.isEmpty() ? null : Duration.ofHours(Integer.parseInt(typed)));
        ledger.act("feed.expected", "feed", id, null);
        return Pages.done("/intake/feeds", "It is watched like this from now on");
    }
}
