package lantern.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.children.record.PagesTest;
import lantern.intake.mailbox.MailArrivals.Became;
import lantern.platform.jobs.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail on a real IMAP server, read into the running Lantern. */
class MailboxTest extends PagesTest {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    @Autowired
    MailArrivals arrivals;

    @Autowired
    List<Job> jobs;

    @Test
    void mail_becomes_a_notification_once_however_often_it_comes_and_what_cannot_be_read_waits_for_a_person()
            throws Exception {
        var police = "misper" + System.nanoTime() + "@police.example";
        sender(police, "merrow-police-mail");
        var reference = "MAIL-" + UUID.randomUUID();
        var became = new ArrayList<Became>();
        var authority = region.authority("merrowdale");
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        try {
            server.setUser("lantern@merrowdale.example", "lantern", "secret");
            for (var again = 0; again < 2; again++) send(server, police, report(reference, "Brackenmail"));
            send(server, police, "Family name: Nodate\nDate of birth: 31/02/2011\nKind: missing\n");
            send(server, "stranger@nowhere.example", report("OTHER-" + UUID.randomUUID(), "Strangermail"));
            var mailbox = new Mailbox(
                    URI.create("imap://lantern@127.0.0.1:" + server.getImap().getPort() + "/INBOX"),
                    "secret",
                    raw -> became.add(arrivals.arrived(authority, raw)));
            assertThat(mailbox.readOnce()).isEqualTo(4);
            assertThat(mailbox.readOnce()).as("read mail is not read again").isZero();
        } finally {
            server.stop();
        }
        assertThat(became)
                .containsExactly(Became.NOTIFICATION, Became.SEEN_BEFORE, Became.QUARANTINE, Became.QUARANTINE);
        var hub = region.session("merrowdale", "hub-worker");
        var row = database.superuser()
                .sql("select channel, said #>> '{child,familyName}' as name, id from intake.notification"
                        + " where source_reference = :reference")
                .param("reference", reference)
                .query((it, n) -> List.of(it.getString("channel"), it.getString("name"), it.getString("id")))
                .list();
        assertThat(row).hasSize(1);
        assertThat(row.getFirst()).startsWith("email", "Brackenmail");
        assertThat(page(hub, "/inbox/" + row.getFirst().getLast()).text()).contains("Brackenmail");
        assertThat(page(region.session("merrowdale", "hub-manager"), "/intake/mail")
                        .text())
                .contains(police);
    }

    @Test
    void the_same_bytes_twice_are_one_message() {
        var police = "misper" + System.nanoTime() + "@police.example";
        sender(police, "merrow-twice");
        var raw = ("From: " + police + "\r\nMessage-ID: <" + UUID.randomUUID() + "@x>\r\n\r\n"
                        + report("T-" + UUID.randomUUID(), "Twicemail"))
                .getBytes(StandardCharsets.UTF_8);
        var authority = region.authority("merrowdale");
        assertThat(arrivals.arrived(authority, raw)).isEqualTo(Became.NOTIFICATION);
        assertThat(arrivals.arrived(authority, raw)).isEqualTo(Became.SEEN_BEFORE);
    }

