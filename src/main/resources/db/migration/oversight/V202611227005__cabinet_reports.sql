-- A report to the executive with its options, costs, risks and consultation; who answers to whom; a directory of contacts; files behind evidence.
alter table oversight.agenda_item drop constraint agenda_item_paper_check;
alter table oversight.agenda_item add constraint a_paper_that_lantern_makes
    check (paper in ('none', 'progress-report', 'action-plan', 'cabinet-report', 'work-programme'));

create table oversight.contact (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    post text not null check (length(post) between 2 and 300),
    telephone text not null default '',
    email text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee
);
alter table oversight.inquiry add column contact_id uuid;
alter table oversight.inquiry add foreign key (authority_id, contact_id) references oversight.contact;
create index inquiry_of_contact on oversight.inquiry (authority_id, contact_id) where contact_id is not null;
grant update (contact_id) on oversight.inquiry to lantern_app;

create table oversight.body (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    place integer not null check (place between 1 and 99),
    title text not null check (length(title) between 3 and 300),
    body_id uuid,
    meets text not null default '',
    purpose text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee,
    foreign key (authority_id, body_id) references oversight.body
);
create index body_answers_to on oversight.body (authority_id, body_id) where body_id is not null;

create table oversight.cabinet_report (
    authority_id uuid not null,
    id uuid not null,
    committee_id uuid not null,
    title text not null check (length(title) between 3 and 300),
    purpose text not null check (purpose in ('information', 'decision')),
    decision_type text not null check (decision_type in ('non-key', 'key')),
    urgent text not null check (urgent in ('no', 'yes')),
    exempt text not null default '',
    officer text not null,
    member text not null,
    contact_id uuid,
    considered_by text not null,
    considered_on date not null,
    in_force_on date,
    wards text not null,
    summary text not null,
    action_plan_id uuid,
    primary key (authority_id, id),
    foreign key (authority_id, committee_id) references oversight.committee,
    foreign key (authority_id, contact_id) references oversight.contact,
    foreign key (authority_id, action_plan_id) references oversight.action_plan
);
create index report_of_contact on oversight.cabinet_report (authority_id, contact_id) where contact_id is not null;
create index report_of_plan on oversight.cabinet_report (authority_id, action_plan_id) where action_plan_id is not null;

create table oversight.report_benefit (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    benefit text not null,
    noticed_by text not null
);
create table oversight.report_decision (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    place integer not null check (place between 1 and 99),
    words text not null
);
create table oversight.report_option (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    place integer not null check (place between 1 and 99),
    title text not null,
    comments text not null,
    recommended text not null check (recommended in ('no', 'yes'))
);
-- Totals are never kept: they are added up when the report is made.
create table oversight.report_finance (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    place integer not null check (place between 1 and 99),
    title text not null,
    payer text not null check (payer in ('council', 'partner')),
    pounds numeric not null check (pounds >= 0),
    posts numeric check (posts >= 0),
    footnote text not null default ''
);
create table oversight.report_power (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    title text not null,
    words text not null
);
create table oversight.report_risk (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    title text not null,
    uncontrolled text not null check (uncontrolled in ('high', 'medium', 'low')),
    controls text not null default '',
    owner text not null default '',
    controlled text not null check (controlled in ('high', 'medium', 'low'))
);
create table oversight.report_section (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    section text not null,
    words text not null
);
create table oversight.report_step (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    place integer not null check (place between 1 and 99),
    when_words text not null,
    title text not null
);
create table oversight.consultee (
    authority_id uuid not null,
    id uuid not null,
    cabinet_report_id uuid not null,
    who text not null,
    post text not null,
    place_of_work text not null check (place_of_work in ('internal', 'external')),
    sent_on date not null,
    returned_on date,
    paragraph text not null default '',
    constraint nothing_returns_before_it_is_sent check (returned_on is null or returned_on >= sent_on)
);

-- What evidence rests on, kept with the evidence and as little changed as it: it is neither replaced nor taken off.
create table oversight.evidence_file (
    authority_id uuid not null,
    id uuid not null,
    evidence_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    kind text not null,
    bytes bytea not null check (length(bytes) between 1 and 20971520),
    sha256 bytea not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, evidence_id) references oversight.evidence
);
create index file_of_evidence on oversight.evidence_file (authority_id, evidence_id);

do $$ declare t text; begin
    foreach t in array array['report_benefit', 'report_decision', 'report_option', 'report_finance', 'report_power', 'report_risk', 'report_section', 'report_step', 'consultee'] loop
        execute format('alter table oversight.%I add primary key (authority_id, id), add foreign key (authority_id, cabinet_report_id) references oversight.cabinet_report', t);
        execute format('create index %I on oversight.%I (authority_id, cabinet_report_id)', t || '_of_its_list', t);
    end loop;
    foreach t in array array['contact', 'body', 'cabinet_report'] loop
        execute format('create index %I on oversight.%I (authority_id, committee_id)', t || '_of_its_list', t);
    end loop;
    foreach t in array array['contact', 'body', 'cabinet_report', 'report_benefit', 'report_decision', 'report_option', 'report_finance', 'report_power', 'report_risk',
        'report_section', 'report_step', 'consultee', 'evidence_file'] loop
        if t <> 'evidence_file' then
            execute format('alter table oversight.%I add column changed_at timestamptz not null, add column changed_by uuid not null, add column removed_at timestamptz', t);
            execute format('grant update on oversight.%I to lantern_app', t);
        end if;
        call oversight.protect(t);
    end loop;
end $$;
