-- How the provider rated a referral, each time it did: a later rating replaces an earlier one, which stays to be read.
create table missing.interview_triage (
    authority_id uuid not null,
    id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    rating text not null check (rating in ('priority-red', 'first-time', 'red', 'amber', 'green')),
    reason text not null default '' check (length(reason) <= 8000),
    decided_at timestamptz not null,
    decided_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, interview_id) references missing.interview
);
create index triages_of_interview on missing.interview_triage (authority_id, interview_id, decided_at);
create index interview_triage_of_child on missing.interview_triage (authority_id, child_id);

-- A contact says what came of it; an appointment when and where. A cancelled one says why ("rearrange, don't just cancel", Runaways Charter, paper 002).
alter table missing.interview_contact
    add column result text check (result in ('no-answer', 'message-left', 'spoke-to-child', 'spoke-to-carer', 'asked-to-ring-later', 'not-at-the-address')),
    add column meets_at timestamptz,
    add column place text check (length(place) between 1 and 200),
    drop constraint interview_contact_kind_check,
    add constraint interview_contact_kind_check check (kind in ('offered', 'attempt', 'letter', 'accepted', 'appointment', 'appointment-cancelled',
        'feedback-sent', 'feedback-filed')),
    add constraint only_an_appointment_meets check (kind = 'appointment' or num_nonnulls(meets_at, place) = 0);

-- Why an interview was not held, as a code that can be counted, beside the words. Not offered is an outcome too: it meets no clock, and somebody reads why.
alter table missing.interview
    drop constraint interview_outcome_check,
    add constraint interview_outcome_check check (outcome in ('held', 'declined', 'could-not-be-done', 'not-offered', 'covered-by-another', 'withdrawn')),
    add column outcome_code text check (outcome_code in ('nothing-to-say', 'talks-to-somebody-else', 'does-not-trust', 'parent-or-carer-refused', 'not-reached',
        'moved-away', 'missing-again', 'in-hospital-or-custody', 'no-interviewer', 'told-too-late', 'over-eighteen', 'other')),
    add column lasted_minutes integer check (lasted_minutes between 1 and 600);

-- What the child said, in full.
alter table missing.interview_narrative
    add column stayed_where text not null default '',
    add column stayed_with text not null default '',
    add column travel text not null default '',
    add column money text not null default '',
    add column harm text not null default '',
    add column substances text not null default '',
    add column online text not null default '',
    add column would_help text not null default '',
    add column strengths text not null default '',
    add column worries text not null default '',
    add column told_about_sharing text not null default '',
    add column consent text check (consent in ('agreed', 'agreed-in-part', 'did-not-agree', 'not-asked')),
    add column intensive_support text check (intensive_support in ('referred', 'has-a-service', 'offered-and-declined', 'not-needed', 'not-considered')),
    add column intensive_support_why text not null default '',
    add column onward text not null default '';

-- What pushed a child away and what pulled, as codes that can be counted.
create table missing.interview_factor (
    authority_id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    factor text not null check (factor in (
        'push-argument-at-home', 'push-violence-at-home', 'push-neglect-or-abuse', 'push-unhappy-in-placement', 'push-placement-change', 'push-rules-and-boundaries',
        'push-contact-with-family', 'push-bullying', 'push-school', 'push-mental-health', 'push-self-harm', 'push-substances-at-home', 'push-not-listened-to',
        'pull-friends', 'pull-boyfriend-or-girlfriend', 'pull-family', 'pull-older-people', 'pull-online-contact', 'pull-alcohol-or-drugs', 'pull-money-or-gifts',
        'pull-gang', 'pull-exploitation', 'pull-excitement', 'pull-former-home')),
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, interview_id, factor),
    foreign key (authority_id, interview_id) references missing.interview
);
create index interview_factor_of_child on missing.interview_factor (authority_id, child_id);

-- What is recommended, to whom: each reads what is for them.
create table missing.interview_recommendation (
    authority_id uuid not null,
    id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    for_whom text not null check (for_whom in ('social-worker', 'school', 'home', 'police')),
    words text not null check (length(words) between 1 and 8000),
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, interview_id) references missing.interview
);
create index recommendations_of_interview on missing.interview_recommendation (authority_id, interview_id);
create index interview_recommendation_of_child on missing.interview_recommendation (authority_id, child_id);

-- The interview while it is written: every saving of it, so that of two people who write at once neither overwrites the other unseen.
create table missing.interview_sheet (
    authority_id uuid not null,
    interview_id uuid not null,
    revision integer not null check (revision > 0),
    child_id uuid not null,
    fields jsonb not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    primary key (authority_id, interview_id, revision),
    foreign key (authority_id, interview_id) references missing.interview
);
create index interview_sheet_of_child on missing.interview_sheet (authority_id, child_id);

