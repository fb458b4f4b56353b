package lantern.access.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantern.access.Access;
import lantern.access.password.PasswordRules;
import lantern.access.password.Passwords;
import lantern.access.signin.LocalAccounts;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class PasswordController {
    private final Access access;
    private final OwnPassword own;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final LocalAccounts accounts;
    private final JdbcClient db;

    PasswordController(
            Access access,
            OwnPassword own,
            PasswordRules rules,
            Passwords passwords,
            LocalAccounts accounts,
            JdbcClient db) {
        this.access = access;
        this.own = own;
        this.rules = rules;
        this.passwords = passwords;
        this.accounts = accounts;
        this.db = db;
    }

    @GetMapping("/account/password")
    ModelAndView ask() {
        access.actor();
        accounts.require();
        return page(List.of());
    }

    @PostMapping("/account/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "new-password", defaultValue = "") String chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        access.actor();
        accounts.require();
        var errors = new ArrayList<FieldError>();
        own.wrong(password, request).ifPresent(wrong -> errors.add(new FieldError("password", wrong)));
        if (errors.isEmpty() && chosen.equals(password))
            errors.add(new FieldError("new-password", "Choose a password other than the one you have"));
        if (errors.isEmpty())
            own.owner()
                    .flatMap(it -> rules.wrong(chosen, it.name(), it.email()))
                    .ifPresent(wrong -> errors.add(new FieldError("new-password", wrong)));
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return page(errors);
        }
        db.sql("select access.change_password(:hash)")
                .param("hash", passwords.hash(chosen))
                .query((row, n) -> 1)
                .list();
        return Pages.done("/account", "Your password is changed, and you are signed out everywhere but here");
    }

    private ModelAndView page(List<FieldError> errors) {
        var email = own.owner().map(OwnPassword.Owner::email).orElse("");
        return Pages.page("access/account/password", new MeansPage.Password(new Form(Map.of(), errors), email));
    }
}
