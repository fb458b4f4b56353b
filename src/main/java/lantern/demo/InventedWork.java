package lantern.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people made of the invented episodes: plans for the return, letters, the twice-weekly lists as they would have been issued, and
 * the most worrying children of two months. The ids come of those of the steps and episodes, so the same region gives the same rows.
 */
final class InventedWork {
    static final List<String> TABLES = List.of(
            "missing.return_plan",
            "missing.letter",
            "missing.issued_list",
            "missing.issued_row",
            "missing.most_worrying");
    private static final int LISTS = 12;

    private final JdbcClient owner;
    private final Authority authority;
    private final Instant now;

    InventedWork(JdbcClient owner, Authority authority, Instant now) {
        this.owner = owner;
        this.authority = authority;
        this.now = now;
    }

    void add() {
        plans();
        letters();
        var day = London.date(now);
        for (var i = 0; i < LISTS; i++) {
            day = before(day);
            issued(day);
        }
        var month = London.date(now).withDayOfMonth(1);
        worrying(month.minusMonths(1), 6);
        worrying(month, 2);
    }

    private static LocalDate before(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        var thursday = day.with(TemporalAdjusters.previous(DayOfWeek.THURSDAY));
        return monday.isAfter(thursday) ? monday : thursday;
    }

    private void plans() {
        var sql = """
                insert into missing.return_plan (authority_id, id, episode_id, child_id, places_of_safety, who_collects, duty_staff, same_placement, placement_reason, recorded_at,
                    recorded_by)
                select distinct on (s.episode_id) s.authority_id, md5('plan ' || s.id)::uuid, s.episode_id, s.child_id,
                    case when e.looked_after then 'The placement; otherwise the emergency bed of the duty team.' else 'Home; otherwise the grandparents.' end,
                    case when e.looked_after then 'Night staff of the home; the duty team knows their number.' else 'A parent, with the duty worker on the telephone.' end,
                    s.words, case when e.looked_after then 'yes' end, case when e.looked_after then 'The child asked to stay there.' end, s.recorded_at, s.recorded_by
                from missing.step s join missing.episode e on e.authority_id = s.authority_id and e.id = s.episode_id
                where s.authority_id = :authority and s.kind = 'duty-plan' order by s.episode_id, s.happened_at desc, s.id
                """;
        run(sql);
    }

    private void letters() {
        var sql = """
                insert into missing.letter (authority_id, id, episode_id, child_id, kind, recipient, subject, words, made_at, made_by, sent_at, sent_how, sent_by, reply_at, reply_words,
                    reply_by)
                select e.authority_id, md5('letter ' || e.id)::uuid, e.id, e.child_id, 'pattern', c.responsible_authority || ', Head of Service, children''s social care',
                    'A child whom you have placed in our area goes missing again and again',
                    'A child whom you have placed in our area has gone missing several times within a year.' || E'\\n\\n'
                        || 'Please tell us whether the placement is right for the child, what the risk assessment says, and whom we can work with.',
                    e.returned_at + interval '2 hours', e.opened_by, e.returned_at + interval '3 hours', 'by secure e-mail', e.opened_by,
                    e.returned_at + interval '3 days', 'A review of the placement is called for next week.', e.opened_by
                from missing.episode e join children.child c on c.authority_id = e.authority_id and c.id = e.child_id
                where e.authority_id = :authority and c.responsible_authority is not null and e.returned_at < :now - interval '4 days'
                  and (select count(o.id) from missing.episode o where o.authority_id = e.authority_id and o.child_id = e.child_id and o.missing_since < e.missing_since) = 2
                """;
        run(sql);
    }

    private void issued(LocalDate day) {
        var at = day.atTime(LocalTime.of(7, 0)).atZone(London.ZONE).toInstant();
        var list = """
                with missing as (
                    select e.*, row_number() over (order by e.missing_since, e.id) as place from missing.episode e
                    where e.authority_id = :authority and e.opened_at <= :at and coalesce(e.returned_at, 'infinity') > :at
                ), list as (
                    insert into missing.issued_list (authority_id, id, of_day, children, issued_at, issued_by)
                    select :authority, md5('list ' || :authority::text || :day::date)::uuid, :day, (select count(id) from missing), :at, :system returning id
                )
                insert into missing.issued_row (authority_id, id, list_id, child_id, episode_id, place, stage, name, reference, born, missing_since, located_at, missing_from,
                    placement_name, looked_after, risk, worker_id, team_id)
                select m.authority_id, md5('row ' || list.id || m.id)::uuid, list.id, m.child_id, m.id, m.place, case when m.located_at <= :at then 'located' else 'open' end,
                    trim(c.given_names || ' ' || c.family_name), c.reference, c.date_of_birth, m.missing_since, case when m.located_at <= :at then m.located_at end, m.missing_from,
                    m.placement_name, m.looked_after,
                    (select k.value from missing.classification k where k.authority_id = m.authority_id and k.episode_id = m.id and k.axis = 'police-risk' and k.recorded_at <= :at
                     order by k.happened_at desc limit 1),
                    a.person_id, a.team_id
                from missing m cross join list join children.child c on c.authority_id = m.authority_id and c.id = m.child_id
                left join children.allocation a on a.authority_id = m.authority_id and a.child_id = m.child_id and a.ends_at is null
                """;
        owner.sql(list)
                .param("authority", authority.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("system", authority.system())
                .update();
    }

    private void worrying(LocalDate month, int many) {
        var sql = """
                insert into missing.most_worrying (authority_id, id, child_id, month, points, because, decided_at, decided_by)
                select :authority, md5('worry ' || :month::date || w.child_id)::uuid, w.child_id, :month, w.often + 3, 'The group asked for this child after the last absence.',
                    least(:month::date + interval '3 days 10 hours', :now), :manager
                from (select e.child_id, count(e.id) as often from missing.episode e
                      where e.authority_id = :authority and e.missing_since between :month::date - interval '90 days' and :month::date
                      group by e.child_id order by count(e.id) desc, e.child_id limit :many) w
                """;
        owner.sql(sql)
                .param("authority", authority.id())
                .param("month", month)
                .param("many", many)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("manager", manager())
                .update();
    }

    private UUID manager() {
        return authority.person("hub-manager");
    }

    private void run(String sql) {
        var statement = owner.sql(sql).param("authority", authority.id());
        if (sql.contains(":today")) statement = statement.param("today", London.date(now));
        if (sql.contains(":now")) statement = statement.param("now", now.atOffset(ZoneOffset.UTC));
        statement.update();
    }
}
