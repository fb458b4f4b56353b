-- Who looks after people: an agency's manager for their own agency; head of service, hub manager and information governance lead for all of them.
alter table access.role add column agency_kinds text[] not null default '{children,police,health,education,returns,licensing,other-authority,other}';
update access.role set agency_kinds = '{children}' where code in ('hub-worker', 'hub-manager', 'duty-worker', 'social-worker', 'team-manager', 'reviewing-officer');
update access.role set agency_kinds = '{children,other}' where code in ('head-of-service', 'executive-director', 'service-manager', 'governance-lead');
update access.role set agency_kinds = '{returns}' where code in ('interviewer', 'provider-manager');
update access.role set agency_kinds = '{police}' where code = 'police-analyst';
update access.role set agency_kinds = '{}' where code = 'system';
insert into access.role (code, title, reach, permissions) values
    ('agency-manager', 'Agency manager', 'involved', '{manage-people,manage-tokens,read-timescales}');
update access.role set permissions = permissions || '{manage-people,manage-all-agencies,manage-tokens}' where code in ('head-of-service', 'hub-manager', 'governance-lead');
update access.role set permissions = permissions || '{manage-people}' where code = 'provider-manager';
update access.role set permissions = permissions || '{read-timescales}' where code = 'administrator';

alter table access.agency add column ended_at timestamptz;
alter table access.team add column ended_at timestamptz;
create or replace view access.v_team with (security_invoker = true) as select authority_id, id, agency_id, name, ended_at from access.team;
create or replace view access.v_agency with (security_invoker = true) as select authority_id, id, code, kind, name, ended_at from access.agency;

alter table access.person add column disabled_at timestamptz, add column disabled_by uuid,
    add column disabled_because text check (length(disabled_because) between 1 and 500),
    -- When they were last let in, so that whoever has just been invited or let in again is not called unused.
    add column let_in_at timestamptz, add column told_unused_at timestamptz;
alter table access.post add column ends_because text check (ends_because in ('moved', 'left', 'disabled'));
create index session_latest_of_person on access.session (authority_id, person_id, created_at desc);

-- What was asked for a person and is not done in the same moment: it waits for a second person, or for its day.
create table access.person_change (
    authority_id uuid not null references access.authority,
    id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('post', 'leave', 'reset', 'enable')),
    ends_post uuid,
    agency_id uuid,
    team_id uuid,
    role text references access.role,
    takes_effect_at timestamptz not null,
    reason text not null check (length(reason) between 1 and 500),
    asked_at timestamptz not null,
    asked_by uuid not null,
    needs_second boolean not null,
    agreed boolean,
    decided_at timestamptz,
    decided_by uuid,
    decided_because text check (length(decided_because) between 1 and 500),
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    done_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, person_id) references access.person,
    foreign key (authority_id, ends_post) references access.post,
    foreign key (authority_id, agency_id) references access.agency,
    foreign key (authority_id, team_id) references access.team,
    constraint a_post_is_in_an_agency_with_a_role check ((kind = 'post') = (num_nonnulls(agency_id, role) = 2)),
    constraint a_decision_says_who_and_when check (num_nonnulls(agreed, decided_at, decided_by) in (0, 3)),
    constraint nobody_decides_on_their_own check (decided_by <> asked_by and decided_by <> person_id),
    constraint withdrawn_by_somebody_before_it_is_done check (num_nonnulls(withdrawn_at, withdrawn_by) in (0, 2) and num_nonnulls(withdrawn_at, done_at) < 2),
    constraint done_when_agreed check (done_at is null or not needs_second or agreed)
);
create index change_of_person on access.person_change (authority_id, person_id, asked_at);
create index change_ends_post on access.person_change (authority_id, ends_post) where ends_post is not null;
create index change_into_agency on access.person_change (authority_id, agency_id);
create index change_into_team on access.person_change (authority_id, team_id);
create index change_to_role on access.person_change (role);
call access.protect_authority('access.person_change');
grant select on access.person_change to lantern_app;

