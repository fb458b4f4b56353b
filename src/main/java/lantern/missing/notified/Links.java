package lantern.missing.notified;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.intake.Incident;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.episode.Undoing;
import lantern.platform.Ids;
import lantern.platform.Stamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which notifications an episode rests on, and the taking back of a link that was wrong. */
@Component
class Links {
    private final JdbcClient db;
    private final EpisodeRows rows;
    private final Undoing undoing;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Links(JdbcClient db, EpisodeRows rows, Undoing undoing, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.undoing = undoing;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The notification is about this episode; what police say in it about category and risk is kept, dated. */
    UUID join(Episode episode, Incident incident) {
        var sql = """
                with linked as (
                    insert into missing.episode_notification (authority_id, episode_id, notification_id, child_id, linked_at)
                    values (:authority, :episode, :notification, :child, :now) on conflict do nothing
                )
                insert into missing.classification (authority_id, id, episode_id, child_id, axis, value, happened_at, recorded_at, recorded_by, notification_id)
                select :authority, c.id, :episode, :child, c.axis, c.value, :reported, :now, :actor, :notification
                from unnest(:ids::uuid[], :axes::text[], :values::text[]) as c (id, axis, value)
                """;
        var now = clock.instant();
        var axes = new ArrayList<String>();
        var values = new ArrayList<String>();
        if (incident.kind() == Incident.Kind.ABSENT) {
            axes.add("police-category");
            values.add("absent");
        }
        var missing = incident.said().missing();
        if (missing != null && missing.risk() != null && incident.kind() != Incident.Kind.FOUND) {
            axes.add("police-risk");
            values.add(missing.risk());
        }
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("actor", access.actor().id())
                .param("episode", episode.id())
                .param("notification", incident.notification())
                .param("child", episode.child())
                .param("reported", stamp(incident.reportedAt().isAfter(now) ? now : incident.reportedAt()))
                .param("now", stamp(now))
                .param("ids", axes.stream().map(axis -> Ids.next()).toArray(UUID[]::new))
                .param("axes", axes.toArray(String[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
        ledger.act("episode.notification-joined", "episode", episode.id(), episode.child());
        return episode.id();
    }

    /** Takes back everything that only this notification brought. */
    void undo(UUID notification, String because) {
        for (var link : linksOf(notification)) {
            var episode = rows.lock(link.episode());
            remove(notification, link.others() == 0);
            if (link.found()) undoing.notFoundAfterAll(episode, because);
            else if (link.returned()) undoing.notBackAfterAll(episode, because);
            // An episode that a notification opened stands for as long as any notification does that it rests on.
            if (link.notified() && link.others() == 0) undoing.recordedInError(rows.lock(link.episode()), because);
        }
    }

    private record Link(UUID episode, boolean notified, int others, boolean found, boolean returned) {}

    private List<Link> linksOf(UUID notification) {
        var sql = """
                select n.episode_id, coalesce(e.found_by_notification = :notification, false) as found,
                    coalesce(e.returned_by_notification = :notification, false) as returned,
                    exists (select from missing.classification c where c.authority_id = e.authority_id and c.episode_id = e.id and c.axis = 'dfe'
                            and c.notification_id is not null) as notified,
                    (select count(*) from missing.episode_notification o
                     where o.authority_id = n.authority_id and o.episode_id = n.episode_id and o.notification_id <> n.notification_id) as others
                from missing.episode_notification n
                join missing.episode e on e.authority_id = n.authority_id and e.id = n.episode_id
                where n.authority_id = :authority and n.notification_id = :notification
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("notification", notification)
                .query((row, n) -> new Link(
                        row.getObject("episode_id", UUID.class),
                        row.getBoolean("notified"),
                        row.getInt("others"),
                        row.getBoolean("found"),
                        row.getBoolean("returned")))
                .list();
    }

    /**
     * Episodes of which only the end was known, and whose beginning is what this notification said: to what they began with for all that
     * was known before it. A time that a person has corrected since stays.
     */
    Map<UUID, Instant> beginningsBefore(UUID notification) {
        var sql = """
                select e.id, least(e.located_at, min((o.said #>> '{missing,lastSeenAt}')::timestamptz)) as before
                from missing.episode_notification l
                join missing.episode e on e.authority_id = l.authority_id and e.id = l.episode_id and e.stage in ('located', 'returned')
                join intake.v_notification n on n.authority_id = l.authority_id and n.id = l.notification_id and n.kind = 'missing'
                    and abs(extract(epoch from e.missing_since - coalesce((n.said #>> '{missing,lastSeenAt}')::timestamptz, n.occurred_at, n.reported_at))) < 1
                join missing.episode_notification r on r.authority_id = l.authority_id and r.episode_id = l.episode_id and r.notification_id <> l.notification_id
                join intake.v_notification o on o.authority_id = r.authority_id and o.id = r.notification_id
                where l.authority_id = :authority and l.notification_id = :notification
                group by e.authority_id, e.id having bool_and(o.kind = 'found')
                """;
        var beginnings = new LinkedHashMap<UUID, Instant>();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("notification", notification)
                .query(row -> {
                    beginnings.put(row.getObject("id", UUID.class), Stamps.instant(row, "before"));
                });
        return beginnings;
    }

    /** The national code is the episode's, and stays for as long as the episode does. */
    private void remove(UUID notification, boolean last) {
        var sql = """
                with unlinked as (delete from missing.episode_notification where authority_id = :authority and notification_id = :notification)
                update missing.classification set withdrawn_at = :now
                where authority_id = :authority and notification_id = :notification and withdrawn_at is null and (axis <> 'dfe' or :last)
                """;
        Instant now = clock.instant();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("notification", notification)
                .param("last", last)
                .param("now", stamp(now))
                .update();
    }

    /** Whether all that was heard of this episode before this notification is that the child was found. */
    boolean onlyFound(UUID episode, UUID notification) {
        var sql = """
                select count(n.id) > 0 and bool_and(n.kind = 'found') from missing.episode_notification l
                join intake.v_notification n on n.authority_id = l.authority_id and n.id = l.notification_id
                where l.authority_id = :authority and l.episode_id = :episode and l.notification_id <> :notification
                """;
        return Boolean.TRUE.equals(db.sql(sql)
                .param("authority", access.actor().authority())
                .param("episode", episode)
                .param("notification", notification)
                .query(Boolean.class)
                .optional()
                .orElse(false));
    }
}
