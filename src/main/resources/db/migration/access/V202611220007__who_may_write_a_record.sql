-- Who of the reader's authority may write this child's record today: whose post lets them, and who works with the child or with every child.
create function access.those_who_write(child uuid) returns table (id uuid, name text, post text)
language sql stable set search_path = pg_catalog as $$
    select distinct on (p.name, p.id) p.id, p.name, r.title
    from access.post o
    join access.role r on r.code = o.role
    join access.person p on p.authority_id = o.authority_id and p.id = o.person_id
    where o.authority_id = (select ctx.authority()) and o.ends_at is null and 'write-child' = any (r.permissions)
      and (r.reach = 'authority'
           or exists (select from access.involvement i
                      where i.authority_id = o.authority_id and i.child_id = those_who_write.child and i.agency_id = o.agency_id
                        and (i.team_id is null or i.team_id = o.team_id) and i.ends_at is null))
    order by p.name, p.id, r.title $$;
revoke all on function access.those_who_write(uuid) from public;
grant execute on function access.those_who_write(uuid) to lantern_app;
