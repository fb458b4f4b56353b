-- One child was entered twice: two records become one, and can be two again. What a merge moved, changed and set aside is remembered row by row, so that
-- undoing it puts back exactly that. The ledger is never touched: what was done under the old id stays there.
create table children.merge (
    authority_id uuid not null,
    id uuid not null,
    -- The record that stands today; it is into_id unless that one has been merged in its turn.
    child_id uuid not null,
    into_id uuid not null,
    merged_id uuid not null,
    merged_reference text not null,
    stage text not null check (stage in ('merging', 'merged', 'undoing', 'undone')),
    reason text not null check (length(reason) between 1 and 2000),
    chosen jsonb not null,
    merged_at timestamptz not null,
    merged_by uuid not null,
    undone_at timestamptz,
    undone_by uuid,
    undone_because text check (length(undone_because) between 1 and 2000),
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    foreign key (authority_id, into_id) references children.child,
    foreign key (authority_id, merged_id) references children.child,
    constraint two_records check (into_id <> merged_id),
    constraint undoing_says_who_and_why check (num_nonnulls(undone_at, undone_by, undone_because) in (0, 3))
);
create index merge_of_child on children.merge (authority_id, child_id);
create index merge_into on children.merge (authority_id, into_id);
create index merge_of_merged on children.merge (authority_id, merged_id);
create unique index merged_once on children.merge (authority_id, merged_id) where undone_at is null;
call access.protect('children.merge', section => 'identity');
-- Once they are two again, who sees only one of them learns nothing of the other.
create policy who_sees_both on children.merge as restrictive for select to lantern_app
    using (undone_at is null or access.works_with(merged_id));
grant select on children.merge to lantern_app;

-- What a merge found: the rows of both records, by table and key. before and after: what the merge changed in a row beside its child; aside: the row was
-- taken out, because the other record has the same or only one can be in force. Read and written by the functions below and by nothing else.
create table children.merge_row (
    authority_id uuid not null,
    merge_id uuid not null,
    held text not null,
    row_key jsonb not null,
    came boolean not null,
    before jsonb,
    after jsonb,
    aside integer,
    primary key (authority_id, merge_id, held, row_key, came),
    foreign key (authority_id, merge_id) references children.merge
);
create sequence children.merge_row_aside;
alter table children.merge_row enable row level security;
alter table children.merge_row force row level security;
create policy owner_all on children.merge_row to lantern_owner using (true) with check (true);

-- The record that was merged keeps its id and its reference and nothing else; the application does not see it any more.
alter table children.child add column merged_into uuid;
create index child_merged_into on children.child (authority_id, merged_into) where merged_into is not null;
create policy merged_is_gone on children.child as restrictive to lantern_app using (merged_into is null);

create function children.key_of(held regclass) returns text
language sql stable set search_path = pg_catalog as $$
    select 'jsonb_build_object(' || coalesce(string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum), '') || ')'
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = held and i.indisprimary and a.attname not in ('authority_id', 'child_id') $$;
create function children.columns_of(held regclass) returns text
language sql stable set search_path = pg_catalog as $$
    select string_agg(format('%I', a.attname), ', ' order by a.attnum) from pg_attribute a
    where a.attrelid = held and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' $$;

-- The merge that is being made or undone by whoever is acting; refused for anybody else and at any other time.
create function children.merge_in_hand(merging uuid, wanted text) returns children.merge
language plpgsql stable security definer set search_path = pg_catalog as $$
declare it children.merge;
begin
    select * into it from children.merge m where m.authority_id = ctx.authority() and m.id = merging and m.stage = wanted;
    if not found then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    perform access.person_who_may('merge-children', it.child_id);
    return it;
end $$;
revoke all on function children.merge_in_hand(uuid, text) from public;

-- Only a table that holds a child moves with it.
create function children.holding(held text) returns regclass
language plpgsql stable set search_path = pg_catalog as $$
begin
    if held <> 'access.involvement' and not exists (
        select from pg_policy p where p.polrelid = held::regclass and p.polname = 'works_with_child') then
        raise exception '% does not hold a child', held using errcode = 'insufficient_privilege';
    end if;
    return held::regclass;
