-- Reads, from now on in this transaction, as somebody of another agency of the same authority would who may see most there: what a copy for that agency may
-- hold. There is no actor meanwhile, so nothing can be written and the ledger takes nothing; ctx.back ends it,
-- with the facts of before, which are given back.
create function ctx.read_as(other uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    was text := current_setting('lantern.context', true);
    authority uuid := facts[1];
    other_kind text;
    reading text;
    involved text;
    every_child text;
begin
    if facts is null or facts[7] <> 'PERSON' or not string_to_array(facts[9], ',') && '{disclose,approve-disclosure,send-feedback,hold-meetings}' then
        raise exception 'Not allowed' using errcode = 'insufficient_privilege';
    end if;
    select a.kind into strict other_kind from access.agency a where a.authority_id = authority and a.id = other and a.kind <> 'children';
    with reader as (
        select distinct r.code, r.permissions, r.sections from access.post o join access.role r on r.code = o.role
        where o.authority_id = authority and o.agency_id = other and (o.ends_at is null or o.ends_at > transaction_timestamp())),
    held as (
        select h.involved, h.every_child from reader r
        cross join lateral access.sections_held(authority, other, other_kind, r.code, 'involved', r.sections) h)
    select coalesce((select string_agg(distinct p, ',') from reader r, unnest(r.permissions) p where starts_with(p, 'read-')), ''),
           coalesce((select string_agg(distinct s, ',') from held h, unnest(string_to_array(h.involved, ',')) s), ''),
           coalesce((select string_agg(distinct s, ',') from held h, unnest(string_to_array(h.every_child, ',')) s), '')
      into reading, involved, every_child;
    perform ctx.seal(concat_ws('|', authority, other, '', '', '', 'involved', 'READER', facts[8], reading, 'reader',
                               ctx.mark(was), involved, every_child, '', '-'));
    return was;
end $$;
revoke all on function ctx.read_as(uuid) from public;
grant execute on function ctx.read_as(uuid) to lantern_app;
