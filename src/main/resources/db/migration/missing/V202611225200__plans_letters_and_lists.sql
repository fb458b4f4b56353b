-- What more an episode says: how the child was found, which kinds of harm, what its review considered; and the host authority's procedure as a step.
alter table missing.episode
    add column located_how text,
    add column harm_kinds text[] not null default '{}',
    add column closed_considered text[] not null default '{}',
    add constraint harm_is_of_a_known_kind check (harm_kinds <@ array['physical', 'sexual', 'emotional', 'criminal-exploitation', 'substances', 'self-harm', 'neglect', 'other']),
    add constraint what_is_considered_is_known check (closed_considered <@ array['early-review', 'other-placement', 'tell-carers', 'tell-police', 'intensive-support', 'screening']);
alter table missing.step
    drop constraint step_kind_check,
    add constraint step_kind_check check (kind in ('step', 'informed', 'informed-of-return', 'strategy-meeting', 'discussion', 'support', 'concern', 'duty-plan',
        'safe-and-well-check', 'visit', 'host-procedure'));

-- What to do when the child is found; each version stays.
create table missing.return_plan (
    authority_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    child_id uuid not null,
    places_of_safety text not null check (length(places_of_safety) between 1 and 4000),
    who_collects text not null check (length(who_collects) between 1 and 4000),
    duty_staff text not null check (length(duty_staff) between 1 and 4000),
    same_placement text check (same_placement in ('yes', 'no', 'undecided')),
    placement_reason text,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, episode_id) references missing.episode,
    constraint another_placement_says_why check (same_placement is distinct from 'no' or placement_reason is not null)
);
create index return_plan_of_episode on missing.return_plan (authority_id, episode_id, recorded_at);
create index return_plan_of_child on missing.return_plan (authority_id, child_id);

-- A letter as it was made, whether it was sent, and what came back.
create table missing.letter (
    authority_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('director', 'responsible-authority', 'pattern', 'host-authority')),
    recipient text not null check (length(recipient) between 1 and 400),
    subject text not null check (length(subject) between 1 and 400),
    words text not null check (length(words) between 1 and 20000),
    made_at timestamptz not null,
    made_by uuid not null,
    sent_at timestamptz,
    sent_how text,
    sent_by uuid,
    reply_at timestamptz,
    reply_words text,
    reply_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, episode_id) references missing.episode,
    constraint sent_says_how check (num_nonnulls(sent_at, sent_how, sent_by) in (0, 3)),
    constraint a_reply_says_what check (num_nonnulls(reply_at, reply_words, reply_by) in (0, 3)),
    constraint a_reply_is_to_what_was_sent check (reply_at is null or sent_at is not null)
);
create index letter_of_episode on missing.letter (authority_id, episode_id, made_at);
create index letter_of_child on missing.letter (authority_id, child_id);

-- The list of missing children as it was issued: inserted once, never changed. A row is opened only by who may see its child.
create table missing.issued_list (
    authority_id uuid not null references access.authority,
    id uuid not null,
    -- The Monday or Thursday it is of; null for one that somebody asked for in between.
    of_day date,
    children integer not null,
    issued_at timestamptz not null,
    issued_by uuid not null,
    primary key (authority_id, id),
    unique (authority_id, of_day)
);
create index issued_list_by_time on missing.issued_list (authority_id, issued_at desc, id);
create table missing.issued_row (
    authority_id uuid not null,
    id uuid not null,
    list_id uuid not null,
    child_id uuid not null,
    episode_id uuid not null,
    place integer not null,
    stage text not null,
    name text not null,
    reference text not null,
    born date,
    missing_since timestamptz not null,
    located_at timestamptz,
    missing_from text not null,
    placement_name text,
    looked_after boolean not null,
    risk text,
    worker_id uuid,
    team_id uuid,
    standard_id text,
    due_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, list_id) references missing.issued_list
);
create index row_of_issued_list on missing.issued_row (authority_id, list_id, place);
create index issued_row_of_child on missing.issued_row (authority_id, child_id);

