-- Who outside the worker's own team opened the records of the children allocated to the worker. Counted (audit.digest), so it is complete for the days before
-- today. A definer function: a worker may know this of their own children and reads nothing else of the ledger.
create function children.looked_at_mine(from_day date, until_day date)
returns table (child_id uuid, day date, person_id uuid, opened integer, first_at timestamptz, last_at timestamptz)
language sql stable security definer set search_path = pg_catalog rows 50 as $$
    select d.child_id, d.day, d.actor_id, d.opened, d.first_at, d.last_at
    from children.allocation a
    join audit.child_day d on d.authority_id = a.authority_id and d.child_id = a.child_id and d.day between from_day and until_day and d.opened > 0
    where a.authority_id = (select ctx.authority()) and a.person_id = (select ctx.actor()) and a.ends_at is null
      and d.actor_id <> (select ctx.actor())
      and not exists (select from access.post p where p.authority_id = a.authority_id and p.person_id = d.actor_id and p.team_id = a.team_id
                      and (p.ends_at is null or p.ends_at > d.first_at)) $$;
revoke all on function children.looked_at_mine(date, date) from public;
grant execute on function children.looked_at_mine(date, date) to lantern_app;
