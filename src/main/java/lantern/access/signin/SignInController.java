package lantern.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import lantern.access.CodesShown;
import lantern.access.OpenToAll;
import lantern.access.session.SessionCookie;
import lantern.platform.web.LocalPath;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** In no transaction of its own: see {@link SignIns}. */
@Controller
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SignInController {
    private static final String PAGE = "access/signin/signIn";
    private static final String RECOVERY = "access/signin/recovery";
    private static final String WRONG = "The email address, password or code is not right. "
            + "After five wrong tries an account is locked for a minute, then for longer.";

    private final SignIns signIns;
    private final LocalAccounts accounts;
    private final ObjectProvider<CodesShown> demo;

    SignInController(SignIns signIns, LocalAccounts accounts, ObjectProvider<CodesShown> demo) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    @OpenToAll("nobody is known before they sign in")
    ModelAndView show(@RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "no") String kept) {
        return Pages.page(PAGE, page(PAGE, Form.EMPTY, next, kept.equals("yes")));
    }

    @PostMapping("/sign-in")
    @OpenToAll("nobody is known before they sign in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        accounts.require();
        return answer(signIns.withCode(email, password, code, From.of(request)), PAGE, email, next, request, response);
    }

    @GetMapping("/sign-in/recovery")
    @OpenToAll("nobody is known before they sign in")
    ModelAndView recovery(@RequestParam(defaultValue = "/") String next) {
        accounts.require();
        return Pages.page(RECOVERY, page(RECOVERY, Form.EMPTY, next, false));
    }

    @PostMapping("/sign-in/recovery")
    @OpenToAll("nobody is known before they sign in")
    ModelAndView recover(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        accounts.require();
        var token = signIns.withRecoveryCode(email, password, code, From.of(request));
        return answer(token, RECOVERY, email, next, request, response);
    }

    private ModelAndView answer(
            Optional<String> token,
            String template,
            String email,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (token.isEmpty()) {
            response.setStatus(422);
            var form = SignInPage.typed(email, List.of(new FieldError("email", WRONG)));
            return Pages.page(template, page(template, form, next, false));
        }
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.holding(token.get(), request.isSecure()));
        return Pages.seeOther(LocalPath.is(next) ? next : "/");
    }

    @PostMapping("/sign-out")
    @OpenToAll("ending a session needs no permission")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        var token = SessionCookie.read(request);
        if (token != null) signIns.end(token);
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.cleared(request.isSecure()));
        // What a browser kept (what "back" shows, words that were not saved yet) it drops.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        if (!accounts.on()) return Pages.seeOther("/sign-out/organisation");
        return Pages.done("/sign-in", "You are signed out");
    }

    private SignInPage page(String template, Form form, String next, boolean kept) {
        var shown = demo.getIfAvailable();
        var people = shown == null
                ? List.<SignInPage.DemoAccount>of()
                : shown.accounts().stream()
                        .map(it -> new SignInPage.DemoAccount(it.post(), it.email(), it.password(), it.code()))
                        .toList();
        return new SignInPage(
                form,
                template.equals(RECOVERY),
                LocalPath.is(next) ? next : "/",
                kept,
                accounts.on() ? null : accounts.organisation(),
                people);
    }
}
