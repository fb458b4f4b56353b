package lantern.children.patterns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import lantern.calendar.London;
import lantern.children.patterns.Thresholds.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each pattern as one question to one day of the digest. {@code :from} and {@code :until} are the day's; every answer names a person, perhaps a child, and
 * the figures that its sentence is made of. Asked as Lantern itself.
 */
@Component
class DayPatterns {
    private static final String FOUND = """
            insert into children.finding as f (authority_id, id, pattern, person_id, child_id, day, from_at, until_at, figures, found_at)
            select (select ctx.authority()), uuidv7(), :pattern, q.person, q.child, :day, q.from_at, q.until_at, q.figures, :now
            from (
            """;
    private static final String ONCE = """
            ) q
            on conflict on constraint found_once do update
               set from_at = excluded.from_at, until_at = excluded.until_at, figures = excluded.figures
             where f.looked_into_at is null and f.figures is distinct from excluded.figures
            """;

    /** Not reported for the same person and child within so many days. */
    private static final String NOT_YET = """
            and not exists (select from children.finding b where b.authority_id = (select ctx.authority()) and b.pattern = :pattern
                            and b.person_id = d.actor_id and b.child_id = d.child_id and b.day < :day and b.day > cast(:day as date) - :again)
            """;

    private final JdbcClient db;

    DayPatterns(JdbcClient db) {
        this.db = db;
    }

    void find(Pattern rule, LocalDate day, Instant now) {
        switch (rule.code()) {
            case "surname" ->
                ask(surname(), rule, day, now)
                        .param("bearers", rule.value("bearers"))
                        .param("again", rule.value("again-days"))
                        .update();
            case "never-involved" ->
                ask(neverInvolved(), rule, day, now)
                        .param("days", rule.value("days"))
                        .param("again", rule.value("again-days"))
                        .update();
            case "unusual-hours" ->
                ask(unusualHours(), rule, day, now)
                        .param("opened", rule.value("opened"))
                        .param("percent", rule.value("percent"))
                        .param("history", rule.value("history"))
                        .param(
                                "since",
                                London.startOf(day.minusDays(rule.value("history-days")))
                                        .atOffset(ZoneOffset.UTC))
                        .update();
            case "volume" ->
                ask(volume(), rule, day, now)
                        .param("children", rule.value("children"))
                        .param("own", rule.value("own-times"))
                        .param("role", rule.value("role-times"))
                        .param("days", rule.value("history-days"))
                        .update();
            case "searches" ->
                ask(searches(), rule, day, now)
                        .param("searches", rule.value("searches"))
                        .param("percent", rule.value("percent"))
                        .update();
            case "refusals" ->
                ask(refusals(), rule, day, now)
                        .param("refusals", rule.value("refusals"))
                        .update();
            case "break-glass" -> {
                ask(openings(), rule, day, now).update();
                reviewed();
            }
            default -> {
                // a warning is reported when it is given
            }
        }
    }

