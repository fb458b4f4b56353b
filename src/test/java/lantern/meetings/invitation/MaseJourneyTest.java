package lantern.meetings.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.journeys.Browser;
import lantern.missing.Story;
import lantern.platform.documents.PdfUa;
import lantern.platform.mail.Smtp;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A MASE meeting from its planning to what health reads of its minutes, in real browsers and with a real mail server. */
class MaseJourneyTest extends Story {
    private static final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private InvitationMail invitationMail;

    @BeforeAll
    static void started() {
        mails.start();
    }

    @AfterAll
    static void stopped() {
        mails.stop();
    }

    @Test
    void a_mase_is_planned_invited_to_written_by_two_through_a_cut_network_and_issued_to_each_as_far_as_they_may_read()
            throws Exception {
        var child = aChild();
        allocated(child);
        try (var desk = Browser.desktop().throughOutages();
                var phone = Browser.phone()) {
            var chair = signedIn(desk, "exploitation-coordinator", "/children/" + child);
            var meeting = plan(chair, child);
            invited(meeting);

            var worker = signedIn(phone, "social-worker", meeting + "/minutes");
            writtenByTwo(desk, chair, worker, meeting);
            actions(chair, meeting);
            held(chair, meeting);
            issued(chair, meeting);
            readByHealth(meeting, child);
        }
    }

    private String plan(Page page, UUID child) {
        page.getByText("Plan a meeting").click();
        Browser.axe(page);
        press(page, "Save the meeting");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter the time");
        var day = London.date(clock.instant()).plusDays(2);
        page.locator("[name=at-day]").fill(Integer.toString(day.getDayOfMonth()));
        page.locator("[name=at-month]").fill(Integer.toString(day.getMonthValue()));
        page.locator("[name=at-year]").fill(Integer.toString(day.getYear()));
        page.locator("[name=at-time]").fill("10:30");
        page.locator("[name=place]").fill("Room 4");
        page.locator("[name=chair-name]").fill("A. Chair");
        Browser.shot(page, "mase-plan");
        press(page, "Save the meeting");
        assertThat(page.locator("main").innerText())
                .contains("The meeting is planned", "To come", "Merrowdale health", "Merrowdale police");
        Browser.axe(page);
        Browser.fits(page);
        Browser.shot(page, "mase-meeting");
        return page.url().replaceAll("^https?://[^/]+", "");
    }

