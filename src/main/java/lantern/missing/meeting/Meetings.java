package lantern.missing.meeting;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls meetings and records that they were held. A meeting that was held is a step of its episode, and the step is what meets the timescales. An agency that
 * is invited sees the child from then on, as far as its agreement says (decision 0024).
 */
@Component
@Transactional
public class Meetings {
    private final JdbcClient db;
    private final MeetingQueries queries;
    private final EpisodeRows episodes;
    private final EpisodeLog log;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Meetings(
            JdbcClient db,
            MeetingQueries queries,
            EpisodeRows episodes,
            EpisodeLog log,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.queries = queries;
        this.episodes = episodes;
        this.log = log;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record Called(
            Meeting.Kind kind,
            Instant at,
            @Nullable String place,
            Collection<UUID> agencies,
            Collection<String> people) {}

    public record Held(Instant at, String chair, String discussed, Map<UUID, String> attendance) {}

    public UUID call(UUID episode, Called called) {
        var about = episodes.lock(episode);
        if (about instanceof Episode.Merged || about instanceof Episode.Void)
            throw new Refused("This episode was merged into another or recorded in error: go to the one that is kept");
        if (called.agencies().isEmpty() && called.people().isEmpty())
            throw new Refused("Say who is invited: an agency or a person", "agencies");
        var now = clock.instant();
        var id = Ids.next();
        var sql = """
                insert into missing.meeting (authority_id, id, episode_id, child_id, kind, called_for, place, called_at, called_by)
                values (:authority, :id, :episode, :child, :kind, :for, :place, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("episode", episode)
                .param("child", about.child())
                .param("kind", called.kind().code)
                .param("for", stamp(called.at()))
                .param("place", called.place())
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
        var agencies = queries.agencies();
        for (var agency : called.agencies()) {
            var name = agencies.get(agency.toString());
            if (name == null) throw new Refused("Choose agencies of the list", "agencies");
            invite(id, about.child(), agency, name);
            log.openTo(agency, about, now);
        }
        for (var person : called.people()) invite(id, about.child(), null, person);
        ledger.act("meeting.called", "meeting", id, about.child(), Map.of("kind", called.kind().code));
        return id;
    }

    private void invite(UUID meeting, UUID child, @Nullable UUID agency, String who) {
        var sql = """
                insert into missing.meeting_invited (authority_id, id, meeting_id, child_id, agency_id, who)
                values (:authority, :id, :meeting, :child, :agency, :who)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", Ids.next())
                .param("meeting", meeting)
                .param("child", child)
                .param("agency", agency)
                .param("who", who)
                .update();
    }

    public void held(UUID id, Held held) {
        var meeting = toBeHeld(id);
        if (held.attendance().values().stream().noneMatch("attended"::equals))
            throw new Refused("A meeting that nobody attended was not held: say who came, or cancel it");
        var words = meeting.kind().words + ", chaired by " + held.chair() + ". " + held.discussed();
        var step = log.record(
                meeting.episode(),
                Entry.of(meeting.kind().step, words.substring(0, Math.min(8000, words.length())), held.at()));
        var sql = """
                update missing.meeting set held_at = :at, chair = :chair, discussed = :discussed, step_id = :step
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("at", stamp(held.at()))
                .param("chair", held.chair())
                .param("discussed", held.discussed())
                .param("step", step)
                .update();
        for (var invited : meeting.invited())
            db.sql("update missing.meeting_invited set attendance = :how where authority_id = :authority and id = :id")
                    .param("authority", access.actor().authority())
                    .param("id", invited.id())
                    .param("how", held.attendance().getOrDefault(invited.id(), "absent"))
                    .update();
        ledger.act("meeting.held", "meeting", id, meeting.child());
    }

    public void cancel(UUID id, String because) {
        var meeting = toBeHeld(id);
        var sql = """
                update missing.meeting set cancelled_at = :now, cancelled_by = :actor, cancelled_because = :because
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .param("because", because)
                .update();
        ledger.act("meeting.cancelled", "meeting", id, meeting.child());
    }

    public UUID decide(UUID id, String words, String owner, @Nullable LocalDate due) {
        var meeting = locked(id);
        if (meeting.heldAt() == null) throw new Refused("Record first that the meeting was held");
        var decision = Ids.next();
        var sql = """
                insert into missing.meeting_decision (authority_id, id, meeting_id, child_id, place, words, owner, due_on)
                values (:authority, :id, :meeting, :child, :place, :words, :owner, :due)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", decision)
                .param("meeting", id)
                .param("child", meeting.child())
                .param("place", meeting.decisions().size() + 1)
                .param("words", words)
                .param("owner", owner)
                .param("due", due)
                .update();
        ledger.act("meeting.decided", "meeting", id, meeting.child());
        return decision;
    }

    public void done(UUID decision, String words) {
        var meeting = locked(queries.meetingOf(decision));
        var sql = """
                update missing.meeting_decision set done_on = :today, done_words = :words, done_by = :actor
                where authority_id = :authority and id = :id and done_on is null
                """;
        var updated = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", decision)
                .param("today", London.date(clock.instant()))
                .param("words", words)
                .param("actor", access.actor().id())
                .update();
        if (updated == 0) throw new Refused("It is recorded already that this was done");
        ledger.act("meeting.decision-done", "meeting", meeting.id(), meeting.child());
    }

    private Meeting toBeHeld(UUID id) {
        var meeting = locked(id);
        if (meeting.heldAt() != null) throw new Refused("It is recorded already that this meeting was held");
        if (meeting.cancelledBecause() != null)
            throw new Refused("This meeting was cancelled: call another one on the episode's page");
        return meeting;
    }

    private Meeting locked(UUID id) {
        List<UUID> held = db.sql(
                        "select id from missing.meeting where authority_id = :authority and id = :id for update")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        if (held.isEmpty()) throw Refused.notFound();
        return queries.one(id);
    }
}
