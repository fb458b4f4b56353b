-- Who may be the child that is wanted: a union of index lookups, each bounded, so the work is the same whatever the register's size.
-- Answers for the actor's own authority only, to those who may read a child, and with ids alone: what is known of them is read afterwards under the
-- reader's own policy (children.known), and of those out of sight no more is said than how the question fits them (children.likeness).
-- Plans are made once and never for a whole table: what is looked for differs too little from call to call to plan each, and a plan made while
-- the register was small must not outlive its smallness.
create function children.candidates(
    families text[], givens text[], born date[], born_near date[], kinds text[], numbers text[], postcodes text[], phones text[], most integer)
returns table (child_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, ext set plan_cache_mode = force_generic_plan set enable_seqscan = off rows 12 as $$
#variable_conflict use_column
declare
    -- Once into variables: the plans below then compare with a value, and are kept from one call to the next.
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    family_keys text[];
    given_keys text[];
    family_sounds text[];
    given_sounds text[];
    number_keys text[] := '{}';
    postcode_keys text[] := '{}';
    phone_keys text[] := '{}';
    initials text[];
    found uuid[] := '{}';
    near uuid[];
    settled boolean := false;
    few integer := least(most, 12);
begin
    if mine is null or not 'read-child' = any (string_to_array(facts[9], ',')) then return; end if;
    -- A question asks for one child: a list of every name there is, to learn which of them fits, is cut.
    families := families[1:16]; givens := givens[1:32]; born := born[1:4]; born_near := born_near[1:80]; numbers := numbers[1:16];
    postcodes := postcodes[1:16]; phones := phones[1:16]; most := least(most, 50);
    -- Every statement costs more than a lookup here, so the keys are made in one and what was not given is not asked.
    select array_remove(array(select children.name_key(unnest(families))), ''), array_remove(array(select children.name_key(unnest(givens))), ''),
           array_remove(array(select children.name_sound(unnest(families))), ''), array_remove(array(select children.name_sound(unnest(givens))), '')
      into family_keys, given_keys, family_sounds, given_sounds;
    if cardinality(numbers) > 0 then number_keys := array(select children.value_key(unnest(numbers))); end if;
    if cardinality(postcodes) > 0 then postcode_keys := array(select children.value_key(unnest(postcodes))); end if;
    if cardinality(phones) > 0 then
        phone_keys := array(select p.key from (select children.phone_key(unnest(phones)) as key) p where length(p.key) >= 9);
    end if;
    if cardinality(number_keys) > 0 then
        found := array(select i.child_id from unnest(kinds, number_keys) w (kind, key)
                       join children.identifier i on i.authority_id = mine and i.kind = w.kind and i.value_key = w.key
                       where w.key <> '' limit most);
    end if;
    -- An identifier together with both parts of the name and the birthday settles it. What is looked for besides is only another record
    -- of the same name and birthday: the same child entered twice.
    if cardinality(found) > 0 and cardinality(born) > 0 then
        settled := exists (select from children.child c where c.authority_id = mine and c.id = any (found) and c.date_of_birth = born[1]
                           and children.name_sound(c.family_name) = any (family_sounds)
                           and children.name_sound(c.given_names) = any (given_sounds));
    end if;
    if cardinality(phone_keys) > 0 and not settled then
        found := found || array(select p.child_id from children.phone p where p.authority_id = mine and p.number_key = any (phone_keys) limit few);
    end if;
    if cardinality(born) > 0 then
        -- The birthday and both parts of the name; or the birthday written down wrong.
        near := array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born)
                      and children.name_sound(c.family_name) = any (family_sounds)
                      and children.name_sound(c.given_names) = any (given_sounds) limit few);
        if cardinality(near) = 0 and not settled then
            near := array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born_near)
                          and children.name_sound(c.family_name) = any (family_sounds)
                          and children.name_sound(c.given_names) = any (given_sounds) limit few);
        end if;
        found := found || near;
    end if;
    if cardinality(born) > 0 and not settled then
        -- The birthday and one part of the name: another given name is used, the family has another name now.
        found := found || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born)
                                and children.name_sound(c.family_name) = any (family_sounds) limit 3)
                       || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born)
                                and children.name_sound(c.given_names) = any (given_sounds) limit 3);
        -- Those whose birthday nobody knows yet.
        found := found || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth is null
                                and children.name_sound(c.family_name) = any (family_sounds)
                                and children.name_sound(c.given_names) = any (given_sounds) limit few);
        if cardinality(family_sounds) = 0 and cardinality(given_sounds) = 0 then
            found := found || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born) limit most);
        end if;
    end if;
    if settled then
        null;
    elsif cardinality(family_keys) > 0 and cardinality(given_keys) > 0 then
        -- With a birthday this is for names recorded beside the first one, and for birthdays that are quite another: a few are enough.
        found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.family_key = any (family_keys)
                                and n.given_key = any (given_keys)
                                limit case when cardinality(born) > 0 then 3 else most end);
        -- The order of the names was turned round, as happens with names the writer does not know.
        if cardinality(found) < few then
            found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.family_key = any (given_keys)
                                    and n.given_key = any (family_keys) limit few);
        end if;
    elsif cardinality(family_keys) > 0 and cardinality(found) < few then
        found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.family_key = any (family_keys) limit most);
    elsif cardinality(given_keys) > 0 and cardinality(found) < few then
        found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.given_key = any (given_keys) limit most);
    end if;
    if cardinality(postcode_keys) > 0 and not settled then
        -- A block of flats or a wrong postcode typed a thousand times must not cost more than a street.
        found := found || array(select a.child_id
                                from (select h.child_id from children.address h where h.authority_id = mine and h.postcode_key = any (postcode_keys)
                                      limit 60) a
                                join children.name n on n.authority_id = mine and n.child_id = a.child_id
                                where n.family_sound = any (family_sounds) or n.given_sound = any (given_sounds) limit few);
    end if;
    if cardinality(found) = 0 and cardinality(family_sounds) > 0 and cardinality(given_sounds) > 0 then
        found := array(select n.child_id from children.name n where n.authority_id = mine and n.family_sound = any (family_sounds)
                       and n.given_sound = any (given_sounds) limit few);
    end if;
    -- Letters in common, the dear one: only when nothing cheaper answered. Among the names there are (children.family_name), the nearest first.
    if cardinality(found) = 0 and cardinality(family_keys) > 0 then
        initials := coalesce(nullif(array(select distinct left(g, 1) from unnest(given_keys) g), '{}'), '{""}');
        found := array(select n.child_id
                       from (select k.family_key, ext.similarity(k.family_key, family_keys[1]) as alike from children.family_name k
                             where k.authority_id = mine and k.family_key % family_keys[1] group by 1 order by 2 desc, 1 limit 30) near_name
                       cross join lateral (select o.child_id from unnest(initials) i (letter)
                                           join children.name o on o.authority_id = mine and o.family_key = near_name.family_key
                                                and o.given_key between i.letter and i.letter || 'zzz' limit few) n
                       order by near_name.alike desc limit few);
    end if;
    if cardinality(found) = 0 then return; end if;
    found := found[1:case when cardinality(born) > 0 and cardinality(family_keys) > 0 then 2 * few else most end];
    return query select distinct c.id from unnest(found) c (id);
