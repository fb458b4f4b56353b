-- What was promised to a committee, what was done, and what was published of it. Nothing here names a child.
create schema oversight;
grant usage on schema oversight to lantern_app;

-- The oversight officer enters and publishes; councillors read. A councillor's post belongs to an agency that works with no child.
insert into access.role (code, title, reach, permissions) values
    ('oversight-officer', 'Oversight officer', 'involved', '{read-oversight,write-oversight,publish-oversight}'),
    ('councillor', 'Councillor', 'involved', '{read-oversight}');
update access.role set permissions = permissions || '{read-oversight}'::text[]
    where code in ('head-of-service', 'executive-director', 'service-manager', 'governance-lead');

-- A committee keeps its id through every name it has.
create table oversight.committee (
    authority_id uuid not null references access.authority,
    id uuid not null,
    created_at timestamptz not null,
    primary key (authority_id, id)
);
create table oversight.committee_name (
    authority_id uuid not null,
    committee_id uuid not null,
    name text not null check (length(name) between 3 and 200),
    from_on date not null,
    primary key (authority_id, committee_id, from_on),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.meeting (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    held_on date not null,
    starts_at text not null default '14:00' check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
    ended_at text check (ended_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
    place text,
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create unique index one_meeting_a_day on oversight.meeting (authority_id, committee_id, held_on);

-- Who answers for something: a role, whatever it is called and whoever holds it.
create table oversight.responsible_role (
    authority_id uuid not null references access.authority,
    id uuid not null,
    created_at timestamptz not null,
    primary key (authority_id, id)
);
create table oversight.role_name (
    authority_id uuid not null,
    role_id uuid not null,
    name text not null check (length(name) between 3 and 200),
    from_on date not null,
    primary key (authority_id, role_id, from_on),
    foreign key (authority_id, role_id) references oversight.responsible_role
);
create index role_by_name on oversight.role_name (authority_id, name);
create table oversight.role_holder (
    authority_id uuid not null,
    id uuid not null,
    role_id uuid not null,
    holder text not null check (length(holder) between 2 and 200),
    from_on date not null,
    until_on date,
    primary key (authority_id, id),
    foreign key (authority_id, role_id) references oversight.responsible_role,
    constraint a_holder_leaves_after_arriving check (until_on is null or until_on >= from_on)
);
create index holder_of_role on oversight.role_holder (authority_id, role_id, from_on);

create table oversight.inquiry (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    title text not null check (length(title) between 3 and 300),
    summary text not null default '' check (length(summary) <= 8000),
    approved_on date not null,
    lead_member text not null,
    lead_officer text not null,
    report_of text not null,
    contact text not null default '',
    created_at timestamptz not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create index inquiry_of_committee on oversight.inquiry (authority_id, committee_id);
create table oversight.theme (
    authority_id uuid not null,
    id uuid not null,
    inquiry_id uuid not null,
    letter text not null check (letter ~ '^[A-Z]$'),
    title text not null check (length(title) between 2 and 200),
    primary key (authority_id, id),
    foreign key (authority_id, inquiry_id) references oversight.inquiry
);
create unique index a_theme_once on oversight.theme (authority_id, inquiry_id, letter);

create table oversight.recommendation (
    authority_id uuid not null,
    id uuid not null,
    inquiry_id uuid not null,
    theme_id uuid,
    place integer not null,
    number text not null check (length(number) between 1 and 20),
    words text not null check (length(words) between 3 and 8000),
    targets text not null check (length(targets) <= 1000),
    provenance text,
    created_at timestamptz not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, inquiry_id) references oversight.inquiry,
    foreign key (authority_id, theme_id) references oversight.theme
);
create unique index a_number_once on oversight.recommendation (authority_id, inquiry_id, number);
create index recommendation_of_theme on oversight.recommendation (authority_id, theme_id) where theme_id is not null;
-- The number another paper printed for the same recommendation.
create table oversight.printed_number (
    authority_id uuid not null,
    recommendation_id uuid not null,
    paper text not null,
    number text not null,
    primary key (authority_id, recommendation_id, paper),
    foreign key (authority_id, recommendation_id) references oversight.recommendation
);
create table oversight.sub_part (
    authority_id uuid not null,
    id uuid not null,
    recommendation_id uuid not null,
    label text not null check (length(label) between 1 and 5),
    words text not null,
    primary key (authority_id, id),
    foreign key (authority_id, recommendation_id) references oversight.recommendation
);
create unique index a_label_once on oversight.sub_part (authority_id, recommendation_id, label);
create table oversight.sub_part_status (
    authority_id uuid not null,
    id uuid not null,
    sub_part_id uuid not null,
    status text not null check (status in ('open', 'done', 'not-done', 'superseded')),
    said_on date not null,
    why text,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, sub_part_id) references oversight.sub_part,
    constraint not_doing_it_says_why check (status in ('open', 'done') or length(why) > 0)
);
create index status_of_sub_part on oversight.sub_part_status (authority_id, sub_part_id, recorded_at);
create table oversight.responsibility (
    authority_id uuid not null,
    id uuid not null,
    recommendation_id uuid not null,
    role_id uuid not null,
    from_on date not null,
    until_on date,
    primary key (authority_id, id),
    foreign key (authority_id, recommendation_id) references oversight.recommendation,
    foreign key (authority_id, role_id) references oversight.responsible_role,
    constraint nobody_answers_before_they_begin check (until_on is null or until_on >= from_on)
);
create index responsibility_of_recommendation on oversight.responsibility (authority_id, recommendation_id);
create index responsibility_of_role on oversight.responsibility (authority_id, role_id);

-- Append-only: a correction is another row that says which one it supersedes.
create table oversight.evidence (
    authority_id uuid not null,
    id uuid not null,
    inquiry_id uuid not null,
    dated_on date not null,
    following_meeting uuid,
    author text not null,
    organisation text not null default '',
    words text not null check (length(words) between 3 and 20000),
    contrary boolean not null default false,
    supersedes uuid,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, inquiry_id) references oversight.inquiry,
    foreign key (authority_id, following_meeting) references oversight.meeting,
    foreign key (authority_id, supersedes) references oversight.evidence
);
create index evidence_of_inquiry on oversight.evidence (authority_id, inquiry_id, dated_on);
create index evidence_following on oversight.evidence (authority_id, following_meeting) where following_meeting is not null;
create unique index evidence_is_superseded_once on oversight.evidence (authority_id, supersedes) where supersedes is not null;
create table oversight.evidence_answer (
    authority_id uuid not null,
    evidence_id uuid not null,
    recommendation_id uuid not null,
    labels text[] not null default '{}',
    primary key (authority_id, evidence_id, recommendation_id),
    foreign key (authority_id, evidence_id) references oversight.evidence,
    foreign key (authority_id, recommendation_id) references oversight.recommendation
);
create index evidence_for_recommendation on oversight.evidence_answer (authority_id, recommendation_id);

create table oversight.assessment (
    authority_id uuid not null,
    id uuid not null,
    recommendation_id uuid not null,
    meeting_id uuid not null,
    standing text not null check (standing in ('proposed', 'decided')),
    category integer check (category between 1 and 6),
    raw text not null,
    reason text not null default '',
    obstacle text not null default '',
    anticipated text not null default '',
    answers text[] not null default '{}' check (cardinality(answers) in (0, 5)),
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, recommendation_id) references oversight.recommendation,
    foreign key (authority_id, meeting_id) references oversight.meeting
);
create index assessment_of_recommendation on oversight.assessment (authority_id, recommendation_id, recorded_at);
create index assessment_at_meeting on oversight.assessment (authority_id, meeting_id);
create table oversight.conclusion (
    authority_id uuid not null,
    id uuid not null,
    recommendation_id uuid not null,
    meeting_id uuid,
    concluded_on date,
    category integer check (category between 1 and 6),
    qualifier text not null default '',
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    reopened_on date,
    reopened_because text,
    reopened_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, recommendation_id) references oversight.recommendation,
    foreign key (authority_id, meeting_id) references oversight.meeting,
    constraint reopening_says_when_and_why check (num_nonnulls(reopened_on, reopened_because, reopened_by) in (0, 3))
);
create index conclusion_at_meeting on oversight.conclusion (authority_id, meeting_id);
create index conclusion_of_recommendation on oversight.conclusion (authority_id, recommendation_id);
create unique index concluded_once_at_a_time on oversight.conclusion (authority_id, recommendation_id) where reopened_on is null;