end $$;

create function children.begin_merge(new_id uuid, stands uuid, goes uuid, why text, choices jsonb, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('merge-children', stands);
    mine uuid := ctx.authority();
begin
    if stands = goes or not access.works_with(goes) then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    perform from children.child c where c.authority_id = mine and c.id in (stands, goes) order by c.id for update;
    if (select count(*) from children.child c where c.authority_id = mine and c.id in (stands, goes) and c.merged_into is null) <> 2 then
        raise exception 'Merged already' using errcode = 'unique_violation';
    end if;
    insert into children.merge (authority_id, id, child_id, into_id, merged_id, merged_reference, stage, reason, chosen, merged_at, merged_by)
    select mine, new_id, stands, stands, goes, c.reference, 'merging', why, choices, at, actor
    from children.child c where c.authority_id = mine and c.id = goes;
    insert into children.merge_row (authority_id, merge_id, held, row_key, came, before)
    select mine, new_id, 'children.child', jsonb_build_object('id', c.id), c.id = goes, to_jsonb(c)
    from children.child c where c.authority_id = mine and c.id in (stands, goes);
    perform audit.write('children.merged', 'merge', new_id, stands, null, jsonb_build_object('merged', goes));
    perform audit.write('children.merged', 'merge', new_id, goes, null, jsonb_build_object('into', stands));
end $$;
revoke all on function children.begin_merge(uuid, uuid, uuid, text, jsonb, timestamptz) from public;
grant execute on function children.begin_merge(uuid, uuid, uuid, text, jsonb, timestamptz) to lantern_app;

-- whole: what the merge goes on to change in these rows is put back too.
create function children.note_rows(merging uuid, held text, whole boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare it children.merge := children.merge_in_hand(merging, 'merging');
begin
    execute format('insert into children.merge_row (authority_id, merge_id, held, row_key, came, before)
                    select t.authority_id, $1, %L, %s, t.child_id = $3, case when $4 then to_jsonb(t) end
                    from %s t where t.authority_id = $5 and t.child_id in ($2, $3)', held, children.key_of(children.holding(held)), held)
    using it.id, it.into_id, it.merged_id, whole, it.authority_id;
end $$;
revoke all on function children.note_rows(uuid, text, boolean) from public;
grant execute on function children.note_rows(uuid, text, boolean) to lantern_app;

-- Takes rows out with what hangs on them, and remembers them whole.
create function children.take_out(it children.merge, held text, by_column text, ids uuid[]) returns void
language plpgsql set search_path = pg_catalog as $$
declare
    hanging record;
    theirs uuid[];
begin
    if ids is null or ids = '{}' then return; end if;
    for hanging in select f.conrelid::regclass::text as held, a.attname as by_column
                   from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname <> 'authority_id'
                   where f.contype = 'f' and f.confrelid = held::regclass and by_column = 'id' loop
        execute format('select array_agg(distinct %I) from %s where authority_id = $1 and %I = any ($2)', hanging.by_column, hanging.held,
                       hanging.by_column) into theirs using it.authority_id, ids;
        perform children.take_out(it, hanging.held, hanging.by_column, theirs);
    end loop;
    execute format('with gone as (delete from %s t where t.authority_id = $1 and t.%I = any ($2) and t.child_id in ($4, $5)
                                  returning %s as row_key, t.child_id = $5 as came, to_jsonb(t) as whole)
                    insert into children.merge_row (authority_id, merge_id, held, row_key, came, before, aside)
                    select $1, $3, %L, row_key, came, whole, nextval(''children.merge_row_aside'') from gone
                    on conflict (authority_id, merge_id, held, row_key, came) do update set before = excluded.before, aside = excluded.aside',
                   held, by_column, children.key_of(children.holding(held)), held)
    using it.authority_id, ids, it.id, it.into_id, it.merged_id;
end $$;
revoke all on function children.take_out(children.merge, text, text, uuid[]) from public;
create function children.set_aside(merging uuid, held text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform children.take_out(children.merge_in_hand(merging, 'merging'), held, 'id', ids);
end $$;
revoke all on function children.set_aside(uuid, text, uuid[]) from public;
grant execute on function children.set_aside(uuid, text, uuid[]) to lantern_app;

-- The rows of the merged record become those of the standing one. What both have (alike: by these columns) is kept once; where the table itself allows a
-- child one row only, the standing record's stays.
create function children.move_rows(merging uuid, held text, alike text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    it children.merge := children.merge_in_hand(merging, 'merging');
    has_id boolean := exists (select from pg_attribute a where a.attrelid = children.holding(held) and a.attname = 'id');
    only_one record;
    too_many uuid[];
begin
    if cardinality(alike) > 0 then
        execute format('select array_agg(t.id) from %1$s t where t.authority_id = $1 and t.child_id = $3 and exists (
                            select from %1$s o where o.authority_id = $1 and o.child_id = $2 and %2$s)', held,
                       (select string_agg(format('o.%1$I is not distinct from t.%1$I', c), ' and ') from unnest(alike) c))
        into too_many using it.authority_id, it.into_id, it.merged_id;
        perform children.take_out(it, held, 'id', too_many);
    end if;
    for only_one in
        select coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as rule,
               coalesce((select string_agg(format('o.%1$I = t.%1$I', a.attname), ' and ') from pg_attribute a
                         where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname not in ('authority_id', 'child_id')), 'true') as same
        from pg_index i
        where i.indrelid = held::regclass and i.indisunique and 0 <> all (i.indkey)
          and exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'child_id') loop
        execute format('select array_agg(t.%1$I) from (select * from %2$s where %3$s) t where t.authority_id = $1 and t.child_id = $3 and exists (
                            select from (select * from %2$s where %3$s) o where o.authority_id = $1 and o.child_id = $2 and %4$s)',
                       case when has_id then 'id' else 'child_id' end, held, only_one.rule, only_one.same)
        into too_many using it.authority_id, it.into_id, it.merged_id;
        perform children.take_out(it, held, case when has_id then 'id' else 'child_id' end, too_many);
    end loop;
    execute format('update %s t set child_id = $2 where t.authority_id = $1 and t.child_id = $3', held)
    using it.authority_id, it.into_id, it.merged_id;
end $$;
revoke all on function children.move_rows(uuid, text, text[]) from public;
grant execute on function children.move_rows(uuid, text, text[]) to lantern_app;

create function children.finish_merge(merging uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    it children.merge := children.merge_in_hand(merging, 'merging');
    emptied text;
    noted text;
begin
    select string_agg(format('%I = null', a.attname), ', ') into emptied from pg_attribute a
     where a.attrelid = 'children.child'::regclass and a.attnum > 0 and not a.attisdropped and not a.attnotnull and a.attgenerated = ''
       and a.attname <> 'merged_into';
    execute format($sql$update children.child set family_name = '', given_names = '', birth_precision = 'unknown', sex = 'not-known', interpreter = 'not-known',
                               standing = 'closed', merged_into = $2, %s where authority_id = $1 and id = $3$sql$, emptied)
    using it.authority_id, it.into_id, it.merged_id;
    for noted in select distinct r.held from children.merge_row r
                 where r.authority_id = it.authority_id and r.merge_id = it.id and r.before is not null and r.aside is null loop
        execute format('update children.merge_row r set after = to_jsonb(t) from %s t
                        where r.authority_id = $1 and r.merge_id = $2 and r.held = %L and r.before is not null and r.aside is null
                          and t.authority_id = $1 and %s and %s = r.row_key', noted, noted,
                       case noted when 'children.child' then 't.id in ($3, $4)' else 't.child_id = $3' end, children.key_of(noted::regclass))
        using it.authority_id, it.id, it.into_id, it.merged_id;
    end loop;
    update children.merge_row r set before = null, after = null
     where r.authority_id = it.authority_id and r.merge_id = it.id and r.aside is null and r.before - 'child_id' = r.after - 'child_id';
    update children.merge m set stage = 'merged' where m.authority_id = it.authority_id and m.id = it.id;
end $$;
revoke all on function children.finish_merge(uuid) from public;
grant execute on function children.finish_merge(uuid) to lantern_app;
