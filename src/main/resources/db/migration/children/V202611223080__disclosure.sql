-- A copy of what is recorded of a child, for somebody named: what was in it, what was withheld and why, who prepared it, and, where something of high risk
-- goes along or the recipient's own policy withholds it, who else agreed. Also the decision not to share.
create table children.disclosure (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    document text not null,
    -- An agency of the authority reads its copy in Lantern; anybody else is given it on paper.
    recipient_agency uuid,
    recipient text not null check (length(recipient) between 1 and 200),
    purpose text not null check (length(purpose) between 1 and 2000),
    lawful_basis text not null,
    state text not null default 'prepared' check (state in ('prepared', 'waiting', 'sent', 'not-shared')),
    prepared_by uuid not null,
    prepared_at timestamptz not null,
    -- Why something goes along that is withheld unless somebody says why.
    reason text check (length(reason) between 1 and 2000),
    needs_second boolean not null default false,
    -- How many parts were frozen: who does not see every one of them cannot agree.
    part_count integer,
    decided_by uuid,
    decided_at timestamptz,
    decision text check (length(decision) between 1 and 2000),
    mark text check (mark ~ '^[A-Z2-9]{4}-[A-Z2-9]{4}$'),
    primary key (authority_id, id),
    unique (authority_id, mark),
    foreign key (authority_id, child_id) references children.child,
    foreign key (authority_id, recipient_agency) references access.agency,
    constraint a_decision_says_who_and_when check (num_nonnulls(decided_by, decided_at) = case when state in ('sent', 'not-shared') then 2 else 0 end),
    constraint a_second_person_decides check (not (state = 'sent' and needs_second and decided_by = prepared_by)),
    constraint what_is_sent_is_marked check ((state = 'sent') = (mark is not null)),
    constraint not_sharing_says_why check (state <> 'not-shared' or decision is not null)
);
create index disclosure_of_child on children.disclosure (authority_id, child_id, prepared_at);
create index disclosure_to_agency on children.disclosure (authority_id, recipient_agency, decided_at) where state = 'sent';
create index disclosure_waiting on children.disclosure (authority_id, prepared_at) where state = 'waiting';

-- Frozen when it is sent, or when a second person is asked: what they read is what goes. What is withheld has no content here.
create table children.disclosure_part (
    authority_id uuid not null,
    disclosure_id uuid not null,
    child_id uuid not null,
    place integer not null,
    code text not null,
    section text not null references access.section,
    heading text not null,
    -- It goes along though the recipient's own policy withholds it: somebody decided so for this copy.
    beyond boolean not null default false,
    withheld text,
    lines jsonb,
    primary key (authority_id, disclosure_id, place),
    foreign key (authority_id, disclosure_id) references children.disclosure,
    constraint what_is_withheld_is_not_kept check ((withheld is null) = (lines is not null))
);
create index part_of_section on children.disclosure_part (section);
create index part_of_child on children.disclosure_part (authority_id, child_id);

call access.protect('children.disclosure', 'child_id', false, 'identity');
call access.protect('children.disclosure_part', 'child_id', false, 'identity');

-- A copy that was sent stays readable to the agency it was sent to, whatever becomes of its involvement: it has it.
create policy received on children.disclosure for select to lantern_app
    using (authority_id = (select ctx.authority()) and state = 'sent' and recipient_agency = (select ctx.agency()));
create policy received on children.disclosure_part for select to lantern_app
    using (authority_id = (select ctx.authority())
           and exists (select from children.disclosure d
                       where d.authority_id = disclosure_part.authority_id and d.id = disclosure_part.disclosure_id
                         and d.state = 'sent' and d.recipient_agency = (select ctx.agency())));
-- What is being prepared, and why somebody is not given what they asked for, is for those who may share; the recipient has what was sent.
create policy those_who_share_or_receive on children.disclosure as restrictive for select to lantern_app
    using ((select ctx.can('disclose')) or state = 'sent' and recipient_agency = (select ctx.agency()));
-- Of those who work with the child, only who sees a section reads what a copy holds of it.
create policy sees_the_section on children.disclosure_part as restrictive for select to lantern_app
    using ((select ctx.can('disclose')) and ctx.sees(section)
           or exists (select from children.disclosure d
                      where d.authority_id = disclosure_part.authority_id and d.id = disclosure_part.disclosure_id
                        and d.state = 'sent' and d.recipient_agency = (select ctx.agency())));
grant select, insert, update (state, reason, needs_second, part_count, decided_by, decided_at, decision, mark) on children.disclosure to lantern_app;
grant select, insert, delete on children.disclosure_part to lantern_app;

-- What was sent, or decided not to be shared, stays as it was.
create function children.refuse_change_of_what_was_sent() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
    -- A merge of two records moves it to the record that stands, and changes nothing in it.
    if old.state in ('sent', 'not-shared') and to_jsonb(new) - 'child_id' <> to_jsonb(old) - 'child_id' then
        raise exception 'What was sent stays as it was' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger what_was_sent_stays before update on children.disclosure
    for each row execute function children.refuse_change_of_what_was_sent();
create function children.refuse_change_of_a_sent_part() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'child_id' = to_jsonb(old) - 'child_id' then return new; end if;
    if exists (select from children.disclosure d
               where d.authority_id = coalesce(old.authority_id, new.authority_id) and d.id = coalesce(old.disclosure_id, new.disclosure_id)
                 and d.state in ('sent', 'not-shared')) then
        raise exception 'What was sent stays as it was' using errcode = 'insufficient_privilege';
    end if;
    return coalesce(new, old);
end $$;
revoke all on function children.refuse_change_of_a_sent_part() from public;
create trigger what_was_sent_stays before insert or update or delete on children.disclosure_part
    for each row execute function children.refuse_change_of_a_sent_part();

update access.role set permissions = permissions || '{disclose}'
 where code in ('hub-worker', 'hub-manager', 'duty-worker', 'social-worker', 'team-manager', 'head-of-service');
update access.role set permissions = permissions || '{approve-disclosure}' where code in ('hub-manager', 'team-manager', 'head-of-service');
update access.role set permissions = permissions || '{receive-disclosure}' where code in ('police-analyst', 'interviewer', 'provider-manager');
