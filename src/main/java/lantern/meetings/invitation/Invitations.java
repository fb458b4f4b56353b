package lantern.meetings.invitation;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.meetings.Invite;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites, and withdraws an invitation. The e-mails are sent by {@link InvitationMail}. */
@Component
@Transactional
public class Invitations {
    private final JdbcClient db;
    private final MeetingRows rows;
    private final Involvements involvements;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Invitations(JdbcClient db, MeetingRows rows, Involvements involvements, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.involvements = involvements;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public UUID invite(UUID meeting, Invite invite) {
        var it = rows.lock(meeting);
        it.requireToCome();
        rows.requireAll(meeting);
        if (rows.invited(meeting).stream().anyMatch(each -> same(each, invite)))
            throw new Refused(invite.name() + " is invited already", "name");
        var hears = rows.children(meeting).stream()
                .filter(each -> invite.onlyAbout() == null || invite.onlyAbout().equals(each.child()))
                .toList();
        if (hears.isEmpty()) throw new Refused("Choose one of the children of the meeting", "only");
        var id = Ids.next();
        var now = clock.instant();
        insert(
                meeting,
                id,
                invite,
                invite.onlyAbout() == null ? null : hears.getFirst().id(),
                now);
        for (var each : hears) {
            if (invite.agency() != null) involvements.open(each.child(), invite.agency(), "meeting", meeting, now);
            ledger.act(
                    "meeting.invited",
                    "meeting",
                    meeting,
                    each.child(),
                    Map.of("invited", id.toString(), "part", invite.part().code));
        }
        if (it.startsAt().isAfter(now)) mail(meeting, id, it.version(), false, now);
        return id;
    }

    private static boolean same(Meeting.Invited invited, Invite invite) {
        if (invited.removed()) return false;
        if (invite.person() != null || invited.person() != null)
            return Objects.equals(invite.person(), invited.person());
        return Objects.equals(invited.agency(), invite.agency())
                && invited.name().equalsIgnoreCase(invite.name());
    }

    private void insert(
            UUID meeting, UUID id, Invite invite, @org.jspecify.annotations.Nullable UUID only, Instant now) {
        var sql = """
                insert into meetings.invited (authority_id, id, meeting_id, meeting_child_id, agency_id, person_id, name, email, part, invited_at, invited_by)
                values (:authority, :id, :meeting, :only, :agency, :person, :name, :email, :part, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("meeting", meeting)
                .param("only", only)
                .param("agency", invite.agency())
                .param("person", invite.person())
                .param("name", invite.name())
                .param("email", invite.email())
                .param("part", invite.part().code)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
    }

    /** They are told, and their agency sees the child no longer because of this meeting when nobody else of it is invited. */
    public void withdraw(UUID meeting, UUID invited) {
        var it = rows.lock(meeting);
        it.requireToCome();
        rows.requireAll(meeting);
        var all = current(meeting);
        var gone = all.stream()
                .filter(each -> each.id().equals(invited))
                .findFirst()
                .orElseThrow(Refused::notFound);
        var now = clock.instant();
        db.sql(
                        "update meetings.invited set removed_at = :now, removed_by = :actor where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", invited)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
        mail(meeting, invited, it.version() + 1, true, now);
        var agency = gone.agency();
        if (agency != null
                && all.stream().filter(each -> agency.equals(each.agency())).count() == 1)
            involvements.end(meeting, agency, now);
        for (var each : rows.children(meeting))
            ledger.act(
                    "meeting.invitation-withdrawn",
                    "meeting",
                    meeting,
                    each.child(),
                    Map.of("invited", invited.toString()));
    }

    public List<Meeting.Invited> current(UUID meeting) {
        return rows.invited(meeting).stream().filter(each -> !each.removed()).toList();
    }

    /** Everybody who is invited hears of another time or place, or that the meeting is not held. */
    public void tellAll(UUID meeting, int version, boolean cancelled, Instant now) {
        for (var each : current(meeting)) mail(meeting, each.id(), version, cancelled, now);
    }

    private void mail(UUID meeting, UUID invited, int version, boolean cancelled, Instant now) {
        var sql = """
                insert into meetings.invitation_mail (authority_id, id, meeting_id, invited_id, version, cancelled, made_at, next_at)
                values (:authority, :id, :meeting, :invited, :version, :cancelled, :now, :now)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", Ids.next())
                .param("meeting", meeting)
                .param("invited", invited)
                .param("version", version)
                .param("cancelled", cancelled)
                .param("now", stamp(now))
                .update();
    }
}
