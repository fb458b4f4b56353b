package lantern.children.circumstances;

import java.util.Map;
import java.util.UUID;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class CircumstancesPlanTest extends PlanTest {
    @Test
    void what_is_around_a_child_is_read_by_indexes() {
        for (var role : new String[] {"hub-worker", "social-worker"})
            readsByIndex(role, CircumstancesQueries.ALL, Map.of("child", UUID.randomUUID()));
    }
}
