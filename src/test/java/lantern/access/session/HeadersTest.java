package lantern.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import lantern.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Every answer, a page or an error, says to the browser what it may not do with it. */
class HeadersTest extends ServerTest {
    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter chain;

    @Test
    void pages_errors_and_answers_of_the_interface_carry_the_same_headers() throws Exception {
        var session = region.session("merrowdale", "administrator");
        var answers = new LinkedHashMap<String, HttpResponse<String>>();
        answers.put("a page", get("/sign-in", null));
        answers.put("a page of somebody", get("/", session));
        answers.put("an asset", get("/assets/lantern/lantern.css", null));
        answers.put("not allowed", get("/inbox", session));
        answers.put("not found", get("/people/" + java.util.UUID.randomUUID(), session));
        answers.put("no such address", get("/nowhere", session));
        answers.put("a form from elsewhere", post("/sign-out"));
        answers.put("the interface, without a token", get("/api/v1/timescales", null));
        answers.forEach((what, answer) -> {
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(what)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(header(answer, "X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(what).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).as(what).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).as(what).contains("camera=()", "geolocation=()");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
            assertThat(header(answer, "Server")).as(what).isEmpty();
            assertThat(header(answer, "Strict-Transport-Security"))
                    .as(what + ", without TLS")
                    .isEmpty();
        });
        assertThat(answers.get("not allowed").statusCode()).isEqualTo(403);
        assertThat(answers.get("a form from elsewhere").statusCode()).isEqualTo(403);
        assertThat(header(answers.get("a page of somebody"), "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tracing_is_refused_and_the_way_out_clears_what_the_browser_kept() throws Exception {
        var trace = HttpRequest.newBuilder(URI.create(url("/sign-in")))
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(trace, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isBetween(400, 499);
        var session = region.session("merrowdale", "hub-worker");
        var shown = get("/", session);
        var form = org.jsoup.Jsoup.parse(shown.body()).select("form[action=/sign-out] input[type=hidden]");
        var out = HttpRequest.newBuilder(URI.create(url("/sign-out")))
                .header(
                        "Cookie",
                        "lantern-session=" + session + "; "
                                + header(shown, "Set-Cookie").split(";")[0])
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.stream()
                        .map(it -> it.attr("name") + "=" + it.val())
                        .collect(java.util.stream.Collectors.joining("&"))))
                .build();
        var answer = HttpClient.newHttpClient().send(out, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Clear-Site-Data")).contains("cache", "storage");
    }

    @Test
    void behind_tls_the_browser_is_told_to_use_nothing_else() throws Exception {
        var request = new MockHttpServletRequest("GET", "/sign-in");
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        chain.doFilter(request, response, new MockFilterChain());
        assertThat(response.getHeader("Strict-Transport-Security"))
                .contains("max-age=63072000")
                .contains("includeSubDomains");
    }

    @Test
    void the_session_cookie_is_bound_to_this_host_over_tls_and_never_read_by_a_script() {
        assertThat(SessionCookie.holding("ls_x", true))
                .startsWith("__Host-lantern-session=ls_x")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain", "Max-Age", "Expires");
        assertThat(SessionCookie.holding("ls_x", false))
                .startsWith("lantern-session=ls_x")
                .contains("HttpOnly");
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        request.setCookies(new Cookie("lantern-session", "ls_planted"));
        assertThat(SessionCookie.read(request)).isNull();
        request.setCookies(new Cookie("__Host-lantern-session", "ls_own"));
        assertThat(SessionCookie.read(request)).isEqualTo("ls_own");
    }

    @Test
    void the_cookie_of_forms_is_not_read_by_a_script_either() throws Exception {
        assertThat(get("/sign-in", null).headers().allValues("Set-Cookie"))
                .filteredOn(it -> it.startsWith("lantern-form="))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String session) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)));
        if (session != null) request.header("Cookie", "lantern-session=" + session);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url(path)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
