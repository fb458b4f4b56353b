-- The ledger counted, so that a lead's question reads some hundred rows and not ten million: what each person did in each hour, and who had to do with
-- which child on which day. Made from the entries after the fact, by a job, so that writing an entry costs no further index. A digest proves nothing:
-- whatever a page shows of an entry is read from the ledger itself.
create table audit.digest (
    authority_id uuid primary key references access.authority,
    -- Every entry of a smaller transaction number is counted: final for the reason given in V202611221002.
    upto xid8 not null,
    at timestamptz not null
);
-- A reason that somebody gave; a request's own address, which stands there when nobody gave one, is none and would keep every hour apart.
create function audit.said(purpose text) returns text language sql immutable as $$
    select case when purpose !~ '^[A-Z]+ /' then purpose end $$;
create table audit.person_hour (
    authority_id uuid not null,
    actor_id uuid,
    hour timestamptz not null,
    act text not null,
    list text,
    agency_id uuid,
    purpose text,
    entries integer not null,
    -- The entries counted here lie between these two in the ledger's own key.
    first_entry uuid not null,
    last_entry uuid not null,
    constraint counted_once unique nulls not distinct (authority_id, actor_id, hour, act, list, agency_id, purpose)
);
create index person_hour_by_time on audit.person_hour (authority_id, hour);
create index person_hour_by_act on audit.person_hour (authority_id, act, hour);
create table audit.child_day (
    authority_id uuid not null,
    child_id uuid not null,
    day date not null,
    actor_id uuid not null,
    opened integer not null,
    listed integer not null,
    searched integer not null,
    done integer not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (authority_id, child_id, day, actor_id)
);
create index child_day_of_person on audit.child_day (authority_id, actor_id, day);
create index child_day_by_day on audit.child_day (authority_id, day);

call access.protect_authority('audit.digest');
call access.protect_authority('audit.person_hour');
create policy only_who_answers_for_the_ledger on audit.person_hour as restrictive to lantern_app
    using ((select ctx.can('read-ledger')) or (select ctx.kind()) = 'SYSTEM');
call access.protect('audit.child_day', listed => true);
-- Who answers for the ledger learns that a restricted record was looked at, and by whom, and not whose record it is: the page asks the register for the name.
create policy answers_for_the_ledger on audit.child_day for select to lantern_app
    using (authority_id = (select ctx.authority()) and ((select ctx.can('read-ledger')) or (select ctx.kind()) = 'SYSTEM'));
create policy only_who_answers_for_the_ledger on audit.child_day as restrictive to lantern_app
    using ((select ctx.can('read-ledger')) or (select ctx.kind()) = 'SYSTEM');
grant select on audit.digest, audit.person_hour, audit.child_day to lantern_app;
create view audit.v_person_hour with (security_invoker = true) as select * from audit.person_hour;
create view audit.v_child_day with (security_invoker = true) as select * from audit.child_day;
grant select on audit.v_person_hour, audit.v_child_day to lantern_app;

