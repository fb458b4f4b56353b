-- When somebody wants no e-mail, or none at all. The notice itself is in Lantern at once.
create table timescales.quiet_hours (
    authority_id uuid not null,
    person_id uuid not null,
    by_mail boolean not null,
    quiet_from time,
    quiet_until time,
    primary key (authority_id, person_id),
    constraint from_and_until check (num_nonnulls(quiet_from, quiet_until) in (0, 2) and quiet_from is distinct from quiet_until)
);
-- Somebody is away and this colleague gets their notices too. No foreign keys, as everywhere in this schema.
create table timescales.cover (
    authority_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    deputy_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (authority_id, id),
    constraint somebody_else check (person_id <> deputy_id),
    constraint a_cover_ends_after_it_begins check (ends_at > starts_at)
);
create index cover_of_person on timescales.cover (authority_id, person_id, starts_at desc);
create index cover_in_force on timescales.cover (authority_id, ends_at) where ended_at is null;

-- An e-mail about notices; it names nobody and nothing. The second table is what makes a notice go to a person once, whatever the number of senders.
create table timescales.notice_mail (
    authority_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    notices integer not null,
    made_at timestamptz not null,
    next_at timestamptz not null,
    tries integer not null default 0,
    sent_at timestamptz,
    trouble text,
    primary key (authority_id, id)
);
create index notice_mail_to_send on timescales.notice_mail (authority_id, next_at) where sent_at is null;
create table timescales.notice_mailed (
    authority_id uuid not null,
    notice_id uuid not null,
    person_id uuid not null,
    mail_id uuid not null,
    primary key (authority_id, notice_id, person_id)
);
create index notice_by_age on timescales.notice (authority_id, sent_at);

do $$
declare each text;
begin
    foreach each in array array['quiet_hours', 'cover', 'notice_mail', 'notice_mailed'] loop
        execute format('alter table timescales.%I enable row level security', each);
        execute format('alter table timescales.%I force row level security', each);
        execute format('create policy owner_all on timescales.%I to lantern_owner using (true) with check (true)', each);
    end loop;
end $$;
create policy own_hours on timescales.quiet_hours to lantern_app
    using (authority_id = (select ctx.authority()) and person_id = (select ctx.actor()));
create policy own_cover on timescales.cover to lantern_app
    using (authority_id = (select ctx.authority()) and person_id = (select ctx.actor()));
create policy covering on timescales.cover for select to lantern_app
    using (authority_id = (select ctx.authority()) and deputy_id = (select ctx.actor()));
create policy lantern_sends on timescales.notice_mail to lantern_app
    using (authority_id = (select ctx.authority()) and (select ctx.kind()) = 'SYSTEM');
create policy lantern_sends on timescales.notice_mailed to lantern_app
    using (authority_id = (select ctx.authority()) and (select ctx.kind()) = 'SYSTEM');
grant select, insert, update on timescales.quiet_hours to lantern_app;
grant select, insert, update (ended_at) on timescales.cover to lantern_app;
grant select, insert, update (next_at, tries, sent_at, trouble) on timescales.notice_mail to lantern_app;
grant select, insert on timescales.notice_mailed to lantern_app;

-- Who is meant by a notice: the person it names, or everybody in the role, team and agency it names.
create function timescales.meant(n timescales.notice, at timestamptz) returns setof uuid
language sql stable as $$
    select o.person_id from access.post o
    join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state = 'active'
    where o.authority_id = n.authority_id and o.starts_at <= at and (o.ends_at is null or o.ends_at > at)
      and case when n.to_person is not null then o.person_id = n.to_person
               else o.role = n.to_role and (n.to_team is null or o.team_id = n.to_team) and (n.to_agency is null or o.agency_id = n.to_agency) end $$;
revoke all on function timescales.meant(timescales.notice, timestamptz) from public;

-- The deputy of whoever is away gets the notice too, in the same transaction. What is restricted goes to those it names and to nobody in their place.
create function timescales.cover_too() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if new.step like '% (cover)' or not exists (
        select from timescales.cover c where c.authority_id = new.authority_id and c.ended_at is null and c.ends_at > new.sent_at and c.starts_at <= new.sent_at)
    then return null; end if;
    if new.child_id is not null and exists (
        select from access.restriction r where r.authority_id = new.authority_id and r.child_id = new.child_id and r.ended_at is null)
    then return null; end if;
    insert into timescales.notice (authority_id, id, timescale_id, step, to_role, to_person, title, subject_kind, subject_id, child_id, due_at, sent_at)
    select new.authority_id, uuidv7(), new.timescale_id, new.step || ' (cover)', new.to_role, c.deputy_id, new.title, new.subject_kind, new.subject_id,
           new.child_id, new.due_at, new.sent_at
    from (select distinct c.deputy_id from timescales.cover c
          where c.authority_id = new.authority_id and c.ended_at is null and c.ends_at > new.sent_at and c.starts_at <= new.sent_at
            and c.person_id in (select timescales.meant(new, new.sent_at))
            and c.deputy_id not in (select timescales.meant(new, new.sent_at))) c;
    return null;
end $$;
revoke all on function timescales.cover_too() from public;
create trigger cover_too after insert on timescales.notice for each row execute function timescales.cover_too();

-- What is to be told by e-mail now: notices of the last days that nobody has read or mailed, to people who want it and are not in their quiet hours.
create function timescales.to_mail(at timestamptz, most integer) returns table (notice_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    return query
    select n.id, w.person from timescales.notice n
    cross join lateral (select m as person from timescales.meant(n, at) m) w
    left join timescales.quiet_hours q on q.authority_id = n.authority_id and q.person_id = w.person
    where n.authority_id = ctx.authority() and n.sent_at > at - interval '3 days' and n.sent_at <= at
      and coalesce(q.by_mail, true)
      and not coalesce(case when q.quiet_from < q.quiet_until
                            then (at at time zone 'Europe/London')::time >= q.quiet_from and (at at time zone 'Europe/London')::time < q.quiet_until
                            else (at at time zone 'Europe/London')::time >= q.quiet_from or (at at time zone 'Europe/London')::time < q.quiet_until end, false)
      and not exists (select from timescales.notice_mailed d where d.authority_id = n.authority_id and d.notice_id = n.id and d.person_id = w.person)
      and not exists (select from timescales.notice_read r where r.authority_id = n.authority_id and r.notice_id = n.id and r.person_id = w.person)
    order by n.sent_at, n.id limit most;
end $$;
-- The address for one e-mail; a person who has left gets none.
create function timescales.mail_address(of_mail uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    return (select p.email from timescales.notice_mail m
            join access.person p on p.authority_id = m.authority_id and p.id = m.person_id and p.state = 'active'
            where m.authority_id = ctx.authority() and m.id = of_mail);
end $$;
revoke all on function timescales.to_mail(timestamptz, integer), timescales.mail_address(uuid) from public;
grant execute on function timescales.to_mail(timestamptz, integer), timescales.mail_address(uuid) to lantern_app;
