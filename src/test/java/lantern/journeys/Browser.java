package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real browser as one person has it: its own cookies, a desktop's or a phone's window. Closing it fails the test when
 * any page called another site, broke the content policy or logged an error, so no journey has to ask.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Playwright belongs to the thread that made it; each thread that looks at pages has a Chromium of its own. */
    private static final ThreadLocal<com.microsoft.playwright.Browser> CHROMIUM =
            ThreadLocal.withInitial(Browser::launched);

    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    private boolean outages;

    private Browser(com.microsoft.playwright.Browser.NewContextOptions options) {
        context = CHROMIUM.get().newContext(options.setLocale("en-GB").setTimezoneId("Europe/London"));
        // Patience, not a measure: a busy build machine may need it.
        context.setDefaultTimeout(60_000);
        context.onRequest(request -> {
            if (!request.url().matches("(https?://(127\\.0\\.0\\.1|localhost)[:/].*|data:.*|blob:.*)")) {
                faults.add("called " + request.url());
            }
        });
        context.onConsoleMessage(message -> {
            var expected = message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                    || message.text().endsWith("net::ERR_INTERNET_DISCONNECTED");
            var cut = outages
                    && message.text()
                            .matches(
                                    ".*net::ERR_(INTERNET_DISCONNECTED|CONNECTION_\\w+|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED).*");
            if (message.type().equals("error") && !expected && !cut) {
                faults.add(message.text());
            }
        });
        context.onWebError(error -> faults.add(error.error()));
    }

    public static Browser desktop() {
        return new Browser(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    public static Browser phone() {
        return new Browser(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    public static Browser withoutJavaScript() {
        return new Browser(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(false));
    }

    /** What this browser logs while it has no connection is no fault. */
    public Browser throughOutages() {
        outages = true;
        return this;
    }

    public Page page() {
        return context.newPage();
    }

    public BrowserContext context() {
        return context;
    }

    /**
     * Presses a button, and when that posts a form arrives on the page it leads to, read to its end. A click by itself may come
     * back before the browser has begun to leave, or on the half of a page.
     */
    public static void press(Page page, String button) {
        press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    public static void pressExactly(Page page, String button) {
        press(
                page,
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true)));
    }

    public static void press(Page page, Locator buttons) {
        var button = buttons.first();
        button.evaluate("""
                button => {
                  if (button.type !== "submit" || !button.form) return;
                  document.documentElement.dataset.pressed = "";
                  addEventListener("submit", event => {
                    if (event.defaultPrevented) delete document.documentElement.dataset.pressed;
                  }, { once: true });
                }
                """);
        button.click();
        page.waitForFunction("() => !('pressed' in document.documentElement.dataset)");
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /** The words of the page's main part, once all of the page is there. */
    public static String main(Page page) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return page.locator("main").innerText();
    }

    /** No violation of any axe rule (WCAG 2.2 A and AA, and best practice). */
    public static void axe(Page page) {
        // In the page itself: no page of ours has frames, and a blank page for each analysis takes most of its time.
        var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(found)
                .as("accessibility of %s", page.url())
                .extracting(violation -> violation.getId() + ": " + violation.getHelp() + " "
                        + violation.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    /** Nothing is wider than the screen: no page scrolls sideways on a phone. */
    public static void fits(Page page) {
        var widths = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]";
        var measured = (List<?>) page.evaluate(widths);
        assertThat(((Number) measured.get(0)).intValue())
                .as("width of %s", page.url())
                .isLessThanOrEqualTo(((Number) measured.get(1)).intValue());
    }

    /** A picture of the whole page in target/screenshots, to be looked at; drawn when the tests are told -Dlantern.pictures=true. */
    public static void shot(Page page, String name) {
        if (!Boolean.getBoolean("lantern.pictures")) return;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** Fails when a page did since the last time what no page may, as closing does. */
    public void faultless() {
        var since = List.copyOf(faults);
        faults.clear();
        assertThat(since)
                .as("calls to other sites, policy breaches and script errors")
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
        faultless();
    }

    private static com.microsoft.playwright.Browser launched() {
        var playwright = Playwright.create();
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        var installed = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(installed))
                        .setArgs(ARGUMENTS));
    }
}
