package lantern.oversight.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import lantern.oversight.Desk;
import lantern.oversight.OversightStory;
import lantern.oversight.entering.Setting.NewInquiry;
import lantern.oversight.entering.Setting.NewRecommendation;
import lantern.oversight.entering.Tracking.NewAssessment;
import lantern.oversight.entering.Tracking.NewEvidence;
import lantern.oversight.inquiry.Recommendation.Standing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

class OpenSiteTest extends OversightStory {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    /** An inquiry with one recommendation whose evidence supports its category, so that no check raises anything. */
    private record Story(UUID inquiry, UUID recommendation, UUID committee, UUID meeting, String secret) {}

    private Story story() {
        var secret = "unheardof" + UUID.randomUUID().toString().replace("-", "");
        return officer(() -> {
            var committee = setting.committee("Scrutiny of homes " + secret, LocalDate.of(2020, 1, 1));
            var meeting = setting.meeting(committee, LocalDate.of(2024, 7, 10), "14:00", "");
            var inquiry = setting.inquiry(new NewInquiry(
                    committee,
                    "Homes " + secret,
                    "",
                    LocalDate.of(2023, 3, 1),
                    "Named Person " + secret,
                    "Lead " + secret,
                    "Cabinet Member",
                    "Contact " + secret));
            var recommendation = setting.recommendation(new NewRecommendation(
                    inquiry,
                    null,
                    "R01",
                    "Homes tell the hub " + secret,
                    "July 2024",
                    List.of(),
                    List.of("Head of Homes " + secret),
                    null));
            var role = setting.role("Head of Homes " + secret, LocalDate.of(2023, 3, 1));
            setting.holder(role, "Holder Person " + secret, LocalDate.of(2023, 3, 1));
            tracking.evidence(new NewEvidence(
                    inquiry,
                    LocalDate.of(2024, 6, 20),
                    meeting,
                    "Author Person " + secret,
                    "",
                    "All homes do " + secret,
                    false,
                    java.util.Map.of(recommendation, List.of())));
            tracking.assess(new NewAssessment(
                    recommendation, meeting, Standing.DECIDED, "1 – Achieved (Fully)", "", "", "", List.of()));
            return new Story(inquiry, recommendation, committee, meeting, secret);
        });
    }

    private Desk officerDesk() {
        return new Desk(this::url, region.session("merrowdale", "oversight-officer"));
    }

    private Desk anybody() {
        return new Desk(this::url, null);
    }

    @Test
    void nothing_that_is_not_published_is_reachable_without_an_account_by_any_route() {
        var it = story();
        var asked = new TreeSet<String>();
        for (var mapping : routes.getHandlerMethods().keySet()) {
            var patterns = mapping.getPathPatternsCondition();
            if (patterns == null) continue;
            for (var pattern : patterns.getPatternValues())
                for (var id : List.of(it.inquiry, it.recommendation, it.committee, it.meeting))
                    asked.add(pattern.replaceAll("\\{(\\w+):[^/]*}", "{$1}")
                            .replaceAll("\\{(?:id|parent|row|token)}", id.toString())
                            .replace("{extension}", "pdf")
                            .replace("{reader}", "members")
                            .replace("{kind}", "recommendations")
                            .replace("{list}", "priority")
                            .replaceAll("\\{[^}]*}", "a"));
        }
        assertThat(asked).hasSizeGreaterThan(200).contains("/open/inquiries/" + it.inquiry);
        var anybody = anybody();
        for (var path : asked) {
            var answer = anybody.file(path);
            assertThat(Desk.text(answer)).as(path).doesNotContain(it.secret);
            if (path.startsWith("/open")) {
                assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .as(path)
                        .hasValue("public, max-age=60");
            }
        }
    }

