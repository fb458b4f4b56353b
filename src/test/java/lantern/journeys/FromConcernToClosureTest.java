package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.timescales.State;
import lantern.timescales.Timescale;
import org.junit.jupiter.api.Test;

/**
 * One child from what was said in a return interview to the closed concern, over Christmas 2025: at each step the page, the clock and its instant, the paper, and
 * who is refused.
 */
class FromConcernToClosureTest extends MaseStory {
    @Test
    void a_concern_from_a_return_interview_is_screened_assessed_met_about_planned_reviewed_stepped_down_and_closed()
            throws Exception {
        at("2025-12-08T15:00:00Z");
        child = registered(family, "Rowan", LocalDate.of(2010, 9, 2));
        allocated(child);
        concernOf(heldInterview());
        whoMayNot(concern, "head-of-service");
        screened();
        serious();
        var meeting = planned();
        held(meeting);
        var shared = policeMayReadIntelligence();
        try {
            issued(meeting);
            copies(meeting);
        } finally {
            // Agreements are only ever added to; this one is of the region that all tests share, so it goes by the side
            // door.
            database.superuser()
                    .sql(
                            "do $$ begin perform set_config('session_replication_role', 'replica', true); delete from access.agreement_section where id = '"
                                    + shared + "'; end $$")
                    .update();
        }
        plan();
        assessedAgain();
        planReviewed();
        steppedDown();
        closed();
    }

    private void concernOf(UUID interview) {
        try (var theirs = Browser.phone();
                var ours = Browser.desktop()) {
            var page = signedIn(theirs, "interviewer");
            page.navigate(url("/missing/interviews/" + interview));
            follow(page, "Record a concern that the child is exploited");
            field(page, "Sexual exploitation").check();
            field(page, "Criminal exploitation").check();
            field(page, "What was seen, heard or said").fill("Two men in a car buy things and ask for errands");
            field(page, "Who raised it").fill("A. Interviewer, returns");
            assertThat(page.locator("input[value=interview]").isChecked()).isTrue();
            press(page, "Record the concern");
            assertThat(main(page)).contains("The concern is recorded", family);
            raisedAgain(page, interview);

            var worker = signedIn(ours, "social-worker");
            worker.navigate(url("/children/" + child));
            follow(worker, "Exploitation: awaiting classification");
            assertThat(main(worker))
                    .contains(
                            "Awaiting classification", "errands", "another town", "Trafficking", "A return interview");
            concern = path(worker);
            assertThat(row(worker, "Screen for exploitation")).contains("Running", "15 Dec");
            Browser.axe(worker);
            follow(worker, "A return interview");
            assertThat(main(worker)).contains("They buy me things");
        }
        runs("screening", London.endOf(LocalDate.of(2025, 12, 15)));
        assertThat(desk("interviewer").file(concern).statusCode()).isEqualTo(403);
    }

    /** Whoever may not read of concerns adds to the open one all the same. */
    private void raisedAgain(Page page, UUID interview) {
        page.navigate(url("/exploitation/concerns/new?child=" + child + "&source=interview&sourceId=" + interview));
        field(page, "Trafficking").check();
        field(page, "What was seen, heard or said").fill("Driven to another town");
        field(page, "Who raised it").fill("A. Interviewer, returns");
        press(page, "Record the concern");
        assertThat(main(page)).contains("what you recorded is added to it", family);
    }

    private void screened() throws IOException {
        at("2025-12-12T11:00:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "social-worker");
            page.navigate(url(concern));
            open(page, "Screen the child", "/screening/new");
            press(page, "Begin");
            all(page, "no");
            answer(page, "older-company", "recent");
            answer(page, "debt", "not-known");
            page.locator("input[name=level][value=at-risk]").check();
            field(page, "Why?").fill("Older company in cars, debts are not known");
            press(page, "Finish");
            assertThat(main(page))
                    .contains("The screening is finished", "At risk", "Older company in cars", "1 item not known");
            assessment(page);
            paper(page, "form", List.of("Spends time with older", "Older company in cars", "At risk"));
        }
        met("screening");
        assertThat(desk("head-of-service").file(concern + "/screening/new").statusCode())
                .isEqualTo(403);
    }

