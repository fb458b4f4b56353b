-- Who may be the child that is wanted: a union of index lookups, each bounded, so the work is the same whatever the register's size.
-- Answers for the actor's own authority only, with the values that are compared and nothing else of the record. Who of them the reader may
-- see is decided afterwards, under the reader's own policy.
create function children.candidates(
    families text[], givens text[], born date[], born_near date[], kinds text[], numbers text[], postcodes text[], phones text[], most integer)
returns table (child_id uuid, names text[], date_of_birth date, birth_precision text, sex text, identifiers text[], postcodes_known text[],
               phones_known text[])
language plpgsql stable security definer set search_path = pg_catalog, ext as $$
#variable_conflict use_column
declare
    -- Once into variables: the plans below then compare with a value, and are kept from one call to the next.
    mine uuid := ctx.authority();
    family_keys text[] := array(select distinct k from unnest(families) f, children.name_key(f) k where k <> '');
    given_keys text[] := array(select distinct k from unnest(givens) g, children.name_key(g) k where k <> '');
    family_sounds text[] := array(select distinct s from unnest(families) f, children.name_sound(f) s where s <> '');
    given_sounds text[] := array(select distinct s from unnest(givens) g, children.name_sound(g) s where s <> '');
    number_keys text[] := array(select children.value_key(v) from unnest(numbers) v);
    postcode_keys text[] := array(select distinct children.value_key(p) from unnest(postcodes) p);
    phone_keys text[] := array(select distinct k from unnest(phones) p, children.phone_key(p) k where length(k) >= 9);
    found uuid[] := '{}';
    more uuid[];
begin
    if mine is null then return; end if;
    if cardinality(number_keys) > 0 then
        found := array(select i.child_id from unnest(kinds, number_keys) w (kind, key)
                       join children.identifier i on i.authority_id = mine and i.kind = w.kind and i.value_key = w.key
                       where w.key <> '' limit most);
    end if;
    if cardinality(born) > 0 then
        found := found || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born)
                                and children.name_sound(c.family_name) = any (family_sounds) limit most)
                       || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born)
                                and children.name_sound(c.given_names) = any (given_sounds) limit most);
    end if;
    if cardinality(phone_keys) > 0 then
        found := found || array(select p.child_id from children.phone p where p.authority_id = mine and p.number_key = any (phone_keys) limit most);
    end if;
    if cardinality(family_keys) > 0 and cardinality(given_keys) > 0 then
        more := array(select n.child_id from children.name n where n.authority_id = mine and n.family_key = any (family_keys)
                      and n.given_key = any (given_keys) limit most);
        -- A name that many share: those of them born near the day, or living near, come before an arbitrary few.
        if cardinality(more) >= most then
            found := found || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born_near)
                                    and children.name_sound(c.family_name) = any (family_sounds) limit most);
        end if;
        found := found || more;
        -- The order of the names was turned round, as happens with names the writer does not know.
        found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.family_key = any (given_keys)
                                and n.given_key = any (family_keys) limit most);
    elsif cardinality(family_keys) > 0 and cardinality(found) < most then
        found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.family_key = any (family_keys) limit most);
    elsif cardinality(given_keys) > 0 and cardinality(found) < most then
        found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.given_key = any (given_keys) limit most);
    end if;
    if cardinality(postcode_keys) > 0 then
        found := found || array(select a.child_id from children.address a
                                join children.name n on n.authority_id = mine and n.child_id = a.child_id
                                where a.authority_id = mine and a.postcode_key = any (postcode_keys)
                                  and (n.family_sound = any (family_sounds) or n.given_sound = any (given_sounds)) limit most);
    end if;
    if cardinality(found) < 3 and cardinality(family_sounds) > 0 and cardinality(given_sounds) > 0 then
        found := found || array(select n.child_id from children.name n where n.authority_id = mine and n.family_sound = any (family_sounds)
                                and n.given_sound = any (given_sounds) limit most)
                       || array(select c.id from children.child c where c.authority_id = mine and c.date_of_birth = any (born_near)
                                and children.name_sound(c.family_name) = any (family_sounds) limit most);
    end if;
    -- Letters in common, the dear one: only when nothing cheaper answered.
    if cardinality(found) = 0 and cardinality(family_keys) > 0 then
        found := array(select n.child_id from children.name n where n.family_key % family_keys[1] and n.authority_id = mine
                       and (cardinality(given_keys) = 0 or left(n.given_key, 1) = any (array(select left(g, 1) from unnest(given_keys) g))) limit most);
    end if;
    return query
        select c.id,
               array(select n.kind || chr(31) || n.family_name || chr(31) || n.given_names from children.name n
                     where n.authority_id = mine and n.child_id = c.id),
               c.date_of_birth, c.birth_precision, c.sex,
               array(select i.kind || chr(31) || i.well_formed || chr(31) || i.value_key from children.identifier i
                     where i.authority_id = mine and i.child_id = c.id),
               array(select a.postcode_key from children.address a where a.authority_id = mine and a.child_id = c.id and a.postcode_key is not null),
               array(select p.number_key from children.phone p where p.authority_id = mine and p.child_id = c.id)
        from (select f.id from unnest(found) with ordinality f (id, place) group by f.id order by min(f.place) limit most) chosen
        join children.child c on c.authority_id = mine and c.id = chosen.id;
end $$;
revoke all on function children.candidates(text[], text[], date[], date[], text[], text[], text[], text[], integer) from public;
grant execute on function children.candidates(text[], text[], date[], date[], text[], text[], text[], text[], integer) to lantern_app;
grant create on schema children to lantern_matcher;
alter function children.candidates(text[], text[], date[], date[], text[], text[], text[], text[], integer) owner to lantern_matcher;
revoke create on schema children from lantern_matcher;
