-- A column of its own: under a row policy only leakproof operators use an index, and reading inside jsonb is not one of them.
drop index intake.notification_by_police_reference;
alter table intake.notification add column police_reference text;
update intake.notification set police_reference = said #>> '{missing,policeReference}' where said #>> '{missing,policeReference}' is not null;
create index notification_by_police_reference on intake.notification (authority_id, agency_id, police_reference) where police_reference is not null;

-- A decision not to act may come before anybody knows who the child is.
alter table intake.triage add constraint rated_child_is_known check (child_id is not null or rating = 'no-action');

-- What was done about a notification itself: who was told, and the meeting that its rating asks for when no episode carries it.
create table intake.response (
    authority_id uuid not null,
    id uuid not null,
    notification_id uuid not null,
    child_id uuid not null,
    kind text not null check (kind in ('worker-informed', 'strategy-meeting', 'discussion', 'support')),
    words text not null check (length(words) between 1 and 4000),
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, notification_id) references intake.notification,
    foreign key (authority_id, child_id) references children.child
);
create index response_of_notification on intake.response (authority_id, notification_id, happened_at);
create index response_of_child on intake.response (authority_id, child_id);
call access.protect('intake.response', section => 'episode');
grant select, insert on intake.response to lantern_app;

-- The quarantine's list and the count beside it.
create index inbox_count on intake.notification (authority_id, state) where state in ('received', 'parked', 'linked');

-- A sender that retries what cannot be read fills no list: the same bytes wait once.
create unique index one_open_quarantine_for_one_body on intake.quarantine (authority_id, agency_id, (sha256(raw))) where completed_at is null;
