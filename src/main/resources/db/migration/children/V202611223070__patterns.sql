-- Reading that somebody should look into. The rules are few and said in words; their numbers are data, shown beside what they found and changed by the
-- authority's own lead with a reason.
create table children.pattern (
    code text primary key,
    place integer not null unique,
    title text not null,
    rule text not null
);
create table children.threshold (
    pattern text not null references children.pattern,
    name text not null,
    words text not null,
    value integer not null,
    least integer not null default 1,
    primary key (pattern, name)
);
insert into children.pattern (code, place, title, rule) values
    ('related', 1, 'Went on after a warning', 'Somebody opened a record after Lantern warned that it may be of their own family, a colleague''s or a neighbour''s.'),
    ('break-glass', 2, 'Emergency openings', 'Somebody opened a record that they could not see. Each has its own review; it is listed here until that is done.'),
    ('surname', 3, 'The same family name', 'Somebody opened the record of a child whose family name, now or formerly, is one of their own, and the name is not a common one in the register.'),
    ('never-involved', 4, 'Never involved', 'Somebody whose role reaches every child opened a record with which neither they nor their team work, which they did not change, and which was on no list that they read.'),
    ('unusual-hours', 5, 'Unusual hours', 'Somebody opened records at an hour of the day at which they hardly ever do.'),
    ('volume', 6, 'Many records in a day', 'Somebody opened the records of many more children in a day than they usually do and than people of their role usually do.'),
    ('searches', 7, 'Searches that led nowhere', 'Somebody searched for children again and again and opened nearly none of those found.'),
    ('refusals', 8, 'Refused again and again', 'Somebody was refused several times in a day what their role does not include.');
insert into children.threshold (pattern, name, words, value) values
    ('surname', 'bearers', 'Names that more children than this bear say too little', 60),
    ('surname', 'again-days', 'The same person and child are reported again after this many days', 30),
    ('never-involved', 'days', 'Days before and after in which a change by them, or a list that they read, explains the opening', 7),
    ('never-involved', 'again-days', 'The same person and child are reported again after this many days', 30),
    ('unusual-hours', 'opened', 'Records opened at such hours in one day, at least', 3),
    ('unusual-hours', 'percent', 'An hour is unusual when less than this share (%) of what they opened before fell within an hour of it', 2),
    ('unusual-hours', 'history-days', 'Days before that count as usual', 90),
    ('unusual-hours', 'history', 'Records opened in those days, at least, or nothing can be called usual', 40),
    ('volume', 'children', 'Children opened in one day, at least', 20),
    ('volume', 'own-times', 'Times their own usual day (the median), at least', 3),
    ('volume', 'role-times', 'Times the usual day of people of their role, at least', 2),
    ('volume', 'history-days', 'Days before that count as usual', 90),
    ('searches', 'searches', 'Searches in one day that nothing was opened from, at least', 8),
    ('searches', 'percent', 'And at least this share (%) of all their searches that day', 80),
    ('refusals', 'refusals', 'Refusals in one day, at least', 5),
    ('related', 'hours', 'Hours for which somebody who is related, and said why they must, is not asked again', 12),
    ('related', 'days', 'Days for which somebody who said that they are neither related nor known is not asked again', 365);
grant select on children.pattern, children.threshold to lantern_app;

-- A number as the authority set it; the newest holds.
create table children.threshold_change (
    authority_id uuid not null references access.authority,
    id uuid not null,
    pattern text not null,
    name text not null,
    value integer not null check (value > 0),
    because text not null check (length(because) between 1 and 1000),
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (authority_id, id),
    foreign key (pattern, name) references children.threshold
);
create index threshold_change_newest on children.threshold_change (authority_id, pattern, name, changed_at);
create index threshold_change_of_threshold on children.threshold_change (pattern, name);
call access.protect_authority('children.threshold_change');
create policy only_the_lead_changes on children.threshold_change as restrictive for insert to lantern_app with check ((select ctx.can('review-access')));
grant select, insert on children.threshold_change to lantern_app;

