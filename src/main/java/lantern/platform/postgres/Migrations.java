package lantern.platform.postgres;

import java.sql.SQLException;
import lantern.platform.CannotRun;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the database's tables to what this version of Lantern needs. Signs in as the migrator and becomes the owner, so
 * that everything made belongs to a role that nobody signs in as.
 */
public final class Migrations {
    private Migrations() {}

    /** Applies what is missing and returns how many that was. */
    public static int apply(DatabaseSettings settings) {
        requireServer18(settings);
        try {
            return flyway(settings).migrate().migrationsExecuted;
        } catch (FlywayValidateException e) {
            throw new CannotRun(
                    "This database was made by another version of Lantern, whose migrations differ from this one's."
                            + " Run that version; or, when it is a demo's, ./lantern demo --fresh starts again.",
                    e);
        } catch (FlywayException e) {
            throw new CannotRun("The database could not be brought up to date: " + firstLines(e), e);
        }
    }

    /** How many migrations this version has that the database lacks. */
    public static int missing(DatabaseSettings settings) {
        return flyway(settings).info().pending().length;
    }

    /** Refuses to go on with a database that is behind this version. */
    public static void requireNoneMissing(DatabaseSettings settings) {
        requireServer18(settings);
        var missing = missing(settings);
        if (missing > 0) {
            throw new CannotRun("The database lacks " + missing + " of this version's migrations. Run ./lantern migrate"
                    + " first.");
        }
    }

    private static Flyway flyway(DatabaseSettings settings) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(
                        settings.url(),
                        settings.migrator().user(),
                        settings.migrator().password())
                .initSql("set role " + DatabaseSettings.OWNER)
                .locations("classpath:db/migration")
                .schemas("platform")
                .defaultSchema("platform")
                .table("migration")
                // each module numbers its migrations in a block of its own, so a later one may have a lower number
                .outOfOrder(true)
                .cleanDisabled(true)
                .loggers("slf4j")
                .load();
    }

    static void requireServer18(DatabaseSettings settings) {
        try (var connection = DatabaseRoles.connect(settings, settings.migrator())) {
            var major = connection.getMetaData().getDatabaseMajorVersion();
            if (major != 18) {
                throw new CannotRun("Lantern needs PostgreSQL 18 and the server at " + settings.url() + " is version "
                        + connection.getMetaData().getDatabaseProductVersion() + ".");
            }
        } catch (SQLException e) {
            throw new CannotRun(
                    "The database at " + settings.url() + " cannot be reached as " + settings.migrator() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static String firstLines(FlywayException e) {
        var message = e.getMessage();
        return message == null
                ? e.toString()
                : String.join(
                        " ",
                        message.lines().filter(it -> !it.isBlank()).limit(12).toList());
    }
}
