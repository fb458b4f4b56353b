-- The work of committees: who sits on them, agendas, what was resolved and followed up, the work programme, action plans and outcome measures.
-- Lists that officers keep: a row that is taken off stays, with when.
create table oversight.seat (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    capacity text not null check (capacity in ('chair', 'deputy-chair', 'member', 'voting-representative', 'representative', 'link-officer', 'scrutiny-officer', 'committee-manager')),
    who text not null check (length(who) between 2 and 200),
    body text not null default '',
    from_on date not null,
    until_on date,
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee,
    constraint a_term_ends_after_it_begins check (until_on is null or until_on >= from_on)
);
create table oversight.priority (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    place integer not null,
    title text not null check (length(title) between 3 and 300),
    note text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.standing_update (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    title text not null check (length(title) between 3 and 300),
    how_often text not null,
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.visit (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    when_words text not null default '',
    where_to text not null check (length(where_to) between 2 and 300),
    purpose text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.working_group (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    topic text not null check (length(topic) between 3 and 300),
    members text not null default '',
    officers text not null default '',
    when_words text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.backlog (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    title text not null check (length(title) between 3 and 300),
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.forward_plan_item (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    reference text not null check (length(reference) between 1 and 40),
    title text not null check (length(title) between 3 and 300),
    portfolio text not null default '',
    proposed text not null default '',
    decided_on date,
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.abbreviation (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    short text not null check (length(short) between 1 and 40),
    long text not null check (length(long) between 2 and 300),
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);

create table oversight.agenda_item (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    place integer not null check (place between 1 and 99),
    title text not null check (length(title) between 3 and 300),
    time_band text not null default '',
    presenter text not null default '',
    words text not null default '',
    paper text not null default 'none' check (paper in ('none', 'progress-report', 'action-plan', 'work-programme')),
    exempt text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references oversight.meeting
);
create table oversight.attendance (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    who text not null check (length(who) between 2 and 200),
    capacity text not null check (capacity in ('chair', 'deputy-chair', 'member', 'voting-representative', 'representative', 'also-present')),
    came text not null check (came in ('present', 'apologies')),
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references oversight.meeting
);
create table oversight.action (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    item text not null default '',
    words text not null check (length(words) between 3 and 2000),
    owner text not null default '',
    due text not null default '',
    state text not null default 'open' check (state in ('open', 'done', 'dropped')),
    outcome text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references oversight.meeting,
    constraint an_end_says_what_came_of_it check (state = 'open' or length(outcome) > 0)
);
-- An action may be taken up at either of two sessions: when it is done at one, the other no longer waits for it.
create table oversight.programme_session (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    meeting_id uuid,
    when_words text not null default '',
    title text not null check (length(title) between 3 and 300),
    priority_id uuid,
    action_id uuid,
    purpose text not null default '',
    attendees text not null default '',
    certainty text not null check (certainty in ('agreed', 'to-be-confirmed', 'not-programmed')),
    outcome text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee,
    foreign key (authority_id, meeting_id) references oversight.meeting,
    foreign key (authority_id, priority_id) references oversight.priority,
    foreign key (authority_id, action_id) references oversight.action
);
create index session_at_meeting on oversight.programme_session (authority_id, meeting_id);
create index session_of_priority on oversight.programme_session (authority_id, priority_id);
create index session_of_action on oversight.programme_session (authority_id, action_id);

create table oversight.action_plan (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    title text not null check (length(title) between 3 and 300),
    owner text not null,
    summary text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.plan_issue (
    authority_id uuid not null,
    id uuid not null,
    action_plan_id uuid not null,
    place integer not null check (place between 1 and 99),
    title text not null check (length(title) between 3 and 500),
    primary key (authority_id, id),
    foreign key (authority_id, action_plan_id) references oversight.action_plan
);
create table oversight.activity (
    authority_id uuid not null,
    id uuid not null,
    action_plan_id uuid not null,
    plan_issue_id uuid not null,
    place integer not null check (place between 1 and 999),
    words text not null check (length(words) between 3 and 4000),
    officer text not null,
    target text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, action_plan_id) references oversight.action_plan,
    foreign key (authority_id, plan_issue_id) references oversight.plan_issue
);
create index activity_of_issue on oversight.activity (authority_id, plan_issue_id);
-- Progress is told as dated entries and never rewritten. What goes on for ever needs a day on which somebody looks again.
create table oversight.activity_update (
    authority_id uuid not null,
    id uuid not null,
    activity_id uuid not null,
    dated_on date not null,
    author text not null,
    words text not null check (length(words) between 3 and 8000),
    status text not null check (status in ('not-started', 'in-progress', 'completed', 'completed-ongoing', 'not-done')),
    review_on date,
    primary key (authority_id, id),
    foreign key (authority_id, activity_id) references oversight.activity,
    constraint what_goes_on_is_reviewed check (status <> 'completed-ongoing' or review_on is not null)
);

create table oversight.outcome_measure (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    title text not null check (length(title) between 3 and 300),
    population text not null default '',
    counted text not null default '',
    unit text not null check (unit in ('count', 'share')),
    unmet text not null,
    met text not null,
    exceeded text not null,
    far_exceeded text not null,
    target text not null default '',
    source text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
create table oversight.measure_value (
    authority_id uuid not null,
    id uuid not null,
    outcome_measure_id uuid not null,
    on_day date not null,
    value numeric not null,
    evidence text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, outcome_measure_id) references oversight.outcome_measure
);

do $$ declare t text; parent text; begin
    foreach t in array array['seat', 'priority', 'standing_update', 'visit', 'working_group', 'backlog', 'forward_plan_item', 'abbreviation', 'agenda_item', 'attendance',
        'action', 'programme_session', 'action_plan', 'plan_issue', 'activity', 'activity_update', 'outcome_measure', 'measure_value'] loop
        parent := case when t in ('agenda_item', 'attendance', 'action') then 'meeting_id' when t in ('plan_issue', 'activity') then 'action_plan_id'
                  when t = 'activity_update' then 'activity_id' when t = 'measure_value' then 'outcome_measure_id' else 'committee_id' end;
        execute format('alter table oversight.%I add column changed_at timestamptz not null, add column changed_by uuid not null, add column removed_at timestamptz', t);
        execute format('create index %I on oversight.%I (authority_id, %I)', t || '_of_its_list', t, parent);
        if t not in ('activity_update', 'measure_value') then execute format('grant update on oversight.%I to lantern_app', t); end if;
        call oversight.protect(t);
    end loop;
end $$;
