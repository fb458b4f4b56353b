package lantern.timescales.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.platform.jobs.Jobs;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardsLoader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each step goes out once, whatever number of instances send and whichever of them stops half way. */
class SendsTest extends ServerTest {
    @Autowired
    Sends sends;

    @Autowired
    Notices notices;

    @Autowired
    javax.sql.DataSource data;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    lantern.access.Access access;

    @Test
    void two_instances_and_one_that_dies_half_way_send_every_step_once() throws Exception {
        var subject = dueTimescales("merrowdale", 350);
        var first = Jobs.scheduler(data, List.of(sends));
        var second = Jobs.scheduler(data, List.of(sends));
        try (var dying = anInstanceThatTookFiftyAndSentThem("merrowdale", subject);
                var threads = Executors.newFixedThreadPool(3)) {
            first.start();
            second.start();
            var running = List.of(threads.submit(sends::run), threads.submit(sends::run), threads.submit(sends::run));
            first.stop();
            for (var run : running) run.get();
            assertThat(number(
                            "select count(distinct timescale_id) from timescales.send s join timescales.timescale t"
                                    + " on t.id = s.timescale_id where t.subject_id = :subject",
                            subject))
                    .as("those of the dying instance are still locked")
                    .isEqualTo(300);
            dying.rollback();
        }
        second.stop();
        sends.run();
        sends.run();
        var sent =
                "select s.step, count(*) as times from timescales.send s join timescales.timescale t on t.id = s.timescale_id"
                        + " where t.subject_id = :subject group by s.step order by s.step";
        assertThat(database.owner().sql(sent).param("subject", subject).query().listOfRows())
                .containsExactly(
                        Map.of("step", "due soon: interviewer", "times", 350L),
                        Map.of("step", "due: provider-manager", "times", 350L));
        assertThat(number("select count(*) from timescales.notice where subject_id = :subject", subject))
                .isEqualTo(700);
        assertThat(number(
                        "select count(*) from timescales.timescale where subject_id = :subject"
                                + " and next_send_at = due_at + interval '24 hours'",
                        subject))
                .isEqualTo(350);
    }

    @Test
    void a_notice_reaches_the_role_it_is_for_once_read_it_no_longer_counts_and_others_never_see_it() {
        var subject = dueTimescales("larkwater", 2);
        sends.run();
        var manager = region.session("larkwater", "provider-manager");
        assertThat(read(manager, subject)).extracting(NoticesPage.Row::state).containsExactly("Late", "Late");
        var ids = read(manager, subject).stream().map(NoticesPage.Row::id).toList();
        var before = waiting(manager);
        as(manager, () -> {
            notices.markRead(access.actor(), ids);
            return 0;
        });
        assertThat(waiting(manager)).isEqualTo(before - 2);
        assertThat(read(manager, subject)).extracting(NoticesPage.Row::read).containsOnly(true);
        assertThat(read(region.session("larkwater", "social-worker"), subject)).isEmpty();
        assertThat(read(region.session("merrowdale", "provider-manager"), subject))
                .isEmpty();
    }

    @Test
    void
            what_is_sent_about_a_restricted_child_reaches_those_it_names_and_the_hub_manager_learns_only_that_there_is_something() {
        var subject = dueTimescales("larkwater", 1);
        restrict(subject, region.person("larkwater", "head-of-service"));
        sends.run();
        assertThat(read(region.session("larkwater", "head-of-service"), subject))
                .hasSize(2);
        for (var other : List.of("provider-manager", "hub-manager", "interviewer", "hub-worker")) {
            assertThat(read(region.session("larkwater", other), subject))
                    .as(other)
                    .isEmpty();
        }
        var told =
                "select title, subject_id = :subject as tells from timescales.notice where subject_kind = 'withheld'";
        var held = database.owner().sql(told).param("subject", subject).query().listOfRows();
        assertThat(held).extracting(row -> row.get("tells")).containsOnly(false);
        assertThat(held)
                .extracting(row -> row.get("title"))
                .filteredOn("A timescale of a restricted record: the people it names were told"::equals)
                .hasSizeGreaterThan(1);
        var path = as(region.session("larkwater", "hub-manager"), () -> notices.newest(access.actor(), 1)).stream()
                .filter(row -> row.title().startsWith("A timescale of a restricted record"))
                .map(NoticesPage.Row::path)
                .distinct();
        assertThat(path).containsExactly("/notices");
    }

