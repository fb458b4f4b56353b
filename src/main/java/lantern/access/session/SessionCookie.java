package lantern.access.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a person's session token: not readable by scripts, sent only to this site, gone with the browser. */
public final class SessionCookie {
    private static final String NAME = "lantern-session";

    /** Over TLS the browser itself sees to it that no other host and no unencrypted page set this cookie. */
    private static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    public static @Nullable String read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return null;
        var name = request.isSecure() ? SECURE_NAME : NAME;
        for (var cookie : cookies) {
            if (cookie.getName().equals(name) && cookie.getValue().startsWith("ls_")) return cookie.getValue();
        }
        return null;
    }

    public static String holding(String token, boolean secure) {
        return base(token, secure).build().toString();
    }

    public static String cleared(boolean secure) {
        return base("", secure).maxAge(0).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder base(String value, boolean secure) {
        return ResponseCookie.from(secure ? SECURE_NAME : NAME, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }
}
