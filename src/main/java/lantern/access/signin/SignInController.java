package lantern.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lantern.access.CodesShown;
import lantern.access.OpenToAll;
import lantern.platform.web.LocalPath;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class SignInController {
    private static final String WRONG = "The email address, password or code is not right. "
            + "After five wrong tries an account is locked for a minute, then for longer.";

    private final SignIns signIns;
    private final ObjectProvider<CodesShown> demo;

    SignInController(SignIns signIns, ObjectProvider<CodesShown> demo) {
        this.signIns = signIns;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    @OpenToAll("nobody is known before they sign in")
    ModelAndView show(@RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "no") String kept) {
        return Pages.page("access/signin/signIn", page(Form.EMPTY, next, kept.equals("yes")));
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
        var token = signIns.open(email, password, code);
        if (token.isEmpty()) {
            response.setStatus(422);
            var form = SignInPage.typed(email, List.of(new FieldError("email", WRONG)));
            return Pages.page("access/signin/signIn", page(form, next, false));
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
        return Pages.done("/sign-in", "You are signed out");
    }

    private SignInPage page(Form form, String next, boolean kept) {
        var shown = demo.getIfAvailable();
        var accounts = shown == null
                ? List.<SignInPage.DemoAccount>of()
                : shown.accounts().stream()
                        .map(it -> new SignInPage.DemoAccount(it.post(), it.email(), it.password(), it.code()))
                        .toList();
        return new SignInPage(form, LocalPath.is(next) ? next : "/", kept, accounts);
    }
}
