package lantern.children.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lantern.audit.digest.Digests;
import lantern.calendar.London;
import lantern.children.record.PagesTest;
import lantern.platform.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each pattern finds what it says and nothing below its threshold; days long ago, so that no other test's reading is on them. */
class PatternsTest extends PagesTest {
    @Autowired
    Digests digests;

    @Autowired
    java.util.List<Job> jobs;

    private String hub = "";
    private String lead = "";

    @BeforeEach
    void sessions() {
        hub = region.session("merrowdale", "hub-worker");
        lead = region.session("merrowdale", "governance-lead");
    }

    @AfterEach
    void now() {
        clock.release();
    }

    @Test
    void a_reader_of_the_same_family_name_now_or_formerly_is_found_and_a_common_name_is_not() throws Exception {
        var day = LocalDate.parse("2024-02-06");
        var child = add(hub, Map.of("familyName", "duty-worker", "givenNames", "Ada", "sex", "female"));
        var former = add(hub, Map.of("familyName", "Formerly", "givenNames", "Ben", "sex", "male"));
        database.superuser()
                .sql(
                        "insert into children.name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)"
                                + " select authority_id, uuidv7(), id, 'previous', 'Duty-Worker', 'Ben', now(), recorded_by from children.child where id = :id")
                .param("id", id(former))
                .update();
        var other = add(hub, Map.of("familyName", "Nobodyelse", "givenNames", "Cat", "sex", "female"));
        for (var each : new String[] {child, former, other}) opened("duty-worker", each, day, 10);
        found(day);
        assertThat(sentences(day, "The same family name"))
                .hasSize(2)
                .anySatisfy(it -> assertThat(it)
                        .contains("Pat duty-worker", "Ada duty-worker", "has the family name duty-worker"))
                .anySatisfy(it -> assertThat(it).contains("Ben Formerly", "had, or is also known by, the family name"));
        // The number is data: a name that two bear is too common for a threshold of 1, which is shown as changed.
        submit(
                lead,
                "/ledger/patterns/rules/surname",
                0,
                Map.of("bearers", "1", "again-days", "30", "because", "Try it"));
        assertThat(page(lead, "/ledger/patterns").text()).contains("say too little: 1 (shipped as 60)");
        opened("duty-worker", child, day.plusDays(60), 10);
        found(day.plusDays(60));
        assertThat(sentences(day.plusDays(60), "The same family name")).isEmpty();
        submit(
                lead,
                "/ledger/patterns/rules/surname",
                0,
                Map.of("bearers", "60", "again-days", "30", "because", "Back"));
    }

    @Test
    void a_record_that_nobody_led_to_is_found_and_one_from_a_list_or_of_ones_own_team_is_not() throws Exception {
        var day = LocalDate.parse("2024-04-09");
        var never = add(hub, Map.of("familyName", "Neverinvolved", "givenNames", "Ada", "sex", "female"));
        var listed = add(hub, Map.of("familyName", "Fromthelist", "givenNames", "Ben", "sex", "male"));
        var own = add(hub, Map.of("familyName", "Ownteam", "givenNames", "Cat", "sex", "female"));
        for (var each : new String[] {never, listed, own}) opened("hub-manager", each, day, 10);
        list("hub-manager", listed, day, 9);
        database.superuser()
                .sql(
                        "insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)"
                                + " values (:authority, :id, :child, :agency, 'episode', :id, '2023-01-01')")
                .param("authority", region.authority("merrowdale"))
                .param("id", UUID.randomUUID())
                .param("child", id(own))
                .param("agency", region.agency("merrowdale/children"))
                .update();
        found(day);
        assertThat(sentences(day, "Never involved"))
                .singleElement()
                .asString()
                .contains("Pat hub-manager", "Ada Neverinvolved", "once without working with the child");
    }

    @Test
    void reading_at_an_hour_that_somebody_hardly_ever_reads_at_is_found_and_their_usual_hours_are_not()
            throws Exception {
        var day = LocalDate.parse("2024-06-11");
        var child = add(hub, Map.of("familyName", "Nightly", "givenNames", "Ada", "sex", "female"));
        for (var i = 1; i <= 50; i++) opened("service-manager", child, day.minusDays(i), 10);
        for (var i = 1; i <= 50; i++) opened("head-of-service", child, day.minusDays(i), 3);
        for (var who : new String[] {"service-manager", "head-of-service"})
            for (var i = 0; i < 3; i++) opened(who, child, day, 3);
        found(day);
        assertThat(sentences(day, "Unusual hours"))
                .singleElement()
                .asString()
                .contains(
                        "Pat service-manager",
                        "3 records at hours between 03:00 and 03:59",
                        "of 50 they had opened before, none fell");
    }

    @Test
    void many_records_in_a_day_are_found_by_the_persons_own_usual_and_their_roles() throws Exception {
        var day = LocalDate.parse("2024-08-13");
        for (var i = 1; i <= 12; i++)
            for (var n = 0; n < 4; n++) opened("executive-director", UUID.randomUUID(), day.minusDays(i), 10);
        for (var n = 0; n < 20; n++) opened("executive-director", UUID.randomUUID(), day, 10);
        for (var n = 0; n < 19; n++) opened("hub-manager", UUID.randomUUID(), day, 10);
        found(day);
        assertThat(sentences(day, "Many records in a day"))
                .singleElement()
                .asString()
                .contains(
                        "Pat executive-director opened the records of 20 children; their own usual day has 4",
                        "has 4.");
    }

