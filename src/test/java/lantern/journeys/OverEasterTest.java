package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lantern.intake.mailbox.Letterbox;
import lantern.platform.documents.Paper;
import lantern.platform.documents.PdfUa;
import lantern.platform.jobs.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A looked after child with a worker is missing over Easter 2016, when the clocks go forward: everything that the practice guidance of February 2016 asks for, on
 * the pages of those who do it, from the police's e-mail to the feedback form in Word.
 */
class OverEasterTest extends Journey {
    @Autowired
    ApplicationContext context;

    @Autowired
    List<Job> jobs;

    private final String family = family();

    @Test
    void a_looked_after_child_is_missing_over_easter_from_the_polices_e_mail_to_the_feedback_form() throws Exception {
        at("2016-03-24T18:10:00Z");
        var child = registered(family, "Rowan", LocalDate.of(2001, 9, 2));
        inCare(child);
        new Letterbox(context, region, database).fromThePolice("""
                Kind: missing
                Reference: MP-%s
                Family name: %s
                Given names: Rowan
                Date of birth: 02/09/2001
                Last seen: 24/03/2016 18:00
                Last seen where: Harbour Road bus stop
                Missing from: placement
                Risk: high
                Circumstances: Went out after tea and did not come back. Phone is off.
                """.formatted(UUID.randomUUID(), family));
        var episode = theHubLinksIt();
        theWorkerIsTold(episode);
        fortyEightHours(episode);
        seventyTwoHoursAndFiveWorkingDays(episode);
        foundAndToldAgain(episode);
        var interview = theInterviewIsHeld();
        theFeedbackFormIsRead(interview);
    }

