package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import lantern.exploitation.concern.Concerns;
import lantern.meetings.Actions;
import lantern.meetings.Meetings;
import lantern.meetings.meeting.MeetingRows;
import lantern.missing.episode.Episodes;
import lantern.missing.interview.Interviews;
import lantern.oversight.entering.Setting;
import lantern.oversight.entering.Tracking;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.NineteenRecommendations;
import lantern.oversight.programme.Programme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Follows every link from the first page of each role, visits one page of each kind, and looks at it at a desk's and a
 * phone's width. A page that nothing leads to is not visited, and nobody would find it either.
 */
class EveryPageTest extends Journey {
    private static final List<String> ROLES = List.of(
            "hub-manager",
            "interviewer",
            "head-of-service",
            "social-worker",
            "service-manager",
            "administrator",
            "police-analyst",
            "governance-lead",
            "exploitation-coordinator",
            "oversight-officer",
            "councillor");

    /** As many as there are cores to draw with; each has a browser of its own. */
    private static final int BROWSERS = 2;

    /** How many pages somebody looks at in one window: a new window for each takes longer than looking. */
    private static final int SITTING = 12;

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    @Autowired
    Episodes episodes;

    @Autowired
    Interviews interviews;

    @Autowired
    Concerns concerns;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingRows meetingRows;

    @Autowired
    Actions actions;

    @Autowired
    Setting setting;

    @Autowired
    Tracking tracking;

    @Autowired
    Inquiries inquiries;

    @Autowired
    Programme programme;

    @Test
    void every_page_is_accessible_and_fits_a_phone() throws InterruptedException {
        var child = aFullRecord();
        var walk = new PageWalk(url(""));
        for (var role : ROLES) walk.follow(role, region.session("merrowdale", role), "/", "/children/" + child);
        walk.follow("nobody", "", "/sign-in", "/open");
        wrong.addAll(walk.wrong);
        var sittings = new ConcurrentLinkedQueue<>(walk.sittings(SITTING));
        var lookers = new ArrayList<Thread>();
        for (var n = 0; n < BROWSERS; n++) lookers.add(Thread.ofPlatform().start(() -> lookAt(sittings)));
        for (var looker : lookers) looker.join();
        assertThat(wrong).isEmpty();
        assertThat(sittings).isEmpty();
        assertThat(walk.visits).as("kinds of page").hasSizeGreaterThanOrEqualTo(200);
    }

    private void lookAt(Queue<List<PageWalk.Visit>> sittings) {
        for (var sitting = sittings.poll(); sitting != null; sitting = sittings.poll()) {
            try (var browser = Browser.desktop()) {
                var session = sitting.getFirst().session();
                if (!session.isEmpty())
                    browser.context().addCookies(List.of(new Cookie("lantern-session", session).setUrl(url("/"))));
                var page = browser.page();
                for (var visit : sitting) lookAt(browser, page, visit);
            }
        }
    }

    private void lookAt(Browser browser, Page page, PageWalk.Visit visit) {
        try {
            page.navigate(url(visit.path()));
            look(page, visit.name());
            refused(page, visit.name());
            browser.faultless();
        } catch (RuntimeException | AssertionError e) {
            wrong.add(visit.path() + ": " + e);
        }
    }

    /** At a desk, then at the width of a phone. */
    private void look(Page page, String name) {
        page.setViewportSize(1280, 900);
        check(page, name, () -> Browser.axe(page));
        Browser.shot(page, name);
        page.setViewportSize(360, 740);
        check(page, name + " on a phone", () -> Browser.axe(page));
        check(page, name + " on a phone", () -> Browser.fits(page));
        Browser.shot(page, name + "-phone");
        page.setViewportSize(1280, 900);
    }

    /** A form sent empty comes back accessible, with its errors said. */
    private void refused(Page page, String name) {
        var forms = page.locator("main form[data-draft]");
        if (forms.count() != 1 || !forms.isVisible()) return;
        // A form that proposes an answer is complete when it is sent as it stands.
        if (forms.locator("input[type=radio]:checked").count() > 0) return;
        for (var text :
                forms.locator("input[type=text]:visible, textarea:visible").all()) text.fill("");
        Browser.press(page, forms.locator("button").last());
        if (page.locator(".govuk-error-summary").count() == 0) {
            wrong.add(name + " took an empty form");
            return;
        }
        check(page, name + " refused", () -> Browser.axe(page));
        Browser.shot(page, name + "-refused");
    }

    private void check(Page page, String name, Runnable check) {
        try {
            check.run();
        } catch (AssertionError e) {
            wrong.add(name + " (" + page.url() + "): " + e.getMessage());
        }
    }

