package lantern.missing.worrying;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.stamp;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.counters.Pattern;
import lantern.missing.counters.Threshold.Code;
import lantern.missing.counters.Thresholds;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes and keeps the month's children. */
@Component
@Transactional
class MostWorrying {
    static final int SIX = 6;
    private static final int PROPOSED = 15;

    static final String PROPOSE = """
            select c.id, c.given_names, c.family_name, array_agg(e.missing_since order by e.missing_since) as since,
                (array_agg(e.id order by e.missing_since desc))[1] as latest, bool_or(e.stage = 'open') as missing,
                coalesce(bool_or(e.harm in ('suffered', 'suspected')) filter (where e.missing_since > :lately), false) as harm,
                coalesce(max(extract(epoch from coalesce(e.located_at, :now) - e.missing_since)) filter (where e.missing_since > :lately or e.stage = 'open'), 0) as longest,
                exists (select from missing.classification k where k.authority_id = c.authority_id and k.child_id = c.id and k.axis = 'police-risk' and k.value = 'high'
                    and k.withdrawn_at is null and k.happened_at > :lately) as high
            from missing.episode e
            join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
            where e.authority_id = :authority and (e.missing_since > :from or e.stage = 'open') and e.stage in ('open', 'located', 'returned', 'closed')
            group by c.authority_id, c.id, c.given_names, c.family_name
            having bool_or(e.missing_since > :lately or e.stage = 'open')
            """;

    private final JdbcClient db;
    private final Access access;
    private final Thresholds thresholds;
    private final Ledger ledger;
    private final Clock clock;

    MostWorrying(JdbcClient db, Access access, Thresholds thresholds, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.thresholds = thresholds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Those with the most points, who are not chosen yet. */
    List<Worry> proposed(LocalDate month, Instant now) {
        var chosen = chosen(month).stream()
                .filter(each -> each.takenOff() == null)
                .map(Chosen::child)
                .toList();
        return worries(now).stream()
                .filter(each -> !chosen.contains(each.child()))
                .limit(PROPOSED)
                .toList();
    }

    int lately(Instant now) {
        return thresholds.inForce(Code.RED_INDICATOR, London.date(now)).days();
    }

    private List<Worry> worries(Instant now) {
        var lately = lately(now);
        var persistent = thresholds.inForce(Code.PERSISTENT, London.date(now));
        return db
                .sql(PROPOSE)
                .param("authority", access.actor().authority())
                .param("now", stamp(now))
                .param("lately", stamp(now.minus(Duration.ofDays(lately))))
                .param("from", stamp(now.minus(Duration.ofDays(Math.max(365, persistent.days())))))
                .query((row, n) -> new Worry(
                        row.getObject("id", UUID.class),
                        (row.getString("given_names") + " " + row.getString("family_name")).strip(),
                        row.getObject("latest", UUID.class),
                        row.getBoolean("missing"),
                        row.getBoolean("high"),
                        row.getBoolean("harm"),
                        lately,
                        Duration.ofSeconds(row.getLong("longest")),
                        new Pattern(
                                Arrays.stream((Timestamp[])
                                                row.getArray("since").getArray())
                                        .map(Timestamp::toInstant)
                                        .toList(),
                                List.of(persistent),
                                now),
                        persistent))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Worry::points)
                        .reversed()
                        .thenComparing(Worry::name)
                        .thenComparing(Worry::child))
                .toList();
    }

    List<Chosen> chosen(LocalDate month) {
        var sql = """
                select w.*, trim(c.given_names || ' ' || c.family_name) as name from missing.most_worrying w
                join children.v_child c on c.authority_id = w.authority_id and c.id = w.child_id
                where w.authority_id = :authority and w.month = :month order by w.taken_off_at is not null, w.decided_at, w.id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("month", month)
                .query((row, n) -> new Chosen(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        row.getString("name"),
                        row.getInt("points"),
                        row.getString("because"),
                        row.getObject("decided_by", UUID.class),
                        instant(row, "decided_at"),
                        row.getString("taken_off_because")))
                .list();
    }

    void choose(UUID child, LocalDate month, String because) {
        var now = clock.instant();
        var worry = worries(now).stream()
                .filter(each -> each.child().equals(child))
                .findFirst()
                .orElseThrow(Refused::notFound);
        // Two people who choose at one moment come one after the other.
        db.sql("select pg_advisory_xact_lock(hashtextextended('missing.most_worrying' || :authority::text, 0))")
                .param("authority", access.actor().authority())
                .query(row -> {});
        if (onTheList(month) >= SIX)
            throw new Refused("Six children are chosen for this month already: take one off first", "because");
        var sql = """
                insert into missing.most_worrying (authority_id, id, child_id, month, points, because, decided_at, decided_by)
                values (:authority, :id, :child, :month, :points, :because, :now, :actor)
                on conflict (authority_id, month, child_id) where taken_off_at is null do nothing
                """;
        var id = Ids.next();
        var added = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("child", child)
                .param("month", month)
                .param("points", worry.points())
                .param("because", because)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .update();
        if (added == 0) throw new Refused("This child is chosen for this month already");
        ledger.act("most-worrying.chosen", "most-worrying", id, child);
    }

    private int onTheList(LocalDate month) {
        return db.sql(
                        "select count(*) from missing.most_worrying where authority_id = :authority and month = :month and taken_off_at is null")
                .param("authority", access.actor().authority())
                .param("month", month)
                .query(Integer.class)
                .single();
    }

    Chosen one(UUID id) {
        var month = db.sql("select month from missing.most_worrying where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> row.getObject("month", LocalDate.class))
                .optional()
                .orElseThrow(Refused::notFound);
        return chosen(month).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    void takeOff(UUID id, String because) {
        var chosen = one(id);
        var sql = """
                update missing.most_worrying set taken_off_at = :now, taken_off_by = :actor, taken_off_because = :because
                where authority_id = :authority and id = :id and taken_off_at is null
                """;
        var done = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .param("because", because)
                .update();
        if (done == 0) throw new Refused("This child is off the list already");
        ledger.act("most-worrying.taken-off", "most-worrying", id, chosen.child());
    }
}
