-- A seal fixes a run of entries of one authority: everything it wrote in transactions numbered from the last seal's horizon up to this one's.
-- The horizon is pg_snapshot_xmin at sealing: below it every transaction has ended, so no row can still appear there, and the order (xid, id) is final
-- and can be recomputed from the entries alone. Insertion order could not: a long transaction commits old identifiers late.
create table audit.seal (
    authority_id uuid not null,
    number bigint not null,
    epoch integer not null,
    reason text,
    at timestamptz not null,
    size integer not null,
    first_entry uuid,
    last_entry uuid,
    horizon xid8 not null,
    root bytea not null,
    previous bytea not null,
    key_id text not null,
    signature bytea not null,
    -- For each entry in order its id and leaf hash (16 + 32 bytes): lets a broken root be traced to one row. Not trusted: the signed root is.
    leaves bytea not null,
    primary key (authority_id, number),
    constraint numbers_start_at_one check (number > 0 and epoch > 0),
    constraint a_seal_holds_entries_or_a_reason check ((size > 0) = (num_nonnulls(first_entry, last_entry) = 2) and (size > 0 or reason is not null)),
    constraint hashes_are_whole check (length(root) = 32 and length(previous) = 32 and length(leaves) = size * 48)
);
alter table audit.seal alter column leaves set storage external; -- hashes do not compress
create index seal_by_horizon on audit.seal (horizon);

call access.protect_authority('audit.seal');
create policy sealer_reads on audit.seal for select to lantern_sealer using (true);
create policy sealer_adds on audit.seal for insert to lantern_sealer with check (true);
grant select, insert on audit.seal to lantern_sealer;
grant select on audit.seal to lantern_app;

create trigger only_ever_added_to before update or delete or truncate on audit.seal
    for each statement execute function audit.refuse_change();
alter table audit.seal enable always trigger only_ever_added_to;

-- What waits to be sealed. Numbers only, so that `lantern doctor` may ask without being anybody. The planner cannot know how near the end
-- the horizon is, and would scan the whole ledger.
create function audit.lag() returns table (entries bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off as $$
    select count(*), min(at) from audit.entry
    where xid >= coalesce((select horizon from audit.seal order by horizon desc limit 1), '0') $$;
revoke all on function audit.lag() from public;
grant execute on function audit.lag() to lantern_app, lantern_sealer;
