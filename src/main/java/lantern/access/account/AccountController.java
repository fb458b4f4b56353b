package lantern.access.account;

import java.time.Clock;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.signin.LocalAccounts;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class AccountController {
    private static final int HAPPENED = 20;

    private final Access access;
    private final Account account;
    private final LocalAccounts accounts;
    private final Clock clock;

    AccountController(Access access, Account account, LocalAccounts accounts, Clock clock) {
        this.access = access;
        this.account = account;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/account")
    ModelAndView show() {
        var actor = access.actor();
        var means = account.means().orElseThrow(Refused::notFound);
        var now = clock.instant();
        var page = new AccountPage(
                actor.name(),
                actor.roleTitle(),
                accounts.on() ? null : accounts.organisation(),
                means.password(),
                means.recoveryLeft(),
                means.passkeys(),
                account.sessions().size(),
                account.notices(HAPPENED).stream()
                        .map(it -> AccountPage.happened(it, now))
                        .toList());
        return Pages.page("access/account/page", page);
    }

    @PostMapping("/account/notices/reading")
    ModelAndView read() {
        access.actor();
        account.seen();
        return Pages.done("/account", "Marked as read");
    }

    @GetMapping("/account/sessions")
    ModelAndView sessions() {
        access.actor();
        var now = clock.instant();
        var rows = account.sessions().stream()
                .map(it -> AccountPage.signed(it, now))
                .toList();
        return Pages.page("access/account/sessions", new AccountPage.Sessions(rows));
    }

    @PostMapping("/account/sessions/{id}/ending")
    ModelAndView end(@PathVariable UUID id) {
        access.actor();
        if (account.end(id) == 0) throw Refused.notFound();
        return Pages.done("/account/sessions", "You are signed out there");
    }

    @PostMapping("/account/sessions/others/ending")
    ModelAndView endOthers() {
        access.actor();
        account.end(null);
        return Pages.done("/account/sessions", "You are signed out everywhere but here");
    }
}
