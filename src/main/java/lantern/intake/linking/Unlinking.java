package lantern.intake.linking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.intake.FollowUp;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes a wrong link: both records and every clock are as if it had not been made, and the trail keeps that it was. */
@Component
class Unlinking {
    /** What met or started the notification's own clocks only because this child was thought to be the one. */
    private static final List<String> BROUGHT = List.of(
            Happening.TRIAGED_RED,
            Happening.TRIAGED_AMBER,
            Happening.TRIAGED_GREEN,
            Happening.NO_FURTHER_ACTION,
            Happening.REFERRAL_TRIAGED,
            Happening.WORKER_INFORMED,
            Happening.KEPT_AS_INTELLIGENCE,
            Happening.NOTIFICATION_PAIRED);

    private final JdbcClient db;
    private final List<FollowUp> followUps;
    private final Timescales timescales;
    private final Ledger ledger;

    Unlinking(JdbcClient db, List<FollowUp> followUps, Timescales timescales, Ledger ledger) {
        this.db = db;
        this.followUps = followUps;
        this.timescales = timescales;
        this.ledger = ledger;
    }

    void unlink(Arrival arrival, UUID child, String because, Actor by, Instant at) {
        for (var each : followUps) each.unlinked(arrival.id(), child, because);
        undo(arrival.id(), because, by, at);
        var subject = Subject.notification(arrival.id());
        for (var event : BROUGHT) timescales.retract(event, subject, because);
        timescales.happened(Happening.UNLINKED, subject, child, at, Set.of());
        timescales.belongsTo(subject, null);
        ledger.act("notification.unlinked", "notification", arrival.id(), child);
    }

    private void undo(UUID notification, String because, Actor by, Instant at) {
        var sql = """
                with undone as (
                    update intake.link set undone_at = :at, undone_by = :by, undone_because = :because
                    where authority_id = :authority and notification_id = :notification and undone_at is null
                )
                update intake.notification set child_id = null, state = 'received' where authority_id = :authority and id = :notification
                """;
        db.sql(sql)
                .param("at", Decisions.utc(at))
                .param("by", by.id())
                .param("because", because)
                .param("authority", by.authority())
                .param("notification", notification)
                .update();
        var involvement =
                "update access.involvement set ends_at = :at where authority_id = :authority and subject_id = :notification and ends_at is null";
        db.sql(involvement)
                .param("at", Decisions.utc(at))
                .param("authority", by.authority())
                .param("notification", notification)
                .update();
    }
}
