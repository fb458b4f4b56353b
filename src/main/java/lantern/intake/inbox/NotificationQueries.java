package lantern.intake.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Candidate;
import lantern.children.Children;
import lantern.children.Matcher;
import lantern.intake.SaidJson;
import lantern.intake.linking.Arrivals;
import lantern.intake.mailbox.Attachments;
import lantern.intake.triage.Rating;
import lantern.platform.Refused;
import lantern.platform.web.forms.Form;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One notification's page: itself, its history, then either the candidates or the child with the clocks. */
@Component
public class NotificationQueries {
    private final JdbcClient db;
    private final Arrivals arrivals;
    private final Children children;
    private final Timescales timescales;
    private final Ledger ledger;
    private final Attachments attachments;
    private final Clock clock;

    NotificationQueries(
            JdbcClient db,
            Arrivals arrivals,
            Children children,
            Timescales timescales,
            Ledger ledger,
            Attachments attachments,
            Clock clock) {
        this.db = db;
        this.arrivals = arrivals;
        this.children = children;
        this.timescales = timescales;
        this.ledger = ledger;
        this.attachments = attachments;
        this.clock = clock;
    }

    public NotificationPage page(UUID id, Actor reader, Form form) {
        var sql = """
                select n.*, a.name as agency, p.name as receiver, l.follow_up,
                    (select t.rating from intake.triage t where t.authority_id = n.authority_id and t.notification_id = n.id
                     order by t.decided_at desc, t.id desc limit 1) as rating
                from intake.notification n
                join access.v_agency a on a.authority_id = n.authority_id and a.id = n.agency_id
                left join access.v_person p on p.authority_id = n.authority_id and p.id = n.received_by
                left join intake.link l on l.authority_id = n.authority_id and l.notification_id = n.id and l.undone_at is null
                where n.authority_id = :authority and n.id = :id
                """;
        var now = clock.instant();
        var page = db.sql(sql)
                .param("authority", reader.authority())
                .param("id", id)
                .query((row, n) -> {
                    var said = SaidJson.read(row.getString("said"));
                    var occurred = row.getTimestamp("occurred_at");
                    var from = row.getString("agency") + reference(row) + ", received "
                            + London.when(row.getTimestamp("received_at").toInstant(), now) + " by "
                            + row.getString("receiver") + ", " + how(row.getString("channel"));
                    var child = row.getObject("child_id", UUID.class);
                    return new NotificationPage(
                            form,
                            id,
                            row.getString("kind"),
                            row.getString("state"),
                            row.getString("parked_because"),
                            said,
                            row.getString("raw"),
                            NotificationPage.summary(
                                    said,
                                    occurred == null ? null : occurred.toInstant(),
                                    row.getTimestamp("reported_at").toInstant(),
                                    now,
                                    from),
                            child == null ? null : children.find(child).orElse(null),
                            row.getString("follow_up"),
                            row.getString("rating"),
                            row.getBoolean("wants_feedback"),
                            Matcher.Found.NOBODY,
                            List.of(),
                            List.of(),
                            reader.may(Permission.DECIDE_NOTIFICATION),
                            reader.may(Permission.DECIDE_NOTIFICATION) && reader.may(Permission.WRITE_CHILD),
                            London.time(now),
                            List.of());
                })
                .optional()
                .orElseThrow(Refused::notFound);
        return completed(page, candidates(page), clocks(page), history(id, reader, now), attachments.of(id));
    }

    private Matcher.Found candidates(NotificationPage page) {
        if (page.linked() || page.endedWithoutAction()) return Matcher.Found.NOBODY;
        var found = arrivals.found(page.said());
        if (!found.candidates().isEmpty())
            ledger.looked(found.candidates().stream().map(Candidate::child).toList(), "notification-candidates");
        return found;
    }

