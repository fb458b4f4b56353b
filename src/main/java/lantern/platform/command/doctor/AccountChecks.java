package lantern.platform.command.doctor;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Accounts, tokens and agreements that somebody should look at. Counts over all authorities and names nobody, so only the owner may ask. */
final class AccountChecks {
    private record Words(String well, String wrong) {}

    private static final Map<String, Words> WORDS = Map.of(
            "tokens-without-expiry",
            new Words(
                    "Every token of a connected system expires",
                    "tokens of connected systems never expire: renew them on the page Connected systems"),
            "reach-without-second-factor",
            new Words(
                    "Everybody who sees every child has a second factor",
                    "people see every child and have no second factor: invite them again, or disable them"),
            "unused-accounts",
            new Words(
                    "No account has been unused for more than 90 days",
                    "accounts have been unused for more than 90 days: a running Lantern disables them; is it running?"),
            "agreements-past-review",
            new Words(
                    "No sharing agreement is past its review",
                    "sharing agreements are past the date they were to be reviewed by: see the page Agreements"),
            "authorities-without-manager",
            new Words(
                    "Every authority has somebody who looks after all its people",
                    "authorities have nobody who looks after all their people: ./lantern user invite ... --role head-of-service"));

    private AccountChecks() {}

    static List<Finding> of(DatabaseSettings settings, Clock clock) {
        if (Migrations.missing(settings) > 0) return List.of();
        var url = settings.url() + (settings.url().contains("?") ? "&" : "?") + "options=-c%20role="
                + DatabaseSettings.OWNER;
        var owner = JdbcClient.create(new DriverManagerDataSource(
                url, settings.migrator().user(), settings.migrator().password()));
        return owner.sql("select what, how_many from access.weak_points(:at)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> finding(row.getString("what"), row.getLong("how_many")))
                .list();
    }

    private static Finding finding(String what, long howMany) {
        var words = WORDS.getOrDefault(what, new Words(what, what));
        return Finding.of(howMany == 0, words.well, howMany + " " + words.wrong);
    }
}