-- The feedback form as one recipient was given it, and what became of it: sent, received, filed on the child's record.
create table missing.feedback_copy (
    authority_id uuid not null,
    id uuid not null,
    interview_id uuid not null,
    child_id uuid not null,
    for_whom text not null check (for_whom in ('social-worker', 'school', 'home', 'police', 'other')),
    -- An agency of the authority other than children's services reads its copy in Lantern; anybody else is given it.
    recipient_agency uuid,
    recipient text not null check (length(recipient) between 1 and 200),
    how text not null check (how in ('lantern', 'secure-email', 'post', 'by-hand')),
    reason text check (length(reason) between 1 and 2000),
    sent_at timestamptz not null,
    sent_by uuid not null,
    received_at timestamptz,
    received_by uuid,
    received_words text check (length(received_words) <= 2000),
    filed_at timestamptz,
    filed_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, interview_id) references missing.interview,
    foreign key (authority_id, recipient_agency) references access.agency,
    constraint receipt_says_who_and_when check (num_nonnulls(received_at, received_by) in (0, 2)),
    constraint filing_says_who_and_when check (num_nonnulls(filed_at, filed_by) in (0, 2)),
    constraint outside_says_why check (recipient_agency is not null or for_whom = 'social-worker' or reason is not null)
);
create index copies_of_interview on missing.feedback_copy (authority_id, interview_id);
create index copies_for_agency on missing.feedback_copy (authority_id, recipient_agency, sent_at) where recipient_agency is not null;
create index feedback_copy_of_child on missing.feedback_copy (authority_id, child_id);
create table missing.feedback_part (
    authority_id uuid not null,
    copy_id uuid not null,
    place integer not null,
    child_id uuid not null,
    code text not null,
    heading text not null,
    -- What the child said, which few read.
    said boolean not null default false,
    withheld text,
    lines jsonb,
    primary key (authority_id, copy_id, place),
    foreign key (authority_id, copy_id) references missing.feedback_copy,
    constraint what_is_withheld_is_not_kept check ((withheld is null) = (lines is not null))
);
create index feedback_part_of_child on missing.feedback_part (authority_id, child_id);

-- Whether a letter with a leaflet counts as an offer of an interview: said by the authority, from a day on. Without a row it does not.
create table missing.offer_rule (
    authority_id uuid not null references access.authority,
    id uuid not null,
    letter_counts boolean not null,
    reason text not null check (length(reason) between 1 and 2000),
    starts_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id)
);
create index offer_rule_by_time on missing.offer_rule (authority_id, starts_at);

call access.protect('missing.interview_triage', section => 'interview');
call access.protect('missing.interview_factor', section => 'interview');
call access.protect('missing.interview_recommendation', section => 'interview');
call access.protect('missing.interview_sheet', section => 'interview');
call access.protect('missing.feedback_copy', section => 'interview');
call access.protect('missing.feedback_part', section => 'interview');
call access.protect_authority('missing.offer_rule');
-- All recommendations are for those who read return interviews; one to the police or to the school is also theirs, as far as they read missing episodes.
create policy their_own on missing.interview_recommendation for select to lantern_app
    using (authority_id = (select ctx.authority())
           and for_whom = (select case a.kind when 'education' then 'school' else a.kind end from access.agency a
                           where a.authority_id = (select ctx.authority()) and a.id = (select ctx.agency()))
           and access.works_with(child_id, 'episode'));
create policy few_read_it on missing.interview_sheet as restrictive to lantern_app using ((select ctx.can('read-narrative')));
create policy received on missing.feedback_copy for select to lantern_app
    using (authority_id = (select ctx.authority()) and recipient_agency = (select ctx.agency()));
create policy receipt on missing.feedback_copy for update to lantern_app
    using (authority_id = (select ctx.authority()) and recipient_agency = (select ctx.agency()))
    with check (authority_id = (select ctx.authority()) and recipient_agency = (select ctx.agency()));
create policy received on missing.feedback_part for select to lantern_app
    using (authority_id = (select ctx.authority())
           and exists (select from missing.feedback_copy c where c.authority_id = feedback_part.authority_id and c.id = feedback_part.copy_id
                         and c.recipient_agency = (select ctx.agency())));
create policy few_read_what_was_said on missing.feedback_part as restrictive for select to lantern_app
    using (not said or (select ctx.can('read-narrative')));
grant select, insert on missing.interview_triage, missing.interview_factor, missing.interview_recommendation, missing.interview_sheet,
    missing.feedback_copy, missing.feedback_part, missing.offer_rule to lantern_app;
grant update (received_at, received_by, received_words, filed_at, filed_by) on missing.feedback_copy to lantern_app;
-- The monthly list and the quarter's figures ask by the day of the referral; interview_by_time serves both.

update access.role set permissions = permissions || '{send-feedback}' where code in ('interviewer', 'provider-manager');

-- A disability is a red indicator: proposed to whoever may see it.
create view children.v_disability with (security_invoker = true) as
    select d.authority_id, d.child_id, d.code from children.disability d where d.ends_on is null;
grant select on children.v_disability to lantern_app;
