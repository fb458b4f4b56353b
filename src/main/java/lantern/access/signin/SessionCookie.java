package lantern.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a person's session token: not readable by scripts, sent only to this site, gone with the browser. */
final class SessionCookie {
    static final String NAME = "lantern-session";

    private SessionCookie() {}

    static @Nullable String read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return null;
        for (var cookie : cookies) {
            if (cookie.getName().equals(NAME) && cookie.getValue().startsWith("ls_")) return cookie.getValue();
        }
        return null;
    }

    static String holding(String token, boolean secure) {
        return base(token, secure).build().toString();
    }

    static String cleared(boolean secure) {
        return base("", secure).maxAge(0).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder base(String value, boolean secure) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }
}
