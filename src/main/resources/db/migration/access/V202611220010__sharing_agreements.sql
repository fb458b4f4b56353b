-- Why an agency may be given what it is given: articles 6 of the UK GDPR (basis) and 9 with Schedule 1 of the Data Protection Act 2018 (condition, for
-- health and other special categories).
create table access.lawful_basis (
    code text primary key,
    place integer not null unique,
    kind text not null check (kind in ('basis', 'condition')),
    title text not null,
    source text not null
);
insert into access.lawful_basis (code, place, kind, title, source) values
    ('public-task', 1, 'basis', 'Public task', 'UK GDPR article 6(1)(e)'),
    ('legal-obligation', 2, 'basis', 'Legal obligation', 'UK GDPR article 6(1)(c)'),
    ('vital-interests', 3, 'basis', 'Vital interests', 'UK GDPR article 6(1)(d)'),
    ('recognised-safeguarding', 4, 'basis', 'Recognised legitimate interest: safeguarding', 'UK GDPR article 6(1)(ea) and annex 1'),
    ('safeguarding', 5, 'condition', 'Safeguarding of children and of individuals at risk', 'Data Protection Act 2018, Schedule 1, paragraph 18'),
    ('statutory-purpose', 6, 'condition', 'Statutory and government purposes', 'Data Protection Act 2018, Schedule 1, paragraph 6'),
    ('health-and-social-care', 7, 'condition', 'Health or social care purposes', 'Data Protection Act 2018, Schedule 1, paragraph 2'),
    ('vital-interests-special', 8, 'condition', 'Vital interests of somebody who cannot consent', 'UK GDPR article 9(2)(c)');
grant select on access.lawful_basis to lantern_app;

-- What is usually shared with a kind of agency: where a new agreement starts from, never what is in force.
create table access.usual_section (
    agency_kind text not null,
    section text not null references access.section,
    covers text not null check (covers in ('involved', 'every-child')),
    primary key (agency_kind, section)
);
create index usual_of_section on access.usual_section (section);
insert into access.usual_section (agency_kind, section, covers) values
    ('police', 'identity', 'involved'), ('police', 'contact', 'involved'), ('police', 'episode', 'involved'), ('police', 'legal', 'involved'),
    ('health', 'identity', 'involved'), ('health', 'contact', 'involved'), ('health', 'episode', 'involved'), ('health', 'health', 'involved'),
    ('health', 'legal', 'involved'),
    ('education', 'identity', 'involved'), ('education', 'episode', 'involved'), ('education', 'education', 'involved'),
    ('returns', 'identity', 'involved'), ('returns', 'contact', 'involved'), ('returns', 'episode', 'involved'), ('returns', 'interview', 'involved'),
    ('other-authority', 'identity', 'involved'), ('other-authority', 'contact', 'involved'), ('other-authority', 'episode', 'involved'),
    ('other-authority', 'legal', 'involved');
grant select on access.usual_section to lantern_app;

-- What the authority shares with one agency, as agreed. Rows are only ever added: a change is a new version, an end is a decision, so that what was in
-- force on any day can be read. Days after: how long the agency goes on seeing a child when what brought it there (a notification, an episode) is over.
create table access.agreement (
    authority_id uuid not null references access.authority,
    id uuid not null,
    series_id uuid not null,
    version integer not null check (version > 0),
    agency_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    purpose text not null check (length(purpose) between 1 and 2000),
    lawful_basis text not null references access.lawful_basis,
    condition text references access.lawful_basis,
    starts_on date not null,
    ends_on date,
    review_by date not null,
    days_after integer not null check (days_after between 0 and 365),
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency,
    constraint one_row_for_each_version unique (authority_id, series_id, version),
    constraint agreement_ends_after_it_starts check (ends_on is null or ends_on >= starts_on),
    constraint reviewed_while_it_lasts check (review_by > starts_on)
);
create index agreement_with_agency on access.agreement (authority_id, agency_id);
create index agreement_on_basis on access.agreement (lawful_basis);
create index agreement_on_condition on access.agreement (condition);

