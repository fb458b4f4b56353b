package lantern.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import lantern.access.Setup;
import lantern.access.SystemTokens;
import lantern.demo.authority.Account;
import lantern.demo.authority.Administration;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Channels;
import lantern.demo.authority.Region;
import lantern.demo.authority.Staffing;
import lantern.demo.child.AroundRows;
import lantern.demo.child.CareRows;
import lantern.demo.child.ChildMaker;
import lantern.demo.child.ChildRows;
import lantern.demo.exploited.Warned;
import lantern.demo.history.History;
import lantern.demo.marker.Markers;
import lantern.demo.report.Inbox;
import lantern.demo.rows.Copying;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import lantern.demo.scrutiny.Scrutiny;
import lantern.platform.CannotRun;
import lantern.platform.postgres.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Makes the fictional region: the authorities merrowdale and larkwater with their people, children and two years of history that end
 * now. One transaction, so an interrupted load leaves nothing; the same seed, number of children and instant give the same rows.
 */
public final class DemoRegion {
    /** Everyone's in the demo; it is printed with the accounts and opens nothing else. */
    public static final String PASSWORD = "lantern light over merrowdale";

    private static final int CHUNK = 2_000;
    private static final int STEPS = 20;
    /** From here on making keys and indexes once is quicker than keeping them up row by row (measured). */
    static final int REBUILD_FROM = 20_000;

    private final Connection connection;
    private final JdbcClient owner;
    private final Region region;
    private final Progress progress;

    private DemoRegion(Connection connection, Region region, Progress progress) {
        this.connection = connection;
        this.owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.region = region;
        this.progress = progress;
    }

    /**
     * Makes the region in this database unless it is there.
     *
     * @param children how many, in both authorities together
     * @return whether it was made now
     */
    public static boolean load(
            DatabaseSettings settings, SystemTokens tokens, Clock clock, int children, Progress progress) {
        return load(owner(settings), tokens, clock, Region.SEED, children, progress);
    }

