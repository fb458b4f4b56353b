package lantern.meetings;

import java.util.Map;
import java.util.UUID;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class MeetingActionsPlanTest extends PlanTest {
    @Test
    void the_actions_of_a_concern_and_of_a_meeting_are_read_by_index() {
        for (var column : new String[] {"subject_id", "meeting_id"})
            readsByIndex(
                    "social-worker",
                    Actions.by(column),
                    Map.of("authority", region.authority("merrowdale"), "id", UUID.randomUUID()));
    }
}
