-- The ledger: one row for every act and every look at a child, written in the same transaction as the act, never changed.
create schema audit;
grant usage on schema audit to lantern_app, lantern_sealer;

-- No foreign keys: a key to access.authority would make every transaction of an authority lock the same row, and an entry outlives what it names.
-- Identifiers sort by time, so the table can be split into ranges of id without touching its key.
create table audit.entry (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    at timestamptz not null default clock_timestamp(),
    act text not null,
    actor_id uuid,
    actor_kind text,
    agency_id uuid,
    session_id uuid,
    purpose text,
    subject_kind text,
    subject_id uuid,
    child_id uuid,
    children uuid[],
    sections text[],
    detail jsonb,
    -- The sealer may take a row once every transaction with a smaller number has ended; see V202611221002.
    xid xid8 not null default pg_current_xact_id(),
    -- Keeps a leaf of the tree from being guessed, so that an entry erased by law leaves a gap that proves nothing but itself.
    salt uuid not null default gen_random_uuid(),
    primary key (authority_id, id),
    constraint act_is_a_code check (act ~ '^[a-z][a-z0-9.-]{1,60}$'),
    constraint one_child_or_a_list check (num_nonnulls(child_id, children) < 2)
);
-- Nobody asks for these by value: sampling them for the planner, again after every tenth entry, was a third of the server's work under load.
alter table audit.entry alter purpose set statistics 0, alter session_id set statistics 0, alter subject_id set statistics 0,
    alter children set statistics 0, alter sections set statistics 0, alter detail set statistics 0, alter salt set statistics 0;
create index entry_in_sealing_order on audit.entry (authority_id, xid, id);
create index entry_about_child on audit.entry (authority_id, child_id, at, id) where child_id is not null;
create index entry_listing_child on audit.entry using gin (children) where children is not null;

-- What everybody did with every child is a picture of its own: who answers for the ledger reads it, everybody else their own acts. Who looked at a child
-- they see comes from audit.looks.
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy owner_all on audit.entry to lantern_owner using (true) with check (true);
create policy own_acts_or_the_ledger on audit.entry for select to lantern_app
    using (authority_id = (select ctx.authority())
           and ((select ctx.can('read-ledger')) or actor_id = (select ctx.actor()) or (select ctx.kind()) = 'SYSTEM'));
create policy sealer_reads on audit.entry for select to lantern_sealer using (true);
grant select on audit.entry to lantern_app, lantern_sealer;

-- Refuses everybody, owner and superuser included, and also where ordinary triggers are off (session_replication_role). To change the ledger somebody has
-- to disable this trigger first, which takes the owner role; what they then change is found by `lantern audit verify`.
create function audit.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'The ledger is only ever added to: % of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger only_ever_added_to before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change();
alter table audit.entry enable always trigger only_ever_added_to;

-- The only door for the application. Who acts, for whom and why comes from the verified context, never from a parameter; without a context there is no entry,
-- and so, in the same transaction, no act and no answer.
create function audit.write(act text, subject_kind text, subject_id uuid, child_id uuid, sections text[], detail jsonb, children uuid[] default null)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    -- ctx.verified() once: through one function per column the code of the setting would be checked again for each (10 times the cost).
    fact text[] := ctx.verified();
begin
    if fact is null or fact[4] = '' then
        raise exception 'No ledger entry without a verified session: begin the transaction with ctx.begin' using errcode = 'insufficient_privilege';
    end if;
    insert into audit.entry (authority_id, act, actor_id, actor_kind, agency_id, session_id, purpose, subject_kind, subject_id, child_id, children, sections, detail)
    values (fact[1]::uuid, act, fact[4]::uuid, fact[7], nullif(fact[2], '')::uuid, nullif(fact[5], '')::uuid, nullif(fact[8], ''),
            subject_kind, subject_id, child_id, children, sections, detail);
end $$;
revoke all on function audit.write(text, text, uuid, uuid, text[], jsonb, uuid[]) from public;
grant execute on function audit.write(text, text, uuid, uuid, text[], jsonb, uuid[]) to lantern_app;

-- For what happens before there is a session (a failed sign-in, an invitation used). Called by definer functions of the owner only: never granted.
create function audit.write_for(authority uuid, actor uuid, act text, detail jsonb) returns void
language sql security definer set search_path = pg_catalog as $$
    insert into audit.entry (authority_id, act, actor_id, actor_kind, detail)
    values (authority, act, actor, case when actor is not null then 'PERSON' end, detail) $$;
revoke all on function audit.write_for(uuid, uuid, text, jsonb) from public;

-- Everything done with one child, newest first. A definer function because array operators are not leakproof: under a row policy the index of lists would
-- not be used. It still answers for the caller's own authority only.
create function audit.looks(child uuid, before_at timestamptz, before_id uuid, most integer)
returns table (authority_id uuid, id uuid, at timestamptz, act text, actor_id uuid, agency_id uuid, sections text[], purpose text, list text)
language sql stable security definer set search_path = pg_catalog rows 50 as $$
    select e.authority_id, e.id, e.at, e.act, e.actor_id, e.agency_id, e.sections, e.purpose, e.detail ->> 'list'
    from (
        (select * from audit.entry
          where authority_id = (select ctx.authority()) and child_id = child and (at, id) < (before_at, before_id)
          order by at desc, id desc limit most)
        union all
        (select * from audit.entry
          where authority_id = (select ctx.authority()) and children @> array[child] and (at, id) < (before_at, before_id)
          order by at desc, id desc limit most)
    ) e
    where (select access.works_with(child)) or (select ctx.can('read-ledger'))
    order by e.at desc, e.id desc limit most $$;
revoke all on function audit.looks(uuid, timestamptz, uuid, integer) from public;
grant execute on function audit.looks(uuid, timestamptz, uuid, integer) to lantern_app;
