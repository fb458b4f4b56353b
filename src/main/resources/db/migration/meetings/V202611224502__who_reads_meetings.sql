-- Who reads what of a meeting. What names a child is protected as everything is; what does not follows the children of its meeting.
call access.protect('meetings.meeting_child', listed => true, section => 'meeting');
call access.protect('meetings.said', section => 'meeting');
call access.protect('meetings.part_goes', section => 'meeting');
call access.protect('meetings.correction', section => 'meeting');
call access.protect('meetings.copy', listed => true, section => 'meeting');
call access.protect('meetings.copy_part', section => 'meeting');
call access.protect('meetings.action', listed => true, section => 'meeting');
call access.protect('meetings.action_change', section => 'meeting');
call access.protect('meetings.intelligence', listed => true, section => 'intelligence');

-- Whether the reader may read of one of the children of the meeting; of every one of them.
create function meetings.sees(meeting uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    return exists (select from meetings.meeting_child c where c.authority_id = ctx.authority() and c.meeting_id = meeting
                   and access.works_with(c.child_id, 'meeting'));
end $$;
create function meetings.sees_all(meeting uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    return meetings.sees(meeting)
       and not exists (select from meetings.meeting_child c where c.authority_id = ctx.authority() and c.meeting_id = meeting
                       and not access.works_with(c.child_id, 'meeting'));
end $$;
-- Whether children's services are acting, whose record it is, or Lantern itself.
create function meetings.of_childrens_services() returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    return ctx.authority() is not null
       and (ctx.agency() is null or exists (select from access.agency a where a.authority_id = ctx.authority() and a.id = ctx.agency() and a.kind = 'children'));
end $$;
revoke all on function meetings.sees(uuid), meetings.sees_all(uuid), meetings.of_childrens_services() from public;
grant execute on function meetings.sees(uuid), meetings.sees_all(uuid), meetings.of_childrens_services() to lantern_app;

-- Besides the rule of the table: words of another section (health, intelligence) only for who reads that section, words of the meeting as a whole only for
-- who reads of all its children. A copy is read by its recipient's agency and by children's services.
create policy of_its_section on meetings.said as restrictive to lantern_app
    using ((coalesce(section, 'meeting') = 'meeting' or access.works_with(child_id, section)) and (of_all is not true or meetings.sees_all(meeting_id)));
create policy of_its_section on meetings.copy_part as restrictive to lantern_app
    using ((coalesce(section, 'meeting') = 'meeting' or access.works_with(child_id, section)) and (of_all is not true or meetings.sees_all(meeting_id))
           and (agency_id is null or agency_id = (select ctx.agency()) or (select meetings.of_childrens_services())));
create policy for_its_agency on meetings.copy as restrictive to lantern_app
    using (agency_id is null or agency_id = (select ctx.agency()) or (select meetings.of_childrens_services()));

do $$
declare
    each text;
begin
    foreach each in array array['meeting', 'invited', 'invitation_mail'] loop
        execute format('alter table meetings.%I enable row level security', each);
        execute format('alter table meetings.%I force row level security', each);
        execute format('create policy owner_all on meetings.%I to lantern_owner using (true) with check (true)', each);
    end loop;
end $$;
create policy seen on meetings.meeting for select to lantern_app using (authority_id = (select ctx.authority()) and meetings.sees(id));
create policy planned on meetings.meeting for insert to lantern_app
    with check (authority_id = (select ctx.authority()) and (select ctx.can('hold-meetings')));
create policy changed on meetings.meeting for update to lantern_app using (authority_id = (select ctx.authority()) and meetings.sees(id));
-- Whoever is invited about one child is shown to who reads of that child.
create policy seen on meetings.invited to lantern_app
    using (authority_id = (select ctx.authority()) and meetings.sees(meeting_id)
           and (meeting_child_id is null or exists (select from meetings.meeting_child c
                where c.authority_id = invited.authority_id and c.id = invited.meeting_child_id)));
create policy seen on meetings.invitation_mail to lantern_app
    using (authority_id = (select ctx.authority()) and meetings.sees(meeting_id));

grant select, insert on meetings.meeting, meetings.meeting_child, meetings.invited, meetings.invitation_mail, meetings.said, meetings.part_goes,
    meetings.correction, meetings.copy, meetings.copy_part, meetings.action, meetings.action_change, meetings.intelligence to lantern_app;
grant update (starts_at, minutes_long, place, chair_id, chair, version, revision, focus, held_at, held_recorded_at, held_recorded_by, next_review_on, minutes_issued_at,
    minutes_issued_by, correcting, cancelled_at, cancelled_by, cancelled_because) on meetings.meeting to lantern_app;
grant update (removed_at, removed_by, attendance, no_minutes_because) on meetings.invited to lantern_app;
grant update (issued_at) on meetings.correction to lantern_app;
grant update (tries, next_at, sent_at, sent_to, trouble) on meetings.invitation_mail to lantern_app;
grant update (words, owner_id, owner_name, owner_agency, due_on, done_at, done_by, outcome, not_done, untold) on meetings.action to lantern_app;
grant update (confirmed_at, confirmed_by, set_aside_because) on meetings.intelligence to lantern_app;

-- What other rooms read.
create view meetings.v_meeting_child with (security_invoker = true) as
    select c.authority_id, c.meeting_id, c.child_id, c.subject_kind, c.subject_id, m.kind, m.starts_at, m.held_at, m.next_review_on, m.minutes_issued_at,
           m.cancelled_at
    from meetings.meeting_child c join meetings.meeting m on m.authority_id = c.authority_id and m.id = c.meeting_id;
create view meetings.v_action with (security_invoker = true) as
    select authority_id, id, child_id, subject_kind, subject_id, meeting_id, words, owner_id, owner_name, owner_agency, due_on, added_at, added_by, done_at,
           done_by, outcome, not_done
    from meetings.action;
-- Only what somebody has confirmed goes on.
create view meetings.v_intelligence with (security_invoker = true) as
    select authority_id, id, meeting_id, child_id, words, from_whom, noted_at, noted_by, confirmed_at, confirmed_by
    from meetings.intelligence where confirmed_at is not null and set_aside_because is null;
grant select on meetings.v_meeting_child, meetings.v_action, meetings.v_intelligence to lantern_app;

-- An agency that is invited, or that has something to do, sees the child from then on as far as its agreement says; and no longer when that is over.
create function meetings.involve(child uuid, agency uuid, as_kind text, subject uuid, new_id uuid, at timestamptz) returns void
language sql set search_path = pg_catalog as $$
    insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)
    select ctx.authority(), new_id, child, agency, as_kind, subject, at
    where not exists (select from access.involvement i where i.authority_id = ctx.authority() and i.child_id = child and i.agency_id = agency
                      and i.subject_id = subject and i.ends_at is null) $$;
create function meetings.end_involvement(subject uuid, of_agency uuid, at timestamptz) returns void
language sql set search_path = pg_catalog as $$
    update access.involvement set ends_at = at
    where authority_id = (select ctx.authority()) and subject_id = subject and (of_agency is null or agency_id = of_agency) and ends_at is null $$;
revoke all on function meetings.involve(uuid, uuid, text, uuid, uuid, timestamptz), meetings.end_involvement(uuid, uuid, timestamptz) from public;
grant execute on function meetings.involve(uuid, uuid, text, uuid, uuid, timestamptz), meetings.end_involvement(uuid, uuid, timestamptz) to lantern_app;

-- Where an invitation goes: the address given, the person's own, or those of the agency's people who read meetings; never to somebody who has left.
create function meetings.mail_addresses(of_invited uuid) returns table (email text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    return query
        select i.email from meetings.invited i where i.authority_id = ctx.authority() and i.id = of_invited and i.email is not null
        union
        select p.email from meetings.invited i
        join access.post o on o.authority_id = i.authority_id and (o.ends_at is null or o.ends_at > transaction_timestamp())
            and (o.person_id = i.person_id or i.person_id is null and i.email is null and o.agency_id = i.agency_id)
        join access.role r on r.code = o.role and 'read-meetings' = any (r.permissions)
        join access.agency a on a.authority_id = o.authority_id and a.id = o.agency_id
        join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state = 'active'
        where i.authority_id = ctx.authority() and i.id = of_invited
          and (i.person_id is not null or a.kind <> 'children')
        limit 20;
end $$;
-- Whether somebody who was invited can still be given anything: a person who is active and has a post there, an agency that has not ended.
create function meetings.still_there(of_invited uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if not ctx.can('hold-meetings') then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    return exists (
        select from meetings.invited i
        left join access.agency a on a.authority_id = i.authority_id and a.id = i.agency_id
        where i.authority_id = ctx.authority() and i.id = of_invited and (i.agency_id is null or a.ended_at is null)
          and (i.person_id is null or exists (
              select from access.person p join access.post o on o.authority_id = p.authority_id and o.person_id = p.id
                  and (o.ends_at is null or o.ends_at > transaction_timestamp()) and (i.agency_id is null or o.agency_id = i.agency_id)
              where p.authority_id = i.authority_id and p.id = i.person_id and p.state = 'active')));
end $$;
-- Who can be asked to a meeting or to do something: people at work who read meetings.
create function meetings.people() returns table (id uuid, name text, role text, agency_id uuid, team_id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if not ctx.can('read-meetings') then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    return query
        select p.id, p.name, o.role, o.agency_id, o.team_id from access.post o
        join access.role r on r.code = o.role and 'read-meetings' = any (r.permissions) and r.code <> 'system'
        join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state = 'active'
        where o.authority_id = ctx.authority() and (o.ends_at is null or o.ends_at > transaction_timestamp())
        order by p.name, p.id;
end $$;
revoke all on function meetings.mail_addresses(uuid), meetings.still_there(uuid), meetings.people() from public;
grant execute on function meetings.mail_addresses(uuid), meetings.still_there(uuid), meetings.people() to lantern_app;
