-- A restricted record: while it lasts, the people it names see the child, as far as they would without it; nobody else in the authority does.
create table access.restriction (
    authority_id uuid not null references access.authority,
    id uuid not null,
    child_id uuid not null,
    reason text not null check (length(reason) between 1 and 2000),
    starts_at timestamptz not null,
    restricted_by uuid not null,
    ended_at timestamptz,
    ended_by uuid,
    ended_because text check (length(ended_because) between 1 and 2000),
    primary key (authority_id, id),
    constraint lifting_says_who_and_why check (num_nonnulls(ended_at, ended_by, ended_because) in (0, 3))
);
create unique index restricted_once on access.restriction (authority_id, child_id) where ended_at is null;
create index restriction_of_child on access.restriction (authority_id, child_id);

-- The same, together: what access.closed_to reads. Written only by the trigger below, in the transaction that restricts or lifts.
create table access.closed_children (
    authority_id uuid primary key references access.authority,
    children uuid[] not null
);
alter table access.closed_children alter column children set storage main;
create function access.keep_closed_children() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare mine uuid := coalesce(new.authority_id, old.authority_id);
begin
    insert into access.closed_children (authority_id, children) values (mine, '{}') on conflict do nothing;
    -- Two managers restrict at once: the second waits here, and then counts what the first one wrote.
    perform from access.closed_children c where c.authority_id = mine for update;
    update access.closed_children c
       set children = array(select r.child_id from access.restriction r where r.authority_id = mine and r.ended_at is null order by r.child_id)
     where c.authority_id = mine;
    return null;
end $$;
revoke all on function access.keep_closed_children() from public;
create trigger keep_closed_children after insert or update or delete on access.restriction
    for each row execute function access.keep_closed_children();
alter table access.restriction enable always trigger keep_closed_children;

create table access.named_person (
    authority_id uuid not null,
    id uuid not null,
    restriction_id uuid not null,
    child_id uuid not null,
    person_id uuid not null,
    starts_at timestamptz not null,
    named_by uuid not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, restriction_id) references access.restriction,
    foreign key (authority_id, person_id) references access.person
);
create unique index named_once on access.named_person (authority_id, restriction_id, person_id) where ended_at is null;
create index named_in_restriction on access.named_person (authority_id, restriction_id, person_id);
create index named_of_person on access.named_person (authority_id, person_id) include (child_id, ended_at);

-- Somebody opened a record that they could not see, said why, and had it for hours; the information governance lead looks at each.
create table access.break_glass (
    authority_id uuid not null references access.authority,
    id uuid not null,
    child_id uuid not null,
    person_id uuid not null,
    reason text not null check (reason in ('danger', 'missing', 'nobody-reached', 'asked', 'other')),
    words text not null check (length(words) between 10 and 2000),
    over_restriction boolean not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('right', 'right-with-learning', 'wrong')),
    outcome_words text check (length(outcome_words) between 1 and 2000),
    reviewed_at timestamptz,
    reviewed_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, person_id) references access.person,
    constraint twelve_hours_at_most check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
    constraint review_says_who_and_what check (num_nonnulls(outcome, outcome_words, reviewed_at, reviewed_by) in (0, 4)),
    constraint nobody_reviews_themselves check (reviewed_by <> person_id)
);
create index break_glass_of_person on access.break_glass (authority_id, person_id, child_id);
create index break_glass_of_child on access.break_glass (authority_id, child_id, starts_at);
create index break_glass_to_review on access.break_glass (authority_id, starts_at, id) where reviewed_at is null;

call access.protect_authority('access.closed_children');
call access.protect('access.restriction', section => 'identity');
call access.protect('access.named_person', section => 'identity');
call access.protect('access.break_glass', section => 'identity');
create policy own_and_reviewed on access.break_glass for select to lantern_app
    using (authority_id = (select ctx.authority()) and (person_id = (select ctx.actor()) or (select ctx.can('review-access'))));
-- Read only: written by the functions below, which ask who is acting and write the ledger in the same breath.
grant select on access.restriction, access.named_person, access.break_glass to lantern_app;

create view access.v_restriction with (security_invoker = true) as select * from access.restriction;
create view access.v_named_person with (security_invoker = true) as select * from access.named_person;
create view access.v_break_glass with (security_invoker = true) as select * from access.break_glass;
create view access.v_involvement with (security_invoker = true) as select * from access.involvement;
grant select on access.v_restriction, access.v_named_person, access.v_break_glass, access.v_involvement to lantern_app;

