create schema intake;
grant usage on schema intake to lantern_app;

-- One row for one message from one agency, kept exactly as received. state: what has been done about it.
create table intake.notification (
    authority_id uuid not null references access.authority,
    id uuid not null,
    agency_id uuid not null,
    channel text not null check (channel in ('api', 'web-form', 'phone', 'email', 'csv')),
    source text not null,
    source_reference text not null,
    kind text not null check (kind in ('missing', 'absent', 'found', 'update', 'concern')),
    occurred_at timestamptz,
    reported_at timestamptz not null,
    received_at timestamptz not null,
    received_by uuid not null,
    raw text not null,
    said jsonb not null,
    state text not null check (state in ('received', 'parked', 'linked', 'triaged', 'no-action', 'paired')),
    child_id uuid,
    parked_because text,
    wants_feedback boolean not null default false,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency,
    foreign key (authority_id, child_id) references children.child,
    constraint one_row_for_one_message unique (authority_id, agency_id, source, source_reference, kind),
    constraint linked_to_a_child check (state not in ('linked', 'triaged', 'paired') or child_id is not null),
    constraint parked_says_why check ((state = 'parked') = (parked_because is not null))
);
-- What was sent is kept and shown, not searched: sampling it for the planner cost more than taking it in.
alter table intake.notification alter raw set statistics 0, alter said set statistics 0;
create index inbox on intake.notification (authority_id, received_at desc, id) where state in ('received', 'parked', 'linked');
create index notification_of_child on intake.notification (authority_id, child_id, received_at desc);
create index notification_of_agency on intake.notification (authority_id, agency_id, received_at desc);
-- Pairs a found report with its missing report by the police's own reference, whichever came first.
create index notification_by_police_reference on intake.notification (authority_id, (said #>> '{missing,policeReference}'))
    where said #>> '{missing,policeReference}' is not null;

-- The same reference again with other words: kept, shown beside the first, never a second notification.
create table intake.resend (
    authority_id uuid not null,
    id uuid not null,
    notification_id uuid not null,
    child_id uuid,
    received_at timestamptz not null,
    raw text not null,
    primary key (authority_id, id),
    foreign key (authority_id, notification_id) references intake.notification
);
create index resend_of_notification on intake.resend (authority_id, notification_id);

create table intake.quarantine (
    authority_id uuid not null references access.authority,
    id uuid not null,
    agency_id uuid not null,
    channel text not null,
    received_at timestamptz not null,
    received_by uuid not null,
    raw bytea not null,
    problems jsonb not null,
    completed_at timestamptz,
    completed_by uuid,
    completed_as uuid,
    set_aside_because text,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency,
    foreign key (authority_id, completed_as) references intake.notification,
    constraint completion_has_an_outcome check ((completed_at is null) = (completed_by is null)
        and (completed_at is null or num_nonnulls(completed_as, set_aside_because) = 1))
);
create index quarantine_waiting on intake.quarantine (authority_id, received_at) where completed_at is null;
create index quarantine_of_agency on intake.quarantine (authority_id, agency_id);
create index quarantine_completed_as on intake.quarantine (authority_id, completed_as) where completed_as is not null;

-- Every decision about who the child is: by whom, on what probability and working; an unlink keeps what it undid.
create table intake.link (
    authority_id uuid not null,
    id uuid not null,
    notification_id uuid not null,
    child_id uuid not null,
    how text not null check (how in ('chosen', 'created', 'automatic', 'paired')),
    probability double precision,
    working jsonb,
    decided_at timestamptz not null,
    decided_by uuid not null,
    undone_at timestamptz,
    undone_by uuid,
    undone_because text,
    primary key (authority_id, id),
    foreign key (authority_id, notification_id) references intake.notification,
    foreign key (authority_id, child_id) references children.child,
    constraint undoing_says_why check (num_nonnulls(undone_at, undone_by, undone_because) in (0, 3))
);
alter table intake.link alter working set statistics 0;
create unique index one_link_in_force on intake.link (authority_id, notification_id) where undone_at is null;
create index link_of_notification on intake.link (authority_id, notification_id);
create index link_of_child on intake.link (authority_id, child_id);

create table intake.triage (
    authority_id uuid not null,
    id uuid not null,
    notification_id uuid not null,
    child_id uuid,
    rating text not null check (rating in ('red', 'amber', 'green', 'worker-told', 'intelligence-only', 'no-action')),
    reason text not null check (length(reason) between 1 and 4000),
    decided_at timestamptz not null,
    decided_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, notification_id) references intake.notification,
    foreign key (authority_id, child_id) references children.child
);
create index triage_of_notification on intake.triage (authority_id, notification_id, decided_at);
create index triage_of_child on intake.triage (authority_id, child_id);

create table intake.feedback (
    authority_id uuid not null,
    id uuid not null,
    notification_id uuid not null,
    child_id uuid,
    words text not null,
    sent_at timestamptz not null,
    sent_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, notification_id) references intake.notification
);
create index feedback_of_notification on intake.feedback (authority_id, notification_id);

