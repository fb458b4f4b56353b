-- Connected systems looked after on a page; their tokens renewed without a gap; and how many calls a system may make.
alter table access.client add column ended_at timestamptz, add column per_minute integer check (per_minute between 1 and 100000);
alter table access.client_token add column issued_by uuid, add column replaces uuid, add column revoked_by uuid, add column told_expiring_at timestamptz;

-- The number of calls that holds for every system without a number of its own; one row, data.
create table access.call_limit (
    id integer primary key default 1 check (id = 1),
    per_minute integer not null check (per_minute between 1 and 100000)
);
insert into access.call_limit (per_minute) values (600);
grant select on access.call_limit to lantern_app;

-- How many calls a system has left, shared by every instance. Not logged: after a crash of the database every bucket is full, which harms nobody.
create unlogged table access.bucket (
    authority_id uuid not null,
    client_id uuid not null,
    calls double precision not null,
    filled_at timestamptz not null,
    refused bigint not null default 0,
    refused_at timestamptz,
    primary key (authority_id, client_id)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.5);
call access.protect_authority('access.bucket');

-- Takes up to so many calls out of the bucket of whoever holds this token. The bucket holds a minute's calls and fills evenly. A token that is not valid has
-- no bucket: it is refused where it is used. One statement in a transaction of its own, so that no call of a system waits for another one.
create function access.take_calls(hash bytea, wanted integer) returns table (taken integer, wait_seconds integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare
    who record;
    room double precision;
    per_second double precision;
    left_over double precision;
    this_moment timestamptz := clock_timestamp();
begin
    select t.authority_id, t.client_id, coalesce(c.per_minute, l.per_minute) as per_minute into who
      from access.client_token t
      join access.client c on c.authority_id = t.authority_id and c.id = t.client_id and c.kind = 'client'
      cross join access.call_limit l
     where t.token_hash = hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > clock_timestamp());
    if not found then return; end if;
    room := who.per_minute;
    per_second := room / 60;
    -- Not more at once than a fiftieth, so that what one instance holds is not missing at another.
    wanted := greatest(1, least(wanted, who.per_minute / 50));
    insert into access.bucket as b (authority_id, client_id, calls, filled_at) values (who.authority_id, who.client_id, room - wanted, this_moment)
    on conflict (authority_id, client_id) do update
       set calls = least(room, b.calls + greatest(0, extract(epoch from this_moment - b.filled_at)) * per_second)
                   - least(wanted, floor(least(room, b.calls + greatest(0, extract(epoch from this_moment - b.filled_at)) * per_second))),
           filled_at = greatest(b.filled_at, this_moment),
           refused = b.refused + (least(room, b.calls + greatest(0, extract(epoch from this_moment - b.filled_at)) * per_second) < 1)::integer,
           refused_at = case when least(room, b.calls + greatest(0, extract(epoch from this_moment - b.filled_at)) * per_second) < 1
                             then this_moment else b.refused_at end
    returning b.calls, case when old.calls is null then wanted
                            else least(wanted, floor(least(room, old.calls + greatest(0, extract(epoch from this_moment - old.filled_at)) * per_second)))::integer end
      into left_over, taken;
    wait_seconds := case when taken > 0 then 0 else greatest(1, ceil((1 - left_over) / per_second))::integer end;
    return next;
end $$;
revoke all on function access.take_calls(bytea, integer) from public;
grant execute on function access.take_calls(bytea, integer) to lantern_app;

