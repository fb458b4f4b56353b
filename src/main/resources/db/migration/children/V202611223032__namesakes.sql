-- Which rows of a file need to be matched at all: those with an identifier of the register, or with a namesake born on the day or near it. A definer
-- function for the reason children.candidates is one: under a row policy the indexes of how names sound would not be used. It answers with numbers of
-- rows only, for the actor's own authority, and to Lantern's own import alone. Plans are made once: one made while the register was empty must not outlive its emptiness.
create function children.namesakes(families text[], givens text[], borns date[], identifier_of integer[], kinds text[], numbers text[])
returns integer[]
language plpgsql stable security definer set search_path = pg_catalog, ext set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
    mine uuid := ctx.authority();
    found integer[] := '{}';
    family text; given text; family_sound text; given_sound text; born date; key text;
begin
    if mine is null or ctx.kind() <> 'SYSTEM' then return found; end if;
    for i in 1 .. cardinality(families) loop
        family := children.name_key(families[i]);
        given := children.name_key(split_part(givens[i], ' ', 1));
        family_sound := children.name_sound(families[i]);
        given_sound := children.name_sound(givens[i]);
        born := borns[i];
        if exists (select from children.child c where c.authority_id = mine and c.date_of_birth = born
                   and children.name_sound(c.family_name) = family_sound and children.name_sound(c.given_names) = given_sound)
           or exists (select from children.name n join children.child c on c.authority_id = mine and c.id = n.child_id
                      where n.authority_id = mine and n.family_key = family and n.given_key = given
                        and (c.date_of_birth is null or born is null or abs(c.date_of_birth - born) < 32
                             or to_char(c.date_of_birth, 'MMDD') in (to_char(born, 'MMDD'), to_char(born, 'DDMM')))) then
            found := found || i - 1;
        end if;
    end loop;
    for i in 1 .. cardinality(kinds) loop
        key := children.value_key(numbers[i]);
        if exists (select from children.identifier d where d.authority_id = mine and d.kind = kinds[i] and d.value_key = key) then
            found := found || identifier_of[i];
        end if;
    end loop;
    return found;
end $$;
revoke all on function children.namesakes(text[], text[], date[], integer[], text[], text[]) from public;
grant execute on function children.namesakes(text[], text[], date[], integer[], text[], text[]) to lantern_app;
grant create on schema children to lantern_matcher;
alter function children.namesakes(text[], text[], date[], integer[], text[], text[]) owner to lantern_matcher;
revoke create on schema children from lantern_matcher;

-- An import fills tables that the planner still believes empty, where every index looks as good as the right one. It asks for the rows to be counted
-- now and then; who is counting them already is not waited for.
create function children.count_rows() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    analyze (skip_locked) children.child, children.name, children.identifier, children.phone, children.address, children.import_row;
end $$;
revoke all on function children.count_rows() from public;
grant execute on function children.count_rows() to lantern_app;
