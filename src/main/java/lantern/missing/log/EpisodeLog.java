package lantern.missing.log;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.episode.Episodes;
import lantern.missing.episode.Openings;
import lantern.missing.episode.Told;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes an episode's log. Recording a fact is what meets a clock: nobody ticks one off. */
@Component
@Transactional
public class EpisodeLog {
    // Clocks of the notification that brought the episode are met by what is recorded on the episode.
    private static final Set<String> ALSO_OF_NOTIFICATIONS = Set.of(
            Happening.STRATEGY_MEETING_HELD,
            Happening.DISCUSSION_HELD,
            Happening.SUPPORT_IDENTIFIED,
            Happening.WORKER_INFORMED);

    private final JdbcClient db;
    private final EpisodeRows rows;
    private final Episodes episodes;
    private final Children children;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    EpisodeLog(
            JdbcClient db,
            EpisodeRows rows,
            Episodes episodes,
            Children children,
            Timescales timescales,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.episodes = episodes;
        this.children = children;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public UUID record(UUID id, Entry entry) {
        var now = clock.instant();
        if (entry.at().isAfter(now))
            throw new Refused("The time is in the future: give the time it happened", "happened-at");
        if (entry.words().isBlank()) throw new Refused("Say what was done, in a sentence", "words");
        var episode = live(id);
        if (entry.kind() == Entry.Kind.INFORMED_OF_RETURN && episode instanceof Episode.Open)
            throw new Refused("The child is still recorded as missing: record where the child was found first");
        var step = insert(episode, entry, now);
        if (entry.told() == Told.POLICE && entry.kind() == Entry.Kind.INFORMED) openToPolice(episode, now);
        var event = entry.event();
        if (event != null) tell(episode, event, entry.at());
        if (entry.kind() == Entry.Kind.INFORMED_OF_RETURN && everyoneKnows(id))
            tell(episode, Happening.THOSE_TOLD_INFORMED, entry.at());
        ledger.act("episode.logged", "episode", id, episode.child(), Map.of("kind", entry.kind().code));
        return step;
    }

    /** A dated decision on one of the three axes (dfe, police-category, police-risk); the one before it stays. */
    public void classify(UUID id, String axis, String value, Instant at, String reason) {
        var now = clock.instant();
        if (at.isAfter(now))
            throw new Refused("The time is in the future: give the time of the decision", "happened-at");
        var episode = live(id);
        var before = standing(id, axis);
        if (before.equals(value)) throw new Refused("This is how the episode is classified already", "value");
        var sql = """
                with changed as (update missing.episode set changed_at = :now where authority_id = :authority and id = :episode)
                insert into missing.classification (authority_id, id, episode_id, child_id, axis, value, happened_at, recorded_at, recorded_by, reason)
                values (:authority, :id, :episode, :child, :axis, :value, :at, :now, :actor, :reason)
                """;
        var actor = access.actor();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", Ids.next())
                .param("episode", id)
                .param("child", episode.child())
                .param("axis", axis)
                .param("value", value)
                .param("at", stamp(at))
                .param("now", stamp(now))
                .param("actor", actor.id())
                .param("reason", reason)
                .update();
        // Away without authorisation becomes missing: the clocks of a missing child start with the decision.
        if (axis.equals("dfe") && value.equals("M") && before.equals("A")) tell(episode, Happening.MISSING_SINCE, at);
        ledger.act("episode.classified", "episode", id, episode.child(), Map.of("axis", axis, "value", value));
    }

    private String standing(UUID id, String axis) {
        var sql = """
                select value from missing.classification
                where authority_id = :authority and episode_id = :id and axis = :axis and withdrawn_at is null
                order by happened_at desc, recorded_at desc limit 1
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("axis", axis)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Episode live(UUID id) {
        return switch (rows.lock(id)) {
            case Episode.Merged _, Episode.Void _ ->
                throw new Refused(
                        "This episode was merged into another or recorded in error: go to the one that is kept");
            case Episode it -> it;
        };
    }

    private UUID insert(Episode episode, Entry entry, Instant now) {
        var sql = """
                with changed as (update missing.episode set changed_at = :now where authority_id = :authority and id = :episode)
                insert into missing.step (authority_id, id, episode_id, child_id, kind, who_was_told, words, happened_at, recorded_at, recorded_by, supersedes)
                values (:authority, :id, :episode, :child, :kind, :told, :words, :at, :now, :actor, :supersedes)
                """;
        var actor = access.actor();
        var id = Ids.next();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", id)
                .param("episode", episode.id())
                .param("child", episode.child())
                .param("kind", entry.kind().code)
                .param("told", entry.told() == null ? null : entry.told().code)
                .param("words", entry.words().strip())
                .param("at", stamp(entry.at()))
                .param("now", stamp(now))
                .param("actor", actor.id())
                .param("supersedes", entry.supersedes())
                .update();
        return id;
    }

    private void tell(Episode episode, String event, Instant at) {
        var child = children.find(episode.child()).orElseThrow(Refused::notFound);
        var facts = Openings.facts(child);
        if (episode instanceof Episode.Open) facts.add(Happening.NOT_FOUND);
        var owners = Openings.owners(child);
        timescales.happened(event, Subject.episode(episode.id()), child.id(), at, facts, owners);
        if (!ALSO_OF_NOTIFICATIONS.contains(event)) return;
        notifications(episode.id())
                .forEach(each -> timescales.happened(event, Subject.notification(each), child.id(), at, facts, owners));
    }

    private List<UUID> notifications(UUID id) {
        var sql =
                "select notification_id from missing.episode_notification where authority_id = :authority and episode_id = :id";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> row.getObject("notification_id", UUID.class))
                .list();
    }

    /** Everyone who was told of the absence, and the parents, were told of the return. */
    private boolean everyoneKnows(UUID id) {
        var sql = """
                select exists (select from missing.v_step
                    where authority_id = :authority and episode_id = :id and kind = 'informed-of-return' and who_was_told = 'parents')
                """;
        return episodes.stillToTell(id).isEmpty()
                && Boolean.TRUE.equals(db.sql(sql)
                        .param("authority", access.actor().authority())
                        .param("id", id)
                        .query(Boolean.class)
                        .single());
    }

    // Telling police is what involves them: from now on they see the child they are looking for.
    private void openToPolice(Episode episode, Instant now) {
        db.sql(
                        "select id from access.v_agency where authority_id = :authority and kind = 'police' order by code limit 1")
                .param("authority", access.actor().authority())
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional()
                .ifPresent(police -> openTo(police, episode, now));
    }

    /** The agency sees the child from now on, until some weeks after the episode is closed. */
    public void openTo(UUID agency, Episode episode, Instant now) {
        var sql = """
                insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)
                select :authority, :id, :child, :agency, 'episode', :episode, :now
                where not exists (select from access.v_involvement i
                    where i.authority_id = :authority and i.child_id = :child and i.agency_id = :agency and i.subject_id = :episode and i.ends_at is null)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", Ids.next())
                .param("child", episode.child())
                .param("agency", agency)
                .param("episode", episode.id())
                .param("now", stamp(now))
                .update();
    }
}