-- A meeting that tracked the inquiry, or an update received outside tracking; and which recommendations were planned for which meeting.
create table oversight.tracking (
    authority_id uuid not null,
    id uuid not null,
    inquiry_id uuid not null,
    on_day date not null,
    kind text not null check (kind in ('tracked', 'update-received')),
    meeting_id uuid,
    primary key (authority_id, id),
    foreign key (authority_id, inquiry_id) references oversight.inquiry,
    foreign key (authority_id, meeting_id) references oversight.meeting
);
create index tracking_of_inquiry on oversight.tracking (authority_id, inquiry_id, on_day);
create index tracking_at_meeting on oversight.tracking (authority_id, meeting_id) where meeting_id is not null;
create table oversight.tracking_plan (
    authority_id uuid not null,
    recommendation_id uuid not null,
    meeting_id uuid not null,
    primary key (authority_id, recommendation_id, meeting_id),
    foreign key (authority_id, recommendation_id) references oversight.recommendation,
    foreign key (authority_id, meeting_id) references oversight.meeting
);
create index plan_of_meeting on oversight.tracking_plan (authority_id, meeting_id);

-- A table of this room: of the reader's own authority, for whoever may read, and written by whoever may write. The pages ask first; the database asks again.
create procedure oversight.protect(t text) language plpgsql as $$
begin
    execute format('call access.protect_authority(''oversight.%I'')', t);
    execute format('create policy who_may_read on oversight.%I as restrictive for select to lantern_app using ((select ctx.can(''read-oversight'')))', t);
    execute format('create policy who_may_write on oversight.%I as restrictive for insert to lantern_app with check ((select ctx.can(''write-oversight'')))', t);
    execute format('create policy who_may_change on oversight.%I as restrictive for update to lantern_app using ((select ctx.can(''write-oversight'')))', t);
    execute format('grant select, insert on oversight.%I to lantern_app', t);
end $$;
do $$ declare t text; begin
    foreach t in array array['committee', 'committee_name', 'meeting', 'responsible_role', 'role_name', 'role_holder', 'inquiry', 'theme', 'recommendation',
        'printed_number', 'sub_part', 'sub_part_status', 'responsibility', 'evidence', 'evidence_answer', 'assessment', 'conclusion', 'tracking', 'tracking_plan'] loop
        call oversight.protect(t);
    end loop;
end $$;
grant update (title, summary, lead_member, lead_officer, report_of, contact) on oversight.inquiry to lantern_app;
grant update (held_on, starts_at, ended_at, place) on oversight.meeting to lantern_app;
grant update (until_on) on oversight.responsibility, oversight.role_holder to lantern_app;
grant update (reopened_on, reopened_because, reopened_by, concluded_on) on oversight.conclusion to lantern_app;
