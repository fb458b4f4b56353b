package lantern.intake.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.platform.Refused;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Connected systems, files, forms and phones, as their messages of the last 90 days show them. What is usual for a connected system is learnt: half as long
 * again as its longest silence of 60 days, when it has sent at least twenty messages; a manager may set another number for any of them.
 */
@Component
class SystemFeeds implements Watched {
    private static final Duration LOOKED_AT = Duration.ofDays(90);
    private static final Duration LEARNT_FROM = Duration.ofDays(60);
    private static final int ENOUGH = 20;
    private static final Duration LEAST = Duration.ofHours(6);

    private final JdbcClient db;

    SystemFeeds(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Feed> feeds(Instant now) {
        note(now);
        var sql = """
                select f.*, a.name as agency, extract(epoch from f.expected_every)::bigint as expected, h.last, h.number,
                       extract(epoch from h.longest)::bigint as longest
                from intake.feed f
                join access.v_agency a on a.authority_id = f.authority_id and a.id = f.agency_id
                left join lateral (
                    select max(g.at) as last, count(*) filter (where g.at > :learn::timestamptz) as number,
                           max(g.gap) filter (where g.at > :learn::timestamptz) as longest
                    from (select n.received_at as at, n.received_at - lag(n.received_at) over (order by n.received_at) as gap
                          from intake.notification n
                          where n.authority_id = f.authority_id and n.agency_id = f.agency_id and n.channel = f.channel and n.source = f.source
                            and n.received_at > :since::timestamptz) g) h on true
                where f.authority_id = (select ctx.authority())
                order by a.name, f.source
                """;
        return db.sql(sql)
                .param("learn", utc(now.minus(LEARNT_FROM)))
                .param("since", utc(now.minus(LOOKED_AT)))
                .query((row, n) -> feed(row))
                .list();
    }

    /** Whoever has sent something is a feed from then on. Forms and phones of staff are one each. */
    private void note(Instant now) {
        var sql = """
                insert into intake.feed (authority_id, id, agency_id, channel, source)
                select distinct n.authority_id, uuidv7(), n.agency_id, n.channel, n.source from (
                    select distinct authority_id, agency_id, channel, source from intake.notification
                    where authority_id = (select ctx.authority()) and received_at > :since and channel <> 'email') n
                on conflict on constraint one_feed do nothing
                """;
        db.sql(sql).param("since", utc(now.minus(LOOKED_AT))).update();
    }

    private static Feed feed(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var set = row.getObject("expected", Long.class);
        var longest = row.getObject("longest", Long.class);
        var channel = row.getString("channel");
        var learnt = set == null && longest != null && channel.equals("api") && row.getLong("number") >= ENOUGH;
        var usual = set != null
                ? Duration.ofSeconds(set)
                : learnt && longest != null ? longer(LEAST, Duration.ofSeconds(longest * 3 / 2)) : null;
        return new Feed(
                id,
                Subject.feed(id),
                row.getString("agency"),
                channel,
                row.getString("source"),
                instant(row, "last"),
                usual,
                learnt,
                instant(row, "told_silent_at"));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    void expect(UUID id, @Nullable Duration every) {
        var sql = """
                update intake.feed set expected_every = make_interval(secs => :every::double precision), told_silent_at = null
                where authority_id = (select ctx.authority()) and id = :id
                """;
        if (db.sql(sql)
                        .param("every", every == null ? null : (double) every.toSeconds())
                        .param("id", id)
                        .update()
                == 0) throw Refused.notFound();
    }

    @Override
    public void told(Feed feed, Instant at) {
        db.sql("update intake.feed set told_silent_at = :at where authority_id = (select ctx.authority()) and id = :id")
                .param("id", feed.id())
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
