package lantern.intake.linking;

import java.util.List;
import lantern.children.Follows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notifications follow the child they are linked to, with their links, ratings, responses and feedback. */
@Component
@Order(20)
class NotificationsFollow implements Follows {
    @Override
    public List<Held> held() {
        var asked = """
                select id, kind || ' reported ' || to_char(reported_at at time zone 'Europe/London', 'FMDD FMMonth YYYY HH24:MI') as words
                from intake.notification where authority_id = (select ctx.authority()) and id = any (:ids)
                """;
        return List.of(
                Held.of("intake.notification").asked("Notification", asked),
                Held.of("intake.resend").hangsOn("notification_id", "intake.notification"),
                Held.of("intake.link").hangsOn("notification_id", "intake.notification"),
                Held.of("intake.triage").hangsOn("notification_id", "intake.notification"),
                Held.of("intake.response").hangsOn("notification_id", "intake.notification"),
                Held.of("intake.feedback").hangsOn("notification_id", "intake.notification"));
    }
}
