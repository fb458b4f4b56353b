package lantern.access.people.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Announcements;
import lantern.calendar.London;
import lantern.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must not wait for somebody to remember it, in this order: changes planned for a day that has come, the quarter's reviews, accounts that nobody uses,
 * tokens that expire soon. Each is done once, however often and on however many instances this runs.
 */
@Component
class Upkeep implements Job {
    static final int UNUSED_DAYS = 90;
    static final int TOLD_DAYS = 76;
    static final int EXPIRING_DAYS = 30;

    private final JdbcClient db;
    private final Access access;
    private final Announcements announcements;
    private final Clock clock;
    private final boolean wanted;

    Upkeep(
            JdbcClient db,
            Access access,
            Announcements announcements,
            Clock clock,
            @Value("${lantern.upkeep:true}") boolean wanted) {
        this.db = db;
        this.access = access;
        this.announcements = announcements;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "access-upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (!wanted) return;
        for (var authority : access.authorities()) of(authority.id());
    }

    /** One authority's, each kind in a transaction of its own. */
    void of(UUID authority) {
        var at = clock.instant();
        access.asSystem(authority, "planned changes of people", () -> carryOut(at));
        access.asSystem(authority, "reviews of people", () -> openReviews(at));
        access.asSystem(authority, "unused accounts", () -> unused(at));
        access.asSystem(authority, "tokens that expire", () -> expiring(at));
    }

    private int carryOut(Instant at) {
        return db.sql("select change from access.carry_out_due(:at)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .size();
    }

    private record Opened(UUID review, UUID agency, List<UUID> managers) {}

    private int openReviews(Instant at) {
        var opened = db.sql("select review, agency, managers from access.open_reviews(:quarter, :at)")
                .param("quarter", quarter(at))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Opened(
                        row.getObject("review", UUID.class),
                        row.getObject("agency", UUID.class),
                        ids(row.getArray("managers"))))
                .list();
        for (var each : opened) {
            var first = each.managers.isEmpty() ? null : each.managers.getFirst();
            announcements.reviewOpened(each.review, each.agency, first, at);
            announcements.tell("Review the people of your agency", "people-review", each.review, at, each.managers);
        }
        return opened.size();
    }

    static String quarter(Instant at) {
        var day = London.date(at);
        return day.getYear() + "Q" + ((day.getMonthValue() + 2) / 3);
    }

    private record Unused(UUID person, List<UUID> managers) {}

    private int unused(Instant at) {
        var out = unused("select person, managers from access.disable_unused(:at, :days)", at, UNUSED_DAYS);
        for (var each : out) {
            announcements.tell(
                    "Your account was disabled: it was not used for 90 days",
                    "person",
                    each.person,
                    at,
                    List.of(each.person));
            announcements.tell(
                    "An account was disabled: it was not used for 90 days", "person", each.person, at, each.managers);
        }
        var soon = unused("select person, managers from access.tell_unused(:at, :days)", at, TOLD_DAYS);
        for (var each : soon) {
            announcements.tell(
                    "Your account will be disabled in two weeks unless you use it",
                    "person",
                    each.person,
                    at,
                    List.of(each.person));
            announcements.tell(
                    "An account will be disabled in two weeks: nobody uses it",
                    "person",
                    each.person,
                    at,
                    each.managers);
        }
        return out.size();
    }

    private List<Unused> unused(String sql, Instant at, int days) {
        return db.sql(sql)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("days", days)
                .query((row, n) -> new Unused(row.getObject("person", UUID.class), ids(row.getArray("managers"))))
                .list();
    }

    private record Expiring(UUID client, List<UUID> tell) {}

    private int expiring(Instant at) {
        var soon = db.sql("select client, tell from access.tokens_expiring(:at, :days)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("days", EXPIRING_DAYS)
                .query((row, n) -> new Expiring(row.getObject("client", UUID.class), ids(row.getArray("tell"))))
                .list();
        for (var each : soon)
            announcements.tell(
                    "The token of a connected system expires soon: renew it", "client", each.client, at, each.tell);
        return soon.size();
    }

    private static List<UUID> ids(java.sql.Array array) throws java.sql.SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }
}
