package lantern.missing.episode;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.platform.Ids;
import lantern.timescales.Happened;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens one new episode for every incident. The same absence reported again joins the episode that is there: an open one always;
 * one that has ended only when the report was made before the child was found. Whatever is doubtful opens an episode of its own,
 * which can be merged: a child must not drop off the list because two reports look alike.
 */
@Component
public class Openings {
    // One statement, because this is done for every notification that comes in.
    private static final String OPEN = """
            with same as (
                select id from missing.episode
                where authority_id = :authority and child_id = :child
                  and (stage = 'open' or (stage in ('located', 'returned', 'closed') and located_at > :since and located_at >= :reported))
                order by stage = 'open' desc, missing_since desc limit 1
                for update
            ), opened as (
                insert into missing.episode (authority_id, id, child_id, stage, missing_from, missing_since, last_seen_place, last_seen_by,
                    circumstances, out_of_character, reported_by_carer, looked_after, placement_name, police_reference, opened_at, opened_by)
                select :authority, :id, :child, 'open', :from, :since, :place, :by, :circumstances, :unlike, :carer, :lookedAfter, :placement,
                    :reference, :now, :actor
                where not exists (select from same)
                on conflict (authority_id, child_id) where stage = 'open' and disputed_with is null do nothing
                returning id
            ), target as (
                select id, true as joined from same union all select id, false from opened
            ), linked as (
                insert into missing.episode_notification (authority_id, episode_id, notification_id, child_id, linked_at)
                select :authority, id, :notification::uuid, :child, :now from target where :notification::uuid is not null
                on conflict do nothing
            ), classified as (
                insert into missing.classification (authority_id, id, episode_id, child_id, axis, value, happened_at, recorded_at, recorded_by, notification_id)
                select :authority, c.id, target.id, :child, c.axis, c.value, :reported, :now, :actor, :notification::uuid
                from target, unnest(:ids::uuid[], :axes::text[], :values::text[]) as c (id, axis, value)
                where c.axis <> 'dfe' or not target.joined
            )
            select id, joined from target
            """;

    private final JdbcClient db;
    private final Access access;
    private final Timescales timescales;
    private final Ledger ledger;
    private final Clock clock;

    Openings(JdbcClient db, Access access, Timescales timescales, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.timescales = timescales;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The episode that holds this absence, and whether it was there already. */
    public record Opened(UUID episode, boolean joined) {}

    public Opened open(Absence absence) {
        var now = clock.instant();
        var child = absence.child();
        var id = Ids.next();
        // A person who types a report is told what is wrong with it; a notification is never lost for a date of birth.
        Episode.open(
                id,
                child.id(),
                absence.notification() == null ? child.dateOfBirth() : null,
                absence.missingSince(),
                now);
        var opened = write(absence, id, now);
        if (opened.isEmpty()) {
            // Somebody else opened it between our reading and our writing; now it can be seen.
            opened = write(absence, id, now);
        }
        var episode = opened.getFirst();
        if (!episode.joined()) startClocks(absence, id, now);
        ledger.act(
                episode.joined() ? "episode.reported-again" : "episode.opened",
                "episode",
                episode.episode(),
                child.id());
        return episode;
    }

    private List<Opened> write(Absence absence, UUID id, Instant now) {
        var actor = access.actor();
        var axes = new ArrayList<String>(List.of("dfe"));
        var values = new ArrayList<String>(List.of(absence.dfeCode()));
        if (absence.policeCategory() != null) {
            axes.add("police-category");
            values.add(absence.policeCategory());
        }
        if (absence.policeRisk() != null) {
            axes.add("police-risk");
            values.add(absence.policeRisk());
        }
        return db.sql(OPEN)
                .param("authority", actor.authority())
                .param("actor", actor.id())
                .param("id", id)
                .param("child", absence.child().id())
                .param("notification", absence.notification())
                .param("since", stamp(absence.missingSince()))
                .param("reported", stamp(absence.reportedAt().isAfter(now) ? now : absence.reportedAt()))
                .param("now", stamp(now))
                .param("from", absence.missingFrom())
                .param("place", absence.lastSeenPlace())
                .param("by", absence.lastSeenBy())
                .param("circumstances", absence.circumstances())
                .param("unlike", absence.outOfCharacter())
                .param("carer", absence.reportedByCarer())
                .param("lookedAfter", absence.child().lookedAfter())
                .param("placement", absence.placementName())
                .param("reference", absence.policeReference())
                .param("ids", axes.stream().map(axis -> Ids.next()).toArray(UUID[]::new))
                .param("axes", axes.toArray(String[]::new))
                .param("values", values.toArray(String[]::new))
                .query((row, n) -> new Opened(row.getObject("id", UUID.class), row.getBoolean("joined")))
                .list();
    }

    private void startClocks(Absence absence, UUID id, Instant now) {
        var child = absence.child();
        var happened = new ArrayList<Happened>();
        happened.add(new Happened(Happening.EPISODE_OPENED, now));
        // Whereabouts known (A): the clocks of a missing child start when a risk assessment makes the child missing
        // (M).
        if (absence.dfeCode().equals("M")) happened.add(new Happened(Happening.MISSING_SINCE, absence.missingSince()));
        var facts = facts(child);
        if (!absence.alreadyFound()) facts.add(Happening.NOT_FOUND);
        if (absence.reportedByCarer()) facts.add(Happening.REPORTED_BY_CARER);
        timescales.happened(happened, Subject.episode(id), child.id(), facts, owners(child));
    }

    /** What a standard may ask of the child. */
    public static Set<String> facts(ChildFacts child) {
        var facts = new HashSet<String>();
        if (child.lookedAfter()) facts.add(Happening.LOOKED_AFTER);
        if (child.hasAllocatedWorker()) facts.add(Happening.ALLOCATED_WORKER);
        return facts;
    }

    /** Who stands behind the roles: the allocated worker and their team; nobody when there is none. */
    public static Owner[] owners(ChildFacts child) {
        if (!child.hasAllocatedWorker()) return new Owner[0];
        return new Owner[] {
            new Owner("social-worker", null, child.workerTeamId(), child.workerId()),
            new Owner("team-manager", null, child.workerTeamId(), null)
        };
    }
}
