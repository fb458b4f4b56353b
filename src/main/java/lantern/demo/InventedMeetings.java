package lantern.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two years of MASE meetings, one for each that the clocks of a concern know of, with what was written, what was to be done, and the copies each agency got.
 * The ids come of those of the facts, so the same region gives the same rows.
 */
final class InventedMeetings {
    static final List<String> TABLES = List.of(
            "meetings.meeting",
            "meetings.meeting_child",
            "meetings.invited",
            "meetings.said",
            "meetings.action",
            "meetings.copy",
            "meetings.copy_part",
            "meetings.intelligence");

    private final JdbcClient owner;
    private final Authority authority;
    private final Instant now;

    InventedMeetings(JdbcClient owner, Authority authority, Instant now) {
        this.owner = owner;
        this.authority = authority;
        this.now = now;
    }

    void add() {
        planned();
        mapped();
        invited();
        written();
        actions();
        issued();
        intelligence();
    }

    /** One for each MASE that the clocks of a concern know of, and the next one for those that wait for it. */
    private void planned() {
        var held = """
                with held as (
                    select h.id, h.child_id, h.subject_id, h.happened_at as at,
                        lead(h.happened_at, 1, timestamptz 'infinity') over (partition by h.subject_id order by h.happened_at) as next_at,
                        row_number() over (partition by h.subject_id order by h.happened_at) as n
                    from timescales.happening h where h.authority_id = :authority and h.subject_kind = 'concern' and h.event = 'mase-held'
                ), whole as (
                    select *, (select min(i.happened_at) from timescales.happening i where i.authority_id = :authority and i.subject_id = held.subject_id
                        and i.event = 'minutes-issued' and i.happened_at > held.at and i.happened_at < held.next_at) as issued from held
                ), meeting as (
                    insert into meetings.meeting (authority_id, id, kind, focus, starts_at, minutes_long, place, chair_id, planned_at, planned_by, revision, held_at,
                        held_recorded_at, held_recorded_by, next_review_on, minutes_issued_at, minutes_issued_by)
                    select :authority, md5('mase ' || id)::uuid, 'mase', case when id::text < '4' then array['victim', 'location'] else array['victim'] end, at, 60,
                        case when id::text < '8' then 'Video call' else 'Civic Office, room 4' end, :leads, at - interval '2 days', :leads, 1, at, at + interval '2 hours',
                        :leads, (at + interval '84 days')::date, issued, case when issued is not null then :leads::uuid end
                    from whole
                )
                insert into meetings.meeting_child (authority_id, id, meeting_id, child_id, subject_kind, subject_id)
                select :authority, md5('about ' || id)::uuid, md5('mase ' || id)::uuid, child_id, 'concern', subject_id from whole
                """;
        run(held);
        var coming = """
                with next as (
                    select distinct on (t.subject_id) t.id, t.child_id, t.subject_id, greatest(least(t.due_at, :now + interval '20 days'), :now + interval '5 days')::date as day
                    from timescales.timescale t
                    where t.authority_id = :authority and t.subject_kind = 'concern' and t.standard_id in ('initial-mase-serious', 'initial-mase-significant', 'mase-review')
                      and t.met_at is null and t.cancelled_at is null and t.waived_at is null
                    order by t.subject_id, t.due_at
                ), times as (
                    select *, ((day - greatest(0, extract(isodow from day)::int - 5)) + time '10:00' + (get_byte(uuid_send(id), 15) % 6) * interval '1 hour')
                        at time zone 'Europe/London' as at from next
                ), meeting as (
                    insert into meetings.meeting (authority_id, id, kind, focus, starts_at, minutes_long, place, chair_id, planned_at, planned_by)
                    select :authority, md5('mase ' || id)::uuid, 'mase', array['victim'], at, 60, 'Civic Office, room 4', :leads, :now - interval '1 day', :leads
                    from times where at > :now
                )
                insert into meetings.meeting_child (authority_id, id, meeting_id, child_id, subject_kind, subject_id)
                select :authority, md5('about ' || id)::uuid, md5('mase ' || id)::uuid, child_id, 'concern', subject_id from times where at > :now
                """;
        run(coming);
    }

    /** Next week three of the children who are most at risk are looked at together. */
    private void mapped() {
        var sql = """
                with together as (
                    select c.id, c.child_id from exploitation.concern c
                    where c.authority_id = :authority and c.closed_at is null and c.level in ('serious', 'significant') order by c.level desc, c.raised_at desc, c.id limit 3
                ), meeting as (
                    insert into meetings.meeting (authority_id, id, kind, focus, starts_at, minutes_long, place, chair_id, planned_at, planned_by)
                    select :authority, md5('mapping ' || :authority)::uuid, 'mapping', array['offender', 'location'],
                        ((:now + interval '7 days')::date - greatest(0, extract(isodow from :now + interval '7 days')::int - 5) + time '14:00') at time zone 'Europe/London',
                        120, 'Civic Office, room 1', :leads, :now - interval '2 days', :leads
                    where exists (select from together)
                )
                insert into meetings.meeting_child (authority_id, id, meeting_id, child_id, subject_kind, subject_id, place)
                select :authority, md5('mapped ' || id)::uuid, md5('mapping ' || :authority)::uuid, child_id, 'concern', id, row_number() over (order by id) from together
                """;
        run(sql);
    }

