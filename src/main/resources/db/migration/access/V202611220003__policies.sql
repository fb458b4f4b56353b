-- Owner-run definer functions and loaders pass; the application passes only with a verified context. Everything else is denied.
create procedure access.protect_authority(protected regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy owner_all on %s to lantern_owner using (true) with check (true)', protected);
    execute format('create policy own_authority on %s to lantern_app using (authority_id = (select ctx.authority()))', protected);
end $$;

-- What a record is made of, for sharing: every table that holds a child belongs to one section. A high-risk section does harm in the wrong hands, so it
-- has tables of its own and a row policy protects the field.
create table access.section (
    code text primary key,
    place integer not null unique,
    title text not null,
    high_risk boolean not null
);
insert into access.section (code, place, title, high_risk) values
    ('identity', 1, 'Who the child is', false),
    ('contact', 2, 'Where the child lives and can be reached', false),
    ('placement-address', 3, 'Address of the placement', true),
    ('safe-address', 4, 'Safe address', true),
    ('episode', 5, 'Missing episodes and notifications', false),
    ('interview', 6, 'Return interviews', false),
    ('assessment', 7, 'Assessments', false),
    ('meeting', 8, 'Minutes of meetings', false),
    ('intelligence', 9, 'Intelligence', false),
    ('source', 10, 'Sources of intelligence', true),
    ('allegation', 11, 'Allegations about other people', true),
    ('health', 12, 'Health', true),
    ('education', 13, 'Education', false),
    ('legal', 14, 'Legal status', false);
grant select on access.section to lantern_app, lantern_matcher;
-- Which section each table belongs to, written by access.protect.
create table access.section_of_table (
    table_name text primary key,
    section text not null references access.section
);
create index table_of_section on access.section_of_table (section);
grant select on access.section_of_table to lantern_app;

-- The sections that a post or connected system reads of the children it works with, and of every child; '*': all there are. The authority's own children's
-- services read their own record, a role as far as it is not limited; any other agency reads what an agreement in force names, and without one nothing.
create function access.sections_held(its_authority uuid, its_agency uuid, agency_kind text, its_role text, its_reach text, limits text[],
                                     out involved text, out every_child text)
language plpgsql stable as $$
begin
    if agency_kind = 'children' then
        involved := coalesce(array_to_string(limits, ','), '*');
        every_child := case when its_reach = 'authority' then involved else '' end;
        return;
    end if;
    select coalesce(string_agg(distinct s.section, ','), ''), coalesce(string_agg(distinct s.section, ',') filter (where s.covers = 'every-child'), '')
      into involved, every_child
      from access.v_agreement a
      join access.agreement_section s on s.authority_id = a.authority_id and s.agreement_id = a.id
     where a.authority_id = its_authority and a.agency_id = its_agency and a.standing = 'in-force'
       and (s.role is null or s.role = its_role) and (limits is null or s.section = any (limits));
end $$;
revoke all on function access.sections_held(uuid, uuid, text, text, text, text[]) from public;

-- Why somebody sees a section of a child's record today, or null when they do not: the one place where it is written. The policies ask it of whoever is
-- acting; the pages "who can see this child?" and "why?" ask it of others. Called only from functions that pin their search path, so it is planned once.
--   lantern      Lantern's own work reaches every child of its authority, restricted or not
--   reach        they read this section of every child of the authority: by their role, or by a sharing agreement that covers every child
--   involvement  they read this section of children they work with, and their agency, or their team where it is a team's, works with this one
--   break-glass  the same, and they opened the record themselves, for hours
-- A restriction is stronger than all of them but the first: it leaves the people it names, and who broke the glass with the right to do so.
-- every_child, involved: the sections as access.sections_held has them; '*' is all there are.
create function access.why(authority uuid, agency uuid, team uuid, actor uuid, kind text, every_child text, involved text, section text, child uuid)
returns text
language plpgsql stable as $$
declare
    reaches boolean := every_child = '*' or section = any (string_to_array(every_child, ','));
    works boolean;
    barred boolean;
begin
    if kind = 'SYSTEM' then return 'lantern'; end if;
    -- The child that nobody knows yet is the hub's (access.closed_in_reach), not everybody's who reads of every child.
    if child is null or not reaches and not (involved = '*' or section = any (string_to_array(involved, ','))) then return null; end if;
    -- One statement: it is asked for each row of a record, and a statement more costs as much as what it finds out.
    select reaches or exists (select from access.involvement i
                              where i.authority_id = authority and i.child_id = child and i.agency_id = agency
                                and (i.team_id is null or i.team_id = team)
                                and (i.ends_at is null or i.ends_at > transaction_timestamp())),
           exists (select from access.restriction r
                   where r.authority_id = authority and r.child_id = child and r.ended_at is null
                     and not exists (select from access.named_person n
                                     where n.authority_id = authority and n.restriction_id = r.id and n.person_id = actor and n.ended_at is null))
      into works, barred;
    if works and not barred then return case when reaches then 'reach' else 'involvement' end; end if;
    if exists (select from access.break_glass b
               where b.authority_id = authority and b.person_id = actor and b.child_id = child and b.ended_at is null
                 and b.ends_at > transaction_timestamp() and (b.over_restriction or not barred)) then
        return 'break-glass';
    end if;
    return null;
end $$;
revoke all on function access.why(uuid, uuid, uuid, uuid, text, text, text, text, uuid) from public;

-- Whether the actor sees this section of the child's record today. For one record at a time.
create function access.works_with(child uuid, section text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    return facts is not null
        and access.why(facts[1]::uuid, nullif(facts[2], '')::uuid, nullif(facts[3], '')::uuid, nullif(facts[4], '')::uuid, facts[7],
                       facts[13], facts[12], section, child) is not null;
end $$;
-- Whether the actor sees the child: who it is.
create function access.works_with(child uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    return access.works_with(child, 'identity');
end $$;
revoke all on function access.works_with(uuid, text), access.works_with(uuid) from public;
grant execute on function access.works_with(uuid, text), access.works_with(uuid) to lantern_app;

-- The restricted children that are closed to whoever these facts are of: few, so a policy compares with them all. They are kept together in one row for
-- each authority (access.closed_children), because every table of every query asks: read one by one, 300 cost more than the child's whole record.
-- Nearly every reader is named nowhere and opened nothing, which ctx.begin found out once (facts[14]): they ask no more.
create function access.closed_to(facts text[]) returns uuid[]
language plpgsql stable as $$
declare
    authority uuid := facts[1];
    actor uuid := nullif(facts[4], '');
    kept uuid[];
begin
    select c.children into kept from access.closed_children c where c.authority_id = authority;
    if kept is null or kept = '{}' then return '{}'; end if;
    if facts[14] = '' then return kept; end if;
    return array(
        select unnest(kept)
        except all select n.child_id from access.named_person n where n.authority_id = authority and n.person_id = actor and n.ended_at is null
        except all select b.child_id from access.break_glass b
                   where b.authority_id = authority and b.person_id = actor and b.ended_at is null and b.ends_at > transaction_timestamp()
                     and b.over_restriction);
end $$;
revoke all on function access.closed_to(text[]) from public;

-- Closed to the actor. Null without a context.
create function access.closed() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    if facts is null then return null; end if;
    return access.closed_to(facts);
end $$;
revoke all on function access.closed() from public;
grant execute on function access.closed() to lantern_app;

-- The same for an actor who reads this section of every child of the authority, else null: one question then answers both "does the actor reach every
-- child?" and "but which not?", and what is compared with null goes on to ask for an involvement. The authority's own id stands for the child that
-- nobody knows yet (access.protect): an agreement that covers every child does not cover those, they are the hub's.
create function access.closed_in_reach(section text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    facts text := ctx.facts();
    fact text[];
    kept uuid[];
begin
    -- How the facts end: what ctx.begin found out once for nearly every reader, because every table of every query asks.
    case right(facts, 4)
        when '|all' then return '{}';
        when 'open' then
            select c.children into kept from access.closed_children c where c.authority_id = left(facts, 36)::uuid;
            return coalesce(kept, '{}');
        else
            fact := string_to_array(facts, '|');
            if fact is null or fact[13] <> '*' and section <> all (string_to_array(fact[13], ',')) then return null; end if;
            if fact[6] <> 'authority' then return access.closed_to(fact) || fact[1]::uuid; end if;
            return access.closed_to(fact);
    end case;
end $$;
revoke all on function access.closed_in_reach(text) from public;
grant execute on function access.closed_in_reach(text) to lantern_app;

-- The children that the actor works with today, less those that are closed to it: what the policies of lists join. It reads access.involvement past its
-- policy, which asks more than a list of thousands can bear, and therefore holds nothing but ids.
create view access.works_now with (security_barrier = true) as
    select i.authority_id, i.child_id from access.involvement i
    where i.agency_id = (select ctx.agency()) and (i.team_id is null or i.team_id = (select ctx.team()))
      and (i.ends_at is null or i.ends_at > transaction_timestamp()) and i.child_id <> all ((select access.closed())::uuid[]);
grant select on access.works_now to lantern_app;

-- The children whose record the actor opened in an emergency, for as long as that lasts, as far as the actor reads this section.
create function access.opened(section text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    authority uuid := facts[1];
    actor uuid := nullif(facts[4], '');
begin
    if facts is null or facts[14] = '' then return '{}'; end if;
    return array(select distinct b.child_id from access.break_glass b
                 where b.authority_id = authority and b.person_id = actor and b.ended_at is null and b.ends_at > transaction_timestamp()
                   and access.works_with(b.child_id, section));
end $$;
create function access.opened() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    return access.opened('identity');
end $$;
revoke all on function access.opened(text), access.opened() from public;
grant execute on function access.opened(text), access.opened() to lantern_app;

-- A table that holds a child, of one section of the record: own authority, and either the section of every child is in reach (less what is restricted) or
-- the actor works with the child and reads the section.
-- Where lists are made from a table (listed), the rule is written out, so that a list of thousands is one join and not thousands of questions;
-- elsewhere it is a question, because every rule written out costs each reading of one record as much as the reading.
-- A row whose child nobody knows yet is compared as its authority, which is never a child.
create procedure access.protect(protected regclass, child_column text default 'child_id', listed boolean default false,
                                 section text default 'identity') language plpgsql as $$
declare
    known boolean := (select a.attnotnull from pg_attribute a where a.attrelid = protected and a.attname = child_column);
    child text := case when known then format('%I', child_column) else format('coalesce(%I, authority_id)', child_column) end;
    rule constant text := format('authority_id = (select ctx.authority()) and (%s <> all ((select access.closed_in_reach(%L))::uuid[]) or ', child, section) || '%s)';
    question text := format('access.works_with(%I, %L)', child_column, section);
    written_out text := format($exists$(select ctx.sees(%3$L)) and exists (
        select from access.works_now w where w.authority_id = %1$s.authority_id and w.child_id = %1$s.%2$I)
        or %2$I = any ((select access.opened(%3$L))::uuid[])$exists$,
        protected, child_column, section);
begin
    insert into access.section_of_table values (protected::text, section);
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
-- Who works with a child is part of who the child is, and closed with it. An agency or team reads its own involvements too, which is what the sub-selects of
-- the policies above ask for; but only who sees the child already can say who else works with it, so that nobody opens a record to themselves.
alter table access.involvement enable row level security;
alter table access.involvement force row level security;
create policy owner_all on access.involvement to lantern_owner using (true) with check (true);
create policy own_and_seen on access.involvement for select to lantern_app
    using (authority_id = (select ctx.authority())
           and (agency_id = (select ctx.agency()) and (team_id is null or team_id = (select ctx.team())) and (select ctx.sees_some())
                and child_id <> all ((select access.closed())::uuid[])
                or child_id <> all ((select access.closed_in_reach('identity'))::uuid[]) or access.works_with(child_id, 'identity')));
create policy begun_by_who_sees on access.involvement for insert to lantern_app
    with check (authority_id = (select ctx.authority())
                and (child_id <> all ((select access.closed_in_reach('identity'))::uuid[]) or access.works_with(child_id, 'identity')));
create policy ended_by_who_sees on access.involvement for update to lantern_app
    using (authority_id = (select ctx.authority())
           and (child_id <> all ((select access.closed_in_reach('identity'))::uuid[]) or access.works_with(child_id, 'identity')));
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
