package lantern.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import lantern.ServerTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is secret or names somebody never reaches the log, also when something fails. */
class LogTest extends ServerTest {
    private static final List<String> SECRETS = List.of(
            "li_thisinvitationissecret",
            "lt_thistokenissecret",
            "ls_thissessionissecret",
            "correcthorsebattery",
            "914273",
            "Zebedee",
            "zebedee%40");

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @Autowired
    JdbcClient db;

    @BeforeEach
    void listen() {
        heard.start();
        root.addAppender(heard);
    }

    @AfterEach
    void stop() {
        root.detachAppender(heard);
    }

    @Test
    void no_token_password_code_name_or_query_reaches_the_log() throws Exception {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        var page = browser.send(
                HttpRequest.newBuilder(URI.create(url("/sign-in"))).build(), HttpResponse.BodyHandlers.ofString());
        var form = Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
        post(browser, "/sign-in", "email=zebedee%40x.example&password=correcthorsebattery&code=914273&_csrf=" + form);
        post(browser, "/sign-in", "email=zebedee%40x.example&password=correcthorsebattery&code=914273");
        get(browser, "/invitation?token=li_thisinvitationissecret", null);
        get(browser, "/children?q=Zebedee", "lantern-session=ls_thissessionissecret");
        get(browser, "/children/not-a-uuid?q=Zebedee", "lantern-session=" + region.session("merrowdale", "hub-worker"));
        get(browser, "/children?q=Zebedee%00%ff", "lantern-session=" + region.session("merrowdale", "hub-worker"));
        browser.send(
                HttpRequest.newBuilder(URI.create(url("/api/v1/notifications?child=Zebedee")))
                        .header("Authorization", "Bearer lt_thistokenissecret")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"child\": {\"familyName\": \"Zebedee"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        nothingSecretWasSaid();
    }

    @Test
    void what_the_database_refuses_is_told_without_the_values() {
        assertThatThrownBy(() -> db.sql("select (:text)::jsonb")
                        .param("text", "{\"name\": \"Zebedee\" correcthorsebattery")
                        .query((row, n) -> 1)
                        .list())
                .satisfies(failure -> {
                    LoggerFactory.getLogger("lantern.test").error("failed", failure);
                    nothingSecretWasSaid();
                });
    }

    private void nothingSecretWasSaid() {
        for (var event : List.copyOf(heard.list)) {
            if (event.getLevel().toInt() < Level.INFO_INT) continue;
            var said = event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            for (var secret : SECRETS) assertThat(said).doesNotContain(secret);
        }
    }

    private void get(HttpClient browser, String path, @org.jspecify.annotations.Nullable String cookie)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)));
        if (cookie != null) request.header("Cookie", cookie);
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private void post(HttpClient browser, String path, String body) throws Exception {
        browser.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