    private void invited() {
        var guests = """
                insert into meetings.invited (authority_id, id, meeting_id, agency_id, person_id, name, part, invited_at, invited_by, attendance)
                select m.authority_id, md5('guest ' || g.part || m.id)::uuid, m.id, g.agency_id, g.person_id, g.name, g.part, m.planned_at, m.planned_by,
                    case when m.held_at is null then null when g.part = 'school' and m.id::text < '5' then 'apologies' else 'attended' end
                from meetings.meeting m join meetings.meeting_child c on c.authority_id = m.authority_id and c.meeting_id = m.id
                cross join lateral (
                    select a.id as agency_id, null::uuid as person_id, a.name,
                        case a.kind when 'police' then 'police' when 'health' then 'health' when 'education' then 'school' else 'provider' end as part
                    from access.agency a where a.authority_id = m.authority_id and a.kind in ('police', 'health', 'education', 'returns')
                    union all
                    select o.agency_id, p.id, p.name, 'co-ordinator' from access.person p join access.post o on o.authority_id = p.authority_id and o.person_id = p.id
                    where p.authority_id = m.authority_id and p.id = :leads
                    union all
                    select o.agency_id, p.id, p.name, 'worker' from children.allocation w
                    join access.person p on p.authority_id = w.authority_id and p.id = w.person_id
                    join access.post o on o.authority_id = p.authority_id and o.person_id = p.id
                    where w.authority_id = m.authority_id and w.child_id = c.child_id and w.ends_at is null) g
                where m.authority_id = :authority
                on conflict do nothing
                """;
        run(guests);
        var sight = """
                insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at, ends_at)
                select m.authority_id, md5('sight ' || i.id || c.id)::uuid, c.child_id, i.agency_id, 'meeting', m.id, m.planned_at, m.minutes_issued_at + interval '28 days'
                from meetings.invited i join meetings.meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id
                join meetings.meeting_child c on c.authority_id = m.authority_id and c.meeting_id = m.id
                where i.authority_id = :authority and i.person_id is null and coalesce(m.minutes_issued_at + interval '28 days', 'infinity') > :now
                """;
        run(sight);
    }

    private void written() {
        var sql = """
                insert into meetings.said (authority_id, meeting_id, meeting_child_id, child_id, code, revision, section, of_all, words, saved_at, saved_by)
                select m.authority_id, m.id, c.id, c.child_id, p.code, 1, p.section, false, p.words, m.held_at + interval '50 minutes', m.planned_by
                from meetings.meeting m join meetings.meeting_child c on c.authority_id = m.authority_id and c.meeting_id = m.id
                cross join (values
                    ('concerns', 'meeting', 'Goes missing with older young people and comes back with things nobody bought. Sleeps badly and is tired at school.'),
                    ('going-well', 'meeting', 'Likes the swimming club and has not missed it. Trusts the youth worker there.'),
                    ('home', 'contact', 'The family wants help and rings at once when the child is late.'),
                    ('education', 'education', 'On a reduced timetable since the spring; the school has offered a mentor.'),
                    ('health', 'health', 'Seen by the school nurse; an appointment at the clinic is made.'),
                    ('child-invited', 'meeting', 'yes'), ('child-came', 'meeting', 'no'), ('child-how', 'meeting', 'beforehand'),
                    ('child-by', 'meeting', 'The youth worker of the swimming club'),
                    ('child-views', 'meeting', 'Wants people to ask before they tell others. Wants to keep the phone.'),
                    ('parents-invited', 'meeting', 'yes'), ('parents-came', 'meeting', 'all'), ('parents-how', 'meeting', 'met'),
                    ('parents-views', 'meeting', 'Are frightened, and ask for one person to ring.'),
                    ('analysis', 'assessment', 'The pattern is of somebody being drawn in. The friends at the club protect.'),
                    ('decisions', 'meeting', 'One worker keeps contact. The plan is looked at again at the next meeting.')) as p (code, section, words)
                where m.authority_id = :authority and m.id in (select l.id from meetings.meeting l
                    where l.authority_id = :authority and l.held_at is not null order by l.held_at desc limit 1500)
                """;
        run(sql);
    }