-- What a pattern found, once for a person, a child (or none) and a day, and what whoever looked into it found.
create table children.finding (
    authority_id uuid not null references access.authority,
    id uuid not null,
    pattern text not null references children.pattern,
    person_id uuid not null,
    child_id uuid,
    day date not null,
    -- Between these lie the entries behind it.
    from_at timestamptz not null,
    until_at timestamptz not null,
    figures jsonb not null default '{}',
    words text check (length(words) between 1 and 2000),
    found_at timestamptz not null,
    looked_into_at timestamptz,
    looked_into_by uuid,
    outcome text check (outcome in ('in-order', 'talked', 'breach')),
    outcome_words text check (length(outcome_words) between 1 and 2000),
    primary key (authority_id, id),
    constraint found_once unique nulls not distinct (authority_id, pattern, person_id, child_id, day),
    constraint looking_into_says_who_and_what check (num_nonnulls(looked_into_at, looked_into_by, outcome, outcome_words) in (0, 4)),
    constraint nobody_looks_into_themselves check (looked_into_by <> person_id)
);
create index finding_waiting on children.finding (authority_id, day desc, id) where looked_into_at is null;
create index finding_by_day on children.finding (authority_id, day desc, id);
create index finding_of_pattern on children.finding (pattern);
alter table children.finding alter figures set statistics 0;
call access.protect('children.finding');
create policy answers_for_the_ledger on children.finding to lantern_app
    using (authority_id = (select ctx.authority())) with check (authority_id = (select ctx.authority()));
create policy only_who_answers_for_the_ledger on children.finding as restrictive to lantern_app
    using ((select ctx.can('read-ledger')) or (select ctx.kind()) = 'SYSTEM');
create policy only_lantern_finds on children.finding as restrictive for insert to lantern_app with check ((select ctx.kind()) = 'SYSTEM');
create policy only_the_lead_looks_into on children.finding as restrictive for update to lantern_app
    using ((select ctx.can('review-access')) and person_id <> (select ctx.actor()) or (select ctx.kind()) = 'SYSTEM');
grant select, insert on children.finding to lantern_app;
grant update (from_at, until_at, figures, looked_into_at, looked_into_by, outcome, outcome_words) on children.finding to lantern_app;

-- What a person declared about themselves, for nobody else to read: other family names, where they live, and children they are related to or know. Children
-- are kept as the person describes them, so that declaring says nothing about who is on the register.
create table children.relation (
    authority_id uuid not null references access.authority,
    id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('family-name', 'postcode', 'child')),
    family_name text,
    given_names text,
    born date,
    postcode text,
    what text check (what in ('own', 'family', 'colleague', 'neighbour', 'other')),
    family_key text generated always as (children.name_key(family_name)) stored,
    given_key text generated always as (children.name_key(split_part(given_names, ' ', 1))) stored,
    postcode_key text generated always as (children.value_key(postcode)) stored,
    declared_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (authority_id, id),
    constraint each_kind_says_its_own check (case kind
        when 'family-name' then num_nonnulls(given_names, born, postcode, what) = 0 and family_name is not null
        when 'postcode' then num_nonnulls(family_name, given_names, born, what) = 0 and postcode is not null
        else num_nonnulls(family_name, given_names, what) = 3 and postcode is null end)
);
create index relation_of_person on children.relation (authority_id, person_id) where withdrawn_at is null;
call access.protect_authority('children.relation');
create policy own_relations on children.relation as restrictive to lantern_app
    using (person_id = (select ctx.actor()) or (select ctx.kind()) = 'SYSTEM');
grant select, insert on children.relation to lantern_app;
grant update (withdrawn_at) on children.relation to lantern_app;

-- Somebody was warned and went on, with a reason, until when they are not asked again.
create table children.warning (
    authority_id uuid not null references access.authority,
    id uuid not null,
    child_id uuid not null,
    person_id uuid not null,
    because text not null check (because in ('not-related', 'must-see')),
    words text not null check (length(words) between 1 and 2000),
    warned_of text[] not null,
    at timestamptz not null,
    holds_until timestamptz not null,
    primary key (authority_id, id)
);
create index warning_of_person on children.warning (authority_id, person_id, child_id, holds_until);
call access.protect('children.warning');
grant select, insert on children.warning to lantern_app;
