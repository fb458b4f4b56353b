package lantern.intake.chronology;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.children.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notifications of a child by the reference of whoever sent them, or of the police. */
@Component
class NotificationReferences implements References {
    static final String BY_REFERENCE = """
            select n.id, n.child_id, n.received_at from intake.notification n
            where n.authority_id = (select ctx.authority()) and n.child_id is not null
              and (n.source_reference = any (array[:reference, upper(:reference)]) or n.police_reference = any (array[:reference, upper(:reference)]))
            order by n.received_at desc limit 5
            """;

    private final JdbcClient db;

    NotificationReferences(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Referred> find(String reference) {
        return db.sql(BY_REFERENCE)
                .param("reference", reference)
                .query((row, n) -> new Referred(
                        row.getObject("child_id", UUID.class),
                        "Notification received "
                                + London.dateTime(row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant()),
                        "/notifications/" + row.getObject("id", UUID.class)))
                .list();
    }
}
