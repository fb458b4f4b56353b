package lantern.timescales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import lantern.access.Access;
import lantern.children.record.PagesTest;
import lantern.platform.mail.Smtp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices by e-mail, with a real mail server. */
class NoticeMailTest extends PagesTest {
    private static final Instant NOON = Instant.parse("2031-03-04T12:00:00Z");
    private static final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Access access;

    @Autowired
    JdbcClient db;

    @BeforeAll
    static void started() {
        server.start();
    }

    @AfterAll
    static void stopped() {
        server.stop();
    }

    @Test
    void a_notice_is_mailed_once_to_each_person_it_is_for_by_however_many_instances_and_names_nobody()
            throws Exception {
        var code = region.another();
        for (var i = 0; i < 40; i++) notice(code, "hub-manager", null, NOON.minusSeconds(i));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < 4; i++)
                running.add(threads.submit(() -> mail(NOON).run()));
            for (var each : running) each.get();
        }
        mail(NOON).run();
        var mails = to("hub-manager@" + code + ".example");
        assertThat(mails.stream().mapToInt(NoticeMailTest::number).sum())
                .as("notices in all e-mails")
                .isEqualTo(40);
        assertThat(mails)
                .allSatisfy(text -> assertThat(text)
                        .contains("https://lantern.example/notices")
                        .doesNotContain("Red", "Secret", "Pat"));
        assertThat(to("hub-worker@" + code + ".example")).isEmpty();
    }

    @Test
    void nothing_is_mailed_in_quiet_hours_and_all_of_it_when_they_end() throws Exception {
        var code = region.another();
        var night = Instant.parse("2031-03-05T02:00:00Z");
        quiet(code, "hub-manager", "22:00", "07:00");
        notice(code, "hub-manager", null, night.minusSeconds(60));
        mail(night).run();
        assertThat(to("hub-manager@" + code + ".example")).isEmpty();
        mail(night.plus(Duration.ofHours(5).plusMinutes(1))).run();
        assertThat(to("hub-manager@" + code + ".example")).hasSize(1);
    }

    @Test
    void the_deputy_of_whoever_is_away_gets_their_notices_in_lantern_and_by_mail() throws Exception {
        var code = region.another();
        var deputy = region.person(code, "hub-worker");
        database.owner()
                .sql(
                        "insert into timescales.cover (authority_id, id, person_id, deputy_id, starts_at, ends_at, made_at)"
                                + " values (:authority, uuidv7(), :person, :deputy, :from::timestamptz, :until::timestamptz, now())")
                .param("authority", region.authority(code))
                .param("person", region.person(code, "hub-manager"))
                .param("deputy", deputy)
                .param("from", NOON.minusSeconds(3600).toString())
                .param("until", NOON.plusSeconds(3600).toString())
                .update();
        notice(code, "hub-manager", null, NOON);
        notice(code, "hub-manager", null, NOON.plusSeconds(7200));
        assertThat(database.owner()
                        .sql("select count(*) from timescales.notice where to_person = :deputy")
                        .param("deputy", deputy)
                        .query(Long.class)
                        .single())
                .as("only while they were away")
                .isEqualTo(1);
        mail(NOON).run();
        assertThat(to("hub-worker@" + code + ".example")).hasSize(1);
        assertThat(page(region.session(code, "hub-worker"), "/notices").text()).contains("Secret Red title");
        assertThat(page(region.session(code, "hub-worker"), "/notices/settings").text())
                .contains("How notices reach you");
    }

    private NoticeMail mail(Instant at) {
        var smtp =
                new Smtp("smtp://127.0.0.1:" + server.getSmtp().getPort(), "", "Lantern <lantern@merrowdale.example>");
        return new NoticeMail(access, db, smtp, "https://lantern.example", Clock.fixed(at, ZoneId.of("UTC")));
    }

    private static void notice(String code, String role, @org.jspecify.annotations.Nullable UUID person, Instant at) {
        database.owner()
                .sql(
                        "insert into timescales.notice (authority_id, id, step, to_role, to_person, title, subject_kind, subject_id, due_at, sent_at)"
                                + " values (:authority, uuidv7(), 'at once', :role, :person::uuid, 'Secret Red title', 'ledger', uuidv7(), :at::timestamptz, :at::timestamptz)")
                .param("authority", region.authority(code))
                .param("role", role)
                .param("person", person)
                .param("at", at.toString())
                .update();
    }

    private static void quiet(String code, String key, String from, String until) {
        database.owner()
                .sql("insert into timescales.quiet_hours (authority_id, person_id, by_mail, quiet_from, quiet_until)"
                        + " values (:authority, :person, true, :from::time, :until::time)")
                .param("authority", region.authority(code))
                .param("person", region.person(code, key))
                .param("from", from)
                .param("until", until)
                .update();
    }

    private static List<String> to(String address) throws Exception {
        var found = new ArrayList<String>();
        for (var message : server.getReceivedMessages())
            if (Arrays.toString(message.getAllRecipients()).contains(address))
                found.add(message.getSubject() + "\n" + GreenMailUtil.getBody(message));
        return found;
    }

    private static int number(String text) {
        return text.startsWith("A notice") ? 1 : Integer.parseInt(text.substring(0, text.indexOf(' ')));
    }
}
