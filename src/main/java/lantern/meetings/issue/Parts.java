package lantern.meetings.issue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.meetings.Actions;
import lantern.meetings.MeetingPanel;
import lantern.meetings.issue.Composed.Line;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.meetings.minutes.MinutePart;
import lantern.meetings.minutes.Writing;
import lantern.meetings.planning.Focus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The minutes about one child in parts, and what of them a recipient gets. */
@Component
class Parts {
    /** Boxes that are one part on paper: by the beginning of their code. */
    private static final Map<String, String> TOGETHER =
            Map.of("child-", "The young person's part", "parents-", "The part of parents or carers");

    private final JdbcClient db;
    private final MeetingRows rows;
    private final Writing writing;
    private final Actions actions;
    private final List<MeetingPanel> rooms;
    private final Names names;
    private final Access access;

    Parts(
            JdbcClient db,
            MeetingRows rows,
            Writing writing,
            Actions actions,
            List<MeetingPanel> rooms,
            Names names,
            Access access) {
        this.db = db;
        this.rows = rows;
        this.writing = writing;
        this.actions = actions;
        this.rooms = rooms;
        this.names = names;
        this.access = access;
    }

    /** All that there is, for children's services; a part without words is left out. */
    List<Composed> all(Meeting meeting, Meeting.OfChild child) {
        var parts = new ArrayList<Composed>();
        parts.add(new Composed("meeting", "The meeting", "meeting", false, false, facts(meeting), null));
        var came = attendance(meeting, child);
        if (!came.isEmpty()) parts.add(new Composed("attendance", "Who came", "meeting", false, false, came, null));
        parts.addAll(written(meeting, child));
        for (var room : rooms)
            for (var panel : room.of(meeting.id(), List.of(child.about())))
                if (panel.child().equals(child.child()) && !panel.lines().isEmpty())
                    parts.add(new Composed(
                            "panel-"
                                    + panel.heading()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replaceAll("[^a-z]+", "-"),
                            panel.heading(),
                            panel.section(),
                            false,
                            false,
                            panel.lines().stream()
                                    .map(each -> new Line(each.label(), each.text()))
                                    .toList(),
                            null));
        var todo = actions(meeting, child);
        if (!todo.isEmpty()) parts.add(new Composed("actions", "Actions", "meeting", false, false, todo, null));
        return parts;
    }

