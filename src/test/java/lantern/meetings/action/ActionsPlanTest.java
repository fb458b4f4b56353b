package lantern.meetings.action;

import java.time.LocalDate;
import java.util.Map;
import lantern.PlanTest;
import org.junit.jupiter.api.Test;

class ActionsPlanTest extends PlanTest {
    @Test
    void my_actions_and_everybody_s_late_ones_are_read_by_index() {
        var authority = region.authority("merrowdale");
        for (var role : new String[] {"exploitation-coordinator", "social-worker", "designated-lead"}) {
            var mine = Map.of(
                    "authority",
                    authority,
                    "actor",
                    region.person("merrowdale", role),
                    "agency",
                    region.agency("merrowdale/health"));
            readsByIndex(
                    role, "select *" + ActionQueries.MINE + " order by due_on nulls last, added_at, id limit 51", mine);
            readsByIndex(role, "select count(*)" + ActionQueries.MINE, mine);
            readsByIndex(
                    role,
                    ActionQueries.LATE + " limit 51",
                    Map.of("authority", authority, "today", LocalDate.of(2026, 11, 23)));
        }
    }
}