    @Test
    void a_copy_that_our_own_staff_forward_is_the_polices_message() {
        var police = "misper" + System.nanoTime() + "@police.example";
        sender(police, "merrow-forwarded");
        var staff = "staff" + System.nanoTime() + "@merrowdale.example";
        sender("merrowdale/children", staff, "hub-desk");
        var authority = region.authority("merrowdale");
        var text = report("F-" + UUID.randomUUID(), "Forwardmail");
        assertThat(arrivals.arrived(
                        authority, ("From: " + police + "\r\n\r\n" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Became.NOTIFICATION);
        var forwarded = "From: " + staff + "\r\n\r\nSee below.\r\n\r\n> Source: merrow-forwarded\r\n> "
                + text.replace("\n", "\n> ");
        assertThat(arrivals.arrived(authority, forwarded.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Became.SEEN_BEFORE);
    }

    @Test
    void a_manager_adds_a_sender_with_words_of_its_own() throws Exception {
        var manager = region.session("merrowdale", "hub-manager");
        var address = "sample" + System.nanoTime() + "@police.example";
        submit(
                manager,
                "/intake/mail/new",
                0,
                Map.of(
                        "address", address,
                        "agency", region.agency("merrowdale/police").toString(),
                        "source", "sampler",
                        "words", "Misper surname = family name",
                        "hours", "24"));
        var link = java.util.Objects.requireNonNull(page(manager, "/intake/mail")
                        .select("tr:contains(" + address + ") a")
                        .first())
                .attr("href");
        assertThat(page(manager, link).text()).contains("misper surname is read as family name");
        assertThat(get(region.session("merrowdale", "social-worker"), link).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_sender_that_is_silent_for_longer_than_usual_is_told_to_the_hub_manager_once() throws Exception {
        var address = "silent" + System.nanoTime() + "@police.example";
        var source = "silent-feed-" + System.nanoTime();
        var id = sender(address, source);
        var raw = "From: " + address + "\r\n\r\n" + report("S-" + UUID.randomUUID(), "Silentmail");
        arrivals.arrived(region.authority("merrowdale"), raw.getBytes(StandardCharsets.UTF_8));
        var owner = database.owner();
        owner.sql("update intake.mail_sender set expected_every = interval '6 hours' where id = :id")
                .param("id", id)
                .update();
        owner.sql("update intake.mail set received_at = received_at - interval '7 hours' where sender_id = :id")
                .param("id", id)
                .update();
        var job = jobs.stream()
                .filter(each -> each.name().equals("silent-mail-senders"))
                .findFirst()
                .orElseThrow();
        job.run();
        job.run();
        assertThat(owner.sql("select count(*) from timescales.notice"
                                + " where subject_kind = 'mail-sender' and subject_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(page(region.session("merrowdale", "hub-manager"), "/notices").text())
                .contains("No e-mail from " + source);
    }

    @Test
    void a_file_that_came_with_a_mail_is_kept_and_opened_from_the_notification() throws Exception {
        var police = "misper" + System.nanoTime() + "@police.example";
        sender(police, "merrow-attached");
        var family = "Attachedmail" + System.nanoTime();
        var raw = """
                From: %s
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/plain; charset=windows-1252
                Content-Transfer-Encoding: quoted-printable

                Kind: missing
                Reference: A-%s
                Family name: %s
                Given names: Zo=EB
                --cut
                Content-Type: application/pdf; name="plan.pdf"
                Content-Disposition: attachment; filename="plan.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQKJUVPRgo=
                --cut
                Content-Type: application/x-msdownload; name="run.exe"
                Content-Disposition: attachment; filename="run.exe"
                Content-Transfer-Encoding: base64

                TVqQAAMAAAA=
                --cut--
                """.formatted(police, UUID.randomUUID(), family).replace("\n", "\r\n");
        assertThat(arrivals.arrived(region.authority("merrowdale"), raw.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Became.NOTIFICATION);
        var id = database.owner()
                .sql("select id::text from intake.notification where said #>> '{child,familyName}' = :family")
                .param("family", family)
                .query(String.class)
                .single();
        var hub = region.session("merrowdale", "hub-worker");
        var shown = page(hub, "/inbox/" + id);
        assertThat(shown.text()).contains("Zoë", "plan.pdf", "run.exe (of a kind that is not opened here");
        var link = java.util.Objects.requireNonNull(
                        shown.select("a[href*=/attachments/]").first())
                .attr("href");
        assertThat(shown.select("a[href*=/attachments/]")).hasSize(1);
        assertThat(get(hub, link).body()).startsWith("%PDF-1.4");
        assertThat(get(region.session("merrowdale", "social-worker"), link).statusCode())
                .isEqualTo(404);
        assertThat(get(region.session("larkwater", "hub-worker"), link).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_mail_server_that_says_nothing_and_a_heap_of_mail_hold_up_no_other_channel() throws Exception {
        var bomb = "bomb" + System.nanoTime() + "@police.example";
        sender(bomb, "merrow-bomb");
        try (var silent = new java.net.ServerSocket(0, 10, java.net.InetAddress.getLoopbackAddress());
                var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var mailbox = new Mailbox(
                    URI.create("imap://lantern@127.0.0.1:" + silent.getLocalPort() + "/INBOX"), "secret", raw -> {});
            threads.submit(mailbox);
            var heap = threads.submit(() -> {
                for (var i = 0; i < 200; i++)
                    arrivals.arrived(
                            region.authority("merrowdale"),
                            ("From: " + bomb + "\r\n\r\n" + "A: b\n".repeat(2_000) + i)
                                    .getBytes(StandardCharsets.UTF_8));
                return 200;
            });
            var hub = region.session("merrowdale", "hub-worker");
            for (var i = 0; i < 10; i++)
                assertThat(get(hub, "/missing").statusCode()).isEqualTo(200);
            assertThat(heap.get()).isEqualTo(200);
            mailbox.stop();
            silent.close();
            threads.shutdownNow();
        }
        assertThat(database.owner()
                        .sql(
                                "select count(*) from intake.mail m join intake.mail_sender s on s.id = m.sender_id where s.address = :address")
                        .param("address", bomb)
                        .query(Long.class)
                        .single())
                .as("each is kept for a person")
                .isEqualTo(200);
    }

    private static void send(GreenMail server, String from, String text) {
        GreenMailUtil.sendTextEmail(
                "lantern@merrowdale.example",
                from,
                "Missing",
                text,
                server.getSmtp().getServerSetup());
    }

    private UUID sender(String address, String source) {
        return sender("merrowdale/police", address, source);
    }

    private UUID sender(String agency, String address, String source) {
        var id = UUID.randomUUID();
        database.owner()
                .sql(
                        "insert into intake.mail_sender (authority_id, id, agency_id, address, source, recorded_at, recorded_by)"
                                + " values (:authority, :id, :agency, :address, :source, now(), :by)")
                .param("authority", region.authority("merrowdale"))
                .param("id", id)
                .param("agency", region.agency(agency))
                .param("address", address)
                .param("source", source)
                .param("by", region.person("merrowdale", "hub-manager"))
                .update();
        return id;
    }

    private static String report(String reference, String family) {
        return "Kind: missing\nReference: " + reference + "\nFamily name: " + family
                + "\nGiven names: Tansy\nDate of birth: 4/5/2011\nLast seen: "
                + WRITTEN.format(clock.instant().minus(Duration.ofHours(3)))
                + "\nCircumstances: Did not come back from school.\n";
    }
}
