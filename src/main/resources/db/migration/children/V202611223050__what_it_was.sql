-- Nothing on a record is overwritten: what a fact was before it was corrected, ended or withdrawn is kept here first, with who did it and why.
create table children.amendment (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    act text not null check (act in ('corrected', 'ended', 'withdrawn')),
    -- Of the record: those of high-risk sections are read by few.
    section text not null,
    was jsonb not null,
    because text check (length(because) between 1 and 500),
    amended_at timestamptz not null,
    amended_by uuid not null,
    in_transaction xid8 not null default pg_current_xact_id(),
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint only_an_end_needs_no_reason check (act = 'ended' or because is not null)
);
create index amendment_of_child on children.amendment (authority_id, child_id);
create index amendment_of_subject on children.amendment (authority_id, subject_id);
call access.protect('children.amendment', section => 'identity');
grant select, insert on children.amendment to lantern_app;
create policy as_their_section_is on children.amendment as restrictive for select to lantern_app
    using ((section = 'identity' or access.works_with(child_id, section))
           and (section not in ('placement-address', 'safe-address') or (select ctx.can('write-child')) or (select ctx.kind()) = 'SYSTEM'));

-- The application changes or deletes no fact in whose place no amendment stands.
create function children.what_it_was_is_kept() returns trigger language plpgsql as $$
begin
    if not exists (select from children.amendment a
                   where a.authority_id = old.authority_id and a.subject_id = old.id and a.in_transaction = pg_current_xact_id()) then
        raise exception 'What this % was is kept as an amendment before it is changed', tg_table_name using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create procedure children.keep_what_it_was(kept regclass, columns text) language plpgsql as $$
begin
    execute format($f$create trigger what_it_was_is_kept before update of %s on %s for each row when (current_user = 'lantern_app')
                      execute function children.what_it_was_is_kept()$f$, columns, kept);
    execute format('grant update (%s) on %s to lantern_app', columns, kept);
    if kept <> 'children.child'::regclass then
        execute format($f$create trigger what_it_was_is_kept_when_withdrawn before delete on %s for each row when (current_user = 'lantern_app')
                          execute function children.what_it_was_is_kept()$f$, kept);
        execute format('grant delete on %s to lantern_app', kept);
    end if;
end $$;

-- Who the child is.
alter table children.child
    drop constraint child_birth_precision_check,
    add constraint child_birth_precision_check check (birth_precision in ('exact', 'approximate', 'disputed', 'unknown')),
    add birth_note text check (length(birth_note) <= 500),
    add gender text check (length(gender) <= 100),
    add first_language text check (length(first_language) <= 100),
    add other_languages text check (length(other_languages) <= 200),
    add interpreter text not null default 'not-known' check (interpreter in ('yes', 'no', 'not-known')),
    add interpreter_note text check (length(interpreter_note) <= 300),
    add constraint disputed_says_what check (birth_precision <> 'disputed' or birth_note is not null);
call children.keep_what_it_was('children.child', 'family_name, given_names, known_as, date_of_birth, birth_precision, birth_note, sex, gender, ethnicity,
    first_language, other_languages, interpreter, interpreter_note, description, responsible_authority');

alter table children.name
    drop constraint name_kind_check,
    add constraint name_kind_check check (kind in ('current', 'previous', 'birth', 'alias')),
    add starts_on date,
    add ends_on date,
    add constraint name_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on);
call children.keep_what_it_was('children.name', 'kind, family_name, given_names, starts_on, ends_on');
call children.keep_what_it_was('children.identifier', 'kind, value, well_formed');

-- How they are reached. A safe address in the wrong hands is the harm seen in real cases, so it has a table of its own that few may read.
call children.keep_what_it_was('children.address', 'kind, lines, postcode, starts_on, ends_on');
create table children.safe_address (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    lines text not null check (length(lines) between 1 and 500),
    postcode text,
    who_may_know text check (length(who_may_know) <= 300),
    starts_on date,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint safe_address_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index safe_address_of_child on children.safe_address (authority_id, child_id);
call access.protect('children.safe_address', section => 'safe-address');
grant select, insert on children.safe_address to lantern_app;
call children.keep_what_it_was('children.safe_address', 'lines, postcode, who_may_know, starts_on, ends_on');
create policy only_those_who_arrange_it on children.safe_address as restrictive to lantern_app
    using ((select ctx.can('write-child')) or (select ctx.kind()) = 'SYSTEM');

alter table children.phone
    add kind text not null default 'other' check (kind in ('mobile', 'home', 'other')),
    add note text check (length(note) <= 300),
    add starts_on date,
    add ends_on date,
    add constraint phone_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on);
call children.keep_what_it_was('children.phone', 'kind, number, note, starts_on, ends_on');

