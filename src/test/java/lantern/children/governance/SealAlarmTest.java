package lantern.children.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lantern.children.record.PagesTest;
import lantern.platform.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SealAlarmTest extends PagesTest {
    @Autowired
    List<Job> jobs;

    @AfterEach
    void now() {
        clock.release();
    }

    @Test
    void a_transaction_that_stays_open_raises_the_alarm_and_escalates_and_all_is_well_when_it_ends() throws Exception {
        var lead = region.session("larkwater", "governance-lead");
        var head = region.session("larkwater", "head-of-service");
        assertThat(sealed())
                .as("what other tests wrote, some of it dated long ago, is sealed")
                .isTrue();
        try (var holding = database.dataSource(database.settings().app()).getConnection()) {
            holding.setAutoCommit(false);
            try (var statement = holding.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            page(region.session("larkwater", "hub-worker"), "/children?q=C-1000001");
            var alarm = alarm();
            alarm.run();
            assertThat(get("", "/health").body()).contains("\"sealing\":\"well\"");
            clock.move(Duration.ofMinutes(6));
            alarm.run();
            alarm.run();
            assertThat(get("", "/health").body()).contains("\"status\":\"attention\"", "\"sealing\":\"late\"");
            assertThat(page(lead, "/notices").text()).contains("The ledger has not been sealed for 6 minutes");
            assertThat(page(head, "/notices").text()).doesNotContain("The ledger has not been sealed for");
            alarm.run();
            assertThat(page(lead, "/notices").select("*:containsOwn(The ledger has not been sealed)"))
                    .as("told once")
                    .hasSize(1);
            clock.move(Duration.ofMinutes(60));
            alarm.run();
            assertThat(page(head, "/notices").text()).contains("The ledger has not been sealed for");
            holding.rollback();
        }
        clock.release();
        var waiting = "select count(*) from audit.lag() where oldest < now() - interval '30 seconds'";
        assertThat(database.superuser().sql(waiting).query(Long.class).single()).isZero();
        assertThat(get("", "/health").body()).contains("\"status\":\"well\"");
        assertThat(database.superuser()
                        .sql("select act from audit.entry where act = 'ledger.lag' and authority_id = :authority")
                        .param("authority", region.authority("larkwater"))
                        .query(String.class)
                        .list())
                .hasSize(2);
    }

    private static boolean sealed() throws InterruptedException {
        var old = "select count(*) from audit.lag() where oldest < now() - interval '1 minute'";
        for (var tries = 0; tries < 60; tries++) {
            if (database.superuser().sql(old).query(Long.class).single() == 0) return true;
            Thread.sleep(500);
        }
        return false;
    }

    private Job alarm() {
        return jobs.stream()
                .filter(each -> each.name().equals("ledger-alarm"))
                .findFirst()
                .orElseThrow();
    }
}
