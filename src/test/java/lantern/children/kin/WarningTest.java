package lantern.children.kin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.record.PagesTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarningTest extends PagesTest {
    @AfterEach
    void now() {
        clock.release();
    }

    @Test
    void a_declared_child_opens_only_after_a_reason_and_the_lead_is_told() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var duty = region.session("merrowdale", "duty-worker");
        var lead = region.session("merrowdale", "governance-lead");
        var child = add(hub, Map.of("familyName", "Kindred-Önder", "givenNames", "Ada Jane", "sex", "female"));
        assertThat(get(duty, child).statusCode()).isEqualTo(200);
        submit(
                duty,
                "/my/relations/new?kind=child",
                0,
                Map.of("family", "kindred onder", "given", "Ada", "what", "colleague"));
        assertThat(page(duty, "/my/relations").text()).contains("A colleague's child", "Ada kindred onder");

        var looks = looks(child, "duty-worker");
        assertThat(get(duty, child).headers().firstValue("Location").orElseThrow())
                .endsWith(child + "/warning");
        var warning = page(duty, child + "/warning");
        assertThat(warning.text())
                .contains("you said that this is a colleague's child")
                .doesNotContain("Kindred-Önder");
        assertThat(looks(child, "duty-worker")).as("nothing was opened").isEqualTo(looks);
        submit(duty, child + "/warning", 0, Map.of());
        assertThat(page(duty, child + "/warning").text()).contains("Choose how you go on");
        submit(
                duty,
                child + "/warning",
                0,
                Map.of("because", "must-see", "words", "The child is missing and I am alone"));
        assertThat(page(duty, child).text()).contains("Kindred-Önder");
        assertThat(acts(child)).contains("relation.warned", "relation.went-on");
        assertThat(page(lead, "/notices").text()).contains("A record was opened after a warning");
        assertThat(page(lead, "/ledger/patterns").text())
                .contains("Pat duty-worker was warned about the record of Ada Jane Kindred-Önder");

        assertThat(page(hub, child).text()).as("others are not asked").contains("Kindred-Önder");
        clock.move(Duration.ofHours(13));
        assertThat(get(duty, child).statusCode()).as("twelve hours later").isEqualTo(303);
        submit(duty, child + "/warning", 0, Map.of("because", "turn-back"));
        assertThat(acts(child)).contains("relation.turned-back");
        submit(duty, "/my/relations", 0, Map.of());
        assertThat(get(duty, child).statusCode()).as("taken back").isEqualTo(200);
    }

    @Test
    void a_neighbour_is_warned_of_by_the_postcode_and_family_by_name_and_postcode() throws Exception {
        var hub = region.session("larkwater", "hub-worker");
        var manager = region.session("larkwater", "hub-manager");
        var child = add(hub, Map.of("familyName", "Streetwise", "givenNames", "Ben", "sex", "male"));
        address(child, "LW9 7ZZ");
        var cousin = add(hub, Map.of("familyName", "Oldname", "givenNames", "Cat", "sex", "female"));
        address(cousin, "lw97zz");
        submit(manager, "/my/relations/new?kind=postcode", 0, Map.of("postcode", "LW9"));
        assertThat(page(manager, "/my/relations/new?kind=postcode").text()).contains("Enter a full postcode");
        submit(manager, "/my/relations/new?kind=postcode", 0, Map.of("postcode", "LW9 7ZZ"));
        submit(manager, "/my/relations/new?kind=family-name", 0, Map.of("family", "OldName"));
        assertThat(page(manager, child + "/warning").text()).contains("a postcode in it is one that you gave as yours");
        assertThat(page(manager, cousin + "/warning").text())
                .contains("the family name and a postcode in it are yours");
        submit(
                manager,
                child + "/warning",
                0,
                Map.of("because", "not-related", "words", "Another house in the street"));
        clock.move(Duration.ofDays(30));
        assertThat(get(manager, child).statusCode()).as("held for a year").isEqualTo(200);
    }

    @Test
    void what_somebody_declared_is_for_nobody_else() {
        var sql = "select count(*) from pg_policy where polrelid = 'children.relation'::regclass and not polpermissive";
        assertThat(database.superuser().sql(sql).query(Long.class).single()).isEqualTo(1);
    }

    private static void address(String child, String postcode) {
        database.superuser()
                .sql(
                        "insert into children.address (authority_id, id, child_id, kind, lines, postcode, recorded_at, recorded_by)"
                                + " select authority_id, uuidv7(), id, 'home', '1 Close Street', :postcode, now(), recorded_by from children.child where id = :id")
                .param("postcode", postcode)
                .param("id", id(child))
                .update();
    }

    private static long looks(String child, String who) {
        return database.superuser()
                .sql("select count(*) from audit.entry where child_id = :child and act = 'look' and actor_id = :who")
                .param("child", id(child))
                .param("who", region.person("merrowdale", who))
                .query(Long.class)
                .single();
    }

    private static List<String> acts(String child) {
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
