-- A merge undone. The latest one of a record goes first: it was made of what the earlier ones had left.
create function children.begin_unmerge(merging uuid, why text, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    it children.merge := children.merge_in_hand(merging, 'merged');
    actor uuid := access.person_who_may('merge-children', it.child_id);
begin
    perform from children.child c where c.authority_id = it.authority_id and c.id in (it.into_id, it.merged_id) order by c.id for update;
    if it.child_id <> it.into_id or exists (
        select from children.merge l where l.authority_id = it.authority_id and l.into_id = it.into_id and l.id > it.id and l.stage = 'merged') then
        raise exception 'A later merge must be undone first' using errcode = 'unique_violation';
    end if;
    update children.merge m set stage = 'undoing', undone_at = at, undone_by = actor, undone_because = why
     where m.authority_id = it.authority_id and m.id = it.id and m.stage = 'merged';
    perform audit.write('children.unmerged', 'merge', it.id, it.into_id, null, jsonb_build_object('merged', it.merged_id));
    perform audit.write('children.unmerged', 'merge', it.id, it.merged_id, null, jsonb_build_object('into', it.into_id));
end $$;
revoke all on function children.begin_unmerge(uuid, text, timestamptz) from public;
grant execute on function children.begin_unmerge(uuid, text, timestamptz) to lantern_app;

-- Back goes what came, and what hangs on it since then (a step on an episode that came). given: what was added after the merge and is the other child's.
create function children.move_back(merging uuid, held text, given uuid[], hangs_by text, hangs_on text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    it children.merge := children.merge_in_hand(merging, 'undoing');
    key text := children.key_of(children.holding(held));
    other text;
begin
    execute format('update %s t set child_id = $3 from children.merge_row r
                    where r.authority_id = $1 and r.merge_id = $4 and r.held = %L and r.came and r.aside is null
                      and t.authority_id = $1 and t.child_id = $2 and %s = r.row_key', held, held, key)
    using it.authority_id, it.into_id, it.merged_id, it.id;
    if cardinality(given) > 0 then
        execute format('update %s t set child_id = $3 where t.authority_id = $1 and t.child_id = $2 and t.id = any ($5) and not exists (
                            select from children.merge_row r where r.authority_id = $1 and r.merge_id = $4 and r.held = %L and r.row_key = %s)',
                       held, held, key)
        using it.authority_id, it.into_id, it.merged_id, it.id, given;
    end if;
    foreach other in array hangs_on loop
        execute format('update %s t set child_id = $3 from %s p
                        where t.authority_id = $1 and t.child_id = $2 and p.authority_id = $1 and p.id = t.%I and p.child_id = $3 and not exists (
                            select from children.merge_row r where r.authority_id = $1 and r.merge_id = $4 and r.held = %L and r.row_key = %s)',
                       held, children.holding(other), hangs_by, held, key)
        using it.authority_id, it.into_id, it.merged_id, it.id;
    end loop;
end $$;
revoke all on function children.move_back(uuid, text, uuid[], text, text[]) from public;
grant execute on function children.move_back(uuid, text, uuid[], text, text[]) to lantern_app;

create function children.finish_unmerge(merging uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    it children.merge := children.merge_in_hand(merging, 'undoing');
    noted record;
    patched jsonb;
    columns text;
begin
    update children.carer c set other_child_id = it.merged_id from children.merge_row r
     where r.authority_id = it.authority_id and r.merge_id = it.id and r.held = 'children.carer named'
       and c.authority_id = it.authority_id and c.id = (r.row_key ->> 'id')::uuid and c.other_child_id = it.into_id;
    -- What the merge changed is put back, unless somebody has changed it again since.
    for noted in select r.* from children.merge_row r
                 where r.authority_id = it.authority_id and r.merge_id = it.id and r.aside is null and r.before is not null and r.after is not null loop
        columns := children.columns_of(noted.held::regclass);
        execute format('select to_jsonb(t) || coalesce((
                            select jsonb_object_agg(k, $3 -> k) from jsonb_object_keys($3) k
                            where k <> ''child_id'' and $3 -> k is distinct from $4 -> k and to_jsonb(t) -> k is not distinct from $4 -> k), ''{}'')
                        from %s t where t.authority_id = $1 and %s = $2', noted.held, children.key_of(noted.held::regclass))
        into patched using it.authority_id, noted.row_key, noted.before, noted.after;
        if patched is not null then
            execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $3)) where t.authority_id = $1 and %s = $2',
                           noted.held, columns, columns, noted.held, children.key_of(noted.held::regclass))
            using it.authority_id, noted.row_key, patched;
        end if;
    end loop;
    for noted in select r.* from children.merge_row r
                 where r.authority_id = it.authority_id and r.merge_id = it.id and r.aside is not null order by r.aside desc loop
        columns := children.columns_of(noted.held::regclass);
        execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', noted.held, columns, columns, noted.held)
        using noted.before;
    end loop;
    delete from children.merge_row r where r.authority_id = it.authority_id and r.merge_id = it.id;
    update children.merge m set stage = 'undone' where m.authority_id = it.authority_id and m.id = it.id;