-- role: a role of the agency, 'client' for its connected systems, null for all of them. covers: the children the agency works with, or every child.
create table access.agreement_section (
    authority_id uuid not null,
    id uuid not null,
    agreement_id uuid not null,
    role text,
    section text not null references access.section,
    covers text not null check (covers in ('involved', 'every-child')),
    primary key (authority_id, id),
    foreign key (authority_id, agreement_id) references access.agreement,
    constraint a_section_is_named_once unique nulls not distinct (authority_id, agreement_id, role, section)
);
create index agreement_of_section on access.agreement_section (section);

create table access.agreement_decision (
    authority_id uuid not null,
    id uuid not null,
    agreement_id uuid not null,
    decision text not null check (decision in ('approved', 'refused', 'ended')),
    reason text check (length(reason) between 1 and 2000),
    decided_at timestamptz not null,
    decided_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, agreement_id) references access.agreement,
    constraint decided_once unique (authority_id, agreement_id, decision),
    constraint refusing_and_ending_say_why check (decision = 'approved' or reason is not null)
);
create unique index approved_or_refused on access.agreement_decision (authority_id, agreement_id) where decision <> 'ended';

create function access.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'A sharing agreement is only ever added to: % of % is refused', lower(tg_op), tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger only_ever_added_to before update or delete on access.agreement for each statement execute function access.refuse_change();
create trigger only_ever_added_to before update or delete on access.agreement_section for each statement execute function access.refuse_change();
create trigger only_ever_added_to before update or delete on access.agreement_decision for each statement execute function access.refuse_change();

call access.protect_authority('access.agreement');
call access.protect_authority('access.agreement_section');
call access.protect_authority('access.agreement_decision');
grant select on access.agreement, access.agreement_section, access.agreement_decision to lantern_app;

-- How each version stands today. A later version takes over on the day it starts, also when it is ended afterwards: the earlier does not come back.
create view access.v_agreement with (security_invoker = true) as
    select a.*,
           case when refused.id is not null then 'refused'
                when ended.id is not null then 'ended'
                when approved.id is null then 'proposed'
                when a.starts_on > today.today then 'to-come'
                when a.ends_on < today.today then 'over'
                when exists (select from access.agreement later
                             join access.agreement_decision d on d.authority_id = later.authority_id and d.agreement_id = later.id and d.decision = 'approved'
                             where later.authority_id = a.authority_id and later.series_id = a.series_id and later.version > a.version
                               and later.starts_on <= today.today) then 'replaced'
                else 'in-force' end as standing,
           approved.decided_by as approved_by, approved.decided_at as approved_at,
           coalesce(ended.decided_by, refused.decided_by) as ended_by, coalesce(ended.decided_at, refused.decided_at) as ended_at,
           coalesce(ended.reason, refused.reason) as ended_because
    from access.agreement a
    cross join (select (transaction_timestamp() at time zone 'Europe/London')::date as today) today
    left join access.agreement_decision approved
        on approved.authority_id = a.authority_id and approved.agreement_id = a.id and approved.decision = 'approved'
    left join access.agreement_decision refused
        on refused.authority_id = a.authority_id and refused.agreement_id = a.id and refused.decision = 'refused'
    left join access.agreement_decision ended on ended.authority_id = a.authority_id and ended.agreement_id = a.id and ended.decision = 'ended';
create view access.v_agreement_section with (security_invoker = true) as select * from access.agreement_section;
create view access.v_section with (security_invoker = true) as
    select s.code, s.place, s.title, s.high_risk, exists (select from access.section_of_table t where t.section = s.code) as is_kept from access.section s;
grant select on access.v_agreement, access.v_agreement_section, access.v_section to lantern_app;

-- What the actor does not read of a child it sees: the sections of which anything is kept.
create function access.withheld(child uuid) returns table (section text, title text)
language sql stable security definer set search_path = pg_catalog as $$
    select s.code, s.title from access.v_section s
    where s.is_kept and (select access.works_with(child)) and not access.works_with(child, s.code) order by s.place $$;
revoke all on function access.withheld(uuid) from public;
grant execute on function access.withheld(uuid) to lantern_app;

