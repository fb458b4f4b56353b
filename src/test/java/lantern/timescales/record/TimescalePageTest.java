package lantern.timescales.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.timescales.Happening;
import lantern.timescales.Reader;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TimescalePageTest extends ServerTest {
    @Autowired
    Timescales timescales;

    @Test
    void a_manager_waives_with_a_reason_and_the_page_shows_the_trail() throws Exception {
        var returned = returned();
        as(() -> timescales.correct(
                Happening.RETURNED,
                returned.subject(),
                returned.startsAt().minus(Duration.ofHours(5)),
                "The carer gave another time"));
        var manager = new Reader(url(""), region.session("merrowdale", "hub-manager"));
        var path = "/timescales/" + returned.id();
        assertThat(manager.read(path).select("main").text())
                .contains("Running", "A time was corrected", "The carer gave another time");
        var refused = manager.send(path + "/waiver/new", Map.of("reason", " "));
        assertThat(refused.select(".govuk-error-summary").text()).contains("Enter a reason");
        var waived = manager.send(path + "/waiver/new", Map.of("reason", "Seen by the host authority"));
        assertThat(waived.select("main").text())
                .contains("Waived", "Hub manager: Seen by the host authority")
                .doesNotContain("Move it to the limit in force");
    }

    @Test
    void a_timescale_that_runs_by_the_number_in_force_cannot_be_moved_and_a_worker_decides_nothing() throws Exception {
        var path = "/timescales/" + returned().id();
        var manager = new Reader(url(""), region.session("merrowdale", "hub-manager"));
        assertThat(manager.send(path + "/rebasing/new", Map.of("reason", "New number"))
                        .select(".govuk-error-summary")
                        .text())
                .contains("already runs by the number that is in force");
        var worker = new Reader(url(""), region.session("merrowdale", "hub-worker"));
        assertThat(worker.get(path).body()).doesNotContain("waiver/new");
        assertThat(worker.get(path + "/waiver/new").statusCode()).isEqualTo(403);
        var elsewhere = new Reader(url(""), region.session("larkwater", "hub-manager"));
        assertThat(elsewhere.get(path).statusCode()).isEqualTo(404);
    }

    private Timescale returned() {
        var episode = Subject.episode(UUID.randomUUID());
        as(() -> timescales.happened(
                Happening.RETURNED, episode, UUID.randomUUID(), clock.instant().minus(Duration.ofHours(1)), Set.of()));
        return java.util.Objects.requireNonNull(Bearer.with(
                region.session("merrowdale", "hub-manager"),
                "test",
                () -> timescales.of(episode).getFirst()));
    }

    private static void as(Runnable work) {
        var done = Bearer.with(region.session("merrowdale", "hub-manager"), "test", () -> {
            work.run();
            return true;
        });
        assertThat(done).isTrue();
    }
}