    private List<Timescale> clocks(NotificationPage page) {
        if (page.child() == null) return timescales.of(lantern.timescales.Subject.notification(page.id()));
        ledger.look(page.child().id(), "identity", "episode");
        var clocks = new ArrayList<>(timescales.ofChild(page.child().id()));
        clocks.removeIf(each -> each.subject().kind().equals("notification")
                && !each.subject().id().equals(page.id()));
        return clocks;
    }

    private List<NotificationPage.Entry> history(UUID id, Actor reader, Instant now) {
        var sql = """
                select h.*, p.name as by_name from (
                    select l.decided_at as at, 'link' as what, l.how as code, null::text as words, l.decided_by as by_id
                    from intake.link l where l.authority_id = :authority and l.notification_id = :id
                    union all
                    select l.undone_at, 'unlink', null, l.undone_because, l.undone_by
                    from intake.link l where l.authority_id = :authority and l.notification_id = :id and l.undone_at is not null
                    union all
                    select t.decided_at, 'triage', t.rating, t.reason, t.decided_by
                    from intake.triage t where t.authority_id = :authority and t.notification_id = :id
                    union all
                    select r.happened_at, 'response', r.kind, r.words, r.recorded_by
                    from intake.response r where r.authority_id = :authority and r.notification_id = :id
                    union all
                    select f.sent_at, 'feedback', null, f.words, f.sent_by
                    from intake.feedback f where f.authority_id = :authority and f.notification_id = :id
                    union all
                    select s.received_at, 'resend', null, s.raw, null
                    from intake.resend s where s.authority_id = :authority and s.notification_id = :id
                ) h
                left join access.v_person p on p.authority_id = :authority and p.id = h.by_id
                order by h.at desc
                """;
        return db.sql(sql)
                .param("authority", reader.authority())
                .param("id", id)
                .query((row, n) -> new NotificationPage.Entry(
                        London.when(row.getTimestamp("at").toInstant(), now),
                        what(row.getString("what"), row.getString("code")),
                        row.getString("words"),
                        row.getString("by_name") == null ? "the sender" : row.getString("by_name")))
                .list();
    }

    private static String what(String what, @Nullable String code) {
        return switch (what) {
            case "link" ->
                switch (String.valueOf(code)) {
                    case "automatic" -> "Linked to the child automatically: the match is certain";
                    case "created" -> "Added as a new child and linked";
                    case "paired" -> "Linked to the child together with the report it belongs to";
                    default -> "Linked to the child";
                };
            case "unlink" -> "Unlinked from the child";
            case "triage" -> Rating.words(String.valueOf(code));
            case "response" -> lantern.intake.triage.Response.of(String.valueOf(code)).words;
            case "feedback" -> "Answered the referrer";
            default -> "Sent again with other words";
        };
    }

    private static NotificationPage completed(
            NotificationPage page,
            Matcher.Found candidates,
            List<Timescale> clocks,
            List<NotificationPage.Entry> history,
            List<Attachments.Attachment> attached) {
        return new NotificationPage(
                page.form(),
                page.id(),
                page.kind(),
                page.state(),
                page.parkedBecause(),
                page.said(),
                page.raw(),
                page.received(),
                page.child(),
                page.followUp(),
                page.rating(),
                page.wantsFeedback(),
                candidates,
                clocks,
                history,
                page.mayDecide(),
                page.mayAdd(),
                page.now(),
                attached);
    }

    private static String how(String channel) {
        return switch (channel) {
            case "phone" -> "after a phone call";
            case "web-form" -> "on the form";
            case "email" -> "by email";
            case "csv" -> "from a file";
            default -> "sent by their own system";
        };
    }

    /** What was typed here has only a number that the form made; what came by a link, the reference that its author was given. */
    private static String reference(ResultSet row) throws SQLException {
        var source = row.getString("source");
        if (source.startsWith("Web form: ")) return ", " + source + ", reference " + row.getString("source_reference");
        return List.of("phone", "web-form").contains(row.getString("channel"))
                ? ""
                : ", their reference " + row.getString("source_reference");
    }
}
