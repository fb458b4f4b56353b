package lantern.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an accepted notification and the inbox cost: statements and plans, never milliseconds. */
class CostTest extends IntakeTest {

    /** Each statement is one round trip to the database. */
    private static List<String> statements(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        var level = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(seen);
        try {
            work.run();
        } finally {
            logger.detachAppender(seen);
            logger.setAdditive(true);
            logger.setLevel(level);
        }
        return seen.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement ["))
                // Asked before the request, once for a dozen calls of a connected system (lantern.access.limits).
                .filter(message -> !message.contains("access.take_calls"))
                .map(message -> message.replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void a_notification_of_a_known_child_with_its_episode_takes_few_statements() {
        var family = family();
        child(family, "Ria", "N-" + family, true);
        // another child of the same worker, whose name is then known
        var other = family();
        child(other, "Una", "N-" + other, true);
        post(police, missing(unique(), other, "Una", "N-" + other));
        var seen = statements(() -> post(police, missing(unique(), family, "Ria", "N-" + family)));
        assertThat(seen).as(String.join("\n", seen)).hasSizeBetween(8, 13);
    }

    @Test
    void a_notification_of_an_unknown_child_takes_few_statements() {
        var seen = statements(() -> post(police, missing(unique(), family(), "Sid", null)));
        assertThat(seen).as(String.join("\n", seen)).hasSizeBetween(4, 6);
    }

    @Test
    void the_inbox_reads_by_its_index_among_a_hundred_thousand_notifications() {
        var authority = region.authority("larkwater");
        database.superuser()
                .sql("""
                        insert into intake.notification (authority_id, id, agency_id, channel, source, source_reference, kind, reported_at, received_at, received_by, raw, said, state)
                        select ?, uuidv7(), ?, 'api', 'load', 'L' || i, 'missing', now(), now() - i * interval '1 minute', ?, '{}', '{}',
                               case when i % 500 = 0 then 'received' else 'no-action' end
                        from generate_series(1, 100000) i
                        """)
                .params(authority, region.agency("larkwater/police"), UUID.randomUUID())
                .update();
        database.superuser().sql("analyze intake.notification").update();
        var hub = region.session("larkwater", "hub-worker");
        var page = plan(hub, """
                select * from intake.notification
                where authority_id = '%s' and state = any ('{received,linked}') and kind = any ('{missing,absent,concern}') and state in ('received', 'parked', 'linked')
                order by state = 'parked', kind not in ('missing', 'concern'), received_at, id limit 25
                """.formatted(authority));
        var counts = plan(hub, """
                select kind, state, count(*) from intake.notification
                where authority_id = '%s' and state in ('received', 'parked', 'linked') group by kind, state
                """.formatted(authority));
        assertThat(page).doesNotContain("Seq Scan on notification");
        assertThat(counts).doesNotContain("Seq Scan on notification");
    }

    private String plan(String token, String sql) {
        return as(
                token,
                actor -> String.join(
                        "\n",
                        db.sql("explain " + sql)
                                .query((row, n) -> row.getString(1))
                                .list()));
    }
}
