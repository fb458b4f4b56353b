create schema timescales;
grant usage on schema timescales to lantern_app;

create table timescales.edition (
    id text primary key,
    title text not null,
    from_on date not null,
    police text[] not null,
    national_return text[] not null
);
grant select on timescales.edition to lantern_app;

-- Which edition an authority works to, from a date; without a row the shipped dates hold.
create table timescales.edition_in_force (
    authority_id uuid not null references access.authority,
    edition text not null references timescales.edition,
    from_on date not null,
    why text not null check (length(why) between 1 and 2000),
    decided_by uuid not null,
    recorded_at timestamptz not null,
    primary key (authority_id, from_on)
);
create index edition_in_force_by_edition on timescales.edition_in_force (edition);
call access.protect_authority('timescales.edition_in_force');
grant select, insert on timescales.edition_in_force to lantern_app;

-- A standard as it was written at one time. Shipped ones belong to no authority and come from definitions/standards; an authority's own number is a whole
-- definition too, so that a timescale's rule can be read from one row for ever. Rows are never changed once a timescale has started from them.
create table timescales.standard_version (
    id uuid primary key,
    authority_id uuid references access.authority,
    edition text not null references timescales.edition,
    standard_id text not null,
    version integer not null,
    definition jsonb not null,
    effective_from date not null,
    in_use boolean not null default true,
    why text check (length(why) between 1 and 2000),
    decided_by uuid,
    recorded_at timestamptz not null,
    constraint an_authoritys_own_says_who_and_why check (num_nonnulls(authority_id, decided_by, why) in (0, 3)),
    constraint a_definition_has_a_source check (length(coalesce(definition ->> 'source', '')) > 0)
);
create unique index one_version_of_a_number on timescales.standard_version (authority_id, edition, standard_id, version);
create index version_of_edition on timescales.standard_version (edition);
alter table timescales.standard_version enable row level security;
alter table timescales.standard_version force row level security;
create policy owner_all on timescales.standard_version to lantern_owner using (true) with check (true);
create policy shipped_and_own on timescales.standard_version for select to lantern_app
    using (authority_id is null or authority_id = (select ctx.authority()));
create policy own_number on timescales.standard_version for insert to lantern_app
    with check (authority_id = (select ctx.authority()) and (select ctx.can('change-standards')));
grant select, insert on timescales.standard_version to lantern_app;

-- The calendar of an authority: days it closes, its terms, when its office closes.
create table timescales.closure_day (
    authority_id uuid not null references access.authority,
    day date not null,
    what text not null check (what in ('office', 'school')),
    title text not null,
    primary key (authority_id, day, what)
);
create table timescales.term (
    authority_id uuid not null references access.authority,
    first_day date not null,
    last_day date not null,
    title text not null,
    primary key (authority_id, first_day),
    constraint a_term_ends_after_it_begins check (last_day >= first_day)
);
create table timescales.office (
    authority_id uuid primary key references access.authority,
    closes time not null
);
call access.protect_authority('timescales.closure_day');
call access.protect_authority('timescales.term');
call access.protect_authority('timescales.office');
grant select on timescales.closure_day, timescales.term, timescales.office to lantern_app;

-- What happened to a subject, as told by the other modules; every timescale can be computed again from these rows alone. No foreign keys from here on: a key
-- to the authority or to a standard would make every transaction lock the same few rows, and neither is ever deleted.
create table timescales.happening (
    authority_id uuid not null,
    id uuid not null,
    subject_kind text not null check (subject_kind in ('notification', 'episode', 'interview', 'break-glass', 'mail-sender', 'child', 'flag', 'photograph', 'people-review', 'concern', 'meeting')),
    subject_id uuid not null,
    child_id uuid,
    event text not null,
    happened_at timestamptz not null,
    holding text[] not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    superseded_at timestamptz,
    superseded_because text,
    primary key (authority_id, id),
    constraint superseding_says_why check ((superseded_at is null) = (superseded_because is null))
);
create index happening_of_subject on timescales.happening (authority_id, subject_id) where superseded_at is null;
create index happening_of_child on timescales.happening (authority_id, child_id) where child_id is not null;