end $$;
revoke all on function children.candidates(text[], text[], date[], date[], text[], text[], text[], text[], integer) from public;
grant execute on function children.candidates(text[], text[], date[], date[], text[], text[], text[], text[], integer) to lantern_app;

-- What is compared of the candidates, as far as the reader's own policies show it.
-- Not a definer: planned once all the same, for the reason above.
create function children.known(candidates uuid[], with_numbers boolean, with_postcodes boolean, with_phones boolean)
returns table (child_id uuid, names text[], date_of_birth date, birth_precision text, sex text, identifiers text[], postcodes_known text[],
               phones_known text[])
language plpgsql stable set search_path = pg_catalog set plan_cache_mode = force_generic_plan set enable_seqscan = off rows 12 as $$
#variable_conflict use_column
declare
    mine uuid := ctx.authority();
begin
    if cardinality(candidates) = 0 then return; end if;
    return query
        select c.id,
               array(select n.kind || chr(31) || n.family_name || chr(31) || n.given_names from children.name n
                     where n.authority_id = mine and n.child_id = c.id),
               c.date_of_birth, c.birth_precision, c.sex,
               case when not with_numbers then '{}' else
                   array(select i.kind || chr(31) || i.well_formed || chr(31) || i.value_key from children.identifier i
                         where i.authority_id = mine and i.child_id = c.id) end,
               case when not with_postcodes then '{}' else
                   array(select a.postcode_key from children.address a
                         where a.authority_id = mine and a.child_id = c.id and a.postcode_key is not null) end,
               case when not with_phones then '{}' else
                   array(select p.number_key from children.phone p where p.authority_id = mine and p.child_id = c.id) end
        from children.child c where c.authority_id = mine and c.id = any (candidates);
