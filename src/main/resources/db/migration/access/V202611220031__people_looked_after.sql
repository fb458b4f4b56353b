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
