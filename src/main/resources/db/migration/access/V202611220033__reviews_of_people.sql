-- Joiners, movers, leavers: each quarter an agency's manager looks at each of their people and says: still needed, move, or leave.
create table access.people_review (
    authority_id uuid not null references access.authority,
    id uuid not null,
    agency_id uuid not null,
    quarter text not null check (quarter ~ '^\d{4}Q[1-4]$'),
    opened_at timestamptz not null,
    done_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, agency_id, quarter),
    foreign key (authority_id, agency_id) references access.agency
);
create table access.reviewed_person (
    authority_id uuid not null,
    review_id uuid not null,
    person_id uuid not null,
    decision text check (decision in ('needed', 'move', 'leave')),
    decided_at timestamptz,
    decided_by uuid,
    primary key (authority_id, review_id, person_id),
    foreign key (authority_id, review_id) references access.people_review,
    foreign key (authority_id, person_id) references access.person,
    constraint a_decision_says_who_and_when check (num_nonnulls(decision, decided_at, decided_by) in (0, 3)),
    constraint nobody_reviews_themselves check (decided_by <> person_id)
);
create index reviewed_of_person on access.reviewed_person (authority_id, person_id);
call access.protect_authority('access.people_review');
call access.protect_authority('access.reviewed_person');
grant select on access.people_review, access.reviewed_person to lantern_app;

-- Lantern's own work: a review for each agency that has people and has none for this quarter. Those who came later are not in it.
create function access.open_reviews(in_quarter text, at timestamptz) returns table (review uuid, agency uuid, managers uuid[])
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    new_one record;
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    for new_one in
        insert into access.people_review (authority_id, id, agency_id, quarter, opened_at)
        select mine, uuidv7(), a.id, in_quarter, at from access.agency a
        where a.authority_id = mine and a.ended_at is null
          and exists (select from access.post o join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state = 'active'
                      where o.authority_id = mine and o.agency_id = a.id and (o.ends_at is null or o.ends_at > at))
        on conflict do nothing returning id, agency_id loop
        insert into access.reviewed_person (authority_id, review_id, person_id)
        select distinct mine, new_one.id, o.person_id from access.post o
        join access.person p on p.authority_id = o.authority_id and p.id = o.person_id and p.state <> 'disabled'
        where o.authority_id = mine and o.agency_id = new_one.agency_id and (o.ends_at is null or o.ends_at > at);
        perform audit.write('people-review.opened', 'people-review', new_one.id, null, null, jsonb_build_object('agency', new_one.agency_id, 'quarter', in_quarter));
        review := new_one.id;
        agency := new_one.agency_id;
        managers := access.managers_of(mine, new_one.agency_id, 'manage-people');
        return next;
    end loop;
end $$;
revoke all on function access.open_reviews(text, timestamptz) from public;
grant execute on function access.open_reviews(text, timestamptz) to lantern_app;

