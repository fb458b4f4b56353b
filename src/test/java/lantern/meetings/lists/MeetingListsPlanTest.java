package lantern.meetings.lists;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import lantern.PlanTest;
import lantern.meetings.lists.ListQueries.Show;
import org.junit.jupiter.api.Test;

class MeetingListsPlanTest extends PlanTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T10:00:00Z");

    @Test
    void meetings_to_do_to_come_and_over_are_listed_and_counted_by_index() {
        var asked = Map.of(
                "authority",
                region.authority("merrowdale"),
                "actor",
                region.person("merrowdale", "exploitation-coordinator"),
                "now",
                NOW);
        for (var role : new String[] {"exploitation-coordinator", "social-worker", "designated-lead"})
            for (var show : Show.values()) {
                readsByIndex(role, ListQueries.list(show) + " limit 51", asked);
                readsByIndex(role, ListQueries.count(show), asked);
            }
    }

    @Test
    void the_meetings_of_a_child_are_read_by_index() {
        var authority = region.authority("merrowdale");
        var child = UUID.randomUUID();
        for (var role : new String[] {"exploitation-coordinator", "designated-lead"}) {
            readsByIndex(role, MeetingsOnRecord.NEXT, Map.of("authority", authority, "child", child, "now", NOW));
            readsByIndex(
                    role,
                    MeetingsOnRecord.OVER,
                    Map.of("authority", authority, "child", child, "before", NOW, "limit", 20));
        }
    }
}
