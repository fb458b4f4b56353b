package lantern.intake.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Actor;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a sender may know about its own message: how far it has come, and what the hub answered. Never who the child turned out to be. */
@Component
class NotificationAnswers {
    private final JdbcClient db;

    NotificationAnswers(JdbcClient db) {
        this.db = db;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateOfNotification(
            UUID id,
            @Nullable String source,
            @Nullable String sourceReference,
            @Nullable String kind,
            String receivedAt,
            String state,
            List<Feedback> feedback) {}

    record Feedback(String sentAt, String words) {}

    StateOfNotification of(UUID id, Actor sender) {
        var sql = """
                select n.id, n.source, n.source_reference, n.kind, n.received_at, n.state, l.how, f.sent_at, f.words
                from intake.notification n
                left join intake.link l on l.authority_id = n.authority_id and l.notification_id = n.id and l.undone_at is null
                left join intake.feedback f on f.authority_id = n.authority_id and f.notification_id = n.id
                where n.authority_id = :authority and n.id = :id and n.agency_id = :agency
                order by f.sent_at
                """;
        var feedback = new ArrayList<Feedback>();
        var found = db.sql(sql)
                .param("authority", sender.authority())
                .param("id", id)
                .param("agency", sender.agencyOrRefuse())
                .query((row, n) -> {
                    var sentAt = row.getTimestamp("sent_at");
                    if (sentAt != null)
                        feedback.add(new Feedback(sentAt.toInstant().toString(), row.getString("words")));
                    return new StateOfNotification(
                            id,
                            row.getString("source"),
                            row.getString("source_reference"),
                            row.getString("kind"),
                            row.getTimestamp("received_at").toInstant().toString(),
                            state(row.getString("state"), row.getString("how")),
                            feedback);
                })
                .list();
        return found.isEmpty() ? quarantined(id, sender) : found.getFirst();
    }

    private static String state(String state, @Nullable String how) {
        return switch (state) {
            case "triaged", "no-action" -> "triaged";
            case "linked", "paired" -> "automatic".equals(how) ? "matched" : "linked";
            default -> "received";
        };
    }

    private StateOfNotification quarantined(UUID id, Actor sender) {
        var sql = """
                select received_at, completed_as from intake.quarantine where authority_id = :authority and id = :id and agency_id = :agency
                """;
        return db.sql(sql)
                .param("authority", sender.authority())
                .param("id", id)
                .param("agency", sender.agencyOrRefuse())
                .query((row, n) -> new StateOfNotification(
                        id,
                        null,
                        null,
                        null,
                        row.getTimestamp("received_at").toInstant().toString(),
                        "quarantined",
                        List.of()))
                .optional()
                .orElseThrow(Refused::notFound);
    }
}