-- One decision. 'last' when it was the last one open and the review is done. Who is to leave is let out at once; a move is made on the person's own page.
create function access.review_person(which uuid, who uuid, decided text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    mine uuid := facts[1];
    r access.people_review;
    barred text;
begin
    select x.* into r from access.people_review x where x.authority_id = mine and x.id = which for update;
    if not found or not access.looks_after(facts, 'manage-people', r.agency_id) then return 'unknown'; end if;
    if facts[4]::uuid = who then return 'self'; end if;
    barred := case when decided = 'leave' then access.barred_from(who) end;
    if barred is not null then return barred; end if;
    update access.reviewed_person p set decision = decided, decided_at = transaction_timestamp(), decided_by = facts[4]::uuid
     where p.authority_id = mine and p.review_id = which and p.person_id = who and p.decision is null;
    if not found then return 'unknown'; end if;
    if decided = 'leave' then perform access.disable_person(who, 'Left, as the review of ' || r.quarter || ' found'); end if;
    perform audit.write('person.reviewed', 'person', who, null, null, jsonb_build_object('review', which, 'decision', decided));
    if exists (select from access.reviewed_person p where p.authority_id = mine and p.review_id = which and p.decision is null) or r.done_at is not null then
        return 'done';
    end if;
    update access.people_review x set done_at = transaction_timestamp() where x.authority_id = mine and x.id = which;
    perform audit.write('people-review.done', 'people-review', which, null, null, null);
    return 'last';
end $$;
revoke all on function access.review_person(uuid, uuid, text) from public;
grant execute on function access.review_person(uuid, uuid, text) to lantern_app;

-- The reviews of the agencies that the actor looks after, with how many people are still open, and of these how many the actor may decide on.
create function access.reviews_looked_after()
returns table (id uuid, agency_id uuid, quarter text, opened_at timestamptz, done_at timestamptz, people bigint, waiting bigint, mine bigint)
language sql stable security definer set search_path = pg_catalog rows 50 as $$
    select r.id, r.agency_id, r.quarter, r.opened_at, r.done_at,
           (select count(*) from access.reviewed_person p where p.authority_id = r.authority_id and p.review_id = r.id),
           (select count(*) from access.reviewed_person p where p.authority_id = r.authority_id and p.review_id = r.id and p.decision is null),
           (select count(*) from access.reviewed_person p where p.authority_id = r.authority_id and p.review_id = r.id and p.decision is null
               and p.person_id <> (select ctx.actor()))
    from access.people_review r
    where r.authority_id = (select ctx.authority()) and access.looks_after((select ctx.verified()), 'manage-people', r.agency_id) $$;
revoke all on function access.reviews_looked_after() from public;
grant execute on function access.reviews_looked_after() to lantern_app;

-- Lantern's own work: who has not been in Lantern since then. First they are told, a while before, and then they are let out.
-- Who has only just been let in has time; who never signed in counts from then.
create function access.unused_since(at timestamptz, days integer) returns table (person uuid, agency uuid)
language sql stable set search_path = pg_catalog as $$
    select p.id, (select o.agency_id from access.post o where o.authority_id = p.authority_id and o.person_id = p.id
                  order by o.ends_at nulls first, o.starts_at desc limit 1)
    from access.person p
    where p.authority_id = (select ctx.authority()) and p.state = 'active'
      and coalesce(greatest(p.let_in_at, (select s.last_seen_at from access.session s where s.authority_id = p.authority_id and s.person_id = p.id
                                          order by s.created_at desc limit 1)), p.created_at) < at - make_interval(days => days) $$;
revoke all on function access.unused_since(timestamptz, integer) from public;

create function access.tell_unused(at timestamptz, after_days integer) returns table (person uuid, managers uuid[])
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    return query
    with unused as (select u.person, u.agency from access.unused_since(at, after_days) u),
         told as (update access.person p set told_unused_at = at where p.authority_id = ctx.authority() and p.id in (select u.person from unused u)
                  and (p.told_unused_at is null or p.told_unused_at < at - make_interval(days => after_days)) returning p.id)
    select u.person, access.managers_of(ctx.authority(), u.agency, 'manage-people') from unused u join told t on t.id = u.person;
end $$;
revoke all on function access.tell_unused(timestamptz, integer) from public;
grant execute on function access.tell_unused(timestamptz, integer) to lantern_app;

create function access.disable_unused(at timestamptz, after_days integer) returns table (person uuid, managers uuid[])
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    gone record;
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    for gone in select u.person as id, u.agency from access.unused_since(at, after_days) u loop
        update access.person p set state = 'disabled', disabled_at = at, disabled_by = ctx.actor(), disabled_because = 'Not used for ' || after_days || ' days'
         where p.authority_id = mine and p.id = gone.id and p.state = 'active';
        continue when not found;
        perform access.end_sessions_of(mine, gone.id);
        perform audit.write('person.disabled', 'person', gone.id, null, null, jsonb_build_object('unused-days', after_days));
        person := gone.id;
        managers := access.managers_of(mine, gone.agency, 'manage-people');
        return next;
    end loop;
end $$;
revoke all on function access.disable_unused(timestamptz, integer) from public;
grant execute on function access.disable_unused(timestamptz, integer) to lantern_app;