create function access.tokens_looked_after()
returns table (client_id uuid, client_name text, agency_id uuid, ended_at timestamptz, per_minute integer, own_limit boolean, refused bigint, refused_at timestamptz,
               token_id uuid, scopes text[], created_at timestamptz, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = pg_catalog rows 100 as $$
    select c.id, c.name, c.agency_id, c.ended_at, coalesce(c.per_minute, l.per_minute), c.per_minute is not null, coalesce(b.refused, 0), b.refused_at,
           t.id, t.scopes, t.created_at, t.expires_at, t.revoked_at, t.last_used_at
    from access.client c
    cross join access.call_limit l
    left join access.client_token t on t.authority_id = c.authority_id and t.client_id = c.id
    left join access.bucket b on b.authority_id = c.authority_id and b.client_id = c.id
    where c.authority_id = (select ctx.authority()) and c.kind = 'client' and access.looks_after((select ctx.verified()), 'manage-tokens', c.agency_id)
    order by c.name, c.id, t.created_at desc $$;
revoke all on function access.tokens_looked_after() from public;
grant execute on function access.tokens_looked_after() to lantern_app;

-- What a system may be given: nobody gives a scope that reaches further than they do.
create function access.scopes_to_give(in_agency uuid) returns table (code text, permissions text[], hub boolean)
language sql stable security definer set search_path = pg_catalog as $$
    select s.code, s.permissions, s.hub from access.scope s
    join access.agency a on a.authority_id = (select ctx.authority()) and a.id = in_agency and a.ended_at is null
    where access.looks_after((select ctx.verified()), 'manage-tokens', in_agency) and (not s.hub or a.kind = 'children' and (select ctx.reach()) = 'authority')
    order by s.code $$;
revoke all on function access.scopes_to_give(uuid) from public;
grant execute on function access.scopes_to_give(uuid) to lantern_app;

create function access.keep_client(which uuid, in_agency uuid, called text, calls_per_minute integer) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    found_agency uuid := (select c.agency_id from access.client c where c.authority_id = mine and c.id = which and c.kind = 'client' and c.ended_at is null);
begin
    if not coalesce(access.looks_after(ctx.verified(), 'manage-tokens', coalesce(found_agency, in_agency)), false) then return 'unknown'; end if;
    if found_agency is not null then
        update access.client c set name = called, per_minute = calls_per_minute where c.authority_id = mine and c.id = which;
        perform audit.write('client.changed', 'client', which, null, null, jsonb_build_object('per-minute', calls_per_minute));
        return 'done';
    end if;
    if not exists (select from access.agency a where a.authority_id = mine and a.id = in_agency and a.ended_at is null) then return 'unknown'; end if;
    insert into access.client (authority_id, id, agency_id, name, kind, created_at, per_minute)
    values (mine, which, in_agency, called, 'client', transaction_timestamp(), calls_per_minute) on conflict do nothing;
    if not found then return 'unknown'; end if;
    perform audit.write('client.added', 'client', which, null, null, jsonb_build_object('agency', in_agency));
    return 'done';
end $$;
revoke all on function access.keep_client(uuid, uuid, text, integer) from public;
grant execute on function access.keep_client(uuid, uuid, text, integer) to lantern_app;

-- A new token; with one to replace, that one goes on for so many days at most, so that the other side can change over without a gap.
create function access.issue_token(which uuid, new_id uuid, hash bytea, what text[], until timestamptz, old_token uuid, overlap_days integer) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    c access.client;
begin
    select x.* into c from access.client x where x.authority_id = mine and x.id = which and x.kind = 'client' and x.ended_at is null for update;
    if not found or not access.looks_after(facts, 'manage-tokens', c.agency_id) then return 'unknown'; end if;
    if cardinality(what) = 0 or not what <@ array(select g.code from access.scopes_to_give(c.agency_id) g) then return 'scope'; end if;
    if until <= transaction_timestamp() or until > transaction_timestamp() + interval '3651 days' or overlap_days not between 0 and 90 then return 'days'; end if;
    if old_token is not null then
        update access.client_token t
           set expires_at = least(t.expires_at, transaction_timestamp() + make_interval(days => overlap_days)),
               revoked_at = case when overlap_days = 0 then transaction_timestamp() end, revoked_by = case when overlap_days = 0 then facts[4]::uuid end
         where t.authority_id = mine and t.client_id = which and t.id = old_token and t.revoked_at is null
           and (t.expires_at is null or t.expires_at > transaction_timestamp());
        if not found then return 'old'; end if;
    end if;
    insert into access.client_token (id, token_hash, authority_id, client_id, scopes, created_at, expires_at, issued_by, replaces)
    values (new_id, hash, mine, which, what, transaction_timestamp(), until, facts[4]::uuid, old_token);
    perform audit.write(case when old_token is null then 'token.issued' else 'token.rotated' end, 'client', which, null, null,
                        jsonb_strip_nulls(jsonb_build_object('token', new_id, 'scopes', to_jsonb(what), 'until', until, 'replaces', old_token)));
    return 'done';
end $$;
revoke all on function access.issue_token(uuid, uuid, bytea, text[], timestamptz, uuid, integer) from public;
grant execute on function access.issue_token(uuid, uuid, bytea, text[], timestamptz, uuid, integer) to lantern_app;

create function access.revoke_token(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    c access.client;
begin
    select x.* into c from access.client x join access.client_token t on t.authority_id = x.authority_id and t.client_id = x.id
     where x.authority_id = mine and t.id = which and x.kind = 'client';
    if not found or not access.looks_after(ctx.verified(), 'manage-tokens', c.agency_id) then return 'unknown'; end if;
    update access.client_token t set revoked_at = transaction_timestamp(), revoked_by = ctx.actor() where t.authority_id = mine and t.id = which and t.revoked_at is null;
    if not found then return 'unknown'; end if;
    perform audit.write('token.revoked', 'client', c.id, null, null, jsonb_build_object('token', which));
    return 'done';
end $$;
revoke all on function access.revoke_token(uuid) from public;
grant execute on function access.revoke_token(uuid) to lantern_app;

-- Lantern's own work: the tokens that are used and expire within so many days, each told once, with who looks after them.
create function access.tokens_expiring(at timestamptz, within_days integer) returns table (client uuid, tell uuid[])
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    return query
    with told as (
        update access.client_token t set told_expiring_at = at
        where t.authority_id = mine and t.revoked_at is null and t.told_expiring_at is null and t.expires_at > at
          and t.expires_at < at + make_interval(days => within_days)
          and not exists (select from access.client_token n where n.authority_id = mine and n.replaces = t.id and n.revoked_at is null)
        returning t.client_id)
    select c.id, access.managers_of(mine, c.agency_id, 'manage-tokens')
    from access.client c where c.authority_id = mine and c.kind = 'client' and c.id in (select client_id from told);
end $$;
revoke all on function access.tokens_expiring(timestamptz, integer) from public;
grant execute on function access.tokens_expiring(timestamptz, integer) to lantern_app;

-- Who looks after an agency: those in it who may, first those for whom it is the whole of their work; without any, those who look after all.
create function access.managers_of(authority uuid, whose uuid, permission text) returns uuid[] language sql stable as $$
    with manager as (
        select p.id, o.agency_id = whose as here, 'manage-all-agencies' = any (r.permissions) as everywhere, o.starts_at
        from access.post o
        join access.role r on r.code = o.role and permission = any (r.permissions)
        join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state = 'active'
        where o.authority_id = authority and (o.ends_at is null or o.ends_at > transaction_timestamp())
          and (o.agency_id = whose or 'manage-all-agencies' = any (r.permissions)))
    select coalesce(array_agg(m.id order by m.everywhere, m.starts_at, m.id), '{}') from manager m
    where case when exists (select from manager x where x.here and not x.everywhere) then m.here and not m.everywhere
               when exists (select from manager x where x.here) then m.here else true end $$;
revoke all on function access.managers_of(uuid, uuid, text) from public;
