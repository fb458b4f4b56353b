-- What became of a recommendation, in the words of who answers for those it was made to: each answer stays, the newest counts.
create table missing.recommendation_answer (
    authority_id uuid not null,
    id uuid not null,
    recommendation_id uuid not null,
    child_id uuid not null,
    answer text not null check (answer in ('accepted', 'accepted-in-part', 'not-accepted')),
    answered_by text not null check (length(answered_by) between 1 and 200),
    words text not null check (length(words) between 1 and 8000),
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, recommendation_id) references missing.interview_recommendation
);
create index answers_to_recommendation on missing.recommendation_answer (authority_id, recommendation_id, recorded_at);
create index recommendation_answer_of_child on missing.recommendation_answer (authority_id, child_id);
call access.protect('missing.recommendation_answer', section => 'interview');
grant select, insert on missing.recommendation_answer to lantern_app;

-- A place, a person or a thing that a child named in a return interview: hearsay until somebody has checked it (practice guidance v0.6: people, places and
-- perpetrators are taken from the interview), and as closely held as the rest of what the child said.
create table missing.interview_mention (
    authority_id uuid not null,
    id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('place', 'person', 'thing')),
    words text not null check (length(words) between 1 and 500),
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    decision text check (decision in ('confirmed', 'set-aside')),
    decided_because text check (length(decided_because) between 1 and 2000),
    decided_at timestamptz,
    decided_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, interview_id) references missing.interview,
    constraint decided_by_somebody_for_a_reason check (num_nonnulls(decision, decided_because, decided_at, decided_by) in (0, 4))
);
create index mentions_in_interview on missing.interview_mention (authority_id, interview_id);
create index interview_mention_of_child on missing.interview_mention (authority_id, child_id);
call access.protect('missing.interview_mention', section => 'interview');
create policy few_read_it on missing.interview_mention as restrictive to lantern_app using ((select ctx.can('read-narrative')));
grant select, insert on missing.interview_mention to lantern_app;
grant update (decision, decided_because, decided_at, decided_by) on missing.interview_mention to lantern_app;

-- An education referral and a report of a member of the public are notifications of their own (practice guidance v0.6).
alter table intake.notification
    drop constraint notification_kind_check,
    add constraint notification_kind_check check (kind in ('missing', 'absent', 'found', 'update', 'concern', 'education-referral', 'public-report'));

-- Whoever says whose notification it is tells that child's worker with it, in the same transaction.
drop policy only_lantern_writes on timescales.notice;
create policy only_lantern_writes on timescales.notice as restrictive for insert to lantern_app
    with check ((select ctx.kind()) = 'SYSTEM' or step = 'at once' and subject_kind = 'notification' and (select ctx.can('decide-notification')));
