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
        takeFacts(standing, merged, chosen);
        // One name is used; the other is kept beside it, and a search finds the child by either.
        var other = chosen.merged(Fact.NAME) ? standing : merged;
        update(
                "update children.name set kind = 'alias' where authority_id = (select ctx.authority()) and child_id = :child and kind = 'current'",
                other);
        endAllocation(standing, merged, chosen.merged(Fact.WORKER) ? standing : merged, now);
        setAside(merge, "children.legal_status", standing, merged, chosen.merged(Fact.LEGAL_STATUS));
        setAside(merge, "children.placement", standing, merged, chosen.merged(Fact.PLACEMENT));
        db.sql("select children.narrow_sight(:merge)")
                .param("merge", merge)
                .query((row, n) -> 1)
                .list();
    }

    private void takeFacts(UUID standing, UUID merged, Chosen chosen) {
        var sql = """
                update children.child s set
                    family_name = case when :name then m.family_name else s.family_name end,
                    given_names = case when :name then m.given_names else s.given_names end,
                    known_as = case when :knownAs then m.known_as else coalesce(s.known_as, m.known_as) end,
                    date_of_birth = case when :born or s.date_of_birth is null then m.date_of_birth else s.date_of_birth end,
                    birth_precision = case when :born or s.date_of_birth is null then m.birth_precision else s.birth_precision end,
                    sex = case when :sex or s.sex = 'not-known' then m.sex else s.sex end,
                    ethnicity = case when :ethnicity then m.ethnicity else coalesce(s.ethnicity, m.ethnicity) end,
                    description = case when :description then m.description else coalesce(s.description, m.description) end,
                    responsible_authority = case when :responsible then m.responsible_authority else coalesce(s.responsible_authority, m.responsible_authority) end,
                    standing = case when 'open' in (s.standing, m.standing) then 'open' else 'closed' end
                from children.child m
                where s.authority_id = (select ctx.authority()) and s.id = :standing and m.authority_id = s.authority_id and m.id = :merged
                """;
        var taken = db.sql(sql)
                .param("name", chosen.merged(Fact.NAME))
                .param("knownAs", chosen.merged(Fact.KNOWN_AS))
                .param("born", chosen.merged(Fact.BORN))
                .param("sex", chosen.merged(Fact.SEX))
                .param("ethnicity", chosen.merged(Fact.ETHNICITY))
                .param("description", chosen.merged(Fact.DESCRIPTION))
                .param("responsible", chosen.merged(Fact.RESPONSIBLE))
                .param("standing", standing)
                .param("merged", merged)
                .update();
        if (taken != 1) throw Refused.notFound();
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
    void settle(UUID standing) {
        update("""
                update children.name n set kind = 'current' from children.child c
                where n.authority_id = (select ctx.authority()) and n.child_id = :child and c.authority_id = n.authority_id and c.id = n.child_id
                  and n.family_name = c.family_name and n.given_names = c.given_names
                  and not exists (select from children.name u where u.authority_id = n.authority_id and u.child_id = n.child_id and u.kind = 'current')
                """, standing);
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

    private void update(String sql, UUID child) {
        db.sql(sql).param("child", child).update();
    }
}
