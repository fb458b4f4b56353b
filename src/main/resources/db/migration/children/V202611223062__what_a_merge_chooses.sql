-- Both were restricted: the stronger rule holds, so only who is named in both sees the record that stands.
create function children.narrow_sight(merging uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    it children.merge := children.merge_in_hand(merging, 'merging');
    standing uuid;
    other uuid;
begin
    select r.id into standing from access.restriction r where r.authority_id = it.authority_id and r.child_id = it.into_id and r.ended_at is null;
    select r.id into other from access.restriction r where r.authority_id = it.authority_id and r.child_id = it.merged_id and r.ended_at is null;
    if standing is null or other is null then return; end if;
    update access.named_person n set ended_at = transaction_timestamp(), ended_by = it.merged_by
     where n.authority_id = it.authority_id and n.restriction_id = standing and n.ended_at is null
       and not exists (select from access.named_person o where o.authority_id = n.authority_id and o.restriction_id = other
                       and o.person_id = n.person_id and o.ended_at is null);
    perform audit.write('restriction.named', 'restriction', standing, it.into_id, null, jsonb_build_object('merge', it.id));
end $$;
revoke all on function children.narrow_sight(uuid) from public;
grant execute on function children.narrow_sight(uuid) to lantern_app;

-- Of which record each fact stands: the merged one's where it was chosen or the standing one has none. What it was is in merge_row, and is put back from there.
create function children.choose_facts(merging uuid, chosen text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare it children.merge := children.merge_in_hand(merging, 'merging');
begin
    update children.child s set
        family_name = case when 'name' = any (chosen) then m.family_name else s.family_name end,
        given_names = case when 'name' = any (chosen) then m.given_names else s.given_names end,
        known_as = case when 'known-as' = any (chosen) then m.known_as else coalesce(s.known_as, m.known_as) end,
        date_of_birth = case when 'born' = any (chosen) or s.date_of_birth is null then m.date_of_birth else s.date_of_birth end,
        birth_precision = case when 'born' = any (chosen) or s.date_of_birth is null then m.birth_precision else s.birth_precision end,
        birth_note = case when 'born' = any (chosen) or s.date_of_birth is null then m.birth_note else s.birth_note end,
        sex = case when 'sex' = any (chosen) or s.sex = 'not-known' then m.sex else s.sex end,
        gender = coalesce(s.gender, m.gender),
        ethnicity = case when 'ethnicity' = any (chosen) then m.ethnicity else coalesce(s.ethnicity, m.ethnicity) end,
        first_language = coalesce(s.first_language, m.first_language),
        other_languages = coalesce(s.other_languages, m.other_languages),
        interpreter = case when s.interpreter = 'not-known' then m.interpreter else s.interpreter end,
        interpreter_note = coalesce(s.interpreter_note, m.interpreter_note),
        description = case when 'description' = any (chosen) then m.description else coalesce(s.description, m.description) end,
        responsible_authority = case when 'responsible' = any (chosen) then m.responsible_authority
                                     else coalesce(s.responsible_authority, m.responsible_authority) end,
        standing = case when 'open' in (s.standing, m.standing) then 'open' else 'closed' end
    from children.child m
    where s.authority_id = it.authority_id and s.id = it.into_id and m.authority_id = it.authority_id and m.id = it.merged_id;
    -- One name is used; the other is kept beside it, and a search finds the child by either.
    update children.name n set kind = 'alias'
     where n.authority_id = it.authority_id and n.kind = 'current'
       and n.child_id = case when 'name' = any (chosen) then it.into_id else it.merged_id end;
end $$;
revoke all on function children.choose_facts(uuid, text[]) from public;
grant execute on function children.choose_facts(uuid, text[]) to lantern_app;

-- After the rows have moved: the name in use stood on the other record as an alias, perhaps.
create function children.name_in_use(merging uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare it children.merge := children.merge_in_hand(merging, 'merging');
begin
    update children.name n set kind = 'current' from children.child c
     where n.authority_id = it.authority_id and n.child_id = it.into_id and c.authority_id = n.authority_id and c.id = n.child_id
       and n.family_name = c.family_name and n.given_names = c.given_names
       and not exists (select from children.name u where u.authority_id = n.authority_id and u.child_id = n.child_id and u.kind = 'current');
end $$;
revoke all on function children.name_in_use(uuid) from public;
grant execute on function children.name_in_use(uuid) to lantern_app;

-- Who is named as a brother or sister on another child's record is still named there. That one of the two is named on the other is set aside.
create function children.move_relations(merging uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare it children.merge := children.merge_in_hand(merging, 'merging');
begin
    perform children.take_out(it, 'children.carer', 'id', array(
        select c.id from children.carer c where c.authority_id = it.authority_id
        and (c.child_id, c.other_child_id) in ((it.into_id, it.merged_id), (it.merged_id, it.into_id))));
    with moved as (
        update children.carer c set other_child_id = it.into_id
         where c.authority_id = it.authority_id and c.other_child_id = it.merged_id returning c.id)
    insert into children.merge_row (authority_id, merge_id, held, row_key, came)
    select it.authority_id, it.id, 'children.carer named', jsonb_build_object('id', moved.id), true from moved;
end $$;
revoke all on function children.move_relations(uuid) from public;
grant execute on function children.move_relations(uuid) to lantern_app;