-- Counts at most about so many more entries of one authority, in sealing order; answers how many. Two at once: the second finds it taken and does nothing.
create function audit.digest_next(authority uuid, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off set enable_sort = off as $$
declare
    begun xid8;
    first_xid xid8;
    bound xid8;
    horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
    taken integer;
begin
    if not exists (select from audit.digest d where d.authority_id = authority) then
        insert into audit.digest (authority_id, upto, at) values (authority, '0', '-infinity') on conflict do nothing;
    end if;
    select d.upto into begun from audit.digest d where d.authority_id = authority for update skip locked;
    if not found then return 0; end if;
    select e.xid into first_xid from audit.entry e where e.authority_id = authority and e.xid >= begun and e.xid < horizon order by e.xid limit 1;
    if first_xid is null then return 0; end if;
    select e.xid into bound from audit.entry e where e.authority_id = authority and e.xid >= first_xid and e.xid < horizon
     order by e.xid offset most limit 1;
    -- A transaction is counted whole, however long it is.
    if bound = first_xid then
        select e.xid into bound from audit.entry e where e.authority_id = authority and e.xid > first_xid and e.xid < horizon order by e.xid limit 1;
    end if;
    bound := coalesce(bound, horizon);

    insert into audit.person_hour as h (authority_id, actor_id, hour, act, list, agency_id, purpose, entries, first_entry, last_entry)
    select authority, e.actor_id, date_trunc('hour', e.at), e.act, case when e.act = 'list' then e.detail ->> 'list' end, e.agency_id, audit.said(e.purpose),
           count(*), min(e.id::text)::uuid, max(e.id::text)::uuid
    from audit.entry e where e.authority_id = authority and e.xid >= first_xid and e.xid < bound
    group by 2, 3, 4, 5, 6, 7
    on conflict on constraint counted_once do update
       set entries = h.entries + excluded.entries, first_entry = least(h.first_entry, excluded.first_entry),
           last_entry = greatest(h.last_entry, excluded.last_entry);

    insert into audit.child_day as c (authority_id, child_id, day, actor_id, opened, listed, searched, done, first_at, last_at)
    select authority, e.child, (e.at at time zone 'Europe/London')::date, e.actor_id, count(*) filter (where e.act = 'look'),
           count(*) filter (where e.act = 'list' and e.list is distinct from 'children-search'),
           count(*) filter (where e.act = 'list' and e.list = 'children-search'),
           count(*) filter (where e.act not in ('look', 'list') and e.act not like 'relation.%'), min(e.at), max(e.at)
    from (select r.child_id as child, r.at, r.actor_id, r.act, null as list from audit.entry r
          where r.authority_id = authority and r.xid >= first_xid and r.xid < bound and r.child_id is not null
            and r.actor_id is not null and r.actor_kind is distinct from 'SYSTEM'
          union all
          select l.child, r.at, r.actor_id, r.act, r.detail ->> 'list' from audit.entry r, unnest(r.children) l (child)
          where r.authority_id = authority and r.xid >= first_xid and r.xid < bound and r.children is not null
            and r.actor_id is not null and r.actor_kind is distinct from 'SYSTEM') e
    group by 2, 3, 4
    on conflict (authority_id, child_id, day, actor_id) do update
       set opened = c.opened + excluded.opened, listed = c.listed + excluded.listed, searched = c.searched + excluded.searched,
           done = c.done + excluded.done, first_at = least(c.first_at, excluded.first_at), last_at = greatest(c.last_at, excluded.last_at);

    select count(*) into taken from audit.entry e where e.authority_id = authority and e.xid >= first_xid and e.xid < bound;
    update audit.digest d set upto = bound, at = clock_timestamp() where d.authority_id = authority;
    return taken;
end $$;
revoke all on function audit.digest_next(uuid, integer) from public;
grant execute on function audit.digest_next(uuid, integer) to lantern_app;

-- Entries of the reader's authority, newest first, for those who answer for the ledger. What is too new to be counted is read in sealing order; the rest
-- hour by hour from the digest, which says between which two entries to look, until the page is full. Every filter that is null asks for all.
create function audit.search(from_at timestamptz, to_at timestamptz, person uuid, acts text[], of_list text, of_agency uuid, for_purpose text,
                             before_at timestamptz, before_id uuid, most integer)
returns setof audit.entry
language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off rows 100 as $$
declare
    mine uuid := ctx.authority();
    counted xid8;
    last_at timestamptz := least(before_at, to_at);
    given integer;
    found_here integer;
    h record;
begin
    if mine is null or not (ctx.can('read-ledger') or ctx.kind() = 'SYSTEM') then
        raise exception 'Not allowed' using errcode = 'insufficient_privilege';
    end if;
    select d.upto into counted from audit.digest d where d.authority_id = mine;
    counted := coalesce(counted, '0');
    return query
        select e.* from audit.entry e
        where e.authority_id = mine and e.xid >= counted and e.at >= from_at and e.at < to_at and (e.at, e.id) < (before_at, before_id)
          and (person is null or e.actor_id = person) and (acts is null or e.act = any (acts))
          and (of_list is null or e.detail ->> 'list' = of_list)
          and (of_agency is null or e.agency_id = of_agency) and (for_purpose is null or e.purpose = for_purpose)
        order by e.at desc, e.id desc limit most;
    get diagnostics given = row_count;
    -- Uncounted entries may be as old as the oldest open transaction, so the caller sorts; the counted ones are read as if none had been given.
    given := 0;
    for h in
        select p.hour, min(p.first_entry::text)::uuid as first_entry, max(p.last_entry::text)::uuid as last_entry
        from audit.person_hour p
        where p.authority_id = mine and p.hour >= date_trunc('hour', from_at) and p.hour < to_at and p.hour <= last_at
          and (person is null or p.actor_id = person) and (acts is null or p.act = any (acts)) and (of_list is null or p.list = of_list)
          and (of_agency is null or p.agency_id = of_agency) and (audit.said(for_purpose) is null or p.purpose = for_purpose)
        group by p.hour order by p.hour desc
    loop
        return query
            select e.* from audit.entry e
            where e.authority_id = mine and e.id between h.first_entry and h.last_entry and e.xid < counted
              and e.at >= greatest(h.hour, from_at) and e.at < least(h.hour + interval '1 hour', to_at) and (e.at, e.id) < (before_at, before_id)
              and (person is null or e.actor_id = person) and (acts is null or e.act = any (acts))
              and (of_list is null or e.detail ->> 'list' = of_list)
              and (of_agency is null or e.agency_id = of_agency) and (for_purpose is null or e.purpose = for_purpose)
            order by e.at desc, e.id desc limit most;
        get diagnostics found_here = row_count;
        given := given + found_here;
        exit when given >= most;
    end loop;
end $$;
revoke all on function audit.search(timestamptz, timestamptz, uuid, text[], text, uuid, text, timestamptz, uuid, integer) from public;
grant execute on function audit.search(timestamptz, timestamptz, uuid, text[], text, uuid, text, timestamptz, uuid, integer) to lantern_app;

-- The same for one child, as audit.looks, with the filters of its page.
create function audit.looks_between(child uuid, from_at timestamptz, to_at timestamptz, person uuid, acts text[],
                                    before_at timestamptz, before_id uuid, most integer)
returns setof audit.entry
language sql stable security definer set search_path = pg_catalog rows 100 as $$
    select e.* from (
        (select * from audit.entry
          where authority_id = (select ctx.authority()) and child_id = child and at >= from_at and at < to_at and (at, id) < (before_at, before_id)
            and (person is null or actor_id = person) and (acts is null or act = any (acts))
          order by at desc, id desc limit most)
        union all
        (select * from audit.entry
          where authority_id = (select ctx.authority()) and children @> array[child] and at >= from_at and at < to_at and (at, id) < (before_at, before_id)
            and (person is null or actor_id = person) and (acts is null or act = any (acts))
          order by at desc, id desc limit most)
    ) e
    where (select ctx.can('read-ledger')) or (select access.works_with(child))
    order by e.at desc, e.id desc limit most $$;
revoke all on function audit.looks_between(uuid, timestamptz, timestamptz, uuid, text[], timestamptz, uuid, integer) from public;
grant execute on function audit.looks_between(uuid, timestamptz, timestamptz, uuid, text[], timestamptz, uuid, integer) to lantern_app;

-- Which acts there are, without reading every hour: one step of the index for each.
create function audit.acts_known() returns setof text
language sql stable security definer set search_path = pg_catalog rows 50 as $$
    with recursive known as (
        (select p.act from audit.person_hour p where p.authority_id = (select ctx.authority()) order by p.act limit 1)
        union all
        select (select p.act from audit.person_hour p where p.authority_id = (select ctx.authority()) and p.act > k.act order by p.act limit 1)
        from known k where k.act is not null)
    select act from known where act is not null $$;
revoke all on function audit.acts_known() from public;
grant execute on function audit.acts_known() to lantern_app;
