create schema children;
grant usage on schema children to lantern_app, lantern_matcher;

create sequence children.reference_number start 1000001;
grant usage on sequence children.reference_number to lantern_app;

create table children.child (
    authority_id uuid not null references access.authority,
    id uuid not null,
    reference text not null,
    family_name text not null,
    given_names text not null default '',
    known_as text,
    date_of_birth date,
    birth_precision text not null default 'exact' check (birth_precision in ('exact', 'approximate', 'unknown')),
    sex text not null default 'not-known' check (sex in ('female', 'male', 'not-known')),
    ethnicity text,
    description text,
    standing text not null default 'open' check (standing in ('open', 'closed')),
    responsible_authority text,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    unique (authority_id, reference),
    constraint unknown_birth_has_no_date check ((birth_precision = 'unknown') = (date_of_birth is null))
);
create index child_by_birth on children.child (authority_id, date_of_birth);

-- Every name a child is or was known by, with the keys a search compares. Keys are made by children.name_key / name_sound, so that they never differ.
create function children.name_key(name text) returns text language sql immutable set search_path = pg_catalog as $$
    select regexp_replace(lower(ext.unaccent('ext.unaccent', coalesce(name, ''))), '[^a-z0-9]+', '', 'g') $$;
create function children.name_sound(name text) returns text language sql immutable set search_path = pg_catalog as $$
    select ext.dmetaphone(split_part(lower(ext.unaccent('ext.unaccent', coalesce(name, ''))), ' ', 1)) $$;
create table children.name (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('current', 'previous', 'alias')),
    family_name text not null,
    given_names text not null default '',
    family_key text not null generated always as (children.name_key(family_name)) stored,
    given_key text not null generated always as (children.name_key(split_part(given_names, ' ', 1))) stored,
    family_sound text not null generated always as (children.name_sound(family_name)) stored,
    given_sound text not null generated always as (children.name_sound(given_names)) stored,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child
);
create index name_of_child on children.name (authority_id, child_id);
create index name_by_key on children.name (authority_id, family_key, given_key);
create index name_by_sound on children.name (authority_id, family_sound, given_sound);

create table children.identifier (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('upn', 'nhs-number', 'police-nominal', 'looked-after-id')),
    value text not null,
    well_formed boolean not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child
);
create index identifier_of_child on children.identifier (authority_id, child_id);
create index identifier_by_value on children.identifier (authority_id, kind, value);

create table children.address (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('home', 'previous', 'other')),
    lines text not null,
    postcode text,
    starts_on date,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child
);
create index address_of_child on children.address (authority_id, child_id);

create table children.phone (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    number text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child
);
create index phone_of_child on children.phone (authority_id, child_id);
create index phone_by_number on children.phone (authority_id, number);

-- Looked after = a legal status in force. Codes are those of the national return (SSDA903).
create table children.legal_status (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    code text not null,
    starts_on date not null,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint status_ends_after_it_starts check (ends_on is null or ends_on >= starts_on)
);
create index legal_status_of_child on children.legal_status (authority_id, child_id);
create table children.placement (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    type_code text not null,
    provider_code text,
    name text not null,
    host_authority text,
    starts_on date not null,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint placement_ends_after_it_starts check (ends_on is null or ends_on >= starts_on)
);
create index placement_of_child on children.placement (authority_id, child_id);
-- A table of its own, so that a row policy protects the field: a placement address in the wrong hands is the harm seen in real cases.
create table children.placement_address (
    authority_id uuid not null,
    placement_id uuid not null,
    child_id uuid not null,
    lines text not null,
    postcode text,
    primary key (authority_id, placement_id),
    foreign key (authority_id, placement_id) references children.placement
);
create index placement_address_of_child on children.placement_address (authority_id, child_id);

create table children.allocation (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    person_id uuid not null,
    team_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child
);
create unique index one_allocated_worker on children.allocation (authority_id, child_id) where ends_at is null;
create index allocation_of_worker on children.allocation (authority_id, person_id) where ends_at is null;

create table children.flag (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    text text not null check (length(text) between 1 and 300),
    owner_id uuid not null,
    -- the day on which its clock runs out; null where the authority sets no limit
    review_on date,
    raised_at timestamptz not null,
    raised_by uuid not null,
    removed_at timestamptz,
    removed_by uuid,
    removed_because text,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint removal_says_why check (num_nonnulls(removed_at, removed_by, removed_because) in (0, 3))
);
create index flag_of_child on children.flag (authority_id, child_id);

call access.protect('children.child', 'id', listed => true, section => 'identity');
call access.protect('children.name', section => 'identity');
call access.protect('children.identifier', section => 'identity');
call access.protect('children.address', section => 'contact');
call access.protect('children.phone', section => 'contact');
call access.protect('children.legal_status', section => 'legal');
call access.protect('children.placement', section => 'contact');
call access.protect('children.placement_address', section => 'placement-address');
call access.protect('children.allocation', section => 'identity');
call access.protect('children.flag', section => 'identity');
grant select, insert on children.name, children.identifier, children.phone, children.placement_address to lantern_app;
grant select, insert on children.child, children.address, children.legal_status, children.placement, children.allocation, children.flag to lantern_app;
grant update (family_name, given_names, known_as, date_of_birth, birth_precision, sex, ethnicity, description, standing, responsible_authority) on children.child to lantern_app;
grant update (ends_on) on children.address, children.legal_status, children.placement to lantern_app;
grant update (ends_at) on children.allocation to lantern_app;
grant update (review_on, removed_at, removed_by, removed_because) on children.flag to lantern_app;
grant update (kind) on children.name to lantern_app;
-- A high-risk fact: besides working with the child, the actor must be one who may read addresses of placements.
create policy only_those_who_arrange_it on children.placement_address as restrictive to lantern_app
    using ((select ctx.can('write-child')) or (select ctx.kind()) = 'SYSTEM');

-- The child as other rooms see it: one row, the facts of today.
create view children.v_child with (security_invoker = true) as
    select c.authority_id, c.id, c.reference, c.family_name, c.given_names, c.known_as, c.date_of_birth, c.birth_precision, c.sex, c.ethnicity,
           c.standing, c.responsible_authority,
           exists (select from children.legal_status s where s.authority_id = c.authority_id and s.child_id = c.id and s.ends_on is null) as looked_after,
           a.person_id as worker_id, a.team_id as worker_team_id
    from children.child c
    left join children.allocation a on a.authority_id = c.authority_id and a.child_id = c.id and a.ends_at is null;
grant select on children.v_child to lantern_app;
create view children.v_placement with (security_invoker = true) as
    select authority_id, id, child_id, type_code, provider_code, name, host_authority, starts_on, ends_on from children.placement;
grant select on children.v_placement to lantern_app;
create view children.v_legal_status with (security_invoker = true) as
    select authority_id, id, child_id, code, starts_on, ends_on from children.legal_status;
grant select on children.v_legal_status to lantern_app;

-- The matcher reads every name of the authority, and gives back ids and what was compared; the page then reads those ids under the reader's own policy.
create policy matcher_reads on children.child for select to lantern_matcher using (true);
create policy matcher_reads on children.name for select to lantern_matcher using (true);
create policy matcher_reads on children.identifier for select to lantern_matcher using (true);
create policy matcher_reads on children.address for select to lantern_matcher using (true);
create policy matcher_reads on children.phone for select to lantern_matcher using (true);
grant select on children.child, children.name, children.identifier, children.address, children.phone to lantern_matcher;
