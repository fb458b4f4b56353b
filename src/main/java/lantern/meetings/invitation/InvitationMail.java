package lantern.meetings.invitation;

import static lantern.platform.Stamps.stamp;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.jobs.Job;
import lantern.platform.mail.Smtp;
import lantern.platform.web.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends invitations with an entry for the calendar. An e-mail says which kind of meeting, when, where, and a link; no child, no colleague. It is marked as sent
 * in the transaction that hands it over; should Lantern die between the two, it is sent again under the same Message-ID.
 */
@Component
class InvitationMail implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);
    private static final int MOST_TRIES = 12;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final String PURPOSE = "invite to meetings by e-mail";

    private final Access access;
    private final JdbcClient db;
    private final MeetingRows rows;
    private final Smtp smtp;
    private final PublicUrl address;
    private final Clock clock;

    InvitationMail(Access access, JdbcClient db, MeetingRows rows, Smtp smtp, PublicUrl address, Clock clock) {
        this.access = access;
        this.db = db;
        this.rows = rows;
        this.smtp = smtp;
        this.address = address;
        this.clock = clock;
    }

    /** The same with another mail server: for tests. */
    InvitationMail through(Smtp other) {
        return new InvitationMail(access, db, rows, other, address, clock);
    }

    @Override
    public String name() {
        return "invitation-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (!smtp.isSet()) return;
        for (var authority : access.authorities())
            while (!Thread.currentThread().isInterrupted()
                    && Boolean.TRUE.equals(access.asSystem(authority.id(), PURPOSE, this::sendOne))) {
                // the next, in a transaction of its own
            }
    }

    private record Waiting(UUID id, UUID meeting, UUID invited, int version, boolean cancelled, int tries) {}

    /** False when none is due. */
    private Boolean sendOne() {
        var now = clock.instant();
        var sql = """
                select id, meeting_id, invited_id, version, cancelled, tries from meetings.invitation_mail
                where authority_id = (select ctx.authority()) and sent_at is null and next_at <= :now and tries < :most
                order by next_at, id limit 1 for update skip locked
                """;
        var found = db.sql(sql)
                .param("now", stamp(now))
                .param("most", MOST_TRIES)
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("meeting_id", UUID.class),
                        row.getObject("invited_id", UUID.class),
                        row.getInt("version"),
                        row.getBoolean("cancelled"),
                        row.getInt("tries")))
                .optional();
        if (found.isEmpty()) return false;
        var mail = found.get();
        var to = addresses(mail.invited);
        try {
            var meeting = rows.find(mail.meeting);
            for (var each : to) send(mail, meeting, each, now);
            end(mail, now, to.size(), null, now);
        } catch (MessagingException | IllegalArgumentException e) {
            var pause = PAUSE.multipliedBy(1L << Math.min(mail.tries, 10));
            // The server's own words may hold an address.
            LOG.warn("An invitation was not taken: {}", e.getClass().getSimpleName());
            end(
                    mail,
                    null,
                    0,
                    e.getClass().getSimpleName(),
                    now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        }
        return true;
    }

    private List<String> addresses(UUID invited) {
        return db.sql("select email from meetings.mail_addresses(:id) order by email")
                .param("id", invited)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void send(Waiting mail, Meeting meeting, String to, Instant now) throws MessagingException {
        var file = InvitationController.file(meeting, mail.version, mail.cancelled, address);
        smtp.send(
                mail.id,
                to,
                subject(mail, meeting),
                text(mail, meeting),
                now,
                new Smtp.Calendar(file.text(now), mail.cancelled));
    }

    private static String subject(Waiting mail, Meeting meeting) {
        var when = meeting.inWords();
        if (mail.cancelled) return "Not held, or without you: " + when;
        return (mail.version == 0 ? "Invitation: " : "Another time or place: ") + when;
    }

    private String text(Waiting mail, Meeting meeting) {
        var lines = new StringBuilder(subject(mail, meeting)).append(".\n\n");
        if (!mail.cancelled) {
            lines.append("It takes ").append(meeting.minutes()).append(" minutes.\n");
            if (meeting.place() != null)
                lines.append("Where: ").append(meeting.place()).append("\n");
        }
        lines.append("\n")
                .append(
                        address.told().isEmpty()
                                ? "Sign in to Lantern and open Meetings to see whom it is about."
                                : "Whom it is about is here, for those who may see it: " + address.told() + "/meetings/"
                                        + meeting.id());
        return lines.append(
                        "\n\nThis message names nobody on purpose. Do not answer it. The entry for your calendar is attached.\n")
                .toString();
    }

    private void end(Waiting mail, @Nullable Instant sent, int to, @Nullable String trouble, Instant next) {
        var sql = """
                update meetings.invitation_mail set sent_at = :sent::timestamptz, sent_to = :to, trouble = :trouble, tries = tries + 1, next_at = :next
                where authority_id = (select ctx.authority()) and id = :id
                """;
        db.sql(sql)
                .param("sent", stamp(sent))
                .param("to", to)
                .param("trouble", trouble)
                .param("next", stamp(next))
                .param("id", mail.id)
                .update();
    }
}