    private void actions() {
        var sql = """
                insert into meetings.action (authority_id, id, child_id, subject_kind, subject_id, meeting_id, words, owner_id, owner_name, owner_agency, due_on, added_at,
                    added_by, done_at, done_by, outcome)
                select m.authority_id, md5('action ' || t.n || m.id)::uuid, c.child_id, c.subject_kind, c.subject_id, m.id, t.words,
                    case when t.kind = 'children' then coalesce(w.person_id, :leads) end, t.who, a.id, (m.held_at + t.days * interval '1 day')::date,
                    m.held_at + interval '1 hour', m.planned_by, d.at, case when d.at is not null then m.planned_by end, case when d.at is not null then t.outcome end
                from meetings.meeting m join meetings.meeting_child c on c.authority_id = m.authority_id and c.meeting_id = m.id
                cross join (values
                    (1, 'children', null, 'Meet the child each week, at the club if they wish', 14, 'Met three times; the child comes by choice.'),
                    (2, 'police', 'Neighbourhood team', 'Visit the takeaway near the station and speak to its owner', 10, 'Visited twice; the owner rings when young people stay late.'),
                    (3, 'health', 'School nurse', 'Offer an appointment at the clinic', 21, 'The appointment was kept.')) as t (n, kind, who, words, days, outcome)
                join access.agency a on a.authority_id = m.authority_id and a.kind = t.kind
                left join children.allocation w on w.authority_id = m.authority_id and w.child_id = c.child_id and w.ends_at is null
                cross join lateral (select case when (t.n <> 3 or m.id::text > '3') and m.held_at + t.days * interval '1 day' < :now - interval '9 days'
                    then m.held_at + (t.days - 2) * interval '1 day' end as at) d
                where m.authority_id = :authority and m.held_at is not null
                """;
        run(sql);
        var sight = """
                insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at, ends_at)
                select t.authority_id, md5('does ' || t.id)::uuid, t.child_id, t.owner_agency, 'plan', t.id, t.added_at, t.done_at + interval '28 days'
                from meetings.action t join access.agency a on a.authority_id = t.authority_id and a.id = t.owner_agency and a.kind <> 'children'
                where t.authority_id = :authority and coalesce(t.done_at + interval '28 days', 'infinity') > :now
                """;
        run(sight);
    }

    private void issued() {
        var copies = """
                insert into meetings.copy (authority_id, id, meeting_id, meeting_child_id, child_id, invited_id, agency_id, recipient, issued_at, issued_by)
                select m.authority_id, md5('copy ' || i.id)::uuid, m.id, c.id, c.child_id, i.id, i.agency_id, i.name, m.minutes_issued_at, m.minutes_issued_by
                from meetings.meeting m join meetings.meeting_child c on c.authority_id = m.authority_id and c.meeting_id = m.id
                join meetings.invited i on i.authority_id = m.authority_id and i.meeting_id = m.id and i.part in ('co-ordinator', 'police', 'health', 'school')
                where m.authority_id = :authority and m.minutes_issued_at is not null
                  and exists (select from meetings.said s where s.authority_id = m.authority_id and s.meeting_child_id = c.id)
                """;
        run(copies);
        var parts = """
                insert into meetings.copy_part (authority_id, copy_id, place, child_id, meeting_id, agency_id, code, section, of_all, heading, withheld, lines)
                select k.authority_id, k.id, p.place, k.child_id, k.meeting_id, k.agency_id, p.code, case when g.goes then s.section else 'meeting' end, false, p.heading,
                    case when not g.goes then 'Their agreement does not cover it' end,
                    case when g.goes then jsonb_build_array(jsonb_build_object('label', '', 'text', s.words)) end
                from meetings.copy k join meetings.invited i on i.authority_id = k.authority_id and i.id = k.invited_id
                join meetings.said s on s.authority_id = k.authority_id and s.meeting_child_id = k.meeting_child_id
                join (values (1, 'concerns', 'What we are worried about'), (2, 'going-well', 'What is going well'), (3, 'home', 'Family, home and placement'),
                    (4, 'education', 'School and education'), (5, 'health', 'Health'), (6, 'child-views', 'The young person''s views'),
                    (7, 'analysis', 'What we make of it, and the risk'), (8, 'decisions', 'Decisions')) as p (place, code, heading) on p.code = s.code
                cross join lateral (select i.part = 'co-ordinator' or s.section = 'meeting' or s.section = 'contact' and i.part in ('police', 'health')
                    or s.section = 'health' and i.part = 'health' or s.section = 'education' and i.part = 'school' as goes) g
                where k.authority_id = :authority
                """;
        run(parts);
    }

    private void intelligence() {
        var sql = """
                insert into meetings.intelligence (authority_id, id, meeting_id, meeting_child_id, child_id, words, from_whom, noted_at, noted_by, confirmed_at, confirmed_by)
                select m.authority_id, md5('said ' || m.id)::uuid, m.id, c.id, c.child_id, 'A dark car waits near the school gate on Thursdays.', 'The school', m.held_at, m.planned_by,
                    case when m.held_at < :now - interval '21 days' then m.held_at + interval '2 days' end, case when m.held_at < :now - interval '21 days' then m.planned_by end
                from meetings.meeting m join meetings.meeting_child c on c.authority_id = m.authority_id and c.meeting_id = m.id
                where m.authority_id = :authority and m.held_at is not null and m.id::text < '4'
                """;
        run(sql);
    }

    private void run(String sql) {
        var statement = owner.sql(sql).param("authority", authority.id());
        if (sql.contains(":leads")) statement = statement.param("leads", authority.person("exploitation-coordinator"));
        if (sql.contains(":today")) statement = statement.param("today", London.date(now));
        if (sql.contains(":now")) statement = statement.param("now", now.atOffset(ZoneOffset.UTC));
        statement.update();
    }
}