-- Whether whoever these facts are of looks after this agency's people (or systems: the permission says which).
create function access.looks_after(facts text[], permission text, agency uuid) returns boolean language sql stable as $$
    select facts is not null and facts[7] = 'PERSON' and permission = any (string_to_array(facts[9], ','))
       and (agency = nullif(facts[2], '')::uuid or 'manage-all-agencies' = any (string_to_array(facts[9], ','))) $$;
revoke all on function access.looks_after(text[], text, uuid) from public;

-- Nobody gives a role that reaches further than their own, and no role to an agency it is not meant for.
create function access.may_give(facts text[], given text, in_agency uuid) returns boolean language sql stable as $$
    select exists (select from access.role r join access.agency a on a.authority_id = facts[1]::uuid and a.id = in_agency and a.ended_at is null
                   where r.code = given and a.kind = any (r.agency_kinds) and (r.reach = 'involved' or facts[6] = 'authority')
                     and ('manage-all-agencies' <> all (r.permissions) or 'manage-all-agencies' = any (string_to_array(facts[9], ',')))) $$;
revoke all on function access.may_give(text[], text, uuid) from public;

create function access.roles_to_give(in_agency uuid) returns table (code text, title text, reach text)
language sql stable security definer set search_path = pg_catalog as $$
    select r.code, r.title, r.reach from access.role r
    where access.looks_after((select ctx.verified()), 'manage-people', in_agency) and access.may_give((select ctx.verified()), r.code, in_agency)
    order by r.title $$;
revoke all on function access.roles_to_give(uuid) from public;
grant execute on function access.roles_to_give(uuid) to lantern_app;

-- Whether somebody reaches every child of the authority, by a post they have or are about to have.
create function access.reaches_all(authority uuid, who uuid) returns boolean language sql stable as $$
    select exists (select from access.post o join access.role r on r.code = o.role and r.reach = 'authority'
                   where o.authority_id = authority and o.person_id = who and (o.ends_at is null or o.ends_at > transaction_timestamp()))
        or exists (select from access.person_change c join access.role r on r.code = c.role and r.reach = 'authority'
                   where c.authority_id = authority and c.person_id = who and c.done_at is null and c.withdrawn_at is null and c.agreed is distinct from false) $$;
revoke all on function access.reaches_all(uuid, uuid) from public;

-- Where somebody belongs: the agencies of their posts, else of the last one, else of the one they were asked for.
create function access.agencies_of(authority uuid, who uuid) returns uuid[] language sql stable as $$
    select coalesce(
        (select array_agg(distinct o.agency_id) from access.post o
          where o.authority_id = authority and o.person_id = who and (o.ends_at is null or o.ends_at > transaction_timestamp())),
        (select array[o.agency_id] from access.post o where o.authority_id = authority and o.person_id = who order by o.starts_at desc limit 1),
        (select array[c.agency_id] from access.person_change c
          where c.authority_id = authority and c.person_id = who and c.kind = 'post' order by c.asked_at desc limit 1)) $$;
revoke all on function access.agencies_of(uuid, uuid) from public;

