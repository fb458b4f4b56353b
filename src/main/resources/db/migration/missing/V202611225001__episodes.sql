create schema missing;
grant usage on schema missing to lantern_app;

create table missing.episode (
    authority_id uuid not null references access.authority,
    id uuid not null,
    child_id uuid not null,
    stage text not null check (stage in ('open', 'located', 'returned', 'closed', 'merged')),
    missing_from text not null check (missing_from in ('home', 'placement', 'school', 'other')),
    missing_since timestamptz not null,
    last_seen_place text,
    last_seen_by text,
    circumstances text,
    out_of_character boolean,
    reported_by_carer boolean not null default false,
    looked_after boolean not null,
    placement_name text,
    police_reference text,
    opened_at timestamptz not null,
    opened_by uuid not null,
    located_at timestamptz,
    located_place text,
    located_by text,
    returned_at timestamptz,
    returned_to text,
    harm text check (harm in ('suffered', 'suspected', 'none-known')),
    harm_note text,
    closed_at timestamptz,
    closed_by uuid,
    closed_review text,
    merged_into uuid,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    foreign key (authority_id, merged_into) references missing.episode,
    constraint located_has_a_time check (stage in ('open', 'merged') or located_at is not null),
    constraint open_is_not_located check (stage <> 'open' or (located_at is null and returned_at is null)),
    constraint located_after_missing check (located_at is null or located_at >= missing_since),
    constraint returned_after_located check (returned_at is null or returned_at >= located_at),
    constraint returned_has_a_time check (stage not in ('returned', 'closed') or returned_at is not null),
    constraint closed_says_what_was_reviewed check ((stage = 'closed') = (num_nonnulls(closed_at, closed_by, closed_review) = 3)),
    constraint merged_says_into_what check ((stage = 'merged') = (merged_into is not null))
);
create index episode_missing_now on missing.episode (authority_id, missing_since, id) where stage = 'open';
create index episode_not_closed on missing.episode (authority_id, missing_since, id) where stage in ('open', 'located', 'returned');
create index episode_of_child on missing.episode (authority_id, child_id, missing_since);
create index episode_merged_into on missing.episode (authority_id, merged_into) where merged_into is not null;
create index episode_by_police_reference on missing.episode (authority_id, police_reference) where police_reference is not null;

create table missing.episode_notification (
    authority_id uuid not null,
    episode_id uuid not null,
    notification_id uuid not null,
    child_id uuid not null,
    linked_at timestamptz not null,
    primary key (authority_id, notification_id),
    foreign key (authority_id, episode_id) references missing.episode,
    foreign key (authority_id, notification_id) references intake.notification
);
create index notifications_of_episode on missing.episode_notification (authority_id, episode_id);
create index episode_notification_of_child on missing.episode_notification (authority_id, child_id);

-- Three axes, never one, each a dated decision: the national return's code (M, A), the police category, the police or local risk.
create table missing.classification (
    authority_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    child_id uuid not null,
    axis text not null check (axis in ('dfe', 'police-category', 'police-risk')),
    value text not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    reason text,
    primary key (authority_id, id),
    foreign key (authority_id, episode_id) references missing.episode,
    constraint value_is_of_its_axis check (case axis when 'dfe' then value in ('M', 'A')
        when 'police-category' then value in ('missing', 'absent') else value in ('high', 'medium', 'low', 'very-low') end)
);
create index classification_of_episode on missing.classification (authority_id, episode_id, axis, happened_at);
create index classification_of_child on missing.classification (authority_id, child_id);

-- The dated log of what was done and who was told; corrections supersede, nothing is overwritten.
create table missing.step (
    authority_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('step', 'informed', 'informed-of-return', 'strategy-meeting', 'discussion', 'support', 'concern', 'duty-plan', 'safe-and-well-check', 'visit')),
    who_was_told text check (who_was_told in ('parents', 'carers', 'social-worker', 'duty-team', 'reviewing-officer', 'head-of-service', 'executive-director', 'police', 'other-agency', 'other-authority')),
    words text not null check (length(words) between 1 and 8000),
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    supersedes uuid,
    primary key (authority_id, id),
    foreign key (authority_id, episode_id) references missing.episode,
    foreign key (authority_id, supersedes) references missing.step,
    constraint informed_says_whom check ((kind in ('informed', 'informed-of-return')) = (who_was_told is not null))
);
create index step_of_episode on missing.step (authority_id, episode_id, happened_at);
create index step_of_child on missing.step (authority_id, child_id, happened_at);
create index step_superseded on missing.step (authority_id, supersedes) where supersedes is not null;

create table missing.correction (
    authority_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    child_id uuid not null,
    field text not null,
    was text,
    became text,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, episode_id) references missing.episode
);
create index correction_of_episode on missing.correction (authority_id, episode_id);
create index correction_of_child on missing.correction (authority_id, child_id);

