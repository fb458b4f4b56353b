package lantern.platform.command.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.Migrations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database: version, durability, clock, what the roles may do, and the policies on every table that holds a child. */
final class DatabaseChecks {
    private static final Duration MOST_APART = Duration.ofSeconds(2);
    private static final Duration LONGEST_UNSEALED = Duration.ofMinutes(5);

    private final DatabaseSettings settings;
    private final Clock clock;
    private final JdbcClient app;

    DatabaseChecks(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.app = JdbcClient.create(new DriverManagerDataSource(
                settings.url(), settings.app().user(), settings.app().password()));
    }

    List<Finding> all() {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.well("PostgreSQL " + setting("server_version") + " at " + settings.url()));
        for (var name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            var value = setting(name);
            findings.add(Finding.of(
                    !value.equals("off"),
                    name + " is " + value,
                    name + " is off: acknowledged work can be lost. Switch it on in the server's settings."));
        }
        findings.add(clocks());
        var missing = Migrations.missing(settings);
        findings.add(Finding.of(
                missing == 0, "The tables are up to date", missing + " migrations are missing: run ./lantern migrate"));
        findings.add(roles());
        findings.add(policies());
        if (missing == 0) findings.add(ledger());
        return findings;
    }

    private String setting(String name) {
        return app.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private Finding clocks() {
        var there =
                app.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        var apart = Duration.between(there.toInstant(), clock.instant()).abs();
        return Finding.of(
                apart.compareTo(MOST_APART) <= 0,
                "This machine's clock and the database's agree",
                "This machine's clock and the database's are " + apart.toSeconds()
                        + " seconds apart: timescales would be wrong. Set both by NTP.");
    }

    private Finding roles() {
        var sql = """
                select rolname from pg_catalog.pg_roles
                where rolname like 'lantern\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                union all
                select c.oid::pg_catalog.regclass::text from pg_catalog.pg_class c
                join pg_catalog.pg_roles r on r.oid = c.relowner
                where r.rolname in ('lantern_app', 'lantern_sealer') and c.relkind in ('r', 'p', 'v', 'm')
                """;
        var wrong = app.sql(sql).query(String.class).list();
        return Finding.of(
                wrong.isEmpty(),
                "No role that signs in owns a table or passes over row-level security",
                "These have rights they must not have: " + String.join(", ", wrong) + ". See docs/guides/operate.md.");
    }

    private Finding policies() {
        var sql = """
                select c.oid::pg_catalog.regclass::text from pg_catalog.pg_class c
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'ext')
                  and exists (select from pg_catalog.pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped)
                  and not (c.relrowsecurity and c.relforcerowsecurity)
                  and pg_catalog.has_table_privilege('lantern_app', c.oid, 'select')
                """;
        var open = app.sql(sql).query(String.class).list();
        return Finding.of(
                open.isEmpty(),
                "Every table that holds a child and that the application reads has row-level security",
                "These tables hold a child and have no row-level security: " + String.join(", ", open));
    }

    /** Every running instance seals each second: what has waited much longer is not sealed by anybody. */
    private Finding ledger() {
        record Lag(long entries, @Nullable OffsetDateTime oldest) {}
        var lag = app.sql("select entries, oldest from audit.lag()")
                .query((row, n) -> new Lag(row.getLong("entries"), row.getObject("oldest", OffsetDateTime.class)))
                .single();
        var waited = lag.oldest() == null
                ? Duration.ZERO
                : Duration.between(lag.oldest().toInstant(), clock.instant());
        if (waited.compareTo(LONGEST_UNSEALED) <= 0)
            return Finding.well(
                    lag.entries() == 0
                            ? "The ledger is sealed to its newest entry"
                            : "The ledger is sealed; " + lag.entries() + " of its newest entries are next");
        return Finding.wrong("The ledger is not being sealed. Entries that wait: " + lag.entries() + ", the oldest for "
                + waited.toMinutes()
                + " minutes. Start ./lantern serve (a stopped Lantern seals when it starts); if it runs, end the transaction that has been open that long"
                + " (pg_stat_activity). See docs/guides/operate.md.");
    }
}
