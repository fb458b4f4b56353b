-- Meetings of several agencies about one child or several, the actions that come of them and of plans, and the minutes each agency gets.
create schema meetings;
grant usage on schema meetings to lantern_app;

-- The co-ordinator leads on exploitation for children's services; the designated lead answers for an agency that has no worker of its own in Lantern.
insert into access.role (code, title, reach, permissions, agency_kinds) values
    ('exploitation-coordinator', 'Exploitation co-ordinator', 'authority',
     '{read-inbox,write-notification,read-child,write-child,read-episode,read-interview,read-narrative,read-timescales,waive-timescales,disclose}', '{children}'),
    ('designated-lead', 'Designated lead for safeguarding', 'involved',
     '{write-notification,read-child,read-episode,read-timescales,receive-disclosure}', '{police,health,education,licensing,other-authority,other}')
on conflict (code) do nothing;
update access.role set permissions = permissions || '{read-meetings}'
    where code in ('hub-worker', 'hub-manager', 'duty-worker', 'social-worker', 'team-manager', 'reviewing-officer', 'head-of-service', 'executive-director',
                   'service-manager', 'exploitation-coordinator', 'designated-lead', 'police-analyst', 'interviewer', 'provider-manager', 'system');
update access.role set permissions = permissions || '{hold-meetings,take-minutes}'
    where code in ('hub-worker', 'hub-manager', 'duty-worker', 'social-worker', 'team-manager', 'head-of-service', 'exploitation-coordinator');
-- Whoever is invited to meetings about a child is usually given their minutes.
insert into access.usual_section (agency_kind, section, covers) values
    ('police', 'meeting', 'involved'), ('health', 'meeting', 'involved'), ('education', 'meeting', 'involved'), ('returns', 'meeting', 'involved')
on conflict do nothing;
insert into access.scope (code, permissions) values ('meetings:read', '{read-meetings}');

create table meetings.meeting (
    authority_id uuid not null references access.authority,
    id uuid not null,
    kind text not null check (kind in ('mase', 'strategy', 'missing-strategy', 'discussion', 'exploitation-group', 'missing-group', 'mapping')),
    focus text[] not null default '{}' check (focus <@ array['victim', 'offender', 'location', 'theme']),
    starts_at timestamptz not null,
    minutes_long integer not null default 60 check (minutes_long between 5 and 600),
    place text check (length(place) between 1 and 300),
    chair_id uuid,
    chair text check (length(chair) between 1 and 200),
    planned_at timestamptz not null,
    planned_by uuid not null,
    -- How often the time or the place was changed: the number that a calendar goes by.
    version integer not null default 0,
    -- The latest saving of what is written of it.
    revision integer not null default 0,
    held_at timestamptz,
    held_recorded_at timestamptz,
    held_recorded_by uuid,
    next_review_on date,
    minutes_issued_at timestamptz,
    minutes_issued_by uuid,
    -- What was issued is being put right, to be issued again.
    correcting boolean not null default false,
    cancelled_at timestamptz,
    cancelled_by uuid,
    cancelled_because text check (length(cancelled_because) between 1 and 2000),
    primary key (authority_id, id),
    constraint held_says_who_recorded_it check (num_nonnulls(held_at, held_recorded_at, held_recorded_by) in (0, 3)),
    constraint held_says_who_chaired check (held_at is null or chair is not null or chair_id is not null),
    constraint cancelled_says_why check (num_nonnulls(cancelled_at, cancelled_by, cancelled_because) in (0, 3)),
    constraint held_or_cancelled check (held_at is null or cancelled_at is null),
    constraint minutes_are_of_a_meeting_that_was_held check (minutes_issued_at is null or held_at is not null),
    constraint issuing_says_who check (num_nonnulls(minutes_issued_at, minutes_issued_by) in (0, 2)),
    constraint only_what_was_issued_is_corrected check (not correcting or minutes_issued_at is not null)
);
create index meeting_by_time on meetings.meeting (authority_id, starts_at);
create index meeting_to_do on meetings.meeting (authority_id, starts_at) where cancelled_at is null and (minutes_issued_at is null or correcting);

-- A child the meeting is about, and what of the child: a concern, an absence, or the child as such.
create table meetings.meeting_child (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    child_id uuid not null,
    subject_kind text not null check (subject_kind in ('child', 'concern', 'episode')),
    subject_id uuid not null,
    place integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meetings.meeting
);
create index child_of_meeting on meetings.meeting_child (authority_id, meeting_id, place);
create index meetings_of_child on meetings.meeting_child (authority_id, child_id);
create index meetings_of_subject on meetings.meeting_child (authority_id, subject_id);

