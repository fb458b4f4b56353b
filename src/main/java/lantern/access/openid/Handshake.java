package lantern.access.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import lantern.access.signin.SignIns;
import lantern.platform.web.LocalPath;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * One way to the provider and back. The browser keeps a secret in a cookie that no script reads; state, nonce and the verifier of
 * the code (PKCE) are made from it, so that only this browser can bring the answer, and no server remembers anything.
 */
record Handshake(String secret, String next) {
    private static final String COOKIE = "lantern-openid";
    private static final String PATH = "/sign-in/organisation";
    private static final Duration LASTS = Duration.ofMinutes(10);

    static Handshake begin(String next) {
        return new Handshake(SignIns.random(32), LocalPath.is(next) ? next : "/");
    }

    static Optional<Handshake> of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return Optional.empty();
        var parts = cookie.getValue().split("\\.");
        if (parts.length != 2 || parts[0].length() < 40) return Optional.empty();
        try {
            var next = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(new Handshake(parts[0], LocalPath.is(next) ? next : "/"));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    String cookie(boolean secure) {
        var kept = secret + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
        return cookie(kept, LASTS, secure);
    }

    static String cleared(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    // Lax, because the answer comes by a link from another site.
    private static String cookie(String value, Duration lasts, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path(PATH)
                .maxAge(lasts)
                .build()
                .toString();
    }

    State state() {
        return new State(made("state"));
    }

    Nonce nonce() {
        return new Nonce(made("nonce"));
    }

    CodeVerifier verifier() {
        return new CodeVerifier(made("verifier"));
    }

    boolean isAnsweredBy(String state) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8), made("state").getBytes(StandardCharsets.UTF_8));
    }

    private String made(String what) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest((what + " " + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Handshake[" + next + "]";
    }
}