    /** A child in care with a closed, a returned and an open absence; a notification of each kind that waits. */
    private UUID aFullRecord() {
        as("oversight-officer", () -> {
            var story = new NineteenRecommendations(setting, tracking);
            var old = story.evidence("R01", LocalDate.of(2015, 11, 2), "The campaign was planned", null);
            new CommitteeToLookAt(programme).of(inquiries.whole(story.inquiry).committee());
            return tracking.correct(old, LocalDate.of(2016, 2, 1), "Head of Safeguarding", "The campaign was held");
        });
        var family = family();
        var child = registered(family, "Katherine", LocalDate.of(2011, 5, 4));
        inCare(child);
        for (var days : new int[] {40, 9}) {
            var since = clock.instant().minus(Duration.ofDays(days));
            var back = since.plus(Duration.ofHours(days));
            var episode = missing(child, since);
            does("hub-worker", () -> {
                episodes.locate(episode, new Episodes.Found(back, "Bus station", "Police", null));
                episodes.comeBack(episode, new Episodes.Return(back, "Alder House", "none-known", null, null));
            });
        }
        missing(child, clock.instant().minus(Duration.ofHours(49)));
        copies(child);
        exploited(child);
        var walked = new MeetingsToLookAt(meetings, meetingRows, actions, clock);
        issued(as(
                "exploitation-coordinator",
                () -> walked.about(child, region.agency("merrowdale/police"), region.agency("merrowdale/children"))));
        found(registered(family, "Isla", LocalDate.of(2012, 2, 3)), false);
        found(registered(family, "Finn", LocalDate.of(2013, 6, 30)), true);
        police(report(family, "Kate", LocalDate.of(2011, 4, 5)));
        police(report(family(), "Nobody Knows", LocalDate.of(2012, 7, 8)));
        police("{\"kind\": \"missing\", \"child\": {\"familyName\": \"%s\"}, \"nonsense\": 1}".formatted(family));
        return child;
    }

    /** A concern with a finished screening and an assessment that is being answered. */
    private void exploited(UUID child) {
        var report = new Concerns.Report(
                List.of("criminal"),
                "school",
                null,
                "Deputy head",
                "Seen getting into a car",
                lantern.calendar.London.date(clock.instant()));
        var concern = as("hub-worker", () -> concerns.raise(child, report).concern());
        for (var kind : List.of("screening", "assessment")) {
            var sql = """
                    insert into exploitation.assessment (authority_id, id, concern_id, child_id, kind, instrument_id, begun_at, begun_by, finished_at, finished_by,
                        score, not_known, level, because)
                    select :authority, uuidv7(), :concern, :child, :kind, i.id, now(), :by, case when :done then now() end, case when :done then :by::uuid end,
                        case when :done then 0 end, case when :done then 10 end, case when :done then 'at-risk' end, case when :done then 'Judgement' end
                    from exploitation.instrument i where i.authority_id is null and i.kind = :kind order by i.code limit 1
                    """;
            database.owner()
                    .sql(sql)
                    .param("authority", region.authority("merrowdale"))
                    .param("concern", concern)
                    .param("child", child)
                    .param("kind", kind)
                    .param("by", region.person("merrowdale", "hub-worker"))
                    .param("done", kind.equals("screening"))
                    .update();
        }
    }

    private void issued(UUID meeting) {
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "exploitation-coordinator");
            page.navigate(url("/meetings/" + meeting + "/issue"));
            page.getByText("Issue the minutes").last().click();
            page.waitForLoadState();
        }
    }

    /** A copy that is being prepared and one that was sent. */
    private void copies(UUID child) {
        for (var sent : new boolean[] {false, true}) {
            var sql = """
                    insert into children.disclosure (authority_id, id, child_id, document, recipient_agency, recipient, purpose, lawful_basis, state,
                                                     prepared_by, prepared_at, decided_by, decided_at, mark)
                    values (:authority, uuidv7(), :child, 'record-summary', :agency, 'Merrowdale police', 'To look for the child', 'safeguarding',
                            :state, :by, now(), :decided::uuid, :at::timestamptz, :mark)
                    """;
            database.owner()
                    .sql(sql)
                    .param("authority", region.authority("merrowdale"))
                    .param("child", child)
                    .param("agency", region.agency("merrowdale/police"))
                    .param("state", sent ? "sent" : "prepared")
                    .param("by", region.person("merrowdale", "hub-worker"))
                    .param("decided", sent ? region.person("merrowdale", "hub-worker") : null)
                    .param("at", sent ? clock.instant().toString() : null)
                    .param("mark", sent ? mark() : null)
                    .update();
        }
    }

    private static String mark() {
        var letters = Long.toString(System.nanoTime() % 1_000_000_000_000L, 36)
                .toUpperCase(java.util.Locale.ROOT)
                .replace('0', 'X')
                .replace('1', 'Y');
        return ("ABCDEFGH" + letters).substring(letters.length(), letters.length() + 4) + "-"
                + ("ABCDEFGH" + letters).substring(letters.length() + 4, letters.length() + 8);
    }

    /** A child who was found, and perhaps came back and declined the interview, so that the episode can be closed. */
    private void found(UUID child, boolean back) {
        var at = clock.instant().minus(Duration.ofHours(1));
        var episode = missing(child, clock.instant().minus(Duration.ofHours(6)));
        does("hub-worker", () -> episodes.locate(episode, new Episodes.Found(at, "Park", "Police", null)));
        if (!back) return;
        does("hub-worker", () -> episodes.comeBack(episode, new Episodes.Return(at, "Home", null, null, null)));
        var interview = database.owner()
                .sql("select interview_id from missing.interview_episode where episode_id = :episode")
                .param("episode", episode)
                .query(UUID.class)
                .single();
        does("interviewer", () -> interviews.notHeld(interview, "declined", "Does not want to", clock.instant()));
    }
}
