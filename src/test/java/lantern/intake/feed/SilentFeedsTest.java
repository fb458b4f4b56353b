package lantern.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lantern.children.record.PagesTest;
import lantern.platform.jobs.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SilentFeedsTest extends PagesTest {
    @Autowired
    List<Job> jobs;

    @Test
    void a_system_that_is_silent_for_longer_than_its_own_past_is_told_to_the_hub_manager_once() throws Exception {
        var code = region.another();
        var sql = """
                insert into intake.notification (authority_id, id, agency_id, channel, source, source_reference, kind, reported_at, received_at, received_by, raw, said, state)
                select :authority, uuidv7(), :agency, 'api', 'merrow-gateway', 'S' || i, 'missing', :now::timestamptz, :now::timestamptz - i * interval '5 hours', :authority, '{}', '{}', 'no-action'
                from generate_series(2, 30) i
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority(code))
                .param("agency", region.agency(code + "/police"))
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        var job = jobs.stream()
                .filter(each -> each.name().equals("silent-mail-senders"))
                .findFirst()
                .orElseThrow();
        job.run();
        job.run();
        assertThat(database.owner()
                        .sql(
                                "select title from timescales.notice where authority_id = :authority and subject_kind = 'feed'")
                        .param("authority", region.authority(code))
                        .query(String.class)
                        .list())
                .containsExactly("Nothing from merrow-gateway for longer than is usual");
        assertThat(page(region.session(code, "hub-manager"), "/intake/feeds").text())
                .contains("merrow-gateway", "Silent", "7 hours, learnt from its past");
    }
}
