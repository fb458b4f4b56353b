-- Who may report by e-mail, for which agency, and the words their system uses beside those of the documented template.
create table intake.mail_sender (
    authority_id uuid not null references access.authority,
    id uuid not null,
    agency_id uuid not null,
    -- a whole address, or everybody at a domain ('@police.example'), in lower case
    address text not null check (address ~ '^[^@\s]*@[^@\s]+$' and address = lower(address)),
    -- what the sending system is called, so that a copy forwarded by somebody else is known as the same message
    source text not null check (length(source) between 1 and 100),
    words jsonb not null default '{}',
    -- No message for longer than this is told to the hub manager; null: none is expected.
    expected_every interval check (expected_every >= interval '1 hour'),
    told_silent_at timestamptz,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    ended_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency
);
create unique index one_sender_for_an_address on intake.mail_sender (authority_id, address) where ended_at is null;
create index sender_of_agency on intake.mail_sender (authority_id, agency_id);

-- Every message exactly as it was received, whatever became of it.
create table intake.mail (
    authority_id uuid not null references access.authority,
    id uuid not null,
    sender_id uuid,
    received_at timestamptz not null,
    raw bytea not null,
    became text not null check (became in ('notification', 'seen-before', 'quarantine')),
    notification_id uuid,
    quarantine_id uuid,
    primary key (authority_id, id),
    foreign key (authority_id, sender_id) references intake.mail_sender,
    foreign key (authority_id, notification_id) references intake.notification,
    foreign key (authority_id, quarantine_id) references intake.quarantine,
    constraint became_one_thing check (case became when 'quarantine' then quarantine_id is not null else notification_id is not null end)
);
alter table intake.mail alter raw set statistics 0, alter raw set storage external;
create unique index the_same_mail_once on intake.mail (authority_id, sha256(raw));
create index mail_of_sender on intake.mail (authority_id, sender_id, received_at desc);
create index mail_of_notification on intake.mail (authority_id, notification_id) where notification_id is not null;
create index mail_of_quarantine on intake.mail (authority_id, quarantine_id) where quarantine_id is not null;

call access.protect_authority('intake.mail_sender');
grant select, insert, update (ended_at, words, expected_every, told_silent_at) on intake.mail_sender to lantern_app;
-- Lantern itself takes mail in; the pages show what it became, and the quarantine has its own copy.
alter table intake.mail enable row level security;
alter table intake.mail force row level security;
create policy owner_all on intake.mail to lantern_owner using (true) with check (true);
create policy lantern_takes_it_in on intake.mail to lantern_app
    using (authority_id = (select ctx.authority()) and (select ctx.kind()) = 'SYSTEM');
grant select, insert on intake.mail to lantern_app;

update access.role set permissions = permissions || '{manage-intake}' where code in ('hub-manager', 'administrator', 'service-manager');
