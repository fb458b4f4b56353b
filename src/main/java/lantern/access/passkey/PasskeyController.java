package lantern.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.account.OwnPassword;
import lantern.access.session.PublicAddress;
import lantern.access.signin.LocalAccounts;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own passkeys. */
@Controller
@Transactional
class PasskeyController {
    private final Access access;
    private final Passkeys passkeys;
    private final Authenticators authenticators;
    private final OwnPassword own;
    private final LocalAccounts accounts;
    private final PublicAddress address;
    private final Clock clock;

    PasskeyController(
            Access access,
            Passkeys passkeys,
            Authenticators authenticators,
            OwnPassword own,
            LocalAccounts accounts,
            PublicAddress address,
            Clock clock) {
        this.access = access;
        this.passkeys = passkeys;
        this.authenticators = authenticators;
        this.own = own;
        this.accounts = accounts;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/account/passkeys")
    ModelAndView list() {
        access.actor();
        accounts.require();
        return page(Form.EMPTY);
    }

    @PostMapping("/account/passkeys/challenge")
    ResponseEntity<Map<String, Object>> challenge(HttpServletRequest request) {
        var actor = access.actor();
        accounts.require();
        return PasskeySignInController.answer(() ->
                Asked.toMake(passkeys.challenge("passkey.add"), Site.of(address, request), actor, passkeys.mine()));
    }

    @PostMapping("/account/passkeys")
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        access.actor();
        accounts.require();
        var errors = new ArrayList<FieldError>();
        if (name.isBlank() || name.strip().length() > 60)
            errors.add(new FieldError("name", "Give it a name of up to 60 letters, such as \"Work phone\""));
        own.wrong(password, request).ifPresent(wrong -> errors.add(new FieldError("password", wrong)));
        if (errors.isEmpty()) {
            var made = authenticators.made(answer, Site.of(address, request));
            if (made.isPresent() && passkeys.add(name.strip(), made.get()))
                return Pages.done("/account/passkeys", "The passkey is added: you can sign in with it");
            errors.add(new FieldError("name", "The passkey was not made. Try again, or use another device"));
        }
        response.setStatus(422);
        return page(new Form(Map.of("name", List.of(name)), errors));
    }

    @PostMapping("/account/passkeys/{id}/name")
    ModelAndView rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        access.actor();
        accounts.require();
        if (name.isBlank() || name.strip().length() > 60) throw new Refused("Give it a name of up to 60 letters");
        if (!passkeys.rename(id, name.strip())) throw Refused.notFound();
        return Pages.done("/account/passkeys", "The passkey has its new name");
    }

    @GetMapping("/account/passkeys/{id}")
    ModelAndView one(@PathVariable UUID id) {
        access.actor();
        accounts.require();
        return one(id, Form.EMPTY);
    }

    @PostMapping("/account/passkeys/{id}/removal")
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        access.actor();
        accounts.require();
        var wrong = own.wrong(password, request);
        if (wrong.isPresent()) {
            response.setStatus(422);
            return one(id, new Form(Map.of(), List.of(new FieldError("password", wrong.get()))));
        }
        if (!passkeys.remove(id)) throw Refused.notFound();
        return Pages.done("/account/passkeys", "The passkey is removed. Delete it on your device too");
    }

    private ModelAndView page(Form form) {
        var now = clock.instant();
        var rows = passkeys.mine().stream().map(it -> PasskeysPage.row(it, now)).toList();
        return Pages.page("access/passkey/page", new PasskeysPage(form, rows));
    }

    private ModelAndView one(UUID id, Form form) {
        var now = clock.instant();
        var row = passkeys.mine().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> PasskeysPage.row(it, now))
                .orElseThrow(Refused::notFound);
        return Pages.page("access/passkey/one", new PasskeysPage.One(form, row));
    }
}
