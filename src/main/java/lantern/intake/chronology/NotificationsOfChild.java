package lantern.intake.chronology;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.ChildPanel;
import lantern.intake.Said;
import lantern.intake.SaidJson;
import lantern.intake.triage.Rating;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notifications, decisions and answers about a child. What belongs to a link that was undone is no longer the child's. */
@Component
class NotificationsOfChild implements ChildPanel {
    private final JdbcClient db;
    private final Names names;

    NotificationsOfChild(JdbcClient db, Names names) {
        this.db = db;
        this.names = names;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Panel of(UUID child, Instant at, Instant before, int limit) {
        return new Panel(now(child, at), events(child, before, limit));
    }

    /** The allocated worker is told on the child's page until somebody records that they know. */
    private List<StateOfNow> now(UUID child, Instant at) {
        var sql = """
                select n.id, n.kind, n.received_at from intake.notification n
                where n.authority_id = (select ctx.authority()) and n.child_id = :child and n.received_at > :since
                  and exists (select from intake.triage t where t.authority_id = n.authority_id and t.notification_id = n.id and t.rating = 'worker-told')
                  and not exists (select from intake.response r
                                  where r.authority_id = n.authority_id and r.notification_id = n.id and r.kind = 'worker-informed')
                order by n.received_at desc limit 3
                """;
        return db.sql(sql)
                .param("child", child)
                .param("since", at.minus(java.time.Duration.ofDays(90)).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new StateOfNow(
                        kind(row.getString("kind")) + ", reported "
                                + London.ago(row.getTimestamp("received_at").toInstant(), at)
                                + ": the allocated worker has not read it",
                        "attention",
                        "/notifications/" + row.getObject("id", UUID.class)))
                .list();
    }

    private List<Event> events(UUID child, Instant before, int limit) {
        var sql = """
                select * from (
                    (select n.id, coalesce(n.occurred_at, n.reported_at) as happened_at, n.received_at as recorded_at, 'notification' as what, n.kind as code,
                            null::text as words, n.said, n.agency_id, n.received_by as by_id
                     from intake.notification n
                     where n.authority_id = (select ctx.authority()) and n.child_id = :child and n.received_at < :before
                     order by n.received_at desc limit :limit)
                    union all
                    (select n.id, t.decided_at, t.decided_at, 'triage', t.rating, t.reason, null::jsonb, null::uuid, t.decided_by
                     from intake.triage t join intake.notification n on n.authority_id = t.authority_id and n.id = t.notification_id and n.child_id = t.child_id
                     where t.authority_id = (select ctx.authority()) and t.child_id = :child and t.decided_at < :before
                     order by t.decided_at desc limit :limit)
                    union all
                    (select n.id, r.happened_at, r.recorded_at, 'response', r.kind, r.words, null::jsonb, null::uuid, r.recorded_by
                     from intake.response r join intake.notification n on n.authority_id = r.authority_id and n.id = r.notification_id and n.child_id = r.child_id
                     where r.authority_id = (select ctx.authority()) and r.child_id = :child and r.happened_at < :before
                     order by r.happened_at desc limit :limit)
                ) e
                order by e.recorded_at desc limit :limit
                """;
        var rows = db.sql(sql)
                .param("child", child)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(NotificationsOfChild::row)
                .list();
        var called = names.of(rows.stream()
                .flatMap(row -> Stream.of(row.by, row.agency).filter(Objects::nonNull))
                .toList());
        return rows.stream().map(row -> row.event(called)).toList();
    }

    private record Row(
            Event nameless, @Nullable UUID by, @Nullable UUID agency) {
        Event event(Names.Called called) {
            return nameless.by(called.name(by), agency == null ? called.agency(by) : called.name(agency));
        }
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(event(row), row.getObject("by_id", UUID.class), row.getObject("agency_id", UUID.class));
    }

    private static Event event(ResultSet row) throws SQLException {
        var code = row.getString("code");
        var said = row.getString("said");
        return new Event(
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                switch (row.getString("what")) {
                    case "notification" -> kind(code);
                    case "triage" -> "Triage: " + Rating.words(code);
                    default -> lantern.intake.triage.Response.of(code).words;
                },
                said == null ? row.getString("words") : words(SaidJson.read(said)),
                null,
                null,
                "/notifications/" + row.getObject("id", UUID.class),
                row.getString("what"));
    }

    private static @Nullable String words(Said said) {
        if (said.missing() != null && said.missing().circumstances() != null)
            return said.missing().circumstances();
        return said.found() == null ? null : said.found().foundPlace();
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "missing" -> "Reported missing";
            case "absent" -> "Police absence";
            case "found" -> "Reported found";
            case "update" -> "News received";
            case "education-referral" -> "Education referral received";
            case "public-report" -> "Report of a member of the public received";
            default -> "Concern received";
        };
    }
}
