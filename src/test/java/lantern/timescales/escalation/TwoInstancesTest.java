package lantern.timescales.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import lantern.Lantern;
import lantern.ServerTest;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.TestDatabase;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardsLoader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Two whole applications on one database, of which one loses every connection in the middle of its work. */
class TwoInstancesTest extends ServerTest {
    private static final int NUMBER = 1_000;

    @Autowired
    Sends sends;

    @Test
    void a_thousand_due_timescales_are_told_once_each_while_one_of_two_instances_is_killed_half_way() throws Exception {
        var code = region.another();
        var subject = due(code);
        var dying = another();
        var second = dying.getBean(Sends.class);
        try (var threads = Executors.newFixedThreadPool(2)) {
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
                    now() - interval '75 hours', now() - interval '3 hours', now() - interval '21 hours', now() - interval '21 hours', now()
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
                .update();
        return subject;
    }
}
