package lantern.intake.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import lantern.TestRegion;
import lantern.platform.postgres.TestDatabase;
import org.springframework.context.ApplicationContext;

/** A mailbox of Merrowdale on a real IMAP server: what is in it is read as Lantern reads it. */
public final class Letterbox {
    private final MailArrivals arrivals;
    private final TestRegion region;
    private final TestDatabase database;
    /** A police address that Merrowdale knows, and nobody else's test. */
    final String police = "misper" + System.nanoTime() + "@police.example";

    public Letterbox(ApplicationContext context, TestRegion region, TestDatabase database) {
        this.arrivals = context.getBean(MailArrivals.class);
        this.region = region;
        this.database = database;
        know();
    }

    /** What one message was read as. */
    record Taken(int bytes, MailArrivals.Became became) {}

    /** A report that the police's system sends. */
    public void fromThePolice(String text) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(police);
        message.setSubject("Missing person report");
        message.setText(text);
        message.saveChanges();
        read(message);
    }

    List<Taken> read(MimeMessage... messages) throws Exception {
        var taken = new ArrayList<Taken>();
        var server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
        try {
            var user = server.setUser("lantern@merrowdale.example", "lantern", "secret");
            for (var each : messages) user.deliver(each);
            var mailbox = new Mailbox(
                    URI.create("imap://lantern@127.0.0.1:" + server.getImap().getPort() + "/INBOX"),
                    "secret",
                    raw -> taken.add(new Taken(raw.length, arrivals.arrived(region.authority("merrowdale"), raw))));
            mailbox.readOnce();
        } finally {
            server.stop();
        }
        return taken;
    }

    private void know() {
        var sql = """
                insert into intake.mail_sender (authority_id, id, agency_id, address, source, recorded_at, recorded_by)
                values (:authority, :id, :agency, :address, :source, now(), :by)
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority("merrowdale"))
                .param("id", UUID.randomUUID())
                .param("agency", region.agency("merrowdale/police"))
                .param("address", police)
                .param("source", "merrow-" + police)
                .param("by", region.person("merrowdale", "hub-manager"))
                .update();
    }
}
