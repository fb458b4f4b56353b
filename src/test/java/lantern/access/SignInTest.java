package lantern.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.ServerTest;
import lantern.TestRegion;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest extends ServerTest {
    @Autowired
    PasswordEncoder passwords;

    HttpClient browser;

    @BeforeEach
    void aBrowser() {
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @Test
    void a_page_leads_to_the_sign_in_page_and_back() throws Exception {
        region.canSignIn("merrowdale", "hub-manager", passwords.encode(TestRegion.PASSWORD));
        var first = get("/");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).contains("/sign-in?next=%2F"));
        var answer = signIn("hub-manager@merrowdale.example", TestRegion.PASSWORD, codeNow());
        assertThat(answer.statusCode()).isEqualTo(303);
        var home = get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("Your work", "Pat hub-manager", "Hub manager");
    }

    @Test
    void a_code_works_once() throws Exception {
        region.canSignIn("merrowdale", "head-of-service", passwords.encode(TestRegion.PASSWORD));
        var code = codeNow();
        assertThat(signIn("head-of-service@merrowdale.example", TestRegion.PASSWORD, code)
                        .statusCode())
                .isEqualTo(303);
        aBrowser();
        assertThat(signIn("head-of-service@merrowdale.example", TestRegion.PASSWORD, code)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void wrong_passwords_lock_the_account_and_the_page_never_says_which_part_was_wrong() throws Exception {
        region.canSignIn("larkwater", "hub-manager", passwords.encode(TestRegion.PASSWORD));
        String said = null;
        for (var i = 0; i < 5; i++) {
            var answer = signIn("hub-manager@larkwater.example", "not the password", codeNow());
            assertThat(answer.statusCode()).isEqualTo(422);
            said = Jsoup.parse(answer.body()).select(".govuk-error-summary").text();
        }
        var locked = signIn("hub-manager@larkwater.example", TestRegion.PASSWORD, codeNow());
        assertThat(locked.statusCode()).isEqualTo(422);
        var unknown = signIn("nobody@larkwater.example", TestRegion.PASSWORD, codeNow());
        assertThat(Jsoup.parse(locked.body()).select(".govuk-error-summary").text())
                .isEqualTo(said);
        assertThat(Jsoup.parse(unknown.body()).select(".govuk-error-summary").text())
                .isEqualTo(said);
    }

    @Test
    void pages_allow_nothing_inline_and_nothing_from_elsewhere() throws Exception {
        var page = get("/sign-in");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void a_form_from_another_site_is_refused() throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(url("/sign-in")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("email=a&password=b&code=1"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void the_api_says_what_a_caller_without_a_valid_token_should_send() throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(url("/api/v1/notifications/" + java.util.UUID.randomUUID())))
                        .header("Authorization", "Bearer lt_revoked")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String email, String password, String code)
            throws IOException, InterruptedException {
        var csrf =
                Jsoup.parse(get("/sign-in").body()).select("input[name=_csrf]").attr("value");
        var fields = Map.of("_csrf", csrf, "email", email, "password", password, "code", code, "next", "/");
        var body = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create(url("/sign-in")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String codeNow() throws Exception {
        var totp = new com.eatthepath.otp.TimeBasedOneTimePasswordGenerator();
        return totp.generateOneTimePasswordString(
                new javax.crypto.spec.SecretKeySpec(TestRegion.CODE_SECRET, "HmacSHA1"), Instant.now());
    }
}
