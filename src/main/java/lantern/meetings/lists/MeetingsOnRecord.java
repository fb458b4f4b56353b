package lantern.meetings.lists;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.stamp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.children.ChildPanel;
import lantern.meetings.MeetingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room adds to a child's page: the next meeting, and those that were held or cancelled. */
@Component
class MeetingsOnRecord implements ChildPanel {
    static final String NEXT = """
            select meeting_id, kind, starts_at from meetings.v_meeting_child
            where authority_id = :authority and child_id = :child and held_at is null and cancelled_at is null and starts_at > :now
            order by starts_at limit 1
            """;
    static final String OVER = """
            select m.id, m.kind, coalesce(m.held_at, m.cancelled_at) as at, coalesce(m.held_recorded_at, m.cancelled_at) as recorded_at,
                   coalesce(m.held_recorded_by, m.cancelled_by) as by, m.held_at is not null as held
            from meetings.meeting_child c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id
            where c.authority_id = :authority and c.child_id = :child and coalesce(m.held_at, m.cancelled_at) < :before
            order by coalesce(m.held_at, m.cancelled_at) desc limit :limit
            """;

    private final JdbcClient db;
    private final Names names;
    private final Access access;

    MeetingsOnRecord(JdbcClient db, Names names, Access access) {
        this.db = db;
        this.names = names;
        this.access = access;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Offer> offers(UUID child) {
        return access.actor().may(Permission.HOLD_MEETINGS)
                ? List.of(new Offer("Plan a meeting", "/meetings/new?child=" + child))
                : List.of();
    }

    private record Line(UUID id, String kind, Instant at, Instant recordedAt, UUID by, boolean held) {}

    @Override
    public Panel of(UUID child, Instant at, Instant before, int limit) {
        var events = events(child, before, limit);
        var called = names.of(events.stream().map(Line::by).toList());
        var panel = new Panel(
                now(child, at),
                events.stream()
                        .map(each -> new Event(
                                each.at(),
                                each.recordedAt(),
                                MeetingKind.of(each.kind()).words + (each.held() ? " held" : " cancelled"),
                                null,
                                called.agency(each.by()),
                                called.name(each.by()),
                                "/meetings/" + each.id(),
                                "meeting"))
                        .toList());
        return access.actor().may(Permission.READ_MEETINGS) ? panel : panel.withoutLinks();
    }

    private List<StateOfNow> now(UUID child, Instant at) {
        var next = new ArrayList<StateOfNow>();
        db.sql(NEXT)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("now", stamp(at))
                .query(row -> {
                    next.add(new StateOfNow(
                            MeetingKind.of(row.getString("kind")).words + " "
                                    + London.when(instant(row, "starts_at"), at),
                            "plain",
                            "/meetings/" + row.getString("meeting_id")));
                });
        return next;
    }

    private List<Line> events(UUID child, Instant before, int limit) {
        return db.sql(OVER)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("before", stamp(before))
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        instant(row, "at"),
                        instant(row, "recorded_at"),
                        Objects.requireNonNull(row.getObject("by", UUID.class)),
                        row.getBoolean("held")))
                .list();
    }
}
