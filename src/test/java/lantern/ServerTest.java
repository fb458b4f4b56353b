package lantern;

import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The whole application on a free port over a test database that holds {@link TestRegion}. All tests that extend this share
 * one server, so each makes its own children and looks only at those. The clock is {@link TestClock}: move it and put it back.
 */
@ExtendWith(SpringExtension.class)
@SpringBootTest(classes = Lantern.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServerTest.Region.class)
public abstract class ServerTest {
    protected static TestRegion region;
    protected static TestDatabase database;
    protected static final TestClock clock = new TestClock();

    @org.springframework.beans.factory.annotation.Value("${local.server.port}")
    protected int port;

    protected String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    static final class Region implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            database = TestDatabase.fresh();
            region = TestRegion.in(database);
            context.getBeanFactory().registerSingleton("databaseSettings", database.settings());
            context.getBeanFactory().registerSingleton("dataFolder", TestDatabase.folder());
            context.getBeanFactory().registerSingleton("clock", clock);
            // Upkeep would disable the region's people, who have not signed in for years: its test runs it on an
            // authority of its own.
            TestPropertyValues.of("lantern.ledger.heads=" + TestDatabase.freshHeads(), "lantern.upkeep=false")
                    .applyTo(context);
        }
    }
}
