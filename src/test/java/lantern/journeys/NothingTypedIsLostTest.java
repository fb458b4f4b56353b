package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import lantern.RunningDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A return interview typed through everything that can go wrong: every word is there in the end. */
class NothingTypedIsLostTest {
    /** So many children that at any hour one of them waits for an interview. */
    private static final int CHILDREN = 1500;

    private final RunningDemo server = new RunningDemo("nothing-lost", 8473, CHILDREN);

    @AfterEach
    void stopTheServer() throws InterruptedException {
        server.close();
    }

    @Test
    void a_cut_network_an_ended_session_a_closed_tab_and_a_killed_server_lose_no_word() throws Exception {
        server.start();
        try (var browser = Browser.desktop().throughOutages()) {
            signIn(browser);
            var form = server.url("/missing/interviews/" + anOpenInterview() + "/record");
            var page = open(browser, form);
            box(page, "before").fill("An argument about the phone");
            saved(page);

            // The network is cut, and the tab is closed before it is back.
            browser.context().setOffline(true);
            box(page, "during").fill("At the <arcade>, then on the night bus & at Mo's");
            page.getByText("no connection").waitFor();
            assertThat(kept(page))
                    .as("what the browser keeps is not to be read there")
                    .isEqualTo("1 sealed");
            page.close();
            browser.context().setOffline(false);
            page = open(browser, form);
            page.getByText("is back in the form").waitFor();
            assertThat(box(page, "during").inputValue()).isEqualTo("At the <arcade>, then on the night bus & at Mo's");
            saved(page);
            assertThat(kept(page)).as("gone when the server has it").isEqualTo("0 open");

            // The session ends while the child talks.
            server.owner()
                    .sql("update access.session set last_seen_at = now() - interval '16 minutes'")
                    .update();
            box(page, "after").fill("Came back by herself, cold and hungry");
            page.getByText("you are signed out").waitFor();
            signIn(browser);
            page = open(browser, form);
            assertThat(box(page, "after").inputValue()).isEqualTo("Came back by herself, cold and hungry");

            // The server dies, and the words reach it by themselves when it is back.
            server.kill();
            box(page, "own-words").fill("\"I just wanted to see my brother.\"");
            page.getByText("no connection").waitFor();
            server.start();
            saved(page);
            page.close();

            // A tab that is closed in the middle of a word.
            page = open(browser, form);
            assertThat(box(page, "own-words").inputValue()).isEqualTo("\"I just wanted to see my brother.\"");
            box(page, "worries").fill("Who pays for the second pho");
            page.close();
            page = open(browser, form);
            assertThat(box(page, "worries").inputValue()).isEqualTo("Who pays for the second pho");

            // The server dies again as the form is sent.
            server.kill();
            box(page, "worries").fill("Who pays for the second phone?");
            page.getByText("no connection").waitFor();
            page.close();
            server.start();
            page = open(browser, form);
            assertThat(box(page, "worries").inputValue()).isEqualTo("Who pays for the second phone?");
            Journey.press(page, "Save for later");
            page.getByText("Saved. You can go on").waitFor();
            for (var each : List.of("before", "during", "after", "own-words", "worries"))
                assertThat(box(page, each).inputValue()).as(each).isNotBlank();
            assertThat(kept(page)).isEqualTo("0 open");
            assertThat(saves()).isEqualTo(1);
        }
    }

    private static Page open(Browser browser, String form) {
        var page = browser.page();
        page.navigate(form);
        page.locator("#before").waitFor();
        return page;
    }

    private static com.microsoft.playwright.Locator box(Page page, String name) {
        return page.locator("#" + name);
    }

    private static void saved(Page page) {
        page.getByText("Saved at").waitFor();
    }

    /** How many copies the browser holds, and whether words can be read in them. */
    private static String kept(Page page) {
        page.waitForTimeout(300);
        return (String) page.evaluate("""
                () => { const held = Object.keys(localStorage).filter(k => k.startsWith("lantern-kept ")).map(k => localStorage.getItem(k));
                        return held.length + (held.length && !held.some(v => v.includes("arcade") || atob(v.split(" ")[1]).includes("arcade")) ? " sealed" : " open"); }
                """);
    }

    private void signIn(Browser browser) throws Exception {
        var token = "ls_" + UUID.randomUUID() + UUID.randomUUID();
        var sql = """
                insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)
                select gen_random_uuid(), :hash, p.authority_id, p.person_id, p.id, now(), now() from access.post p
                join access.authority a on a.id = p.authority_id and a.code = 'merrowdale'
                where p.role = 'interviewer' and p.ends_at is null order by p.person_id limit 1
                """;
        server.owner()
                .sql(sql)
                .param(
                        "hash",
                        MessageDigest.getInstance("SHA-256")
                                .digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .update();
        browser.context().addCookies(List.of(new Cookie("lantern-session", token).setUrl(server.url("/"))));
    }

    private UUID anOpenInterview() {
        var sql = """
                select i.id from missing.interview i join access.authority a on a.id = i.authority_id and a.code = 'merrowdale'
                where i.outcome is null order by i.id limit 1
                """;
        return server.owner().sql(sql).query(UUID.class).single();
    }

    private int saves() {
        return server.owner()
                .sql("select count(*) from missing.interview_sheet where saved_at > now() - interval '10 minutes'")
                .query(Integer.class)
                .single();
    }
}
