-- Owner-run definer functions and loaders pass; the application passes only with a verified context. Everything else is denied.
create procedure access.protect_authority(protected regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy owner_all on %s to lantern_owner using (true) with check (true)', protected);
    execute format('create policy own_authority on %s to lantern_app using (authority_id = (select ctx.authority()))', protected);
end $$;

-- Whether the actor's agency, and their team where it is a team's, works with the child today. For one record at a time.
create function access.works_with(child uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    return exists (select from access.involvement i
                   where i.authority_id = facts[1]::uuid and i.child_id = child and i.agency_id = nullif(facts[2], '')::uuid
                     and (i.team_id is null or i.team_id = nullif(facts[3], '')::uuid)
                     and (i.ends_at is null or i.ends_at > transaction_timestamp()));
end $$;
revoke all on function access.works_with(uuid) from public;
grant execute on function access.works_with(uuid) to lantern_app;

-- A table that holds a child: own authority, and either the whole authority is in reach or the actor's agency (and team) works with the child.
-- Where lists are made from a table (listed), the rule is written out, so that a list of thousands is one join and not thousands of questions;
-- elsewhere it is a question, because every rule written out costs each reading of one record as much as the reading.
create procedure access.protect(protected regclass, child_column text default 'child_id', listed boolean default false) language plpgsql as $$
declare
    rule constant text := 'authority_id = (select ctx.authority()) and ((select ctx.reach()) = ''authority'' or %s)';
    question text := format('access.works_with(%I)', child_column);
    written_out text := format($exists$exists (
        select from access.involvement i
        where i.authority_id = %1$s.authority_id and i.child_id = %1$s.%2$I and i.agency_id = (select ctx.agency())
          and (i.team_id is null or i.team_id = (select ctx.team()))
          and (i.ends_at is null or i.ends_at > transaction_timestamp()))$exists$, protected, child_column);
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy owner_all on %s to lantern_owner using (true) with check (true)', protected);
    execute format('create policy works_with_child on %s to lantern_app using (', protected)
        || format(rule, case when listed then written_out else question end) || ') with check (' || format(rule, question) || ')';
end $$;

call access.protect_authority('access.agency');
call access.protect_authority('access.team');
call access.protect_authority('access.person');
call access.protect_authority('access.post');
call access.protect_authority('access.client');
call access.protect_authority('access.involvement');
grant select on access.agency, access.team, access.person, access.post, access.client, access.involvement, access.role, access.scope to lantern_app;
grant insert, update (ends_at) on access.involvement to lantern_app;
grant select on access.role, access.scope to lantern_matcher;

alter table access.authority enable row level security;
alter table access.authority force row level security;
create policy owner_all on access.authority to lantern_owner using (true) with check (true);
create policy own_authority on access.authority to lantern_app using (id = (select ctx.authority()));
grant select on access.authority to lantern_app;

-- Secrets, sessions and tokens: no policy and no grant for the application; only the definer functions of the next migration read them.
alter table access.credential enable row level security;
alter table access.credential force row level security;
create policy owner_all on access.credential to lantern_owner using (true) with check (true);
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
create policy owner_all on access.invitation to lantern_owner using (true) with check (true);
alter table access.session enable row level security;
alter table access.session force row level security;
create policy owner_all on access.session to lantern_owner using (true) with check (true);
alter table access.client_token enable row level security;
alter table access.client_token force row level security;
create policy owner_all on access.client_token to lantern_owner using (true) with check (true);

alter table access.draft enable row level security;
alter table access.draft force row level security;
create policy owner_all on access.draft to lantern_owner using (true) with check (true);
create policy own_drafts on access.draft to lantern_app
    using (authority_id = (select ctx.authority()) and person_id = (select ctx.actor()));
grant select, insert, update, delete on access.draft to lantern_app;

alter table access.idempotency enable row level security;
alter table access.idempotency force row level security;
create policy owner_all on access.idempotency to lantern_owner using (true) with check (true);
create policy own_answers on access.idempotency to lantern_app
    using (authority_id = (select ctx.authority()) and client_id = (select ctx.actor()));
grant select, insert, update (status, headers, body) on access.idempotency to lantern_app;

create view access.v_person with (security_invoker = true) as
    select p.authority_id, p.id, p.name, r.title as post, a.code as agency_code, a.name as agency_name, o.team_id
    from access.person p
    left join lateral (select * from access.post o where o.authority_id = p.authority_id and o.person_id = p.id
                       order by o.ends_at nulls first, o.starts_at desc limit 1) o on true
    left join access.agency a on a.authority_id = o.authority_id and a.id = o.agency_id
    left join access.role r on r.code = o.role
    union all
    select c.authority_id, c.id, c.name, case c.kind when 'system' then 'Lantern itself' else 'Connected system' end, a.code, a.name, null
    from access.client c left join access.agency a on a.authority_id = c.authority_id and a.id = c.agency_id;
create view access.v_team with (security_invoker = true) as select authority_id, id, agency_id, name from access.team;
create view access.v_agency with (security_invoker = true) as select authority_id, id, code, kind, name from access.agency;
grant select on access.v_person, access.v_team, access.v_agency to lantern_app;
