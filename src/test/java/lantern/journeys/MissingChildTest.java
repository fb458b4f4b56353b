package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job end to end: from the police's message to a resolved return interview. */
class MissingChildTest extends Journey {

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void a_police_notification_becomes_an_episode_and_the_childs_return_interview_is_resolved(boolean scripts) {
        var family = family();
        registered(family, "Katherine", LocalDate.of(2011, 5, 4));
        police(report(family, "Kate", LocalDate.of(2011, 4, 5)));

        String episode;
        try (var browser = scripts ? Browser.desktop() : Browser.withoutJavaScript()) {
            var page = signedIn(browser, "hub-worker");
            decide(page, family, scripts);
            press(page, "Go on with the missing episode");
            episode = page.url();
            holdTheMeeting(page, scripts);
            recordTheReturn(page, scripts);
        }
        try (var browser = scripts ? Browser.desktop() : Browser.withoutJavaScript()) {
            declineTheInterview(signedIn(browser, "interviewer"), family, scripts);
        }
        try (var browser = scripts ? Browser.desktop() : Browser.withoutJavaScript()) {
            var page = signedIn(browser, "hub-manager");
            page.navigate(episode);
            press(page, "Close the episode");
            field(page, "What did the review").fill("She had argued at home. The plan has a mediation offer now.");
            press(page, "Close the episode");
            assertThat(main(page)).contains("The episode is closed", "Closed: missing for");
            look(page, "closed", scripts);
        }
    }

    private void decide(Page page, String family, boolean scripts) {
        follow(page, "Inbox");
        assertThat(main(page)).contains("Kate " + family);
        look(page, "inbox", scripts);
        follow(page, family);
        assertThat(main(page)).contains("Who is this?", "likely");
        look(page, "candidates", scripts);
        press(page, "This is the child");
        assertThat(main(page)).contains("The notification was linked to the child");
        field(page, "Red").check();
        press(page, "Save the rating");
        assertThat(main(page)).contains("There is a problem", "Enter the reason for the rating");
        assertThat(field(page, "Red").isChecked()).isTrue();
        look(page, "rating-refused", scripts);
        field(page, "Why").fill("No contact for three hours, first time missing");
        press(page, "Save the rating");
        var clock = page.locator("tr", new Page.LocatorOptions().setHasText("Strategy meeting (Red)"));
        // Four hours from now: after eight in the evening that is tomorrow.
        assertThat(clock.innerText()).containsAnyOf("Running", "Due soon").containsAnyOf("today", "tomorrow");
        look(page, "rated", scripts);
    }

    private static void holdTheMeeting(Page page, boolean scripts) {
        assertThat(main(page)).contains("Missing since", "Strategy meeting (Red)", "4 hours");
        look(page, "episode", scripts);
        follow(page, "Call or record the meeting");
        assertThat(field(page, "Merrowdale police").isChecked()).isTrue();
        press(page, "Save the meeting");
        assertThat(main(page)).contains("The meeting is entered", "Merrowdale police", "A missing episode");
        allCame(page, "Hub manager");
        minuted(page, "Search of the harbour, aunt to be visited.");
        page.locator(".govuk-back-link").click();
        follow(page, "Add an action");
        field(page, "What is to be done").fill("Visit the aunt");
        page.locator("#agency").selectOption(new SelectOption().setLabel("Merrowdale children"));
        field(page, "Their name or post").fill("Duty worker");
        press(page, "Save the action");
        assertThat(main(page)).contains("Visit the aunt", "Duty worker", "Merrowdale police");
        look(page, "meeting", scripts);
        follow(page, "A missing episode");
        assertThat(main(page)).contains("Strategy meeting held", "1 action still to be done", "chaired by Hub manager");
        page.locator("summary", new Page.LocatorOptions().setHasText("Timescales that have ended"))
                .click();
        var clock = page.locator("tr", new Page.LocatorOptions().setHasText("Strategy meeting (Red)"));
        assertThat(clock.innerText()).contains("Met on time");
        look(page, "meeting-met", scripts);
    }

    private static void recordTheReturn(Page page, boolean scripts) {
        press(page, "Record that the child was found");
        field(page, "Where was the child found").fill("At her aunt's");
        field(page, "Not yet").check();
        press(page, "Save");
        assertThat(main(page)).contains("Found, not back");
        press(page, "Record the return");
        field(page, "Where did the child return to").fill("Home");
        field(page, "None known").check();
        press(page, "Save the return");
        var clock = page.locator("tr", new Page.LocatorOptions().setHasText("72 hours"));
        assertThat(clock.first().innerText()).contains("eturn interview");
        look(page, "returned", scripts);
    }

    private static void declineTheInterview(Page page, String family, boolean scripts) {
        follow(page, "Return interviews");
        look(page, "interviews", scripts);
        follow(page, family);
        look(page, "interview", scripts);
        press(page, "It was not held");
        field(page, "The child declined").check();
        field(page, "Main reason").selectOption("nothing-to-say");
        field(page, "Why?").fill("She does not want to talk to anyone now, and knows how to reach us.");
        press(page, "Save the outcome");
        assertThat(main(page)).contains("The outcome is recorded", "Declined");
        look(page, "declined", scripts);
    }

    /** A picture and, where scripts run, the accessibility check. */
    private static void look(Page page, String name, boolean scripts) {
        Browser.shot(page, "journey-" + name + (scripts ? "" : "-no-script"));
        if (scripts) Browser.axe(page);
    }
}
