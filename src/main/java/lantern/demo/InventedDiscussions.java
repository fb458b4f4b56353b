package lantern.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import lantern.demo.authority.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The strategy meetings and discussions behind the steps of the invented episodes: who came, what was said, and what came of it. */
final class InventedDiscussions {
    private final JdbcClient owner;
    private final Authority authority;
    private final Instant now;

    InventedDiscussions(JdbcClient owner, Authority authority, Instant now) {
        this.owner = owner;
        this.authority = authority;
        this.now = now;
    }

    void add() {
        held();
        invited();
        written();
        actions();
    }

    private void held() {
        var sql = """
                with step as (
                    select s.id, s.episode_id, s.child_id, s.happened_at as at, s.recorded_at, s.recorded_by,
                        case when s.kind = 'discussion' then 'discussion' when s.happened_at > e.missing_since + interval '72 hours' then 'missing-strategy'
                            else 'strategy' end as kind,
                        case when s.happened_at < :now - interval '2 days' then s.happened_at + interval '20 hours' end as issued
                    from missing.step s join missing.episode e on e.authority_id = s.authority_id and e.id = s.episode_id
                    where s.authority_id = :authority and s.kind in ('strategy-meeting', 'discussion')
                ), meeting as (
                    insert into meetings.meeting (authority_id, id, kind, starts_at, minutes_long, place, chair, planned_at, planned_by, revision, held_at,
                        held_recorded_at, held_recorded_by, minutes_issued_at, minutes_issued_by)
                    select :authority, md5('meeting ' || id)::uuid, kind, at, case kind when 'discussion' then 30 else 60 end, 'Video call', 'Team manager on duty',
                        at - interval '90 minutes', recorded_by, 1, at, recorded_at, recorded_by, issued, case when issued is not null then recorded_by end
                    from step
                )
                insert into meetings.meeting_child (authority_id, id, meeting_id, child_id, subject_kind, subject_id)
                select :authority, md5('about ' || id)::uuid, md5('meeting ' || id)::uuid, child_id, 'episode', episode_id from step
                """;
        run(sql);
    }

    private void invited() {
        var guests = """
                insert into meetings.invited (authority_id, id, meeting_id, agency_id, name, part, invited_at, invited_by, attendance)
                select m.authority_id, md5('guest ' || a.code || m.id)::uuid, m.id, a.id, a.name, a.kind, m.planned_at, m.planned_by,
                    case when a.kind = 'health' and m.id::text < '8' then 'apologies' else 'attended' end
                from meetings.meeting_child c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id
                join access.agency a on a.authority_id = m.authority_id and a.kind in ('police', 'health')
                where c.authority_id = :authority and c.subject_kind = 'episode'
                """;
        run(guests);
        var sight = """
                insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at, ends_at)
                select m.authority_id, md5('sight ' || i.id)::uuid, c.child_id, i.agency_id, 'meeting', m.id, m.planned_at, m.minutes_issued_at + interval '28 days'
                from meetings.meeting_child c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id
                join meetings.invited i on i.authority_id = m.authority_id and i.meeting_id = m.id
                where c.authority_id = :authority and c.subject_kind = 'episode' and coalesce(m.minutes_issued_at + interval '28 days', 'infinity') > :now
                """;
        run(sight);
    }

    private void written() {
        var said = """
                insert into meetings.said (authority_id, meeting_id, meeting_child_id, child_id, code, revision, section, of_all, words, saved_at, saved_by)
                select m.authority_id, m.id, c.id, c.child_id, 'decisions', 1, 'meeting', false, s.words, m.held_recorded_at, m.planned_by
                from missing.step s join meetings.meeting m on m.authority_id = s.authority_id and m.id = md5('meeting ' || s.id)::uuid
                join meetings.meeting_child c on c.authority_id = m.authority_id and c.meeting_id = m.id
                where s.authority_id = :authority and s.kind in ('strategy-meeting', 'discussion')
                """;
        run(said);
        var copies = """
                with copy as (
                    insert into meetings.copy (authority_id, id, meeting_id, meeting_child_id, child_id, invited_id, agency_id, recipient, issued_at, issued_by)
                    select m.authority_id, md5('copy ' || i.id)::uuid, m.id, c.id, c.child_id, i.id, i.agency_id, i.name, m.minutes_issued_at, m.minutes_issued_by
                    from meetings.meeting_child c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id
                    join meetings.invited i on i.authority_id = m.authority_id and i.meeting_id = m.id
                    where c.authority_id = :authority and c.subject_kind = 'episode' and m.minutes_issued_at > :now - interval '180 days'
                    returning authority_id, id, meeting_id, meeting_child_id, child_id, agency_id
                )
                insert into meetings.copy_part (authority_id, copy_id, place, child_id, meeting_id, agency_id, code, section, of_all, heading, lines)
                select k.authority_id, k.id, 1, k.child_id, k.meeting_id, k.agency_id, s.code, s.section, false, 'Decisions',
                    jsonb_build_array(jsonb_build_object('label', '', 'text', s.words))
                from copy k join meetings.said s on s.authority_id = k.authority_id and s.meeting_child_id = k.meeting_child_id
                """;
        run(copies);
    }

    /** Nearly all were done; a few of the last weeks still wait. */
    private void actions() {
        var sql = """
                insert into meetings.action (authority_id, id, child_id, subject_kind, subject_id, meeting_id, words, owner_id, owner_name, owner_agency, due_on, added_at,
                    added_by, done_at, done_by, outcome)
                select m.authority_id, md5('action ' || t.n || m.id)::uuid, c.child_id, 'episode', c.subject_id, m.id, t.words,
                    case when t.kind = 'children' then w.person_id end, case when t.kind <> 'children' or w.person_id is null then t.who end, a.id,
                    (m.held_at + t.days * interval '1 day')::date, m.held_at + interval '1 hour', m.planned_by, d.at,
                    case when d.at is not null then m.planned_by end, case when d.at is not null then t.outcome end
                from meetings.meeting_child c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id
                cross join (values
                    (1, 'police', 'Missing persons team', 'Visit the addresses where the child was found before', 1, 'Visited; nobody there had seen the child.'),
                    (2, 'children', 'Duty worker', 'Ring the parents and three friends every evening', 2, 'Rung each evening until the return.'),
                    (3, 'children', 'Duty worker', 'Renew the trigger plan and send it to the duty team', 3, 'Renewed and sent.')) as t (n, kind, who, words, days, outcome)
                join lateral (select g.id from access.agency g where g.authority_id = m.authority_id and g.kind = t.kind order by g.code limit 1) a on true
                left join children.allocation w on w.authority_id = m.authority_id and w.child_id = c.child_id and w.ends_at is null
                cross join lateral (select case when m.held_at + t.days * interval '1 day' < :now - interval '1 day' and (m.id::text > '1' or m.held_at < :now - interval '30 days')
                    then m.held_at + t.days * interval '20 hours' end as at) d
                where c.authority_id = :authority and c.subject_kind = 'episode'
                """;
        run(sql);
    }

    private void run(String sql) {
        var statement = owner.sql(sql).param("authority", authority.id());
        if (sql.contains(":now")) statement = statement.param("now", now.atOffset(ZoneOffset.UTC));
        statement.update();
    }
}
