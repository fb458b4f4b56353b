package lantern.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lantern.children.record.PagesTest;
import lantern.intake.mailbox.MailArrivals.Became;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many e-mails at once, from four mailboxes. {@code -Dlantern.heap=2000} says how many, and prints how many a second were taken in. */
class MailRateTest extends PagesTest {
    private static final int NUMBER = Integer.getInteger("lantern.heap", 40);

    @Autowired
    MailArrivals arrivals;

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
        System.out.printf("%d e-mails, %.0f a second%n", NUMBER, NUMBER / ((System.nanoTime() - began) / 1e9));
        assertThat(database.owner()
                        .sql("select count(*) from intake.notification where authority_id = :authority")
                        .param("authority", authority)
                        .query(Integer.class)
                        .single())
                .isEqualTo(NUMBER);
    }

    private static byte[] mail(int number) {
        return ("From: misper@heap.example\r\nMessage-ID: <heap-" + number
                        + "@x>\r\n\r\nKind: missing\nReference: HEAP-" + number + "\nFamily name: Heapmail" + number
                        + "\nGiven names: Ada\nDate of birth: 4/5/2011\nCircumstances: Did not come back from school.\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
