package lantern.access.openid;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import lantern.access.OpenToAll;
import lantern.access.session.PublicAddress;
import lantern.access.session.SessionCookie;
import lantern.access.signin.From;
import lantern.access.signin.LocalAccounts;
import lantern.access.signin.SignInPage;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.WebUtils;

/** To the organisation's provider and back. In no transaction of its own: the provider may take its time. */
@Controller
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class OpenIdController {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdController.class);
    private static final String ANSWER = "/sign-in/organisation/answer";
    private static final String TOKEN = "lantern-openid-token";
    private static final int LONGEST_TOKEN = 3_500;

    private final OpenIdSettings settings;
    private final OpenIdProvider provider;
    private final OpenIdSessions sessions;
    private final LocalAccounts accounts;
    private final PublicAddress address;

    OpenIdController(
            OpenIdSettings settings,
            OpenIdProvider provider,
            OpenIdSessions sessions,
            LocalAccounts accounts,
            PublicAddress address) {
        this.settings = settings;
        this.provider = provider;
        this.sessions = sessions;
        this.accounts = accounts;
        this.address = address;
    }

    @GetMapping("/sign-in/organisation")
    @OpenToAll("nobody is known before they sign in")
    ModelAndView begin(
            @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.on()) throw Refused.notFound();
        var handshake = Handshake.begin(next);
        try {
            var there = provider.asking(handshake, at(request, ANSWER), SessionCookie.read(request) != null);
            response.addHeader(HttpHeaders.SET_COOKIE, handshake.cookie(request.isSecure()));
            return elsewhere(there);
        } catch (OpenIdProvider.Failed e) {
            LOG.warn("Signing in with {} failed", settings.issuer(), e);
            return refused(
                    "The sign-in of " + accounts.organisation() + " does not answer. Try again in a few"
                            + " minutes; if it goes on, tell your Lantern administrator.",
                    next,
                    response);
        }
    }

    @GetMapping(ANSWER)
    @OpenToAll("nobody is known before they sign in")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.on()) throw Refused.notFound();
        response.addHeader(HttpHeaders.SET_COOKIE, Handshake.cleared(request.isSecure()));
        var handshake =
                Handshake.of(request).filter(it -> it.isAnsweredBy(state)).orElse(null);
        if (handshake == null || (iss != null && !iss.equals(settings.issuer())))
            return refused("Signing in took too long, or was begun in another window. Try again.", "/", response);
        if (code.isEmpty())
            return refused(accounts.organisation() + " did not sign you in. Try again.", handshake.next(), response);
        try {
            var answer = provider.redeem(code, handshake, at(request, ANSWER));
            var opened = sessions.open(answer.claims(), From.of(request), accounts.organisation());
            if (opened.token() == null) return refused(opened.refusal(), handshake.next(), response);
            response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.holding(opened.token(), request.isSecure()));
            response.addHeader(HttpHeaders.SET_COOKIE, hint(answer.token().getParsedString(), request.isSecure()));
            return Pages.seeOther(handshake.next());
        } catch (OpenIdProvider.Failed e) {
            LOG.warn("Signing in with {} failed", settings.issuer(), e);
            return refused(
                    "The answer of " + accounts.organisation()
                            + " could not be trusted. Try again; if it goes on, tell your Lantern administrator.",
                    handshake.next(),
                    response);
        }
    }

    /** Signed out of Lantern, and perhaps not of the organisation's account: on a shared computer that matters. */
    @GetMapping("/sign-out/organisation")
    @OpenToAll("whoever signed out is nobody any more")
    ModelAndView signedOut() {
        if (!settings.on()) throw Refused.notFound();
        return Pages.page("access/openid/signedOut", new SignedOutPage(accounts.organisation()));
    }

    @GetMapping("/sign-out/organisation/there")
    @OpenToAll("whoever signed out is nobody any more")
    ModelAndView signOutThere(HttpServletRequest request, HttpServletResponse response) {
        if (!settings.on()) throw Refused.notFound();
        var cookie = WebUtils.getCookie(request, TOKEN);
        response.addHeader(HttpHeaders.SET_COOKIE, hint("", request.isSecure()));
        try {
            var there = provider.signingOut(cookie == null ? null : parsed(cookie.getValue()), at(request, "/sign-in"));
            if (there.isPresent()) return elsewhere(there.get());
        } catch (OpenIdProvider.Failed e) {
            LOG.warn("Signing out of {} failed", settings.issuer(), e);
        }
        throw new Refused("You are signed out of Lantern. " + accounts.organisation()
                + " offers no sign-out from here: sign out there, or close the browser.");
    }

    private URI at(HttpServletRequest request, String path) {
        return address.of(request).resolve(path);
    }

    private static ModelAndView elsewhere(URI there) {
        var redirect = new RedirectView(there.toString(), false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView refused(String sentence, String next, HttpServletResponse response) {
        response.setStatus(422);
        var form = new Form(Map.of(), List.of(new FieldError(null, sentence)));
        return Pages.page(
                "access/signin/signIn", new SignInPage(form, false, next, false, accounts.organisation(), List.of()));
    }

    private static @Nullable JWT parsed(String token) {
        try {
            return JWTParser.parse(token);
        } catch (ParseException notOurs) {
            return null;
        }
    }

    /** The provider's token, for it to know whom to sign out: kept by the browser, sent to the sign-out pages only. */
    private static String hint(String token, boolean secure) {
        var kept = token.length() > LONGEST_TOKEN ? "" : token;
        return ResponseCookie.from(TOKEN, kept)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/sign-out")
                .maxAge(kept.isEmpty() ? 0 : -1)
                .build()
                .toString();
    }
}
