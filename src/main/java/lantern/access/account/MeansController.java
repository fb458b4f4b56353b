package lantern.access.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantern.access.Access;
import lantern.access.invitation.CodeSecret;
import lantern.access.invitation.CodesPage;
import lantern.access.signin.LocalAccounts;
import lantern.access.signin.RecoveryCodes;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** New recovery codes and another authenticator app. Wrong passwords are answered with the page, so that they are counted. */
@Controller
@Transactional
class MeansController {
    private final Access access;
    private final Account account;
    private final OwnPassword own;
    private final LocalAccounts accounts;

    MeansController(Access access, Account account, OwnPassword own, LocalAccounts accounts) {
        this.access = access;
        this.account = account;
        this.own = own;
        this.accounts = accounts;
    }

    @GetMapping("/account/recovery-codes")
    ModelAndView codes() {
        access.actor();
        accounts.require();
        return codes(List.of());
    }

    @PostMapping("/account/recovery-codes")
    ModelAndView renew(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        access.actor();
        accounts.require();
        var wrong = own.wrong(password, request);
        if (wrong.isEmpty())
            return Pages.page(
                    "access/account/codes",
                    new CodesPage(account.renewRecoveryCodes(), "/account", "I have kept them: back to your account"));
        response.setStatus(422);
        return codes(List.of(new FieldError("password", wrong.get())));
    }

    private ModelAndView codes(List<FieldError> errors) {
        var left = account.means().map(Account.Means::recoveryLeft).orElse(0);
        return Pages.page(
                "access/account/recovery",
                new MeansPage.Recovery(new Form(Map.of(), errors), left, RecoveryCodes.HOW_MANY));
    }

    @GetMapping("/account/authenticator")
    ModelAndView authenticator() {
        access.actor();
        accounts.require();
        return authenticator(CodeSecret.fresh(), List.of());
    }

    @PostMapping("/account/authenticator")
    ModelAndView change(
            @RequestParam(defaultValue = "") String password,
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        access.actor();
        accounts.require();
        var shared = CodeSecret.typed(secret);
        var errors = new ArrayList<FieldError>();
        own.wrong(password, request).ifPresent(wrong -> errors.add(new FieldError("password", wrong)));
        if (errors.isEmpty()) {
            var codes = account.changeAuthenticator(shared.bytes(), code);
            if (codes.isPresent())
                return Pages.page(
                        "access/account/codes",
                        new CodesPage(codes.get(), "/account", "I have kept them: back to your account"));
            errors.add(new FieldError("code", "Enter the 6 digits that the app shows for the new key now"));
        }
        response.setStatus(422);
        return authenticator(shared, errors);
    }

    private static ModelAndView authenticator(CodeSecret secret, List<FieldError> errors) {
        return Pages.page(
                "access/account/authenticator", new MeansPage.Authenticator(new Form(Map.of(), errors), secret));
    }
}