create table children.account (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    platform text not null check (length(platform) between 1 and 60),
    handle text not null check (length(handle) between 1 and 200),
    note text check (length(note) <= 300),
    starts_on date,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint account_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index account_of_child on children.account (authority_id, child_id);
call access.protect('children.account', section => 'contact');
grant select, insert on children.account to lantern_app;
call children.keep_what_it_was('children.account', 'platform, handle, note, starts_on, ends_on');

-- Carers and relations. A brother or sister who is on the register is led to, and their name is read under the policy of their own record.
create table children.carer (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    relationship text not null check (relationship in ('mother', 'father', 'step-parent', 'grandparent', 'aunt-or-uncle', 'sibling', 'half-sibling', 'step-sibling',
                                                       'foster-carer', 'guardian', 'other-relative', 'partner', 'friend', 'other')),
    name text check (length(name) between 1 and 200),
    other_child_id uuid,
    parental_responsibility text not null default 'not-known' check (parental_responsibility in ('yes', 'no', 'not-known')),
    contact text not null default 'not-restricted' check (contact in ('not-restricted', 'supervised', 'indirect', 'none')),
    contact_note text check (length(contact_note) <= 500),
    phone text check (length(phone) <= 60),
    starts_on date,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    foreign key (authority_id, other_child_id) references children.child,
    constraint named_or_on_the_register check (num_nonnulls(name, other_child_id) = 1),
    constraint nobody_is_their_own_relation check (other_child_id is distinct from child_id),
    constraint a_restriction_says_why check (contact = 'not-restricted' or contact_note is not null),
    constraint relation_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index carer_of_child on children.carer (authority_id, child_id);
create index carer_of_other_child on children.carer (authority_id, other_child_id) where other_child_id is not null;
call access.protect('children.carer', section => 'contact');
grant select, insert on children.carer to lantern_app;
call children.keep_what_it_was('children.carer', 'relationship, name, other_child_id, parental_responsibility, contact, contact_note, phone, starts_on, ends_on');

-- Health.
create table children.disability (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    code text not null,
    note text check (length(note) <= 500),
    starts_on date,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint disability_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index disability_of_child on children.disability (authority_id, child_id);
call access.protect('children.disability', section => 'health');
grant select, insert on children.disability to lantern_app;
call children.keep_what_it_was('children.disability', 'code, note, starts_on, ends_on');
create table children.medical_need (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    need text not null check (length(need) between 1 and 300),
    medicine text check (length(medicine) <= 300),
    without_it text check (length(without_it) <= 300),
    starts_on date,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint medical_need_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index medical_need_of_child on children.medical_need (authority_id, child_id);
call access.protect('children.medical_need', section => 'health');
grant select, insert on children.medical_need to lantern_app;
call children.keep_what_it_was('children.medical_need', 'need, medicine, without_it, starts_on, ends_on');

-- School and care: why it ended, in the codes of the national return.
call children.keep_what_it_was('children.schooling', 'urn, name, starts_on, ends_on');
alter table children.legal_status add ended_because text;
alter table children.placement add ended_because text;
create or replace view children.v_legal_status with (security_invoker = true) as
    select authority_id, id, child_id, code, starts_on, ends_on, ended_because from children.legal_status;
call children.keep_what_it_was('children.legal_status', 'code, starts_on, ended_because');
call children.keep_what_it_was('children.placement', 'type_code, provider_code, name, host_authority, starts_on, ended_because');
grant delete on children.placement_address to lantern_app;

-- The independent reviewing officer of a looked after child.
create table children.reviewing_officer (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    person_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint officer_ends_after_they_start check (ends_at is null or ends_at >= starts_at)
);
create index reviewing_officer_of_child on children.reviewing_officer (authority_id, child_id);
create unique index one_reviewing_officer on children.reviewing_officer (authority_id, child_id) where ends_at is null;
call access.protect('children.reviewing_officer', section => 'identity');
grant select, insert, update (ends_at) on children.reviewing_officer to lantern_app;

-- What to look for when the child is missing. Each review is a row of its own: the newest is the one in use.
create table children.pen_picture (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    looks text not null,
    build text,
    hair text,
    marks text,
    clothing text,
    places text,
    people text,
    vulnerabilities text,
    transport text,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint a_pen_picture_is_short check (length(concat(looks, build, hair, marks, clothing, places, people, vulnerabilities, transport)) between 1 and 6000)
);
create index pen_picture_of_child on children.pen_picture (authority_id, child_id, recorded_at desc);
call access.protect('children.pen_picture', section => 'identity');
grant select, insert on children.pen_picture to lantern_app;

-- Photographs: the newest that is not taken off is shown. The bytes are a file.
create table children.photograph (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    file_id uuid not null,
    taken_on date not null,
    taken_by text not null check (length(taken_by) between 1 and 200),
    basis text not null check (basis in ('consent-parent', 'consent-child', 'duty', 'vital-interest')),
    basis_note text check (length(basis_note) <= 300),
    -- the day on which its clock runs out; null where the authority sets no limit
    review_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    taken_off_at timestamptz,
    taken_off_by uuid,
    taken_off_because text,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint taking_off_says_why check (num_nonnulls(taken_off_at, taken_off_by, taken_off_because) in (0, 3))
);
create index photograph_of_child on children.photograph (authority_id, child_id, recorded_at desc);
call access.protect('children.photograph', section => 'identity');
grant select, insert, update (review_on, taken_off_at, taken_off_by, taken_off_because) on children.photograph to lantern_app;