end $$;
revoke all on function children.finish_unmerge(uuid) from public;
grant execute on function children.finish_unmerge(uuid) to lantern_app;

-- What stands on the record today that neither of the two had when they were merged.
create function children.added_since(merging uuid, held text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare it children.merge := children.merge_in_hand(merging, 'merged');
begin
    return query execute format('select t.id from %s t where t.authority_id = $1 and t.child_id = $2 and not exists (
                                     select from children.merge_row r where r.authority_id = $1 and r.merge_id = $3 and r.held = %L and r.row_key = %s)',
                                children.holding(held), held, children.key_of(held::regclass))
    using it.authority_id, it.child_id, it.id;
end $$;
revoke all on function children.added_since(uuid, text) from public;
grant execute on function children.added_since(uuid, text) to lantern_app;

-- What a merge moved (came), and what it set aside, in numbers; of what is not of high risk also what it was.
create function children.rows_of_merge(merging uuid) returns table (held text, aside boolean, many bigint, what jsonb)
language sql stable security definer set search_path = pg_catalog as $$
    select r.held, r.aside is not null, count(*),
           jsonb_agg(r.before) filter (where r.aside is not null and r.held in ('children.name', 'children.identifier', 'children.phone',
                                       'children.legal_status', 'children.placement'))
    from children.merge m join children.merge_row r on r.authority_id = m.authority_id and r.merge_id = m.id
    where m.authority_id = (select ctx.authority()) and m.id = merging and (r.came or r.aside is not null) and access.works_with(m.child_id)
    group by r.held, r.aside is not null $$;
revoke all on function children.rows_of_merge(uuid) from public;
grant execute on function children.rows_of_merge(uuid) to lantern_app;

-- The rows of one table that a merge brought: what another room needs to know to undo what it did itself.
create function children.came(merging uuid, held text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare it children.merge;
begin
    select * into it from children.merge m where m.authority_id = ctx.authority() and m.id = merging;
    if not found or not access.works_with(it.child_id) then return; end if;
    return query select (r.row_key ->> 'id')::uuid from children.merge_row r
                 where r.authority_id = it.authority_id and r.merge_id = it.id and r.held = came.held and r.came and r.aside is null;
end $$;
revoke all on function children.came(uuid, text) from public;
grant execute on function children.came(uuid, text) to lantern_app;

-- The record that an old id, or an old reference, was merged into, for who sees that one; null for anybody else and for a record that stands.
create function children.merged_into(old uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
    with recursive step as (
        select c.merged_into as id, 1 as n from children.child c where c.authority_id = (select ctx.authority()) and c.id = old and c.merged_into is not null
        union all
        select c.merged_into, s.n + 1 from step s join children.child c on c.authority_id = (select ctx.authority()) and c.id = s.id
        where c.merged_into is not null)
    select s.id from (select id from step order by n desc limit 1) s where access.works_with(s.id) $$;
revoke all on function children.merged_into(uuid) from public;
grant execute on function children.merged_into(uuid) to lantern_app;
create function children.merged_reference(old text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
    select children.merged_into(c.id) from children.child c
    where c.authority_id = (select ctx.authority()) and c.reference = old and c.merged_into is not null $$;
revoke all on function children.merged_reference(text) from public;
grant execute on function children.merged_reference(text) to lantern_app;

update access.role set permissions = permissions || '{merge-children}' where code in ('hub-manager', 'team-manager', 'head-of-service');