create table timescales.timescale (
    authority_id uuid not null,
    id uuid not null,
    standard_id text not null,
    version_id uuid not null,
    subject_kind text not null check (subject_kind in ('notification', 'episode', 'interview', 'break-glass', 'mail-sender', 'child', 'flag', 'photograph', 'people-review', 'concern', 'meeting')),
    subject_id uuid not null,
    child_id uuid,
    owner_role text not null,
    owner_agency uuid,
    owner_team uuid,
    owner_person uuid,
    worker_team uuid,
    started_by uuid not null,
    starts_at timestamptz not null,
    due_at timestamptz,
    due_soon_at timestamptz,
    met_at timestamptz,
    cancelled_at timestamptz,
    cancelled_because text,
    waived_at timestamptz,
    waived_by uuid,
    waived_role text,
    waived_because text check (length(waived_because) between 1 and 2000),
    next_send_at timestamptz,
    recorded_at timestamptz not null,
    -- Where it stands on a list: late first, then by due time, without a limit last.
    list_at timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
    primary key (authority_id, id),
    constraint met_or_cancelled_not_both check (num_nonnulls(met_at, cancelled_at) < 2),
    constraint cancelled_says_why check ((cancelled_at is null) = (cancelled_because is null)),
    constraint waived_says_who_and_why check (num_nonnulls(waived_at, waived_by, waived_role, waived_because) in (0, 4)),
    constraint a_limit_is_due_soon_first check ((due_at is null) = (due_soon_at is null)),
    constraint only_open_ones_are_sent check (next_send_at is null or num_nonnulls(met_at, cancelled_at, waived_at) = 0)
);
create index timescale_of_subject on timescales.timescale (authority_id, subject_id);
create index timescale_of_child on timescales.timescale (authority_id, child_id, list_at) where child_id is not null;
create index timescale_list on timescales.timescale (authority_id, list_at, id)
    where met_at is null and cancelled_at is null and waived_at is null;
create index timescale_list_of_person on timescales.timescale (authority_id, owner_person, list_at, id)
    where met_at is null and cancelled_at is null and waived_at is null and owner_person is not null;
create index timescale_list_of_role on timescales.timescale (authority_id, owner_role, list_at, id)
    where met_at is null and cancelled_at is null and waived_at is null and owner_person is null;
create index timescale_list_of_team on timescales.timescale (authority_id, owner_team, list_at, id)
    where met_at is null and cancelled_at is null and waived_at is null and owner_team is not null;
create index timescale_to_send on timescales.timescale (authority_id, next_send_at) where next_send_at is not null;

-- The trail: what a correction, a late report, a waiver or a re-basing changed, with both sides.
create table timescales.timescale_change (
    authority_id uuid not null,
    id uuid not null,
    timescale_id uuid not null,
    child_id uuid,
    kind text not null check (kind in ('corrected', 'retracted', 'late-report', 'waived', 'rebased')),
    old_due_at timestamptz,
    new_due_at timestamptz,
    old_ended_at timestamptz,
    new_ended_at timestamptz,
    why text not null check (length(why) between 1 and 2000),
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (authority_id, id)
);
create index change_of_timescale on timescales.timescale_change (authority_id, timescale_id, changed_at);
create index change_of_child on timescales.timescale_change (authority_id, child_id) where child_id is not null;

-- The primary key is what makes a step of one timescale go out once, whatever the number of schedulers.
create table timescales.send (
    authority_id uuid not null,
    timescale_id uuid not null,
    step text not null,
    sent_at timestamptz not null,
    primary key (authority_id, timescale_id, step)
);