    /** The page of what was finished last. */
    private static void assessment(Page page) {
        page.locator("main a[href^='/exploitation/assessments/']").first().click();
        page.waitForURL("**/exploitation/assessments/*");
    }

    private void serious() throws IOException {
        at("2025-12-19T16:30:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "social-worker");
            page.navigate(url(concern));
            open(page, "Assess the risk", "/assessment/new");
            page.locator("input[value='" + tool() + "']").check();
            press(page, "Begin");
            press(page, "Finish");
            assertThat(page.locator(".govuk-error-summary").innerText())
                    .contains("Answer, or say that it is not known");
            all(page, "no");
            answer(page, "missing-overnight", "recent+previous");
            answer(page, "transported", "recent");
            var total = page.locator("[data-assessing]");
            PlaywrightAssertions.assertThat(total).containsText("Scored 11");
            answer(page, "exchange", "recent");
            answer(page, "self-harm", "not-known");
            PlaywrightAssertions.assertThat(total).containsText("Scored 16, 1 item not known");
            Browser.shot(page, "exploitation-assessing");
            page.locator("input[name=level][value=serious]").check();
            press(page, "Finish");
            assertThat(main(page)).contains("Scored 16, 1 item not known", "Serious risk since Fri 19 Dec 2025");
            assessment(page);
            assertThat(main(page)).contains("Scored 16, 1 item not known", "Band 16 and over", "Serious risk");
            paper(page, "form", List.of("Goes missing overnight", "Scored 16, 1 item not known", "16 and over"));
            page.navigate(url(concern));
            assertThat(row(page, "First MASE meeting")).contains("30 Dec");
            assertThat(main(page))
                    .as(clocks().toString())
                    .contains("Assess the risk of exploitation again", "19 Mar 2026");
            Browser.shot(page, "exploitation-serious");
        }
        // Friday before Christmas: 22, 23, 24, 29 and 30 December are the five.
        runs("initial-mase-serious", London.endOf(LocalDate.of(2025, 12, 30)));
        runs("reassess", London.endOf(LocalDate.of(2026, 3, 19)));
        assertThat(desk("head-of-service").file(concern + "/assessment/new").statusCode())
                .isEqualTo(403);
    }

    private void plan() throws IOException {
        at("2026-01-05T14:00:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "social-worker");
            page.navigate(url(concern));
            follow(page, "No plan is written yet");
            open(page, "Write the plan", "/plan/new");
            field(page, "What should be better for the child?").fill("Safe evenings, and nobody who drives her");
            field(page, "Child in need plan").check();
            press(page, "Save the plan");
            assertThat(main(page))
                    .contains("The plan is saved", "Safe evenings", "5 Apr 2026", "Meet her after school each Tuesday");
            Browser.axe(page);
            Browser.shot(page, "exploitation-plan");
            paper(
                    page,
                    "plan",
                    List.of(
                            "Safe evenings",
                            "Serious risk",
                            "Meet her after school",
                            "5 Apr 2026",
                            "Child in need plan"));
        }
        runs("plan-review", London.endOf(LocalDate.of(2026, 4, 5)));
        whoMayNot(concern + "/plan", "head-of-service");
        assertThat(desk("head-of-service").file(concern + "/plan/new").statusCode())
                .isEqualTo(403);
    }

