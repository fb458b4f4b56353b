package lantern.platform.postgres;

import java.util.Map;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;
import lantern.platform.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * Where Lantern's database is and how each of its roles signs in. The roles' names are fixed, so that the grants in the
 * migrations mean the same everywhere.
 *
 * @param url a JDBC address of PostgreSQL 18
 * @param admin may create roles and databases: the superuser of the embedded server; null for an outside server that
 *     its own administrators prepared
 */
public record DatabaseSettings(
        String url,
        Login app,
        Login migrator,
        Login sealer,
        @Nullable Login admin) {

    public static final String DATABASE = "lantern";
    public static final String OWNER = "lantern_owner";
    public static final String MIGRATOR = "lantern_migrator";
    public static final String APP = "lantern_app";
    public static final String SEALER = "lantern_sealer";
    public static final String MATCHER = "lantern_matcher";

    private static final int SHORTEST_PASSWORD = 16;

    /** A role and its password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user; // a password must not reach a log by way of a record's text
        }
    }

    /** The embedded server over this data folder, listening on this port. */
    public static DatabaseSettings embedded(DataFolder data, int port) {
        return new DatabaseSettings(
                EmbeddedPostgres.url(port, DATABASE),
                new Login(APP, data.secret(APP)),
                new Login(MIGRATOR, data.secret(MIGRATOR)),
                new Login(SEALER, data.secret(SEALER)),
                new Login(EmbeddedPostgres.SUPERUSER, data.secret("postgres-superuser")));
    }

    /** Whether the environment names an outside server. */
    public static boolean isOutside(Map<String, String> environment) {
        return !environment.getOrDefault("LANTERN_DATABASE_URL", "").isBlank();
    }

    /** The outside server that the environment names. Refuses what is missing or too short. */
    public static DatabaseSettings outside(Map<String, String> environment) {
        var url = needed(environment, "LANTERN_DATABASE_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotRun("LANTERN_DATABASE_URL must start with jdbc:postgresql:, for example"
                    + " jdbc:postgresql://db.example.gov.uk:5432/lantern?sslmode=verify-full");
        }
        var admin = environment.getOrDefault("LANTERN_ADMIN_USER", "");
        return new DatabaseSettings(
                url,
                new Login(APP, password(environment, "LANTERN_APP_PASSWORD")),
                new Login(MIGRATOR, password(environment, "LANTERN_MIGRATOR_PASSWORD")),
                new Login(SEALER, password(environment, "LANTERN_SEALER_PASSWORD")),
                admin.isBlank() ? null : new Login(admin, needed(environment, "LANTERN_ADMIN_PASSWORD")));
    }

    private static String password(Map<String, String> environment, String name) {
        var password = needed(environment, name);
        if (password.length() < SHORTEST_PASSWORD) {
            throw new CannotRun(name + " is too short: use at least " + SHORTEST_PASSWORD
                    + " characters, for example from: openssl rand -base64 24");
        }
        if (password.toLowerCase(java.util.Locale.ROOT).matches(".*(password|change.?me|secret|lantern|12345).*")) {
            throw new CannotRun(name + " can be guessed: use a random one, for example from: openssl rand -base64 24");
        }
        return password;
    }

    private static String needed(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new CannotRun(name + " is not set. See \"An outside PostgreSQL\" in docs/guides/operate.md.");
        }
        return value;
    }

    /** The same logins on another database of the same server. */
    public DatabaseSettings on(String otherUrl) {
        return new DatabaseSettings(otherUrl, app, migrator, sealer, admin);
    }
}