-- The children that the monthly group looks at: proposed by a rule that is shown, decided by people.
create table missing.most_worrying (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    month date not null check (extract(day from month) = 1),
    points integer not null,
    because text not null check (length(because) between 1 and 2000),
    decided_at timestamptz not null,
    decided_by uuid not null,
    taken_off_at timestamptz,
    taken_off_by uuid,
    taken_off_because text,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint taken_off_says_why check (num_nonnulls(taken_off_at, taken_off_by, taken_off_because) in (0, 3))
);
create unique index once_a_month on missing.most_worrying (authority_id, month, child_id) where taken_off_at is null;
create index most_worrying_of_child on missing.most_worrying (authority_id, child_id);

-- How many absences within how long count as a pattern, as dated data: shipped ones belong to no authority.
create table missing.threshold (
    id uuid primary key,
    authority_id uuid references access.authority,
    code text not null check (code in ('red-indicator', 'persistent', 'placed-here-pattern')),
    more_than integer not null check (more_than between 1 and 100),
    days integer not null check (days between 1 and 3650),
    effective_from date not null,
    source text not null check (length(source) between 1 and 2000),
    why text check (length(why) between 1 and 2000),
    decided_by uuid,
    recorded_at timestamptz not null,
    constraint an_authoritys_own_says_who_and_why check (num_nonnulls(authority_id, decided_by, why) in (0, 3))
);
create index threshold_in_force on missing.threshold (code, authority_id, effective_from);
alter table missing.threshold enable row level security;
alter table missing.threshold force row level security;
create policy owner_all on missing.threshold to lantern_owner using (true) with check (true);
create policy shipped_and_own on missing.threshold for select to lantern_app using (authority_id is null or authority_id = (select ctx.authority()));
create policy own_number on missing.threshold for insert to lantern_app
    with check (authority_id = (select ctx.authority()) and (select ctx.can('change-standards')));
insert into missing.threshold (id, code, more_than, days, effective_from, source, recorded_at) values
    ('01930000-0000-7000-8000-000000000001', 'red-indicator', 2, 90, '2016-02-01',
     'Practice guidance v0.6, February 2016: more than 2 episodes is a red indicator; it names no period, so the 90 days are for the authority to set', '2016-02-01'),
    ('01930000-0000-7000-8000-000000000002', 'persistent', 3, 365, '2016-02-01',
     'Practice guidance v0.6, February 2016: a child missing more than 3 times is persistently missing; it names no period, so the 12 months are for the authority to set', '2016-02-01'),
    ('01930000-0000-7000-8000-000000000003', 'placed-here-pattern', 2, 365, '2016-02-01',
     'Practice guidance v0.6, February 2016: on a pattern the Head of Service contacts the responsible authority; it gives no number, so both are for the authority to set', '2016-02-01');

call access.protect('missing.return_plan', section => 'episode');
call access.protect('missing.letter', section => 'episode');
call access.protect_authority('missing.issued_list');
call access.protect('missing.issued_row', listed => true, section => 'episode');
call access.protect('missing.most_worrying', listed => true, section => 'episode');
grant select, insert on missing.return_plan, missing.letter, missing.issued_list,
    missing.issued_row, missing.most_worrying, missing.threshold to lantern_app;
grant update (sent_at, sent_how, sent_by, reply_at, reply_words, reply_by) on missing.letter to lantern_app;
grant update (taken_off_at, taken_off_by, taken_off_because) on missing.most_worrying to lantern_app;

-- What the lists read.
create index episode_by_placement on missing.episode (authority_id, placement_name, missing_since) where placement_name is not null;
create index episode_returned on missing.episode (authority_id, returned_at) where stage = 'returned';

-- The part of a postcode that says the area and not the house, of where a child lives today.
create view missing.v_area with (security_invoker = true) as
    select distinct on (authority_id, child_id) authority_id, child_id, upper(regexp_replace(regexp_replace(postcode, '\s', '', 'g'), '.{3}$', '')) as area
    from children.address where kind = 'home' and ends_on is null and length(postcode) >= 5
    order by authority_id, child_id, starts_on desc nulls last, recorded_at desc;
grant select on missing.v_area to lantern_app;

-- Deciding on the most worrying children is for managers and the hub.
update access.role set permissions = permissions || '{choose-worrying}' where code in ('hub-manager', 'head-of-service', 'service-manager');