    private String theHubLinksIt() {
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-worker");
            follow(page, "Inbox");
            follow(page, family);
            assertThat(main(page)).contains("Who is this?", "allocated to Pat social-worker", "looked after");
            press(page, "This is the child");
            assertThat(clock(page, "worker").innerText()).contains("Running", "19:10");
            press(page, "Go on with the missing episode");
            assertThat(main(page)).contains("Missing since 18:00 today", "looked after");
            for (var who : List.of("Independent reviewing officer", "Parents")) told(page, who, false);
            Browser.shot(page, "easter-1-episode");
            return page.url();
        }
    }

    private void theWorkerIsTold(String episode) {
        at("2016-03-24T18:30:00Z");
        try (var browser = Browser.phone()) {
            var page = signedIn(browser, "social-worker");
            page.navigate(url("/notices"));
            page.navigate(episode);
            page.locator("main a[href^='/inbox/'], main a[href^='/notifications/']")
                    .first()
                    .click();
            assertThat(main(page)).contains("You have been told");
            press(page, "I have read this");
            page.navigate(episode);
            assertThat(overClock(page, "worker").innerText()).contains("Met on time");
            Browser.shot(page, "easter-2-worker");
        }
    }

    private void fortyEightHours(String episode) {
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "head-of-service");
            at("2016-03-26T17:59:00Z");
            page.navigate(episode);
            assertThat(clock(page, "Executive Director").innerText()).contains("Due soon", "18:00");
            at("2016-03-26T18:01:00Z");
            jobs.stream().filter(job -> job.name().equals("timescales-send")).forEach(Job::run);
            page.navigate(episode);
            assertThat(clock(page, "Executive Director").innerText()).contains("Late", "18:00");
            Browser.shot(page, "easter-3-48-hours");
            page.navigate(url("/notices"));
            assertThat(page.locator("main")
                            .locator("a[href='" + path(episode) + "']")
                            .first()
                            .innerText())
                    .contains("Executive Director");
            page.navigate(url("/missing"));
            assertThat(page.locator("tr", row(family)).innerText()).contains("Late");
            page.navigate(episode);
            follow(page, "Write the note to the Executive Director");
            Browser.shot(page, "easter-3-letter");
            press(page, "Save the letter");
            press(page, "Record that it was sent");
            field(page, "How was it sent?").fill("By secure e-mail");
            press(page, "Save");
            page.navigate(episode);
            assertThat(overClock(page, "Executive Director").innerText()).contains("Met late");
        }
    }

    private void seventyTwoHoursAndFiveWorkingDays(String episode) {
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "team-manager");
            at("2016-03-27T17:59:00Z");
            page.navigate(episode);
            assertThat(main(page)).doesNotContain("Strategy meeting");
            at("2016-03-27T18:01:00Z");
            page.navigate(episode);
            assertThat(clock(page, "trategy meeting").innerText()).contains("Running", "4 Apr");
            Browser.shot(page, "easter-4-72-hours");
            follow(page, "Call or record the meeting");
            moment(page, "When is it, or when was it held?", 4, 4, "14:00");
            assertThat(field(page, "Merrowdale police").isChecked()).isTrue();
            press(page, "Save the meeting");
            assertThat(main(page)).contains("The meeting is planned", "Missing-person strategy meeting");
            var meeting = page.url();
            at("2016-04-04T22:59:00Z");
            page.navigate(episode);
            assertThat(clock(page, "trategy meeting").innerText()).contains("Due soon");
            at("2016-04-04T23:01:00Z");
            page.navigate(episode);
            assertThat(clock(page, "trategy meeting").innerText()).contains("Late");
            Browser.shot(page, "easter-5-fifth-working-day");
            // It was held in time and is written down after midnight: what happened counts, not when it was typed.
            page.navigate(meeting);
            allCame(page, "Team manager");
            assertThat(main(page)).contains("Held, minutes to issue", "Mon 4 Apr 2016, 14:00");
            minuted(page, "The search goes on at three addresses.");
            page.navigate(episode);
            assertThat(overClock(page, "trategy meeting").innerText()).contains("Met on time");
        }
    }

    private void foundAndToldAgain(String episode) {
        at("2016-04-05T11:00:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "hub-worker");
            page.navigate(episode);
            press(page, "Record that the child was found");
            field(page, "Where was the child found").fill("Railway station");
            field(page, "Not yet").check();
            press(page, "Save");
            press(page, "Record the return");
            field(page, "Where did the child return to").fill("Alder House");
            field(page, "None known").check();
            press(page, "Save the return");
            assertThat(main(page)).contains("Before the episode can be closed");
            Browser.shot(page, "easter-6-returned");
            for (var who : List.of("Social worker", "Independent reviewing officer", "Parents", "Executive Director"))
                told(page, who, true);
            assertThat(overClock(page, "told").innerText()).contains("Met on time");
            Browser.shot(page, "easter-7-told");
        }
    }

    private String theInterviewIsHeld() {
        at("2016-04-06T15:30:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "interviewer");
            follow(page, "Return interviews");
            follow(page, family);
            var interview = page.url();
            assertThat(clock(page, "72 hours").innerText()).contains("8 Apr");
            press(page, "Write the interview");
            field(page, "Time").fill("15:00");
            field(page, "How many minutes").fill("40");
            field(page, "Where was it held").fill("A quiet room at the school");
            field(page, "Who held it").fill("Robin Interviewer");
            field(page, "Yes").check();
            field(page, "Face to face").check();
            field(page, "Before: what led up to it")
                    .fill("An argument with another young person at the home about a phone.");
            field(page, "During: where, with whom")
                    .fill("Two nights with a friend's older cousin, then on the night bus.");
            field(page, "Places that were named").fill("The car park behind the arcade");
            field(page, "People who were named").fill("A man called Ty, about 25\nA cousin of a friend");
            field(page, "After: coming back").fill("Was cold and tired, and glad that nobody shouted.");
            field(page, "In the child's own words").fill("“I only wanted some quiet. Nobody asks why I go.”");
            field(page, "What worries them").fill("The cousin keeps offering lifts.");
            field(page, "What the child says would make")
                    .fill("A room of their own to be quiet in, and somebody to ring at night.");
            field(page, "The child agreed").check();
            field(page, "recommendations for the social worker")
                    .fill("Speak with the home about a quiet room.\nSettle whom Rowan can ring at night.");
            field(page, "Recommendations for the police")
                    .fill("Keep an eye on the lifts that are offered near the station.");
            Browser.shot(page, "easter-8-interview");
            press(page, "Save the interview");
            assertThat(main(page)).contains("The interview is recorded");
            assertThat(main(page)).contains("Met on time");
            press(page, "Send the feedback form");
            page.navigate(interview + "/feedback/social-worker");
            Browser.shot(page, "easter-9-send");
            press(page, "Send it");
            assertThat(main(page)).contains("The feedback form was sent");
            return interview;
        }
    }

    private void theFeedbackFormIsRead(String interview) throws IOException, InterruptedException {
        at("2016-04-07T09:00:00Z");
        byte[] word;
        byte[] pdf;
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "social-worker");
            page.navigate(interview);
            page.locator("main a[href^='/missing/feedback/']").first().click();
            assertThat(main(page)).contains("Nobody asks why I go");
            Browser.shot(page, "easter-10-feedback");
            word = download(page, "Download for Word");
            pdf = download(page, "Download as PDF");
            press(page, "It is filed on the child's record");
            page.navigate(interview);
            follow(page, "Record the answer");
            Browser.axe(page);
            field(page, "Accepted").check();
            field(page, "Who answered?").fill("Pat social-worker, north team");
            field(page, "What is done, by when").fill("The home has set a quiet room aside from Monday.");
            press(page, "Save the answer");
            assertThat(main(page)).contains("Accepted, Pat social-worker, north team", "A man called Ty, about 25");
            page.locator("tr", row("A man called Ty"))
                    .getByText("Confirm it, or set it aside")
                    .click();
            Browser.axe(page);
            field(page, "It is confirmed").check();
            field(page, "How do you know?").fill("The home's night log names him too.");
            press(page, "Save");
            assertThat(page.locator("tr", row("A man called Ty")).innerText()).contains("Confirmed", "night log");
            Browser.axe(page);
            Browser.shot(page, "easter-11-filed");
        }
        assertThat(PdfUa.faults(pdf)).isEmpty();
        Paper.pictures(pdf, "feedback-form-pdf");
        assertThat(spaced(Paper.text(pdf))).contains("Nobody asks why I go");
        var office = Paper.libreOffice();
        org.junit.jupiter.api.Assumptions.assumeTrue(office.isPresent(), "LibreOffice is not installed here");
        var opened = Paper.opened(office.orElseThrow(), word, "feedback-form");
        Paper.pictures(opened, "feedback-form-word");
        assertThat(spaced(Paper.text(opened)))
                .contains("Nobody asks why I go", "Speak with the home about a quiet room", "Rowan " + family);
    }

    private static byte[] download(Page page, String link) throws IOException {
        var download = page.waitForDownload(() -> follow(page, link));
        return Files.readAllBytes(download.path());
    }

    private static void told(Page page, String who, boolean back) {
        press(page, "Record who was told");
        field(page, back ? "That the child is back" : "That the child is missing")
                .check();
        field(page, who).check();
        field(page, "Name, how they were told").fill("By telephone");
        press(page, "Save");
    }

    private static void moment(Page page, String legend, int day, int month, String time) {
        var group = page.locator("fieldset", new Page.LocatorOptions().setHasText(legend));
        group.getByLabel("Day").fill("" + day);
        group.getByLabel("Month").fill("" + month);
        field(page, "Time").fill(time);
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").replace('\u00a0', ' ').strip();
    }

    private static String path(String address) {
        return java.net.URI.create(address).getPath().toLowerCase(Locale.ROOT);
    }

    private static void at(String instant) {
        clock.freeze(Instant.parse(instant));
    }
}
