package lantern.audit.digest;

import java.time.Duration;
import java.util.UUID;
import lantern.access.Access;
import lantern.platform.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the ledger has gained, about every minute. A search reads what is newer than that from the ledger itself, so nothing is ever missing. */
@Component
public class Digests implements Job {
    private static final int AT_ONCE = 20_000;

    private final JdbcClient db;
    private final Access access;

    Digests(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    @Override
    public String name() {
        return "audit-digest";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var authority : access.authorities()) count(authority.id());
    }

    /** Everything that can be counted now: entries of transactions older than every open one. */
    public void count(UUID authority) {
        while (next(authority) > 0 && !Thread.currentThread().isInterrupted()) {
            // the next twenty thousand, in a transaction of their own
        }
    }

    private int next(UUID authority) {
        return db.sql("select audit.digest_next(:authority, :most)")
                .param("authority", authority)
                .param("most", AT_ONCE)
                .query(Integer.class)
                .single();
    }
}
