package lantern.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lantern.access.NotSignedIn;
import lantern.platform.web.LocalPath;
import lantern.platform.web.Pages;
import lantern.platform.web.error.Problems;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Nobody is signed in, or no longer: a page leads to the sign-in page and back, and what was posted is kept as a draft. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotSignedInAnswers {
    private final StoredDrafts drafts;

    NotSignedInAnswers(StoredDrafts drafts) {
        this.drafts = drafts;
    }

    @ExceptionHandler
    @Nullable
    Object signIn(NotSignedIn problem, HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return Problems.of(401, "Send a valid token in the Authorization header: Bearer lt_...", List.of(), null);
        }
        // A background save cannot follow a redirect to a person.
        if (request.getRequestURI().equals("/drafts")) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            keep(request);
            return null;
        }
        if (request.getMethod().equals("POST")) {
            var form = keep(request);
            return to(form == null ? "/" : form, form != null);
        }
        return to(Forms.address(request), false);
    }

    private @Nullable String keep(HttpServletRequest request) {
        var form = request.getParameter(Forms.FIELD);
        var token = SessionCookie.read(request);
        if (token == null || form == null || !LocalPath.is(form)) return null;
        return drafts.keepForIdle(token, form, Forms.typed(request)) ? form : null;
    }

    private static Object to(String next, boolean kept) {
        var path = "/sign-in?next=" + URLEncoder.encode(LocalPath.is(next) ? next : "/", StandardCharsets.UTF_8);
        return Pages.seeOther(kept ? path + "&kept=yes" : path);
    }
}