-- What a role, team or person is told: no name, only which standard and where to look.
create table timescales.notice (
    authority_id uuid not null,
    id uuid not null,
    -- Null for what is told at once and not because of a clock: somebody opened a record that they could not see.
    timescale_id uuid,
    step text not null,
    to_role text not null,
    to_agency uuid,
    to_team uuid,
    to_person uuid,
    title text not null,
    subject_kind text not null,
    subject_id uuid not null,
    -- Whose timescale it is: a notice reaches nobody who does not see the child. Null: of no child, or of one nobody knows yet.
    child_id uuid,
    due_at timestamptz not null,
    sent_at timestamptz not null,
    primary key (authority_id, id)
);
create index notice_of_timescale on timescales.notice (authority_id, timescale_id) where timescale_id is not null;
create index notice_to_role on timescales.notice (authority_id, to_role, sent_at desc, id);
create index notice_to_person on timescales.notice (authority_id, to_person, sent_at desc, id) where to_person is not null;
create table timescales.notice_read (
    authority_id uuid not null,
    person_id uuid not null,
    notice_id uuid not null,
    read_at timestamptz not null,
    primary key (authority_id, person_id, notice_id)
);

call access.protect('timescales.happening', section => 'episode');
call access.protect('timescales.timescale', listed => true, section => 'episode');
call access.protect('timescales.timescale_change', section => 'episode');
-- A notification starts its clocks before anyone knows the child, also when an agency that sees only its own children sends it.
create policy not_yet_known on timescales.happening for insert to lantern_app
    with check (authority_id = (select ctx.authority()) and child_id is null);
create policy not_yet_known on timescales.timescale for insert to lantern_app
    with check (authority_id = (select ctx.authority()) and child_id is null);
-- The review of an opened record is of no section of the child's life: who reviews it reads its clock.
create policy clock_of_a_review on timescales.timescale to lantern_app
    using (authority_id = (select ctx.authority()) and subject_kind = 'break-glass' and (select ctx.can('review-access'))
           and child_id <> all ((select access.closed_in_reach('identity'))::uuid[]));
grant select, insert on timescales.happening, timescales.timescale, timescales.timescale_change to lantern_app;
grant update (child_id, superseded_at, superseded_because) on timescales.happening to lantern_app;
grant update (child_id, version_id, owner_role, owner_agency, owner_team, owner_person, worker_team, starts_at, due_at, due_soon_at, met_at, cancelled_at, started_by,
    cancelled_because, waived_at, waived_by, waived_role, waived_because, next_send_at) on timescales.timescale to lantern_app;
grant update (child_id) on timescales.timescale_change to lantern_app;

call access.protect_authority('timescales.send');
create policy only_lantern_sends on timescales.send as restrictive for insert to lantern_app with check ((select ctx.kind()) = 'SYSTEM');
grant select, insert on timescales.send to lantern_app;

call access.protect('timescales.notice');
create policy of_no_child on timescales.notice to lantern_app using (authority_id = (select ctx.authority()) and child_id is null);
create policy addressed_to_me on timescales.notice as restrictive for select to lantern_app using (
    to_person = (select ctx.actor())
    or (to_person is null and to_role = (select ctx.role())
        and (to_team is null or to_team = (select ctx.team()))
        and (to_agency is null or to_agency = (select ctx.agency()))));
-- The child becomes known, or is found to be another one, after somebody was told.
create function timescales.notice_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    update timescales.notice n set child_id = new.child_id where n.authority_id = new.authority_id and n.timescale_id = new.id;
    return null;
end $$;
revoke all on function timescales.notice_follows() from public;
create trigger notice_follows after update of child_id on timescales.timescale
    for each row when (old.child_id is distinct from new.child_id) execute function timescales.notice_follows();
create policy only_lantern_writes on timescales.notice as restrictive for insert to lantern_app with check ((select ctx.kind()) = 'SYSTEM');
grant select, insert on timescales.notice to lantern_app;

alter table timescales.notice_read enable row level security;
alter table timescales.notice_read force row level security;
create policy owner_all on timescales.notice_read to lantern_owner using (true) with check (true);
create policy own_marks on timescales.notice_read to lantern_app
    using (authority_id = (select ctx.authority()) and person_id = (select ctx.actor()));
grant select, insert on timescales.notice_read to lantern_app;

create view timescales.v_timescale with (security_invoker = true) as
    select authority_id, id, standard_id, subject_kind, subject_id, child_id, owner_role, owner_team, owner_person,
           starts_at, due_at, due_soon_at, met_at, cancelled_at, waived_at
    from timescales.timescale;
grant select on timescales.v_timescale to lantern_app;