    private void assessedAgain() {
        at("2026-03-16T10:00:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "social-worker");
            page.navigate(url(concern));
            assertThat(row(page, "Assess the risk of exploitation again")).contains("Due soon");
            open(page, "Assess the risk", "/assessment/new");
            page.locator("input[value='" + tool() + "']").check();
            press(page, "Begin");
            all(page, "no");
            answer(page, "missing-overnight", "recent+previous");
            answer(page, "transported", "recent");
            page.locator("input[name=level][value=significant]").check();
            press(page, "Finish");
            assertThat(main(page)).contains("Scored 11, 0 items not known", "Significant risk since");
            assessment(page);
            assertThat(main(page)).contains("What changed since the time before", "Scored 11, 0 items not known");
        }
        at("2026-03-16T10:05:00Z");
        assertThat(clocks("reassess"))
                .extracting(Timescale::state)
                .containsExactlyInAnyOrder(State.MET_ON_TIME, State.RUNNING);
        runs("reassess", London.endOf(LocalDate.of(2026, 6, 16)));
        // The plan of the first meeting runs, and its review has a clock: no first meeting is due again.
        assertThat(clocks("initial-mase-significant")).isEmpty();
    }

    private void planReviewed() {
        at("2026-03-20T10:00:00Z");
        var worker = desk("social-worker");
        var plan = concern + "/plan";
        var change = new String[] {"began", "1", "aims", "Safe evenings", "progress", "Home by nine", "other", "need"};
        worker.post(plan + "/new", plan, change);
        assertThat(worker.errors(plan + "/new")).contains("Say whether this is the review");
        worker.done(plan + "/new", plan, with(change, "review", "change"));
        assertThat(clocks("plan-review")).hasSize(1);
        change[1] = "2";
        worker.done(plan + "/new", plan, with(change, "review", "review"));
        at("2026-03-20T10:05:00Z");
        assertThat(clocks("plan-review"))
                .extracting(Timescale::state)
                .containsExactlyInAnyOrder(State.MET_ON_TIME, State.RUNNING);
        runs("plan-review", London.endOf(LocalDate.of(2026, 6, 20)));
        assertThat(worker.page(plan)).contains("Home by nine", "20 Jun 2026");
    }

    private void steppedDown() {
        at("2026-03-23T10:00:00Z");
        assertThat(desk("social-worker").file(concern + "/level").statusCode()).isEqualTo(403);
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "team-manager");
            page.navigate(url(concern));
            follow(page, "Set or step down the level");
            press(page, "Set the level");
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("This is the level now");
            page.locator("input[value=at-risk]").check();
            field(page, "My judgement").check();
            field(page, "Why?").fill("Home every night since January");
            press(page, "Set the level");
            assertThat(main(page)).contains("The level of risk is set", "Step down", "Home every night since January");
            page.navigate(url(concern + "?words=Levels+1+to+3"));
            assertThat(main(page)).contains("Level 1", "Action plan and outcome measures");
        }
        assertThat(clocks("mase-review")).allMatch(each -> each.cancelledAt() != null);
        assertThat(desk("exploitation-coordinator").page("/exploitation/tracker?all=yes&level=at-risk&status=need"))
                .contains(family);
    }

    private void closed() {
        at("2026-03-30T10:00:00Z");
        assertThat(desk("social-worker").file(concern + "/closure").statusCode())
                .isEqualTo(403);
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "team-manager");
            page.navigate(url(concern));
            follow(page, "Close the concern");
            field(page, "The work succeeded").check();
            moment(page, "closed", LocalDate.of(2026, 3, 30));
            field(page, "What shows it?").fill("Three months without a worry");
            press(page, "Close the concern");
            assertThat(main(page))
                    .contains(
                            "The concern is closed",
                            "Not off the tracker within 3 months",
                            "Three months without a worry");
            Browser.axe(page);
            Browser.shot(page, "exploitation-closed");
            page.navigate(url("/exploitation/outcomes?year=2026"));
            assertThat(page.locator("tr", row(family)).innerText()).contains("The work succeeded", "No");
        }
        assertThat(clocks()).noneMatch(each -> each.state().open());
        assertThat(desk("exploitation-coordinator").page("/exploitation/tracker?all=yes"))
                .contains("Exploitation tracker")
                .doesNotContain(family);
        var again =
                desk("social-worker").post(concern + "/assessment/new", concern + "/assessment", "instrument", tool());
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(desk("social-worker").page(concern)).contains("How it ended");
        whoMayNot(concern, "head-of-service");
    }
}
