package lantern.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.audit.Ledger;
import lantern.audit.head.HeadsFile;
import lantern.platform.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RunningLedgerTest extends ServerTest {
    @Autowired
    private Ledger ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    @Value("${lantern.ledger.heads}")
    private Path heads;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // so that a sealer that stopped fails the test rather than holds it
    void a_running_lantern_seals_by_itself_what_its_people_do() throws SQLException {
        var child = Ids.next();
        var session = region.session("merrowdale", "hub-worker");
        Bearer.with(
                session,
                "welfare check",
                () -> new TransactionTemplate(transactions).execute(status -> {
                    ledger.look(child, "identity");
                    return true;
                }));
        while (!isSealed(child)) Thread.onSpinWait();
        var sealer = database.dataSource(database.settings().sealer());
        var verdict = new Verification(sealer, new HeadsFile(heads), read -> {}).run();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isPositive();
    }

    private boolean isSealed(UUID child) {
        var sql = """
                select count(*) from audit.entry e join audit.seal s on s.authority_id = e.authority_id and s.horizon > e.xid
                where e.child_id = :child
                """;
        var found = database.superuser().sql(sql).param("child", child).query((row, n) -> row.getInt(1));
        return found.single() > 0;
    }
}