-- Proposes an agreement, or a change of one (a new version of the same series). It shares nothing until somebody else approves it.
create function access.propose_agreement(new_id uuid, changed uuid, with_agency uuid, its_title text, its_purpose text, its_basis text, its_condition text,
    starts date, ends date, review date, days integer, roles text[], sections text[], covering text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('manage-agreements', null);
    mine uuid := ctx.authority();
    series uuid := new_id;
    next_version integer := 1;
begin
    if not exists (select from access.agency a where a.authority_id = mine and a.id = with_agency and a.kind <> 'children') then
        raise exception 'An agreement is with another agency than children''s services' using errcode = 'check_violation';
    end if;
    if exists (select from unnest(sections) s join access.section x on x.code = s where x.high_risk) and its_condition is null then
        raise exception 'High-risk sections need a condition' using errcode = 'check_violation';
    end if;
    if changed is not null then
        select a.series_id into strict series from access.agreement a where a.authority_id = mine and a.id = changed and a.agency_id = with_agency;
        select max(a.version) + 1 into next_version from access.agreement a where a.authority_id = mine and a.series_id = series;
    end if;
    insert into access.agreement (authority_id, id, series_id, version, agency_id, title, purpose, lawful_basis, condition, starts_on, ends_on, review_by,
                                  days_after, made_by, made_at)
    values (mine, new_id, series, next_version, with_agency, its_title, its_purpose, its_basis, its_condition, starts, ends, review, days, actor,
            transaction_timestamp());
    insert into access.agreement_section (authority_id, id, agreement_id, role, section, covers)
    select mine, uuidv7(), new_id, nullif(u.role, ''), u.section, u.covers from unnest(roles, sections, covering) u (role, section, covers);
    if exists (select from access.agreement_section s where s.authority_id = mine and s.agreement_id = new_id
               and not exists (select from access.agreement_section i where i.authority_id = mine and i.agreement_id = new_id and i.section = 'identity'
                               and (i.role is null or i.role = s.role) and (i.covers = s.covers or i.covers = 'every-child'))) then
        raise exception 'Whoever is given a section is given who the child is' using errcode = 'check_violation';
    end if;
    perform audit.write('agreement.proposed', 'agreement', new_id, null, null, jsonb_build_object('agency', with_agency, 'version', next_version));
end $$;
revoke all on function access.propose_agreement(uuid, uuid, uuid, text, text, text, text, date, date, date, integer, text[], text[], text[]) from public;
grant execute on function access.propose_agreement(uuid, uuid, uuid, text, text, text, text, date, date, date, integer, text[], text[], text[])
    to lantern_app;

-- Approves or refuses a proposal; false when it is one's own, or was decided before.
create function access.decide_agreement(agreement uuid, its_decision text, why text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('manage-agreements', null);
    mine uuid := ctx.authority();
begin
    if its_decision not in ('approved', 'refused') then raise exception 'Approve it or refuse it' using errcode = 'check_violation'; end if;
    insert into access.agreement_decision (authority_id, id, agreement_id, decision, reason, decided_at, decided_by)
    select mine, uuidv7(), a.id, its_decision, why, transaction_timestamp(), actor from access.v_agreement a
    where a.authority_id = mine and a.id = agreement and a.standing = 'proposed' and a.made_by <> actor
    on conflict do nothing;
    if not found then return false; end if;
    perform audit.write('agreement.' || its_decision, 'agreement', agreement, null, null, null);
    return true;
end $$;
revoke all on function access.decide_agreement(uuid, text, text) from public;
grant execute on function access.decide_agreement(uuid, text, text) to lantern_app;

-- Ends every version that shares, or would: the agency's next request no longer sees. One person is enough to stop. False when nothing was left to end.
create function access.end_agreement(agreement uuid, why text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    actor uuid := access.person_who_may('manage-agreements', null);
    mine uuid := ctx.authority();
begin
    insert into access.agreement_decision (authority_id, id, agreement_id, decision, reason, decided_at, decided_by)
    select mine, uuidv7(), a.id, 'ended', why, transaction_timestamp(), actor from access.v_agreement a
    where a.authority_id = mine and a.standing in ('in-force', 'to-come')
      and a.series_id = (select o.series_id from access.agreement o where o.authority_id = mine and o.id = agreement)
    on conflict do nothing;
    if not found then return false; end if;
    perform audit.write('agreement.ended', 'agreement', agreement, null, null, null);
    return true;
end $$;
revoke all on function access.end_agreement(uuid, text) from public;
grant execute on function access.end_agreement(uuid, text) to lantern_app;
