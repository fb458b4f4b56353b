package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A children's home reports a child from a phone, with a link that the hub manager made. */
class ReportTest extends Journey {
    @Test
    void a_home_reports_a_child_from_a_phone_without_an_account_and_nothing_typed_is_lost() {
        var title = "Alder House " + System.nanoTime();
        var family = family();
        try (var desk = Browser.desktop();
                var phone = Browser.phone()) {
            var manager = signedIn(desk, "hub-manager");
            var address = made(manager, title);
            var page = phone.page();
            page.navigate(address.getFirst());
            look(page);
            assertThat(main(page)).contains(title, "phone 999 now");
            go(page, "Start");
            go(page, "Continue");
            assertThat(main(page)).contains("Choose what you want to report");
            page.getByLabel("A child is missing").check();
            go(page, "Continue");
            page.getByLabel("Yes").check();
            go(page, "Continue");
            look(page);
            assertThat(main(page)).contains("Phone 999 now");
            go(page, "I have phoned 999");
            look(page);
            page.getByLabel("Searched the locality").check();
            go(page, "Continue");
            aConnectionThatDrops(phone, page, family);
            while (!page.url().endsWith("/report/check")) answer(page);
            look(page);
            assertThat(main(page)).contains(family, "Tansy", "Not answered");
            go(page, "Send the report");
            look(page);
            assertThat(main(page)).contains("Thank you", "Your reference").doesNotContain(family, "Tansy");
            var reference = page.locator(".govuk-panel strong").innerText();
            assertThat(page.navigate(url("/report/check")).url()).endsWith("/report/sent");

            var id = kept(title, reference);
            manager.navigate(url("/inbox/" + id));
            assertThat(main(manager))
                    .contains(family, "Web form: " + title, "Abduction", "Phone the police now on 999", "Green bicycle")
                    .contains("searched the locality");
            ended(manager, title);
            assertThat(page.navigate(address.getFirst()).status()).isEqualTo(404);
            byCode(page, address.getLast());
        }
        assertThat(database.owner()
                        .sql("select count(*) from intake.report_draft where answers::text like :family")
                        .param("family", "%" + family + "%")
                        .query(Long.class)
                        .single())
                .as("what was sent is kept once, as the notification")
                .isZero();
    }

    @Test
    void a_file_is_taken_in_whole_or_not_at_all_and_every_error_has_its_row_and_column() {
        var family = family();
        var good = "Kind,Reference,Family name,Date of birth,Social media\nmissing,F-" + family + "," + family
                + ",4/5/2012,\"tan, sy\"\nfound,G-" + family + "," + family + ",4/5/2012,\n";
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-worker");
            page.navigate(url("/notifications/file"));
            upload(page, "Kind,Reference,Family name,Colour,Date of birth\nmissing,1," + family + ",red,31/02/2012\n");
            assertThat(main(page)).contains("Nothing was taken in", "Colour", "This column is not known");
            upload(page, good.replace("4/5/2012,\n", "31/02/2012,\n").replace("missing,F", "lost,F"));
            assertThat(page.locator("tbody tr").allInnerTexts().stream()
                            .map(row -> row.replaceAll("\\s+", " "))
                            .toList())
                    .anySatisfy(row -> assertThat(row).contains("2", "kind", "Choose one of the answers"))
                    .anySatisfy(row -> assertThat(row).contains("3", "date of birth", "Enter a real date"));
            Browser.axe(page);
            Browser.shot(page, "csv");
            for (var words : java.util.List.of(
                    "2 notifications were taken in", "0 notifications were taken in, 2 had been received before")) {
                page.navigate(url("/notifications/file"));
                upload(page, good);
                assertThat(main(page)).contains(words);
            }
        }
    }

    private static void upload(Page page, String csv) {
        page.setInputFiles(
                "input[type=file]",
                new com.microsoft.playwright.options.FilePayload(
                        "rows.csv", "text/csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.waitForNavigation(() -> press(page, "Take it in"));
    }

    /** The address of the form, and the code. */
    private java.util.List<String> made(Page manager, String title) {
        manager.navigate(url("/"));
        follow(manager, "Links and codes for reporting");
        press(manager, "Make a link and a code");
        field(manager, "What is it called?").fill(title);
        manager.getByLabel("A children's home or its staff").check();
        manager.getByLabel("Merrowdale children", new Page.GetByLabelOptions().setExact(true))
                .check();
        press(manager, "Make it");
        Browser.axe(manager);
        Browser.shot(manager, "handout");
        return manager.locator(".lantern-handout").allInnerTexts();
    }

    private void aConnectionThatDrops(Browser phone, Page page, String family) {
        field(page, "Family name").fill(family);
        field(page, "Given names").fill("Tansy");
        phone.context().setOffline(true);
        page.getByText("Continue").click();
        page.getByText("No connection. What you typed is kept").waitFor();
        phone.context().setOffline(false);
        page.reload();
        assertThat(field(page, "Family name").inputValue()).isEqualTo(family);
        go(page, "Continue");
        look(page);
    }

    private void answer(Page page) {
        var at = page.url();
        var said = Map.of(
                "seen", "Where?",
                "carries", "How they may travel",
                "police", "The reference the police gave");
        said.forEach((step, label) -> {
            if (at.endsWith("/" + step)) field(page, label).fill("Green bicycle");
        });
        if (at.endsWith("/seen")) {
            field(page, "What time?").fill("25:99");
            go(page, "Continue");
            page.locator(".govuk-error-summary").waitFor();
            look(page);
            field(page, "What time?").fill("");
        }
        go(page, "Continue");
        Browser.fits(page);
    }

    private String kept(String title, String reference) {
        return database.owner()
                .sql(
                        "select id::text from intake.notification where channel = 'web-form' and source = :source and source_reference = :reference")
                .param("source", "Web form: " + title)
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private void ended(Page manager, String title) {
        manager.navigate(url("/intake/links"));
        follow(manager, title);
        press(manager, "End this link and code");
        assertThat(main(manager)).contains("Nobody can report with this link or code any more");
    }

    /** The code ended with its link; whoever guesses is stopped. */
    private void byCode(Page page, String code) {
        page.navigate(url("/report"));
        look(page);
        var answers = 0;
        for (var typed = code;
                answers < 40;
                answers++, typed = UUID.randomUUID().toString().substring(0, 10)) {
            field(page, "Your code").fill(typed);
            go(page, "Start");
            if (main(page).contains("Too many tries")) break;
            assertThat(main(page)).contains("Enter the code as it stands on your sheet");
            page.navigate(url("/report"));
        }
        assertThat(answers).as("guesses before it stops").isBetween(25, 31);
        assertThat(main(page)).contains("phone 999");
    }

    /** The script looks for a connection before it sends. */
    private static void go(Page page, String button) {
        page.waitForNavigation(() -> press(page, button));
    }

    private static void look(Page page) {
        Browser.axe(page);
        Browser.fits(page);
        Browser.shot(
                page, "report-" + page.url().replaceAll(".*/(?:with/)?", "").replaceAll("[^a-z]", ""));
    }
}
