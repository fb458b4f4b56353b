package lantern.missing.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import lantern.access.Access;
import lantern.missing.Story;
import lantern.missing.episode.Episodes;
import lantern.missing.issued.IssuedLists.Issued;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IssuedListsTest extends Story {
    private static final Instant MONDAY_0705 = Instant.parse("2025-11-24T07:05:00Z");

    @Autowired
    private IssuedLists lists;

    @Autowired
    private Access access;

    @Autowired
    private Episodes episodes;

    @Test
    void a_list_is_due_on_monday_and_thursday_from_seven_and_until_seven_the_next_day() {
        assertThat(IssuedLists.dayToIssue(MONDAY_0705)).contains(LocalDate.of(2025, 11, 24));
        assertThat(IssuedLists.dayToIssue(MONDAY_0705.minus(Duration.ofMinutes(10))))
                .isEmpty();
        assertThat(IssuedLists.dayToIssue(MONDAY_0705.plus(Duration.ofHours(23))))
                .contains(LocalDate.of(2025, 11, 24));
        assertThat(IssuedLists.dayToIssue(MONDAY_0705.plus(Duration.ofHours(25))))
                .isEmpty();
        assertThat(IssuedLists.dayToIssue(Instant.parse("2025-07-03T06:00:00Z")))
                .contains(LocalDate.of(2025, 7, 3));
    }

    @Test
    void many_instances_issue_the_list_of_a_day_once_and_tell_the_managers_once() {
        var authority = region.another();
        var id = region.authority(authority);
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(n -> CompletableFuture.runAsync(() -> access.asSystem(id, "a test", () -> {
                            lists.onItsDay(MONDAY_0705);
                            return true;
                        })))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(as(authority, "hub-manager", () -> lists.latest()))
                .extracting(Issued::day)
                .containsOnlyOnce(LocalDate.of(2025, 11, 24));
        var told = database.owner()
                .sql(
                        "select count(*) from timescales.notice where authority_id = :id and to_role = 'head-of-service' and title like '%24 Nov%'")
                .param("id", id)
                .query(Long.class)
                .single();
        assertThat(told).isEqualTo(1);
    }

    @Test
    void a_list_stays_as_it_was_issued_and_shows_each_reader_only_children_whom_they_see() {
        var child = aLookedAfterChild();
        var episode = missing(child, clock.instant().minus(Duration.ofHours(3)));
        var list = as("hub-manager", () -> lists.onDemand(clock.instant()));
        does("hub-worker", () -> {
            var now = clock.instant();
            episodes.locate(episode, new Episodes.Found(now, null, null, null));
            episodes.comeBack(episode, new Episodes.Return(now, "Placement", null, null, null));
        });
        assertThat(as("head-of-service", () -> lists.rows(list)))
                .filteredOn(row -> row.child().equals(child))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.stage()).isEqualTo("open");
                    assertThat(row.located()).isNull();
                });
        assertThat(as("social-worker", () -> lists.rows(list)))
                .noneMatch(row -> row.child().equals(child));
        assertThat(as("larkwater", "hub-manager", () -> lists.latest()))
                .noneMatch(each -> each.id().equals(list));
        assertThatThrownBy(() -> database.app()
                        .sql("update missing.issued_row set name = 'x'")
                        .update())
                .hasStackTraceContaining("permission denied");
    }
}