-- Every post, and every connected system's live token, that may read children, with the sections it reads of the children it works with and of every child.
create function access.readers()
returns table (id uuid, name text, kind text, role text, post text, agency uuid, team uuid, reach text, permissions text[], involved text, every_child text)
language sql stable security definer set search_path = pg_catalog as $$
    select p.id, p.name, 'PERSON', r.code, r.title, o.agency_id, o.team_id, case when a.kind = 'children' then r.reach else 'involved' end, r.permissions,
           h.involved, h.every_child
    from access.post o
    join access.role r on r.code = o.role and 'read-child' = any (r.permissions)
    join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state = 'active'
    join access.agency a on a.authority_id = o.authority_id and a.id = o.agency_id
    cross join lateral access.sections_held(o.authority_id, a.id, a.kind, r.code, r.reach, r.sections) h
    where o.authority_id = (select ctx.authority()) and (o.ends_at is null or o.ends_at > transaction_timestamp())
    union all
    select c.id, c.name, 'CLIENT', 'client', 'Connected system', c.agency_id, null, s.reach, s.permissions, h.involved, h.every_child
    from access.client c
    join access.agency a on a.authority_id = c.authority_id and a.id = c.agency_id
    cross join lateral (
        select case when a.kind = 'children' and bool_or(x.hub) then 'authority' else 'involved' end as reach, array_agg(distinct q) as permissions
        from access.client_token t join access.scope x on x.code = any (t.scopes), unnest(x.permissions) q
        where t.authority_id = c.authority_id and t.client_id = c.id and t.revoked_at is null
          and (t.expires_at is null or t.expires_at > transaction_timestamp())) s
    cross join lateral access.sections_held(c.authority_id, a.id, a.kind, 'client', s.reach, null) h
    where c.authority_id = (select ctx.authority()) and c.kind = 'client' and 'read-child' = any (s.permissions) $$;
revoke all on function access.readers() from public;

-- The same with why each sees this child (null: it does not).
create function access.sight_of(child uuid)
returns table (id uuid, name text, kind text, role text, post text, agency uuid, team uuid, reach text, permissions text[], involved text, every_child text,
               why text)
language sql stable security definer set search_path = pg_catalog as $$
    select r.*, access.why((select ctx.authority()), r.agency, r.team, r.id, r.kind, r.every_child, r.involved, 'identity', child)
    from access.readers() r where (select access.works_with(child)) $$;
revoke all on function access.sight_of(uuid) from public;
grant execute on function access.sight_of(uuid) to lantern_app;

-- The same for one of them, section by section.
create function access.sections_seen(child uuid, reader uuid)
returns table (role text, post text, agency uuid, team uuid, section text, why text)
language sql stable security definer set search_path = pg_catalog as $$
    select r.role, r.post, r.agency, r.team, s.code,
           access.why((select ctx.authority()), r.agency, r.team, r.id, r.kind, r.every_child, r.involved, s.code, child)
    from access.readers() r cross join access.section s
    where r.id = reader and (select access.works_with(child)) order by r.post, r.agency, s.place $$;
revoke all on function access.sections_seen(uuid, uuid) from public;
grant execute on function access.sections_seen(uuid, uuid) to lantern_app;

-- Who of the reader's authority may write this child's record today: whose post lets them, and who sees the child.
create function access.those_who_write(child uuid) returns table (id uuid, name text, post text)
language sql stable security definer set search_path = pg_catalog as $$
    select distinct on (s.name, s.id) s.id, s.name, s.post from access.sight_of(child) s
    where s.kind = 'PERSON' and s.why in ('reach', 'involvement') and 'write-child' = any (s.permissions)
    order by s.name, s.id, s.post $$;
revoke all on function access.those_who_write(uuid) from public;
grant execute on function access.those_who_write(uuid) to lantern_app;

