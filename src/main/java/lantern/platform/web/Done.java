package lantern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What was just done, carried to the next page in a cookie of a minute, so that no server remembers it. A sentence about
 * the act, never a name: "The return interview was recorded".
 */
final class Done {
    private static final String NAME = "lantern-done";
    private static final int LONGEST = 300;

    private Done() {}

    static void say(String sentence, HttpServletRequest request, HttpServletResponse response) {
        var short_ = sentence.substring(0, Math.min(LONGEST, sentence.length()));
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(short_.getBytes(StandardCharsets.UTF_8));
        set(value, Duration.ofMinutes(1), request, response);
    }

    /** Said once: reading it takes it away. */
    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().length() > LONGEST * 6) {
            return null;
        }
        set("", Duration.ZERO, request, response);
        try {
            return new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
