package lantern.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import lantern.platform.postgres.DatabaseSettings.Login;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The connections of a running Lantern: one pool that signs in as the application, and a very small one for sealing the
 * ledger. The settings are given by the command that starts the application, or by the environment.
 */
@Configuration(proxyBeanMethods = false)
public class Databases {
    @Bean
    @ConditionalOnMissingBean
    DatabaseSettings databaseSettings() {
        return DatabaseSettings.outside(System.getenv());
    }

    @Bean
    @Primary
    DataSource app(DatabaseSettings settings) {
        return pool("app", settings, settings.app(), 16);
    }

    @Bean
    @Qualifier("sealer")
    DataSource sealer(DatabaseSettings settings) {
        return pool("sealer", settings, settings.sealer(), 2);
    }

    private static HikariDataSource pool(String name, DatabaseSettings settings, Login login, int most) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(Math.min(most, 2));
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "lantern-" + name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // a prepared plan pays from the second use on, and a batch is one round trip
        config.addDataSourceProperty("prepareThreshold", "2");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The details of a refused statement hold the values of its row: names, addresses. They never reach the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // Every policy and query is written so that one plan serves every reader. Planning the row policies of five
        // tables anew
        // took longer (7 ms) than reading them (2 ms).
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        return new HikariDataSource(config);
    }
}
