package lantern.intake.chronology;

import java.util.Map;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class NotificationReferencesPlanTest extends PlanTest {
    @Test
    void a_notification_is_found_by_its_reference_through_an_index() {
        for (var role : new String[] {"hub-worker", "social-worker"})
            readsByIndex(role, NotificationReferences.BY_REFERENCE, Map.of("reference", "MP-1"));
    }
}
