package lantern.meetings.meeting;

import java.util.List;
import lantern.children.Follows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Meetings and actions follow the child they are about. A meeting about both records is then about one child twice, and both parts stay to be read. */
@Component
@Order(40)
class MeetingsFollow implements Follows {
    private static final String MEETING_IN_WORDS = """
            select c.id, 'Meeting on ' || to_char(m.starts_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') as words
            from meetings.meeting_child c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id
            where c.authority_id = (select ctx.authority()) and c.id = any (:ids)
            """;
    private static final String ACTION_IN_WORDS = """
            select id, 'Action of ' || to_char(added_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') as words
            from meetings.action where authority_id = (select ctx.authority()) and id = any (:ids)
            """;

    @Override
    public List<Held> held() {
        return List.of(
                Held.of("meetings.meeting_child").asked("Meeting", MEETING_IN_WORDS),
                Held.of("meetings.said").hangsOn("meeting_child_id", "meetings.meeting_child"),
                Held.of("meetings.part_goes").hangsOn("meeting_child_id", "meetings.meeting_child"),
                Held.of("meetings.intelligence").hangsOn("meeting_child_id", "meetings.meeting_child"),
                Held.of("meetings.correction").hangsOn("meeting_child_id", "meetings.meeting_child"),
                Held.of("meetings.copy").hangsOn("meeting_child_id", "meetings.meeting_child"),
                Held.of("meetings.copy_part").hangsOn("copy_id", "meetings.copy"),
                Held.of("meetings.action").asked("Action", ACTION_IN_WORDS),
                Held.of("meetings.action_change").hangsOn("action_id", "meetings.action"));
    }
}