    @Test
    void
            a_notice_sent_before_the_record_was_restricted_is_gone_for_those_not_named_and_follows_its_timescale_to_another_child() {
        var subject = dueTimescales("larkwater", 1);
        sends.run();
        var manager = region.session("larkwater", "provider-manager");
        assertThat(read(manager, subject)).hasSize(1);
        var another = dueTimescales("larkwater", 1);
        restrict(another, region.person("larkwater", "head-of-service"));
        database.owner()
                .sql("update timescales.timescale set child_id = (select child_id from timescales.timescale"
                        + " where subject_id = :another) where subject_id = :subject")
                .param("another", another)
                .param("subject", subject)
                .update();
        assertThat(read(manager, subject)).isEmpty();
    }

    private static void restrict(UUID subject, UUID named) {
        var sql = """
                with restricted as (
                    insert into access.restriction (authority_id, id, child_id, reason, starts_at, restricted_by)
                    select authority_id, uuidv7(), child_id, 'A relative works here', now(), :named from timescales.timescale where subject_id = :subject
                    returning *)
                insert into access.named_person (authority_id, id, restriction_id, child_id, person_id, starts_at, named_by)
                select authority_id, uuidv7(), id, child_id, :named, now(), :named from restricted
                """;
        database.owner()
                .sql(sql)
                .param("named", named)
                .param("subject", subject)
                .update();
    }

    private List<NoticesPage.Row> read(String token, UUID subject) {
        return as(token, () -> notices.newest(access.actor(), 1)).stream()
                .filter(row -> row.path().endsWith(subject.toString()))
                .toList();
    }

    private long waiting(String token) {
        return as(token, () -> notices.waiting(access.actor()).orElseThrow());
    }

    private <T> T as(String token, java.util.function.Supplier<T> work) {
        var template = new TransactionTemplate(transactions);
        return java.util.Objects.requireNonNull(
                Bearer.with(token, "test", () -> template.execute(status -> work.get())));
    }

    /** Return interviews due three hours ago, all of one subject; nothing of them has been sent. */
    private static UUID dueTimescales(String authority, int number) {
        var subject = UUID.randomUUID();
        var sql = """
                insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, owner_agency,
                    started_by, starts_at, due_at, due_soon_at, next_send_at, recorded_at)
                select :authority, uuidv7(), 'return-interview', :version, 'episode', :subject, uuidv7(), 'interviewer', :agency, uuidv7(),
                    now() - interval '75 hours', now() - interval '3 hours', now() - interval '21 hours', now() - interval '21 hours', now()
                from generate_series(1, :number)
                """;
        var edition = EditionReader.shipped().getLast();
        database.owner()
                .sql(sql)
                .param("authority", region.authority(authority))
                .param("version", StandardsLoader.id(edition.id(), edition.standard("return-interview")))
                .param("subject", subject)
                .param("agency", region.agency(authority + "/returns"))
                .param("number", number)
                .update();
        var referred = """
                insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)
                select authority_id, uuidv7(), child_id, owner_agency, 'interview', subject_id, starts_at from timescales.timescale where subject_id = :subject
                """;
        database.owner().sql(referred).param("subject", subject).update();
        return subject;
    }

    private static java.sql.Connection anInstanceThatTookFiftyAndSentThem(String authority, UUID subject)
            throws SQLException {
        var login = database.settings().app();
        var connection = DriverManager.getConnection(database.settings().url(), login.user(), login.password());
        connection.setAutoCommit(false);
        try (var begin = connection.prepareStatement("select * from ctx.begin(?, 'test')");
                var take = connection.prepareStatement("""
                        with taken as (select authority_id, id from timescales.timescale where subject_id = ? limit 50 for update skip locked)
                        insert into timescales.send select authority_id, id, 'due soon: interviewer', now() from taken
                        """)) {
            begin.setString(1, region.system(authority));
            begin.execute();
            take.setObject(1, subject);
            assertThat(take.executeUpdate()).isEqualTo(50);
        }
        return connection;
    }

    private static long number(String sql, UUID subject) {
        return database.owner()
                .sql(sql)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }
}
