package lantern.children.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import lantern.audit.digest.Digests;
import lantern.calendar.London;
import lantern.children.record.PagesTest;
import lantern.platform.Ids;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerPagesTest extends PagesTest {
    @Autowired
    Digests digests;

    @Test
    void the_lead_sees_who_did_what_with_a_child_what_a_person_looked_at_and_only_what_was_asked_for()
            throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var duty = region.session("merrowdale", "duty-worker");
        var lead = region.session("merrowdale", "governance-lead");
        var child = add(hub, Map.of("familyName", "Ledgerby", "givenNames", "Ada", "sex", "female"));
        page(duty, child);
        page(duty, "/children?q=Ada+Ledgerby");
        for (var counted : new boolean[] {false, true}) {
            if (counted) count();
            var about = page(lead, "/ledger?child=" + reference(child));
            assertThat(about.select("h2").text()).contains("Entries about Ada Ledgerby");
            assertThat(about.select("tbody").text())
                    .as("counted " + counted)
                    .contains(
                            "Pat duty-worker",
                            "Opened: identity",
                            "Searched for a child",
                            "Child registered",
                            "Pat hub-worker");
            var opened = page(lead, "/ledger?act=opened&child=" + reference(child));
            assertThat(opened.select("tbody").text())
                    .contains("Opened: identity")
                    .doesNotContain("Searched for a child");
            var byDuty = page(lead, "/ledger?who=duty-worker&from=" + London.date(clock.instant()));
            assertThat(byDuty.select("tbody").text())
                    .contains("Ada Ledgerby", "Opened: identity", "Searched for a child: 1 found")
                    .doesNotContain("Pat hub-worker", "Child registered");
            assertThat(rows(page(lead, "/ledger?act=searched&who=duty-worker&purpose=nothing")))
                    .isZero();
            assertThat(rows(page(lead, "/ledger?who=duty-worker&until=2020-01-01&from=2019-01-01")))
                    .isZero();
        }
        assertThat(page(lead, "/ledger?who=social-worker").text())
                .contains("Whom do you mean?", "Pat social-worker-south");
        assertThat(page(lead, "/ledger?child=C-0").text()).contains("There is no record that you can see");
    }

    @Test
    void the_file_obeys_the_question_and_is_itself_an_export_in_the_ledger() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var lead = region.session("merrowdale", "governance-lead");
        var child = add(hub, Map.of("familyName", "=Filed", "givenNames", "Ada, \"Addie\"", "sex", "female"));
        page(hub, child);
        var file = get(lead, "/ledger/entries.csv?act=opened&child=" + reference(child));
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        var lines = file.body().split("\r\n");
        assertThat(lines[0]).startsWith("at,who,who_id,agency,act,what");
        assertThat(lines).hasSize(2);
        assertThat(lines[1])
                .contains(
                        "Pat hub-worker",
                        ",look,",
                        "\"Ada, \"\"Addie\"\" =Filed, ",
                        id(child).toString());
        assertThat(acts(child)).contains("export.ledger");
        assertThat(get(lead, "/ledger/entries.csv?who=nobody-of-this-name")
                        .body()
                        .split("\r\n"))
                .hasSize(1);
    }

    @Test
    void who_does_not_answer_for_the_ledger_is_refused_the_page_and_the_file() throws Exception {
        for (var role : new String[] {"hub-worker", "social-worker", "administrator", "police-analyst"}) {
            var session = region.session("merrowdale", role);
            assertThat(get(session, "/ledger").statusCode()).as(role).isEqualTo(403);
            assertThat(get(session, "/ledger/entries.csv").statusCode())
                    .as(role)
                    .isEqualTo(403);
            assertThat(get(session, "/ledger/patterns").statusCode()).as(role).isEqualTo(403);
        }
    }

    @Test
    void older_entries_follow_page_by_page_without_gap_or_repetition() throws Exception {
        var person = region.person("larkwater", "interviewer");
        var lead = region.session("larkwater", "governance-lead");
        var day = LocalDate.parse("2025-03-03");
        for (var i = 0; i < 120; i++)
            past("larkwater", person, UUID.randomUUID(), London.startOf(day).plus(Duration.ofMinutes(7L * i)));
        count("larkwater");
        var path = "/ledger?who=" + person + "&from=2025-03-01&until=2025-03-31";
        var times = new java.util.ArrayList<String>();
        for (Document page = page(lead, path); ; ) {
            page.select("tbody tr").forEach(row -> times.add(row.child(0).text()));
            var next = page.select("a[rel=next]").first();
            if (next == null) break;
            page = page(lead, next.attr("href"));
        }
        assertThat(times)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .first()
                .asString()
                .endsWith("13:53");
    }

    private static int rows(Document page) {
        return page.select("tbody tr").size();
    }

    /** A record opened in the past, as a ledger of that time would hold it. */
    static void past(String authority, UUID person, UUID child, Instant at) {
        database.superuser()
                .sql(
                        "insert into audit.entry (authority_id, id, at, act, actor_id, actor_kind, child_id, subject_kind, subject_id, sections)"
                                + " values (:authority, :id, :at, 'look', :person, 'PERSON', :child, 'child', :child, '{identity}')")
                .param("authority", region.authority(authority))
                .param("id", Ids.next())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("person", person)
                .param("child", child)
                .update();
    }

    private void count() {
        count("merrowdale");
    }

    private void count(String authority) {
        var sql = "select coalesce(pg_snapshot_xmin(pg_current_snapshot()) > max(xid), true) from audit.entry";
        while (!database.superuser().sql(sql).query(Boolean.class).single()) Thread.onSpinWait();
        digests.count(region.authority(authority));
    }

    private static String reference(String child) {
        return database.superuser()
                .sql("select reference from children.child where id = :child")
                .param("child", id(child))
                .query(String.class)
                .single();
    }

    private static java.util.List<String> acts(String child) {
        return database.superuser()
                .sql("select act from audit.entry where child_id = :child")
                .param("child", id(child))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static UUID id(String child) {
        return UUID.fromString(child.substring("/children/".length()));
    }
}