    private void invited(String meeting) throws Exception {
        invitationMail
                .through(new Smtp(
                        "smtp://127.0.0.1:" + mails.getSmtp().getPort(), "", "Lantern <lantern@merrowdale.example>"))
                .run();
        var mail = Arrays.stream(mails.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(each -> each.contains("designated-lead@merrowdale.example"))
                .filter(each -> each.contains("Invitation"))
                .toList();
        assertThat(mail).isNotEmpty();
        assertThat(mail.getLast()).contains("text/calendar", "meeting.ics").doesNotContain("Thistlewood", "Robin");
        assertThat(London.time(clock.instant())).isNotBlank();
        assertThat(meeting).startsWith("/meetings/");
    }

    private void writtenByTwo(Browser desk, Page chair, Page worker, String meeting) {
        chair.navigate(url(meeting + "/minutes"));
        Browser.axe(chair);
        Browser.axe(worker);
        Browser.fits(worker);
        chair.locator("#p1-concerns").fill("Older friends with cars");
        worker.locator("#p1-health").fill("Seen at the clinic");
        desk.context().setOffline(true);
        chair.locator("#p1-decisions").fill("Somebody she trusts goes with her");
        chair.getByText("no connection").waitFor();
        press(worker, "Save");
        assertThat(worker.locator("main").innerText()).contains("Saved. You can go on");
        desk.context().setOffline(false);
        chair.getByText("Saved at").waitFor();
        press(chair, "Save");
        assertThat(chair.locator("main").innerText()).contains("Saved together with what Pat social-worker wrote");
        assertThat(chair.locator("#p1-health").inputValue()).isEqualTo("Seen at the clinic");
        assertThat(chair.locator("#p1-decisions").inputValue()).isEqualTo("Somebody she trusts goes with her");
        chair.locator("#p1-people").fill("A man called Mo");
        chair.locator("#p1-education").fill("Twice excluded");
        worker.locator("#p1-concerns").fill("Older friends with cars and a second phone");
        press(worker, "Save");
        assertThat(worker.locator("main").innerText()).contains("wrote here meanwhile: “Older friends with cars”");
        press(worker, "Save");
        press(chair, "Save");
        assertThat(chair.locator("#p1-concerns").inputValue()).isEqualTo("Older friends with cars and a second phone");
        Browser.shot(chair, "mase-minutes");
    }

    private void actions(Page chair, String meeting) {
        chair.navigate(url(meeting + "/actions/new"));
        Browser.axe(chair);
        chair.locator("#words").fill("Meet her after school each Tuesday");
        chair.locator("#person")
                .selectOption(region.person("merrowdale", "social-worker").toString());
        press(chair, "Save the action");
        assertThat(chair.locator("main").innerText()).contains("Meet her after school", "Pat social-worker");
        chair.navigate(url("/meetings/actions?late=yes"));
        Browser.axe(chair);
    }

    private void held(Page chair, String meeting) {
        chair.navigate(url(meeting + "/held"));
        Browser.axe(chair);
        chair.locator("[name=held-at-time]").fill("00:00");
        for (var each : chair.locator("input[type=radio][value=attended]").all()) each.check();
        press(chair, "Save");
        assertThat(chair.locator("main").innerText()).contains("The meeting is recorded", "Held, minutes to issue");
    }

    private void issued(Page chair, String meeting) {
        chair.navigate(url(meeting + "/recipients"));
        Browser.axe(chair);
        var health = region.agency("merrowdale/health").toString();
        chair.locator("input[name=goes-1-health][value='" + health + "']").check();
        chair.locator("input[name=goes-1-people][value='" + health + "']").check();
        Browser.shot(chair, "mase-recipients");
        press(chair, "Keep this choice");
        Browser.axe(chair);
        Browser.shot(chair, "mase-issue");
        press(chair, "Issue the minutes");
        assertThat(chair.locator("main").innerText()).contains("The minutes are issued", "Minutes issued");
        Browser.shot(chair, "mase-issued");
    }

    private void readByHealth(String meeting, UUID child) throws Exception {
        try (var theirs = Browser.phone()) {
            var page = signedIn(theirs, "designated-lead", "/meetings/copies");
            Browser.axe(page);
            page.locator("main table a").first().click();
            assertThat(page.locator("main").innerText())
                    .contains("Seen at the clinic", "Older friends", "Meet her after school", "Withheld from this copy")
                    .contains("People and places of concern", "School and education")
                    .doesNotContain("A man called Mo", "Twice excluded");
            Browser.axe(page);
            Browser.fits(page);
            Browser.shot(page, "mase-copy");
            var address = page.url();
            var pdf = theirs.context().request().get(address + "/minutes.pdf").body();
            var word = theirs.context().request().get(address + "/minutes.docx").body();
            Files.createDirectories(Path.of("target/papers"));
            Files.write(Path.of("target/papers/minutes.pdf"), pdf);
            Files.write(Path.of("target/papers/minutes.docx"), word);
            assertThat(PdfUa.faults(pdf)).isEmpty();
            try (var opened = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
                assertThat(opened.getText()).contains("Seen at the clinic").doesNotContain("A man called Mo");
            }
            page.navigate(url(meeting));
            assertThat(page.locator("main").innerText()).contains("MASE meeting");
            page.navigate(url("/children/" + child));
            assertThat(page.locator("main").innerText()).contains("MASE meeting held");
        }
    }

    private Page signedIn(Browser browser, String role, String path) {
        browser.context()
                .addCookies(
                        List.of(new Cookie("lantern-session", region.session("merrowdale", role)).setUrl(url("/"))));
        var page = browser.page();
        page.navigate(url(path));
        return page;
    }

    private static void press(Page page, String button) {
        Browser.pressExactly(page, button);
    }
}
