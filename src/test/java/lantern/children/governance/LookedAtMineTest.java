package lantern.children.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lantern.audit.digest.Digests;
import lantern.calendar.London;
import lantern.children.record.PagesTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LookedAtMineTest extends PagesTest {
    @Autowired
    Digests digests;

    @AfterEach
    void now() {
        clock.release();
    }

    @Test
    void the_allocated_worker_reads_once_a_day_who_outside_the_team_looked() throws Exception {
        var hub = region.session("larkwater", "hub-worker");
        var duty = region.session("larkwater", "duty-worker");
        var worker = region.session("larkwater", "social-worker");
        var child = add(hub, Map.of("familyName", "Quietly", "givenNames", "Ada", "sex", "female"));
        var id = UUID.fromString(child.substring("/children/".length()));
        submit(
                hub,
                child + "/allocation",
                0,
                Map.of("worker", region.person("larkwater", "social-worker").toString()));
        page(duty, child);
        page(duty, child);
        page(worker, child);
        page(region.session("larkwater", "team-manager"), child);
        var sql = "select coalesce(pg_snapshot_xmin(pg_current_snapshot()) > max(xid), true) from audit.entry";
        while (!database.superuser().sql(sql).query(Boolean.class).single()) Thread.onSpinWait();
        digests.count(region.authority("larkwater"));
        clock.freeze(London.startOf(London.date(clock.instant()).plusDays(1)).plus(Duration.ofHours(9)));
        assertThat(page(worker, "/").text())
                .contains("Your children were looked at")
                .contains("outside your team. See who");
        var rows = page(worker, "/my/children/looks").select("tbody tr:contains(Quietly)");
        assertThat(rows.text()).contains("Pat duty-worker").doesNotContain("Pat team-manager", "Pat social-worker");
        assertThat(java.util.Objects.requireNonNull(
                                rows.select("tr:contains(duty-worker) td").last())
                        .text())
                .isEqualTo("2");
        assertThat(page(duty, "/").text()).doesNotContain("Your children were looked at");
        assertThat(page(duty, "/my/children/looks").text()).contains("Nobody outside your team");
        assertThat(ledgered(id)).isPositive();
    }

    @Test
    void the_worker_is_told_at_once_when_somebody_else_opens_a_restricted_record() throws Exception {
        var manager = region.session("larkwater", "hub-manager");
        var worker = region.session("larkwater", "social-worker");
        var child = add(manager, Map.of("familyName", "Closelyheld", "givenNames", "Ada", "sex", "female"));
        submit(
                manager,
                child + "/allocation",
                0,
                Map.of("worker", region.person("larkwater", "social-worker").toString()));
        submit(
                manager,
                child + "/restriction",
                0,
                Map.of(
                        "reason",
                        "A relative works here",
                        "people",
                        region.person("larkwater", "social-worker").toString()));
        page(worker, child);
        assertThat(page(worker, "/notices").text()).doesNotContain("A restricted record of yours was opened");
        page(manager, child);
        assertThat(page(worker, "/notices").text()).contains("At once: A restricted record of yours was opened");
        assertThat(page(worker, child + "/looks").text()).contains("Pat hub-manager");
    }

    private static long ledgered(UUID child) {
        return database.superuser()
                .sql(
                        "select count(*) from audit.entry where act = 'list' and detail ->> 'list' = 'who-looked-at-mine' and children @> array[:child]")
                .param("child", child)
                .query(Long.class)
                .single();
    }
}
