-- What came with an e-mail, each file kept once more as itself so that it can be opened. A file of a kind that is not opened here has no file_id: it is in the
-- message, which is kept whole.
create table intake.attachment (
    authority_id uuid not null,
    id uuid not null,
    notification_id uuid not null,
    file_id uuid,
    name text not null check (length(name) between 1 and 200),
    bytes bigint not null,
    received_at timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, notification_id) references intake.notification
);
create index attachment_of_notification on intake.attachment (authority_id, notification_id);
alter table intake.attachment enable row level security;
alter table intake.attachment force row level security;
create policy owner_all on intake.attachment to lantern_owner using (true) with check (true);
create policy goes_with_its_notification on intake.attachment to lantern_app
    using (authority_id = (select ctx.authority())
           and exists (select from intake.notification n where n.authority_id = (select ctx.authority()) and n.id = notification_id));
grant select, insert on intake.attachment to lantern_app;