    private JdbcClient.StatementSpec ask(String question, Pattern rule, LocalDate day, Instant now) {
        return db.sql(FOUND + question + ONCE)
                .param("pattern", rule.code())
                .param("day", day)
                .param("from", London.startOf(day).atOffset(ZoneOffset.UTC))
                .param("until", London.startOf(day.plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static String surname() {
        return """
                select d.actor_id as person, d.child_id as child, d.first_at as from_at, :until as until_at,
                       jsonb_build_object('opened', d.opened, 'name', min(n.family_name), 'bearers', max(s.bearers), 'former', bool_and(n.kind <> 'current'))
                       as figures
                from audit.v_child_day d
                join access.v_person p on p.authority_id = d.authority_id and p.id = d.actor_id and p.post <> 'Connected system'
                cross join lateral (
                    select children.name_key((regexp_match(p.name, '\\S+$'))[1]) as key
                    union select r.family_key from children.relation r
                    where r.authority_id = d.authority_id and r.person_id = d.actor_id and r.kind = 'family-name' and r.withdrawn_at is null) mine
                join children.name n on n.authority_id = d.authority_id and n.child_id = d.child_id and n.family_key = mine.key
                cross join lateral (
                    select count(*) as bearers from (select from children.name b where b.authority_id = d.authority_id and b.family_key = mine.key
                                                     limit :bearers + 1) b) s
                where d.authority_id = (select ctx.authority()) and d.day = :day and d.opened > 0 and s.bearers <= :bearers
                """ + NOT_YET + " group by d.actor_id, d.child_id, d.first_at, d.opened";
    }

    private static String neverInvolved() {
        return """
                select d.actor_id as person, d.child_id as child, d.first_at as from_at, :until as until_at,
                       jsonb_build_object('opened', d.opened, 'searched', d.searched) as figures
                from audit.v_child_day d
                join access.v_person p on p.authority_id = d.authority_id and p.id = d.actor_id and p.post <> 'Connected system'
                where d.authority_id = (select ctx.authority()) and d.day = :day and d.opened > 0
                  and not exists (select from audit.v_child_day o where o.authority_id = d.authority_id and o.child_id = d.child_id
                                  and o.actor_id = d.actor_id and (o.listed > 0 or o.done > 0)
                                  and o.day between cast(:day as date) - :days and cast(:day as date) + :days)
                  and not exists (select from children.allocation a where a.authority_id = d.authority_id and a.child_id = d.child_id
                                  and (a.person_id = d.actor_id or a.team_id = p.team_id)
                                  and a.starts_at < :until and (a.ends_at is null or a.ends_at > :from))
                  and not exists (select from access.v_involvement i join access.v_agency g on g.authority_id = i.authority_id and g.id = i.agency_id
                                  where i.authority_id = d.authority_id and i.child_id = d.child_id and g.code = p.agency_code
                                    and (i.team_id is null or i.team_id = p.team_id)
                                    and i.starts_at < :until and (i.ends_at is null or i.ends_at > :from))
                  and not exists (select from access.v_break_glass b where b.authority_id = d.authority_id and b.child_id = d.child_id
                                  and b.person_id = d.actor_id and b.starts_at < :until and b.ends_at > :from)
                """ + NOT_YET;
    }

    /** The clock's circle: 23 and 0 are an hour apart. */
    private static String unusualHours() {
        return """
                select t.actor_id as person, null::uuid as child, min(t.hour) as from_at, max(t.hour) + interval '1 hour' as until_at,
                       jsonb_build_object('opened', sum(t.opened), 'usual', max(u.usual), 'near', max(u.near),
                                          'first', min(t.h), 'last', max(t.h)) as figures
                from (select actor_id, hour, extract(hour from hour at time zone 'Europe/London')::integer as h, sum(entries) as opened
                      from audit.v_person_hour
                      where authority_id = (select ctx.authority()) and act = 'look' and hour >= :from and hour < :until and actor_id is not null
                      group by 1, 2) t
                cross join lateral (
                    select sum(b.entries) as usual, coalesce(sum(b.entries) filter (where least(abs(b.h - t.h), 24 - abs(b.h - t.h)) <= 1), 0) as near
                    from (select extract(hour from p.hour at time zone 'Europe/London')::integer as h, p.entries
                          from audit.v_person_hour p
                          where p.authority_id = (select ctx.authority()) and p.actor_id = t.actor_id and p.act = 'look'
                            and p.hour >= :since and p.hour < :from) b) u
                where u.usual >= :history and u.near * 100 < :percent * u.usual
                group by t.actor_id having sum(t.opened) >= :opened
                """;
    }

    private static String volume() {
        return """
                select t.actor_id as person, null::uuid as child, :from as from_at, :until as until_at,
                       jsonb_build_object('children', t.children, 'own', own.usual, 'role', role.usual, 'post', p.post) as figures
                from (select actor_id, count(*) as children from audit.v_child_day
                      where authority_id = (select ctx.authority()) and day = :day and opened > 0
                      group by actor_id having count(*) >= :children) t
                join access.v_person p on p.authority_id = (select ctx.authority()) and p.id = t.actor_id and p.post <> 'Connected system'
                cross join lateral (
                    select percentile_cont(0.5) within group (order by c.children) as usual
                    from (select count(*) as children from audit.v_child_day d
                          where d.authority_id = (select ctx.authority()) and d.actor_id = t.actor_id and d.opened > 0
                            and d.day < :day and d.day >= cast(:day as date) - :days group by d.day) c) own
                cross join lateral (
                    select percentile_cont(0.5) within group (order by c.children) as usual
                    from (select count(*) as children from audit.v_child_day d
                          join access.v_person o on o.authority_id = d.authority_id and o.id = d.actor_id and o.post = p.post
                          where d.authority_id = (select ctx.authority()) and d.opened > 0
                            and d.day < :day and d.day >= cast(:day as date) - least(:days, 14) group by d.actor_id, d.day) c) role
                where t.children >= :own * coalesce(own.usual, 1) and t.children >= :role * coalesce(role.usual, 1)
                """;
    }

    private static String searches() {
        return """
                select t.actor_id as person, null::uuid as child, :from as from_at, :until as until_at,
                       jsonb_build_object('searches', count(*), 'unfollowed', count(*) filter (where not s.followed)) as figures
                from (select actor_id from audit.v_person_hour
                      where authority_id = (select ctx.authority()) and act = 'list' and list = 'children-search' and hour >= :from and hour < :until
                        and actor_id is not null
                      group by actor_id having sum(entries) >= :searches) t
                cross join lateral (
                    select exists (select from audit.v_child_day d where d.authority_id = (select ctx.authority()) and d.actor_id = t.actor_id
                                   and d.day = :day and d.opened > 0 and d.child_id = any (e.children) and d.last_at >= e.at) as followed
                    from audit.search(:from, :until, t.actor_id, array['list'], 'children-search', null, null, 'infinity',
                                      'ffffffff-ffff-ffff-ffff-ffffffffffff', 2000) e) s
                group by t.actor_id
                having count(*) filter (where not s.followed) >= :searches
                   and count(*) filter (where not s.followed) * 100 >= :percent * count(*)
                """;
    }

    private static String refusals() {
        return """
                select actor_id as person, null::uuid as child, min(hour) as from_at, max(hour) + interval '1 hour' as until_at,
                       jsonb_build_object('refusals', sum(entries)) as figures
                from audit.v_person_hour
                where authority_id = (select ctx.authority()) and act = 'refused' and hour >= :from and hour < :until and actor_id is not null
                group by actor_id having sum(entries) >= :refusals
                """;
    }

    private static String openings() {
        return """
                select distinct on (person_id, child_id) person_id as person, child_id as child, starts_at as from_at, ends_at as until_at,
                       jsonb_build_object('opening', id, 'reason', reason) as figures
                from access.v_break_glass
                where authority_id = (select ctx.authority()) and starts_at >= :from and starts_at < :until and reviewed_at is null
                order by person_id, child_id, starts_at desc
                """;
    }

    /** The review of an opening is the looking into: nobody does it twice. */
    private void reviewed() {
        var sql = """
                update children.finding f
                   set looked_into_at = b.reviewed_at, looked_into_by = b.reviewed_by, outcome_words = b.outcome_words,
                       outcome = case b.outcome when 'right' then 'in-order' when 'wrong' then 'breach' else 'talked' end
                from access.v_break_glass b
                where f.authority_id = (select ctx.authority()) and f.pattern = 'break-glass' and f.looked_into_at is null
                  and b.authority_id = f.authority_id and b.id::text = f.figures ->> 'opening' and b.reviewed_at is not null
                """;
        db.sql(sql).update();
    }
}