    private List<Line> facts(Meeting meeting) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("Meeting", meeting.kind().words));
        facts.add(new Line("Held", London.dateTime(Objects.requireNonNullElse(meeting.heldAt(), meeting.startsAt()))));
        var chair = meeting.chairId() == null
                ? meeting.chair()
                : names.of(List.of(meeting.chairId())).name(meeting.chairId());
        if (chair != null) facts.add(new Line("Chair", chair));
        if (!meeting.focus().isEmpty()) facts.add(new Line("Focus", Focus.inWords(meeting.focus())));
        if (meeting.nextReview() != null) facts.add(new Line("Next review", London.day(meeting.nextReview())));
        return facts;
    }

    private List<Line> attendance(Meeting meeting, Meeting.OfChild child) {
        var invited = rows.invited(meeting.id()).stream()
                .filter(each -> !each.removed() && each.attendance() != null && each.hears(child))
                .toList();
        var called = names.of(invited.stream()
                .map(Meeting.Invited::agency)
                .filter(Objects::nonNull)
                .toList());
        return invited.stream()
                .map(each -> {
                    var agency = called.name(each.agency());
                    var who = agency == null || agency.equals(each.name()) ? each.name() : each.name() + ", " + agency;
                    return new Line(
                            who,
                            switch (Objects.requireNonNull(each.attendance())) {
                                case "attended" -> "Came";
                                case "apologies" -> "Sent apologies";
                                default -> "Did not come";
                            });
                })
                .toList();
    }

    private List<Composed> written(Meeting meeting, Meeting.OfChild child) {
        var boxes = writing.boxes(meeting, rows.children(meeting.id())).stream()
                .filter(box -> box.part().ofAll() || box.child().id().equals(child.id()))
                .toList();
        var standing = writing.now(meeting, boxes);
        var together = new LinkedHashMap<String, List<Line>>();
        var first = new HashMap<String, MinutePart>();
        for (var box : boxes) {
            var words = String.join("\n", standing.fields().getOrDefault(box.field(), List.of()));
            if (words.isEmpty()) continue;
            var part = box.part();
            var code = group(part.code());
            first.putIfAbsent(code, part);
            together.computeIfAbsent(code, any -> new ArrayList<>())
                    .add(new Line(code.equals(part.code()) ? "" : part.heading(), part.inWords(words)));
        }
        return together.entrySet().stream()
                .map(each -> {
                    var part = Objects.requireNonNull(first.get(each.getKey()));
                    return new Composed(
                            each.getKey(),
                            TOGETHER.getOrDefault(each.getKey() + "-", part.heading()),
                            part.section(),
                            part.ofAll(),
                            part.kept(),
                            each.getValue(),
                            null);
                })
                .toList();
    }

    private static String group(String code) {
        for (var each : TOGETHER.keySet()) if (code.startsWith(each)) return each.substring(0, each.length() - 1);
        return code;
    }

    private List<Line> actions(Meeting meeting, Meeting.OfChild child) {
        var todo = actions.ofMeeting(meeting.id()).stream()
                .filter(each -> each.about().child().equals(child.child()))
                .toList();
        var ids = new ArrayList<UUID>();
        for (var each : todo) {
            ids.add(each.task().agency());
            if (each.task().person() != null) ids.add(each.task().person());
        }
        var called = names.of(ids);
        return todo.stream()
                .map(each -> {
                    var person = each.task().person() == null
                            ? each.task().name()
                            : called.name(each.task().person());
                    var agency =
                            Objects.requireNonNullElse(called.name(each.task().agency()), "an agency");
                    var due = each.task().due();
                    return new Line(
                            (person == null ? agency : person + ", " + agency)
                                    + (due == null ? "" : ", by " + London.day(due)),
                            each.task().words());
                })
                .toList();
    }

    /** To which agencies the chair chose that a part goes; what the chair did not choose about is not in it. */
    Map<String, List<UUID>> chosen(Meeting.OfChild child) {
        var sql = """
                select distinct on (code) code, agencies from meetings.part_goes
                where authority_id = :authority and meeting_child_id = :child order by code, chosen_at desc, id desc
                """;
        var chosen = new HashMap<String, List<UUID>>();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child.id())
                .query(row -> {
                    chosen.put(row.getString("code"), List.of((UUID[])
                            row.getArray("agencies").getArray()));
                });
        return chosen;
    }

    static boolean goes(Composed part, Map<String, List<UUID>> chosen, UUID agency) {
        var agencies = chosen.get(part.code());
        return agencies == null ? !part.kept() : agencies.contains(agency);
    }

    private record Reads(List<String> sections, boolean all) {}

    /** The same as another agency gets it: by its sharing agreement and this child's record, and by what the chair chose. */
    List<Composed> as(Meeting meeting, Meeting.OfChild child, UUID agency) {
        var all = all(meeting, child);
        var chosen = chosen(child);
        var reads = access.readAs(agency, () -> reads(meeting, child));
        return all.stream().map(each -> forAgency(each, chosen, reads, agency)).toList();
    }

    // Asked as the recipient: there is no actor meanwhile.
    private Reads reads(Meeting meeting, Meeting.OfChild child) {
        var sections = db.sql(
                        "select code from access.section where access.works_with(:child, 'meeting') and access.works_with(:child, code)")
                .param("child", child.child())
                .query((row, n) -> row.getString(1))
                .list();
        var all = Boolean.TRUE.equals(db.sql("select meetings.sees_all(:meeting)")
                .param("meeting", meeting.id())
                .query(Boolean.class)
                .single());
        return new Reads(sections, all);
    }

    private static Composed forAgency(Composed part, Map<String, List<UUID>> chosen, Reads reads, UUID agency) {
        if (!reads.sections().contains(part.section())) return part.without("Their agreement does not cover it");
        if (part.ofAll() && !reads.all()) return part.without("It is about children who are not theirs to read of");
        if (!goes(part, chosen, agency)) return part.without("You have not chosen that it goes to them");
        return part;
    }
}
