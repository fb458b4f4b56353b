-- Which record a reference belongs to, for somebody who gives a reason to open it (access.open_in_emergency): an id, and nothing of the child.
create function children.id_of(reference text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
    select c.id from children.child c where c.authority_id = (select ctx.authority()) and c.reference = id_of.reference $$;
revoke all on function children.id_of(text) from public;
grant execute on function children.id_of(text) to lantern_app;
