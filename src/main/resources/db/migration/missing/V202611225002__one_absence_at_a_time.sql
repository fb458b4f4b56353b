-- A child can only be missing once at a time: two agencies that report the same absence at the same moment come to the same row.
create unique index missing_once_at_a_time on missing.episode (authority_id, child_id) where stage = 'open';

-- Recorded for the wrong child: kept with its trail, no longer counted. What a notification brought is known, so that a wrong link can be undone.
alter table missing.episode
    add column found_by_notification uuid,
    add column returned_by_notification uuid,
    add column void_at timestamptz,
    add column void_by uuid,
    add column void_because text,
    drop constraint episode_stage_check,
    add constraint episode_stage_check check (stage in ('open', 'located', 'returned', 'closed', 'merged', 'void')),
    drop constraint located_has_a_time,
    add constraint located_has_a_time check (stage in ('open', 'merged', 'void') or located_at is not null),
    add constraint void_says_why check ((stage = 'void') = (num_nonnulls(void_at, void_by, void_because) = 3));
create index episode_found_by on missing.episode (authority_id, found_by_notification) where found_by_notification is not null;

alter table missing.classification add column notification_id uuid, add column withdrawn_at timestamptz;
create index classification_by_notification on missing.classification (authority_id, notification_id) where notification_id is not null;
grant update (withdrawn_at) on missing.classification to lantern_app;

alter table missing.interview
    drop constraint interview_outcome_check,
    add constraint interview_outcome_check check (outcome in ('held', 'declined', 'could-not-be-done', 'covered-by-another', 'withdrawn'));
alter table missing.interview_contact
    drop constraint interview_contact_kind_check,
    add constraint interview_contact_kind_check check (kind in ('offered', 'attempt', 'accepted', 'appointment', 'feedback-sent', 'feedback-filed'));

-- The signs that make a return interview urgent, each with its note (practice guidance v0.6, February 2016); a person confirms what is proposed.
create table missing.interview_indicator (
    authority_id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    indicator text not null check (indicator in ('more-than-two-episodes', 'age', 'exploitation', 'gang-affiliation', 'substance-misuse', 'mental-health',
        'peer-association', 'troubled-family', 'physical-disability', 'learning-disability', 'domestic-violence')),
    note text not null default '',
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, interview_id, indicator),
    foreign key (authority_id, interview_id) references missing.interview
);
create index interview_indicator_of_child on missing.interview_indicator (authority_id, child_id);
call access.protect('missing.interview_indicator', section => 'interview');
grant select, insert, delete on missing.interview_indicator to lantern_app;

create index interview_covers on missing.interview_episode (authority_id, interview_id);
create or replace view missing.v_episode with (security_invoker = true) as
    select e.authority_id, e.id, e.child_id, e.stage, e.missing_from, e.missing_since, e.located_at, e.returned_at, e.closed_at, e.looked_after, e.placement_name
    from missing.episode e where e.stage not in ('merged', 'void');

-- A closed episode can turn out to be a duplicate or the wrong child's: what its closing said is kept, so that undoing brings it back.
alter table missing.episode
    drop constraint closed_says_what_was_reviewed,
    add constraint closed_says_what_was_reviewed check (case stage when 'closed' then num_nonnulls(closed_at, closed_by, closed_review) = 3
        when 'merged' then true when 'void' then true else num_nonnulls(closed_at, closed_by, closed_review) = 0 end);
alter table missing.merge add column moved_notifications uuid[] not null default '{}';

-- Steps as they stand: what a correction has replaced is left out.
create view missing.v_step with (security_invoker = true) as
    select s.authority_id, s.id, s.episode_id, s.child_id, s.kind, s.who_was_told, s.words, s.happened_at, s.recorded_at, s.recorded_by, s.supersedes
    from missing.step s
    where not exists (select from missing.step later where later.authority_id = s.authority_id and later.supersedes = s.id);
grant select on missing.v_step to lantern_app;

-- What gave an agency sight of the child (this interview, this episode) is over.
create function missing.end_involvement(subject uuid, at timestamptz) returns void
language sql set search_path = pg_catalog as $$
    update access.involvement set ends_at = at where authority_id = (select ctx.authority()) and subject_id = subject and ends_at is null $$;
revoke all on function missing.end_involvement(uuid, timestamptz) from public;
grant execute on function missing.end_involvement(uuid, timestamptz) to lantern_app;