-- Why the actor may not change this person; null when they may. Nobody changes their own post, nobody whoever reaches further than they do: with the
-- one-time link of a reset one could sign in as them.
create function access.barred_from(who uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    theirs uuid[];
begin
    if facts is null or facts[7] <> 'PERSON' or 'manage-people' <> all (string_to_array(facts[9], ',')) then return 'unknown'; end if;
    if not exists (select from access.person p where p.authority_id = facts[1]::uuid and p.id = who) then return 'unknown'; end if;
    theirs := access.agencies_of(facts[1]::uuid, who);
    if theirs is not null and not (select bool_and(access.looks_after(facts, 'manage-people', a)) from unnest(theirs) a) then return 'other-agency'; end if;
    if facts[4]::uuid = who then return 'self'; end if;
    if facts[6] <> 'authority' and access.reaches_all(facts[1]::uuid, who) then return 'further'; end if;
    return null;
end $$;
revoke all on function access.barred_from(uuid) from public;
grant execute on function access.barred_from(uuid) to lantern_app;

create function access.end_sessions_of(authority uuid, who uuid) returns bigint language sql as $$
    with ended as (update access.session s set ended_at = transaction_timestamp() where s.authority_id = authority and s.person_id = who and s.ended_at is null
                   returning 1)
    select count(*) from ended $$;
revoke all on function access.end_sessions_of(uuid, uuid) from public;

create function access.let_in_by(authority uuid, who uuid, token_hash bytea, until timestamptz) returns void language sql as $$
    update access.invitation i set expires_at = transaction_timestamp()
     where i.authority_id = authority and i.person_id = who and i.used_at is null and i.expires_at > transaction_timestamp();
    insert into access.invitation (token_hash, authority_id, person_id, expires_at)
    select token_hash, authority, who, least(until, transaction_timestamp() + interval '7 days') where token_hash is not null;
    update access.person p set let_in_at = transaction_timestamp(), told_unused_at = null where p.authority_id = authority and p.id = who $$;
revoke all on function access.let_in_by(uuid, uuid, bytea, timestamptz) from public;

-- Does what was asked, or leaves it for its day. The link of a reset goes to whoever does it last: who asked, or the second person.
create function access.carry_out(mine uuid, which uuid, link bytea, until timestamptz) returns text
language plpgsql set search_path = pg_catalog as $$
declare
    c access.person_change;
    today timestamptz := transaction_timestamp();
begin
    select x.* into strict c from access.person_change x where x.authority_id = mine and x.id = which for update;
    if c.kind in ('post', 'leave') then
        update access.post o set ends_at = greatest(c.takes_effect_at, today), ends_because = case c.kind when 'post' then 'moved' else 'left' end
         where o.authority_id = mine and o.person_id = c.person_id and (c.kind = 'leave' or o.id = c.ends_post)
           and (o.ends_at is null or o.ends_at > c.takes_effect_at);
        if c.takes_effect_at > today then return 'planned'; end if;
    end if;
    case c.kind
    when 'post' then
        insert into access.post (authority_id, id, person_id, agency_id, team_id, role, starts_at)
        values (mine, uuidv7(), c.person_id, c.agency_id, c.team_id, c.role, c.takes_effect_at);
        if c.ends_post is not null then perform access.end_sessions_of(mine, c.person_id); end if;
    when 'leave' then
        update access.person p set state = 'disabled', disabled_at = today, disabled_by = c.asked_by, disabled_because = c.reason
         where p.authority_id = mine and p.id = c.person_id;
        perform access.end_sessions_of(mine, c.person_id);
        perform access.let_in_by(mine, c.person_id, null, null);
    else
        perform access.forget_means(mine, c.person_id);
        update access.person p set state = 'invited', disabled_at = null, disabled_by = null, disabled_because = null
         where p.authority_id = mine and p.id = c.person_id;
        perform access.end_sessions_of(mine, c.person_id);
        perform access.let_in_by(mine, c.person_id, link, until);
    end case;
    update access.person_change x set done_at = today where x.authority_id = mine and x.id = which;
    return 'done';
end $$;
revoke all on function access.carry_out(uuid, uuid, bytea, timestamptz) from public;

-- Asks for a change of a person and does it unless a second person must agree: whoever reaches every child, or is to reach them, is never changed by one alone.
create function access.ask_change(new_id uuid, who uuid, what text, old_post uuid, new_agency uuid, new_team uuid, new_role text,
                                  from_at timestamptz, why text, link bytea, until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    barred text := access.barred_from(who);
    at timestamptz := greatest(coalesce(from_at, transaction_timestamp()), transaction_timestamp());
    second boolean := what <> 'leave' and access.reaches_all(mine, who);
    outcome text;
begin
    if barred is not null then return barred; end if;
    perform from access.person p where p.authority_id = mine and p.id = who for update;
    if exists (select from access.person_change c where c.authority_id = mine and c.person_id = who and c.done_at is null and c.withdrawn_at is null and c.agreed is distinct from false) then
        return 'pending';
    end if;
    if what = 'post' then
        if not access.looks_after(facts, 'manage-people', new_agency) or not access.may_give(facts, new_role, new_agency) then return 'role'; end if;
        if new_team is not null and not exists (select from access.team t where t.authority_id = mine and t.id = new_team and t.agency_id = new_agency
                                                and t.ended_at is null) then return 'team'; end if;
        if old_post is not null and not exists (select from access.post o where o.authority_id = mine and o.id = old_post and o.person_id = who
                                                and (o.ends_at is null or o.ends_at > transaction_timestamp())) then return 'unknown'; end if;
        second := second or exists (select from access.role r where r.code = new_role and r.reach = 'authority');
    end if;
    insert into access.person_change (authority_id, id, person_id, kind, ends_post, agency_id, team_id, role, takes_effect_at, reason, asked_at, asked_by, needs_second)
    values (mine, new_id, who, what, old_post, new_agency, new_team, new_role, at, why, transaction_timestamp(), facts[4]::uuid, second);
    outcome := case when second then 'waiting' else access.carry_out(mine, new_id, link, until) end;
    perform audit.write('person.' || case what when 'post' then 'post-changed' when 'leave' then 'left' when 'reset' then 'second-factor-reset' else 'let-in' end
                            || case when second then '-asked' else '' end,
                        'person', who, null, null,
                        jsonb_strip_nulls(jsonb_build_object('change', new_id, 'role', new_role, 'agency', new_agency, 'team', new_team, 'from', at, 'outcome', outcome)));
    return outcome;
end $$;
revoke all on function access.ask_change(uuid, uuid, text, uuid, uuid, uuid, text, timestamptz, text, bytea, timestamptz) from public;
grant execute on function access.ask_change(uuid, uuid, text, uuid, uuid, uuid, text, timestamptz, text, bytea, timestamptz) to lantern_app;

-- Adds somebody new, with the post they are to have; an address that already signs in is 'taken', whichever authority it is of.
create function access.invite(new_person uuid, called text, address text, new_id uuid, new_agency uuid, new_team uuid, new_role text, why text,
                              link bytea, until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    outcome text;
begin
    if not access.looks_after(facts, 'manage-people', new_agency) or not access.may_give(facts, new_role, new_agency) then return 'role'; end if;
    insert into access.person (authority_id, id, name, email, state, created_at)
    values (mine, new_person, called, lower(address), 'invited', transaction_timestamp()) on conflict (email) do nothing;
    if not found then return 'taken'; end if;
    outcome := access.ask_change(new_id, new_person, 'post', null, new_agency, new_team, new_role, null, why, null, null);
    if outcome in ('done', 'waiting') then
        perform access.let_in_by(mine, new_person, link, until);
        perform audit.write('person.invited', 'person', new_person, null, null, jsonb_build_object('role', new_role, 'agency', new_agency));
    end if;
    return outcome;
end $$;
revoke all on function access.invite(uuid, text, text, uuid, uuid, uuid, text, text, bytea, timestamptz) from public;
grant execute on function access.invite(uuid, text, text, uuid, uuid, uuid, text, text, bytea, timestamptz) to lantern_app;

create function access.disable_person(who uuid, why text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    barred text := access.barred_from(who);
begin
    if barred is not null then return barred; end if;
    update access.person p set state = 'disabled', disabled_at = transaction_timestamp(), disabled_by = ctx.actor(), disabled_because = why
     where p.authority_id = mine and p.id = who and p.state <> 'disabled';
    if not found then return 'unknown'; end if;
    perform access.end_sessions_of(mine, who);
    perform access.let_in_by(mine, who, null, null);
    perform audit.write('person.disabled', 'person', who, null, null, null);
    return 'done';
end $$;
revoke all on function access.disable_person(uuid, text) from public;
grant execute on function access.disable_person(uuid, text) to lantern_app;

create function access.sign_out_everywhere(who uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    barred text := access.barred_from(who);
    ended bigint;
begin
    -- Ending one's own sessions opens nothing.
    if barred is not null and barred <> 'self' then return barred; end if;
    ended := access.end_sessions_of(ctx.authority(), who);
    perform audit.write('person.signed-out', 'person', who, null, null, jsonb_build_object('sessions', ended));
    return 'done';
end $$;
revoke all on function access.sign_out_everywhere(uuid) from public;
grant execute on function access.sign_out_everywhere(uuid) to lantern_app;

-- The second person's decision: somebody else than who asked and whom it is about, who looks after every agency.
create function access.decide_change(which uuid, yes boolean, why text, link bytea, until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    c access.person_change;
    outcome text := 'refused';
begin
    if facts is null or facts[7] <> 'PERSON' or facts[6] <> 'authority' or 'manage-all-agencies' <> all (string_to_array(facts[9], ',')) then return 'unknown'; end if;
    select x.* into c from access.person_change x where x.authority_id = mine and x.id = which and x.needs_second and x.decided_at is null and x.withdrawn_at is null for update;
    if not found then return 'unknown'; end if;
    if facts[4]::uuid in (c.asked_by, c.person_id) then return 'self'; end if;
    update access.person_change x
       set agreed = yes, decided_at = transaction_timestamp(), decided_by = facts[4]::uuid, decided_because = why,
           takes_effect_at = greatest(x.takes_effect_at, transaction_timestamp())
     where x.authority_id = mine and x.id = which;
    if yes then outcome := access.carry_out(mine, which, link, until); end if;
    perform audit.write(case when yes then 'person.change-agreed' else 'person.change-refused' end, 'person', c.person_id, null, null,
                        jsonb_build_object('change', which, 'kind', c.kind, 'outcome', outcome));
    return outcome;
end $$;
revoke all on function access.decide_change(uuid, boolean, text, bytea, timestamptz) from public;
grant execute on function access.decide_change(uuid, boolean, text, bytea, timestamptz) to lantern_app;

-- Takes back what has not been done yet.
create function access.withdraw_change(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    c access.person_change;
    barred text;
begin
    select x.* into c from access.person_change x
     where x.authority_id = mine and x.id = which and x.done_at is null and x.withdrawn_at is null and x.agreed is distinct from false for update;
    if not found then return 'unknown'; end if;
    barred := access.barred_from(c.person_id);
    if barred is not null then return barred; end if;
    update access.person_change x set withdrawn_at = transaction_timestamp(), withdrawn_by = ctx.actor() where x.authority_id = mine and x.id = which;
    if not c.needs_second or c.agreed then
        update access.post o set ends_at = null, ends_because = null
         where o.authority_id = mine and o.person_id = c.person_id and o.ends_at = c.takes_effect_at and o.ends_at > transaction_timestamp();
    end if;
    perform audit.write('person.change-withdrawn', 'person', c.person_id, null, null, jsonb_build_object('change', which, 'kind', c.kind));
    return 'done';
end $$;
revoke all on function access.withdraw_change(uuid) from public;
grant execute on function access.withdraw_change(uuid) to lantern_app;

-- Lantern's own work: what was agreed for a day that has come.
create function access.carry_out_due(at timestamptz) returns table (change uuid, person uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    due record;
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    for due in select c.id, c.person_id, c.kind from access.person_change c
               where c.authority_id = mine and c.done_at is null and c.withdrawn_at is null and (not c.needs_second or c.agreed) and c.takes_effect_at <= at
               order by c.takes_effect_at, c.id for update skip locked loop
        if access.carry_out(mine, due.id, null, null) = 'done' then
            perform audit.write(case due.kind when 'leave' then 'person.left' else 'person.post-changed' end, 'person', due.person_id, null, null,
                                jsonb_build_object('change', due.id, 'outcome', 'done'));
            change := due.id;
            person := due.person_id;
            return next;
        end if;
    end loop;
end $$;
revoke all on function access.carry_out_due(timestamptz) from public;
grant execute on function access.carry_out_due(timestamptz) to lantern_app;

-- Everybody whom the actor looks after, one row each: with the post they have, or had last. Sessions and secrets are counted, never given.
create function access.people_looked_after()
returns table (id uuid, name text, email text, state text, post_id uuid, agency_id uuid, team_id uuid, role text, reach text, posts bigint,
               starts_at timestamptz, ends_at timestamptz, signed_in_at timestamptz, seen_at timestamptz, sessions bigint, second_factor boolean, created_at timestamptz,
               disabled_at timestamptz, disabled_because text)
language sql stable security definer set search_path = pg_catalog rows 500 as $$
    select p.id, p.name, p.email, p.state, o.id, coalesce(o.agency_id, w.agency_id), o.team_id, o.role, r.reach,
           (select count(*) from access.post x where x.authority_id = p.authority_id and x.person_id = p.id
              and (x.ends_at is null or x.ends_at > transaction_timestamp())),
           o.starts_at, o.ends_at, s.created_at, s.last_seen_at,
           (select count(*) from access.session x where x.authority_id = p.authority_id and x.person_id = p.id and x.ended_at is null
              and x.created_at > transaction_timestamp() - interval '12 hours' and x.last_seen_at > transaction_timestamp() - interval '15 minutes'),
           exists (select from access.credential c where c.authority_id = p.authority_id and c.person_id = p.id)
               or exists (select from access.passkey k where k.authority_id = p.authority_id and k.person_id = p.id)
               or exists (select from access.openid_subject s where s.authority_id = p.authority_id and s.person_id = p.id), p.created_at, p.disabled_at, p.disabled_because
    from access.person p
    left join lateral (select x.* from access.post x where x.authority_id = p.authority_id and x.person_id = p.id
                       order by coalesce(x.ends_at > transaction_timestamp(), true) desc, x.starts_at desc limit 1) o on true
    left join lateral (select c.agency_id from access.person_change c where c.authority_id = p.authority_id and c.person_id = p.id and c.kind = 'post'
                       order by c.asked_at desc limit 1) w on o.id is null
    left join access.role r on r.code = o.role
    left join lateral (select x.created_at, x.last_seen_at from access.session x where x.authority_id = p.authority_id and x.person_id = p.id
                       order by x.created_at desc limit 1) s on true
    where p.authority_id = (select ctx.authority()) and (select ctx.can('manage-people'))
      and ((select ctx.can('manage-all-agencies')) or coalesce(o.agency_id, w.agency_id) = (select ctx.agency())
           or exists (select from access.post x where x.authority_id = p.authority_id and x.person_id = p.id and x.agency_id = (select ctx.agency())
                      and (x.ends_at is null or x.ends_at > transaction_timestamp()))) $$;
revoke all on function access.people_looked_after() from public;
grant execute on function access.people_looked_after() to lantern_app;

-- Agencies and teams: added and renamed, never removed; ended when nobody works in them any more.
create function access.keep_agency(which uuid, new_code text, new_kind text, called text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare mine uuid := ctx.authority();
begin
    perform access.person_who_may('manage-all-agencies', null);
    update access.agency a set name = called where a.authority_id = mine and a.id = which and a.ended_at is null;
    if found then
        perform audit.write('agency.renamed', 'agency', which, null, null, null);
        return 'done';
    end if;
    insert into access.agency (authority_id, id, code, kind, name) values (mine, which, new_code, new_kind, called) on conflict do nothing;
    if not found then return 'taken'; end if;
    perform audit.write('agency.added', 'agency', which, null, null, jsonb_build_object('code', new_code, 'kind', new_kind));
    return 'done';
end $$;
revoke all on function access.keep_agency(uuid, text, text, text) from public;
grant execute on function access.keep_agency(uuid, text, text, text) to lantern_app;

create function access.keep_team(which uuid, in_agency uuid, called text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare mine uuid := ctx.authority();
begin
    if not access.looks_after(ctx.verified(), 'manage-people', in_agency) then return 'unknown'; end if;
    if not exists (select from access.agency a where a.authority_id = mine and a.id = in_agency and a.ended_at is null) then return 'unknown'; end if;
    if exists (select from access.team t where t.authority_id = mine and t.agency_id = in_agency and lower(t.name) = lower(called) and t.id <> which
               and t.ended_at is null) then return 'taken'; end if;
    update access.team t set name = called where t.authority_id = mine and t.id = which and t.agency_id = in_agency and t.ended_at is null;
    if found then
        perform audit.write('team.renamed', 'team', which, null, null, null);
        return 'done';
    end if;
    insert into access.team (authority_id, id, agency_id, name) values (mine, which, in_agency, called) on conflict do nothing;
    if not found then return 'unknown'; end if;
    perform audit.write('team.added', 'team', which, null, null, jsonb_build_object('agency', in_agency));
    return 'done';
end $$;
revoke all on function access.keep_team(uuid, uuid, text) from public;
grant execute on function access.keep_team(uuid, uuid, text) to lantern_app;

create function access.end_team(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    whose uuid := (select t.agency_id from access.team t where t.authority_id = mine and t.id = which and t.ended_at is null for update);
begin
    if whose is null or not access.looks_after(ctx.verified(), 'manage-people', whose) then return 'unknown'; end if;
    if exists (select from access.post o where o.authority_id = mine and o.team_id = which and (o.ends_at is null or o.ends_at > transaction_timestamp())) then
        return 'people';
    end if;
    if exists (select from access.involvement i where i.authority_id = mine and i.team_id = which and i.ends_at is null) then return 'children'; end if;
    update access.team t set ended_at = transaction_timestamp() where t.authority_id = mine and t.id = which;
    perform audit.write('team.ended', 'team', which, null, null, null);
    return 'done';
end $$;
revoke all on function access.end_team(uuid) from public;
grant execute on function access.end_team(uuid) to lantern_app;

create function access.end_agency(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare mine uuid;
begin
    perform access.person_who_may('manage-all-agencies', null);
    mine := ctx.authority();
    perform from access.agency a where a.authority_id = mine and a.id = which and a.ended_at is null for update;
    if not found or which = ctx.agency() then return 'unknown'; end if;
    if exists (select from access.post o where o.authority_id = mine and o.agency_id = which and (o.ends_at is null or o.ends_at > transaction_timestamp())) then
        return 'people';
    end if;
    if exists (select from access.client c join access.client_token t on t.authority_id = c.authority_id and t.client_id = c.id and t.revoked_at is null
               where c.authority_id = mine and c.agency_id = which and (t.expires_at is null or t.expires_at > transaction_timestamp())) then return 'tokens'; end if;
    if exists (select from access.team t where t.authority_id = mine and t.agency_id = which and t.ended_at is null) then return 'teams'; end if;
    update access.agency a set ended_at = transaction_timestamp() where a.authority_id = mine and a.id = which;
    perform audit.write('agency.ended', 'agency', which, null, null, null);
    return 'done';
end $$;
revoke all on function access.end_agency(uuid) from public;
grant execute on function access.end_agency(uuid) to lantern_app;
