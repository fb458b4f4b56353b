package lantern.missing.meeting;

import java.util.Map;
import java.util.UUID;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class EpisodeMeetingsPlanTest extends PlanTest {
    @Test
    void the_meetings_about_an_episode_are_read_by_index() {
        for (var role : new String[] {"hub-worker", "social-worker"})
            readsByIndex(
                    role,
                    EpisodeMeetings.OF_EPISODE,
                    Map.of("authority", region.authority("merrowdale"), "id", UUID.randomUUID()));
    }
}
