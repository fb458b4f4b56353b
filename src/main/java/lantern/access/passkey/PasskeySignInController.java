package lantern.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lantern.access.OpenToAll;
import lantern.access.session.PublicAddress;
import lantern.access.session.SessionCookie;
import lantern.access.signin.From;
import lantern.access.signin.LocalAccounts;
import lantern.access.signin.SignInPage;
import lantern.access.signin.SignIns;
import lantern.platform.Refused;
import lantern.platform.web.LocalPath;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signing in with a passkey: by itself when the authenticator saw a finger, a face or a PIN (it then holds two factors), else
 * as the second step after the password.
 */
@Controller
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class PasskeySignInController {
    private static final String WRONG =
            "The email address, password or passkey is not right. Try again, or sign in with a code.";
    private static final String PASSWORD_TOO =
            "This passkey did not ask for a fingerprint, face or PIN. Type your email address and password too, then use"
                    + " it again.";

    private final Passkeys passkeys;
    private final Authenticators authenticators;
    private final SignIns signIns;
    private final LocalAccounts accounts;
    private final PublicAddress address;

    PasskeySignInController(
            Passkeys passkeys,
            Authenticators authenticators,
            SignIns signIns,
            LocalAccounts accounts,
            PublicAddress address) {
        this.passkeys = passkeys;
        this.authenticators = authenticators;
        this.signIns = signIns;
        this.accounts = accounts;
        this.address = address;
    }

    /** With a right password, names the passkeys of that account; without one asks for any, and so says nothing of anybody. */
    @PostMapping("/sign-in/passkey/challenge")
    @OpenToAll("nobody is known before they sign in")
    ResponseEntity<Map<String, Object>> challenge(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        accounts.require();
        return answer(() -> {
            var origin = Site.of(address, request);
            var allowed = List.<byte[]>of();
            if (!password.isEmpty()) {
                var from = From.of(request);
                var right = signIns.passwordIsRight(email, password, from);
                if (right) allowed = passkeys.of(email);
                if (!right) signIns.failed(email, from);
                if (allowed.isEmpty()) throw new Refused(WRONG);
            }
            return Asked.toSignIn(passkeys.challenge("sign-in"), origin, allowed);
        });
    }

    @PostMapping("/sign-in/passkey")
    @OpenToAll("nobody is known before they sign in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        accounts.require();
        var from = From.of(request);
        var origin = Site.of(address, request);
        var owner = authenticators.idIn(answer).flatMap(passkeys::owner);
        var proved = owner.flatMap(it -> authenticators.proved(answer, it.credential(), origin));
        if (owner.isEmpty() || proved.isEmpty()) return refused(WRONG, email, next, response);
        var whole =
                proved.get().verified() || signIns.passwordIsRight(owner.get().signInName(), password, from);
        if (!whole && password.isEmpty()) return refused(PASSWORD_TOO, email, next, response);
        var token = whole ? passkeys.open(owner.get(), proved.get(), from.device()) : Optional.<String>empty();
        if (token.isEmpty()) {
            if (!whole) signIns.failed(owner.get().signInName(), from);
            return refused(WRONG, email, next, response);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.holding(token.get(), request.isSecure()));
        return Pages.seeOther(LocalPath.is(next) ? next : "/");
    }

    private static ModelAndView refused(String sentence, String email, String next, HttpServletResponse response) {
        response.setStatus(422);
        var form = SignInPage.typed(email, List.of(new FieldError("email", sentence)));
        return Pages.page(
                "access/signin/signIn",
                new SignInPage(form, false, LocalPath.is(next) ? next : "/", false, null, List.of()));
    }

    /** For a script: what was asked for, or the sentence of the refusal. */
    static ResponseEntity<Map<String, Object>> answer(Supplier<Map<String, Object>> asked) {
        try {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(asked.get());
        } catch (Refused refused) {
            return ResponseEntity.status(refused.status()).body(Map.of("message", refused.sentence()));
        }
    }
}
