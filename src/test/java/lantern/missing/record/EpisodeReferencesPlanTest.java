package lantern.missing.record;

import java.util.Map;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class EpisodeReferencesPlanTest extends PlanTest {
    @Test
    void an_episode_is_found_by_the_police_reference_through_an_index() {
        for (var role : new String[] {"hub-worker", "social-worker"})
            readsByIndex(role, EpisodeReferences.BY_REFERENCE, Map.of("reference", "MP-1"));
    }
}