-- Who is invited: an agency, one of its people, or somebody by name. About one of the children only, where the others are not theirs to hear of.
create table meetings.invited (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    meeting_child_id uuid,
    agency_id uuid,
    person_id uuid,
    name text not null check (length(name) between 1 and 200),
    email text check (length(email) between 3 and 254),
    part text not null check (part in ('chair', 'co-ordinator', 'police', 'health', 'worker', 'manager', 'school', 'provider', 'service', 'other')),
    invited_at timestamptz not null,
    invited_by uuid not null,
    removed_at timestamptz,
    removed_by uuid,
    attendance text check (attendance in ('attended', 'apologies', 'absent')),
    no_minutes_because text check (length(no_minutes_because) between 1 and 500),
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, meeting_child_id) references meetings.meeting_child,
    foreign key (authority_id, agency_id) references access.agency,
    constraint removed_says_who check (num_nonnulls(removed_at, removed_by) in (0, 2))
);
create index invited_to_meeting on meetings.invited (authority_id, meeting_id, id);
create index invited_about_child on meetings.invited (authority_id, meeting_child_id) where meeting_child_id is not null;
create index invited_agency on meetings.invited (authority_id, agency_id) where agency_id is not null;

-- One e-mail to somebody who is invited: the meeting's number it tells of, and what became of it.
create table meetings.invitation_mail (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    invited_id uuid not null,
    version integer not null,
    cancelled boolean not null,
    made_at timestamptz not null,
    next_at timestamptz not null,
    tries integer not null default 0,
    sent_at timestamptz,
    sent_to integer not null default 0,
    trouble text,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, invited_id) references meetings.invited
);
create index invitation_mail_waiting on meetings.invitation_mail (authority_id, next_at) where sent_at is null;
create index invitation_mail_of_invited on meetings.invitation_mail (authority_id, invited_id, made_at);
create index invitation_mail_of_meeting on meetings.invitation_mail (authority_id, meeting_id);

-- What is written of a meeting, box by box. Every saving is a revision of its own, so that two people who write at once lose nothing.
-- Section: the part of the record that the words belong to, so that they reach nobody who may not read it. Of all: of the meeting as a whole, which only
-- those read who may read of every child it is about.
create table meetings.said (
    authority_id uuid not null,
    meeting_id uuid not null,
    meeting_child_id uuid not null,
    child_id uuid not null,
    code text not null check (code ~ '^[a-z][a-z0-9-]{1,60}$'),
    revision integer not null check (revision > 0),
    section text not null references access.section,
    of_all boolean not null,
    words text not null check (length(words) <= 20000),
    saved_at timestamptz not null,
    saved_by uuid not null,
    primary key (authority_id, meeting_child_id, code, revision),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, meeting_child_id) references meetings.meeting_child
);
create index said_in_meeting on meetings.said (authority_id, meeting_id, revision);
create index said_of_child on meetings.said (authority_id, child_id);
create index said_of_section on meetings.said (section);

-- To which agencies a part of the minutes goes, besides children's services; each choice stays. Without one the part's own rule holds.
create table meetings.part_goes (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    meeting_child_id uuid not null,
    child_id uuid not null,
    code text not null,
    agencies uuid[] not null,
    chosen_at timestamptz not null,
    chosen_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, meeting_child_id) references meetings.meeting_child
);
create index part_goes_of_meeting on meetings.part_goes (authority_id, meeting_id);
create index part_goes_of_meeting_child on meetings.part_goes (authority_id, meeting_child_id);
create index part_goes_of_child on meetings.part_goes (authority_id, child_id);

-- The minutes about one child as one recipient got them: inserted once, never changed.
create table meetings.copy (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    meeting_child_id uuid not null,
    child_id uuid not null,
    invited_id uuid not null,
    agency_id uuid not null,
    recipient text not null check (length(recipient) between 1 and 400),
    version integer not null default 1 check (version > 0),
    changed text check (length(changed) between 1 and 2000),
    issued_at timestamptz not null,
    issued_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, meeting_child_id) references meetings.meeting_child,
    foreign key (authority_id, invited_id) references meetings.invited,
    foreign key (authority_id, agency_id) references access.agency,
    constraint a_later_version_says_what_changed check ((version = 1) = (changed is null))
);
create index copy_of_meeting on meetings.copy (authority_id, meeting_id);
create index copy_of_meeting_child on meetings.copy (authority_id, meeting_child_id);
create index copy_for_agency on meetings.copy (authority_id, agency_id, issued_at);
create index copy_for_invited on meetings.copy (authority_id, invited_id);
create index copy_of_child on meetings.copy (authority_id, child_id);
create table meetings.copy_part (
    authority_id uuid not null,
    copy_id uuid not null,
    place integer not null,
    child_id uuid not null,
    meeting_id uuid not null,
    agency_id uuid not null,
    code text not null,
    section text not null references access.section,
    of_all boolean not null,
    heading text not null,
    withheld text,
    lines jsonb,
    primary key (authority_id, copy_id, place),
    foreign key (authority_id, copy_id) references meetings.copy,
    constraint withheld_or_there check (num_nonnulls(withheld, lines) = 1)
);
create index copy_part_of_child on meetings.copy_part (authority_id, child_id);
create index copy_part_of_section on meetings.copy_part (section);

