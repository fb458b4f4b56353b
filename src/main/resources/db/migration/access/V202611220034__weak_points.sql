-- What ./lantern doctor asks as the owner: how many of each there are, over all authorities, and never who.
create function access.weak_points(at timestamptz) returns table (what text, how_many bigint)
language sql stable set search_path = pg_catalog as $$
    select 'tokens-without-expiry', count(*) from access.client_token t join access.client c on c.authority_id = t.authority_id and c.id = t.client_id
     where c.kind = 'client' and t.revoked_at is null and t.expires_at is null
    union all
    select 'reach-without-second-factor', count(distinct p.id) from access.person p
     join access.post o on o.authority_id = p.authority_id and o.person_id = p.id and (o.ends_at is null or o.ends_at > at)
     join access.role r on r.code = o.role and r.reach = 'authority'
     where p.state = 'active' and not exists (select from access.credential c where c.authority_id = p.authority_id and c.person_id = p.id)
       and not exists (select from access.passkey k where k.authority_id = p.authority_id and k.person_id = p.id)
       and not exists (select from access.openid_subject s where s.authority_id = p.authority_id and s.person_id = p.id)
    union all
    select 'unused-accounts', count(*) from access.person p
     where p.state = 'active'
       and coalesce(greatest(p.let_in_at, (select s.last_seen_at from access.session s where s.authority_id = p.authority_id and s.person_id = p.id
                                           order by s.created_at desc limit 1)), p.created_at) < at - interval '91 days'
    union all
    select 'agreements-past-review', count(*) from access.agreement a
     where a.review_by < at::date and (a.ends_on is null or a.ends_on >= at::date)
       and not exists (select from access.agreement n where n.authority_id = a.authority_id and n.series_id = a.series_id and n.version > a.version)
    union all
    select 'authorities-without-manager', count(*) from access.authority u
     where exists (select from access.person p where p.authority_id = u.id)
       and not exists (select from access.post o join access.role r on r.code = o.role and 'manage-all-agencies' = any (r.permissions)
                       join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state <> 'disabled'
                       where o.authority_id = u.id and (o.ends_at is null or o.ends_at > at)) $$;
revoke all on function access.weak_points(timestamptz) from public;
