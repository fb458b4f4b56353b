package lantern.access.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import lantern.access.OpenToAll;
import lantern.access.password.PasswordRules;
import lantern.access.signin.LocalAccounts;
import lantern.access.signin.RecoveryCodes;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class InvitationController {
    private static final String TEMPLATE = "access/invitation/page";

    private final Invitations invitations;
    private final PasswordRules rules;
    private final LocalAccounts accounts;

    InvitationController(Invitations invitations, PasswordRules rules, LocalAccounts accounts) {
        this.invitations = invitations;
        this.rules = rules;
        this.accounts = accounts;
    }

    @GetMapping("/invitation")
    @OpenToAll("whoever holds an invitation has no account yet; its token is checked when it is used")
    ModelAndView show(@RequestParam(defaultValue = "") String token) {
        accounts.require();
        var invited = invitations.of(token);
        return Pages.page(TEMPLATE, InvitationPage.of(token, invited, CodeSecret.fresh(), List.of()));
    }

    @PostMapping("/invitation")
    @OpenToAll("the invitation's token is what allows it")
    ModelAndView accept(
            @RequestParam String token,
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        accounts.require();
        var shared = CodeSecret.typed(secret);
        var invited = invitations.of(token);
        var errors = new ArrayList<FieldError>();
        invited.flatMap(it -> rules.wrong(password, it.name(), it.email()))
                .ifPresent(wrong -> errors.add(new FieldError("password", wrong)));
        if (!code.replaceAll("\\s", "").matches("\\d{6}"))
            errors.add(new FieldError("code", "Enter the 6 digits that your authenticator app shows"));
        if (invited.isPresent() && errors.isEmpty()) {
            var recovery = RecoveryCodes.fresh();
            if (invitations.accept(token, password, shared.bytes(), code, recovery))
                return Pages.page("access/account/codes", new CodesPage(recovery, "/sign-in", "Go to sign in"));
            errors.add(new FieldError(
                    "code", "The code is not right: enter the 6 digits that the app shows for Lantern now"));
        }
        response.setStatus(422);
        return Pages.page(TEMPLATE, InvitationPage.of(token, invited, shared, errors));
    }
}
