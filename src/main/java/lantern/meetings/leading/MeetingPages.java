package lantern.meetings.leading;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.meetings.Actions;
import lantern.meetings.MeetingPanel;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.Stamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a meeting's page together; showing it is a look at each child on it. */
@Component
class MeetingPages {
    private final JdbcClient db;
    private final MeetingRows rows;
    private final Actions actions;
    private final Children children;
    private final List<MeetingPanel> rooms;
    private final Names names;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    MeetingPages(
            JdbcClient db,
            MeetingRows rows,
            Actions actions,
            Children children,
            List<MeetingPanel> rooms,
            Names names,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.actions = actions;
        this.children = children;
        this.rooms = rooms.stream()
                .sorted(java.util.Comparator.comparingInt(MeetingPanel::order))
                .toList();
        this.names = names;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    MeetingPage of(UUID id) {
        var actor = access.actor();
        var meeting = rows.find(id);
        var about = rows.children(id);
        for (var each : about) ledger.look(each.child(), "identity", "meeting");
        var invited = rows.invited(id);
        var tasks = actions.ofMeeting(id);
        var known = new ArrayList<UUID>();
        known.add(meeting.plannedBy());
        if (meeting.chairId() != null) known.add(meeting.chairId());
        for (var each : invited) if (each.agency() != null) known.add(each.agency());
        for (var each : tasks) {
            known.add(each.task().agency());
            if (each.task().person() != null) known.add(each.task().person());
        }
        return new MeetingPage(
                meeting,
                about,
                children.findAll(about.stream().map(Meeting.OfChild::child).toList()).stream()
                        .collect(Collectors.toMap(ChildFacts::id, ChildFacts::name)),
                rows.seesAll(id),
                invited,
                mailed(id),
                tasks,
                rooms.stream()
                        .flatMap(each -> each
                                .of(
                                        id,
                                        about.stream()
                                                .map(Meeting.OfChild::about)
                                                .toList())
                                .stream())
                        .toList(),
                copies(id),
                intelligence(id),
                names.of(known),
                opens(actor),
                actor.may(Permission.HOLD_MEETINGS),
                actor.may(Permission.TAKE_MINUTES),
                clock.instant());
    }

    private static Set<String> opens(Actor actor) {
        var opens = new HashSet<String>();
        if (actor.may(Permission.READ_EXPLOITATION)) opens.add("concern");
        if (actor.may(Permission.READ_EPISODE)) opens.add("episode");
        return opens;
    }

    private Map<UUID, String> mailed(UUID meeting) {
        var sql = """
                select distinct on (invited_id) invited_id, sent_at, sent_to, tries, trouble from meetings.invitation_mail
                where authority_id = :authority and meeting_id = :meeting order by invited_id, made_at desc, id desc
                """;
        var now = clock.instant();
        var mailed = new HashMap<UUID, String>();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting)
                .query(row -> {
                    var sent = Stamps.instantOrNull(row, "sent_at");
                    mailed.put(
                            row.getObject("invited_id", UUID.class),
                            sent == null
                                    ? row.getInt("tries") == 0
                                            ? "E-mail waits to be sent"
                                            : "E-mail is not taken yet: tell them"
                                    : row.getInt("sent_to") == 0
                                            ? "No e-mail address: tell them"
                                            : "E-mail sent " + London.when(sent, now));
                });
        return mailed;
    }

    private List<MeetingPage.Copy> copies(UUID meeting) {
        var sql = """
                select id, child_id, recipient, version, issued_at from meetings.copy
                where authority_id = :authority and meeting_id = :meeting order by issued_at desc, child_id, recipient, id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting)
                .query((row, n) -> new MeetingPage.Copy(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        row.getString("recipient"),
                        row.getInt("version"),
                        Stamps.instant(row, "issued_at")))
                .list();
    }

    private List<MeetingPage.Intelligence> intelligence(UUID meeting) {
        var sql = """
                select id, words, from_whom, confirmed_at is not null as decided, set_aside_because is not null as aside from meetings.intelligence
                where authority_id = :authority and meeting_id = :meeting order by noted_at, id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("meeting", meeting)
                .query((row, n) -> new MeetingPage.Intelligence(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        row.getString("from_whom"),
                        !row.getBoolean("decided")
                                ? "Not yet confirmed"
                                : row.getBoolean("aside") ? "Set aside" : "Confirmed"))
                .list();
    }
}
