package lantern.children.merge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.children.merge.Chosen.Fact;
import lantern.platform.Refused;
import lantern.timescales.Owner;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on the record that two become, where only one of two can: their names, their facts, their worker, their care of today. */
@Component
class Standing {
    private final JdbcClient db;
    private final Timescales timescales;

    Standing(JdbcClient db, Timescales timescales) {
        this.db = db;
        this.timescales = timescales;
    }

    /** Only who sees both, and not for hours, may say that they are one. */
    void check(UUID standing, UUID merged) {
        for (var each : List.of(standing, merged)) {
            var opened = db.sql("select opened_until from access.standing(:child)")
                    .param("child", each)
                    .query((row, n) -> row.getObject("opened_until") != null)
                    .optional()
                    .orElseThrow(Refused::notFound);
            if (opened)
                throw Refused.notAllowed(
                        "You opened one of the two records in an emergency. Ask who works with the child to merge them.");
        }
    }

    boolean restricted(UUID child) {
        return db.sql("select named from access.standing(:child)")
                .param("child", child)
                .query((row, n) -> row.getObject("named") != null)
                .optional()
                .orElse(false);
    }

    void choose(UUID merge, UUID standing, UUID merged, Chosen chosen, Instant now) {
        db.sql("select children.choose_facts(:merge, :chosen::text[])")
                .param("merge", merge)
                .param("chosen", chosen.codes().keySet().toArray(String[]::new))
                .query((row, n) -> 1)
                .list();
        endAllocation(standing, merged, chosen.merged(Fact.WORKER) ? standing : merged, now);
        setAside(merge, "children.legal_status", standing, merged, chosen.merged(Fact.LEGAL_STATUS));
        setAside(merge, "children.placement", standing, merged, chosen.merged(Fact.PLACEMENT));
        db.sql("select children.narrow_sight(:merge)")
                .param("merge", merge)
                .query((row, n) -> 1)
                .list();
    }

    /** When both have a worker, the one who is not chosen is allocated no more, and their team's sight ends with it. */
    private void endAllocation(UUID standing, UUID merged, UUID ending, Instant now) {
        var sql = """
                with ended as (
                    update children.allocation a set ends_at = greatest(:at, a.starts_at)
                    where a.authority_id = (select ctx.authority()) and a.child_id = :ending and a.ends_at is null
                      and exists (select from children.allocation o where o.authority_id = a.authority_id and o.child_id in (:standing, :merged)
                                  and o.child_id <> :ending and o.ends_at is null)
                    returning a.id
                )
                select id from ended
                """;
        var ended = db.sql(sql)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("ending", ending)
                .param("standing", standing)
                .param("merged", merged)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        var close = "update access.involvement set ends_at = greatest(:at, starts_at)"
                + " where authority_id = (select ctx.authority()) and subject_id = any (:allocations) and ends_at is null";
        db.sql(close)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("allocations", ended.toArray(UUID[]::new))
                .update();
    }

    /** Of two that are in force the one not chosen is set aside with the merge: to end it would say that it ended. */
    private void setAside(UUID merge, String table, UUID standing, UUID merged, boolean theMergedStands) {
        var sql = """
                select o.id from %1$s o where o.authority_id = (select ctx.authority()) and o.child_id = :loses and o.ends_on is null
                  and exists (select from %1$s w where w.authority_id = o.authority_id and w.child_id = :stands and w.ends_on is null)
                """.formatted(table);
        var ids = db.sql(sql)
                .param("loses", theMergedStands ? standing : merged)
                .param("stands", theMergedStands ? merged : standing)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        db.sql("select children.set_aside(:merge, :table, :ids::uuid[])")
                .param("merge", merge)
                .param("table", table)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> 1)
                .list();
    }

    /** After the rows have moved: the name in use is there, and the open clocks belong to the worker who stands. */
    void settle(UUID merge, UUID standing) {
        for (var sql : List.of("select children.name_in_use(:merge)", "select children.move_relations(:merge)"))
            db.sql(sql).param("merge", merge).query((row, n) -> 1).list();
        var sql = """
                select a.person_id, a.team_id, t.agency_id from children.allocation a
                join access.v_team t on t.authority_id = a.authority_id and t.id = a.team_id
                where a.authority_id = (select ctx.authority()) and a.child_id = :child and a.ends_at is null
                """;
        db.sql(sql)
                .param("child", standing)
                .query((row, n) -> new Owner(
                        "social-worker",
                        row.getObject("agency_id", UUID.class),
                        row.getObject("team_id", UUID.class),
                        row.getObject("person_id", UUID.class)))
                .optional()
                .ifPresent(owner -> timescales.allocated(standing, owner));
    }
}
