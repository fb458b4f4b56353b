package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One child entered twice, missing on both records: compared, merged after a decision, found under either id, and two again. */
class MergeTest extends Journey {
    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void two_records_become_one_child_and_two_again(boolean scripts) {
        var family = family();
        var standing = registered(family, "Katherine", LocalDate.of(2011, 5, 4));
        var other = registered(family, "Kate", LocalDate.of(2011, 4, 5));
        missing(standing, clock.instant().minus(Duration.ofHours(5)));
        missing(other, clock.instant().minus(Duration.ofHours(4)));
        var reference = reference(other);
        try (var browser = scripts ? Browser.desktop() : Browser.withoutJavaScript()) {
            var page = signedIn(browser, "hub-manager");
            page.navigate(url("/children/" + standing));
            follow(page, "Merge with another record");
            look(page, "choose", scripts);
            follow(page, reference);
            decide(page, scripts);
            merged(page, standing, other, family, reference, scripts);
            undone(page, other, scripts);
        }
    }

    private void decide(Page page, boolean scripts) {
        assertThat(main(page)).contains("Are these two records one child?", "Two missing episodes overlap", "Differs");
        look(page, "compare", scripts);
        press(page, "Continue");
        assertThat(main(page)).contains("Choose which date of birth stands", "Choose what becomes of the two episodes");
        look(page, "compare-refused", scripts);
        field(page, "It is one absence").check();
        field(page, "Kate ").check();
        page.getByLabel("4 May 2011").first().check();
        field(page, "How do you know").fill("The school sent her photograph");
        press(page, "Continue");
        assertThat(main(page))
                .contains("Merge these two records?", "It is one absence", "The school sent her photograph");
        look(page, "confirm", scripts);
        press(page, "Merge the two records");
        assertThat(main(page)).contains("Tick that you have compared the two records");
        field(page, "I have compared").check();
        press(page, "Merge the two records");
        assertThat(page.locator("body").innerText()).contains("The two records are one");
    }

    private void merged(Page page, UUID standing, UUID other, String family, String reference, boolean scripts) {
        assertThat(page.url()).endsWith("/children/" + standing);
        assertThat(page.locator("h1").innerText()).isEqualTo("Kate " + family);
        assertThat(main(page)).contains("Katherine " + family, "Missing once in 90 days", "was merged into this one");
        look(page, "merged", scripts);
        page.navigate(url("/children/" + other));
        assertThat(page.url()).endsWith("/children/" + standing);
        page.navigate(url("/children/" + other + "/looks"));
        assertThat(page.url()).endsWith("/children/" + standing + "/looks");
        assertThat(main(page)).contains("children merged");
        page.navigate(url("/children?q=" + reference));
        assertThat(main(page)).contains(reference + " was merged into it");
        page.navigate(url("/children?q=Katherine+" + family));
        assertThat(main(page)).contains("1 record may match", "Kate " + family);
        page.navigate(url("/children/" + standing));
    }

    private void undone(Page page, UUID other, boolean scripts) {
        follow(page, "was merged into this one");
        assertThat(main(page)).contains("What came from", "The school sent her photograph");
        look(page, "history", scripts);
        follow(page, "Undo the merge");
        look(page, "undo", scripts);
        press(page, "Undo the merge");
        assertThat(main(page)).contains("Say why they are two children");
        field(page, "Why are they two").fill("They are cousins");
        press(page, "Undo the merge");
        assertThat(main(page)).contains("Katherine", "The merge was undone");
        page.navigate(url("/children/" + other));
        assertThat(main(page)).contains("Kate", "5 Apr 2011", "Missing since");
    }

    private String reference(UUID child) {
        return as("hub-worker", () -> children.find(child).orElseThrow().reference());
    }

    private static void look(Page page, String name, boolean scripts) {
        Browser.shot(page, "merge-" + name + (scripts ? "" : "-no-script"));
        if (!scripts) return;
        Browser.axe(page);
        page.setViewportSize(360, 740);
        Browser.axe(page);
        Browser.fits(page);
        Browser.shot(page, "merge-" + name + "-phone");
        page.setViewportSize(1280, 900);
    }
}