-- What is changed in the minutes about one child when they are issued again; every copy of that version says it.
create table meetings.correction (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    meeting_child_id uuid not null,
    child_id uuid not null,
    version integer not null check (version > 1),
    words text not null check (length(words) between 1 and 2000),
    begun_at timestamptz not null,
    begun_by uuid not null,
    issued_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, meeting_child_id, version),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, meeting_child_id) references meetings.meeting_child
);
create index correction_of_meeting on meetings.correction (authority_id, meeting_id);
create index correction_of_child on meetings.correction (authority_id, child_id);

-- What somebody is to do for a child: of a meeting, of a plan, or of both. A change keeps what it was.
create table meetings.action (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    subject_kind text not null check (subject_kind in ('child', 'concern', 'episode')),
    subject_id uuid not null,
    meeting_id uuid,
    words text not null check (length(words) between 1 and 2000),
    owner_id uuid,
    owner_name text check (length(owner_name) between 1 and 200),
    owner_agency uuid not null,
    due_on date,
    added_at timestamptz not null,
    added_by uuid not null,
    done_at timestamptz,
    done_by uuid,
    outcome text check (length(outcome) between 1 and 2000),
    not_done boolean not null default false,
    -- Its owner is still to be told that it is theirs, or that it was changed.
    untold boolean not null default false,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, owner_agency) references access.agency,
    constraint done_says_what check (num_nonnulls(done_at, done_by, outcome) in (0, 3)),
    constraint dropped_says_why check (not not_done or done_at is not null)
);
create index action_of_child on meetings.action (authority_id, child_id);
create index action_of_subject on meetings.action (authority_id, subject_id);
create index action_of_meeting on meetings.action (authority_id, meeting_id) where meeting_id is not null;
create index action_open_of_agency on meetings.action (authority_id, owner_agency, due_on) where done_at is null;
create index action_open_of_person on meetings.action (authority_id, owner_id, due_on) where done_at is null;
create index action_untold on meetings.action (authority_id, added_at) where untold;
create index action_of_agency on meetings.action (authority_id, owner_agency);
create table meetings.action_change (
    authority_id uuid not null,
    id uuid not null,
    action_id uuid not null,
    child_id uuid not null,
    words text not null,
    owner_id uuid,
    owner_name text,
    owner_agency uuid not null,
    due_on date,
    changed_at timestamptz not null,
    changed_by uuid not null,
    because text not null check (length(because) between 1 and 2000),
    primary key (authority_id, id),
    foreign key (authority_id, action_id) references meetings.action
);
create index changes_of_action on meetings.action_change (authority_id, action_id, changed_at);
create index action_change_of_child on meetings.action_change (authority_id, child_id);

-- What was said at a meeting that police may act on. It goes on only when somebody confirms it.
create table meetings.intelligence (
    authority_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    meeting_child_id uuid not null,
    child_id uuid not null,
    words text not null check (length(words) between 1 and 4000),
    from_whom text not null check (length(from_whom) between 1 and 200),
    noted_at timestamptz not null,
    noted_by uuid not null,
    confirmed_at timestamptz,
    confirmed_by uuid,
    set_aside_because text check (length(set_aside_because) between 1 and 2000),
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meetings.meeting,
    foreign key (authority_id, meeting_child_id) references meetings.meeting_child,
    constraint confirmed_says_who check (num_nonnulls(confirmed_at, confirmed_by) in (0, 2)),
    constraint set_aside_is_decided check (set_aside_because is null or confirmed_at is not null)
);
create index intelligence_of_meeting on meetings.intelligence (authority_id, meeting_id);
create index intelligence_of_meeting_child on meetings.intelligence (authority_id, meeting_child_id);
create index intelligence_of_child on meetings.intelligence (authority_id, child_id);
create index intelligence_to_confirm on meetings.intelligence (authority_id, noted_at) where confirmed_at is null;