-- The actor of a person who has the permission and sees the child; refused otherwise, whatever the application has asked before.
create function access.person_who_may(permission text, child uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    if facts is null or facts[7] <> 'PERSON' or not permission = any (string_to_array(facts[9], ','))
       or child is not null and not access.works_with(child) then
        raise exception 'Not allowed' using errcode = 'insufficient_privilege';
    end if;
    return facts[4]::uuid;
end $$;
revoke all on function access.person_who_may(text, uuid) from public;

create function access.restrict(new_id uuid, child uuid, why text, people uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('restrict-record', child);
    mine uuid := ctx.authority();
begin
    insert into access.restriction (authority_id, id, child_id, reason, starts_at, restricted_by)
    values (mine, new_id, child, why, transaction_timestamp(), actor);
    insert into access.named_person (authority_id, id, restriction_id, child_id, person_id, starts_at, named_by)
    select mine, uuidv7(), new_id, child, person, transaction_timestamp(), actor from (select unnest(people || actor) as person group by 1) p;
    perform ctx.is_named();
    perform audit.write('restriction.started', 'restriction', new_id, child, null, jsonb_build_object('people', cardinality(people)));
end $$;
revoke all on function access.restrict(uuid, uuid, text, uuid[]) from public;
grant execute on function access.restrict(uuid, uuid, text, uuid[]) to lantern_app;

-- From now on these people and no others; whoever changes the list stays on it.
create function access.name_people(child uuid, people uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('restrict-record', child);
    mine uuid := ctx.authority();
    wanted uuid[] := people || actor;
    restricted uuid;
begin
    select r.id into strict restricted from access.restriction r where r.authority_id = mine and r.child_id = child and r.ended_at is null for update;
    update access.named_person n set ended_at = transaction_timestamp(), ended_by = actor
     where n.authority_id = mine and n.restriction_id = restricted and n.ended_at is null and n.person_id <> all (wanted);
    insert into access.named_person (authority_id, id, restriction_id, child_id, person_id, starts_at, named_by)
    select mine, uuidv7(), restricted, child, p.person, transaction_timestamp(), actor from (select unnest(wanted) as person group by 1) p
    where not exists (select from access.named_person n where n.authority_id = mine and n.restriction_id = restricted and n.person_id = p.person
                      and n.ended_at is null);
    perform ctx.is_named();
    perform audit.write('restriction.named', 'restriction', restricted, child, null, jsonb_build_object('people', to_jsonb(wanted)));
end $$;
revoke all on function access.name_people(uuid, uuid[]) from public;
grant execute on function access.name_people(uuid, uuid[]) to lantern_app;

create function access.lift(child uuid, why text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('restrict-record', child);
    lifted uuid;
begin
    update access.restriction r set ended_at = transaction_timestamp(), ended_by = actor, ended_because = why
     where r.authority_id = ctx.authority() and r.child_id = child and r.ended_at is null
    returning r.id into strict lifted;
    perform audit.write('restriction.lifted', 'restriction', lifted, child, null, null);
end $$;
revoke all on function access.lift(uuid, text) from public;
grant execute on function access.lift(uuid, text) to lantern_app;

-- Opens the record to whoever asks, in the database's own time, as sessions are. False when it is restricted and they may not open those: said in the
-- same words as "no such record".
create function access.open_in_emergency(new_id uuid, child uuid, why text, in_words text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('read-child', null);
    mine uuid := ctx.authority();
    over boolean := ctx.can('open-restricted');
    restricted boolean := exists (select from access.restriction r where r.authority_id = mine and r.child_id = child and r.ended_at is null);
begin
    if restricted and not over then return false; end if;
    insert into access.break_glass (authority_id, id, child_id, person_id, reason, words, over_restriction, starts_at, ends_at)
    values (mine, new_id, child, actor, why, in_words, over, transaction_timestamp(), transaction_timestamp() + interval '12 hours');
    perform ctx.is_named();
    perform audit.write('break-glass.opened', 'break-glass', new_id, child, null, jsonb_build_object('reason', why, 'restricted', restricted));
    return true;
end $$;
revoke all on function access.open_in_emergency(uuid, uuid, text, text) from public;
grant execute on function access.open_in_emergency(uuid, uuid, text, text) to lantern_app;

-- How a record that the actor sees stands: how many people it is restricted to (null: not restricted), and until when the actor opened it.
create function access.standing(child uuid) returns table (named bigint, opened_until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    if not access.works_with(child) then return; end if;
    return query select
        (select count(n.person_id) from access.restriction r
         join access.named_person n on n.authority_id = r.authority_id and n.restriction_id = r.id and n.ended_at is null
         where r.authority_id = facts[1]::uuid and r.child_id = child and r.ended_at is null group by r.id),
        (select max(b.ends_at) from access.break_glass b
         where b.authority_id = facts[1]::uuid and b.person_id = nullif(facts[4], '')::uuid and b.child_id = child and b.ended_at is null
           and b.ends_at > transaction_timestamp());
end $$;
revoke all on function access.standing(uuid) from public;
grant execute on function access.standing(uuid) to lantern_app;

-- The outcome of a review; a record that was opened wrongly is closed at once. False when somebody reviewed it before.
create function access.review_break_glass(opened uuid, outcome_of_it text, in_words text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('review-access', null);
    child uuid;
begin
    update access.break_glass b
       set outcome = outcome_of_it, outcome_words = in_words, reviewed_at = transaction_timestamp(), reviewed_by = actor,
           ended_at = case when outcome_of_it = 'wrong' and b.ends_at > transaction_timestamp() then transaction_timestamp() else b.ended_at end
     where b.authority_id = ctx.authority() and b.id = opened and b.reviewed_at is null and b.person_id <> actor
    returning b.child_id into child;
    if child is null then return false; end if;
    perform audit.write('break-glass.reviewed', 'break-glass', opened, child, null, jsonb_build_object('outcome', outcome_of_it));
    return true;
end $$;
revoke all on function access.review_break_glass(uuid, text, text) from public;
grant execute on function access.review_break_glass(uuid, text, text) to lantern_app;

update access.role set permissions = permissions || '{restrict-record,explain-access}' where code in ('hub-manager', 'team-manager', 'head-of-service');
update access.role set permissions = permissions || '{explain-access}' where code = 'service-manager';
update access.role set permissions = permissions || '{open-restricted,manage-agreements}' where code = 'head-of-service';
update access.role set permissions = permissions || '{read-timescales,explain-access,open-restricted,review-access,manage-agreements}' where code = 'governance-lead';
-- Who looks after the rules and the people sees who a child is at most, and nothing of the child's life.
update access.role set sections = '{identity}' where code = 'governance-lead';
update access.role set sections = '{}' where code = 'administrator';
