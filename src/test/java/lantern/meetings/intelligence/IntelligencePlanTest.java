package lantern.meetings.intelligence;

import java.util.Map;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class IntelligencePlanTest extends PlanTest {
    @Test
    void what_is_to_be_confirmed_is_read_by_index() {
        for (var role : new String[] {"exploitation-coordinator", "social-worker"})
            readsByIndex(role, Items.WAITING, Map.of("authority", region.authority("merrowdale"), "limit", 200));
    }
}
