package lantern.timescales.delivery;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.platform.Ids;
import lantern.platform.jobs.Job;
import lantern.platform.mail.Smtp;
import lantern.platform.web.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people by e-mail that notices wait for them, several in one message. An e-mail holds a number and a link: no child, no colleague, not what it is
 * about. A notice goes to a person once, by a primary key. An e-mail is marked as sent in the transaction that hands it over; should Lantern die between the
 * two, it is sent again under the same Message-ID.
 */
@Component
class NoticeMail implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeMail.class);
    private static final int AT_ONCE = 1_000;
    private static final int MOST_TRIES = 12;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final String PURPOSE = "tell people by e-mail that notices wait";

    private final Access access;
    private final JdbcClient db;
    private final Smtp smtp;
    private final String address;
    private final Clock clock;

    @Autowired
    NoticeMail(Access access, JdbcClient db, Smtp smtp, PublicUrl address, Clock clock) {
        this(access, db, smtp, address.told(), clock);
    }

    NoticeMail(Access access, JdbcClient db, Smtp smtp, String address, Clock clock) {
        this.access = access;
        this.db = db;
        this.smtp = smtp;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notice-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (!smtp.isSet()) return;
        for (var authority : access.authorities()) {
            access.asSystem(authority.id(), PURPOSE, () -> write(authority.id()));
            while (!Thread.currentThread().isInterrupted()
                    && Boolean.TRUE.equals(access.asSystem(authority.id(), PURPOSE, this::sendOne))) {
                // the next, in a transaction of its own
            }
        }
    }

    private record Told(UUID notice, UUID person) {}

    /** One e-mail for each person who has something new. */
    private Integer write(UUID authority) {
        var now = clock.instant();
        var told = db.sql("select notice_id, person_id from timescales.to_mail(:now, :most)")
                .param("now", utc(now))
                .param("most", AT_ONCE)
                .query((row, n) ->
                        new Told(row.getObject("notice_id", UUID.class), row.getObject("person_id", UUID.class)))
                .list();
        var mails = new LinkedHashMap<UUID, UUID>();
        var numbers = new HashMap<UUID, Integer>();
        var once = """
                insert into timescales.notice_mailed (authority_id, notice_id, person_id, mail_id) values (:authority, :notice, :person, :mail)
                on conflict do nothing
                """;
        for (var each : told) {
            var mail = mails.computeIfAbsent(each.person, person -> Ids.next());
            var mine = db.sql(once)
                    .param("authority", authority)
                    .param("notice", each.notice)
                    .param("person", each.person)
                    .param("mail", mail)
                    .update();
            numbers.merge(each.person, mine, Integer::sum);
        }
        var sql = """
                insert into timescales.notice_mail (authority_id, id, person_id, notices, made_at, next_at)
                values (:authority, :id, :person, :notices, :now, :now)
                """;
        mails.forEach((person, mail) -> {
            var number = numbers.getOrDefault(person, 0);
            if (number > 0)
                db.sql(sql)
                        .param("authority", authority)
                        .param("id", mail)
                        .param("person", person)
                        .param("notices", number)
                        .param("now", utc(now))
                        .update();
        });
        return told.size();
    }

    private record Waiting(UUID id, int notices, int tries) {}

    /** False when none is due. */
    private Boolean sendOne() {
        var now = clock.instant();
        var sql = """
                select id, notices, tries from timescales.notice_mail
                where authority_id = (select ctx.authority()) and sent_at is null and next_at <= :now and tries < :most
                order by next_at limit 1 for update skip locked
                """;
        var found = db.sql(sql)
                .param("now", utc(now))
                .param("most", MOST_TRIES)
                .query((row, n) ->
                        new Waiting(row.getObject("id", UUID.class), row.getInt("notices"), row.getInt("tries")))
                .optional();
        if (found.isEmpty()) return false;
        var mail = found.get();
        var to = Optional.ofNullable(db.sql("select timescales.mail_address(:id)")
                .param("id", mail.id)
                .query((row, n) -> Objects.requireNonNullElse(row.getString(1), ""))
                .single());
        try {
            if (!to.orElse("").isEmpty()) smtp.send(mail.id, to.get(), subject(mail.notices), text(mail.notices), now);
            end(mail, now, null, now);
        } catch (MessagingException | IllegalArgumentException e) {
            var pause = PAUSE.multipliedBy(1L << Math.min(mail.tries, 10));
            // The server's own words may hold an address.
            LOG.warn("An e-mail about notices was not taken: {}", e.getClass().getSimpleName());
            end(
                    mail,
                    null,
                    e.getClass().getSimpleName(),
                    now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        }
        return true;
    }

    private void end(
            Waiting mail,
            @org.jspecify.annotations.Nullable Instant sent,
            @org.jspecify.annotations.Nullable String trouble,
            Instant next) {
        var sql = """
                update timescales.notice_mail set sent_at = :sent::timestamptz, trouble = :trouble, tries = tries + 1, next_at = :next
                where authority_id = (select ctx.authority()) and id = :id
                """;
        db.sql(sql)
                .param("sent", sent == null ? null : utc(sent))
                .param("trouble", trouble)
                .param("next", utc(next))
                .param("id", mail.id)
                .update();
    }

    private static String subject(int notices) {
        return notices == 1 ? "A notice waits for you in Lantern" : notices + " notices wait for you in Lantern";
    }

    private String text(int notices) {
        return subject(notices) + ".\n\n"
                + (address.isEmpty() ? "Sign in and open Notices." : "Read them here: " + address + "/notices")
                + "\n\nThis message names nobody on purpose. Do not answer it. When you get e-mail, and who gets it while you are away, is set under Notices in Lantern.\n";
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
