-- Does what was asked, or leaves it for its day. The link of a reset goes to whoever does it last: who asked, or the second person.
create function access.carry_out(mine uuid, which uuid, link bytea, until timestamptz) returns text
language plpgsql set search_path = pg_catalog as $$
declare
    c access.person_change;
    today timestamptz := transaction_timestamp();
begin
    select x.* into strict c from access.person_change x where x.authority_id = mine and x.id = which for update;
    if c.kind in ('post', 'leave') then
        update access.post o set ends_at = greatest(c.takes_effect_at, today), ends_because = case c.kind when 'post' then 'moved' else 'left' end
         where o.authority_id = mine and o.person_id = c.person_id and (c.kind = 'leave' or o.id = c.ends_post)
           and (o.ends_at is null or o.ends_at > c.takes_effect_at);
        if c.takes_effect_at > today then return 'planned'; end if;
    end if;
    case c.kind
    when 'post' then
        insert into access.post (authority_id, id, person_id, agency_id, team_id, role, starts_at)
        values (mine, uuidv7(), c.person_id, c.agency_id, c.team_id, c.role, c.takes_effect_at);
        if c.ends_post is not null then perform access.end_sessions_of(mine, c.person_id); end if;
    when 'leave' then
        update access.person p set state = 'disabled', disabled_at = today, disabled_by = c.asked_by, disabled_because = c.reason
         where p.authority_id = mine and p.id = c.person_id;
        perform access.end_sessions_of(mine, c.person_id);
        perform access.let_in_by(mine, c.person_id, null, null);
    else
        perform access.forget_means(mine, c.person_id);
        update access.person p set state = 'invited', disabled_at = null, disabled_by = null, disabled_because = null
         where p.authority_id = mine and p.id = c.person_id;
        perform access.end_sessions_of(mine, c.person_id);
        perform access.let_in_by(mine, c.person_id, link, until);
    end case;
    update access.person_change x set done_at = today where x.authority_id = mine and x.id = which;
    return 'done';
end $$;
revoke all on function access.carry_out(uuid, uuid, bytea, timestamptz) from public;

