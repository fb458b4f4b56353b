package lantern.oversight.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import lantern.oversight.Desk;
import lantern.oversight.OversightStory;
import lantern.platform.documents.PdfUa;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CommitteeWorkTest extends OversightStory {
    private Desk officer() {
        return new Desk(this::url, region.session("merrowdale", "oversight-officer"));
    }

    @Test
    void a_committee_is_renamed_half_way_and_keeps_its_lists_and_its_meetings_their_names() {
        var desk = officer();
        var committee = desk.committee();
        var before = desk.meeting(committee, 12, 10, 2016);
        desk.done(
                committee + "/name/new",
                committee + "/name",
                "name=" + "Scrutiny of schools " + UUID.randomUUID() + "; from-day=1; from-month=6; from-year=2025");
        var after = desk.meeting(committee, 22, 10, 2025);
        assertThat(desk.page(before))
                .contains("Scrutiny of learning", "Tue 4 Oct 2016")
                .doesNotContain("Scrutiny of schools");
        assertThat(desk.page(after)).contains("Scrutiny of schools");
        assertThat(desk.post(
                                committee + "/meetings/new",
                                committee + "/meetings",
                                "on-day=22; on-month=10; on-year=2025; time=14:00")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/meetings/new"));
    }

    @Test
    void two_who_change_one_row_at_once_lose_nothing() {
        var desk = officer();
        var committee = desk.committee();
        desk.add("backlog", committee, "title=Buses to school");
        var row = desk.row(committee, "backlog", "Buses to school");
        var form = "/oversight/lists/backlog/rows/" + row + "/change";
        var action = desk.action(form);
        desk.done(form, action, "title=Buses and trains to school");
        assertThat(desk.post(form, action, "title=Walking to school").headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith(form));
        assertThat(desk.page(committee)).contains("Buses and trains to school").doesNotContain("Walking to school");
        assertThat(desk.errors(form)).contains("Somebody else has changed this meanwhile");
        desk.done(
                "/oversight/lists/backlog/rows/" + row + "/removal",
                "/oversight/lists/backlog/rows/" + row + "/removal");
        assertThat(desk.page(committee)).doesNotContain("Buses and trains to school");
    }

    @Test
    void the_pack_counts_its_pages_through_and_the_public_one_leaves_exempt_words_out() throws IOException {
        var desk = officer();
        var committee = desk.committee();
        var meeting = desk.meeting(committee, 21, 10, 2026);
        var later = desk.meeting(committee, 16, 12, 2026);
        desk.add("priority", committee, "place=1; title=Getting home; note=");
        desk.add("priority", committee, "place=2; title=Exclusions from school; note=");
        desk.add(
                "seat",
                committee,
                "who=Councillor for Easthill; capacity=chair; from_on-day=1; from_on-month=5; from_on-year=2026");
        desk.add("agenda-item", meeting, "place=1; title=Apologies; paper=none");
        desk.add(
                "agenda-item",
                meeting,
                "place=2; title=Price of the contract; paper=none; words=Seventy pounds an hour; exempt=business affairs of a provider");
        desk.add("agenda-item", meeting, "place=3; title=Work programme; paper=work-programme; words=To agree it");
        desk.add("attendance", meeting, "who=Councillor for Easthill; capacity=chair; came=present");
        desk.add(
                "seat",
                committee,
                "who=Councillor for Harbour; capacity=member; from_on-day=1; from_on-month=5; from_on-year=2026");
        desk.add(
                "seat",
                committee,
                "who=Councillor for Castle; capacity=member; from_on-day=1; from_on-month=5; from_on-year=2025; until_on-day=1; until_on-month=5; until_on-year=2026");
        desk.add("attendance", meeting, "who=Parent governor; capacity=voting-representative; came=apologies");
        desk.add(
                "action",
                meeting,
                "item=Work programme; words=A session on buses is set; owner=Scrutiny officer; due=either December 2026 or January 2027; state=open");
        var action = desk.row(meeting, "action", "Work programme");
        desk.add(
                "programme-session",
                committee,
                "title=Buses; meeting_id=" + Desk.id(later) + "; action_id=" + action + "; certainty=to-be-confirmed");
        desk.add("forward-plan-item", committee, "reference=000411/2026; title=A contract; proposed=20 Sep 16");
        desk.add("abbreviation", committee, "short=SEN; long=Special educational needs");
        var programme = desk.page(committee + "/work-programme");
        assertThat(programme)
                .contains(
                        "Not programmed",
                        "Overdue",
                        "16 December 2026",
                        "A session on buses is set",
                        "Papers go out on 8 December 2026")
                .doesNotContain("Special educational needs");
        assertThat(desk.page(meeting + "/action-notes"))
                .contains(
                        "Apologies: Parent governor.",
                        "Neither present nor excused: Councillor for Harbour.",
                        "A session on buses is set");
        for (var paper : List.of(committee + "/work-programme", meeting + "/action-notes"))
            for (var format : List.of("pdf", "docx", "xlsx", "ods")) {
                var file = desk.file(paper + "/" + format);
                assertThat(file.statusCode()).as(paper + " " + format).isEqualTo(200);
                kept(Desk.id(paper) + "." + format, file.body());
                if (format.equals("pdf")) assertThat(PdfUa.faults(file.body())).isEmpty();
            }
        var members = desk.file(meeting + "/pack/members").body();
        var everybody = desk.file(meeting + "/pack/public").body();
        kept("pack.pdf", members);
        kept("pack-public.pdf", everybody);
        assertThat(PdfUa.faults(members)).isEmpty();
        assertThat(PdfUa.faults(everybody)).isEmpty();
        assertThat(text(members, 1, 99)).contains("Seventy pounds an hour");
        assertThat(text(everybody, 1, 99))
                .doesNotContain("Seventy pounds")
                .contains("Not for publication: business affairs of a provider");
        assertThat(text(members, 1, 1)).contains("2", "3–");
        try (var pdf = Loader.loadPDF(members)) {
            var last = pdf.getNumberOfPages();
            assertThat(text(members, 1, 1)).contains("3–" + last);
            assertThat(text(members, 3, 3)).contains("Work programme", "Page 3 of " + last);
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).hasSize(3);
        }
        desk.done(
                "/oversight/lists/action/rows/" + action + "/change",
                desk.action("/oversight/lists/action/rows/" + action + "/change"),
                "item=Work programme; words=A session on buses is set; owner=Scrutiny officer; due=; state=done; outcome=It was held");
        assertThat(desk.page(committee + "/work-programme")).doesNotContain("A session on buses is set");
    }

    @Test
    void an_action_plan_is_kept_as_dated_entries_and_measured_by_bands() throws IOException {
        var desk = officer();
        var committee = desk.committee();
        desk.add(
                "action-plan",
                committee,
                "title=" + "Missing children " + UUID.randomUUID() + "; owner=Head of Service");
        var plan = desk.page(committee).replaceAll("(?s).*(/oversight/action-plans/[0-9a-f-]{36})\".*", "$1");
        desk.add("plan-issue", plan, "place=1; title=Noticing early");
        var issue = desk.row(plan, "plan-issue", "1");
        desk.add(
                "activity",
                plan,
                "plan_issue_id=" + issue
                        + "; place=1; words=Every home tells the hub; officer=Head of Service; target=Spring 2027");
        desk.add(
                "activity",
                plan,
                "plan_issue_id=" + issue + "; place=2; words=Grab-packs are kept; officer=Team managers; target=");
        var activity = desk.page(plan).replaceAll("(?s).*(/oversight/activities/[0-9a-f-]{36})\">Every home.*", "$1");
        desk.add(
                "activity-update",
                activity,
                "dated_on-day=1; dated_on-month=9; dated_on-year=2026; author=Head of Service; words=Half of them do; status=in-progress");
        desk.add(
                "activity-update",
                activity,
                "dated_on-day=1; dated_on-month=10; dated_on-year=2026; author=Head of Service; words=All of them do; status=completed-ongoing; review_on-day=1; review_on-month=4; review_on-year=2027");
        var at = "/oversight/lists/activity-update/of/" + Desk.id(activity);
        desk.post(
                at + "/new",
                at,
                "dated_on-day=2; dated_on-month=10; dated_on-year=2026; author=Head; words=Goes on; status=completed-ongoing");
        assertThat(desk.errors(at + "/new")).contains("Enter when it is looked at again");
        desk.add(
                "outcome-measure",
                committee,
                "title=Children at risk level three; population=Children on the tracker; target=March 2027; unit=count; unmet=More than 6; met=5 to 3; exceeded=3 to 2; far_exceeded=1 to 0");
        var measure = desk.page(committee).replaceAll("(?s).*(/oversight/outcome-measures/[0-9a-f-]{36})\".*", "$1");
        assertThat(desk.page(measure)).contains("Bands overlap: 3", "Bands leave a gap: 6", "Acknowledge");
        desk.add("measure-value", measure, "on_day-day=1; on_day-month=4; on_day-year=2026; value=6");
        assertThat(desk.page(measure)).contains("In no one band");
        var form = "/oversight/lists/outcome-measure/rows/" + Desk.id(measure) + "/change";
        var action = desk.action(form);
        desk.done(
                form,
                action,
                "title=Children at risk level three; population=Children on the tracker; target=March 2027; unit=count; unmet=6 or more; met=5 to 4; exceeded=3 to 2; far_exceeded=1 to 0");
        desk.add("measure-value", measure, "on_day-day=1; on_day-month=7; on_day-year=2026; value=3");
        assertThat(desk.page(measure)).contains("No check raises anything.", "Exceeded");
        assertThat(desk.page(plan + "/paper"))
                .contains(
                        "1 October 2026: All of them do",
                        "Completed and ongoing, looked at again on 1 April 2027",
                        "Not started",
                        "In progress");
        for (var format : List.of("pdf", "docx", "xlsx", "ods")) {
            var file = desk.file(plan + "/paper/" + format);
            assertThat(file.statusCode()).as(format).isEqualTo(200);
            kept("action-plan." + format, file.body());
            if (format.equals("pdf")) assertThat(PdfUa.faults(file.body())).isEmpty();
        }
    }

    private static void kept(String name, byte[] bytes) throws IOException {
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/" + name), bytes);
    }

    private static String text(byte[] pdf, int from, int until) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(until);
            return stripper.getText(document);
        }
    }
}
