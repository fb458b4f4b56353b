package lantern.timescales.numbers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.force.InForce;
import lantern.timescales.force.Version;
import lantern.timescales.standard.Limit;
import lantern.timescales.standard.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes a number for one authority from a date. What runs already keeps the version it started from. */
@Component
class Numbers {
    private final JdbcClient db;
    private final InForce inForce;
    private final Ledger ledger;
    private final Clock clock;

    Numbers(JdbcClient db, InForce inForce, Ledger ledger, Clock clock) {
        this.db = db;
        this.inForce = inForce;
        this.ledger = ledger;
        this.clock = clock;
    }

    LocalDate today() {
        return London.date(clock.instant());
    }

    Version inForce(Actor actor, String standard, LocalDate day) {
        return inForce.of(actor.authority()).inForce(standard, day).orElseThrow(Refused::notFound);
    }

    void change(Actor actor, String standard, ChangeNumber change) {
        var base = inForce(actor, standard, change.from());
        if (base.standard().within().unit() == Unit.CLOSE_OF_OFFICE)
            throw new Refused("This limit is the close of office and has no number", "number");
        var id = Ids.next();
        var sql = """
                insert into timescales.standard_version (id, authority_id, edition, standard_id, version, definition, effective_from, why, decided_by, recorded_at)
                select :id, :authority, base.edition, base.standard_id,
                    1 + coalesce((select max(version) from timescales.standard_version own
                                  where own.authority_id = :authority and own.edition = base.edition and own.standard_id = base.standard_id), 0),
                    base.definition || jsonb_build_object('within', :within::text, 'set-by', 'authority', 'source',
                        'Set by the authority; as shipped: ' || (shipped.definition ->> 'source')),
                    :from, :why, :actor, :now
                from timescales.standard_version base
                join timescales.standard_version shipped on shipped.authority_id is null and shipped.in_use
                    and shipped.edition = base.edition and shipped.standard_id = base.standard_id
                where base.id = :base
                order by shipped.version desc limit 1
                """;
        db.sql(sql)
                .param("id", id)
                .param("authority", actor.authority())
                .param("within", change.within().words())
                .param("from", change.from())
                .param("why", change.reason())
                .param("actor", actor.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("base", base.id())
                .update();
        inForce.forget(actor.authority());
        ledger.act(
                "standard.changed",
                "standard",
                id,
                null,
                Map.of(
                        "standard", standard,
                        "number", change.within().number(),
                        "unit", change.within().unit().name(),
                        "from", change.from().toString()));
    }

    /** Every number a standard has had for this authority, newest first. */
    List<StandardPage.Was> history(String standard) {
        var sql = """
                select v.id, e.title as edition, v.definition ->> 'within' as within, v.effective_from, v.authority_id is not null as own,
                    v.why, v.recorded_at, p.name as decided_by
                from timescales.standard_version v
                join timescales.edition e on e.id = v.edition
                left join access.v_person p on p.authority_id = v.authority_id and p.id = v.decided_by
                where v.standard_id = :standard order by v.effective_from desc, v.authority_id nulls last, v.version desc
                """;
        return db.sql(sql)
                .param("standard", standard)
                .query((row, n) -> new StandardPage.Was(
                        Limit.parse(row.getString("within")).words(),
                        London.day(row.getObject("effective_from", LocalDate.class)),
                        row.getBoolean("own")
                                ? row.getString("decided_by") + ", "
                                        + London.dateTime(row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant())
                                : row.getString("edition"),
                        row.getBoolean("own") ? row.getString("why") : "Shipped with Lantern"))
                .list();
    }

    String edition(String id) {
        return db.sql("select title from timescales.edition where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
