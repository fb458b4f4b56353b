package lantern.access.home;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.QuietLine;
import lantern.access.WorkList;
import lantern.access.account.Account;
import lantern.access.account.AccountPage;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class HomeController {
    private static final int NEWS = 5;

    private final Access access;
    private final Account account;
    private final Clock clock;
    private final List<WorkList> lists;
    private final List<QuietLine> quiet;

    HomeController(Access access, Account account, Clock clock, List<WorkList> lists, List<QuietLine> quiet) {
        this.access = access;
        this.account = account;
        this.clock = clock;
        this.quiet = quiet;
        this.lists =
                lists.stream().sorted(Comparator.comparingInt(WorkList::order)).toList();
    }

    @GetMapping("/")
    ModelAndView home() {
        var actor = access.actor();
        var waiting = lists.stream()
                .filter(list -> actor.may(list.permission()))
                .map(list -> waiting(list, actor))
                .toList();
        var lines = quiet.stream().flatMap(each -> each.lines(actor).stream()).toList();
        return Pages.page("access/home/home", new HomePage(actor.name(), news(), waiting, lines));
    }

    private List<AccountPage.Happened> news() {
        var now = clock.instant();
        return account.notices(NEWS).stream()
                .filter(it -> !it.seen())
                .map(it -> AccountPage.happened(it, now))
                .toList();
    }

    private static HomePage.Waiting waiting(WorkList list, Actor actor) {
        var count = list.waiting(actor);
        return new HomePage.Waiting(
                list.title(), list.purpose(), list.path(), count.isPresent() ? count.getAsLong() : null);
    }
}
