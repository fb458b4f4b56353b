package lantern.intake.linking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.intake.FollowUp;
import lantern.intake.Incident.Kind;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.AtOnce;
import lantern.timescales.Happened;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links a notification to its child with everything that follows from it, in the caller's transaction, and takes it back again. */
@Component
public class Links {
    private final JdbcClient db;
    private final Access access;
    private final List<FollowUp> followUps;
    private final Timescales timescales;
    private final AtOnce notices;
    private final Ledger ledger;

    Links(
            JdbcClient db,
            Access access,
            List<FollowUp> followUps,
            Timescales timescales,
            AtOnce notices,
            Ledger ledger) {
        this.db = db;
        this.access = access;
        this.followUps = followUps;
        this.timescales = timescales;
        this.notices = notices;
        this.ledger = ledger;
    }

    /**
     * Links, follows up, starts and meets the clocks; for a missing report also the found reports that waited for it, after it.
     *
     * @param also what happened to the notification besides (its receipt, when it has just arrived)
     * @return the page where the work goes on, when there is one
     */
    public @Nullable String link(
            Arrival arrival, ChildFacts child, Evidence evidence, Actor by, Instant at, List<Happened> also) {
        var path = expected(arrival, child) ? followUp(arrival, child) : null;
        var standing = Standing.of(arrival.kind(), child, path != null);
        var waited = save(arrival, child, evidence, standing, path, by, at);
        startClocks(arrival, child, standing, at, also);
        tellWorker(arrival, child, at);
        if (arrival.kind() == Kind.MISSING) {
            for (var waiting : Pairing.of(arrival, waited)) pair(waiting, child, by, at);
        }
        return path;
    }

    private void pair(Pairing.Waiting waiting, ChildFacts child, Actor by, Instant at) {
        if (waiting.child() == null) {
            timescales.belongsTo(Subject.notification(waiting.arrival().id()), child.id());
            link(waiting.arrival(), child, Evidence.paired(), by, at, List.of());
        } else {
            followUpLate(waiting.arrival(), child, at);
        }
    }

    /** A report that was linked before its missing report came: now it has an episode to belong to. */
    private void followUpLate(Arrival arrival, ChildFacts child, Instant at) {
        if (expected(arrival, child)) openAfterReview(arrival, child, at);
    }

    /** Follows up a report that waited: with its missing report, or without one because a person has reviewed it. */
    @Nullable
    String openAfterReview(Arrival arrival, ChildFacts child, Instant at) {
        var path = followUp(arrival, child);
        if (path == null) return null;
        setPaired(arrival.id(), path);
        timescales.happened(
                Happening.NOTIFICATION_PAIRED,
                Subject.notification(arrival.id()),
                child.id(),
                at,
                Arrivals.facts(arrival.kind()));
        ledger.act("notification.paired", "notification", arrival.id(), child.id());
        return path;
    }

    /** A found report that ends nothing known waits for its missing report. */
    private boolean expected(Arrival arrival, ChildFacts child) {
        if (arrival.kind() != Kind.FOUND) return true;
        var incident = arrival.about(child);
        return followUps.stream().anyMatch(each -> each.expects(incident));
    }

    private @Nullable String followUp(Arrival arrival, ChildFacts child) {
        var incident = arrival.about(child);
        String path = null;
        for (var each : followUps) {
            var answer = each.linked(incident);
            if (path == null) path = answer;
        }
        return path;
    }

    private void startClocks(Arrival arrival, ChildFacts child, Standing standing, Instant at, List<Happened> also) {
        var events = new ArrayList<Happened>(also);
        if (arrival.kind() == Kind.MISSING) events.add(new Happened(Happening.MISSING_NOTIFIED, arrival.receivedAt()));
        if (arrival.kind() == Kind.FOUND) events.add(new Happened(Happening.FOUND_NOTIFIED, arrival.receivedAt()));
        if (standing == Standing.INTELLIGENCE) events.add(new Happened(Happening.KEPT_AS_INTELLIGENCE, at));
        if (standing == Standing.PAIRED) events.add(new Happened(Happening.NOTIFICATION_PAIRED, at));
        if (events.isEmpty()) return;
        timescales.happened(
                events, Subject.notification(arrival.id()), child.id(), facts(arrival.kind(), child), owners(child));
    }