-- Asks for a change of a person and does it unless a second person must agree: whoever reaches every child, or is to reach them, is never changed by one alone.
create function access.ask_change(new_id uuid, who uuid, what text, old_post uuid, new_agency uuid, new_team uuid, new_role text,
                                  from_at timestamptz, why text, link bytea, until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    barred text := access.barred_from(who);
    at timestamptz := greatest(coalesce(from_at, transaction_timestamp()), transaction_timestamp());
    second boolean := what <> 'leave' and access.reaches_all(mine, who);
    outcome text;
begin
    if barred is not null then return barred; end if;
    perform from access.person p where p.authority_id = mine and p.id = who for update;
    if exists (select from access.person_change c where c.authority_id = mine and c.person_id = who and c.done_at is null and c.withdrawn_at is null and c.agreed is distinct from false) then
        return 'pending';
    end if;
    if what = 'post' then
        if not access.looks_after(facts, 'manage-people', new_agency) or not access.may_give(facts, new_role, new_agency) then return 'role'; end if;
        if new_team is not null and not exists (select from access.team t where t.authority_id = mine and t.id = new_team and t.agency_id = new_agency
                                                and t.ended_at is null) then return 'team'; end if;
        if old_post is not null and not exists (select from access.post o where o.authority_id = mine and o.id = old_post and o.person_id = who
                                                and (o.ends_at is null or o.ends_at > transaction_timestamp())) then return 'unknown'; end if;
        second := second or exists (select from access.role r where r.code = new_role and r.reach = 'authority');
    end if;
    insert into access.person_change (authority_id, id, person_id, kind, ends_post, agency_id, team_id, role, takes_effect_at, reason, asked_at, asked_by, needs_second)
    values (mine, new_id, who, what, old_post, new_agency, new_team, new_role, at, why, transaction_timestamp(), facts[4]::uuid, second);
    outcome := case when second then 'waiting' else access.carry_out(mine, new_id, link, until) end;
    perform audit.write('person.' || case what when 'post' then 'post-changed' when 'leave' then 'left' when 'reset' then 'second-factor-reset' else 'let-in' end
                            || case when second then '-asked' else '' end,
                        'person', who, null, null,
                        jsonb_strip_nulls(jsonb_build_object('change', new_id, 'role', new_role, 'agency', new_agency, 'team', new_team, 'from', at, 'outcome', outcome)));
    return outcome;
end $$;
revoke all on function access.ask_change(uuid, uuid, text, uuid, uuid, uuid, text, timestamptz, text, bytea, timestamptz) from public;
grant execute on function access.ask_change(uuid, uuid, text, uuid, uuid, uuid, text, timestamptz, text, bytea, timestamptz) to lantern_app;

-- Adds somebody new, with the post they are to have; an address that already signs in is 'taken', whichever authority it is of.
create function access.invite(new_person uuid, called text, address text, new_id uuid, new_agency uuid, new_team uuid, new_role text, why text,
                              link bytea, until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    outcome text;
begin
    if not access.looks_after(facts, 'manage-people', new_agency) or not access.may_give(facts, new_role, new_agency) then return 'role'; end if;
    insert into access.person (authority_id, id, name, email, state, created_at)
    values (mine, new_person, called, lower(address), 'invited', transaction_timestamp()) on conflict (email) do nothing;
    if not found then return 'taken'; end if;
    outcome := access.ask_change(new_id, new_person, 'post', null, new_agency, new_team, new_role, null, why, null, null);
    if outcome in ('done', 'waiting') then
        perform access.let_in_by(mine, new_person, link, until);
        perform audit.write('person.invited', 'person', new_person, null, null, jsonb_build_object('role', new_role, 'agency', new_agency));
    end if;
    return outcome;
end $$;
revoke all on function access.invite(uuid, text, text, uuid, uuid, uuid, text, text, bytea, timestamptz) from public;
grant execute on function access.invite(uuid, text, text, uuid, uuid, uuid, text, text, bytea, timestamptz) to lantern_app;

create function access.disable_person(who uuid, why text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    barred text := access.barred_from(who);
begin
    if barred is not null then return barred; end if;
    update access.person p set state = 'disabled', disabled_at = transaction_timestamp(), disabled_by = ctx.actor(), disabled_because = why
     where p.authority_id = mine and p.id = who and p.state <> 'disabled';
    if not found then return 'unknown'; end if;
    perform access.end_sessions_of(mine, who);
    perform access.let_in_by(mine, who, null, null);
    perform audit.write('person.disabled', 'person', who, null, null, null);
    return 'done';
end $$;
revoke all on function access.disable_person(uuid, text) from public;
grant execute on function access.disable_person(uuid, text) to lantern_app;

create function access.sign_out_everywhere(who uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    barred text := access.barred_from(who);
    ended bigint;
begin
    -- Ending one's own sessions opens nothing.
    if barred is not null and barred <> 'self' then return barred; end if;
    ended := access.end_sessions_of(ctx.authority(), who);
    perform audit.write('person.signed-out', 'person', who, null, null, jsonb_build_object('sessions', ended));
    return 'done';
end $$;
revoke all on function access.sign_out_everywhere(uuid) from public;
grant execute on function access.sign_out_everywhere(uuid) to lantern_app;

-- The second person's decision: somebody else than who asked and whom it is about, who looks after every agency.
create function access.decide_change(which uuid, yes boolean, why text, link bytea, until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    c access.person_change;
    outcome text := 'refused';
begin
    if facts is null or facts[7] <> 'PERSON' or facts[6] <> 'authority' or 'manage-all-agencies' <> all (string_to_array(facts[9], ',')) then return 'unknown'; end if;
    select x.* into c from access.person_change x where x.authority_id = mine and x.id = which and x.needs_second and x.decided_at is null and x.withdrawn_at is null for update;
    if not found then return 'unknown'; end if;
    if facts[4]::uuid in (c.asked_by, c.person_id) then return 'self'; end if;
    update access.person_change x
       set agreed = yes, decided_at = transaction_timestamp(), decided_by = facts[4]::uuid, decided_because = why,
           takes_effect_at = greatest(x.takes_effect_at, transaction_timestamp())
     where x.authority_id = mine and x.id = which;
    if yes then outcome := access.carry_out(mine, which, link, until); end if;
    perform audit.write(case when yes then 'person.change-agreed' else 'person.change-refused' end, 'person', c.person_id, null, null,
                        jsonb_build_object('change', which, 'kind', c.kind, 'outcome', outcome));
    return outcome;
end $$;
revoke all on function access.decide_change(uuid, boolean, text, bytea, timestamptz) from public;
grant execute on function access.decide_change(uuid, boolean, text, bytea, timestamptz) to lantern_app;

-- Takes back what has not been done yet.
create function access.withdraw_change(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    c access.person_change;
    barred text;
begin
    select x.* into c from access.person_change x
     where x.authority_id = mine and x.id = which and x.done_at is null and x.withdrawn_at is null and x.agreed is distinct from false for update;
    if not found then return 'unknown'; end if;
    barred := access.barred_from(c.person_id);
    if barred is not null then return barred; end if;
    update access.person_change x set withdrawn_at = transaction_timestamp(), withdrawn_by = ctx.actor() where x.authority_id = mine and x.id = which;
    if not c.needs_second or c.agreed then
        update access.post o set ends_at = null, ends_because = null
         where o.authority_id = mine and o.person_id = c.person_id and o.ends_at = c.takes_effect_at and o.ends_at > transaction_timestamp();
    end if;
    perform audit.write('person.change-withdrawn', 'person', c.person_id, null, null, jsonb_build_object('change', which, 'kind', c.kind));
    return 'done';
end $$;
revoke all on function access.withdraw_change(uuid) from public;
grant execute on function access.withdraw_change(uuid) to lantern_app;

-- Lantern's own work: what was agreed for a day that has come.
create function access.carry_out_due(at timestamptz) returns table (change uuid, person uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    due record;
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    for due in select c.id, c.person_id, c.kind from access.person_change c
               where c.authority_id = mine and c.done_at is null and c.withdrawn_at is null and (not c.needs_second or c.agreed) and c.takes_effect_at <= at
               order by c.takes_effect_at, c.id for update skip locked loop
        if access.carry_out(mine, due.id, null, null) = 'done' then
            perform audit.write(case due.kind when 'leave' then 'person.left' else 'person.post-changed' end, 'person', due.person_id, null, null,
                                jsonb_build_object('change', due.id, 'outcome', 'done'));
            change := due.id;
            person := due.person_id;
            return next;
        end if;
    end loop;
end $$;
revoke all on function access.carry_out_due(timestamptz) from public;
grant execute on function access.carry_out_due(timestamptz) to lantern_app;

-- Everybody whom the actor looks after, one row each: with the post they have, or had last. Sessions and secrets are counted, never given.
create function access.people_looked_after()
returns table (id uuid, name text, email text, state text, post_id uuid, agency_id uuid, team_id uuid, role text, reach text, posts bigint,
               starts_at timestamptz, ends_at timestamptz, signed_in_at timestamptz, seen_at timestamptz, sessions bigint, second_factor boolean, created_at timestamptz,
               disabled_at timestamptz, disabled_because text)
language sql stable security definer set search_path = pg_catalog rows 500 as $$
    select p.id, p.name, p.email, p.state, o.id, coalesce(o.agency_id, w.agency_id), o.team_id, o.role, r.reach,
           (select count(*) from access.post x where x.authority_id = p.authority_id and x.person_id = p.id
              and (x.ends_at is null or x.ends_at > transaction_timestamp())),
           o.starts_at, o.ends_at, s.created_at, s.last_seen_at,
           (select count(*) from access.session x where x.authority_id = p.authority_id and x.person_id = p.id and x.ended_at is null
              and x.created_at > transaction_timestamp() - interval '12 hours' and x.last_seen_at > transaction_timestamp() - interval '15 minutes'),
           exists (select from access.credential c where c.authority_id = p.authority_id and c.person_id = p.id)
               or exists (select from access.passkey k where k.authority_id = p.authority_id and k.person_id = p.id)
               or exists (select from access.openid_subject s where s.authority_id = p.authority_id and s.person_id = p.id), p.created_at, p.disabled_at, p.disabled_because
    from access.person p
    left join lateral (select x.* from access.post x where x.authority_id = p.authority_id and x.person_id = p.id
                       order by coalesce(x.ends_at > transaction_timestamp(), true) desc, x.starts_at desc limit 1) o on true
    left join lateral (select c.agency_id from access.person_change c where c.authority_id = p.authority_id and c.person_id = p.id and c.kind = 'post'
                       order by c.asked_at desc limit 1) w on o.id is null
    left join access.role r on r.code = o.role
    left join lateral (select x.created_at, x.last_seen_at from access.session x where x.authority_id = p.authority_id and x.person_id = p.id
                       order by x.created_at desc limit 1) s on true
    where p.authority_id = (select ctx.authority()) and (select ctx.can('manage-people'))
      and ((select ctx.can('manage-all-agencies')) or coalesce(o.agency_id, w.agency_id) = (select ctx.agency())
           or exists (select from access.post x where x.authority_id = p.authority_id and x.person_id = p.id and x.agency_id = (select ctx.agency())
                      and (x.ends_at is null or x.ends_at > transaction_timestamp()))) $$;
revoke all on function access.people_looked_after() from public;
grant execute on function access.people_looked_after() to lantern_app;
