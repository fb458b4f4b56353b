package lantern.meetings.issue;

import java.util.Map;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class MinutesPlanTest extends PlanTest {
    @Test
    void the_minutes_that_an_agency_was_given_are_read_by_index() {
        for (var role : new String[] {"exploitation-coordinator", "designated-lead"})
            readsByIndex(
                    role,
                    MinutesCopies.SENT_TO,
                    Map.of("authority", region.authority("merrowdale"), "agency", region.agency("merrowdale/health")));
    }
}