end $$;
revoke all on function children.known(uuid[], boolean, boolean, boolean) from public;
grant execute on function children.known(uuid[], boolean, boolean, boolean) to lantern_app;

-- How the question fits candidates that are out of the reader's sight: for each part 0 not known on one side, 1 the same, 2 close, 3 different, and of
-- the identifiers which kinds agree and which differ. It says no value, only what the asker's own question has in common with the record.
create function children.likeness(
    candidates uuid[], families text[], givens text[], born date[], born_near date[], kinds text[], numbers text[], postcodes text[], phones text[])
returns table (child_id uuid, family integer, given integer, birth integer, postcode integer, phone integer, same_kinds text[], other_kinds text[])
language plpgsql stable security definer set search_path = pg_catalog, ext set plan_cache_mode = force_generic_plan set enable_seqscan = off rows 12 as $$
#variable_conflict use_column
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    family_keys text[]; given_keys text[]; family_sounds text[]; given_sounds text[]; number_keys text[]; postcode_keys text[]; phone_keys text[];
begin
    if mine is null or not 'read-child' = any (string_to_array(facts[9], ',')) then return; end if;
    families := families[1:16]; givens := givens[1:32]; born := born[1:4]; born_near := born_near[1:80]; numbers := numbers[1:16];
    postcodes := postcodes[1:16]; phones := phones[1:16];
    select array_remove(array(select children.name_key(unnest(families))), ''), array_remove(array(select children.name_key(unnest(givens))), ''),
           array_remove(array(select children.name_sound(unnest(families))), ''), array_remove(array(select children.name_sound(unnest(givens))), ''),
           array(select children.value_key(unnest(numbers))), array(select children.value_key(unnest(postcodes))),
           array(select children.phone_key(unnest(phones)))
      into family_keys, given_keys, family_sounds, given_sounds, number_keys, postcode_keys, phone_keys;
    return query
        select c.id,
               case when cardinality(family_keys) = 0 then 0
                    else (select coalesce(min(case when n.family_key = any (family_keys) then 1
                                                   when n.family_sound = any (family_sounds) or n.family_key % family_keys[1] then 2 else 3 end), 0)
                          from children.name n where n.authority_id = mine and n.child_id = c.id) end,
               case when cardinality(given_keys) = 0 then 0
                    else (select coalesce(min(case when n.given_key = any (given_keys) then 1
                                                   when n.given_sound = any (given_sounds) then 2 else 3 end), 0)
                          from children.name n where n.authority_id = mine and n.child_id = c.id and n.given_key <> '') end,
               case when c.date_of_birth is null or cardinality(born) = 0 then 0
                    when c.date_of_birth = born[1] then 1
                    when c.date_of_birth = any (born) or c.date_of_birth = any (born_near) then 2
                    when c.birth_precision <> 'exact' and abs(c.date_of_birth - born[1]) < 366 then 2
                    else 3 end,
               case when cardinality(postcode_keys) = 0 then 0
                    else (select coalesce(min(case when a.postcode_key = any (postcode_keys) then 1 else 3 end), 0)
                          from children.address a where a.authority_id = mine and a.child_id = c.id and a.postcode_key is not null) end,
               case when cardinality(phone_keys) = 0 then 0
                    else (select coalesce(min(case when p.number_key = any (phone_keys) then 1 else 3 end), 0)
                          from children.phone p where p.authority_id = mine and p.child_id = c.id) end,
               array(select distinct i.kind from unnest(kinds, number_keys) w (kind, key)
                     join children.identifier i on i.authority_id = mine and i.child_id = c.id and i.kind = w.kind and i.value_key = w.key),
               array(select i.kind from unnest(kinds, number_keys) w (kind, key)
                     join children.identifier i on i.authority_id = mine and i.child_id = c.id and i.kind = w.kind
                     where w.key <> '' group by i.kind having bool_and(i.value_key <> w.key))
        from children.child c where c.authority_id = mine and c.id = any (candidates[1:50]);
end $$;
revoke all on function children.likeness(uuid[], text[], text[], date[], date[], text[], text[], text[], text[]) from public;
grant execute on function children.likeness(uuid[], text[], text[], date[], date[], text[], text[], text[], text[]) to lantern_app;

grant create on schema children to lantern_matcher;
alter function children.candidates(text[], text[], date[], date[], text[], text[], text[], text[], integer) owner to lantern_matcher;
alter function children.likeness(uuid[], text[], text[], date[], date[], text[], text[], text[], text[]) owner to lantern_matcher;
revoke create on schema children from lantern_matcher;
