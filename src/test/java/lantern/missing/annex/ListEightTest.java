package lantern.missing.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.Story;
import lantern.missing.annex.ListEight.Row;
import lantern.missing.episode.Episodes;
import lantern.missing.log.EpisodeLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListEightTest extends Story {
    @Autowired
    private ListEight list;

    @Autowired
    private Access access;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Episodes episodes;

    @Autowired
    private EpisodeLog log;

    @Test
    void a_looked_after_child_is_one_line_with_both_codes_counted_apart_and_what_became_of_the_last_interview() {
        var child = aLookedAfterChild();
        ended(child, Duration.ofDays(500));
        ended(child, Duration.ofDays(50));
        var away = missing(child, clock.instant().minus(Duration.ofDays(20)));
        does("hub-worker", () -> {
            log.classify(away, "dfe", "A", clock.instant().minus(Duration.ofDays(19)), "At a friend's, known");
            back(away, clock.instant().minus(Duration.ofDays(19)));
        });
        assertThat(line(child)).satisfies(row -> {
            assertThat(row.missing()).isEqualTo(1);
            assertThat(row.absent()).isEqualTo(1);
            assertThat(row.offered()).isEqualTo("N");
            assertThat(row.accepted()).isEmpty();
        });
        contact(child, "letter");
        assertThat(line(child).offered()).as("a letter alone is no offer").isEqualTo("N");
        contact(child, "phone");
        assertThat(line(child).offered()).isEqualTo("Y");
        database.owner()
                .sql(
                        "update missing.interview set outcome = 'declined', outcome_reason = 'No', outcome_at = now(), outcome_by = referred_by where child_id = :child")
                .param("child", child)
                .update();
        assertThat(line(child).accepted()).isEqualTo("N");
        var made = AnnexACommand.make(access, list, ledger, clock, "merrowdale");
        assertThat(ListEight.file(made)).startsWith(ListEight.HEADER + "\r\n").contains("b) Female");
    }

    @Test
    void a_child_who_was_not_missing_has_zeros_and_nothing_said_of_an_interview() {
        var row = line(aLookedAfterChild());
        assertThat(row.missing() + row.absent()).isZero();
        assertThat(row.offered()).isEmpty();
    }

    private Row line(UUID child) {
        return AnnexACommand.make(access, list, ledger, clock, "merrowdale").stream()
                .filter(each -> each.child().equals(child))
                .findFirst()
                .orElseThrow();
    }

    private void contact(UUID child, String how) {
        var sql = """
                insert into missing.interview_contact (authority_id, id, interview_id, child_id, kind, how, happened_at, recorded_at, recorded_by)
                select authority_id, gen_random_uuid(), id, child_id, 'offered', :how, now(), now(), referred_by from missing.interview where child_id = :child
                """;
        database.owner().sql(sql).param("child", child).param("how", how).update();
    }

    private void ended(UUID child, Duration ago) {
        var since = clock.instant().minus(ago);
        var episode = missing(child, since);
        does("hub-worker", () -> back(episode, since.plusSeconds(7200)));
    }

    private void back(UUID episode, Instant at) {
        episodes.locate(episode, new Episodes.Found(at, null, null, null));
        episodes.comeBack(episode, new Episodes.Return(at, "Placement", null, null, null));
    }
}
