package lantern.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.SealingKey;
import lantern.audit.seal.Sealer;
import lantern.platform.Ids;
import lantern.platform.postgres.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two authorities with one signed-in worker each, a ledger, and a sealer that is called by hand. */
public final class LedgerWorld {
    public static final String MERROWDALE = "merrowdale";
    public static final String LARKWATER = "larkwater";
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    public final TestDatabase database = TestDatabase.fresh();
    public final Path folder = temporary();
    public final HeadsFile heads = new HeadsFile(folder.resolve("heads"));
    public final Ledger ledger;
    public final Looks looks;
    public final JdbcClient app;
    private final JdbcClient owner;
    private final DataSource sealing;
    private final TransactionTemplate transaction;

    public LedgerWorld() {
        var source = pool(database.dataSource(database.settings().app()));
        owner = JdbcClient.create(pool(database.ownerDataSource()));
        sealing = pool(database.dataSource(database.settings().sealer()));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        ledger = new Ledger(new JdbcTemplate(source));
        app = JdbcClient.create(source);
        looks = new Looks(app);
        signedIn(MERROWDALE, "Ada Hollin");
        signedIn(LARKWATER, "Ben Tarrow");
    }

    /** Signing in costs more than any statement here. */
    private static DataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private void signedIn(String code, String name) {
        var sql = """
                with authority as (insert into access.authority (id, code, name) values (:authority, :code, initcap(:code))),
                     agency as (insert into access.agency (authority_id, id, code, kind, name) values (:authority, :agency, 'children', 'children', 'Children''s services')),
                     person as (insert into access.person (authority_id, id, name, email, state, created_at) values (:authority, :person, :name, :code || '@example.test', 'active', now())),
                     post as (insert into access.post (authority_id, id, person_id, agency_id, role, starts_at) values (:authority, :post, :person, :agency, 'hub-worker', now()))
                insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)
                values (:session, sha256(convert_to('token of ' || :code, 'UTF8')), :authority, :person, :post, now(), now())
                """;
        database.superuser()
                .sql(sql)
                .param("authority", Ids.next())
                .param("code", code)
                .param("agency", Ids.next())
                .param("person", Ids.next())
                .param("name", name)
                .param("post", Ids.next())
                .param("session", Ids.next())
                .update();
    }

    /** One transaction of this authority's worker. */
    public void as(String code, Runnable work) {
        transaction.executeWithoutResult(status -> {
            app.sql("select authority from ctx.begin(:token, 'welfare check')")
                    .param("token", "token of " + code)
                    .query(UUID.class)
                    .single();
            work.run();
        });
    }

    public void withoutSession(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    public Sealer sealer() {
        return sealer(10_000);
    }

    public Sealer sealer(int most) {
        var key = SealingKey.at(folder.resolve("ledger-key.pem"));
        return new Sealer(sealing(), key, heads, Clock.fixed(NOW, ZoneOffset.UTC), most);
    }

    /** Waits until no older transaction is open on the server (another test's, an analyze): the next pass then takes everything written so far. */
    public Sealer settled(Sealer sealer) {
        var sql = "select coalesce(pg_snapshot_xmin(pg_current_snapshot()) > max(xid), true) from audit.entry";
        while (!owner.sql(sql).query(Boolean.class).single()) Thread.onSpinWait();
        return sealer;
    }

    public DataSource sealing() {
        return sealing;
    }

    /** As the owner with the guard taken off: what the ledger must find out afterwards. */
    public void tamper(String sql) {
        var unguarded = """
                alter table audit.entry disable trigger only_ever_added_to;
                alter table audit.seal disable trigger only_ever_added_to;
                %s;
                alter table audit.entry enable always trigger only_ever_added_to;
                alter table audit.seal enable always trigger only_ever_added_to
                """;
        owner.sql(unguarded.formatted(sql)).update();
    }

    /** An empty ledger again: quicker than a database for each test. */
    public void empty() {
        tamper("truncate audit.entry, audit.seal");
        for (var code : List.of(MERROWDALE, LARKWATER)) {
            try {
                Files.deleteIfExists(folder.resolve("heads").resolve(code + ".log"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("lantern-ledger");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
