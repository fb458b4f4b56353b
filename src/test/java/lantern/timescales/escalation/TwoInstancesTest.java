package lantern.timescales.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lantern.Lantern;
import lantern.ServerTest;
import lantern.platform.jobs.Job;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.TestDatabase;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardsLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Two whole applications on one database, of which one loses every connection in the middle of its work: escalations and lists go out once each. */
class TwoInstancesTest extends ServerTest {
    private static final int NUMBER = 1_000;
    private static final Instant MONDAY_AT_SEVEN = Instant.parse("2025-12-01T07:05:00Z");

    @Autowired
    Sends sends;

    @Autowired
    List<Job> jobs;

    @AfterEach
    void backToRealTime() {
        clock.release();
    }

    @Test
    void a_thousand_due_timescales_are_told_once_each_while_one_of_two_instances_is_killed_half_way() throws Exception {
        clock.freeze(MONDAY_AT_SEVEN);
        var code = region.another();
        var subject = due(code);
        var dying = another();
        var second = dying.getBean(Sends.class);
        try (var threads = Executors.newFixedThreadPool(2)) {
            listsWhileItDies(threads, dying);
            var killed = threads.submit(second::run);
            var living = threads.submit(() -> {
                while (count("send", subject) < NUMBER / 2) Thread.onSpinWait();
                kill();
                sends.run();
                return true;
            });
            living.get();
            try {
                killed.get();
            } catch (java.util.concurrent.ExecutionException e) {
                // it lost its connection, as it should
            }
        } finally {
            dying.close();
        }
        sends.run();
        sends.run();
        var sql = """
                select s.step, count(*) as times, count(distinct s.timescale_id) as timescales from timescales.send s
                join timescales.timescale t on t.authority_id = s.authority_id and t.id = s.timescale_id where t.subject_id = :subject group by s.step order by s.step
                """;
        assertThat(database.owner().sql(sql).param("subject", subject).query().listOfRows())
                .containsExactly(
                        Map.of("step", "due soon: interviewer", "times", (long) NUMBER, "timescales", (long) NUMBER),
                        Map.of("step", "due: provider-manager", "times", (long) NUMBER, "timescales", (long) NUMBER));
        assertThat(count("notice", subject)).as("each escalation told once").isEqualTo(2L * NUMBER);
        twiceWeekly(jobs).run();
        var issued = """
                select a.code, count(distinct l.id) as lists,
                    (select count(*) from timescales.notice n where n.authority_id = a.id and n.subject_kind = 'issued-list' and n.title like '%1 Dec 2025%') as told
                from access.authority a left join missing.issued_list l on l.authority_id = a.id and l.of_day = date '2025-12-01' group by a.id, a.code
                """;
        assertThat(database.owner().sql(issued).query().listOfRows())
                .as("of each authority one list, of which each of five managers' roles is told once")
                .hasSizeGreaterThan(2)
                .allSatisfy(row -> assertThat(row).containsEntry("lists", 1L).containsEntry("told", 5L));
    }

    /** The instance that dies is held where it has written a list and is about to tell of it; the other comes to the same list meanwhile. */
    private void listsWhileItDies(ExecutorService threads, ConfigurableApplicationContext dying) throws Exception {
        var its = twiceWeekly(dying.getBeansOfType(Job.class).values());
        try (var holding = database.ownerDataSource().getConnection();
                var lock = holding.createStatement()) {
            holding.setAutoCommit(false);
            lock.execute("lock table timescales.notice in share row exclusive mode");
            var killed = threads.submit(its::run);
            while (!waits(true)) Thread.onSpinWait();
            var living = threads.submit(twiceWeekly(jobs)::run);
            while (!waits(false)) Thread.onSpinWait();
            kill();
            holding.rollback();
            living.get();
            try {
                killed.get();
            } catch (java.util.concurrent.ExecutionException e) {
                // it lost its connection, as it should
            }
        }
    }

    private static Job twiceWeekly(Collection<Job> jobs) {
        return jobs.stream()
                .filter(job -> job.name().equals("twice-weekly-list"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the instance that dies, or the other, waits for a lock. */
    private static boolean waits(boolean dying) {
        var sql =
                "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and (application_name = 'dying') = :dying)";
        return database.superuser()
                .sql(sql)
                .param("dying", dying)
                .query(Boolean.class)
                .single();
    }

    private static void kill() {
        database.superuser()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dying'")
                .query((row, n) -> 1)
                .list();
    }

    private static ConfigurableApplicationContext another() {
        var same = database.settings();
        var url = same.url() + (same.url().contains("?") ? "&" : "?") + "ApplicationName=dying";
        var settings = new DatabaseSettings(url, same.app(), same.migrator(), same.sealer(), same.admin());
        var application = new SpringApplication(Lantern.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>) context -> {
            context.getBeanFactory().registerSingleton("databaseSettings", settings);
            context.getBeanFactory().registerSingleton("dataFolder", TestDatabase.folder());
            context.getBeanFactory().registerSingleton("clock", clock);
        });
        return application.run(
                "--lantern.jobs=false",
                "--lantern.upkeep=false",
                "--lantern.ledger.heads=" + TestDatabase.freshHeads());
    }

    private static long count(String table, UUID subject) {
        var sql = table.equals("send")
                ? "select count(distinct s.timescale_id) from timescales.send s join timescales.timescale t on t.authority_id = s.authority_id and t.id = s.timescale_id where t.subject_id = :subject"
                : "select count(*) from timescales.notice where subject_id = :subject";
        return database.owner()
                .sql(sql)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static UUID due(String code) {
        var subject = UUID.randomUUID();
        var sql = """
                insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, owner_agency,
                    started_by, starts_at, due_at, due_soon_at, next_send_at, recorded_at)
                select :authority, uuidv7(), 'return-interview', :version, 'episode', :subject, uuidv7(), 'interviewer', :agency, uuidv7(),
                    :now - interval '75 hours', :now - interval '3 hours', :now - interval '21 hours', :now - interval '21 hours', :now
                from generate_series(1, :number)
                """;
        var edition = EditionReader.shipped().getLast();
        database.owner()
                .sql(sql)
                .param("authority", region.authority(code))
                .param("version", StandardsLoader.id(edition.id(), edition.standard("return-interview")))
                .param("subject", subject)
                .param("agency", region.agency(code + "/returns"))
                .param("number", NUMBER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return subject;
    }
}