    @Test
    void refusals_and_searches_that_led_nowhere_are_found_and_each_is_looked_into_once_by_somebody_else()
            throws Exception {
        var day = LocalDate.parse("2024-10-15");
        for (var i = 0; i < 5; i++) act("administrator", "refused", day, 10 + i);
        for (var i = 0; i < 4; i++) act("interviewer", "refused", day, 10 + i);
        var followed = UUID.randomUUID();
        for (var i = 0; i < 9; i++) search("duty-worker", UUID.randomUUID(), day, 8 + i);
        for (var i = 0; i < 9; i++) search("hub-worker", followed, day, 8 + i);
        opened("hub-worker", followed, day, 20);
        found(day);
        assertThat(sentences(day, "Refused again and again")).containsExactly("Pat administrator was refused 5 times.");
        assertThat(sentences(day, "Searches that led nowhere"))
                .containsExactly("Pat duty-worker searched 9 times and opened nobody found in 9 of those searches.");

        var one = page(lead, "/ledger/patterns")
                .select("a:contains(Pat administrator was refused 5)")
                .attr("href");
        var shown = page(lead, one);
        assertThat(shown.text()).contains("Refusals in one day, at least: 5", "Was refused");
        assertThat(shown.select("tbody tr")).hasSize(5);
        submit(lead, one, 0, Map.of("outcome", "in-order"));
        assertThat(page(lead, one).text()).contains("Say what you looked at");
        submit(lead, one, 0, Map.of("outcome", "in-order", "words", "A new administrator learning the pages"));
        assertThat(page(lead, one).text()).contains("A new administrator learning the pages", "Pat governance-lead");
        assertThat(page(lead, "/ledger/patterns?show=looked-into").text()).contains("It was in order");
        assertThat(ledgered(one)).contains("pattern.looked-into", "ledger.read");
        found(day);
        assertThat(sentences(day, "Refused again and again")).isEmpty();
        var manager = region.session("merrowdale", "hub-manager");
        assertThat(page(manager, one).select("form[action^=/ledger]")).isEmpty();
    }

    private void found(LocalDate day) {
        clock.freeze(London.startOf(day).plus(Duration.ofHours(23)));
        var sql = "select coalesce(pg_snapshot_xmin(pg_current_snapshot()) > max(xid), true) from audit.entry";
        while (!database.superuser().sql(sql).query(Boolean.class).single()) Thread.onSpinWait();
        digests.count(region.authority("merrowdale"));
        // Something was found before, so that only this day and the one before it are looked at.
        var patterns = jobs.stream()
                .filter(each -> each.name().equals("children-patterns"))
                .findFirst()
                .orElseThrow();
        patterns.run();
        patterns.run();
    }

    private java.util.List<String> sentences(LocalDate day, String pattern) throws Exception {
        return page(lead, "/ledger/patterns").select("tbody tr").stream()
                .filter(row -> row.child(0).text().equals(London.day(day))
                        && row.child(1).text().equals(pattern))
                .map(row -> row.child(2).text())
                .toList();
    }

    private static java.util.List<String> ledgered(String finding) {
        return database.superuser()
                .sql("select act from audit.entry where subject_id = :id")
                .param("id", UUID.fromString(finding.substring("/ledger/patterns/".length())))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static void opened(String who, String child, LocalDate day, int hour) {
        opened(who, id(child), day, hour);
    }

    private static void opened(String who, UUID child, LocalDate day, int hour) {
        write(who, "look", day, hour, child, null, null);
    }

    private static void act(String who, String act, LocalDate day, int hour) {
        write(who, act, day, hour, null, null, null);
    }

    private static void search(String who, UUID child, LocalDate day, int hour) {
        write(who, "list", day, hour, null, child, "children-search");
    }

    private static void list(String who, String child, LocalDate day, int hour) {
        write(who, "list", day, hour, null, id(child), "missing-now");
    }

    private static void write(
            String who,
            String act,
            LocalDate day,
            int hour,
            @org.jspecify.annotations.Nullable UUID child,
            @org.jspecify.annotations.Nullable UUID listed,
            @org.jspecify.annotations.Nullable String list) {
        database.superuser()
                .sql("""
                        insert into audit.entry (authority_id, id, at, act, actor_id, actor_kind, child_id, children, detail)
                        values (:authority, uuidv7(), :at, :act, :person, 'PERSON', :child::uuid,
                                case when :listed::uuid is not null then array[:listed::uuid] end,
                                case when :list::text is not null then jsonb_build_object('list', :list::text) end)
                        """)
                .param("authority", region.authority("merrowdale"))
                .param("at", day.atTime(hour, 5).atZone(London.ZONE).toOffsetDateTime())
                .param("act", act)
                .param("person", region.person("merrowdale", who))
                .param("child", child)
                .param("listed", listed)
                .param("list", list)
                .update();
    }

    private static UUID id(String child) {
        return UUID.fromString(child.substring("/children/".length()));
    }
}
