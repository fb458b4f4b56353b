package lantern.access.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import lantern.access.OpenToAll;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class InvitationController {
    private static final String TEMPLATE = "access/signin/invitation";
    private static final int SHORTEST_PASSWORD = 12;

    private final SignIns signIns;

    InvitationController(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/invitation")
    @OpenToAll("whoever holds an invitation has no account yet; its token is checked when it is used")
    ModelAndView show(@RequestParam String token) {
        return Pages.page(TEMPLATE, InvitationPage.of(token, CodeSecret.fresh(), List.of()));
    }

    @PostMapping("/invitation")
    @OpenToAll("the invitation's token is what allows it")
    ModelAndView accept(
            @RequestParam String token,
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        var shared = CodeSecret.typed(secret);
        var errors = new ArrayList<FieldError>();
        if (password.length() < SHORTEST_PASSWORD || password.length() > 200)
            errors.add(new FieldError(
                    "password", "Use 12 to 200 characters; three or four words that you remember are good"));
        if (!code.replaceAll("\\s", "").matches("\\d{6}"))
            errors.add(new FieldError("code", "Enter the 6 digits that your authenticator app shows"));
        if (errors.isEmpty() && !signIns.accept(token, password, shared.bytes(), code))
            errors.add(new FieldError(
                    "code", "The code is not right, or the invitation was used or is older than three days"));
        if (errors.isEmpty())
            return Pages.done("/sign-in", "Your password and code are set. Sign in with the next code.");
        response.setStatus(422);
        return Pages.page(TEMPLATE, InvitationPage.of(token, shared, errors));
    }
}