    @Test
    void what_is_published_is_read_by_anybody_as_it_was_and_names_no_person() {
        var it = story();
        var desk = officerDesk();
        var at = "/oversight/inquiries/" + it.inquiry;
        desk.done(at + "/publication", at + "/publication");
        var anybody = anybody();
        var page = anybody.file("/open/inquiries/" + it.inquiry);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Desk.text(page)).contains("Homes tell the hub " + it.secret, "Head of Homes " + it.secret);
        var tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isNotEmpty();
        for (var path : List.of(
                "/open/inquiries/" + it.inquiry,
                "/open/recommendations/" + it.recommendation,
                "/open/data.json",
                "/open/data.csv",
                "/open/feed.atom",
                "/open"))
            assertThat(anybody.page(path))
                    .as(path)
                    .contains(it.secret)
                    .doesNotContain("Person " + it.secret, "Contact " + it.secret, "Lead " + it.secret);
        var json = JsonMapper.shared().readTree(anybody.page("/open/data.json"));
        assertThat(json.get("schema").stringValue()).isEqualTo("/open/schema.json");
        var api = "/api/v1/oversight/inquiries";
        assertThat(anybody.page(api + "?authority=merrowdale")).contains("Homes " + it.secret);
        assertThat(anybody.page(api + "?authority=larkwater")).doesNotContain(it.secret);
        assertThat(anybody.page(api + "/" + it.inquiry))
                .contains("Homes tell the hub " + it.secret)
                .doesNotContain("Person " + it.secret, "Contact " + it.secret, "Lead " + it.secret);
        assertThat(anybody.page("/open/schema.json")).contains("json-schema.org");
        officer(() -> tracking.evidence(new NewEvidence(
                it.inquiry,
                LocalDate.of(2024, 8, 1),
                null,
                "A role",
                "",
                "Later words " + it.secret,
                false,
                java.util.Map.of(it.recommendation, List.of()))));
        assertThat(anybody.page("/open/recommendations/" + it.recommendation)).doesNotContain("Later words");
        desk.done(at + "/withdrawal", at + "/withdrawal");
        for (var gone : List.of("/open/inquiries/", "/api/v1/oversight/inquiries/"))
            assertThat(anybody.file(gone + it.inquiry).statusCode()).isEqualTo(404);
        for (var without : List.of("/open/data.json", "/api/v1/oversight/inquiries"))
            assertThat(anybody.page(without)).doesNotContain(it.secret);
    }

    @Test
    void an_inquiry_with_an_open_finding_is_not_published_until_somebody_says_why_it_stands() {
        var it = story();
        officer(() -> tracking.evidence(new NewEvidence(
                it.inquiry,
                LocalDate.of(2024, 9, 1),
                null,
                "A role",
                "",
                "It was finished in September",
                false,
                java.util.Map.of(it.recommendation, List.of()))));
        var desk = officerDesk();
        var at = "/oversight/inquiries/" + it.inquiry;
        assertThat(desk.page(at + "/publication"))
                .contains("nobody has acknowledged")
                .doesNotContain("Publish what is so today");
        assertThat(desk.post("/oversight/paper-check", at + "/publication")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotEndWith(at);
        assertThat(anybody().file("/open/inquiries/" + it.inquiry).statusCode()).isEqualTo(404);
        var page = desk.page("/oversight/recommendations/" + it.recommendation);
        assertThat(page).contains("C20", "evidence of 2024-09-01");
        var finding = page.replaceAll("(?s).*(/oversight/recommendations/[^\"]*/acknowledgement)\".*", "$1");
        desk.done(finding, finding, "reason", "The committee counted the pilot as the end");
        assertThat(desk.page("/oversight/recommendations/" + it.recommendation))
                .contains("Acknowledged: The committee counted");
        desk.done(at + "/publication", at + "/publication");
        assertThat(anybody().page("/open/inquiries/" + it.inquiry)).contains(it.secret);
        officer(() -> tracking.evidence(new NewEvidence(
                it.inquiry,
                LocalDate.of(2024, 8, 20),
                null,
                "A role",
                "",
                "Other facts",
                false,
                java.util.Map.of(it.recommendation, List.of()))));
        assertThat(desk.page(at + "/publication"))
                .as("other facts raise it again")
                .contains("nobody has acknowledged");
    }

    @Test
    void evidence_is_asked_for_by_a_link_and_becomes_evidence_when_an_officer_takes_it() {
        var it = story();
        var desk = officerDesk();
        var at = "/oversight/recommendations/" + it.recommendation;
        var made = Desk.text(desk.post(
                at + "/requests/new",
                at + "/requests",
                "askedOf",
                "Head of Homes",
                "question",
                "How many?",
                "by-day",
                "1",
                "by-month",
                "12",
                "by-year",
                "2199"));
        var link = made.replaceAll("(?s).*(/evidence-requests/[\\w-]+).*", "$1");
        var somebody = anybody();
        assertThat(somebody.page(link)).contains("How many?", "Homes tell the hub");
        assertThat(somebody.file("/evidence-requests/li_wrong").statusCode()).isEqualTo(404);
        var refused = somebody.post(
                link, link, "on-day", "1", "on-month", "6", "on-year", "2024", "author", "", "words", "Nine of ten");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Desk.text(refused)).contains("Enter your role", "Nine of ten");
        somebody.post(
                link,
                link,
                "on-day",
                "1",
                "on-month",
                "6",
                "on-year",
                "2024",
                "author",
                "Head of Homes",
                "words",
                "Nine of ten " + it.secret);
        assertThat(desk.page(at)).doesNotContain("Nine of ten");
        var waiting = desk.page("/oversight/requests");
        var reply = waiting.substring(0, waiting.indexOf("Nine of ten " + it.secret))
                .replaceAll("(?s).*(/oversight/replies/[0-9a-f-]{36}).*", "$1");
        desk.done(reply, reply, "decision", "take");
        assertThat(desk.page(at)).contains("Nine of ten " + it.secret);
        assertThat(desk.file(reply).statusCode()).isEqualTo(404);
    }
}
