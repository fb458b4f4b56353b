package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeyboardTest extends Journey {
    private static final int PATIENCE = 60;

    @Test
    void the_inbox_is_decided_with_the_keyboard_alone() {
        var family = family();
        registered(family, "Katherine", LocalDate.of(2011, 5, 4));
        police(report(family, "Kate", LocalDate.of(2011, 4, 5)));
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-worker");
            enter(page, "Inbox");
            enter(page, "Kate " + family);
            enter(page, "This is the child");
            assertThat(main(page)).contains("The notification was linked to the child");
            tabTo(page, "rating");
            page.keyboard().press("Space");
            tabTo(page, "ratingReason");
            page.keyboard().type("No contact for three hours");
            enter(page, "Save the rating");
            assertThat(main(page)).contains("The rating was saved", "Strategy meeting (Red)");
        }
    }

    private static void enter(Page page, String words) {
        tab(page, "document.activeElement.innerText?.trim().startsWith('" + words + "')", words);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static void tabTo(Page page, String name) {
        tab(page, "document.activeElement.name === '" + name + "'", name);
    }

    private static void tab(Page page, String there, String what) {
        for (var i = 0; i < PATIENCE; i++) {
            if (Boolean.TRUE.equals(page.evaluate(there))) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + what + " on " + page.url());
    }
}
