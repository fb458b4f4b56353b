package lantern.children.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import lantern.children.record.PagesTest;
import org.junit.jupiter.api.Test;

class BreakGlassTest extends PagesTest {
    private static final String REFUSED = "There is no one record that you can open by this";

    @Test
    void whoever_reads_children_opens_one_for_hours_and_the_lead_is_told_and_reviews() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var worker = region.session("merrowdale", "social-worker-south");
        var lead = region.session("merrowdale", "governance-lead");
        var child = add(hub, Map.of("familyName", "Opensesame", "givenNames", "Ada", "sex", "female"));
        allocate(hub, child, "social-worker");
        assertThat(get(worker, child).statusCode()).isEqualTo(404);
        var opened = open(worker, reference(child));
        assertThat(opened).isEqualTo(child);
        assertThat(page(worker, child).text())
                .contains("Ada Opensesame", "You opened this record in an emergency, until");
        assertThat(page(worker, child + "/flags").text()).contains("Ada Opensesame");

        assertThat(page(lead, "/notices").text()).contains("At once: A record was opened in an emergency");
        assertThat(page(region.session("merrowdale", "social-worker"), "/notices")
                        .text())
                .contains("At once: A record was opened in an emergency");
        assertThat(page(region.session("merrowdale", "team-manager"), "/notices")
                        .text())
                .contains("At once: A record was opened in an emergency");
        assertThat(page(region.session("merrowdale", "head-of-service"), child + "/access")
                        .text())
                .contains("They opened the record in an emergency: 1");
        assertThat(acts(child)).contains("break-glass.opened");
        var list = page(lead, "/break-glass");
        assertThat(list.text()).contains("Pat social-worker-south", "Ada Opensesame", "Not reviewed");
        var one = java.util.Objects.requireNonNull(
                        list.select("a[href^=/break-glass/]").first())
                .attr("href");
        assertThat(clocks(one, "met_at is null")).isEqualTo(1);

        submit(lead, one, 0, Map.of("outcome", "wrong", "words", "The team was on duty and could have been asked"));
        assertThat(get(worker, child).statusCode()).isEqualTo(404);
        assertThat(clocks(one, "met_at is not null")).isEqualTo(1);
        assertThat(page(lead, "/break-glass").text()).contains("It was wrong");
    }

    @Test
    void after_twelve_hours_the_record_is_closed_again() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var worker = region.session("merrowdale", "social-worker-south");
        var child = add(hub, Map.of("familyName", "Twelvehours", "givenNames", "Ada", "sex", "female"));
        open(worker, reference(child));
        assertThat(get(worker, child).statusCode()).isEqualTo(200);
        database.superuser()
                .sql(
                        "update access.break_glass set starts_at = starts_at - interval '12 hours', ends_at = ends_at - interval '12 hours' where child_id = :child")
                .param("child", id(child))
                .update();
        assertThat(get(worker, child).statusCode()).isEqualTo(404);
    }

    @Test
    void a_restricted_record_opens_only_to_those_permitted_and_others_are_refused_as_for_nobody() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = add(hub, Map.of("familyName", "Doublylocked", "givenNames", "Ada", "sex", "female"));
        var reference = reference(child);
        submit(
                region.session("merrowdale", "hub-manager"),
                child + "/restriction",
                0,
                Map.of("reason", "A relative works in the hub"));
        var page = "/children/break-glass?q=C-0000";
        for (var who : new String[] {"hub-worker", "social-worker"}) {
            var session = region.session("merrowdale", who);
            submit(session, page, 0, form(reference));
            assertThat(page(session, page).text()).as(who).contains(REFUSED);
            submit(session, page, 0, form("C-9999999"));
            assertThat(page(session, page).text()).as("nobody").contains(REFUSED);
        }
        var lead = region.session("merrowdale", "governance-lead");
        assertThat(open(lead, reference)).isEqualTo(child);
        assertThat(page(lead, child).text()).contains("Ada Doublylocked");
        assertThat(get(hub, child).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_opens_without_saying_why() throws Exception {
        var worker = region.session("merrowdale", "social-worker-south");
        var page = "/children/break-glass";
        submit(worker, page, 0, Map.of("q", "C-1000001", "words", "I want to have a look at it"));
        assertThat(page(worker, page).text()).contains("Choose why you must see the record");
        submit(worker, page, 0, Map.of("q", "C-1000001", "reason", "danger", "words", "x"));
        assertThat(page(worker, page).text()).contains("Say in a sentence what happened");
    }

    private String open(String session, String reference) throws Exception {
        var answer = submit(session, "/children/break-glass", 0, form(reference));
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static Map<String, String> form(String described) {
        return Map.of("q", described, "reason", "danger", "words", "Police found the child and ask who is responsible");
    }

    private void allocate(String hub, String child, String worker) throws Exception {
        submit(
                hub,
                child + "/allocation",
                0,
                Map.of("worker", region.person("merrowdale", worker).toString()));
    }

    private static String reference(String child) {
        return database.superuser()
                .sql("select reference from children.child where id = :child")
                .param("child", id(child))
                .query(String.class)
                .single();
    }

    private static long clocks(String opening, String state) {
        return database.superuser()
                .sql("select count(*) from timescales.timescale where subject_id = :opening and " + state)
                .param("opening", UUID.fromString(opening.substring("/break-glass/".length())))
                .query(Long.class)
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