    /** The allocated worker and their team are told at once (practice guidance v0.6); what police call absent is intelligence only. */
    private void tellWorker(Arrival arrival, ChildFacts child, Instant at) {
        if (!child.open() || !child.hasAllocatedWorker() || arrival.kind() == Kind.ABSENT) return;
        var title =
                switch (arrival.kind()) {
                    case MISSING -> "A child you work with is reported missing: read it";
                    case FOUND -> "A child you work with is reported found: read it";
                    default -> "There is news of a child you work with: read it";
                };
        notices.tell(title, Subject.notification(arrival.id()), child.id(), at, at, List.of(owners(child)));
    }

    /** What a standard may ask of a notification about this child. */
    public static Set<String> facts(Kind kind, ChildFacts child) {
        var facts = new HashSet<>(Arrivals.facts(kind));
        if (child.open() && child.hasAllocatedWorker()) facts.add(Happening.ALLOCATED_WORKER);
        else facts.add(Happening.UNKNOWN_OR_CLOSED);
        if (child.lookedAfter()) facts.add(Happening.LOOKED_AFTER);
        return facts;
    }

    public static Owner[] owners(ChildFacts child) {
        if (!child.hasAllocatedWorker()) return new Owner[0];
        return new Owner[] {
            new Owner("social-worker", null, child.workerTeamId(), child.workerId()),
            new Owner("team-manager", null, child.workerTeamId(), null)
        };
    }

    /**
     * One statement for all of it, because a notification's arrival is the system's busiest moment: the link, the ledger's entry of it,
     * and what waited for this report. The entry is written through the ledger's own function.
     */
    private List<Pairing.Waiting> save(
            Arrival arrival,
            ChildFacts child,
            Evidence evidence,
            Standing standing,
            @Nullable String path,
            Actor by,
            Instant at) {
        var sql = """
                with link as (
                    insert into intake.link (authority_id, id, notification_id, child_id, how, probability, working, decided_at, decided_by, follow_up)
                    values (:authority, :link, :notification, :child, :how, :probability::float8, :working::jsonb, :at, :by, :path)
                ), sender_works_with_child as (
                    -- Children's services work with the child through the allocation, not because one of them took a message down.
                    insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)
                    select :authority::uuid, :involvement::uuid, :child::uuid, a.id, 'notification', :notification::uuid, :at::timestamptz
                    from access.v_agency a where a.authority_id = :authority and a.id = :agency and a.kind <> 'children'
                ), decided as (
                    insert into intake.triage (authority_id, id, notification_id, child_id, rating, reason, decided_at, decided_by)
                    select :authority::uuid, :triage::uuid, :notification::uuid, :child::uuid, :rating::text, :reason::text, :at::timestamptz, :by::uuid
                    where :rating::text is not null
                ), moved as (
                    update intake.notification set child_id = :child, state = :state, parked_because = null
                    where authority_id = :authority and id = :notification and child_id is null
                    returning id as linked_id
                ), told as (
                    select linked_id, audit.write('notification.linked', 'notification', linked_id, :child::uuid, null, null) from moved
                )
                select told.linked_id, n.* from told left join (%s) n on :missing
                """.formatted(Pairing.WAITING);
        var linked = db.sql(sql)
                .param("authority", by.authority())
                .param("link", Ids.next())
                .param("involvement", Ids.next())
                .param("triage", Ids.next())
                .param("notification", arrival.id())
                .param("child", child.id())
                .param("agency", arrival.agency())
                .param("how", evidence.how())
                .param("probability", evidence.probability())
                .param("working", evidence.working())
                .param("path", path)
                .param("state", standing.state)
                .param("rating", standing.rating)
                .param("reason", standing.reason)
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("missing", arrival.kind() == Kind.MISSING)
                .param("source", arrival.source())
                .param("reference", arrival.sourceReference())
                .param("police", arrival.policeReference())
                .query((row, n) -> Optional.ofNullable(Pairing.waitingOrNull(row)))
                .list();
        if (linked.isEmpty()) throw Refused.conflict("Someone has just linked this notification. Open it again");
        return linked.stream().flatMap(Optional::stream).toList();
    }

    private void setPaired(UUID notification, String path) {
        var sql = """
                with followed as (
                    update intake.link set follow_up = :path where authority_id = :authority and notification_id = :id and undone_at is null
                )
                update intake.notification set state = 'paired' where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("path", path)
                .param("authority", access.actor().authority())
                .param("id", notification)
                .update();
    }
}
