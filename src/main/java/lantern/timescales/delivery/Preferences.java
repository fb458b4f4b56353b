package lantern.timescales.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the acting person has set for themselves. */
@Component
class Preferences {
    private final JdbcClient db;
    private final Ledger ledger;
    private final Clock clock;

    Preferences(JdbcClient db, Ledger ledger, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.clock = clock;
    }

    record Quiet(
            boolean byMail,
            @Nullable LocalTime from,
            @Nullable LocalTime until) {}

    Quiet quiet(Actor actor) {
        var sql = """
                select by_mail, quiet_from, quiet_until from timescales.quiet_hours where authority_id = :authority and person_id = :me
                """;
        return db.sql(sql)
                .param("authority", actor.authority())
                .param("me", actor.id())
                .query((row, n) -> new Quiet(
                        row.getBoolean("by_mail"),
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class)))
                .optional()
                .orElse(new Quiet(true, null, null));
    }

    void keep(Actor actor, Quiet quiet) {
        if ((quiet.from == null) != (quiet.until == null) || quiet.from != null && quiet.from.equals(quiet.until))
            throw new Refused("Enter from when and until when, or neither", "from");
        var sql = """
                insert into timescales.quiet_hours (authority_id, person_id, by_mail, quiet_from, quiet_until)
                values (:authority, :me, :mail, :from::time, :until::time)
                on conflict (authority_id, person_id) do update
                set by_mail = excluded.by_mail, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
                """;
        db.sql(sql)
                .param("authority", actor.authority())
                .param("me", actor.id())
                .param("mail", quiet.byMail)
                .param("from", quiet.from)
                .param("until", quiet.until)
                .update();
    }

    List<DeliveryPages.Cover> covers(Actor actor) {
        var sql = """
                select c.id, c.person_id = :me as mine, coalesce(p.name, 'A colleague') as name, c.starts_at, c.ends_at
                from timescales.cover c
                left join access.v_person p on p.authority_id = c.authority_id and p.id = case when c.person_id = :me then c.deputy_id else c.person_id end
                where c.authority_id = :authority and c.ended_at is null and c.ends_at > :now and :me in (c.person_id, c.deputy_id)
                order by c.starts_at
                """;
        return db.sql(sql)
                .param("authority", actor.authority())
                .param("me", actor.id())
                .param("now", now())
                .query((row, n) -> new DeliveryPages.Cover(
                        row.getObject("id", UUID.class),
                        row.getBoolean("mine"),
                        row.getString("name"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Colleagues of the same agency. */
    Map<String, String> deputies(Actor actor) {
        var sql = """
                select id, name, post from access.v_person
                where authority_id = :authority and agency_code = :agency and id <> :me and post is not null order by name limit 500
                """;
        var all = new LinkedHashMap<String, String>();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("agency", actor.agencyCode())
                .param("me", actor.id())
                .query(row -> {
                    all.put(row.getString("id"), row.getString("name") + ", " + row.getString("post"));
                });
        return all;
    }

    void cover(Actor actor, UUID deputy, Instant from, Instant until) {
        if (!until.isAfter(from)) throw new Refused("Enter a last day that is not before the first", "until");
        if (!until.isAfter(clock.instant())) throw new Refused("Enter a last day that is still to come", "until");
        var sql = """
                insert into timescales.cover (authority_id, id, person_id, deputy_id, starts_at, ends_at, made_at)
                values (:authority, :id, :me, :deputy, :from, :until, :now)
                """;
        var id = Ids.next();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", id)
                .param("me", actor.id())
                .param("deputy", deputy)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
        ledger.act("cover.made", "person", deputy, null);
    }

    void end(UUID id) {
        var sql = """
                update timescales.cover set ended_at = :now where authority_id = (select ctx.authority()) and id = :id and ended_at is null
                """;
        if (db.sql(sql).param("now", now()).param("id", id).update() == 0) throw Refused.notFound();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
