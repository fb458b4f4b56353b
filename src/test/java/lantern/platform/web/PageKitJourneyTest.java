package lantern.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import lantern.journeys.Browser;
import lantern.platform.web.sample.SampleApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page kit in a real browser: what people see, with and without scripts, at a desk and on a phone. */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PageKitJourneyTest {
    private static final List<String> PAGES = List.of("/kit", "/kit/board", "/kit/child", "/kit/form");

    @LocalServerPort
    int port;

    @Test
    void every_component_is_accessible_at_a_desk() {
        try (var browser = Browser.desktop()) {
            for (var path : PAGES) {
                var page = open(browser, path);
                Browser.axe(page);
                Browser.shot(page, "kit" + path.replace('/', '-') + "-desktop");
            }
        }
    }

    @Test
    void every_component_is_accessible_and_fits_on_a_phone() {
        try (var browser = Browser.phone()) {
            for (var path : PAGES) {
                var page = open(browser, path);
                Browser.axe(page);
                Browser.fits(page);
                Browser.shot(page, "kit" + path.replace('/', '-') + "-phone");
            }
        }
    }

    @Test
    void a_refused_form_shows_what_is_wrong_and_keeps_what_was_typed() {
        for (var browser : List.of(Browser.desktop(), Browser.withoutJavaScript())) {
            try (browser) {
                var page = open(browser, "/kit/form");
                page.getByLabel("What happened?").fill("Left school at noon & <did> not come home");
                page.locator("[name=born-day]").fill("27");
                page.getByLabel("Where from?").selectOption("School");
                page.getByLabel("Parents").check();
                send(page);
                assertThat(page.url()).endsWith("/kit/form");
                assertThat(page.title()).isEqualTo("Error: Report a child missing - Lantern");
                assertThat(page.locator(".govuk-error-summary").innerText())
                        .contains("There is a problem", "Enter the child's name", "Choose how serious the risk is");
                assertThat(page.getByLabel("What happened?").inputValue())
                        .isEqualTo("Left school at noon & <did> not come home");
                assertThat(page.locator("[name=born-day]").inputValue()).isEqualTo("27");
                assertThat(page.getByLabel("Where from?").inputValue()).isEqualTo("School");
                assertThat(page.getByLabel("Parents").isChecked()).isTrue();
                Browser.shot(page, "kit-form-refused");

                page.locator(".govuk-error-summary a").first().click();
                page.getByLabel("Child's name").fill("Rowan Hale");
                page.getByLabel("High").check();
                send(page);
                assertThat(page.url()).endsWith("/kit");
                assertThat(page.locator(".govuk-notification-banner--success").innerText())
                        .contains("The report was sent to the police");
                page.reload();
                assertThat(page.locator(".govuk-notification-banner--success").count())
                        .isZero();
                page.navigate(at("/kit/form"));
                assertThat(page.getByLabel("What happened?").inputValue()).isEmpty();
            }
        }
    }

    @Test
    void a_refused_form_is_accessible() {
        try (var browser = Browser.desktop()) {
            var page = open(browser, "/kit/form");
            send(page);
            Browser.axe(page);
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("govuk-error-summary");
        }
    }

    @Test
    void what_is_typed_is_saved_while_it_is_typed() {
        try (var browser = Browser.desktop()) {
            var page = open(browser, "/kit/form?from=placement");
            page.getByLabel("What happened?").fill("Half a sen");
            page.getByText("Saved at").waitFor();
            page.navigate(at("/kit"));
            page.navigate(at("/kit/form?from=placement"));
            assertThat(page.getByLabel("What happened?").inputValue()).isEqualTo("Half a sen");
            page.getByLabel("What happened?").fill("Half a sentence");
            page.route(
                    "**/drafts",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(401)));
            page.getByLabel("What happened?").fill("Half a sentence more");
            page.getByText("Not saved: you are signed out. What you typed is kept on this page.")
                    .waitFor();
        }
    }

    @Test
    void the_page_can_be_walked_with_the_keyboard() {
        try (var browser = Browser.desktop()) {
            var page = open(browser, "/kit/board");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main-content");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("team");
        }
    }

    @Test
    void the_navigation_says_where_its_reader_is_and_folds_on_a_phone() {
        try (var browser = Browser.phone()) {
            var page = open(browser, "/kit/board");
            assertThat(page.locator(".govuk-service-navigation [aria-current]").innerText())
                    .contains("Missing now");
            var menu = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"));
            assertThat(page.getByText("Return interviews").first().isVisible()).isFalse();
            menu.click();
            assertThat(page.getByText("Return interviews").first().isVisible()).isTrue();
        }
    }

    @Test
    void the_board_and_a_record_print_on_a4() {
        try (var browser = Browser.desktop()) {
            for (var path : List.of("/kit/board", "/kit/child")) {
                var page = open(browser, path);
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
                page.setViewportSize(718, 1000);
                Browser.fits(page);
                Browser.shot(page, "kit" + path.replace('/', '-') + "-print");
            }
        }
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the report"))
                .click();
    }

    private Page open(Browser browser, String path) {
        var page = browser.page();
        page.navigate(at(path));
        return page;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
