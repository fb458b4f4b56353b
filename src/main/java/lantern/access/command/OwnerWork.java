package lantern.access.command;

import java.util.function.BiFunction;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.platform.command.Installation;
import lantern.platform.postgres.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work done as the role that owns the tables, in one transaction: all of it or none. */
final class OwnerWork {
    private OwnerWork() {}

    static <T> T in(Installation lantern, BiFunction<JdbcClient, Setup, T> work) {
        try (var database = lantern.database()) {
            var login = database.settings().migrator();
            var connection =
                    new SingleConnectionDataSource(database.settings().url(), login.user(), login.password(), true);
            try {
                var owner = JdbcClient.create(connection);
                owner.sql("set role " + DatabaseSettings.OWNER).update();
                var setup = new Setup(owner, SystemSecret.of(database.data()));
                return java.util.Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(connection))
                        .execute(status -> work.apply(owner, setup)));
            } finally {
                connection.destroy();
            }
        }
    }
}
