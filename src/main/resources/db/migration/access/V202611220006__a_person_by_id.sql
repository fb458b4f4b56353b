-- Whoever acts, by id: what other rooms may know of people, teams and agencies. Each column is worked out only where a query asks for it: with a join to the latest post inside, PostgreSQL worked out every person of the
-- authority for each row that names one (a board of 50 rows took 40 ms; now each name is one look into person_pkey).
create view access.v_person with (security_invoker = true) as
    select p.authority_id, p.id, p.name,
           (select r.title from access.post o join access.role r on r.code = o.role where o.authority_id = p.authority_id and o.person_id = p.id
            order by o.ends_at nulls first, o.starts_at desc limit 1) as post,
           (select a.code from access.post o join access.agency a on a.authority_id = o.authority_id and a.id = o.agency_id
            where o.authority_id = p.authority_id and o.person_id = p.id order by o.ends_at nulls first, o.starts_at desc limit 1) as agency_code,
           (select a.name from access.post o join access.agency a on a.authority_id = o.authority_id and a.id = o.agency_id
            where o.authority_id = p.authority_id and o.person_id = p.id order by o.ends_at nulls first, o.starts_at desc limit 1) as agency_name,
           (select o.team_id from access.post o where o.authority_id = p.authority_id and o.person_id = p.id
            order by o.ends_at nulls first, o.starts_at desc limit 1) as team_id
    from access.person p
    union all
    select c.authority_id, c.id, c.name, case c.kind when 'system' then 'Lantern itself' else 'Connected system' end,
           (select a.code from access.agency a where a.authority_id = c.authority_id and a.id = c.agency_id),
           (select a.name from access.agency a where a.authority_id = c.authority_id and a.id = c.agency_id), null
    from access.client c;
create view access.v_team with (security_invoker = true) as select authority_id, id, agency_id, name from access.team;
create view access.v_agency with (security_invoker = true) as select authority_id, id, code, kind, name from access.agency;
grant select on access.v_person, access.v_team, access.v_agency to lantern_app;
