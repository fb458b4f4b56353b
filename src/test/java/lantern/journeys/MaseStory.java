package lantern.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.oversight.Desk;

/** The MASE meeting of a concern, from its planning to the copies that each agency reads. */
abstract class MaseStory extends ConcernStory {
    String planned() {
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "exploitation-coordinator");
            page.navigate(url(concern));
            follow(page, "Plan a MASE meeting");
            Browser.axe(page);
            moment(page, "at", LocalDate.of(2025, 12, 29));
            page.locator("[name=at-time]").fill("10:30");
            page.locator("[name=chair-name]").fill("A. Chair");
            press(page, "Save the meeting");
            assertThat(main(page))
                    .contains("The meeting is planned", "To come", "Merrowdale health", "Merrowdale police");
            var meeting = path(page);
            page.navigate(url(concern));
            assertThat(main(page)).contains("Planned for");
            assertThat(row(page, "First MASE meeting")).contains("Running");
            return meeting;
        }
    }

    void held(String meeting) {
        at("2025-12-29T11:45:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "exploitation-coordinator");
            page.navigate(url(meeting + "/minutes"));
            write(page, "concerns", "Older friends with cars");
            write(page, "health", "Seen at the clinic");
            write(page, "police", "A red car, stopped twice");
            write(page, "people", "A man called Mo");
            write(page, "education", "Twice excluded");
            write(page, "decisions", "Serious; somebody she trusts goes with her");
            Browser.pressExactly(page, "Save");
            assertThat(main(page)).contains("Saved. You can go on");
            page.navigate(url(meeting + "/actions/new"));
            page.locator("#words").fill("Meet her after school each Tuesday");
            page.locator("#person")
                    .selectOption(region.person("merrowdale", "social-worker").toString());
            press(page, "Save the action");
            assertThat(main(page)).contains("Meet her after school", "Pat social-worker");
            page.navigate(url("/meetings/actions?late=yes"));
            Browser.axe(page);
            page.navigate(url(meeting + "/held"));
            Browser.axe(page);
            page.locator("[name=held-at-time]").fill("10:30");
            for (var each : page.locator("input[type=radio][value=attended]").all()) each.check();
            Browser.pressExactly(page, "Save");
            assertThat(main(page)).contains("The meeting is recorded", "Held, minutes to issue");
        }
        met("initial-mase-serious");
        runs("mase-minutes", London.endOf(LocalDate.of(2026, 1, 6)));
        runs("mase-review", London.endOf(LocalDate.of(2026, 3, 29)));
        assertThat(desk("executive-director").file(meeting + "/issue").statusCode())
                .isEqualTo(403);
    }

    /** The agreement with the police, which covers more than the usual one as long as this lasts. */
    UUID policeMayReadIntelligence() {
        var id = lantern.platform.Ids.next();
        var sql = """
                insert into access.agreement_section (authority_id, id, agreement_id, section, covers)
                select authority_id, :id, id, 'intelligence', 'involved' from access.v_agreement where agency_id = :police and standing = 'in-force'
                order by id desc limit 1
                """;
        database.owner()
                .sql(sql)
                .param("id", id)
                .param("police", region.agency("merrowdale/police"))
                .update();
        return id;
    }

    void issued(String meeting) {
        at("2026-01-02T09:30:00Z");
        try (var browser = Browser.desktop()) {
            var page = signedIn(browser, "exploitation-coordinator");
            page.navigate(url(meeting + "/recipients"));
            Browser.axe(page);
            for (var part : List.of("health", "police", "people"))
                page.locator("input[name=goes-1-" + part + "][value='" + region.agency("merrowdale/health") + "']")
                        .check();
            for (var part : List.of("police", "people"))
                page.locator("input[name=goes-1-" + part + "][value='" + region.agency("merrowdale/police") + "']")
                        .check();
            press(page, "Keep this choice");
            Browser.axe(page);
            Browser.shot(page, "exploitation-issue");
            press(page, "Issue the minutes");
            assertThat(main(page)).contains("The minutes are issued", "Minutes issued");
        }
        met("mase-minutes");
    }

    void copies(String meeting) throws IOException {
        theirSightLasts();
        try (var theirs = Browser.phone();
                var police = Browser.desktop()) {
            var page = copy(theirs, "designated-lead", meeting);
            assertThat(main(page))
                    .contains("Seen at the clinic", "Older friends", "Meet her after school", "Withheld from this copy")
                    .contains("People and places of concern", "School and education")
                    .doesNotContain("A man called Mo", "Twice excluded", "A red car");
            Browser.axe(page);
            Browser.fits(page);
            paper(page, "minutes", List.of("Seen at the clinic"), "A man called Mo", "Twice excluded", "A red car");
            var health = page.url();
            page.navigate(url(meeting));
            assertThat(main(page)).contains("MASE meeting");
            page.navigate(url("/children/" + child));
            assertThat(main(page)).contains("MASE meeting held");

            var other = copy(police, "police-analyst", meeting);
            assertThat(main(other)).contains("A red car").doesNotContain("Seen at the clinic", "A man called Mo");
            paper(other, "minutes", List.of("A red car"), "Seen at the clinic", "A man called Mo");
            assertThat(other.navigate(health).status()).isEqualTo(404);
        }
        whoMayNotMeet(meeting);
    }

    void whoMayNotMeet(String meeting) {
        assertThat(new Desk(this::url, region.session("larkwater", "exploitation-coordinator"))
                        .file(meeting)
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk("councillor").file(meeting).statusCode()).isEqualTo(403);
    }

    /** The policies keep the database's own time, which no test moves: what was seen four weeks long in January is seen today. */
    private void theirSightLasts() {
        database.owner()
                .sql(
                        "update access.involvement set ends_at = :until where child_id = :child and kind = 'meeting' and ends_at is not null")
                .param(
                        "until",
                        java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).plusDays(1))
                .param("child", child)
                .update();
    }

    Page copy(Browser browser, String role, String meeting) {
        var page = signedIn(browser, role);
        page.navigate(url("/meetings/copies"));
        Browser.axe(page);
        assertThat(main(page)).contains(family);
        page.locator("main tr", row(family)).locator("a").first().click();
        assertThat(main(page)).contains("Older friends with cars");
        assertThat(meeting).startsWith("/meetings/");
        return page;
    }
}
