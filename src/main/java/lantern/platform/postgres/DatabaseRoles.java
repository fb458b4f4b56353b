package lantern.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import lantern.platform.CannotRun;
import lantern.platform.postgres.DatabaseSettings.Login;
import org.postgresql.PGConnection;

/**
 * The database's roles, and the database they meet in. Nobody who signs in owns anything: the owner cannot sign in, the
 * migrator becomes the owner for a migration, the application may only do what a migration grants it. Running this again
 * changes nothing.
 */
public final class DatabaseRoles {
    private static final List<String> EXTENSIONS =
            List.of("pg_trgm", "fuzzystrmatch", "btree_gist", "btree_gin", "pgcrypto", "unaccent");

    private static final String ROLES = """
            do $$
            begin
              if not exists (select from pg_roles where rolname = 'lantern_owner') then
                create role lantern_owner nologin nosuperuser nocreatedb nocreaterole nobypassrls;
              end if;
              if not exists (select from pg_roles where rolname = 'lantern_matcher') then
                create role lantern_matcher nologin nosuperuser nocreatedb nocreaterole nobypassrls;
              end if;
              if not exists (select from pg_roles where rolname = 'lantern_migrator') then
                create role lantern_migrator login nosuperuser nocreatedb nocreaterole nobypassrls;
              end if;
              if not exists (select from pg_roles where rolname = 'lantern_app') then
                create role lantern_app login nosuperuser nocreatedb nocreaterole nobypassrls;
              end if;
              if not exists (select from pg_roles where rolname = 'lantern_sealer') then
                create role lantern_sealer login nosuperuser nocreatedb nocreaterole nobypassrls;
              end if;
            end $$;
            grant lantern_owner to lantern_migrator with inherit false, set true;
            grant lantern_matcher to lantern_owner with inherit false, set true;
            """;

    /** Unqualified names find only PostgreSQL's own and the extensions': SQL here says its schema. */
    private static final String SEARCH_PATHS = """
            alter role lantern_app set search_path = pg_catalog, ext;
            alter role lantern_sealer set search_path = pg_catalog, ext;
            alter role lantern_migrator set search_path = pg_catalog, ext;
            """;

    private DatabaseRoles() {}

    /**
     * Makes the roles, the database and its extensions where they are missing, and gives the roles these passwords when
     * they cannot sign in. Needs the settings' admin.
     */
    public static void ensure(DatabaseSettings settings) {
        var admin = settings.admin();
        if (admin == null) {
            throw new CannotRun("The database's roles are made by its administrator: set LANTERN_ADMIN_USER and"
                    + " LANTERN_ADMIN_PASSWORD for this one command, or run the SQL in docs/guides/operate.md.");
        }
        if (signsIn(settings, settings.app())
                && signsIn(settings, settings.migrator())
                && signsIn(settings, settings.sealer())
                && isPrepared(settings)) {
            return;
        }
        var database = Address.of(settings.url());
        try (var connection = DriverManager.getConnection(database.maintenance(), admin.user(), admin.password())) {
            run(connection, ROLES + SEARCH_PATHS);
            for (var login : List.of(settings.app(), settings.migrator(), settings.sealer())) {
                // the password travels as a SCRAM verifier, so no server log can hold it
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
            }
            if (!exists(connection, database.name())) {
                run(connection, "grant lantern_owner to current_user with set true");
                run(connection, "create database \"" + database.name() + "\" owner lantern_owner");
            }
        } catch (SQLException e) {
            throw new CannotRun("The database's roles could not be made: " + e.getMessage(), e);
        }
        prepare(settings, admin);
    }

    private static void prepare(DatabaseSettings settings, Login admin) {
        var database = Address.of(settings.url()).name();
        var schemas = """
                revoke all on schema public from public;
                create schema if not exists ext;
                grant usage on schema ext
                  to lantern_owner, lantern_migrator, lantern_app, lantern_sealer, lantern_matcher;
                """;
        try (var connection = DriverManager.getConnection(settings.url(), admin.user(), admin.password())) {
            run(connection, whoMayConnect(database) + schemas);
            for (var extension : EXTENSIONS) {
                run(connection, "create extension if not exists " + extension + " schema ext");
            }
        } catch (SQLException e) {
            throw new CannotRun("The database " + database + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /** Not copied with a template, so asked for again for each clone. */
    static String whoMayConnect(String database) {
        return """
                revoke all on database "%1$s" from public;
                grant connect, temporary on database "%1$s" to lantern_app, lantern_sealer, lantern_migrator;
                grant connect, create, temporary on database "%1$s" to lantern_owner;
                """.formatted(database);
    }

    private static boolean isPrepared(DatabaseSettings settings) {
        var missing = "select count(*) from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
                + " where n.nspname = 'ext' and e.extname = any (?)";
        try (var connection = connect(settings, settings.migrator());
                var statement = connection.prepareStatement(missing)) {
            statement.setArray(1, connection.createArrayOf("text", EXTENSIONS.toArray()));
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == EXTENSIONS.size();
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean signsIn(DatabaseSettings settings, Login login) {
        try (var connection = connect(settings, login)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    static Connection connect(DatabaseSettings settings, Login login) throws SQLException {
        return DriverManager.getConnection(settings.url(), login.user(), login.password());
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var statement = connection.prepareStatement("select from pg_database where datname = ?")) {
            statement.setString(1, database);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A JDBC address taken apart: the database's name, and the same server's maintenance database. */
    record Address(String name, String maintenance) {
        static Address of(String url) {
            var properties = org.postgresql.Driver.parseURL(url, null);
            var name = properties == null ? null : properties.getProperty("PGDBNAME");
            if (name == null) {
                throw new CannotRun("LANTERN_DATABASE_URL does not name a database: "
                        + "jdbc:postgresql://host:5432/lantern is the form.");
            }
            var question = url.indexOf('?');
            var before = question < 0 ? url : url.substring(0, question);
            var rest = question < 0 ? "" : url.substring(question);
            return new Address(name, before.substring(0, before.lastIndexOf('/') + 1) + "postgres" + rest);
        }
    }
}