create table missing.merge (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    kept_id uuid not null,
    merged_id uuid not null,
    merged_stage text not null,
    reason text not null,
    merged_at timestamptz not null,
    merged_by uuid not null,
    undone_at timestamptz,
    undone_by uuid,
    undone_because text,
    primary key (authority_id, id),
    foreign key (authority_id, kept_id) references missing.episode,
    foreign key (authority_id, merged_id) references missing.episode
);
create index merge_of_kept on missing.merge (authority_id, kept_id);
create index merge_of_merged on missing.merge (authority_id, merged_id);
create index merge_of_child on missing.merge (authority_id, child_id);

-- One return interview may cover several episodes; the outcome resolves them all.
create table missing.interview (
    authority_id uuid not null references access.authority,
    id uuid not null,
    child_id uuid not null,
    provider_agency_id uuid not null,
    referred_at timestamptz not null,
    referred_by uuid not null,
    triage text check (triage in ('priority-red', 'first-time', 'red', 'amber', 'green')),
    outcome text check (outcome in ('held', 'declined', 'could-not-be-done', 'covered-by-another')),
    outcome_at timestamptz,
    outcome_reason text,
    outcome_by uuid,
    accepted_at timestamptz,
    held_where text,
    held_by text,
    independent boolean,
    method text check (method in ('face-to-face', 'telephone', 'video')),
    others_present text,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    foreign key (authority_id, provider_agency_id) references access.agency,
    constraint outcome_has_a_time check ((outcome is null) = (outcome_at is null) and (outcome is null) = (outcome_by is null)),
    constraint not_held_says_why check (outcome is null or outcome = 'held' or outcome_reason is not null),
    constraint held_says_how check (outcome is distinct from 'held' or num_nonnulls(held_by, independent, method) = 3)
);
create index interview_queue on missing.interview (authority_id, referred_at) where outcome is null;
create index interview_of_child on missing.interview (authority_id, child_id);
create index interview_of_provider on missing.interview (authority_id, provider_agency_id);
create table missing.interview_episode (
    authority_id uuid not null,
    interview_id uuid not null,
    episode_id uuid not null,
    child_id uuid not null,
    primary key (authority_id, interview_id, episode_id),
    foreign key (authority_id, interview_id) references missing.interview,
    foreign key (authority_id, episode_id) references missing.episode
);
create index interviews_of_episode on missing.interview_episode (authority_id, episode_id);
create index interview_episode_of_child on missing.interview_episode (authority_id, child_id);
create table missing.interview_contact (
    authority_id uuid not null,
    id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('offered', 'attempt', 'accepted', 'appointment', 'feedback-sent')),
    how text not null check (how in ('phone', 'visit', 'letter', 'text', 'email', 'school', 'other')),
    words text not null default '',
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, interview_id) references missing.interview
);
create index contacts_of_interview on missing.interview_contact (authority_id, interview_id, happened_at);
create index interview_contact_of_child on missing.interview_contact (authority_id, child_id);
-- What the child said is read by few: a table of its own, so that a row policy protects it.
create table missing.interview_narrative (
    authority_id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    before_it text not null default '',
    during_it text not null default '',
    after_it text not null default '',
    own_words text not null default '',
    recommendations text not null default '',
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, interview_id),
    foreign key (authority_id, interview_id) references missing.interview
);
create index narrative_of_child on missing.interview_narrative (authority_id, child_id);

call access.protect('missing.episode', listed => true, section => 'episode');
call access.protect('missing.episode_notification', section => 'episode');
call access.protect('missing.classification', section => 'episode');
call access.protect('missing.step', section => 'episode');
call access.protect('missing.correction', section => 'episode');
call access.protect('missing.merge', section => 'episode');
call access.protect('missing.interview', listed => true, section => 'interview');
call access.protect('missing.interview_episode', section => 'interview');
call access.protect('missing.interview_contact', section => 'interview');
call access.protect('missing.interview_narrative', section => 'interview');
create policy few_read_it on missing.interview_narrative as restrictive to lantern_app using ((select ctx.can('read-narrative')));
grant select, insert on all tables in schema missing to lantern_app;
grant update on missing.episode, missing.interview to lantern_app;
grant update (episode_id) on missing.episode_notification to lantern_app;
grant delete on missing.episode_notification to lantern_app;
grant update (undone_at, undone_by, undone_because) on missing.merge to lantern_app;
grant update (before_it, during_it, after_it, own_words, recommendations, recorded_at, recorded_by) on missing.interview_narrative to lantern_app;

create view missing.v_episode with (security_invoker = true) as
    select e.authority_id, e.id, e.child_id, e.stage, e.missing_from, e.missing_since, e.located_at, e.returned_at, e.closed_at, e.looked_after, e.placement_name
    from missing.episode e where e.stage <> 'merged';
grant select on missing.v_episode to lantern_app;
