package lantern.meetings;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.meetings.invitation.Invitations;
import lantern.meetings.invitation.Involvements;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans meetings, invites to them, and records that they were held, which is what meets the clocks of their subjects. Whoever plans a meeting sees every
 * child it is about. An agency that is invited sees the child from then on, as far as its agreement says (decision 0024).
 */
@Component
@Transactional
public class Meetings {
    private static final int MOST_CHILDREN = 30;

    private final JdbcClient db;
    private final MeetingRows rows;
    private final Invitations invitations;
    private final Involvements involvements;
    private final Children children;
    private final Timescales timescales;
    private final List<SubjectRoom> rooms;
    private final Names names;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Meetings(
            JdbcClient db,
            MeetingRows rows,
            Invitations invitations,
            Involvements involvements,
            Children children,
            Timescales timescales,
            List<SubjectRoom> rooms,
            Names names,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.invitations = invitations;
        this.involvements = involvements;
        this.children = children;
        this.timescales = timescales;
        this.rooms = rooms;
        this.names = names;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public UUID plan(Plan plan) {
        if (plan.about().isEmpty()) throw new Refused("Say which child the meeting is about", "children");
        if (plan.about().size() > MOST_CHILDREN)
            throw new Refused("A meeting is about at most " + MOST_CHILDREN + " children", "children");
        var now = clock.instant();
        var id = Ids.next();
        var sql = """
                insert into meetings.meeting (authority_id, id, kind, focus, starts_at, minutes_long, place, chair_id, chair, planned_at, planned_by)
                values (:authority, :id, :kind, :focus, :starts, :minutes, :place, :chairId, :chair, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("kind", plan.kind().code)
                .param("focus", plan.focus().toArray(String[]::new))
                .param("starts", stamp(plan.startsAt()))
                .param("minutes", plan.minutes())
                .param("place", plan.place())
                .param("chairId", plan.chairId())
                .param("chair", plan.chair())
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
        var added = new HashSet<About>();
        for (var about : plan.about()) if (added.add(about)) add(id, about, added.size());
        for (var invite : plan.invited()) invite(id, invite);
        return id;
    }

    private void add(UUID meeting, About about, int place) {
        if (children.find(about.child()).isEmpty() || !isOfItsChild(about)) throw Refused.notFound();
        var sql = """
                insert into meetings.meeting_child (authority_id, id, meeting_id, child_id, subject_kind, subject_id, place)
                values (:authority, :id, :meeting, :child, :kind, :subject, :place)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", Ids.next())
                .param("meeting", meeting)
                .param("child", about.child())
                .param("kind", about.kind())
                .param("subject", about.id())
                .param("place", place)
                .update();
        ledger.act("meeting.planned", "meeting", meeting, about.child(), Map.of("subject", about.kind()));
    }

    private boolean isOfItsChild(About about) {
        return about.kind().equals("child")
                ? about.id().equals(about.child())
                : room(about).map(each -> each.has(about)).orElse(false);
    }

    private Optional<SubjectRoom> room(About about) {
        return rooms.stream().filter(each -> each.kind().equals(about.kind())).findFirst();
    }

    public UUID invite(UUID meeting, Invite invite) {
        return invitations.invite(meeting, invite);
    }

    /** Another time or place: everybody who is invited is told, and their calendars follow. */
    public void move(UUID meeting, Instant startsAt, int minutes, @Nullable String place) {
        var it = rows.lock(meeting);
        it.requireToCome();
        rows.requireAll(meeting);
        var now = clock.instant();
        var sql = """
                update meetings.meeting set starts_at = :starts, minutes_long = :minutes, place = :place, version = version + 1
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", meeting)
                .param("starts", stamp(startsAt))
                .param("minutes", minutes)
                .param("place", place)
                .update();
        if (startsAt.isAfter(now)) invitations.tellAll(meeting, it.version() + 1, false, now);
        actOnEach("meeting.moved", meeting);
    }

    public void cancel(UUID meeting, String because) {
        var it = rows.lock(meeting);
        it.requireToCome();
        rows.requireAll(meeting);
        var now = clock.instant();
        var sql = """
                update meetings.meeting set cancelled_at = :now, cancelled_by = :actor, cancelled_because = :because, version = version + 1
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", meeting)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .param("because", because)
                .update();
        invitations.tellAll(meeting, it.version() + 1, true, now);
        involvements.end(meeting, null, now);
        actOnEach("meeting.cancelled", meeting);
    }

    /**
     * @param chair who chaired, when it was not who was to
     * @param attendance attended, apologies or absent, by the id of who was invited; who is not in it did not come
     */
    public record Held(
            Instant at,
            @Nullable UUID chairId,
            @Nullable String chair,
            Map<UUID, String> attendance,
            @Nullable LocalDate nextReview) {}

    public void held(UUID meeting, Held held) {
        var it = rows.lock(meeting);
        it.requireToCome();
        rows.requireAll(meeting);
        var now = clock.instant();
        if (held.at().isAfter(now)) throw new Refused("The time is in the future: give the time it began", "held-at");
        var invited = invitations.current(meeting);
        if (!invited.isEmpty()
                && invited.stream()
                        .noneMatch(each -> "attended".equals(held.attendance().get(each.id()))))
            throw new Refused("A meeting that nobody attended was not held: say who came, or cancel it", "held-at");
        var chairId = held.chairId() == null && held.chair() == null ? it.chairId() : held.chairId();
        var chair = held.chairId() == null && held.chair() == null ? it.chair() : held.chair();
        if (chairId == null && chair == null) throw new Refused("Say who chaired it", "chair");
        var sql = """
                update meetings.meeting set held_at = :at, held_recorded_at = :now, held_recorded_by = :actor, chair_id = :chairId, chair = :chair,
                    next_review_on = :review
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", meeting)
                .param("at", stamp(held.at()))
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .param("chairId", chairId)
                .param("chair", chair)
                .param("review", held.nextReview())
                .update();
        for (var each : invited)
            db.sql("update meetings.invited set attendance = :how where authority_id = :authority and id = :id")
                    .param("authority", access.actor().authority())
                    .param("id", each.id())
                    .param("how", held.attendance().getOrDefault(each.id(), "absent"))
                    .update();
        actOnEach("meeting.held", meeting);
        var chaired = chairId == null ? chair : names.of(List.of(chairId)).name(chairId);
        var words = it.kind().words + (chaired == null ? "" : ", chaired by " + chaired);
        for (var each : rows.children(meeting)) {
            var told = room(each.about())
                    .map(room -> room.held(meeting, it.kind(), each.about(), held.at(), words))
                    .orElse(false);
            var event = it.kind().event;
            if (event != null && !told) tell(event, each, held.at());
        }
    }

    private void tell(String event, Meeting.OfChild about, Instant at) {
        var facts = facts(about.about());
        timescales.happened(event, about.about().subject(), about.child(), at, facts);
        // A moment later, or the meeting itself would be the review of its plan.
        if (event.equals(Happening.MASE_HELD))
            timescales.happened(
                    Happening.MASE_PLAN_IN_USE,
                    about.about().subject(),
                    about.child(),
                    at.plus(1, ChronoUnit.MICROS),
                    facts);
    }

    private static Set<String> facts(About about) {
        return about.kind().equals("concern") ? Set.of(Happening.CONCERN_OPEN) : Set.of();
    }

    private void actOnEach(String act, UUID meeting) {
        for (var each : rows.children(meeting)) ledger.act(act, "meeting", meeting, each.child());
    }
}