    static boolean load(
            DataSource owner, SystemTokens tokens, Clock clock, long seed, int children, Progress progress) {
        if (children < 1 || children > 1_000_000) throw new CannotRun("The demo has between 1 and 1,000,000 children.");
        var started = clock.instant();
        var region = Region.of(seed, started, children);
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            var demo = new DemoRegion(connection, region, progress);
            if (demo.isThere()) return false;
            progress.say("Making a region of " + String.format(java.util.Locale.UK, "%,d", children)
                    + " invented children ...");
            demo.make(tokens);
            connection.commit();
            demo.measure();
        } catch (SQLException e) {
            throw new CannotRun("The demo's region could not be made: " + e.getMessage(), e);
        }
        progress.say("Made in " + Duration.between(started, clock.instant()).toSeconds() + " s.");
        return true;
    }

    /** Who can sign in: one person for each role of each authority. */
    public static List<Account> accounts() {
        return Region.accounts();
    }

    private static DataSource owner(DatabaseSettings settings) {
        var url = settings.url() + (settings.url().contains("?") ? "&" : "?") + "options=-c%20role="
                + DatabaseSettings.OWNER;
        return new DriverManagerDataSource(
                url, settings.migrator().user(), settings.migrator().password());
    }

    private boolean isThere() {
        // Two at once: the second waits here and then finds the region made.
        owner.sql("select pg_advisory_xact_lock(hashtext('lantern demo region'))")
                .query((row, n) -> 1)
                .list();
        var sql = "select exists (select from access.authority where code = any (:codes))";
        var codes = region.authorities().stream().map(Authority::code).toArray(String[]::new);
        return Boolean.TRUE.equals(
                owner.sql(sql).param("codes", codes).query(Boolean.class).single());
    }

    private void make(SystemTokens tokens) throws SQLException {
        var copying = Copying.open(connection, region.children() >= REBUILD_FROM);
        for (var authority : region.authorities()) copying.copy(Staffing.rows(authority, region.seed()));
        accountsCanSignIn(tokens);
        Administration.add(owner, region);
        Channels.add(owner, region, tokens);
        var done = 0;
        for (var authority : region.authorities()) done = children(copying, authority, done);
        for (var authority : region.authorities()) {
            var rows = new Rows();
            new Inbox(rows, authority, region).add();
            copying.copy(rows);
        }
        progress.at(done, region.children(), "keys and indexes");
        copying.close();
        var next = "select setval('children.reference_number', 1000001 + :children)";
        owner.sql(next)
                .param("children", region.children())
                .query((row, n) -> 1)
                .list();
        for (var authority : region.authorities()) {
            new InventedWork(owner, authority, region.now()).add();
            new InventedMeetings(owner, authority, region.now()).add();
            new Warned(owner, authority, region.now()).add();
            new InventedDiscussions(owner, authority, region.now()).add();
            new InventedReading(owner, authority, region.now()).add();
            Scrutiny.add(owner, authority, region.now());
            new InventedConcerns(owner, authority, region.now()).add();
        }
        sayInLedger(tokens);
    }

    /** One thread makes the next children while this one copies those before them. */
    private int children(Copying copying, Authority authority, int before) throws SQLException {
        try (var maker = Executors.newSingleThreadExecutor()) {
            var coming = CompletableFuture.supplyAsync(() -> chunk(authority, 0), maker);
            for (var first = 0; first < authority.children(); first += chunk()) {
                var rows = coming.get();
                var following = first + chunk();
                if (following < authority.children())
                    coming = CompletableFuture.supplyAsync(() -> chunk(authority, following), maker);
                copying.copy(rows);
                progress.at(before + Math.min(following, authority.children()), region.children(), "of the children");
            }
            return before + authority.children();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while making the demo's region; nothing of it is kept.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Small enough for the bar to move, large enough to be worth a copy. */
    private int chunk() {
        return Math.clamp(region.children() / STEPS, 1, CHUNK);
    }

    private Rows chunk(Authority authority, int first) {
        var rows = new Rows();
        var maker = new ChildMaker(region, authority);
        var registered = new ChildRows(rows, authority, region);
        var inCare = new CareRows(rows, authority, region);
        var around = new AroundRows(rows, authority, region);
        var markers = new Markers(rows, authority, region);
        var history = new History(rows, authority, region);
        for (var i = first; i < Math.min(first + chunk(), authority.children()); i++) {
            var child = maker.child(i);
            registered.add(child);
            inCare.add(child);
            around.add(child);
            markers.add(child);
            history.add(child);
        }
        return rows;
    }

    private void accountsCanSignIn(SystemTokens tokens) {
        var setup = new Setup(owner, tokens);
        setup.registerSystems(region.now());
        // The parameters of the sign-in page's own encoder; one hash for all, because the password is one for all.
        var hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        for (var authority : region.authorities()) {
            for (var agency : List.of("police", "health", "education", "returns"))
                setup.shareAsUsual(
                        authority.id(),
                        authority.agency(agency),
                        authority.person("head-of-service"),
                        authority.person("governance-lead"),
                        lantern.calendar.London.date(region.now()).minusYears(3));
            for (var account : Authority.accounts(region.seed(), authority.kind()))
                setup.credential(
                        authority.id(), authority.person(account.role()), String.valueOf(hash), account.secret());
        }
    }

    /** The history before this moment was made up, and the ledger says so; what it holds of reading before now says that it is invented. */
    private void sayInLedger(SystemTokens tokens) {
        for (var authority : region.authorities()) {
            owner.sql("select actor from ctx.begin(:token, 'make the demo region')")
                    .param("token", tokens.of(authority.code()))
                    .query((row, n) -> 1)
                    .single();
            var detail = Map.of("children", authority.children(), "seed", region.seed());
            owner.sql("select audit.write('demo.loaded', 'authority', :id, null, null, :detail::jsonb)")
                    .param("id", authority.id())
                    .param(
                            "detail",
                            tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(detail))
                    .query((row, n) -> 1)
                    .list();
        }
    }

    /** Without fresh statistics the first pages would be planned for empty tables. */
    private void measure() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            for (var table : Table.values()) statement.execute("vacuum (analyze) " + table.table());
            for (var table : InventedWork.TABLES) statement.execute("vacuum (analyze) " + table);
            for (var table : InventedMeetings.TABLES) statement.execute("vacuum (analyze) " + table);
        }
    }
}