-- Until it is linked a notification belongs to its sender and the hub; afterwards also to those who work with the child.
create procedure intake.protect(protected regclass, sender_may text) language plpgsql as $$
begin
    call access.protect(protected, listed => true, section => 'episode');
    execute format('create policy sender on %s to lantern_app using (authority_id = (select ctx.authority()) and %s)', protected, sender_may);
end $$;
-- What became of a restricted child's notification is closed to the sender's colleagues too; who sent it may send it again.
call intake.protect('intake.notification', 'agency_id = (select ctx.agency())
    and (coalesce(child_id, authority_id) <> all ((select access.closed())::uuid[]) or received_by = (select ctx.actor()))');
call access.protect_authority('intake.quarantine');
create policy hub_and_sender on intake.quarantine as restrictive to lantern_app
    using ((select ctx.reach()) = 'authority' or agency_id = (select ctx.agency()));
-- Once completed, the message that could not be read is part of the notification that it became.
create policy goes_with_its_notification on intake.quarantine as restrictive for select to lantern_app
    using (completed_as is null or exists (select from intake.notification n where n.authority_id = (select ctx.authority()) and n.id = completed_as));
call intake.protect('intake.resend', 'exists (select from intake.notification n where n.authority_id = (select ctx.authority()) and n.id = notification_id)');
call intake.protect('intake.feedback', 'exists (select from intake.notification n where n.authority_id = (select ctx.authority()) and n.id = notification_id)');
-- They may have come before anybody knew the child, so it is their notification that says who sees them.
create policy goes_with_its_notification on intake.resend as restrictive to lantern_app
    using (exists (select from intake.notification n where n.authority_id = (select ctx.authority()) and n.id = notification_id));
create policy goes_with_its_notification on intake.feedback as restrictive to lantern_app
    using (exists (select from intake.notification n where n.authority_id = (select ctx.authority()) and n.id = notification_id));
call access.protect('intake.link', section => 'episode');
call access.protect('intake.triage', section => 'episode');
grant select, insert on intake.notification, intake.resend, intake.quarantine, intake.link, intake.triage, intake.feedback to lantern_app;
grant update (state, child_id, parked_because) on intake.notification to lantern_app;
grant update (completed_at, completed_by, completed_as, set_aside_because) on intake.quarantine to lantern_app;
grant update (undone_at, undone_by, undone_because) on intake.link to lantern_app;
drop procedure intake.protect;

create view intake.v_notification with (security_invoker = true) as
    select authority_id, id, agency_id, channel, source, source_reference, kind, occurred_at, reported_at, received_at, said, state, child_id
    from intake.notification;
create view intake.v_triage with (security_invoker = true) as
    select authority_id, id, notification_id, child_id, rating, reason, decided_at, decided_by from intake.triage;
grant select on intake.v_notification, intake.v_triage to lantern_app;
