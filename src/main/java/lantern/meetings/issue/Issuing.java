package lantern.meetings.issue;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.meetings.correction.Corrections;
import lantern.meetings.form.Offered;
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
import tools.jackson.databind.json.JsonMapper;

/** Issues the minutes: to each agency that came or sent apologies, about each child it was invited about, as far as it may read them. */
@Component
@Transactional
class Issuing {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final MeetingRows rows;
    private final Parts parts;
    private final Offered offered;
    private final Involvements involvements;
    private final Corrections corrections;
    private final Receivers receivers;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Issuing(
            JdbcClient db,
            MeetingRows rows,
            Parts parts,
            Offered offered,
            Involvements involvements,
            Corrections corrections,
            Receivers receivers,
            Timescales timescales,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.parts = parts;
        this.offered = offered;
        this.involvements = involvements;
        this.corrections = corrections;
        this.receivers = receivers;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What one agency gets about one child. Without {@code parts} it gets none, and {@code none} says why. */
    record Recipient(
            UUID agency,
            String agencyName,
            List<Meeting.Invited> people,
            Meeting.OfChild child,
            List<Composed> parts,
            @Nullable String none) {
        String called() {
            var names = people.stream()
                    .map(Meeting.Invited::name)
                    .filter(each -> !each.equals(agencyName))
                    .collect(Collectors.joining(", "));
            var whole = names.isEmpty() ? agencyName : agencyName + ": " + names;
            return whole.length() > 400 ? agencyName : whole;
        }
    }

    /** @param none who came and gets none, with why */
    record Prepared(List<Recipient> recipients, Map<Meeting.Invited, String> none) {
        long copies() {
            return recipients.stream().filter(each -> each.none() == null).count();
        }
    }

    Prepared prepare(Meeting meeting) {
        var names = offered.agencies().stream().collect(Collectors.toMap(Offered.Agency::id, each -> each));
        var none = new LinkedHashMap<Meeting.Invited, String>();
        var byAgency = new LinkedHashMap<UUID, List<Meeting.Invited>>();
        for (var each : rows.invited(meeting.id())) {
            if (each.removed() || each.attendance() == null || each.attendance().equals("absent")) continue;
            var agency = each.agency();
            if (agency == null)
                none.put(each, "does not use Lantern: share the minutes with them from the child's record");
            else if (!stillThere(each.id()) || !names.containsKey(agency))
                none.put(each, "has left since the invitation, so their access has ended");
            else byAgency.computeIfAbsent(agency, any -> new ArrayList<>()).add(each);
        }
        var recipients = new ArrayList<Recipient>();
        var corrected = corrections.open(meeting.id()).keySet();
        var about = rows.children(meeting.id()).stream()
                .filter(each -> !meeting.correcting() || corrected.contains(each.id()))
                .toList();
        byAgency.forEach((agency, people) -> {
            for (var child : about) {
                var hear = people.stream().filter(each -> each.hears(child)).toList();
                if (!hear.isEmpty())
                    recipients.add(
                            recipient(meeting, child, java.util.Objects.requireNonNull(names.get(agency)), hear));
            }
        });
        for (var each : recipients) if (each.none() != null) for (var one : each.people()) none.put(one, each.none());
        return new Prepared(recipients, none);
    }

    private Recipient recipient(
            Meeting meeting, Meeting.OfChild child, Offered.Agency agency, List<Meeting.Invited> people) {
        var theirs =
                agency.kind().equals("children") ? parts.all(meeting, child) : parts.as(meeting, child, agency.id());
        var nothing = theirs.stream().allMatch(each -> each.withheld() != null);
        return new Recipient(
                agency.id(),
                agency.name(),
                people,
                child,
                theirs,
                nothing
                        ? "may see nothing of the child's meetings now: nobody there uses Lantern, or their sharing agreement does not cover it"
                        : null);
    }

    private boolean stillThere(UUID invited) {
        return Boolean.TRUE.equals(db.sql("select meetings.still_there(:id)")
                .param("id", invited)
                .query(Boolean.class)
                .single());
    }

    /** The chair's choice about one part: it goes to these agencies, besides children's services. */
    void choose(Meeting.OfChild child, String code, List<UUID> agencies) {
        var sql = """
                insert into meetings.part_goes (authority_id, id, meeting_id, meeting_child_id, child_id, code, agencies, chosen_at, chosen_by)
                values (:authority, :id, :meeting, :of, :child, :code, :agencies, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", Ids.next())
                .param("meeting", child.meeting())
                .param("of", child.id())
                .param("child", child.child())
                .param("code", code)
                .param("agencies", agencies.toArray(UUID[]::new))
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        ledger.act(
                "minutes.part-chosen",
                "meeting",
                child.meeting(),
                child.child(),
                Map.of(
                        "part",
                        code,
                        "agencies",
                        agencies.stream().map(UUID::toString).toList()));
    }

    /** What was written stays as it is from now on. Gives back who got none, and why. */
    Prepared issue(UUID id) {
        var meeting = rows.lock(id);
        rows.requireAll(id);
        meeting.requireHeld();
        meeting.requireMinutesOpen();
        var prepared = prepare(meeting);
        if (prepared.copies() == 0)
            throw new Refused("Nobody would get the minutes: record who came, and from which agency");
        var now = clock.instant();
        var corrected = corrections.open(id);
        var sent = new ArrayList<Receivers.Sent>();
        for (var each : prepared.recipients())
            if (each.none() == null)
                sent.add(new Receivers.Sent(
                        copy(meeting, each, corrected.get(each.child().id()), now), each));
        if (meeting.correcting()) corrections.issued(id, now);
        else issued(id, now);
        withoutAny(prepared);
        involvements.endAfterwards(id, now);
        receivers.tell(meeting, sent, now);
        return prepared;
    }

    private void issued(UUID id, Instant now) {
        var issued = """
                update meetings.meeting set minutes_issued_at = :now, minutes_issued_by = :actor where authority_id = :authority and id = :id
                """;
        db.sql(issued)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
        for (var each : rows.children(id))
            timescales.happened(Happening.MINUTES_ISSUED, each.about().subject(), each.child(), now, Set.of());
    }

    private void withoutAny(Prepared prepared) {
        prepared.none()
                .forEach((invited, why) -> db.sql(
                                "update meetings.invited set no_minutes_because = :why where authority_id = :authority and id = :id")
                        .param("authority", access.actor().authority())
                        .param("id", invited.id())
                        .param("why", why)
                        .update());
    }

    private UUID copy(Meeting meeting, Recipient to, Corrections.@Nullable Correction corrected, Instant now) {
        var id = Ids.next();
        var sql = """
                insert into meetings.copy (authority_id, id, meeting_id, meeting_child_id, child_id, invited_id, agency_id, recipient, version, changed,
                    issued_at, issued_by)
                values (:authority, :id, :meeting, :of, :child, :invited, :agency, :recipient, :version, :changed, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("meeting", meeting.id())
                .param("of", to.child().id())
                .param("child", to.child().child())
                .param("invited", to.people().getFirst().id())
                .param("agency", to.agency())
                .param("recipient", to.called())
                .param("version", corrected == null ? 1 : corrected.version())
                .param("changed", corrected == null ? null : corrected.words())
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
        var part = """
                insert into meetings.copy_part (authority_id, copy_id, place, child_id, meeting_id, agency_id, code, section, of_all, heading, withheld, lines)
                values (:authority, :copy, :place, :child, :meeting, :agency, :code, :section, :all, :heading, :withheld, :lines::jsonb)
                """;
        var place = 0;
        for (var each : to.parts())
            db.sql(part)
                    .param("authority", access.actor().authority())
                    .param("copy", id)
                    .param("place", ++place)
                    .param("child", to.child().child())
                    .param("meeting", meeting.id())
                    .param("agency", to.agency())
                    .param("code", each.code())
                    // That something is withheld is said to whoever reads the copy; what it is, is not in it.
                    .param("section", each.withheld() == null ? each.section() : "meeting")
                    .param("all", each.withheld() == null && each.ofAll())
                    .param("heading", each.heading())
                    .param("withheld", each.withheld())
                    .param("lines", each.withheld() == null ? JSON.writeValueAsString(each.lines()) : null)
                    .update();
        ledger.act(
                "minutes.issued",
                "meeting",
                meeting.id(),
                to.child().child(),
                Map.of(
                        "copy",
                        id.toString(),
                        "agency",
                        to.agency().toString(),
                        "parts",
                        to.parts().stream()
                                .filter(each -> each.withheld() == null)
                                .map(Composed::code)
                                .toList()));
        return id;
    }
}
