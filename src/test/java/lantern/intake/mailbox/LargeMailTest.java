package lantern.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import lantern.ServerTest;
import lantern.intake.mailbox.MailArrivals.Became;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class LargeMailTest extends ServerTest {
    @Autowired
    ApplicationContext context;

    @Test
    void
            a_mail_of_twenty_megabytes_is_kept_whole_and_of_a_longer_one_as_much_as_is_read_is_kept_and_not_opened_as_if_whole()
                    throws Exception {
        var box = new Letterbox(context, region, database);
        var taken = box.read(large(box.police, 15_000_000), large(box.police, 23_000_000));
        assertThat(taken).extracting(Letterbox.Taken::became).containsExactly(Became.NOTIFICATION, Became.NOTIFICATION);
        assertThat(taken.getFirst().bytes()).isBetween(20_000_000, MailArrivals.MOST_BYTES - 1);
        assertThat(taken.getLast().bytes()).isEqualTo(MailArrivals.MOST_BYTES);
        var sql = """
                select octet_length(m.raw) as raw, a.bytes, a.file_id is not null as opens from intake.mail m
                join intake.mail_sender s on s.id = m.sender_id and s.address = :address
                join intake.attachment a on a.notification_id = m.notification_id order by m.received_at, m.id
                """;
        var kept = database.superuser()
                .sql(sql)
                .param("address", box.police)
                .query((row, n) -> List.of(row.getInt("raw"), row.getInt("bytes"), row.getBoolean("opens")))
                .list();
        assertThat(kept.getFirst()).isEqualTo(List.of(taken.getFirst().bytes(), 15_000_000, true));
        assertThat(kept.getLast()).startsWith(MailArrivals.MOST_BYTES).endsWith(false);
    }

    /** A report with a file of so many bytes. */
    private static MimeMessage large(String from, int size) throws Exception {
        var file = new byte[size];
        new Random(size).nextBytes(file);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 8);
        var text = new MimeBodyPart();
        text.setText("Kind: missing\nReference: LARGE-" + UUID.randomUUID() + "\nFamily name: Largemail\n");
        var attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new ByteArrayDataSource(file, "application/pdf")));
        attached.setFileName("plan.pdf");
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(from);
        message.setSubject("Missing");
        message.setContent(new MimeMultipart(text, attached));
        message.saveChanges();
        return message;
    }
}
