package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lantern.access.Bearer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A statement asked as somebody under their row policies has an index for each table. Scans of whole tables are made dear, so that one is left in the plan
 * only where no index can answer: that holds whatever the size of the test's tables.
 */
public abstract class PlanTest extends ServerTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    protected void readsByIndex(String role, String sql, Map<String, ?> asked) {
        var plan = Bearer.with(
                region.session("merrowdale", role),
                "test",
                () -> new TransactionTemplate(transactions).execute(status -> {
                    db.sql("set local enable_seqscan = off").update();
                    return String.join(
                            "\n",
                            db.sql("explain " + sql)
                                    .params(asked)
                                    .query((row, n) -> row.getString(1))
                                    .list());
                }));
        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }
}
