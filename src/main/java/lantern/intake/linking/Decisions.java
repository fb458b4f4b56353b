package lantern.intake.linking;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.children.NewChild;
import lantern.intake.Incident.Kind;
import lantern.platform.Refused;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is this? What a person decides about it, each in the caller's transaction, on a notification that is locked first. */
@Component
public class Decisions {
    private final JdbcClient db;
    private final Links links;
    private final Unlinking unlinking;
    private final Arrivals arrivals;
    private final Children children;
    private final Timescales timescales;
    private final Ledger ledger;
    private final Clock clock;

    Decisions(
            JdbcClient db,
            Links links,
            Unlinking unlinking,
            Arrivals arrivals,
            Children children,
            Timescales timescales,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.links = links;
        this.unlinking = unlinking;
        this.arrivals = arrivals;
        this.children = children;
        this.timescales = timescales;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** This is the child. The match's working at this moment is kept with the decision. */
    public void link(UUID notification, UUID child, Actor by) {
        var waiting = lockUnlinked(notification, by);
        var evidence = arrivals.candidates(waiting.arrival.said()).stream()
                .filter(candidate -> candidate.child().equals(child))
                .findFirst()
                .orElse(null);
        link(waiting.arrival, child, Evidence.chosen(evidence), by);
    }

    /** Nobody on the register: adds the child and links it. */
    public UUID add(UUID notification, NewChild newChild, Actor by) {
        var waiting = lockUnlinked(notification, by);
        var child = children.register(newChild, by.id(), now());
        link(waiting.arrival, child, Evidence.created(), by);
        return child;
    }

    private void link(Arrival arrival, UUID child, Evidence evidence, Actor by) {
        var facts = children.find(child)
                .orElseThrow(() -> new Refused("Choose a child from the list, or add them as a new child", "child"));
        timescales.belongsTo(Subject.notification(arrival.id()), child);
        links.link(arrival, facts, evidence, by, now(), List.of());
    }

    /** Put aside for now, with the reason; it stays on the hub's list of parked ones. */
    public void park(UUID notification, String because, Actor by) {
        lockUnlinked(notification, by);
        setState(notification, "parked", because, by);
        ledger.act("notification.parked", "notification", notification, null);
    }

    public void unlink(UUID notification, String because, Actor by) {
        var waiting = lock(notification, by);
        if (waiting.child == null) throw new Refused("This notification is not linked to a child");
        unlinking.unlink(waiting.arrival, waiting.child, because, by, now());
    }

    /** A found report whose missing report never came: opens an episode that has already ended. */
    public void openEndedEpisode(UUID notification, Actor by) {
        var waiting = lock(notification, by);
        var child = waiting.child == null ? null : children.find(waiting.child).orElse(null);
        if (waiting.arrival.kind() != Kind.FOUND || !waiting.state.equals("linked") || child == null)
            throw new Refused(
                    "Only a found report that is linked to a child and still waits can open an ended episode");
        if (links.openAfterReview(waiting.arrival, child, now()) == null)
            throw new Refused("Nothing followed from this report. Record the episode on the child's page");
    }

    private record Locked(
            Arrival arrival, String state, @Nullable UUID child) {}

    private Locked lockUnlinked(UUID notification, Actor by) {
        var locked = lock(notification, by);
        if (locked.child != null) throw Refused.conflict("Someone has just linked this notification. Open it again");
        if (locked.state.equals("no-action"))
            throw Refused.conflict("It was decided to take no further action on this notification");
        return locked;
    }

    private Locked lock(UUID notification, Actor by) {
        var sql = """
                select id, agency_id, source, source_reference, kind, occurred_at, reported_at, received_at, wants_feedback, said, child_id, state
                from intake.notification where authority_id = :authority and id = :id for update
                """;
        return db.sql(sql)
                .param("authority", by.authority())
                .param("id", notification)
                .query((row, n) ->
                        new Locked(Pairing.arrival(row), row.getString("state"), row.getObject("child_id", UUID.class)))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private void setState(UUID notification, String state, @Nullable String because, Actor by) {
        var sql = """
                update intake.notification set state = :state, parked_because = :because where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("state", state)
                .param("because", because)
                .param("authority", by.authority())
                .param("id", notification)
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
