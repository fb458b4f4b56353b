package lantern.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lantern.children.record.PagesTest;
import lantern.intake.mailbox.MailArrivals.Became;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Many e-mails at once, from four mailboxes, and through one mailbox over IMAP. {@code -Dlantern.heap=2000} says how many, and prints how many a second were
 * taken in beside the floor of the same run: as many messages kept as rows by four connections, each in a transaction of its own, and nothing read of them.
 */
class MailRateTest extends PagesTest {
    private static final int NUMBER = Integer.getInteger("lantern.heap", 40);

    @Autowired
    MailArrivals arrivals;

    @Autowired
    ApplicationContext context;

    @Test
    void every_mail_of_a_heap_becomes_one_notification() throws Exception {
        var code = region.another();
        database.owner()
                .sql(
                        "insert into intake.mail_sender (authority_id, id, agency_id, address, source, recorded_at, recorded_by)"
                                + " values (:authority, uuidv7(), :agency, '@heap.example', 'heap', now(), :by)")
                .param("authority", region.authority(code))
                .param("agency", region.agency(code + "/police"))
                .param("by", region.person(code, "hub-manager"))
                .update();
        var authority = region.authority(code);
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<Became>>();
            for (var i = 0; i < NUMBER; i++) {
                var raw = mail(i);
                running.add(threads.submit(() -> arrivals.arrived(authority, raw)));
            }
            for (var each : running) assertThat(each.get()).isEqualTo(Became.NOTIFICATION);
        }
        var rate = NUMBER / ((System.nanoTime() - began) / 1e9);
        var floor = floor();
        System.out.printf(
                "%d e-mails, %.0f a second; floor %.0f a second, %.2f of it%n", NUMBER, rate, floor, rate / floor);
        assertThat(database.owner()
                        .sql("select count(*) from intake.notification where authority_id = :authority")
                        .param("authority", authority)
                        .query(Integer.class)
                        .single())
                .isEqualTo(NUMBER);
    }

    @Test
    void every_mail_of_a_full_mailbox_is_read_over_imap() throws Exception {
        var box = new Letterbox(context, region, database);
        var messages = new MimeMessage[NUMBER];
        for (var i = 0; i < NUMBER; i++) {
            messages[i] = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(new String(mail(i), StandardCharsets.UTF_8)
                            .replace("misper@heap.example", box.police)
                            .getBytes(StandardCharsets.UTF_8)));
        }
        var began = System.nanoTime();
        assertThat(box.read(messages))
                .hasSize(NUMBER)
                .allSatisfy(each -> assertThat(each.became()).isEqualTo(Became.NOTIFICATION));
        System.out.printf(
                "%d e-mails through one mailbox, %.0f a second%n",
                NUMBER, NUMBER / ((System.nanoTime() - began) / 1e9));
    }

    /** Messages a second that the database keeps at best. */
    private static double floor() throws Exception {
        database.superuser()
                .sql("create table if not exists public.mail_floor (raw bytea not null)")
                .update();
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<?>>();
            for (var thread = 0; thread < 4; thread++) {
                running.add(threads.submit(() -> {
                    try (var connection = database.dataSource(Objects.requireNonNull(
                                            database.settings().admin()))
                                    .getConnection();
                            var insert = connection.prepareStatement("insert into public.mail_floor values (?)")) {
                        for (var i = 0; i < NUMBER / 4; i++) {
                            insert.setBytes(1, mail(i));
                            insert.executeUpdate();
                        }
                    }
                    return null;
                }));
            }
            for (var each : running) each.get();
        }
        var rate = NUMBER / ((System.nanoTime() - began) / 1e9);
        database.superuser().sql("drop table public.mail_floor").update();
        return rate;
    }

    private static byte[] mail(int number) {
        return ("From: misper@heap.example\r\nMessage-ID: <heap-" + number
                        + "@x>\r\n\r\nKind: missing\nReference: HEAP-" + number + "\nFamily name: Heapmail" + number
                        + "\nGiven names: Ada\nDate of birth: 4/5/2011\nCircumstances: Did not come back from school.\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
